//! People, bodies, places, diseases and patients.

use nienbieu_export::items::{body, found, place, titles};
use nienbieu_model::{Disease, Organization, Patient, Person, Place, PlaceStatus, Record};

use super::{Told, list, pointer, steps, words};

/// All of them, layer by layer.
pub(super) fn all(record: &Record) -> impl Iterator<Item = Told> {
    let people = record.people.iter().map(|one| person(record, one));
    let bodies = record.organizations.iter().map(|one| organization(record, one));
    let places = record.places.iter().map(|one| named_place(record, one));
    let diseases = record.diseases.iter().map(disease);
    people.chain(bodies).chain(places).chain(diseases).chain(record.patients.iter().map(patient))
}

fn person(record: &Record, person: &Person) -> Told {
    let bodies = person.titles.iter().filter_map(|title| {
        let body = found(&record.organizations, title.organization.as_deref()).map(body);
        let id = pointer(title.organization.as_deref(), body)?;
        Some(format!("“{}” of {id}", title.text))
    });
    let steps = steps([
        ("titles", Some(titles(person))),
        ("at", Some(bodies.collect::<Vec<_>>().join(", "))),
        ("role", person.role.as_ref().map(ToString::to_string)),
    ]);
    Told::new(&person.id, "person", person.span, words(record, person.span))
        .with(person.name.clone(), steps)
}

fn organization(record: &Record, organization: &Organization) -> Told {
    let at = found(&record.places, organization.place.as_deref()).map(place);
    let steps = steps([
        ("abbreviation", organization.abbreviation.clone()),
        ("level", organization.level.clone()),
        ("place", pointer(organization.place.as_deref(), at)),
    ]);
    Told::new(&organization.id, "body", organization.span, &organization.text)
        .with(body(organization), steps)
}

fn named_place(record: &Record, item: &Place) -> Told {
    let above = found(&record.places, item.parent.as_deref()).map(place);
    let candidates = (!item.candidates.is_empty()).then(|| item.candidates.join(" or "));
    let status = (item.status != PlaceStatus::Resolved).then(|| item.status.to_string());
    let value = list([Some(place(item)), item.level.clone(), item.code.clone(), status]);
    let steps = steps([
        ("status", Some(item.status.to_string())),
        ("lies in", pointer(item.parent.as_deref(), above)),
        ("candidates", candidates),
    ]);
    Told::new(&item.id, "place", item.span, &item.text).with(value.unwrap_or_default(), steps)
}

fn disease(disease: &Disease) -> Told {
    let value = list([Some(disease.name.clone()), disease.icd10.clone()]);
    Told::new(&disease.id, "disease", disease.span, &disease.text)
        .with(value.unwrap_or_default(), [])
}

fn patient(patient: &Patient) -> Told {
    let value = match (patient.number, patient.numbers.as_slice()) {
        (_, [first, .., last]) => format!("{first} to {last}, {} patients", patient.numbers.len()),
        (Some(number), _) | (None, &[number]) => number.to_string(),
        (None, []) => String::new(),
    };
    Told::new(&patient.id, "patient", patient.span, &patient.text).with(value, [])
}
