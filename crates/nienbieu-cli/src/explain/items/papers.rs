//! Official papers.

use nienbieu_export::items::{found, paper};
use nienbieu_model::{Citation, Issuer, Record};

use super::{Told, list, pointer, steps, time};

pub(super) fn told(record: &Record, citation: &Citation) -> Told {
    let part = |what: &str, value: Option<&str>| value.map(|value| format!("{what} {value}"));
    let issued = citation.issuer.as_ref().and_then(|issuer| {
        issuer.stated.as_ref().or(issuer.decoded.as_ref()).map(|name| format!("of {name}"))
    });
    let value = list([Some(paper(citation)), issued]);
    let meant = found(&record.citations, citation.refers_to.as_deref());
    let steps = steps([
        ("form", Some(citation.form.to_string())),
        ("kind", citation.kind.clone()),
        (
            "symbol",
            list([
                part("number", citation.number.as_deref()),
                part("year", citation.year.map(|year| year.to_string()).as_deref()),
                part("type", citation.type_code.as_deref()),
                part("issuer", citation.issuer_code.as_deref()),
                part("unit", citation.unit_code.as_deref()),
            ]),
        ),
        ("issuer", citation.issuer.as_ref().and_then(issuer)),
        ("date", time(record, citation.date.as_deref())),
        ("about", citation.about.clone()),
        ("refers to", pointer(citation.refers_to.as_deref(), meant.map(paper))),
    ]);
    Told::new(&citation.id, "paper", citation.span, &citation.text)
        .with(value.unwrap_or_default(), steps)
}

fn issuer(issuer: &Issuer) -> Option<String> {
    list([
        issuer.stated.as_ref().map(|name| format!("stated “{name}”")),
        issuer.decoded.as_ref().map(|name| format!("by its symbol {name}")),
        issuer.conflict.then(|| "the two contradict each other".to_owned()),
    ])
}
