//! Can chi: the cycle of sixty names for the years.

use std::fmt;

/// The ten heavenly stems (can), each with its spellings, lower case and composed; the first is the
/// one that is written.
pub const STEMS: [&[&str]; 10] = [
    &["giáp"],
    &["ất"],
    &["bính"],
    &["đinh"],
    &["mậu"],
    &["kỷ", "kỉ"],
    &["canh"],
    &["tân"],
    &["nhâm"],
    &["quý", "quí", "qúy"],
];

/// The twelve earthly branches (chi), as [`STEMS`].
pub const BRANCHES: [&[&str]; 12] = [
    &["tý", "tí"],
    &["sửu"],
    &["dần"],
    &["mão", "mẹo"],
    &["thìn"],
    &["tỵ", "tị"],
    &["ngọ"],
    &["mùi", "vị"],
    &["thân"],
    &["dậu"],
    &["tuất"],
    &["hợi"],
];

/// [`STEMS`] as written without diacritics.
pub const PLAIN_STEMS: [&[&str]; 10] = [
    &["giap"],
    &["at"],
    &["binh"],
    &["dinh"],
    &["mau"],
    &["ky", "ki"],
    &["canh"],
    &["tan"],
    &["nham"],
    &["quy", "qui"],
];

/// [`BRANCHES`] as written without diacritics: tý and tỵ look alike, and the stem tells which.
pub const PLAIN_BRANCHES: [&[&str]; 12] = [
    &["ty", "ti"],
    &["suu"],
    &["dan"],
    &["mao", "meo"],
    &["thin"],
    &["ty", "ti"],
    &["ngo"],
    &["mui", "vi"],
    &["than"],
    &["dau"],
    &["tuat"],
    &["hoi"],
];

/// A year's place in the cycle, from Giáp Tý (0) to Quý Hợi (59).
///
/// Stem and branch advance together, so that only those of equal parity meet: there is no Giáp Sửu.
///
/// # Example
///
/// ```
/// use nienbieu_parser::calendar::CanChi;
///
/// let year = CanChi::from_names("Quý", "Mão").unwrap();
/// assert_eq!(year.year_near(2022), 2023);
/// assert_eq!(CanChi::of_year(2023).to_string(), "Quý Mão");
/// assert_eq!(CanChi::from_names("Giáp", "Sửu"), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CanChi(u8);

impl CanChi {
    /// From the places in [`STEMS`] and [`BRANCHES`]; `None` where the two never meet.
    #[must_use]
    pub fn new(stem: usize, branch: usize) -> Option<Self> {
        (0..60)
            .find(|&i: &u8| usize::from(i % 10) == stem && usize::from(i % 12) == branch)
            .map(Self)
    }

    /// From two names in any case, composed (NFC).
    #[must_use]
    pub fn from_names(stem: &str, branch: &str) -> Option<Self> {
        Self::find(&STEMS, stem, &BRANCHES, branch)
    }

    /// From two names written without diacritics: "ky ty" is Kỷ Tỵ, as Kỷ never meets Tý.
    #[must_use]
    pub fn from_plain_names(stem: &str, branch: &str) -> Option<Self> {
        Self::find(&PLAIN_STEMS, stem, &PLAIN_BRANCHES, branch)
    }

    fn find(stems: &[&[&str]], stem: &str, branches: &[&[&str]], branch: &str) -> Option<Self> {
        let stem = places(stems, stem).next()?;
        places(branches, branch).find_map(|branch| Self::new(stem, branch))
    }

    /// The name of a lunar year: see [`LunarDate::year`](super::LunarDate::year).
    #[must_use]
    pub fn of_year(year: i16) -> Self {
        let place = (i32::from(year) - 4).rem_euclid(60);
        Self(u8::try_from(place).unwrap_or_default())
    }

    /// The lunar year of this name that is nearest to a year; of two thirty years away, the earlier.
    #[must_use]
    pub fn year_near(self, year: i16) -> i16 {
        let first = year.clamp(-9999, 9999) - 30;
        let ahead = (i16::from(self.0) - i16::from(Self::of_year(first).0)).rem_euclid(60);
        first + ahead
    }

    /// The place in the cycle, 0 to 59.
    #[must_use]
    pub const fn index(self) -> u8 {
        self.0
    }

    /// The place of the stem in [`STEMS`].
    #[must_use]
    pub const fn stem(self) -> usize {
        self.0 as usize % 10
    }

