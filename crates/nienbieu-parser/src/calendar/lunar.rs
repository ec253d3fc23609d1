//! Lunar dates (âm lịch) and their Gregorian counterparts.

use std::ops::RangeInclusive;

use jiff::{ToSpan, civil::Date};

use super::lunar_table::{FIRST_YEAR, ROWS};

/// The lunar years that the table holds.
///
/// The first is there for January 1900, which belongs to the lunar year 1899.
pub const YEARS: RangeInclusive<i16> = FIRST_YEAR..=2100;

/// A date in the Vietnamese lunar calendar.
///
/// The year bears the number of the Gregorian year in which it begins: Quý Mão, from 22 January 2023
/// to 9 February 2024, is 2023.
///
/// # Which clock
///
/// Days begin at midnight UTC+7 throughout, Vietnam's civil time and the basis of its calendar since
/// 1 January 1968 (government decision 121/CP of 8 August 1967). Older almanacs may differ:
///
/// - Before 1968 the almanacs went by the Chinese calendar's clock, UTC+8 in effect. Where the new
///   moon fell in the hour between, their month begins a day later: Tết was 29 January 1903,
///   4 February 1935 and 2 February 1965 by them, one day after what is computed here. The leap month
///   differed in 1917 (2, here 3), 1922 (5, here 6) and 1938 (7, here 8: Trung thu fell on 8 October,
///   here 8 September).
/// - The South kept UTC+8 until 13 June 1975. Tết Mậu Thân was 29 January 1968 in the North (as here)
///   and 30 January in the South; Tết Kỷ Dậu 16 and 17 February 1969; 30 April 1975 the 20th and the
///   19th of the third month.
///
/// Sources: the earlier dates are those of Hồ Ngọc Đức's tables for the 20th century (they have one
/// more, 25 January 1925, that neither clock explains); the changes of official time are in the tz
/// database under `Asia/Ho_Chi_Minh`, after Trần Tiến Bình, *Lịch Việt Nam thế kỷ XX–XXI* (2005).
///
/// # Close calls
///
/// A lunar month begins on the day of the new moon, so that the seconds decide where it falls by
/// midnight. Within two minutes of it, in seconds after midnight UTC+7: 21 June 1944 −27, 8 July 1967
/// +4, 21 September 1998 +89, 8 May 2054 +28, 10 December 2072 −76, 16 November 2077 −8,
/// 19 October 2085 −25. The past ones are certain. The future ones rest on a forecast of the earth's
/// rotation, a minute or more uncertain by then: the month that begins there may shift by a day.
/// None is a Tết. Hồ Ngọc Đức's table begins the month on 7 May 2054; every other day from 1968 to 2100
/// it has as here.
///
/// # Example
///
/// ```
/// use jiff::civil::date;
/// use nienbieu_parser::calendar::LunarDate;
///
/// let full_moon = LunarDate { year: 2023, month: 1, leap: false, day: 15 };
/// assert_eq!(full_moon.to_solar(), Some(date(2023, 2, 5)));
/// assert_eq!(LunarDate::from_solar(date(2023, 2, 5)), Some(full_moon));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LunarDate {
    /// The Gregorian year in which the lunar year begins.
    pub year: i16,
    /// 1 (Giêng) to 12 (Chạp).
    pub month: u8,
    /// Whether this is the leap month (tháng nhuận) that follows the month of the same number.
    pub leap: bool,
    /// 1 to 29 or 30.
    pub day: u8,
}

impl LunarDate {
    /// The Gregorian date; `None` where there is no such lunar date, or the year is outside [`YEARS`].
    #[must_use]
    pub fn to_solar(self) -> Option<Date> {
        let row = Row::of(self.year)?;
        let index = row.index(self.month, self.leap)?;
        if !(1..=row.length(index)).contains(&self.day) {
            return None;
        }
        let before: i32 = (0..index).map(|i| i32::from(row.length(i))).sum();
        new_year(self.year, i32::from(row.tet()) + before + i32::from(self.day) - 1)
    }

    /// The lunar date of a Gregorian one; `None` outside the years 1900 to 2100.
    #[must_use]
    pub fn from_solar(date: Date) -> Option<Self> {
        if !(1900..=2100).contains(&date.year()) {
            return None;
        }
        let day = date.day_of_year() - 1;
        let tet = Row::of(date.year())?.tet();
        if day >= tet {
            return Self::nth(date.year(), day - tet);
        }
        let last_year = date.first_of_year().yesterday().ok()?;
        Self::nth(
            last_year.year(),
            day + last_year.day_of_year() - Row::of(last_year.year())?.tet(),
        )
    }

    /// The date so many days after Tết.
    fn nth(year: i16, days: i16) -> Option<Self> {
        let row = Row::of(year)?;
        let mut left = u16::try_from(days).ok()?;
        for index in 0..row.months() {
            let length = u16::from(row.length(index));
            if left < length {
                let (month, leap) = row.month(index);
                return Some(Self { year, month, leap, day: u8::try_from(left + 1).ok()? });
            }
            left -= length;
        }
        None
    }
}

/// Tết Nguyên đán: the first day of the lunar year.
#[must_use]
pub fn tet(year: i16) -> Option<Date> {
    new_year(year, Row::of(year)?.tet().into())
}

/// The leap month of a year: 2 where a second month 2 follows month 2.
#[must_use]
pub fn leap_month(year: i16) -> Option<u8> {
    Row::of(year)?.leap()
}

/// The days in a month, 29 or 30; `None` where the year has no such month.
#[must_use]
pub fn month_length(year: i16, month: u8, leap: bool) -> Option<u8> {
    let row = Row::of(year)?;
    Some(row.length(row.index(month, leap)?))
}

