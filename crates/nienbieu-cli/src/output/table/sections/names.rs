//! People, bodies, places, diseases and patients: each name once with all its mentions.

use nienbieu_export::Selection;
use nienbieu_export::items::{body, distinct, found, place, titles};
use nienbieu_export::lines::Lines;
use nienbieu_export::text::one_line;
use nienbieu_model::{Disease, Organization, Patient, Person, Place, PlaceStatus, Record};

use super::{Field, Role, Section, grouped, line, plain, times};

pub(super) fn people(chosen: &Selection<'_>, lines: &Lines) -> Section {
    let groups = grouped(&chosen.people, |person| full_name(&chosen.people, person).to_lowercase());
    let row = |group: &Vec<&Person>| {
        let first = group.first()?;
        let roles = group.iter().filter_map(|person| person.role.as_ref());
        let join = |words: Vec<String>| words.join(", ");
        let titles = group.iter().map(|person| titles(person)).filter(|titles| !titles.is_empty());
        Some(vec![
            Field::words(one_line(full_name(&chosen.people, first))),
            Field::words(join(distinct(titles))),
            Field::new(Role::Kind, join(distinct(roles.map(|role| plain(Some(role.as_str())))))),
            times(group.len()),
            line(first.span, lines),
        ])
    };
    Section { heading: "People", rows: groups.iter().filter_map(row).collect() }
}

/// A given name alone is that of the one person who has it: "ông Phấn" is Tạ Văn Phấn.
fn full_name<'a>(people: &[&'a Person], person: &'a Person) -> &'a str {
    if person.name.contains(' ') {
        return &person.name;
    }
    let behind = |full: &str| full.rsplit_once(' ').is_some_and(|(_, given)| given == person.name);
    let mut full = people.iter().map(|other| other.name.as_str()).filter(|name| behind(name));
    match full.next() {
        Some(name) if full.all(|other| other == name) => name,
        _ => &person.name,
    }
}

pub(super) fn bodies(chosen: &Selection<'_>, lines: &Lines) -> Section {
    let record = chosen.record;
    let key = |item: &Organization| {
        let at = place_name(record, item.place.as_deref());
        format!("{}|{at}", body(item)).to_lowercase()
    };
    let row = |group: &Vec<&Organization>| {
        let first = group.first()?;
        let short = group.iter().find_map(|item| item.abbreviation.as_deref()).map(one_line);
        let name = body(first);
        let short = short.filter(|short| *short != name).map(|short| format!(" ({short})"));
        Some(vec![
            Field::words(name + &short.unwrap_or_default()),
            Field::new(Role::Kind, plain(first.level.as_deref())),
            Field::words(place_name(record, first.place.as_deref())),
            times(group.len()),
            line(first.span, lines),
        ])
    };
    let rows = grouped(&chosen.organizations, key).iter().filter_map(row).collect();
    Section { heading: "Bodies", rows }
}

/// The name of the place with this id; what is no id is a name or a code already.
fn place_name(record: &Record, id: Option<&str>) -> String {
    let known = found(&record.places, id).map(place);
    known.or_else(|| id.map(one_line)).unwrap_or_default()
}

pub(super) fn places(chosen: &Selection<'_>, lines: &Lines) -> Section {
    let key = |item: &Place| {
        format!("{}|{:?}|{:?}|{}", place(item).to_lowercase(), item.level, item.code, item.status)
    };
    let row = |group: &Vec<&Place>| {
        let first = group.first()?;
        Some(vec![
            Field::words(place(first)),
            Field::new(Role::Kind, plain(first.level.as_deref())),
            Field::note(plain(first.code.as_deref())),
            doubt(first),
            times(group.len()),
            line(first.span, lines),
        ])
    };
    let rows = grouped(&chosen.places, key).iter().filter_map(row).collect();
    Section { heading: "Places", rows }
}

/// What is unsettled about a place.
fn doubt(place: &Place) -> Field {
    if place.status == PlaceStatus::Resolved {
        return Field::note("");
    }
    let status = plain(Some(place.status.as_str()));
    let text = if place.candidates.is_empty() {
        status
    } else {
        format!("{status}: {}", one_line(&place.candidates.join(" or ")))
    };
    Field::new(Role::Doubt, text)
}

pub(super) fn diseases(chosen: &Selection<'_>, lines: &Lines) -> Section {
    let row = |group: &Vec<&Disease>| {
        let first = group.first()?;
        Some(vec![
            Field::words(one_line(&first.name)),
            Field::note(plain(first.icd10.as_deref())),
            times(group.len()),
            line(first.span, lines),
        ])
    };
    let groups = grouped(&chosen.diseases, |item| item.name.to_lowercase());
    Section { heading: "Diseases", rows: groups.iter().filter_map(row).collect() }
}

pub(super) fn patients(chosen: &Selection<'_>, lines: &Lines) -> Section {
    let row = |group: &Vec<&Patient>| {
        let first = group.first()?;
        let many = (first.numbers.len() > 1).then(|| format!("{} patients", first.numbers.len()));
        Some(vec![
            Field::words(one_line(&first.text)),
            Field::note(many.unwrap_or_default()),
            times(group.len()),
            line(first.span, lines),
        ])
    };
    let groups = grouped(&chosen.patients, |item| item.text.to_lowercase());
    Section { heading: "Patients", rows: groups.iter().filter_map(row).collect() }
}
