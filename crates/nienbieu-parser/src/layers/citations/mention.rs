//! One mention of a paper that a number or a name tells.

use std::ops::Range;

use nienbieu_model::CitationForm;

use super::{
    page::{Page, Said, spaces},
    symbol::{self, Symbol},
    tables::{Alone, KINDS, Kind, LAWS, TYPES, Use},
};
use crate::text::is_alphanumeric;

/// How many papers one list names.
const LIST: usize = 8;

/// A mention, in the folded text.
#[derive(Clone, Debug)]
pub(super) struct Draft<'a> {
    pub(super) range: Range<usize>,
    pub(super) kind: Option<Kind>,
    /// Its symbol; of a short mention the number alone.
    pub(super) symbol: Option<Symbol<'a>>,
    /// Where the symbol stands.
    pub(super) identifier: Option<Range<usize>>,
    pub(super) form: CitationForm,
    pub(super) stated: Option<Said>,
}

/// A kind's word with what belongs to it ("Công điện khẩn"), and where it ends.
#[derive(Clone, Debug)]
pub(super) struct Head {
    pub(super) kind: Kind,
    pub(super) range: Range<usize>,
}

impl Head {
    /// The kind's word at an offset.
    pub(super) fn at(page: &Page<'_>, at: usize) -> Option<Self> {
        let (len, kind) = KINDS.at(page.from(at))?;
        let mut end = at + len;
        while let Some(len) = Use::Urgent.at(page.from(end).trim_start_matches(' ')) {
            end += spaces(page.from(end)) + len;
        }
        Some(Self { kind: *kind, range: at..end })
    }

    pub(super) fn draft<'a>(&self, end: usize, form: CitationForm) -> Draft<'a> {
        let range = self.range.start..end;
        Draft { range, kind: Some(self.kind), symbol: None, identifier: None, form, stated: None }
    }
}

/// The mentions by number that begin with a kind's word: several where it is a list.
pub(super) fn numbered<'a>(page: &Page<'a>, head: &Head) -> Option<Vec<Draft<'a>>> {
    let (from, said) = before_number(page, head);
    let (at, signed) = number_sign(page, from)?;
    let items = list(page, at);
    let count = if items.last().is_some_and(Item::is_full) {
        items.len()
    } else {
        short(page, head, &items, signed)
    };
    let mut start = head.range.start;
    let drafts = items.into_iter().take(count).map(|item| {
        let range = start.min(item.range.start)..item.range.end;
        start = usize::MAX;
        let form = if item.is_full() { CitationForm::Full } else { CitationForm::Short };
        Draft {
            range,
            kind: Some(head.kind),
            symbol: Some(item.symbol),
            identifier: Some(item.range),
            form,
            stated: said.clone(),
        }
    });
    let drafts: Vec<_> = drafts.collect();
    (!drafts.is_empty()).then_some(drafts)
}

/// The mention by a symbol alone, "số" before it or not.
pub(super) fn bare<'a>(page: &Page<'a>, at: usize) -> Option<Draft<'a>> {
    let before = page.before(at);
    if before.ends_with(|c: char| is_alphanumeric(c) || "/-.,".contains(c)) {
        return None;
    }
    let item = full(page, at).filter(|item| item.symbol.tells())?;
    // A code in capitals, or a year: "12/kp3" is a house.
    let words = page.from(at).get(..item.range.len())?;
    let first = item.symbol.codes.first().and_then(|code| words.find(code));
    let capital = first.is_some_and(|code| page.view.is_capital(at + code));
    let capital = capital || item.symbol.year.is_some();
    let sign = ["số: ", "số ", "so "].into_iter().find(|sign| before.ends_with(sign));
    let kind = item.symbol.kind().or_else(|| TYPES.get("cv").copied());
    capital.then(|| Draft {
        range: at - sign.map_or(0, str::len)..item.range.end,
        kind,
        symbol: Some(item.symbol),
        identifier: Some(item.range),
        form: CitationForm::Full,
        stated: None,
    })
}

