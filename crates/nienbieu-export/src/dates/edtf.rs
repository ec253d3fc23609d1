/// A date with uncertainty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edtf {
    /// One date.
    Point(Point),
    /// From one to another.
    Interval(End, End),
}

/// One end of an interval.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum End {
    /// A date.
    Point(Point),
    /// It has none ("..").
    Open,
    /// It is not known.
    Unknown,
}

/// How much of the year is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum YearPrecision {
    /// All of it.
    Year(i32),
    /// The decade, by its first year.
    Decade(i32),
    /// The century, by its first year.
    Century(i32),
    /// Nothing.
    Unknown,
}

/// What is said of a date as a whole.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Qualifier {
    /// Nothing.
    #[default]
    None,
    /// "?": doubtful.
    Uncertain,
    /// "~": approximate.
    Approximate,
    /// "%": both.
    Both,
}

/// One date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Point {
    /// The year.
    pub year: YearPrecision,
    /// The month from 1, or an EDTF code from 21: season, quarter, half-year.
    pub month: Option<u8>,
    /// The day of the month.
    pub day: Option<u8>,
    /// The clock time as written, without seconds of zero.
    pub time: Option<String>,
    /// The UTC offset as written.
    pub zone: Option<String>,
    /// What is said of it as a whole.
    pub qualifier: Qualifier,
}

impl Edtf {
    /// Reads what the record may hold; `None` for anything else.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        match text.split_once('/') {
            None => Point::read(text).map(Self::Point),
            Some((begin, end)) => Some(Self::Interval(End::read(begin)?, End::read(end)?)),
        }
    }
}

impl End {
    fn read(text: &str) -> Option<Self> {
        match text {
            "" => Some(Self::Unknown),
            ".." => Some(Self::Open),
            _ => Point::read(text).map(Self::Point),
        }
    }
}

impl Point {
    fn read(text: &str) -> Option<Self> {
        let (text, qualifier) = split_qualifier(text);
        let (date, clock) = text.split_once('T').map_or((text, None), |(d, c)| (d, Some(c)));
        let mut parts = date.split('-');
        let year = YearPrecision::read(parts.next()?)?;
        let month = number(parts.next(), |m| matches!(m, 1..=12 | 21..=41))?;
        let day = number(parts.next(), |d| (1..=31).contains(&d))?;
        let whole = parts.next().is_none() && !(day.is_some() && month > Some(12));
        let (time, zone) = clock.map_or((None, None), split_clock);
        whole.then_some(Self { year, month, day, time, zone, qualifier })
    }

    /// The day of the week, Monday as 0, where year, month and day are known.
    #[must_use]
    pub fn weekday(&self) -> Option<u8> {
        let (YearPrecision::Year(year), Some(month), Some(day)) = (self.year, self.month, self.day)
        else {
            return None;
        };
        Some(weekday(year, month, day))
    }
}

impl YearPrecision {
    fn read(text: &str) -> Option<Self> {
        let first = |digits: &str, zeros: i32| digits.parse::<i32>().ok().map(|n| n * zeros);
        match (text.len(), text.trim_end_matches('X')) {
            (4, "") => Some(Self::Unknown),
            (4, century) if century.len() == 2 => first(century, 100).map(Self::Century),
            (4, decade) if decade.len() == 3 => first(decade, 10).map(Self::Decade),
            (4, year) if year.len() == 4 => first(year, 1).map(Self::Year),
            _ => None,
        }
    }
}

fn split_qualifier(text: &str) -> (&str, Qualifier) {
    for (mark, qualifier) in
        [('?', Qualifier::Uncertain), ('~', Qualifier::Approximate), ('%', Qualifier::Both)]
    {
        if let Some(rest) = text.strip_suffix(mark) {
            return (rest, qualifier);
        }
    }
    (text, Qualifier::None)
}

