//! The tables of CSV, Parquet and SQLite: one definition for all of them.
//!
//! New columns come behind the others; none changes its name or kind.

use std::borrow::Cow;

use nienbieu_model::{
    Citation, Event, Modality, Person, PersonRole, Place, Quantity, Record, Span, Time,
};

use crate::sink::Article;

/// The kind of a column's values; any may be absent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Text in UTF-8.
    Text,
    /// A whole number of 64 bits, with a sign.
    Int,
    /// A number of 64 bits.
    Real,
    /// True or false.
    Flag,
}

/// A column: its name and the kind of its values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its name.
    pub name: &'static str,
    /// The kind of its values.
    pub kind: Kind,
}

/// A value.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Cell<'a> {
    Null,
    Text(Cow<'a, str>),
    Int(i64),
    Real(f64),
    Flag(bool),
}

/// A table.
pub(crate) struct Table {
    pub(crate) name: &'static str,
    pub(crate) columns: &'static [Column],
    pub(crate) rows: for<'a> fn(&'a Article<'a>) -> Vec<Vec<Cell<'a>>>,
}

/// All tables.
pub(crate) static TABLES: &[&Table] =
    &[&DOCUMENTS, &EVENTS, &TIMES, &QUANTITIES, &CITATIONS, &PEOPLE, &PLACES];

/// The name of each table with its columns, in order.
pub fn schema() -> impl Iterator<Item = (&'static str, &'static [Column])> {
    TABLES.iter().map(|table| (table.name, table.columns))
}

macro_rules! table {
    ($table:ident, $name:literal, |$article:ident| $items:expr, |$item:ident: $type:ty| {
        $($column:ident: $kind:ident = $value:expr,)+
    }) => {
        static $table: Table = Table {
            name: $name,
            columns: &[
                Column { name: "document", kind: Kind::Int },
                $(Column { name: stringify!($column), kind: Kind::$kind }),+
            ],
            rows: {
                fn rows<'a>($article: &'a Article<'a>) -> Vec<Vec<Cell<'a>>> {
                    let number = i64::try_from($article.number).unwrap_or(i64::MAX);
                    let row = |$item: &'a $type| vec![Cell::Int(number), $(Cell::from($value)),+];
                    $items.iter().map(row).collect()
                }
                rows
            },
        };
    };
}

table!(DOCUMENTS, "documents", |article| std::slice::from_ref(article.record), |record: Record| {
    id: Text = &record.id,
    source: Text = &record.source.name,
    part: Int = i64::from(record.source.part),
    url: Text = &record.source.url,
    captured_at: Text = &record.source.captured_at,
    media_type: Text = &record.source.media_type,
    encoding: Text = record.source.encoding.as_ref().map(|encoding| &*encoding.name),
    byte_offset: Int = record.source.byte_offset,
    byte_len: Int = record.source.byte_len,
    language: Text = &*record.language,
    title: Text = record.title.as_ref().map(|title| title.text.as_str()),
    outlet: Text = record.outlet.as_ref().map(|outlet| outlet.text.as_str()),
    byline: Text = record.byline.as_ref().map(|byline| byline.text.as_str()),
    published: Text = &record.published.edtf,
    published_earliest: Text = &record.published.earliest,
    published_latest: Text = &record.published.latest,
    published_status: Text = record.published.status.as_str(),
    events: Int = count(&record.events),
    quantities: Int = count(&record.quantities),
    diagnostics: Int = count(&record.diagnostics),
    duplicate_of: Text = record.duplicate_of.as_ref().and_then(|copy| copy.name.as_deref()),
    duplicate_kind: Text = record.duplicate_of.as_ref().map(|copy| &*copy.kind),
    text: Text = record.text.as_deref(),
});

table!(EVENTS, "events", |article| article.record.events, |event: Event| {
    id: Text = &event.id,
    kind: Text = event.kind.as_str(),
    modality: Text = event.modality.as_ref().map(Modality::as_str),
    edtf: Text = &event.edtf,
    earliest: Text = &event.earliest,
    latest: Text = &event.latest,
    time: Text = &event.time,
    time_basis: Text = &event.time_basis,
    place: Text = &event.place,
    place_code: Text = code_of(article.record, event.place.as_deref()),
    quote: Text = words(article.record, event.quote),
    start: Int = event.quote.start,
    end: Int = event.quote.end,
    actors: Text = ids(&event.actors),
    quantities: Text = ids(&event.quantities),
    citations: Text = ids(&event.citations),
});