/// A law by its name: "Luật Đất đai năm 2013", "Bộ luật Hình sự", "Hiến pháp 2013".
pub(super) fn law<'a>(page: &Page<'a>, head: &Head) -> Option<Draft<'a>> {
    let (at, end) = (head.range.start, head.range.end);
    if head.kind.alone != Alone::Law || !page.is_titled(at) {
        return None;
    }
    let name = end + spaces(page.from(end));
    let known = LAWS.at(page.from(name)).map(|(len, ())| name + len);
    let end = if head.kind.name == "Hiến pháp" { Some(end) } else { known };
    let end = match end {
        Some(end) => year_behind(page, end).unwrap_or(end),
        None if page.view.is_capital(name) => name_with_year(page, name, 16)?,
        None => return None,
    };
    Some(head.draft(end, CitationForm::Unnumbered))
}

/// The end of " năm 2013", " 2013" at an offset.
fn year_behind(page: &Page<'_>, at: usize) -> Option<usize> {
    let rest = page.from(at).strip_prefix(' ')?;
    let rest = rest.strip_prefix("năm ").unwrap_or(rest);
    let year = rest.get(..4).filter(|year| year.starts_with("19") || year.starts_with("20"))?;
    let goes_on = rest[4..].starts_with(|c: char| is_alphanumeric(c) || c == '/');
    let end = page.text.len() - rest.len() + year.len();
    (year.bytes().all(|b| b.is_ascii_digit()) && !goes_on).then_some(end)
}

/// The end of a name that closes with its year, no more than so many words on and within the clause.
pub(super) fn name_with_year(page: &Page<'_>, at: usize, words: usize) -> Option<usize> {
    let mut end = at;
    for _ in 0..words {
        if let Some(end) = year_behind(page, end) {
            return Some(end);
        }
        end = next_word(page, end)?;
    }
    None
}

/// The end of the next word of a paper's name; none where the name cannot go on.
pub(super) fn next_word(page: &Page<'_>, at: usize) -> Option<usize> {
    let rest = page.from(at);
    let word = rest.trim_start_matches([' ', ',']);
    if word.is_empty()
        || Use::Stops.at(word).is_some()
        || rest.starts_with(", ") && Use::Clause.at(word).is_some()
    {
        return None;
    }
    let len = word.find(|c: char| !is_alphanumeric(c) && c != '-').unwrap_or(word.len());
    (len > 0).then(|| at + rest.len() - word.len() + len)
}

/// One item of a list: a symbol, or a number alone.
struct Item<'a> {
    range: Range<usize>,
    symbol: Symbol<'a>,
}

impl Item<'_> {
    fn is_full(&self) -> bool {
        !self.symbol.codes.is_empty()
    }
}

/// The body said between kind and number ("Nghị quyết của Chính phủ số 128/NQ-CP").
fn before_number(page: &Page<'_>, head: &Head) -> (usize, Option<Said>) {
    let end = head.range.end;
    let said = page.from(end).strip_prefix(" của ").and_then(|_| page.said_at(end + " của ".len()));
    match said {
        Some(said) if number_sign(page, said.range.end).is_some_and(|(_, signed)| signed) => {
            (said.range.end, Some(said))
        }
        _ => (end, None),
    }
}

/// `["số" [":" | "."]] number`: where the number begins, and whether "số" says so.
fn number_sign(page: &Page<'_>, at: usize) -> Option<(usize, bool)> {
    let rest = page.from(at).trim_start_matches([' ', ',']);
    let sign = ["số", "so"].into_iter().find_map(|sign| rest.strip_prefix(sign));
    let sign = sign.map(|rest| rest.strip_prefix([':', '.']).unwrap_or(rest));
    let number = sign.unwrap_or(rest).trim_start_matches(' ');
    if sign.is_none() && !page.from(at).starts_with(' ') {
        return None;
    }
    let at = at + page.from(at).len() - number.len();
    number.starts_with(|c: char| c.is_ascii_digit()).then_some((at, sign.is_some()))
}

fn full<'a>(page: &Page<'a>, at: usize) -> Option<Item<'a>> {
    let text = page.from(at);
    let (rest, symbol) = symbol::symbol(text).ok()?;
    Some(Item { range: at..at + text.len() - rest.len(), symbol })
}