/// A two-digit part: `Some(None)` where there is none or it is "XX", `None` where it is no number.
fn number(text: Option<&str>, fits: impl Fn(u8) -> bool) -> Option<Option<u8>> {
    match text {
        None | Some("XX") => Some(None),
        Some(text) if text.len() == 2 => text.parse().ok().filter(|&n| fits(n)).map(Some),
        Some(_) => None,
    }
}

/// "18:27:00+07:00" → "18:27" and "+07:00".
fn split_clock(clock: &str) -> (Option<String>, Option<String>) {
    let at = clock.find(['+', '-', 'Z']).unwrap_or(clock.len());
    let (time, zone) = clock.split_at(at);
    let time = time.strip_suffix(":00").filter(|rest| rest.contains(':')).unwrap_or(time);
    (Some(time.to_owned()), Some(zone.to_owned()).filter(|zone| !zone.is_empty()))
}

/// The day of the week of a Gregorian date, Monday as 0 (Sakamoto).
fn weekday(year: i32, month: u8, day: u8) -> u8 {
    const SHIFT: [i32; 12] = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];
    let index = usize::from(month.clamp(1, 12) - 1);
    let year = if month < 3 { year - 1 } else { year };
    let sunday_is_0 = year + year.div_euclid(4) - year.div_euclid(100)
        + year.div_euclid(400)
        + SHIFT[index]
        + i32::from(day);
    u8::try_from((sunday_is_0 + 6).rem_euclid(7)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn point(year: YearPrecision, month: Option<u8>, day: Option<u8>) -> Point {
        Point { year, month, day, time: None, zone: None, qualifier: Qualifier::None }
    }

    #[test]
    fn points_of_every_precision() {
        use YearPrecision::*;
        for (text, expected) in [
            ("2021-07-24", point(Year(2021), Some(7), Some(24))),
            ("2021-07", point(Year(2021), Some(7), None)),
            ("2021-34", point(Year(2021), Some(34), None)),
            ("2021", point(Year(2021), None, None)),
            ("202X", point(Decade(2020), None, None)),
            ("19XX", point(Century(1900), None, None)),
            ("XXXX-07-24", point(Unknown, Some(7), Some(24))),
            ("2021-XX-24", point(Year(2021), None, Some(24))),
        ] {
            assert_eq!(Edtf::read(text), Some(Edtf::Point(expected)), "{text}");
        }
    }

    #[test]
    fn clock_times_and_qualifiers() {
        let Some(Edtf::Point(read)) = Edtf::read("2021-06-18T18:27:00+07:00") else { panic!() };
        assert_eq!((read.time.as_deref(), read.zone.as_deref()), (Some("18:27"), Some("+07:00")));
        let Some(Edtf::Point(read)) = Edtf::read("2021-06-18T18:27") else { panic!() };
        assert_eq!((read.time.as_deref(), read.zone), (Some("18:27"), None));
        let Some(Edtf::Point(read)) = Edtf::read("2021-06~") else { panic!() };
        assert_eq!(read.qualifier, Qualifier::Approximate);
    }

    #[test]
    fn intervals_and_their_ends() {
        let begin = End::Point(point(YearPrecision::Year(2021), Some(7), Some(20)));
        for (text, end) in [("2021-07-20/", End::Unknown), ("2021-07-20/..", End::Open)] {
            assert_eq!(Edtf::read(text), Some(Edtf::Interval(begin.clone(), end)), "{text}");
        }
    }

    #[test]
    fn anything_else_is_not_read() {
        for text in
            ["", "P15D", "24/7/2021", "2021-7-24", "2021-13", "2021-34-02", "2021-07-24-1", "é021"]
        {
            assert_eq!(Edtf::read(text), None, "{text}");
        }
    }

    #[test]
    fn weekdays() {
        for ((year, month, day), expected) in
            [((2021, 7, 24), 5), ((2024, 2, 29), 3), ((2000, 1, 1), 5), ((2026, 11, 22), 6)]
        {
            assert_eq!(weekday(year, month, day), expected, "{year}-{month}-{day}");
        }
    }
}
