//! What a calendar value is called in EDTF and TIMEX3.

use super::calendar::Calendar;
use crate::grammar::ast::Season;

impl Calendar {
    /// EDTF level 2.
    pub(crate) fn edtf(&self) -> String {
        match *self {
            Self::Day { .. } | Self::Month { .. } => self.value(),
            Self::Quarter { year, quarter } => format!("{}-{}", year_text(year), 32 + quarter),
            Self::Months { year, first, last } => {
                let year = year_text(year);
                format!("{year}-{first:02}/{year}-{last:02}")
            }
            Self::Year(year) => year_text(Some(year)),
            Self::Years(first, last) => format!("{first:04}/{last:04}"),
            Self::Decade(year) => format!("{:03}X", year / 10),
            Self::Century(number) => format!("{:02}XX", number - 1),
            Self::Season { year, season } => match season_code(season) {
                Some((number, _)) => format!("{}-{number}", year_text(year)),
                None => format!("{}~", year_text(year)),
            },
            Self::TenDays { year: None, month, .. } => format!("XXXX-{month:02}"),
            Self::Feast { first, approximate: true, .. } => format!("{first}~"),
            Self::Feast { first, last, .. } if first == last => first.to_string(),
            Self::Named(edtf) => edtf.to_owned(),
            Self::TenDays { .. } | Self::Week(_) | Self::Weekend(_) | Self::Feast { .. } => {
                self.bounds().map(|(first, last)| format!("{first}/{last}")).unwrap_or_default()
            }
        }
    }

    /// TIMEX3 value.
    pub(crate) fn value(&self) -> String {
        match *self {
            Self::Day { year, month, day } => {
                let month = month.map_or_else(|| "XX".to_owned(), |month| format!("{month:02}"));
                format!("{}-{month}-{day:02}", year_text(year))
            }
            Self::Month { year, month } | Self::TenDays { year, month, .. } => {
                format!("{}-{month:02}", year_text(year))
            }
            Self::Quarter { year, quarter } => format!("{}-Q{quarter}", year_text(year)),
            Self::Months { year, first: 1, last: 6 } => format!("{}-H1", year_text(year)),
            Self::Months { year, first: 7, last: 12 } => format!("{}-H2", year_text(year)),
            Self::Decade(year) => format!("{:03}", year / 10),
            Self::Century(number) => format!("{:02}", number - 1),
            Self::Season { year, season } => match season_code(season) {
                Some((_, code)) => format!("{}-{code}", year_text(year)),
                None => year_text(year),
            },
            Self::Week(monday) => {
                let week = monday.iso_week_date();
                format!("{:04}-W{:02}", week.year(), week.week())
            }
            Self::Weekend(saturday) => {
                let week = saturday.iso_week_date();
                format!("{:04}-W{:02}-WE", week.year(), week.week())
            }
            Self::Feast { first, last, approximate: false } if first != last => self.edtf(),
            Self::Feast { first, .. } => first.to_string(),
            Self::Months { .. } | Self::Year(_) | Self::Years(..) | Self::Named(_) => self.edtf(),
        }
    }
}

/// A year, or `XXXX` where it could not be had.
fn year_text(year: Option<i16>) -> String {
    match year {
        None => "XXXX".to_owned(),
        // ISO 8601 counts the years before the common era from 0 down: 179 BC is -0178.
        Some(year) if year < 0 => format!("-{:04}", year.unsigned_abs()),
        Some(year) => format!("{year:04}"),
    }
}

/// EDTF and TIMEX3 codes of the four seasons; the dry and the wet have none.
pub(crate) const fn season_code(season: Season) -> Option<(u8, &'static str)> {
    match season {
        Season::Spring => Some((21, "SP")),
        Season::Summer => Some((22, "SU")),
        Season::Autumn => Some((23, "FA")),
        Season::Winter => Some((24, "WI")),
        Season::Dry | Season::Wet => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::resolve::calendar::date;

    #[test]
    fn names_and_bounds() {
        let of = |calendar: Calendar| {
            let bounds = calendar.bounds().map(|(a, b)| format!("{a}..{b}"));
            (calendar.value(), calendar.edtf(), bounds.unwrap_or_default())
        };
        let want =
            |value: &str, edtf: &str, bounds: &str| (value.into(), edtf.into(), bounds.into());
        let y = Some(2021);
        assert_eq!(
            of(Calendar::Quarter { year: y, quarter: 2 }),
            want("2021-Q2", "2021-34", "2021-04-01..2021-06-30")
        );
        assert_eq!(
            of(Calendar::Months { year: y, first: 1, last: 9 }),
            want("2021-01/2021-09", "2021-01/2021-09", "2021-01-01..2021-09-30")
        );
        assert_eq!(
            of(Calendar::TenDays { year: y, month: 2, part: 3 }),
            want("2021-02", "2021-02-21/2021-02-28", "2021-02-21..2021-02-28")
        );
        assert_eq!(of(Calendar::Century(21)), want("20", "20XX", "2001-01-01..2100-12-31"));
        assert_eq!(
            of(Calendar::Day { year: None, month: Some(7), day: 24 }),
            want("XXXX-07-24", "XXXX-07-24", "")
        );
        assert_eq!(
            of(Calendar::Week(date(2021, 6, 14).unwrap())),
            want("2021-W24", "2021-06-14/2021-06-20", "2021-06-14..2021-06-20")
        );
    }
}
