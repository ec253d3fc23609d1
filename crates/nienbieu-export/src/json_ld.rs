//! JSON-LD in the terms of schema.org: each article as a `NewsArticle`, what it is about and what it
//! mentions, its dated statements as `Event`s.
//!
//! A date that ISO 8601 can say with its precision stands as it is ("2021-07"); an interval has its two
//! ends; of the others the bounds stand. The EDTF value itself is the event's `identifier`. The output
//! may be put into a page as it is.

use std::collections::HashSet;
use std::io::{self, Write};

use nienbieu_model::{Event, Publication, Record};
use serde_json::{Map, Value, json};

use crate::dates::is_iso;
use crate::entry::Entry;
use crate::iri::of_item;
use crate::items::{body, meant, paper, place};
use crate::{Form, Language, Options, Selection, safe_json};

/// A graph on its way.
struct Graph {
    language: Language,
    articles: usize,
}

/// The longest name of an event, in characters.
const NAME: usize = 110;

pub(crate) fn open(options: &Options) -> Box<dyn Form> {
    Box::new(Graph { language: options.language, articles: 0 })
}

impl Form for Graph {
    fn begin(&mut self, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(b"{\"@context\":\"https://schema.org\",\"@graph\":[")
    }

    fn record(&mut self, rows: &Selection<'_>, out: &mut dyn Write) -> io::Result<()> {
        let comma = if self.articles > 0 { "," } else { "" };
        self.articles += 1;
        writeln!(out, "{comma}")?;
        safe_json::write(&article(rows, self.language), out)
    }

    fn end(&mut self, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(b"\n]}\n")
    }
}

fn article(rows: &Selection<'_>, language: Language) -> Value {
    let record = rows.record;
    let words = |said: &Option<nienbieu_model::SpannedText>| said.as_ref().map(|s| s.text.clone());
    let named = |kind: &str, name: String| json!({"@type": kind, "name": name});
    let events = rows.events.iter().map(|event| self::event(record, event, language));
    let about: Vec<Value> = diseases(rows).chain(events).collect();
    let mentions: Vec<Value> =
        places(rows).chain(people(rows)).chain(bodies(rows)).chain(papers(rows)).collect();
    object([
        ("@type", Some("NewsArticle".into())),
        ("@id", Some(of_item(record, "article").into())),
        ("identifier", Some(record.id.as_str().into())),
        ("url", record.source.url.as_deref().map(Value::from)),
        ("inLanguage", Some(record.language.as_ref().into())),
        ("headline", words(&record.title).map(Value::from)),
        ("abstract", words(&record.lead).map(Value::from)),
        ("articleSection", words(&record.section).map(Value::from)),
        ("publisher", words(&record.outlet).map(|name| named("NewsMediaOrganization", name))),
        ("author", words(&record.byline).map(|name| named("Person", name))),
        ("datePublished", published(&record.published).map(Value::from)),
        ("dateModified", record.modified.as_ref().and_then(published).map(Value::from)),
        ("about", list(about)),
        ("mentions", list(mentions)),
    ])
}

fn event(record: &Record, event: &Event, language: Language) -> Value {
    let entry = Entry::of(record, event, language);
    let [begin, end] = dates(event);
    let place = event.place.as_deref().and_then(|id| crate::items::find(&record.places, id));
    let edtf = event
        .edtf
        .as_deref()
        .map(|edtf| json!({"@type": "PropertyValue", "propertyID": "EDTF", "value": edtf}));
    object([
        ("@type", Some("Event".into())),
        ("@id", Some(of_item(record, &event.id).into())),
        ("name", Some(entry.headline(NAME).into())),
        ("description", Some(entry.quote).filter(|quote| !quote.is_empty()).map(Value::from)),
        ("keywords", Some(event.kind.as_str().into())),
        ("startDate", begin.map(Value::from)),
        ("endDate", end.map(Value::from)),
        ("eventStatus", entry.is_ahead.then(|| "https://schema.org/EventScheduled".into())),
        ("location", place.map(place_of)),
        ("identifier", edtf),
    ])
}

