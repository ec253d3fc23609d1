//! What an item of a list, or a paragraph that stands for one, tells whom to do.

use std::ops::Range;

use nienbieu_model::Span;

use super::{
    addressees::addressees,
    lexicon::{Verb, WORDS},
    page::Page,
};
use crate::text::{is_alphabetic, lexicon::word_starts};

/// How a line begins that may be an instruction.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Item {
    /// Whom it names, as folded bytes.
    pub(super) addressees: Vec<Range<usize>>,
    /// It begins with what is to be done.
    pub(super) deed: bool,
    /// Its own words make it an instruction, whatever stands above it.
    pub(super) own: bool,
    /// Nobody that the tables know is named ("các vị trưởng lão"), or somebody above those who tell.
    pub(super) loose: bool,
    /// It says what is or was, and tells nobody anything.
    pub(super) is_fact: bool,
}

impl Item {
    /// Whether it names somebody and says what is to be done.
    pub(super) const fn tells_body(&self) -> bool {
        !self.addressees.is_empty() && !self.is_fact
    }

    /// Whether it says what is to be done, with or without somebody to do it.
    pub(super) const fn tells(&self) -> bool {
        (self.deed || !self.addressees.is_empty()) && !self.is_fact
    }
}

/// item = [marker] [opener] [verb] (addressees (deed / ":") / deed / anything else)
pub(super) fn item(page: &Page<'_>, span: Span, marker: Option<&str>) -> Item {
    let range = page.range(span);
    let Some(line) = page.folded.as_str().get(range.clone()) else { return Item::default() };
    let start = marker.map_or(0, |_| behind_marker(line));
    let start = match WORDS.openers.at(&line[start..]) {
        Some((length, ())) => behind_opener(line, start, start + length),
        None => start,
    };
    let (start, verb) = match WORDS.verbs.at(&line[start..]) {
        Some((length, Verb::Order | Verb::Assign | Verb::Ask | Verb::Direct)) => {
            (spaced(line, start + length), true)
        }
        _ => (start, false),
    };
    let rest = &line[start..];
    if let Some(told) = addressees(page, range.start + start..range.end) {
        let after = behind_aside(line[told.end - range.start..].trim_start());
        let deed = deed_at(after);
        // "1. Sở Y tế" alone, with what it has to do below.
        if deed || opens(after) || after.is_empty() && marker.is_some() {
            let own = verb && deed || WORDS.own.at(after).is_some();
            return Item {
                addressees: told.bodies,
                deed: false,
                own,
                loose: told.high,
                ..Item::default()
            };
        }
        return Item { is_fact: is_fact(after), ..Item::default() };
    }
    if let Some(length) = many(rest) {
        let from = range.start + start;
        let many = std::iter::once(from..from + length).collect();
        return Item { addressees: many, loose: true, ..Item::default() };
    }
    Item { deed: WORDS.deeds.at(rest).is_some(), is_fact: is_figure(rest), ..Item::default() }
}

/// What follows an aside in brackets that says more of those named: "các xã (trọng điểm là xã Trà Tân): …".
fn behind_aside(after: &str) -> &str {
    const LONGEST: usize = 300;
    let inside =
        after.strip_prefix('(').map(|inside| &inside[..inside.floor_char_boundary(LONGEST)]);
    let length = inside.and_then(|inside| inside.find(')'));
    length.map_or(after, |length| after[length + 2..].trim_start())
}

/// Whether what is to be done stands at the start, behind a comma or not.
fn deed_at(after: &str) -> bool {
    WORDS.deeds.at(after.strip_prefix(',').map_or(after, str::trim_start)).is_some()
}

/// Whether a colon opens what they are told: words, or nothing more on the line.
fn opens(after: &str) -> bool {
    let behind = after.strip_prefix(':').map(str::trim_start);
    behind.is_some_and(|behind| !behind.starts_with(|c: char| c.is_numeric()))
}

/// Whether a body's sentence says what is or was: "đã xử phạt 12 người", "có 5 đơn vị", ": 50 ha".
fn is_fact(after: &str) -> bool {
    WORDS.after.at(after).is_some() || after.starts_with([':', '-', '(', ',']) || is_figure(after)
}

/// Whether it begins with a number: a figure, not a deed.
fn is_figure(rest: &str) -> bool {
    rest.starts_with(|c: char| c.is_numeric())
}

