//! Who is told something: "Sở Y tế, Công an tỉnh và UBND các huyện".

use std::ops::Range;

use super::{
    lexicon::{Head, WORDS},
    page::Page,
};
use crate::text::{is_alphanumeric, lexicon::word_starts};

/// The bodies that a stretch of text begins with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Addressees {
    /// Each as folded bytes, in order.
    pub(super) bodies: Vec<Range<usize>>,
    /// Whether one of them is above the orders of a province.
    pub(super) high: bool,
    /// Where what follows them begins.
    pub(super) end: usize,
}

/// Types of places whose names are listed behind one "các".
const PLACES: [&str; 8] =
    ["thành phố", "thị xã", "thị trấn", "huyện", "quận", "phường", "xã", "tỉnh"];

/// How many bodies one instruction may name: keeps the work bounded.
const MOST: usize = 24;

/// addressees = body *(("," / ";" / "và" / "cùng") body)
///
/// A common name without its own "các" belongs to the one before it: "các sở, ban, ngành" is one. So do
/// the names of places that follow one of many: "UBND các huyện An Biên, Vĩnh Thuận và các xã …".
pub(super) fn addressees(page: &Page<'_>, range: Range<usize>) -> Option<Addressees> {
    let first = body(page, range.clone())?;
    let mut found =
        Addressees { high: first.head == Head::High, end: first.range.end, ..Default::default() };
    let mut many = first.many;
    found.bodies.push(first.range);
    while found.bodies.len() < MOST
        && let Some(from) = separator(page, found.end..range.end)
    {
        if let Some(last) = found.bodies.last_mut().filter(|_| many)
            && let Some(end) = place_goes_on(page, last.clone(), from..range.end)
        {
            (last.end, found.end) = (end, end);
            continue;
        }
        let Some(next) = body(page, from..range.end) else { break };
        found.end = next.range.end;
        found.high |= next.head == Head::High;
        match found.bodies.last_mut() {
            Some(last) if many && next.shares => last.end = next.range.end,
            _ => {
                many = next.many;
                found.bodies.push(next.range);
            }
        }
    }
    Some(found)
}

/// One body.
struct Body {
    range: Range<usize>,
    head: Head,
    /// It speaks of many, so that the next common name may share its "các".
    many: bool,
    /// It is a common name without a "các" of its own.
    shares: bool,
}

/// body = [determiner] head *tail
fn body(page: &Page<'_>, range: Range<usize>) -> Option<Body> {
    let text = page.folded.as_str().get(range.clone())?;
    let determiner = WORDS.determiners.at(text).map_or(0, |(length, ())| spaced(text, length));
    let named = page.named_at(range.start + determiner).filter(|end| *end <= range.end);
    let named = named.map(|end| end - range.start);
    let (length, head) = match (WORDS.heads.at(&text[determiner..]), named) {
        (None, Some(end)) => (end - determiner, &Head::Body),
        (head, _) => head?,
    };
    let deed = WORDS.deeds.at(text).map_or(0, |(length, ())| length);
    if deed > length && named.is_none() || deed == length && *head == Head::Unit {
        return None;
    }
    // The number that a body has is in its name.
    let may_count = named.is_none();
    let named = named.unwrap_or_default().max(determiner + length);
    let bare = determiner == 0 && !page.is_capital(range.start);
    let is_unit = WORDS.units.at(&text[determiner..]).is_some();
    let end = range.start + tail(page, range.start, text, named, may_count);
    let words = &text[..end - range.start];
    let many = determiner > 0 || words.split(' ').any(|word| word == "các");
    Some(Body { range: range.start..end, head: *head, many, shares: bare && is_unit })
}