/// The dates as ISO 8601 can say them; else the bounds.
fn dates(event: &Event) -> [Option<&str>; 2] {
    let edtf = event.edtf.as_deref().unwrap_or_default();
    if is_iso(edtf) {
        return [Some(edtf), None];
    }
    if let Some((begin, end)) = edtf.split_once('/') {
        let ends = [begin, end].map(|end| Some(end).filter(|end| is_iso(end)));
        if ends.iter().any(Option::is_some) {
            return ends;
        }
    }
    [event.earliest.as_deref(), event.latest.as_deref()]
}

fn published(publication: &Publication) -> Option<&str> {
    publication.edtf.as_deref().filter(|edtf| is_iso(edtf))
}

fn diseases(rows: &Selection<'_>) -> impl Iterator<Item = Value> {
    let mut seen = HashSet::new();
    let new = rows.diseases.iter().filter(move |disease| seen.insert(disease.name.clone()));
    new.map(|disease| {
        let code = disease.icd10.as_deref().map(
            |code| json!({"@type": "MedicalCode", "codingSystem": "ICD-10", "codeValue": code}),
        );
        object([
            ("@type", Some("MedicalCondition".into())),
            ("name", Some(disease.name.as_str().into())),
            ("code", code),
        ])
    })
}

fn places(rows: &Selection<'_>) -> impl Iterator<Item = Value> {
    let mut seen = HashSet::new();
    let key = |place: &nienbieu_model::Place| (self::place(place), place.code.clone());
    rows.places.iter().filter(move |place| seen.insert(key(place))).map(|place| place_of(place))
}

fn place_of(place: &nienbieu_model::Place) -> Value {
    let kind = match place.level.as_deref() {
        Some("country") => "Country",
        Some("province" | "district" | "commune" | "region") => "AdministrativeArea",
        _ => "Place",
    };
    object([
        ("@type", Some(kind.into())),
        ("name", Some(self::place(place).into())),
        ("identifier", place.code.as_deref().map(Value::from)),
    ])
}

fn people(rows: &Selection<'_>) -> impl Iterator<Item = Value> {
    let mut seen = HashSet::new();
    let new = rows.people.iter().filter(move |person| seen.insert(person.name.clone()));
    new.map(|person| {
        let titles: Vec<Value> = person.titles.iter().map(|t| t.text.as_str().into()).collect();
        object([
            ("@type", Some("Person".into())),
            ("name", Some(person.name.as_str().into())),
            ("jobTitle", list(titles)),
        ])
    })
}

fn bodies(rows: &Selection<'_>) -> impl Iterator<Item = Value> {
    let mut seen = HashSet::new();
    let new = rows.organizations.iter().filter(move |one| seen.insert(body(one)));
    new.map(|one| {
        object([
            ("@type", Some("Organization".into())),
            ("name", Some(body(one).into())),
            ("alternateName", one.abbreviation.as_deref().map(Value::from)),
        ])
    })
}

fn papers(rows: &Selection<'_>) -> impl Iterator<Item = Value> {
    let mut seen = HashSet::new();
    let meant = rows.citations.iter().map(|mention| meant(rows.record, mention));
    meant.filter(move |one| seen.insert(paper(one))).map(|one| {
        object([
            ("@type", Some("Legislation".into())),
            ("name", Some(paper(one).into())),
            ("legislationIdentifier", one.identifier.as_deref().map(Value::from)),
            ("legislationType", one.kind.as_deref().map(Value::from)),
        ])
    })
}

fn list(values: Vec<Value>) -> Option<Value> {
    (!values.is_empty()).then_some(Value::Array(values))
}

/// What is known.
fn object<const N: usize>(fields: [(&str, Option<Value>); N]) -> Value {
    let known = fields.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?)));
    Value::Object(known.collect::<Map<_, _>>())
}
