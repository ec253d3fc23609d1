//! An administrative unit.

use crate::{Province, communes, districts, provinces};

/// The last day of the units that ended with the reform of 2025.
pub(crate) const LAST_DAY: &str = "2025-06-30";
/// The first day of the units that it made.
pub(crate) const FIRST_DAY: &str = "2025-07-01";
/// What is of the state of early 2025 alone cannot be older than the state of 2023.
const AFTER_2023: &str = "2023-04-10";

/// How high a unit stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Tỉnh, thành phố trực thuộc trung ương.
    Province,
    /// Quận, huyện, thị xã, thành phố thuộc tỉnh: until 30 June 2025.
    District,
    /// Xã, phường, thị trấn, đặc khu.
    Commune,
}

/// What a unit is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Tỉnh.
    Tinh,
    /// Thành phố: under the central government, a province or another city.
    ThanhPho,
    /// Quận.
    Quan,
    /// Huyện.
    Huyen,
    /// Thị xã.
    ThiXa,
    /// Xã.
    Xa,
    /// Phường.
    Phuong,
    /// Thị trấn.
    ThiTran,
    /// Đặc khu.
    DacKhu,
}

impl Kind {
    /// The kind by the letter that the tables have for it.
    #[must_use]
    pub const fn of(letter: u8) -> Option<Self> {
        Some(match letter {
            b'T' => Self::Tinh,
            b'C' => Self::ThanhPho,
            b'q' => Self::Quan,
            b'h' => Self::Huyen,
            b's' => Self::ThiXa,
            b'x' => Self::Xa,
            b'p' => Self::Phuong,
            b't' => Self::ThiTran,
            b'k' => Self::DacKhu,
            _ => return None,
        })
    }

    /// The word before the name, in lower case.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Tinh => "tỉnh",
            Self::ThanhPho => "thành phố",
            Self::Quan => "quận",
            Self::Huyen => "huyện",
            Self::ThiXa => "thị xã",
            Self::Xa => "xã",
            Self::Phuong => "phường",
            Self::ThiTran => "thị trấn",
            Self::DacKhu => "đặc khu",
        }
    }
}

/// Which states of the country a unit is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Period {
    /// Before the reform of 2025 and after it.
    Lasting,
    /// Until 30 June 2025.
    Ended,
    /// In the state of 2023, but no longer in that of early 2025; when it ended in between is not known.
    Of2023,
    /// In the state of early 2025, but not yet in that of 2023.
    Of2025,
    /// Since 1 July 2025.
    Today,
}

/// A unit in the form that one name gives it. Another spelling of the name is another `Unit` of the same code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unit {
    /// As printed, without the word before it, with the tone marks' older placement.
    pub name: &'static str,
    /// What it is called.
    pub kind: Kind,
    /// When it was, as far as is known.
    pub period: Period,
    /// The province that it is in or is.
    pub province: &'static Province,
    /// The General Statistics Office's code of the district that it was in or was.
    pub district: Option<&'static str>,
    /// The General Statistics Office's code of the commune that it is.
    pub commune: Option<&'static str>,
    /// What a commune became, as its table says it.
    pub(crate) became: Option<&'static str>,
}

impl Unit {
    /// How high it stands.
    #[must_use]
    pub const fn level(&self) -> Level {
        match (self.district, self.commune) {
            (_, Some(_)) => Level::Commune,
            (Some(_), None) => Level::District,
            (None, None) => Level::Province,
        }
    }

    /// Its code in a record: "VN-71", "VN-71-094", "VN-71-094-03127", since July 2025 "VN-71-03127".
    #[must_use]
    pub fn code(&self) -> String {
        let mut code = self.province.iso.to_owned();
        for part in [self.district, self.commune].into_iter().flatten() {
            code.push('-');
            code.push_str(part);
        }
        code
    }

    /// The unit that it is in: of a commune the district, since July 2025 the province.
    #[must_use]
    pub fn parent(&self) -> Option<Self> {
        match self.level() {
            Level::Province => None,
            Level::Commune if self.district.is_some() => districts::by_code(self.district?),
            _ => Some(self.province.unit()),
        }
    }

    /// First day that it can have been, where one is known.
    #[must_use]
    pub const fn first_day(&self) -> Option<&'static str> {
        match self.period {
            Period::Today => Some(FIRST_DAY),
            Period::Of2025 => Some(AFTER_2023),
            _ => None,
        }
    }

    /// Last day that it can have been, where one is known.
    #[must_use]
    pub const fn last_day(&self) -> Option<&'static str> {
        match self.period {
            Period::Lasting | Period::Today => None,
            _ => Some(LAST_DAY),
        }
    }

    /// Whether it can have been in force on a day, or at some time of a month or a year ("2021-08-05",
    /// "2021-08", "2021").
    #[must_use]
    pub fn in_force(&self, date: &str) -> bool {
        let cut = |day: &'static str| day.get(..date.len().min(day.len())).unwrap_or(day);
        let date = date.get(..10).unwrap_or(date);
        self.first_day().is_none_or(|day| cut(day) <= date)
            && self.last_day().is_none_or(|day| date <= cut(day))
    }

    /// What it became in July 2025: of a commune the communes that took it in, the likeliest first; of a
    /// district, which has none of its level, and of a commune of which no more is known, the province. Itself no more
    /// than a province that goes on.
    #[must_use]
    pub fn successors(&self) -> Vec<Self> {
        match self.period {
            Period::Lasting | Period::Today => return Vec::new(),
            _ => {}
        }
        let today = provinces::by_iso(self.province.today);
        let communes = self.successor_codes().into_iter().filter_map(|code| communes::today(&code));
        let communes: Vec<Self> = communes.collect();
        if communes.is_empty() { today.map(Province::unit).into_iter().collect() } else { communes }
    }

    /// The General Statistics Office's codes of the communes of today that took in this one.
    pub(crate) fn successor_codes(&self) -> Vec<String> {
        let Some(own) = self.commune else { return Vec::new() };
        let Ok(number) = own.parse::<i32>() else { return Vec::new() };
        let Some(steps) = self.became else { return vec![own.to_owned()] };
        let steps = steps.split(',').filter_map(|step| step.parse::<i32>().ok());
        steps.map(|step| format!("{:05}", number + step)).collect()
    }
}