/// Many people whom no table knows: "các … ủy viên Ban Thường vụ" before a deed, a dozen words at most.
fn many(rest: &str) -> Option<usize> {
    const MOST: usize = 14;
    let (length, ()) = WORDS.determiners.at(rest)?;
    for at in word_starts(rest).skip_while(|at| *at < length).take(MOST) {
        let gap = rest[..at].trim_end();
        if gap.ends_with([':', '.', ';', '(']) {
            return None;
        }
        if at > length + 1 && WORDS.deeds.at(&rest[at..]).is_some() {
            return Some(gap.trim_end_matches(',').len());
        }
    }
    None
}

/// Where the text behind a marker begins.
fn behind_marker(line: &str) -> usize {
    let words = line.find(|c: char| c.is_whitespace() || is_alphabetic(c) && !line.starts_with(c));
    let from = words.unwrap_or(0);
    line.len() - line[from..].trim_start_matches([' ', '.', ')', '-', '+', '/']).len()
}

/// Where the text behind an opener begins ("Đối với Sở Y tế", "Trước mắt, các huyện"), where a body stands there.
fn behind_opener(line: &str, start: usize, end: usize) -> usize {
    let rest = line[end..].trim_start_matches([',', ' ']);
    let determiner = WORDS.determiners.at(rest).map_or(0, |(length, ())| spaced(rest, length));
    let body = WORDS.heads.at(&rest[determiner..]).is_some();
    if body { line.len() - rest.len() } else { start }
}

/// The offset of the first word from an offset on.
fn spaced(line: &str, at: usize) -> usize {
    line.len() - line[at..].trim_start().len()
}

#[cfg(test)]
mod tests {
    use super::super::testing::with_page;
    use super::*;

    fn read(text: &str, marker: Option<&str>) -> (Vec<String>, bool, bool, bool) {
        with_page(text, &[], |view| {
            let found = item(view, Span::new(0, text.len()), marker);
            let told =
                found.addressees.iter().map(|body| view.words(view.span(body.clone())).to_owned());
            (told.collect(), found.deed, found.own, found.is_fact)
        })
    }

    #[test]
    fn items() {
        for (text, marker, want) in [
            (
                "1. Sở Y tế chủ trì, phối hợp Công an tỉnh rà soát.",
                Some("1"),
                (vec!["Sở Y tế"], false, true, false),
            ),
            (
                "2. UBND các huyện, thành phố:",
                Some("2"),
                (vec!["UBND các huyện, thành phố"], false, false, false),
            ),
            ("- Tăng cường tuần tra.", Some("-"), (vec![], true, false, false)),
            ("a) Công an tỉnh điều tra.", Some("a)"), (vec!["Công an tỉnh"], false, false, false)),
            (
                "5. Đề nghị Hội Nông dân tỉnh vận động hội viên.",
                Some("5"),
                (vec!["Hội Nông dân tỉnh"], false, true, false),
            ),
            (
                "Các vị trưởng lão trong làng tiếp tục vận động.",
                None,
                (vec!["Các vị trưởng lão trong làng"], false, false, false),
            ),
            (
                "- Đối với các hộ dân ven sông: Chủ động sơ tán.",
                Some("-"),
                (vec!["các hộ dân ven sông"], false, false, false),
            ),
            (
                "b) Chỉ đạo Hạt Kiểm lâm trực 24/24 giờ.",
                Some("b)"),
                (vec!["Hạt Kiểm lâm"], false, true, false),
            ),
            (
                "4. UBND các xã, phường (trọng điểm là xã Trà Tân): tổ chức ký cam kết.",
                Some("4"),
                (vec!["UBND các xã, phường"], false, false, false),
            ),
            ("3/ Sở Nội vụ thẩm định đề án.", Some("3"), (vec!["Sở Nội vụ"], false, false, false)),
            ("- Huyện Mai Sơn: 50 ha", Some("-"), (vec![], false, false, true)),
            ("- Công an tỉnh đã xử phạt 12 người.", Some("-"), (vec![], false, false, true)),
            ("- 12 hộ nghèo", Some("-"), (vec![], false, false, true)),
        ] {
            let (told, deed, own, fact) = read(text, marker);
            assert_eq!(
                (told.iter().map(String::as_str).collect::<Vec<_>>(), deed, own, fact),
                want,
                "{text}"
            );
        }
    }
}
