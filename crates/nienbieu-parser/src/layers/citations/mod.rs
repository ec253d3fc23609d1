//! The layer of citations: official papers by number, by issuer, and by what was said before.
//!
//! A pass over the words of an article's lines reads mentions where a kind's word or a number
//! begins ([`mention`], [`unnumbered`]), then what is said behind each ([`tail`]); at last short
//! mentions and those by kind alone are tied to the paper that they mean ([`link`]).

mod known;
mod link;
mod mention;
mod page;
mod symbol;
mod tables;
mod tail;
#[cfg(test)]
pub(super) mod testing;
#[cfg(test)]
mod tests;
mod unnumbered;

use nienbieu_model::{Citation, CitationForm, Diagnostic, Issuer, Organization, Severity};

use self::{
    mention::{Draft, Head},
    page::{Page, Said},
    symbol::Symbol,
    tables::{Alone, Body, ISSUERS},
    tail::Tail,
};
use super::View;
use crate::text::lexicon::word_starts;

/// The citations of an article, in order, and what is doubtful of them.
pub(super) fn read(
    view: &View<'_>,
    organizations: &[Organization],
) -> (Vec<Citation>, Vec<Diagnostic>) {
    let page = Page::new(view, organizations);
    let mut citations = Vec::new();
    let mut diagnostics = Vec::new();
    for block in view.lines() {
        let line = view.range(block.span);
        let mut done = line.start;
        for start in word_starts(page.text.get(line.clone()).unwrap_or_default()) {
            let at = line.start + start;
            if at < done {
                continue;
            }
            for draft in drafts(&page, at, &mut done) {
                let citation = finish(&page, draft, &mut diagnostics);
                citations.push(citation);
            }
        }
    }
    let mut citations = link::link(citations);
    known::complete(&mut citations, page.text);
    (citations, diagnostics)
}

/// The mentions that begin at a word; `done` is moved behind what has been read.
fn drafts<'a>(page: &Page<'a>, at: usize, done: &mut usize) -> Vec<Draft<'a>> {
    let found = match Head::at(page, at) {
        Some(head) => by_kind(page, &head),
        None if page.from(at).starts_with(|c: char| c.is_ascii_digit()) => {
            mention::bare(page, at).into_iter().collect()
        }
        None => Vec::new(),
    };
    *done = found.last().map_or(*done, |draft| draft.range.end);
    // A licence has a symbol too, and is no official paper.
    let is_paper = |draft: &Draft<'_>| draft.kind.is_some_and(|kind| kind.alone != Alone::Never);
    found.into_iter().filter(is_paper).collect()
}

fn by_kind<'a>(page: &Page<'a>, head: &Head) -> Vec<Draft<'a>> {
    mention::numbered(page, head).unwrap_or_else(|| {
        let one = mention::law(page, head)
            .or_else(|| unnumbered::unnumbered(page, head))
            .or_else(|| unnumbered::anaphor(page, head));
        one.into_iter().collect()
    })
}

/// A mention with all that is said of its paper.
fn finish(page: &Page<'_>, draft: Draft<'_>, diagnostics: &mut Vec<Diagnostic>) -> Citation {
    let span = page.view.span(draft.range.clone());
    let printed = |part: &str| printed(page, &draft, part);
    let symbol = draft.symbol.as_ref();
    let mut tail = match draft.form {
        CitationForm::Anaphor => Tail::default(),
        _ => tail::read(page, draft.range.end),
    };
    let named = draft.form == CitationForm::Full;
    let decoded = decoded(&draft);
    let at = draft.range.start;
    let before = || {
        let said = page.issued_by(at, true).filter(|_| named);
        said.or_else(|| page.issued_with(at, decoded.filter(|_| named)?))
    };
    let stated = draft.stated.clone().or_else(|| tail.stated.take()).or_else(before);
    let earlier = stated.as_ref().filter(|said| said.range.end <= at);
    let date = tail.date.take().or_else(|| Some(page.day_before(earlier?)?.id.clone()));
    let issuer = issuer(page, decoded, stated.as_ref());
    if issuer.as_ref().is_some_and(|issuer| issuer.conflict) {
        diagnostics.push(conflict(span, issuer.as_ref()));
    }
    Citation {
        id: String::new(),
        span,
        text: page.view.words(span).to_owned(),
        kind: draft.kind.map(|kind| kind.name.to_owned()),
        identifier: draft
            .identifier
            .clone()
            .map(|range| page.view.words(page.view.span(range)).to_owned()),
        number: symbol.map(|symbol| symbol.number.to_owned()),
        year: symbol
            .and_then(|symbol| symbol.year?.parse().ok())
            .or_else(|| year_of_name(&draft, page)),
        type_code: symbol.and_then(Symbol::type_code).map(printed),
        issuer_code: symbol
            .and_then(|symbol| joined(symbol.issuers().0))
            .map(|code| printed(&code)),
        unit_code: symbol.and_then(|symbol| joined(symbol.issuers().1)).map(|code| printed(&code)),
        issuer,
        date,
        about: tail.about.map(|range| page.view.words(page.view.span(range)).to_owned()),
        form: draft.form,
        refers_to: None,
    }
}

fn joined(codes: &[&str]) -> Option<String> {
    (!codes.is_empty()).then(|| codes.join("-"))
}

/// A part of a symbol as the page prints it.
fn printed(page: &Page<'_>, draft: &Draft<'_>, part: &str) -> String {
    let found = draft.identifier.clone().and_then(|range| {
        // The number comes first, so that what is looked for stands behind it.
        let at = range.start + page.text.get(range.clone())?.rfind(part)?;
        Some(page.view.words(page.view.span(at..at + part.len())).to_owned())
    });
    found.unwrap_or_else(|| part.to_uppercase())
}

/// The year that a law's name closes with.
fn year_of_name(draft: &Draft<'_>, page: &Page<'_>) -> Option<i16> {
    let text = page.text.get(draft.range.clone()).filter(|_| draft.symbol.is_none())?;
    let year = text.rsplit(' ').next()?;
    (year.len() == 4).then(|| year.parse().ok())?
}

/// The body that the symbol says, or the only one that issues such papers.
fn decoded(draft: &Draft<'_>) -> Option<Body> {
    let by_symbol = draft.symbol.as_ref().and_then(Symbol::issuer);
    let only = || ISSUERS.get(&draft.kind?.issuer?.to_lowercase()).copied();
    by_symbol.or_else(only)
}

fn issuer(page: &Page<'_>, decoded: Option<Body>, stated: Option<&Said>) -> Option<Issuer> {
    if decoded.is_none() && stated.is_none() {
        return None;
    }
    let bodies = decoded.zip(stated.and_then(|said| said.body));
    Some(Issuer {
        decoded: decoded.map(|body| body.name.to_owned()),
        stated: stated.map(|said| page.view.words(page.view.span(said.range.clone())).to_owned()),
        conflict: bodies.is_some_and(|(symbol, said)| !symbol.may_be(said)),
    })
}

fn conflict(span: nienbieu_model::Span, issuer: Option<&Issuer>) -> Diagnostic {
    let name = |name: Option<&String>| name.cloned().unwrap_or_default();
    let (decoded, stated) =
        (issuer.and_then(|i| i.decoded.as_ref()), issuer.and_then(|i| i.stated.as_ref()));
    Diagnostic {
        code: "issuer_conflict".into(),
        severity: Severity::Warning,
        message: format!("the symbol says {}, the text {}", name(decoded), name(stated)),
        span: Some(span),
    }
}