/// Thanh minh in a Gregorian year: the day on which the sun's longitude reaches 15°.
#[must_use]
pub fn thanh_minh(year: i16) -> Option<Date> {
    Date::new(year, 4, Row::of(year)?.thanh_minh()).ok()
}

/// The date so many days after 1 January.
fn new_year(year: i16, days: i32) -> Option<Date> {
    Date::new(year, 1, 1).ok()?.checked_add(days.days()).ok()
}

/// One year of the table: see [`ROWS`] for the bits.
#[derive(Clone, Copy)]
struct Row(u32);

impl Row {
    fn of(year: i16) -> Option<Self> {
        let index = usize::try_from(year.checked_sub(FIRST_YEAR)?).ok()?;
        ROWS.get(index).copied().map(Self)
    }

    /// The bits from `shift` on.
    const fn bits(self, shift: u32, count: u32) -> u8 {
        ((self.0 >> shift) & ((1 << count) - 1)) as u8
    }

    /// Days from 1 January to Tết.
    fn tet(self) -> i16 {
        self.bits(17, 6).into()
    }

    fn leap(self) -> Option<u8> {
        Some(self.bits(13, 4)).filter(|&month| month > 0)
    }

    fn thanh_minh(self) -> i8 {
        4 + (self.bits(23, 2) as i8)
    }

    fn months(self) -> u8 {
        12 + u8::from(self.leap().is_some())
    }

    fn length(self, index: u8) -> u8 {
        29 + self.bits(index.into(), 1)
    }

    /// Where in the year a month stands, from 0.
    fn index(self, month: u8, leap: bool) -> Option<u8> {
        let after_leap = self.leap().is_some_and(|l| month > l);
        let valid = (1..=12).contains(&month) && (!leap || self.leap() == Some(month));
        valid.then(|| month - 1 + u8::from(after_leap || leap))
    }

    /// The month that stands there, and whether it is the leap one.
    fn month(self, index: u8) -> (u8, bool) {
        match self.leap() {
            Some(leap) if index >= leap => (index, index == leap),
            _ => (index + 1, false),
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn lunar(year: i16, month: u8, leap: bool, day: u8) -> LunarDate {
        LunarDate { year, month, leap, day }
    }

    #[test]
    fn every_day_comes_back() {
        let (mut day, mut last, mut count) = (date(1900, 1, 1), None, 0);
        while day.year() <= 2100 {
            let lunar = LunarDate::from_solar(day).unwrap_or_else(|| panic!("{day}"));
            assert_eq!(lunar.to_solar(), Some(day), "{lunar:?}");
            let step = if last.is_none_or(|l: LunarDate| l.day < lunar.day) {
                last.is_none_or(|l| l.day + 1 == lunar.day && l.month == lunar.month)
            } else {
                lunar.day == 1 && last.is_some_and(|l| l.day >= 29)
            };
            assert!(step, "{last:?} before {lunar:?}");
            (last, count) = (Some(lunar), count + 1);
            day = day.tomorrow().unwrap();
        }
        assert_eq!(count, 73_414);
        assert_eq!(LunarDate::from_solar(date(1900, 1, 1)), Some(lunar(1899, 12, false, 1)));
        assert_eq!(LunarDate::from_solar(date(2100, 12, 31)), Some(lunar(2100, 12, false, 1)));
    }

    #[test]
    fn every_lunar_date_comes_back() {
        let mut count = 0;
        for year in 1900..=2099 {
            for (month, leap) in (1..=12).flat_map(|m| [(m, false), (m, true)]) {
                for day in 1..=month_length(year, month, leap).unwrap_or(0) {
                    let lunar = lunar(year, month, leap, day);
                    assert_eq!(lunar.to_solar().and_then(LunarDate::from_solar), Some(lunar));
                    count += 1;
                }
            }
        }
        let days = tet(2100).unwrap().since(tet(1900).unwrap()).unwrap().get_days();
        assert_eq!(count, days);
    }

    #[test]
    fn impossible_dates_have_no_place() {
        for (year, month, leap, day) in [
            (2023, 0, false, 1),
            (2023, 13, false, 1),
            (2023, 1, true, 1),
            (2023, 2, true, 30),
            (2023, 1, false, 0),
            (2023, 1, false, 30),
            (2023, 3, false, 255),
            (1898, 1, false, 1),
            (2101, 1, false, 1),
            (i16::MIN, 1, false, 1),
            (i16::MAX, 1, false, 1),
        ] {
            let date = lunar(year, month, leap, day);
            assert_eq!(date.to_solar(), None, "{date:?}");
        }
        for date in [date(1899, 12, 31), date(2101, 1, 1), Date::MIN, Date::MAX] {
            assert_eq!(LunarDate::from_solar(date), None);
        }
    }

    #[test]
    fn the_leap_month_follows_its_namesake() {
        let first = lunar(2023, 2, false, 1).to_solar();
        let leap = lunar(2023, 2, true, 1).to_solar();
        let third = lunar(2023, 3, false, 1).to_solar();
        assert_eq!(first, Some(date(2023, 2, 20)));
        assert_eq!(leap, Some(date(2023, 3, 22)));
        assert_eq!(third, Some(date(2023, 4, 20)));
        assert_eq!(month_length(2023, 2, false), Some(30));
        assert_eq!(month_length(2023, 2, true), Some(29));
        assert_eq!(month_length(2024, 2, true), None);
    }

    #[test]
    fn thanh_minh_is_a_day_in_early_april() {
        assert_eq!(thanh_minh(2022), Some(date(2022, 4, 5)));
        assert_eq!(thanh_minh(2024), Some(date(2024, 4, 4)));
        assert_eq!(thanh_minh(2101), None);
    }
}
