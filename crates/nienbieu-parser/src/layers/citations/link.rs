//! Which mention in full a short one, or one by its kind alone, refers to.

use std::collections::HashMap;

use nienbieu_model::{Citation, CitationForm};

/// Links and numbers the mentions; one by its kind alone that has nothing to refer to is none.
pub(super) fn link(mut citations: Vec<Citation>) -> Vec<Citation> {
    let targets = targets(&citations);
    let mut ids: Vec<Option<String>> = Vec::with_capacity(citations.len());
    let mut count = 0;
    for (citation, target) in citations.iter().zip(&targets) {
        let kept = citation.form != CitationForm::Anaphor || target.is_some();
        count += usize::from(kept);
        ids.push(kept.then(|| format!("c{count}")));
    }
    let issuers: Vec<_> = citations.iter().map(|citation| citation.issuer.clone()).collect();
    for ((citation, target), id) in citations.iter_mut().zip(targets).zip(&ids) {
        if citation.form == CitationForm::Short && citation.issuer.is_none() {
            citation.issuer = target.and_then(|target| issuers.get(target).cloned().flatten());
        }
        citation.refers_to = target.and_then(|target| ids.get(target).cloned().flatten());
        citation.id = id.clone().unwrap_or_default();
    }
    citations.retain(|citation| !citation.id.is_empty());
    citations
}

/// What each mention refers to.
fn targets(citations: &[Citation]) -> Vec<Option<usize>> {
    let mut behind: Vec<Option<usize>> = Vec::with_capacity(citations.len());
    let mut full = HashMap::new();
    for (index, citation) in citations.iter().enumerate().rev() {
        behind.push(full.get(&number(citation)).copied());
        if citation.form == CitationForm::Full {
            full.insert(number(citation), index);
        }
    }
    full.clear();
    let mut last = HashMap::new();
    let mut last_full = None;
    let mut targets = Vec::with_capacity(citations.len());
    for (index, (citation, behind)) in citations.iter().zip(behind.into_iter().rev()).enumerate() {
        let kind = citation.kind.as_deref();
        targets.push(match citation.form {
            CitationForm::Short => full.get(&number(citation)).copied().or(behind),
            // "Văn bản" may be any paper with a number.
            CitationForm::Anaphor if kind == Some("Văn bản") => {
                last.get(&kind).copied().max(last_full)
            }
            CitationForm::Anaphor => last.get(&kind).copied(),
            _ => None,
        });
        if citation.form == CitationForm::Full {
            full.insert(number(citation), index);
            last_full = Some(index);
        }
        if citation.form != CitationForm::Anaphor {
            last.insert(kind, index);
        }
    }
    targets
}

/// What a short mention shares with the one in full.
fn number(citation: &Citation) -> (Option<&str>, Option<&str>) {
    (citation.kind.as_deref(), citation.number.as_deref())
}
