//! Papers that every reader knows by their number.

use std::sync::LazyLock;

use nienbieu_model::{Citation, CitationForm, Issuer};

use super::tables::ISSUERS;
use crate::text::table::rows;

/// A paper that texts name without its issuer.
struct Known {
    kind: &'static str,
    number: &'static str,
    issuer: &'static str,
    /// Words of which the article has one.
    words: &'static str,
}

static KNOWN: LazyLock<Vec<Known>> = LazyLock::new(|| {
    let table = rows(include_str!("../../../data/known_papers.tsv"));
    let known = table.filter_map(|mut row| {
        let (kind, number, code, words) = (row.next()?, row.next()?, row.next()?, row.next()?);
        let issuer = ISSUERS.get(&code.to_lowercase())?.name;
        Some(Known { kind, number, issuer, words })
    });
    known.collect()
});

/// Gives short mentions of well-known papers their issuers, where the article says no other.
pub(super) fn complete(citations: &mut [Citation], text: &str) {
    let open = |citation: &&mut Citation| {
        citation.form == CitationForm::Short && citation.issuer.is_none() && citation.year.is_none()
    };
    let mut open = citations.iter_mut().filter(open).peekable();
    if open.peek().is_none() {
        return;
    }
    let is_meant = |known: &&Known| known.words.split('|').any(|word| text.contains(word));
    let meant: Vec<&Known> = KNOWN.iter().filter(is_meant).collect();
    for citation in open {
        let same = |known: &&&Known| {
            citation.kind.as_deref() == Some(known.kind)
                && citation.number.as_deref() == Some(known.number)
        };
        citation.issuer = meant.iter().find(same).map(|known| Issuer {
            decoded: Some(known.issuer.to_owned()),
            stated: None,
            conflict: false,
        });
    }
}