/// The length of a body's name whose first `named` bytes are known: names and the words of the table go
/// on, a verb or anything else ends it. `may_count`: a number may stand right behind them.
fn tail(page: &Page<'_>, base: usize, text: &str, named: usize, may_count: bool) -> usize {
    let mut at = named;
    // Capitals in a row so far; one alone may open a word of two syllables: "Đài Phát thanh".
    let mut capitals = 0;
    while let Some(rest) = text.get(at..).and_then(|rest| rest.strip_prefix(' ')) {
        let word = at + 1;
        let capital = page.is_capital(base + word);
        let goes_on = WORDS.tails.at(rest).map(|(length, ())| length);
        let deed = WORDS.deeds.at(rest).map(|(length, ())| length).filter(|_| !capital);
        // "cấp huyện" goes on, "cấp phát" is what they do.
        if deed.is_some() && deed >= goes_on && !named_area(rest) {
            break;
        }
        if let Some(length) = goes_on {
            // "Cấp nước": one capital may open a word of two syllables.
            let opens = capital && !rest[..length].contains(' ');
            (at, capitals) = (word + length, usize::from(opens));
            continue;
        }
        if let Some(length) = quoted(rest) {
            (at, capitals) = (word + length, 0);
            continue;
        }
        let syllable = rest.find(|c: char| !is_alphanumeric(c) && c != '&').unwrap_or(rest.len());
        let counted = || PLACES.into_iter().any(|place| text[..at].ends_with(place));
        let numbered = (may_count && at == named || counted())
            && rest.starts_with(|c: char| c.is_ascii_digit());
        let goes_on =
            numbered || rest.starts_with("và ") && capital_follows(page, base + word, rest);
        if !capital && capitals != 1 && !goes_on || syllable == 0 {
            break;
        }
        at = word + syllable;
        capitals = if capital { capitals + 1 } else { 0 };
    }
    at
}

/// The length of a short phrase in quotation marks that tells bodies apart: "doanh nghiệp “3 tại chỗ”".
fn quoted(rest: &str) -> Option<usize> {
    const LONGEST: usize = 40;
    let inside = rest.strip_prefix(['“', '"'])?;
    let inside = &inside[..inside.floor_char_boundary(LONGEST)];
    let (at, mark) = inside.char_indices().find(|(_, c)| matches!(c, '”' | '"'))?;
    Some(rest.len() - rest.trim_start_matches(['“', '"']).len() + at + mark.len_utf8())
}

/// Whether "và" goes on with a name: a capital that opens no body of its own.
fn capital_follows(page: &Page<'_>, base: usize, rest: &str) -> bool {
    let at = "và ".len();
    page.is_capital(base + at) && rest.get(at..).is_some_and(|next| WORDS.heads.at(next).is_none())
}

/// The end of a place's name, or of "các" and a type of places, that goes on with the places of the body
/// before it: "Vĩnh Thuận", "các huyện" behind "UBND các xã An Biên".
fn place_goes_on(page: &Page<'_>, last: Range<usize>, next: Range<usize>) -> Option<usize> {
    const LONGEST: usize = 4;
    let (name, text) = (page.folded.as_str().get(last)?, page.folded.as_str().get(next.clone())?);
    let behind = &name[name.rfind(" các ")? + " các ".len()..];
    let typed = |text: &str| PLACES.into_iter().find(|place| opens_with(text, place));
    typed(behind)?;
    if let Some(place) = text.strip_prefix("các ").and_then(typed) {
        return Some(next.start + tail(page, next.start, text, "các ".len() + place.len(), true));
    }
    let known = || WORDS.heads.at(text).is_some() || page.named_at(next.start).is_some();
    // "các phường 3, 5 và 7"
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    if (1..3).contains(&digits) && name.ends_with(|c: char| c.is_ascii_digit()) {
        return Some(next.start + digits);
    }
    // Behind "các huyện" alone a capital opens another body.
    let has_name = PLACES.into_iter().all(|place| !behind.ends_with(place));
    if !has_name || known() {
        return None;
    }
    let mut end = 0;
    let mut count = 0;
    for at in word_starts(text).take(LONGEST + 1) {
        if !page.is_capital(next.start + at) || text[end..at].contains([',', ';', '.', '(', ':']) {
            break;
        }
        let rest = &text[at..];
        end = at + rest.find(|c: char| !is_alphanumeric(c)).unwrap_or(rest.len());
        count += 1;
    }
    // A name of one syllable shows by what follows: "Kbang phải bảo đảm", "Huế và …".
    let closes = || {
        let after = text[end..].trim_start();
        after.starts_with([',', ';']) || after.starts_with("và ") || WORDS.deeds.at(after).is_some()
    };
    let fits = (2..=LONGEST).contains(&count) || count == 1 && closes();
    fits.then_some(next.start + end)
}

/// Whether a text begins with a word.
fn opens_with(text: &str, word: &str) -> bool {
    text.strip_prefix(word).is_some_and(|rest| !rest.starts_with(is_alphanumeric))
}

/// Whether the words tell which of them are meant: "có liên quan" looks like a verb and is none.
fn named_area(rest: &str) -> bool {
    rest.starts_with("có liên quan")
}