/// `item (", " item)*` to the first symbol in full, which holds for the numbers before it too.
fn list<'a>(page: &Page<'a>, at: usize) -> Vec<Item<'a>> {
    let mut items = Vec::new();
    let mut at = Some(at);
    while let Some(start) = at.filter(|_| items.len() < LIST) {
        if let Some(item) = full(page, start).filter(|item| is_printed(page, item)) {
            items.push(item);
            break;
        }
        let text = page.from(start);
        let (rest, (number, year)) = match symbol::number_of_year(text) {
            Ok((rest, (number, year))) => (rest, (number, Some(year))),
            Err(_) => match symbol::number(text) {
                Ok((rest, number)) => (rest, (number, None)),
                Err(_) => break,
            },
        };
        let end = start + text.len() - rest.len();
        if year.is_none() && figure_goes_on(rest) {
            break;
        }
        items.push(Item { range: start..end, symbol: Symbol { number, year, codes: Vec::new() } });
        at = next_item(page, end);
    }
    items
}

/// Where the next number of a list begins.
fn next_item(page: &Page<'_>, end: usize) -> Option<usize> {
    let rest = page.from(end);
    let joins = [", và ", " và ", " hoặc ", "; ", ", "];
    let rest = joins.into_iter().find_map(|join| rest.strip_prefix(join))?;
    let rest = rest.strip_prefix("số ").unwrap_or(rest);
    rest.starts_with(|c: char| c.is_ascii_digit()).then(|| page.text.len() - rest.len())
}

/// Whether a figure has more digits, a share or a date's slash behind what was read.
fn figure_goes_on(rest: &str) -> bool {
    let mut chars = rest.chars();
    match chars.next() {
        Some(c) if is_alphanumeric(c) || matches!(c, '/' | '%' | '°') => true,
        Some('.' | ',' | '-' | ':') => chars.next().is_some_and(|c| c.is_ascii_digit()),
        Some(' ') => {
            let rest = rest.trim_start();
            rest.starts_with(|c: char| c.is_ascii_digit() || c == '%')
                || rest
                    .strip_prefix("- ")
                    .is_some_and(|r| r.starts_with(|c: char| c.is_ascii_digit()))
        }
        _ => false,
    }
}

/// Whether a symbol's codes are known or printed in capitals.
fn is_printed(page: &Page<'_>, item: &Item<'_>) -> bool {
    let Some(first) = item.symbol.codes.first() else { return false };
    let code =
        page.from(item.range.start).get(..item.range.len()).and_then(|text| text.find(first));
    item.symbol.kind().is_some()
        || item.symbol.issuer().is_some()
        || code.is_some_and(|code| page.view.is_capital(item.range.start + code))
}

/// How many items of a list without a symbol are short mentions.
fn short(page: &Page<'_>, head: &Head, items: &[Item<'_>], signed: bool) -> usize {
    let titled = page.is_titled(head.range.start);
    let Some(first) = items.first() else { return 0 };
    let dated = first.symbol.year.is_some();
    let signed = signed || (titled && first.symbol.number.starts_with('0'));
    let number = first.symbol.number;
    let like_year = number.len() == 4 && (number.starts_with("19") || number.starts_with("20"));
    let sure = match head.kind.alone {
        Alone::Paper => signed || dated || !like_year,
        Alone::Act | Alone::Plan => {
            signed || (titled && !like_year && page.goes_on(head.range.start))
        }
        Alone::Number => first.symbol.number.starts_with('0') && titled,
        Alone::Law => dated,
        Alone::Never => false,
    };
    let free = signed || dated || (titled && head.kind.alone == Alone::Paper);
    if !sure || !(free || stands_alone(page.from(first.range.end))) {
        return 0;
    }
    let more = items.iter().skip(1);
    1 + more.take_while(|item| stands_alone(page.from(item.range.end))).count()
}

/// Whether a number counts nothing that follows it.
fn stands_alone(rest: &str) -> bool {
    let word = rest.trim_start_matches(' ');
    !word.starts_with(is_alphanumeric) || Use::After.at(word).is_some()
}
