//! Mentions of a paper without its number: by its issuer, by its name, by what was said before.

use nienbieu_model::CitationForm;

use super::{
    mention::{Draft, Head, name_with_year, next_word},
    page::{Page, Said, spaces},
    tables::{Alone, Use},
};
use crate::text::is_alphanumeric;

/// How many words may stand between a kind and its issuer ("Quy chế làm việc của Chính phủ").
const MIDDLE: usize = 10;

/// A paper by its kind and issuer, day or own name.
pub(super) fn unnumbered<'a>(page: &Page<'a>, head: &Head) -> Option<Draft<'a>> {
    let alone = head.kind.alone;
    if !matches!(alone, Alone::Paper | Alone::Act | Alone::Plan)
        || page.is_one_of_many(head.range.start)
        || is_verb(page, head)
    {
        return None;
    }
    by_issuer(page, head)
        .or_else(|| by_day(page, head))
        .or_else(|| issued(page, head))
        .or_else(|| by_name(page, head))
        .or_else(|| by_subject(page, head))
}

/// `kind "về" …`, for words that always are a paper, by its capital: "Nghị định về xử phạt".
fn by_subject<'a>(page: &Page<'a>, head: &Head) -> Option<Draft<'a>> {
    let named = head.kind.alone == Alone::Paper && page.is_titled(head.range.start);
    let subject = page.from(head.range.end).starts_with(" về ");
    (named && subject).then(|| head.draft(head.range.end, CitationForm::Unnumbered))
}

/// The capital of a kind's word inside a sentence: the paper, not the act.
fn is_meant(page: &Page<'_>, head: &Head) -> bool {
    let at = head.range.start;
    page.is_titled(at) && page.goes_on(at)
}

/// Whether the word is what a body does: "Sở Y tế thông báo kết luận của …".
fn is_verb(page: &Page<'_>, head: &Head) -> bool {
    let at = head.range.start;
    head.kind.alone != Alone::Paper && !page.is_titled(at) && page.said_before(at).is_some()
}

/// `kind words* "của" body`.
fn by_issuer<'a>(page: &Page<'a>, head: &Head) -> Option<Draft<'a>> {
    let (meant, alone) = (is_meant(page, head), head.kind.alone);
    let words = if page.is_titled(head.range.start) || alone == Alone::Paper { MIDDLE } else { 0 };
    let mut end = head.range.end;
    let mut count = 0;
    while !page.from(end).starts_with(" của ") {
        end = next_word(page, end).filter(|_| count < words)?;
        count += 1;
    }
    let said = page.said_at(end + " của ".len())?;
    let fits = match alone {
        Alone::Paper => true,
        Alone::Act => meant || (count == 0 && said.body.is_some()),
        _ => meant,
    };
    fits.then(|| with_issuer(head, said))
}

fn with_issuer<'a>(head: &Head, said: Said) -> Draft<'a> {
    let draft = head.draft(said.range.end, CitationForm::Unnumbered);
    Draft { stated: Some(said), ..draft }
}

/// `kind day ["của" body]`: with the body for words that mean more than a paper.
fn by_day<'a>(page: &Page<'a>, head: &Head) -> Option<Draft<'a>> {
    let end = head.range.end;
    let day = page.day_at(end + spaces(page.from(end)))?;
    let behind = page.view.range(day.span).end;
    let said =
        page.from(behind).strip_prefix(" của ").and_then(|_| page.said_at(behind + " của ".len()));
    match said {
        Some(said) => Some(with_issuer(head, said)),
        None if head.kind.alone == Alone::Paper => Some(head.draft(end, CitationForm::Unnumbered)),
        None => None,
    }
}

/// `body verb kind`: "UBND tỉnh vừa ban hành công văn về …".
fn issued<'a>(page: &Page<'a>, head: &Head) -> Option<Draft<'a>> {
    let said = page.issued_by(head.range.start, head.kind.alone == Alone::Paper)?;
    let draft = head.draft(head.range.end, CitationForm::Unnumbered);
    Some(Draft { stated: Some(said), ..draft })
}

/// `kind words year`: "Kế hoạch phòng, chống dịch bệnh năm 2022", by its capital.
fn by_name<'a>(page: &Page<'a>, head: &Head) -> Option<Draft<'a>> {
    let congress =
        ["đại hội", "hội nghị trung ương", "trung ương 4", "trung ương 5", "trung ương 6"];
    let rest = page.from(head.range.end).strip_prefix(' ')?;
    if let Some(name) = congress.into_iter().find(|name| rest.starts_with(name)) {
        let fits = head.kind.alone == Alone::Paper && page.view.is_capital(head.range.end + 1);
        let (start, end) = (head.range.end + 1, head.range.end + 1 + name.len());
        // "Đại hội Đảng bộ huyện" speaks for those who meet.
        let body = page.from(end).strip_prefix(' ').and_then(|_| page.said_at(end + 1));
        let draft = match body {
            Some(Said { range, body }) => with_issuer(head, Said { range: start..range.end, body }),
            None => head.draft(end, CitationForm::Unnumbered),
        };
        return fits.then_some(draft);
    }
    let end = is_meant(page, head).then(|| name_with_year(page, head.range.end, 20))??;
    // "Kế hoạch năm 2022" names no more than a year's plan.
    let named = !rest.starts_with("năm ") && !rest.starts_with(|c: char| c.is_ascii_digit());
    named.then(|| head.draft(end, CitationForm::Unnumbered))
}

/// A paper named before, by its kind: "Công văn nêu rõ", "Quyết định này", "theo Kế hoạch,".
pub(super) fn anaphor<'a>(page: &Page<'a>, head: &Head) -> Option<Draft<'a>> {
    if !matches!(head.kind.alone, Alone::Paper | Alone::Act | Alone::Plan)
        || page.is_one_of_many(head.range.start)
    {
        return None;
    }
    let end = head.range.end;
    let word = end + spaces(page.from(end));
    if let Some(len) = Use::This.at(page.from(word)) {
        let far = word + len;
        let next = page.from(far).trim_start_matches(' ');
        // "trên" is a place too: "quyết định trên cơ sở đó".
        let free = !next.starts_with(is_alphanumeric) || Use::After.at(next).is_some();
        let named = free || !page.from(word).starts_with("trên ");
        return named.then(|| head.draft(far, CitationForm::Anaphor));
    }
    let titled = page.is_titled(head.range.start);
    let says = titled && Use::Says.at(page.from(word)).is_some();
    let ends = !page.from(word).starts_with(is_alphanumeric);
    let left_alone = is_meant(page, head) && (ends || Use::After.at(page.from(word)).is_some());
    (says || left_alone).then(|| head.draft(end, CitationForm::Anaphor))
}
