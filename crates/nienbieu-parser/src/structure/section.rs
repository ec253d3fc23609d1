//! Section lines: a section's name alone, a breadcrumb ("Trang chủ » Y tế"), a menu of sections.

use std::ops::Range;

use super::lexicon::{furniture, sections};
use super::names::plain_of;

/// A line that files the page under a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Section {
    /// The section, as a range of the line's bytes.
    Named(Range<usize>),
    /// A menu: many sections, so none.
    Menu,
}

/// Reads a line as a section line.
pub(super) fn read(line: &str) -> Option<Section> {
    if line.chars().count() > 160 {
        return None;
    }
    let pieces = pieces(line);
    match &pieces[..] {
        [] => None,
        [one] => known(&line[one.clone()]).then(|| Section::Named(one.clone())),
        many => crumbs(line, many),
    }
}

fn crumbs(line: &str, pieces: &[Range<usize>]) -> Option<Section> {
    let text = |range: &Range<usize>| &line[range.clone()];
    let home = furniture(&crate::text::Folded::new(text(&pieces[0])).as_str().to_owned()).is_some();
    let hits = pieces.iter().filter(|p| known(text(p))).count();
    if hits + usize::from(home) < 2
        && !(home && pieces.len() == 2 && plain_of(text(&pieces[1])).split(' ').count() <= 5)
    {
        return None;
    }
    let menu = line.contains(['|', '•', '·']) || pieces.len() > 4;
    if menu && hits > 2 {
        return Some(Section::Menu);
    }
    let rest = &pieces[usize::from(home)..];
    let narrow = rest.iter().find(|p| sections().has("", &plain_of(text(p))));
    narrow.or_else(|| rest.first()).cloned().map(Section::Named)
}

fn known(text: &str) -> bool {
    let plain = plain_of(text);
    sections().has("", &plain) || sections().has("wide", &plain)
}

/// What stands between the separators of a breadcrumb, trimmed.
fn pieces(line: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut from = 0;
    let cuts = line.match_indices(['>', '»', '›', '→', '|', '/', '\\', '•', '·', '\t']);
    for (at, cut) in cuts.map(|(at, cut)| (at, cut.len())).chain([(line.len(), 0)]) {
        let piece = &line[from..at];
        let trimmed = piece
            .trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '\u{300}'..='\u{36f}'));
        if !trimmed.is_empty() {
            let start = from + piece.find(trimmed).unwrap_or(0);
            found.push(start..start + trimmed.len());
        }
        from = at + cut;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(line: &str) -> Option<&str> {
        match read(line)? {
            Section::Named(range) => Some(&line[range]),
            Section::Menu => Some("menu"),
        }
    }

    #[test]
    fn sections_and_breadcrumbs() {
        for (line, want) in [
            ("Chính trị", "Chính trị"),
            ("KINH TẾ", "KINH TẾ"),
            ("Trang chủ / Pháp luật / Bản án", "Pháp luật"),
            ("Trang chủ » Tin tức » Y tế", "Y tế"),
            ("Trang chủ > Tin tức", "Tin tức"),
            ("Kinh tế - Xã hội", "Kinh tế - Xã hội"),
            ("Thời sự | Kinh tế | Xã hội | Thể thao", "menu"),
        ] {
            assert_eq!(of(line), Some(want), "{line}");
        }
    }

    #[test]
    fn no_sections() {
        for line in ["Chính trị gia cao tuổi nhất", "Lúa / ngô / khoai", "Giá lúa tăng", ""]
        {
            assert_eq!(of(line), None, "{line}");
        }
    }
}
