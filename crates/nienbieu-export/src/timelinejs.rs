//! TimelineJS 3 (Knight Lab): one object with a slide an event.
//!
//! Its texts are HTML, so everything is escaped. A slide must have a date: an event with bounds stands
//! from its first to its last day, its `display_date` says how fine the date is, and one with a last
//! day alone stands there. What has no date is listed on the title slide.

use std::io::{self, Write};

use maud::html;
use nienbieu_model::Record;
use serde_json::{Value, json};

use crate::entry::Entry;
use crate::iri::{digest, plain};
use crate::moment::{Moment, Parts};
use crate::{Form, Language, Options, Selection};

/// The longest headline of a slide, in characters.
const HEADLINE: usize = 90;

/// Slides on their way.
struct Slides {
    language: Language,
    slides: usize,
    titles: Vec<String>,
    undated: Vec<String>,
}

pub(crate) fn open(options: &Options) -> Box<dyn Form> {
    let language = options.language;
    Box::new(Slides { language, slides: 0, titles: Vec::new(), undated: Vec::new() })
}

impl Form for Slides {
    fn begin(&mut self, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(b"{\"scale\":\"human\",\"events\":[")
    }

    fn record(&mut self, rows: &Selection<'_>, out: &mut dyn Write) -> io::Result<()> {
        let record = rows.record;
        self.titles.extend(record.title.as_ref().map(|title| title.text.clone()));
        for event in &rows.events {
            let entry = Entry::of(record, event, self.language);
            let Some(slide) = self.slide(record, &entry) else {
                self.undated.push(entry.headline(HEADLINE));
                continue;
            };
            let comma = if self.slides > 0 { "," } else { "" };
            write!(out, "{comma}\n{slide}")?;
            self.slides += 1;
        }
        Ok(())
    }

    fn end(&mut self, out: &mut dyn Write) -> io::Result<()> {
        writeln!(out, "\n],\"title\":{}}}", self.title())
    }
}

impl Slides {
    fn title(&self) -> Value {
        let headline = match self.titles.as_slice() {
            [one] => one,
            _ => self.language.t("head.chronology"),
        };
        let undated = self.language.t("head.undated");
        let text = html! {
            @if !self.undated.is_empty() {
                p { (undated) }
                ul { @for words in &self.undated { li { (words) } } }
            }
        };
        json!({
            "unique_id": "title",
            "text": {"headline": html!((headline)).into_string(), "text": text.into_string()},
        })
    }

    fn slide(&self, record: &Record, entry: &Entry<'_>) -> Option<Value> {
        let extent = entry.extent;
        let last = extent.last();
        let begin = extent.begin.or(last)?;
        let text = html! {
            blockquote { (entry.quote) }
            p { (entry.what(self.language)) }
            @for (head, words) in &entry.notes { p { (head) ": " (words) } }
        };
        let id = format!("{}-{}-{}", digest(record), record.source.part, plain(&entry.event.id));
        let mut slide = json!({
            "unique_id": id,
            "start_date": date(begin, extent.is_timed),
            "display_date": html!((entry.when)).into_string(),
            "group": html!((entry.kind)).into_string(),
            "autolink": false,
            "text": {
                "headline": html!((entry.headline(HEADLINE))).into_string(),
                "text": text.into_string(),
            },
        });
        if let Some(last) = last.filter(|last| extent.begin.is_some() && *last > begin) {
            slide["end_date"] = date(last, extent.is_timed);
        }
        Some(slide)
    }
}

fn date(moment: Moment, is_timed: bool) -> Value {
    let Parts { year, month, day, hour, minute, second } = moment.parts();
    if is_timed {
        return json!({
            "year": year, "month": month, "day": day, "hour": hour, "minute": minute, "second": second,
        });
    }
    json!({"year": year, "month": month, "day": day})
}
