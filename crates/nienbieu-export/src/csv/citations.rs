//! A row a mention of a paper.

use nienbieu_model::{Citation, Issuer, Record};

use super::{Cells, date, optional, source};
use crate::lines::Lines;

pub(super) const COLUMNS: [&str; 19] = [
    "source",
    "part",
    "id",
    "text",
    "kind",
    "identifier",
    "number",
    "year",
    "type_code",
    "issuer_code",
    "unit_code",
    "issuer_decoded",
    "issuer_stated",
    "conflict",
    "date",
    "form",
    "refers_to",
    "about",
    "line",
];

pub(super) fn cells<'a>(record: &'a Record, citation: &'a Citation, lines: &Lines) -> Cells<'a> {
    let issuer = citation.issuer.as_ref();
    let said = |of: fn(&Issuer) -> Option<&str>| optional(issuer.and_then(of));
    let [name, part] = source(record);
    vec![
        name,
        part,
        citation.id.as_str().into(),
        citation.text.as_str().into(),
        optional(citation.kind.as_deref()),
        optional(citation.identifier.as_deref()),
        optional(citation.number.as_deref()),
        citation.year.map(|year| year.to_string()).unwrap_or_default().into(),
        optional(citation.type_code.as_deref()),
        optional(citation.issuer_code.as_deref()),
        optional(citation.unit_code.as_deref()),
        said(|issuer| issuer.decoded.as_deref()),
        said(|issuer| issuer.stated.as_deref()),
        issuer.map(|issuer| issuer.conflict.to_string()).unwrap_or_default().into(),
        date(record, citation.date.as_deref()),
        citation.form.as_str().into(),
        optional(citation.refers_to.as_deref()),
        optional(citation.about.as_deref()),
        lines.number(citation.span.start).to_string().into(),
    ]
}
