//! A place as the user types it: by name, with or without diacritics, or by code.

use std::collections::HashSet;

use nienbieu_export::items::find;
use nienbieu_model::{Event, Place, Quantity, Record};
use unicode_normalization::UnicodeNormalization;

/// How far a place's parents are followed.
const DEPTH: usize = 8;

/// The place asked for.
#[derive(Clone, Debug)]
pub(super) struct Wanted {
    /// Its name, plain, with a space before and behind.
    name: String,
    code: String,
}

/// The same in a record: the places meant, and the codes of the provinces among them.
pub(super) struct Within<'a> {
    record: &'a Record,
    wanted: &'a Wanted,
    places: HashSet<&'a str>,
    codes: HashSet<&'a str>,
}

impl Wanted {
    pub(super) fn new(text: &str) -> Self {
        Self { name: plain(text), code: text.trim().to_uppercase() }
    }

    pub(super) fn within<'a>(&'a self, record: &'a Record) -> Within<'a> {
        let named = record.places.iter().filter(|place| self.names(place));
        let province = |place: &&Place| place.level.as_deref() == Some("province");
        let codes = named.filter(province).filter_map(|place| place.code.as_deref()).collect();
        let mut within = Within { record, wanted: self, places: HashSet::new(), codes };
        let meant = record.places.iter().filter(|place| within.means(place, DEPTH));
        within.places = meant.map(|place| place.id.as_str()).collect();
        within
    }

    fn names(&self, place: &Place) -> bool {
        place.name.as_deref().is_some_and(|name| self.is_in(name)) || self.is_in(&place.text)
    }

    /// Whether its words stand in the text, whole and one behind the other.
    fn is_in(&self, text: &str) -> bool {
        self.name.trim() != "" && plain(text).contains(&self.name)
    }

    /// Whether the code is the one typed, or lies within it: VN-71-094 in VN-71.
    fn encloses(&self, code: &str) -> bool {
        let rest = code.to_uppercase().strip_prefix(&self.code).map(str::to_owned);
        !self.code.is_empty() && rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
    }
}

impl Within<'_> {
    /// Whether an event or one of its figures is there.
    pub(super) fn holds(&self, event: &Event) -> bool {
        let quantities =
            || event.quantities.iter().filter_map(|id| find(&self.record.quantities, id));
        self.is_there(event.place.as_deref()) || quantities().any(|quantity| self.has(quantity))
    }

    /// Whether a figure is of there.
    pub(super) fn has(&self, quantity: &Quantity) -> bool {
        self.is_there(quantity.place.as_deref())
            || quantity.place_code.as_deref().is_some_and(|code| self.covers(code))
    }

    fn is_there(&self, place: Option<&str>) -> bool {
        place.is_some_and(|id| self.places.contains(id))
    }

    fn covers(&self, code: &str) -> bool {
        let province = |known: &&str| {
            code.strip_prefix(*known).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
        };
        self.wanted.encloses(code) || self.codes.iter().any(province)
    }

    /// By its own name or code, or by those of what it lies in.
    fn means(&self, place: &Place, depth: usize) -> bool {
        self.wanted.names(place)
            || place.code.as_deref().is_some_and(|code| self.covers(code))
            || place.parent.as_deref().is_some_and(|parent| self.is_in_parent(parent, depth))
    }

    fn is_in_parent(&self, parent: &str, depth: usize) -> bool {
        match find(&self.record.places, parent) {
            Some(above) => depth > 0 && self.means(above, depth - 1),
            None => self.wanted.is_in(parent) || self.covers(parent),
        }
    }
}

/// Lower case without diacritics, one space around each word.
fn plain(text: &str) -> String {
    let letters = text.nfd().filter(|c| !unicode_normalization::char::is_combining_mark(*c));
    let letters: String =
        letters.flat_map(char::to_lowercase).map(|c| if c == 'đ' { 'd' } else { c }).collect();
    let words = letters.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.fold(String::from(" "), |all, word| all + word + " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_compared_without_diacritics_by_whole_words() {
        for (typed, text) in [
            ("dien bien", "tỉnh Điện Biên"),
            ("ĐIỆN BIÊN", "Điện Biên"),
            ("Điện Biên", "Đie\u{323}\u{302}n Bie\u{302}n"),
            ("Hoà Bình", "Hòa Bình"),
            ("tp hcm", "TP. HCM"),
        ] {
            assert!(Wanted::new(typed).is_in(text), "{typed}");
        }
        for (typed, text) in [("bien", "Biên Hòa tỉnh"), ("hoa binh", "Bình Hòa"), ("", "Huế")]
        {
            assert_eq!(Wanted::new(typed).is_in(text), typed == "bien", "{typed}");
        }
        assert!(!Wanted::new("ha noi").is_in("Hà Nội2"));
    }

    #[test]
    fn codes_enclose_what_lies_in_them() {
        let wanted = Wanted::new("vn-71");
        assert!(wanted.encloses("VN-71") && wanted.encloses("VN-71-094"));
        assert!(
            !wanted.encloses("VN-710") && !wanted.encloses("VN") && !Wanted::new("").encloses("VN")
        );
    }
}