/// Where the next body begins behind a comma, "và" or "cùng".
fn separator(page: &Page<'_>, range: Range<usize>) -> Option<usize> {
    let text = page.folded.as_str().get(range.clone())?;
    let rest = text.trim_start();
    let words = ["và các", "và", "cùng với", "cùng", "; ", ", ", ","];
    let word = words.into_iter().find(|word| rest.starts_with(word))?;
    // "và các": the determiner is the next body's own.
    let length = if word == "và các" { "và".len() } else { word.len() };
    let after = &rest[length..];
    let skipped = after.len() - after.trim_start().len();
    (skipped > 0 || word == ", " || word == "; ")
        .then(|| range.start + (text.len() - after.len()) + skipped)
}

/// A length and the spaces behind it.
fn spaced(text: &str, length: usize) -> usize {
    text.len() - text[length..].trim_start().len()
}

#[cfg(test)]
mod tests {
    use super::super::testing::with_page;
    use super::*;

    const NAMED: &[&str] = &["Cục Quản lý thị trường", "Vườn quốc gia Yok Đôn"];

    fn read(text: &str) -> Vec<String> {
        with_page(text, NAMED, |view| {
            let found = addressees(view, 0..view.folded.as_str().len()).unwrap_or_default();
            found.bodies.into_iter().map(|body| view.words(view.span(body)).to_owned()).collect()
        })
    }

    #[test]
    fn bodies() {
        for (text, want) in [
            (
                "Sở Y tế, Công an tỉnh và UBND các huyện tăng cường",
                vec!["Sở Y tế", "Công an tỉnh", "UBND các huyện"],
            ),
            ("các sở, ban, ngành, địa phương rà soát", vec!["các sở, ban, ngành, địa phương"]),
            ("UBND các huyện, thành phố: kiểm tra", vec!["UBND các huyện, thành phố"]),
            ("Sở Giáo dục và Đào tạo cho học sinh nghỉ", vec!["Sở Giáo dục và Đào tạo"]),
            ("Sở Xây dựng xây dựng kế hoạch", vec!["Sở Xây dựng"]),
            (
                "UBND tỉnh Bình Định; Sở Tài chính cân đối",
                vec!["UBND tỉnh Bình Định", "Sở Tài chính"],
            ),
            ("các cơ quan, đơn vị có liên quan báo cáo", vec!["các cơ quan, đơn vị có liên quan"]),
            ("Ban Tuyên giáo Huyện ủy định hướng", vec!["Ban Tuyên giáo Huyện ủy"]),
            ("người dân và doanh nghiệp khai báo", vec!["người dân", "doanh nghiệp"]),
            (
                "Công an tỉnh, Cục Quản lý thị trường, Vườn quốc gia Yok Đôn làm mới",
                vec!["Công an tỉnh", "Cục Quản lý thị trường", "Vườn quốc gia Yok Đôn"],
            ),
            (
                "UBND các thành phố Rạch Giá, Hà Tiên, Phú Quốc và các huyện An Minh, Kiên Hải chịu trách nhiệm",
                vec![
                    "UBND các thành phố Rạch Giá, Hà Tiên, Phú Quốc và các huyện An Minh, Kiên Hải",
                ],
            ),
            ("các doanh nghiệp “3 tại chỗ” phải xét nghiệm", vec!["các doanh nghiệp “3 tại chỗ”"]),
            (
                "UBND các huyện Chư Prông, Kbang phải rà soát",
                vec!["UBND các huyện Chư Prông, Kbang"],
            ),
            ("UBND các huyện An Biên, Sở Y tế rà soát", vec!["UBND các huyện An Biên", "Sở Y tế"]),
            ("phòng GD&ĐT các huyện kiểm tra", vec!["phòng GD&ĐT các huyện"]),
            ("Quân khu 5 điều 2 trực thăng", vec!["Quân khu 5"]),
            ("UBND cấp huyện xét nghiệm", vec!["UBND cấp huyện"]),
            ("phường Cái Khế trả lời dân", vec!["phường Cái Khế"]),
            (
                "Giám đốc Sở Công Thương, thủ trưởng các đơn vị liên quan chịu",
                vec!["Giám đốc Sở Công Thương", "thủ trưởng các đơn vị liên quan"],
            ),
        ] {
            assert_eq!(read(text), want, "{text}");
        }
    }

    #[test]
    fn nobody() {
        for text in [
            "tăng cường kiểm tra",
            "12 ca mắc mới",
            "ba mốc",
            "báo cáo tiến độ",
            "Tổ chức trực ban",
            "ban hành kế hoạch",
            "nạn nhân chuyển tiền",
        ] {
            assert!(read(text).is_empty(), "{text}");
        }
    }
}
