//! People at the article's ends: who wrote it, who signed the paper it prints.

use std::{ops::Range, sync::LazyLock};

use nienbieu_model::{Block, BlockKind, Person, PersonRole, Record, Span, Title};
use rustc_hash::FxHashSet as HashSet;

use super::words::Words;
use crate::{
    layers::View,
    text::{Folded, is_alphabetic, table::rows},
};

/// How many lines above a signature its post may stand.
const ABOVE: usize = 4;

/// Words that stand for an author's name: "PV", "Nhóm phóng viên".
static NOBODY: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let table = rows(include_str!("../../../data/byline.tsv"));
    let roles = table.filter_map(|mut row| Some((row.next()?, row.next()?)));
    roles
        .filter(|(_, used)| *used == "role")
        .map(|(word, _)| Folded::new(word).as_str().to_owned())
        .collect()
});

/// Those who signed, and those who wrote.
pub(super) fn people(view: &View<'_>, record: &Record) -> Vec<Person> {
    let mut people = signatories(view);
    for author in authors(view, record) {
        if !people.iter().any(|person| person.span.overlaps(author.span)) {
            people.push(author);
        }
    }
    people
}

/// The names in the byline.
fn authors(view: &View<'_>, record: &Record) -> Vec<Person> {
    let Some(byline) = &record.byline else { return Vec::new() };
    let words = Words::new(view, view.range(byline.span));
    let mut found = Vec::new();
    let mut start = 0;
    while start < words.len() {
        let end =
            (start + 1..words.len()).find(|&at| !goes_on(&words, at) || words.letters(at) == "và");
        let end = end.unwrap_or(words.len());
        let name = start..end;
        let capitals = name.clone().all(|at| words.is_capital(at)) && !is_outlet(&words, &name);
        if capitals && !NOBODY.contains(words.slice(&name)) && !words.gap(start).contains('(') {
            found.push(named(view, &words, &name, Vec::new(), PersonRole::Byline));
        }
        start = if words.letters(end) == "và" { end + 1 } else { end };
    }
    found
}

/// Whether a name goes on at a word: behind a space, or an initial's stop ("B.Hải").
fn goes_on(words: &Words<'_>, at: usize) -> bool {
    let initial = at > 0 && words.letters(at - 1).chars().count() == 1;
    words.joined(at) || initial && matches!(words.gap(at), "." | ". ")
}

/// Whether a word is an agency's short name: capitals without a vowel ("TTXVN").
fn is_outlet(words: &Words<'_>, name: &Range<usize>) -> bool {
    let letters = words.slice(name);
    let vowel = |c: char| !c.is_ascii() && c != 'đ' || "aeiouy".contains(c);
    name.len() == 1
        && letters.chars().count() > 3
        && letters.chars().all(is_alphabetic)
        && !letters.contains(vowel)
}

/// Names that are a line of their own below a post: "KT. CHỦ TỊCH / PHÓ CHỦ TỊCH / (đã ký) / Nguyễn Văn A".
fn signatories(view: &View<'_>) -> Vec<Person> {
    // The post's lines may have been left out as furniture: they stand in capitals.
    let lines: &[Block] = view.blocks;
    let mut found = Vec::new();
    for (index, line) in lines.iter().enumerate().skip(1) {
        if line.span.len() > 80 || line.kind == BlockKind::Chrome {
            continue;
        }
        let words = Words::new(view, view.range(line.span));
        let name = 0..words.len();
        // A rank may stand before it: "Đại tá Lò Văn A".
        let chain = words.chain(0, true);
        let name = chain.and_then(|chain| chain.name).unwrap_or(name);
        if name.end != words.len() || !words.is_full_name(&name) {
            continue;
        }
        let above = &lines[index.saturating_sub(ABOVE)..index];
        if let Some(title) = above.iter().rev().find_map(|line| post_line(view, line.span)) {
            found.push(named(view, &words, &name, vec![title], PersonRole::Signatory));
        }
    }
    found
}

/// A line that is nothing but a post in capitals: "PHÓ CHỦ TỊCH", "KT. GIÁM ĐỐC".
fn post_line(view: &View<'_>, span: Span) -> Option<Title> {
    if span.len() > 120 {
        return None;
    }
    let words = Words::new(view, view.range(span));
    let deputy = matches!(words.letters(0), "kt" | "tm" | "tl" | "tuq" | "q" | "thay");
    let from = usize::from(deputy);
    let loud = (0..words.len()).all(|at| words.get(at).is_some_and(|word| word.all_capitals));
    let post = words.post(from).filter(|_| loud)?;
    let title = view.span(words.range(&(from..words.len())));
    let body = view.span(words.range(&(post..words.len())));
    let organization = (post < words.len()).then(|| view.words(body).to_owned());
    Some(Title { text: view.words(title).to_owned(), span: title, organization })
}

fn named(
    view: &View<'_>,
    words: &Words<'_>,
    name: &Range<usize>,
    titles: Vec<Title>,
    role: PersonRole,
) -> Person {
    let span = view.span(words.range(name));
    Person { id: String::new(), span, name: view.words(span).to_owned(), titles, role: Some(role) }
}