table!(TIMES, "times", |article| article.record.times, |time: Time| {
    id: Text = &time.id,
    text: Text = &time.text,
    start: Int = time.span.start,
    end: Int = time.span.end,
    kind: Text = time.kind.as_str(),
    value: Text = &time.value,
    modifier: Text = time.modifier.as_deref(),
    edtf: Text = &time.edtf,
    earliest: Text = &time.earliest,
    latest: Text = &time.latest,
    class: Text = time.class.as_str(),
    anchor: Text = &time.anchor,
    rule: Text = &*time.rule,
});

table!(QUANTITIES, "quantities", |article| article.record.quantities, |quantity: Quantity| {
    id: Text = &quantity.id,
    text: Text = &quantity.text,
    start: Int = quantity.span.start,
    end: Int = quantity.span.end,
    value: Real = quantity.value,
    max: Real = quantity.max,
    comparator: Text = &*quantity.comparator,
    unit: Text = &quantity.unit,
    metric: Text = quantity.metric.as_deref(),
    aspect: Text = quantity.aspect.as_deref(),
    population: Text = &quantity.population,
    disease: Text = &quantity.disease,
    time: Text = &quantity.time,
    edtf: Text = &quantity.edtf,
    time_basis: Text = quantity.time_basis.as_deref(),
    place: Text = &quantity.place,
    place_code: Text = &quantity.place_code,
    part_of: Text = &quantity.part_of,
    rule: Text = &*quantity.rule,
});

table!(CITATIONS, "citations", |article| article.record.citations, |citation: Citation| {
    id: Text = &citation.id,
    text: Text = &citation.text,
    start: Int = citation.span.start,
    end: Int = citation.span.end,
    kind: Text = &citation.kind,
    identifier: Text = &citation.identifier,
    number: Text = &citation.number,
    year: Int = citation.year.map(i64::from),
    type_code: Text = &citation.type_code,
    issuer_code: Text = &citation.issuer_code,
    issuer_decoded: Text = citation.issuer.as_ref().and_then(|issuer| issuer.decoded.as_deref()),
    issuer_stated: Text = citation.issuer.as_ref().and_then(|issuer| issuer.stated.as_deref()),
    conflict: Flag = citation.issuer.as_ref().map(|issuer| issuer.conflict),
    date: Text = &citation.date,
    form: Text = citation.form.as_str(),
    refers_to: Text = &citation.refers_to,
});

table!(PEOPLE, "people", |article| article.record.people, |person: Person| {
    id: Text = &person.id,
    name: Text = &person.name,
    start: Int = person.span.start,
    end: Int = person.span.end,
    titles: Text = person.titles.iter().map(|title| title.text.as_str()).collect::<Vec<_>>().join("; "),
    role: Text = person.role.as_ref().map(PersonRole::as_str),
});

table!(PLACES, "places", |article| article.record.places, |place: Place| {
    id: Text = &place.id,
    text: Text = &place.text,
    start: Int = place.span.start,
    end: Int = place.span.end,
    name: Text = &place.name,
    level: Text = &place.level,
    code: Text = &place.code,
    parent: Text = &place.parent,
    status: Text = place.status.as_str(),
});

fn count<T>(items: &[T]) -> i64 {
    i64::try_from(items.len()).unwrap_or(i64::MAX)
}

fn words(record: &Record, span: Span) -> Option<&str> {
    span.of(record.text.as_deref()?)
}

fn code_of<'a>(record: &'a Record, id: Option<&str>) -> Option<&'a str> {
    record.places.iter().find(|place| Some(place.id.as_str()) == id)?.code.as_deref()
}

/// Several ids in one cell.
fn ids(ids: &[String]) -> Option<String> {
    (!ids.is_empty()).then(|| ids.join(" "))
}

impl<'a> From<&'a str> for Cell<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text.into())
    }
}

impl<'a> From<&'a String> for Cell<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(text.as_str().into())
    }
}

impl From<String> for Cell<'_> {
    fn from(text: String) -> Self {
        Self::Text(text.into())
    }
}

impl<'a> From<&'a Option<String>> for Cell<'a> {
    fn from(text: &'a Option<String>) -> Self {
        text.as_deref().into()
    }
}

impl From<i64> for Cell<'_> {
    fn from(number: i64) -> Self {
        Self::Int(number)
    }
}

impl From<usize> for Cell<'_> {
    fn from(number: usize) -> Self {
        Self::Int(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<u64> for Cell<'_> {
    fn from(number: u64) -> Self {
        Self::Int(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<f64> for Cell<'_> {
    fn from(number: f64) -> Self {
        Self::Real(number)
    }
}

impl From<bool> for Cell<'_> {
    fn from(flag: bool) -> Self {
        Self::Flag(flag)
    }
}

impl<'a, T: Into<Self>> From<Option<T>> for Cell<'a> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Cell::Null, Into::into)
    }
}