    /// The place of the branch in [`BRANCHES`].
    #[must_use]
    pub const fn branch(self) -> usize {
        self.0 as usize % 12
    }
}

impl fmt::Display for CanChi {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        capitalised(f, STEMS[self.stem()][0])?;
        f.write_str(" ")?;
        capitalised(f, BRANCHES[self.branch()][0])
    }
}

fn capitalised(f: &mut fmt::Formatter<'_>, name: &str) -> fmt::Result {
    let mut rest = name.chars();
    for upper in rest.next().into_iter().flat_map(char::to_uppercase) {
        write!(f, "{upper}")?;
    }
    f.write_str(rest.as_str())
}

/// Where a name stands among the spellings.
fn places<'a>(names: &'a [&[&str]], name: &'a str) -> impl Iterator<Item = usize> + 'a {
    let same =
        move |spelling: &&str| name.chars().flat_map(char::to_lowercase).eq(spelling.chars());
    names.iter().enumerate().filter(move |(_, all)| all.iter().any(same)).map(|(place, _)| place)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_have_their_names() {
        for (year, name) in [
            (1900, "Canh Tý"),
            (1945, "Ất Dậu"),
            (1954, "Giáp Ngọ"),
            (1968, "Mậu Thân"),
            (1975, "Ất Mão"),
            (1984, "Giáp Tý"),
            (2020, "Canh Tý"),
            (2021, "Tân Sửu"),
            (2022, "Nhâm Dần"),
            (2023, "Quý Mão"),
            (2024, "Giáp Thìn"),
            (2025, "Ất Tỵ"),
            (2026, "Bính Ngọ"),
            (2043, "Quý Hợi"),
        ] {
            assert_eq!(CanChi::of_year(year).to_string(), name, "{year}");
        }
        assert_eq!(CanChi::of_year(1984).index(), 0);
        assert_eq!(CanChi::of_year(2043).index(), 59);
    }

    #[test]
    fn names_are_read_in_every_spelling() {
        for (stem, branch, index) in [
            ("Giáp", "Tí", 0),
            ("QUÝ", "MẸO", 39),
            ("quí", "mão", 39),
            ("Qúy", "Tị", 29),
            ("Kỉ", "Tỵ", 5),
            ("kỷ", "vị", 55),
        ] {
            let read = CanChi::from_names(stem, branch).map(CanChi::index);
            assert_eq!(read, Some(index), "{stem} {branch}");
        }
        for (stem, branch) in
            [("Giáp", "Sửu"), ("Quý", "Tý"), ("Quy", "Mao"), ("", ""), ("Mão", "Quý")]
        {
            assert_eq!(CanChi::from_names(stem, branch), None, "{stem} {branch}");
        }
    }

    #[test]
    fn without_diacritics_the_stem_tells_ty_from_ty() {
        let read = |stem, branch| CanChi::from_plain_names(stem, branch).map(|c| c.to_string());
        assert_eq!(read("Canh", "Ty").as_deref(), Some("Canh Tý"));
        assert_eq!(read("at", "ty").as_deref(), Some("Ất Tỵ"));
        assert_eq!(read("ky", "ti").as_deref(), Some("Kỷ Tỵ"));
        assert_eq!(read("quy", "mao").as_deref(), Some("Quý Mão"));
        assert_eq!(read("giap", "suu"), None);
        assert_eq!(read("Quý", "Mão"), None);
    }

    #[test]
    fn sixty_of_the_pairs_meet() {
        let pairs = (0..11).flat_map(|s| (0..13).map(move |b| (s, b)));
        let met: Vec<_> = pairs.filter_map(|(s, b)| CanChi::new(s, b)).collect();
        assert_eq!(met.len(), 60);
        assert!(met.iter().all(|c| CanChi::new(c.stem(), c.branch()) == Some(*c)));
    }

    #[test]
    fn the_nearest_year_of_a_name() {
        for near in [-9999, -1, 0, 1950, 2023] {
            for away in -30..30 {
                let year = near + away;
                assert_eq!(CanChi::of_year(year).year_near(near), year);
            }
        }
        assert_eq!(CanChi::of_year(2053).year_near(2023), 1993);
        assert_eq!(CanChi::of_year(4).year_near(i16::MAX), 10_024);
        assert_eq!(CanChi::of_year(4).year_near(i16::MIN), -9_956 - 60);
    }
}
