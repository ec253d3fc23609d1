//! W3C Web Annotation: an annotation page over the text, one annotation an item.
//!
//! The target is the text itself, named by the digest of its bytes (RFC 6920); where the page is known,
//! it stands as `scope`. Positions count Unicode code points, as the recommendation asks for, and each
//! quotation has the words before and behind it.

use std::io::{self, Write};

use nienbieu_model::{Record, Span};
use serde_json::{Value, json};

use crate::iri::{of_item, of_text};
use crate::items::{body, figure, meant, paper, place, titles};
use crate::positions::Positions;
use crate::{Form, Options, Selection};

/// How many characters stand before and behind a quotation.
const AROUND: usize = 32;

/// A page of annotations on its way.
#[derive(Default)]
struct Page {
    items: usize,
    started: bool,
}

pub(crate) fn open(_: &Options) -> Box<dyn Form> {
    Box::new(Page::default())
}

impl Form for Page {
    fn record(&mut self, rows: &Selection<'_>, out: &mut dyn Write) -> io::Result<()> {
        let record = rows.record;
        let text = record.text.as_deref().unwrap_or_default();
        let target = Target { record, text, positions: Positions::of(text) };
        if !std::mem::replace(&mut self.started, true) {
            let id = Value::from(of_text(record) + "#annotations");
            write!(out, "{HEAD},\"id\":{id},\"items\":[")?;
        }
        for item in items(rows) {
            let comma = if self.items > 0 { "," } else { "" };
            write!(out, "{comma}\n{}", target.annotation(&item))?;
            self.items += 1;
        }
        Ok(())
    }

    fn end(&mut self, out: &mut dyn Write) -> io::Result<()> {
        if !self.started {
            write!(out, "{HEAD},\"items\":[")?;
        }
        out.write_all(b"\n]}\n")
    }
}

const HEAD: &str = "{\"@context\":\"http://www.w3.org/ns/anno.jsonld\",\"type\":\"AnnotationPage\"";

/// What is said of a stretch of the text.
struct Item<'a> {
    id: &'a str,
    span: Span,
    layer: &'static str,
    says: String,
}

fn items<'a>(rows: &'a Selection<'a>) -> impl Iterator<Item = Item<'a>> {
    let record = rows.record;
    let joined =
        |parts: &[Option<&str>]| parts.iter().flatten().copied().collect::<Vec<_>>().join(" ");
    let events = rows.events.iter().map(move |e| {
        let says = joined(&[Some(e.kind.as_str()), e.edtf.as_deref()]);
        Item { id: &e.id, span: e.quote, layer: "event", says }
    });
    let times = rows.times.iter().map(move |t| {
        let value = t.edtf.as_deref().or(t.value.as_deref());
        let says = joined(&[Some(t.kind.as_str()), value, t.modifier.as_deref()]);
        Item { id: &t.id, span: t.span, layer: "time", says }
    });
    let figures = rows.quantities.iter().map(move |q| {
        let says = joined(&[q.metric.as_deref(), Some(&q.value.to_string()), q.unit.as_deref()]);
        let says = if says.is_empty() { figure(q) } else { says };
        Item { id: &q.id, span: q.span, layer: "figure", says }
    });
    let papers = rows.citations.iter().map(move |c| Item {
        id: &c.id,
        span: c.span,
        layer: "paper",
        says: paper(meant(record, c)),
    });
    let people = rows.people.iter().map(|p| {
        let says =
            if p.titles.is_empty() { p.name.clone() } else { format!("{}, {}", p.name, titles(p)) };
        Item { id: &p.id, span: p.span, layer: "person", says }
    });
    let bodies = rows.organizations.iter().map(|o| Item {
        id: &o.id,
        span: o.span,
        layer: "body",
        says: body(o),
    });
    let places = rows.places.iter().map(move |p| {
        let says = joined(&[Some(&place(p)), p.code.as_deref()]);
        Item { id: &p.id, span: p.span, layer: "place", says }
    });
    let diseases = rows.diseases.iter().map(move |d| {
        let says = joined(&[Some(&d.name), d.icd10.as_deref()]);
        Item { id: &d.id, span: d.span, layer: "disease", says }
    });
    let patients = rows.patients.iter().map(|p| Item {
        id: &p.id,
        span: p.span,
        layer: "patient",
        says: p.text.clone(),
    });
    let orders = rows.directives.iter().map(|d| {
        let to: Vec<_> = d.addressees.iter().map(|who| who.text.as_str()).collect();
        Item { id: &d.id, span: d.span, layer: "instruction", says: to.join("; ") }
    });
    events
        .chain(times)
        .chain(figures)
        .chain(papers)
        .chain(people)
        .chain(bodies)
        .chain(places)
        .chain(diseases)
        .chain(patients)
        .chain(orders)
}

struct Target<'a> {
    record: &'a Record,
    text: &'a str,
    positions: Positions<'a>,
}

impl Target<'_> {
    fn annotation(&self, item: &Item<'_>) -> Value {
        let mut bodies = vec![json!({
            "type": "TextualBody", "purpose": "tagging", "format": "text/plain", "value": item.layer,
        })];
        if !item.says.is_empty() {
            bodies.push(json!({
                "type": "TextualBody", "purpose": "describing", "format": "text/plain",
                "value": item.says,
            }));
        }
        let mut target = json!({
            "type": "SpecificResource",
            "source": of_text(self.record),
        });
        if let Some(selectors) = self.selectors(item.span) {
            target["selector"] = selectors;
        }
        if let Some(url) = &self.record.source.url {
            target["scope"] = Value::from(url.as_str());
        }
        json!({
            "id": of_item(self.record, item.id),
            "type": "Annotation",
            "motivation": "describing",
            "body": bodies,
            "target": target,
        })
    }

    /// None where the record has no text, or the span does not fit it.
    fn selectors(&self, span: Span) -> Option<Value> {
        let exact = span.of(self.text)?;
        let (before, behind) = (&self.text[..span.start], &self.text[span.end..]);
        let from = before.char_indices().rev().nth(AROUND - 1).map_or(0, |(at, _)| at);
        let to = behind.char_indices().nth(AROUND).map_or(behind.len(), |(at, _)| at);
        Some(json!([
            {
                "type": "TextQuoteSelector",
                "exact": exact,
                "prefix": before.get(from..)?,
                "suffix": behind.get(..to)?,
            },
            {
                "type": "TextPositionSelector",
                "start": self.positions.characters(span.start),
                "end": self.positions.characters(span.end),
            },
        ]))
    }
}
