use std::str::FromStr;

use jiff::civil::{Date, DateTime, Time};

use crate::{Error, error::Kind};

/// A moment that relative times are counted from: a day, with a clock time and a zone where known.
///
/// ```
/// use nienbieu_parser::Reference;
/// let reference: Reference = "2021-06-18T18:27+07:00".parse()?;
/// assert_eq!(reference.date().to_string(), "2021-06-18");
/// assert_eq!(reference.to_string(), "2021-06-18T18:27:00+07:00");
/// # Ok::<(), nienbieu_parser::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    date: Date,
    time: Option<Time>,
    zone: Option<String>,
}

impl Reference {
    /// A day without a clock time.
    #[must_use]
    pub const fn day(date: Date) -> Self {
        Self { date, time: None, zone: None }
    }

    /// A day with what is known of its clock time and zone.
    #[must_use]
    pub(crate) const fn new(date: Date, time: Option<Time>, zone: Option<String>) -> Self {
        Self { date, time, zone }
    }

    /// The day.
    #[must_use]
    pub const fn date(&self) -> Date {
        self.date
    }

    /// The clock time, where one is known.
    #[must_use]
    pub const fn time(&self) -> Option<Time> {
        self.time
    }

    /// The UTC offset ("+07:00"), where one is known.
    #[must_use]
    pub fn zone(&self) -> Option<&str> {
        self.zone.as_deref()
    }
}

impl std::fmt::Display for Reference {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.time {
            Some(time) => write!(
                f,
                "{}T{:02}:{:02}:{:02}",
                self.date,
                time.hour(),
                time.minute(),
                time.second()
            )?,
            None => write!(f, "{}", self.date)?,
        }
        f.write_str(self.zone.as_deref().unwrap_or_default())
    }
}

impl FromStr for Reference {
    type Err = Error;

    /// Reads "2021-06-18", "2021-06-18T18:27", "2021-06-18 18:27:00+07:00" or the same with `Z`.
    fn from_str(text: &str) -> Result<Self, Error> {
        let bad = || Error::new(Kind::Reference(text.to_owned()));
        let text = text.trim();
        let (stamp, zone) = split_zone(text);
        let stamp = stamp.replacen(' ', "T", 1);
        if stamp.len() == 10 {
            let date: Date = stamp.parse().map_err(|_| bad())?;
            return Ok(Self { date, time: None, zone });
        }
        let stamp: DateTime = stamp.parse().map_err(|_| bad())?;
        Ok(Self { date: stamp.date(), time: Some(stamp.time()), zone })
    }
}

/// Splits "…+07:00", "…-05:00" or "…Z" from the end of a timestamp.
fn split_zone(text: &str) -> (&str, Option<String>) {
    if let Some(rest) = text.strip_suffix(['Z', 'z']) {
        return (rest, Some("+00:00".to_owned()));
    }
    if let Some(at) = text.len().checked_sub(6)
        && let Some(zone) = text.get(at..)
        && is_offset(zone)
        && at > 10
    {
        return (&text[..at], Some(zone.to_owned()));
    }
    (text, None)
}

/// Whether the text is a UTC offset such as "+07:00".
pub(crate) fn is_offset(text: &str) -> bool {
    let bytes = text.as_bytes();
    matches!(bytes, [b'+' | b'-', h1, h2, b':', m1, m2]
        if [h1, h2, m1, m2].iter().all(|b| b.is_ascii_digit()))
        && text[1..3] <= *"14"
        && text[4..6] < *"60"
}

/// How to read a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// The publication date, where the user gives one; it settles everything that hangs on it.
    pub published: Option<Reference>,
    /// The UTC offset to assume where the page states none.
    pub time_zone: String,
}

impl Default for Options {
    fn default() -> Self {
        Self { published: None, time_zone: "+07:00".to_owned() }
    }
}

impl Options {
    /// The same options with another assumed zone.
    ///
    /// # Errors
    ///
    /// Where the text is no UTC offset such as "+07:00".
    pub fn with_time_zone(mut self, zone: &str) -> Result<Self, Error> {
        if !is_offset(zone) {
            return Err(Error::new(Kind::TimeZone(zone.to_owned())));
        }
        zone.clone_into(&mut self.time_zone);
        Ok(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reference_forms() {
        for (text, shown) in [
            ("2021-06-18", "2021-06-18"),
            ("2021-06-18T18:27", "2021-06-18T18:27:00"),
            ("2021-06-18 18:27:05", "2021-06-18T18:27:05"),
            ("2021-06-18T18:27Z", "2021-06-18T18:27:00+00:00"),
            ("2021-06-18T18:27:00-05:00", "2021-06-18T18:27:00-05:00"),
        ] {
            assert_eq!(text.parse::<Reference>().unwrap().to_string(), shown);
        }
        for text in
            ["", "18/6/2021", "2021-02-30", "2021-06-18T25:00", "2021-13-01", "é21-06-18+07:00"]
        {
            assert!(text.parse::<Reference>().unwrap_err().is_reference(), "{text}");
        }
    }

    #[test]
    fn zone_must_be_an_offset() {
        assert!(Options::default().with_time_zone("+05:30").is_ok());
        for zone in ["", "07:00", "+25:00", "+07:61", "Asia/Ho_Chi_Minh"] {
            assert!(Options::default().with_time_zone(zone).unwrap_err().is_time_zone());
        }
    }
}
