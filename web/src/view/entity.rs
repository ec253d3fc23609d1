//! How papers, people, bodies, places, diseases and instructions were read.

use nienbieu_model::{Citation, CitationForm, Person, Place, PlaceStatus, Record, Title};

use super::explain::{Row, refer};
use crate::{i18n::Lang, layers::Item};

pub(super) fn paper_rows(paper: &Citation, record: &Record, lang: Lang) -> Vec<Row> {
    let issuer = paper.issuer.as_ref();
    let conflict = issuer.is_some_and(|issuer| issuer.conflict);
    let form = (paper.form != CitationForm::Other("".into())).then_some(&paper.form);
    vec![
        ("details.kind", paper.kind.clone()),
        ("details.identifier", paper.identifier.clone()),
        ("details.issuer_decoded", issuer.and_then(|issuer| issuer.decoded.clone())),
        ("details.issuer_stated", issuer.and_then(|issuer| issuer.stated.clone())),
        ("details.conflict", conflict.then(|| lang.t("details.conflict_issuer"))),
        ("details.date", refer(record, paper.date.as_deref())),
        ("details.about", paper.about.clone()),
        ("details.form", form.map(|form| lang.label("form", form.as_str()))),
        ("details.refers_to", refer(record, paper.refers_to.as_deref())),
    ]
}

pub(super) fn place_rows(place: &Place, record: &Record, lang: Lang) -> Vec<Row> {
    let settled = place.status == PlaceStatus::Resolved;
    vec![
        ("details.level", place.level.as_deref().map(|level| lang.label("level", level))),
        ("details.code", place.code.clone()),
        ("details.parent", above(place, record)),
        ("details.status", (!settled).then(|| lang.label("place_status", place.status.as_str()))),
        ("details.candidates", joined(&place.candidates)),
    ]
}

/// The place that this one lies in: its name where the article gives it, its code otherwise.
fn above(place: &Place, record: &Record) -> Option<String> {
    let parent = place.parent.as_deref()?;
    let named = record.places.iter().find(|p| p.id == parent || p.code.as_deref() == Some(parent));
    let name = named.and_then(|place| place.name.as_deref());
    Some(name.map_or_else(|| parent.to_owned(), |name| format!("{name}, {parent}")))
}

pub(super) fn sickness_rows(item: Item<'_>) -> Vec<Row> {
    match item {
        Item::Disease(disease) => vec![("details.icd10", disease.icd10.clone())],
        Item::Patient(patient) => {
            let one = patient.number.into_iter().filter(|_| patient.numbers.is_empty());
            let numbers: Vec<_> = one.chain(patient.numbers.iter().copied()).collect();
            vec![("details.patient", joined(&numbers))]
        }
        _ => Vec::new(),
    }
}

pub(super) fn agent_rows(item: Item<'_>, record: &Record, lang: Lang) -> Vec<Row> {
    match item {
        Item::Person(person) => vec![
            ("details.titles", titles(person, record)),
            ("details.role", person.role.as_ref().map(|role| lang.label("role", role.as_str()))),
        ],
        Item::Body(body) => vec![
            ("details.full_name", body.name.clone().filter(|name| *name != body.text)),
            ("details.abbreviation", body.abbreviation.clone()),
            ("details.level", body.level.as_deref().map(|level| lang.label("level", level))),
            ("details.where", refer(record, body.place.as_deref())),
        ],
        Item::Instruction(order) => {
            let to: Vec<&String> = order.addressees.iter().map(|to| &to.text).collect();
            vec![
                ("details.marker", order.marker.clone()),
                ("details.addressees", joined(&to)),
                ("details.deadline", refer(record, order.deadline.as_deref())),
                ("details.source", refer(record, order.source.as_deref())),
                ("details.under", refer(record, order.parent.as_deref())),
            ]
        }
        _ => Vec::new(),
    }
}

/// A person's titles, each with the body that it belongs to.
pub(super) fn titles(person: &Person, record: &Record) -> Option<String> {
    let shown = |title: &Title| match title.organization.as_deref() {
        Some(body) => {
            let name = Item::find(record, body).map_or(body, |item| item.words(record));
            if title.text.contains(name) {
                return title.text.clone();
            }
            format!("{} ({name})", title.text)
        }
        None => title.text.clone(),
    };
    joined(&person.titles.iter().map(shown).collect::<Vec<_>>())
}

pub(super) fn joined(words: &[impl ToString]) -> Option<String> {
    let words: Vec<String> = words.iter().map(ToString::to_string).collect();
    (!words.is_empty()).then(|| words.join(", "))
}
