//! Section lines: a section's name alone, a breadcrumb ("Trang chủ » Y tế"), a menu of sections.

use std::ops::Range;

use super::features::printed_words;
use super::lexicon::{furniture, is_word, sections};
use super::names::plain_of;
use crate::text::Folded;

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
    // "#giao thông   #Cần Thơ" are tags.
    if line.chars().count() > 160 || line.trim_start().starts_with('#') {
        return None;
    }
    let pieces = pieces(line);
    match &pieces[..] {
        [] => None,
        [_] if printed_words(line).count() > 8 => None,
        [one] => known(&line[one.clone()]).then(|| Section::Named(one.clone())),
        many => crumbs(line, many),
    }
}

fn crumbs(line: &str, pieces: &[Range<usize>]) -> Option<Section> {
    let text = |range: &Range<usize>| &line[range.clone()];
    if pieces.len() > 12 {
        return None;
    }
    let short = pieces.iter().all(|p| plain_of(text(p)).split(' ').count() <= 6);
    let reason = |p: &Range<usize>| furniture(Folded::new(text(p)).as_str());
    let home = reason(&pieces[0]) == Some("navigation");
    let hits = pieces.iter().filter(|p| known(text(p))).count();
    let others = pieces.iter().skip(1).all(|p| reason(p).is_some());
    if !short || hits + usize::from(home) == 0 || (home && others) {
        return None;
    }
    let columns = line.contains(['|', '•', '·', '\t']) || line.trim().contains("  ");
    if columns && pieces.len() > 2 {
        return Some(Section::Menu);
    }
    let rest = &pieces[usize::from(home)..];
    let telling = rest.iter().rfind(|p| !sections().has("wide", &plain_of(text(p))));
    telling.or_else(|| rest.last()).cloned().map(Section::Named)
}

/// A section's name, or two of them joined: "Chính trị - Thời sự".
pub(super) fn known(text: &str) -> bool {
    sections().has("wide", &plain_of(text)) || is_narrow(text)
}

fn is_narrow(text: &str) -> bool {
    let named = |part: &str| sections().has("", &plain_of(part));
    let parts = || text.split(['-', '–', '&', ',']).flat_map(|part| part.split(" và "));
    named(text) || (parts().count() == 2 && parts().all(named))
}

/// What stands between the separators of a breadcrumb, trimmed.
fn pieces(line: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut from = 0;
    let cuts = line.char_indices().filter(|&(at, c)| match c {
        '>' | '»' | '›' | '→' | '|' | '/' | '\\' | '•' | '·' | '\t' => true,
        ':' => line[at + 1..].starts_with(':') || line[..at].ends_with(':'),
        // The columns of a menu, pasted.
        ' ' => line[..at].ends_with(' '),
        _ => false,
    });
    for (at, cut) in cuts.map(|(at, c)| (at, c.len_utf8())).chain([(line.len(), 0)]) {
        let piece = &line[from..at];
        let trimmed = piece.trim_matches(|c: char| !is_word(c));
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
            ("Trang chủ / Pháp luật / Vụ án khác", "Vụ án khác"),
            ("Trang chủ » Tin tức » Y tế", "Y tế"),
            ("Trang chủ > Tin tức", "Tin tức"),
            ("Kinh tế - Xã hội", "Kinh tế - Xã hội"),
            ("Pháp luật - Giáo dục", "Pháp luật - Giáo dục"),
            ("Kinh tế :: Du lịch", "Du lịch"),
            ("Văn hóa | Lễ hội", "Lễ hội"),
            ("Trang chủ > Tin tức > Mùa vụ", "Mùa vụ"),
            ("Thời sự | Kinh tế | Xã hội | Thể thao", "menu"),
            ("Media   Video   Thời sự   Pháp luật", "menu"),
        ] {
            assert_eq!(of(line), Some(want), "{line}");
        }
    }

    #[test]
    fn no_sections() {
        for line in [
            "Chính trị gia cao tuổi nhất",
            "Lúa / ngô / khoai",
            "Y tế: Thêm 3 ca mắc",
            "Chia sẻ / Facebook",
            "Trang trước | Trang sau",
            "Giá lúa tăng",
            "Giá lúa  tăng mạnh  ở Y tế",
            "#giao thông   #Y tế",
            "",
        ] {
            assert_eq!(of(line), None, "{line}");
        }
    }
}
