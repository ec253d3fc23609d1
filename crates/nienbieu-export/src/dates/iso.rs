/// A year, a month from 1 to 12, a day or a moment to the minute, all of it known.
#[must_use]
pub fn is_iso(edtf: &str) -> bool {
    let (date, clock) = edtf.split_once('T').map_or((edtf, None), |(d, c)| (d, Some(c)));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    let shaped = match date.len() {
        4 | 10 => true,
        7 => date.get(5..).is_some_and(|month| month <= "12"),
        _ => false,
    };
    shaped && digits(date) && clock.is_none_or(|clock| clock.contains(':'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn iso_dates_are_told_apart() {
        for iso in
            ["2021", "2021-07", "2021-07-24", "2021-07-24T18:30", "2021-07-24T18:30:00+07:00"]
        {
            assert!(is_iso(iso), "{iso}");
        }
        for other in
            ["", "XXXX-07-24", "2021-33", "2021~", "2021-07-24T18", "202X", "..", "[..2021]"]
        {
            assert!(!is_iso(other), "{other}");
        }
    }
}
