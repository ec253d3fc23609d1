//! HTML: a chronology on one page that needs nothing else, no script, no network.
//!
//! The page's own policy forbids everything but its one style sheet, which is known by its digest. What
//! the article says is text in elements that keep its reading direction to themselves.

use std::io::{self, Write};

use maud::{DOCTYPE, Markup, PreEscaped, html};
use nienbieu_model::{Record, Span};

use crate::dates::{is_iso, show};
use crate::entry::Entry;
use crate::markdown::title;
use crate::{Form, Language, Options, Selection};

/// The style sheet, as it stands in the page.
const STYLE: &str = include_str!("chronology.css");
/// Of the style sheet: SHA-256, in Base64.
const DIGEST: &str = "JnQqEXfujFVTXMW/KD7WXzvt6XBdaXGpJkGSUyGBkUo=";

struct Page {
    language: Language,
    articles: usize,
}

pub(crate) fn open(options: &Options) -> Box<dyn Form> {
    Box::new(Page { language: options.language, articles: 0 })
}

impl Form for Page {
    fn record(&mut self, rows: &Selection<'_>, out: &mut dyn Write) -> io::Result<()> {
        let name = title(rows.record, self.articles + 1, self.language);
        if self.articles == 0 {
            self.write_head(Some(&name), out)?;
        }
        self.articles += 1;
        writeln!(out, "{}", self.opening(rows.record, &name).into_string())?;
        for event in &rows.events {
            let entry = Entry::of(rows.record, event, self.language);
            writeln!(out, "{}", self.entry(rows.record, &entry).into_string())?;
        }
        out.write_all(b"</ol>\n</article>\n")
    }

    fn end(&mut self, out: &mut dyn Write) -> io::Result<()> {
        if self.articles == 0 {
            self.write_head(None, out)?;
        }
        out.write_all(b"</main>\n</body>\n</html>\n")
    }
}

impl Page {
    fn write_head(&self, name: Option<&str>, out: &mut dyn Write) -> io::Result<()> {
        let chronology = self.language.t("head.chronology");
        let title =
            name.map_or_else(|| chronology.to_owned(), |name| format!("{name} · {chronology}"));
        let policy = format!(
            "default-src 'none'; style-src 'sha256-{DIGEST}'; base-uri 'none'; form-action 'none'"
        );
        let head = html! {
            (DOCTYPE)
            (PreEscaped(format!("<html lang=\"{}\">", self.language.tag())))
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(policy);
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="referrer" content="no-referrer";
                title { (title) }
                style { (PreEscaped(STYLE)) }
            }
            (PreEscaped("<body>\n<main>"))
        };
        writeln!(out, "{}", head.into_string())
    }

    fn opening(&self, record: &Record, name: &str) -> Markup {
        let t = |key| self.language.t(key);
        let published = record.published.edtf.as_deref();
        html! {
            (PreEscaped("<article>"))
            header {
                h1 lang=(record.language) { bdi { (name) } }
                p {
                    @if let Some(outlet) = &record.outlet {
                        span { (t("head.outlet")) ": " bdi { (outlet.text) } }
                    }
                    @match published {
                        Some(edtf) => span { (t("head.published")) ": " (show(edtf, self.language)) },
                        None => span { (t("head.unknown")) },
                    }
                    @if let Some(source) = record.source.url.as_ref().or(record.source.name.as_ref()) {
                        span { (t("head.source")) ": " (self::source(source)) }
                    }
                }
            }
            (PreEscaped("<ol>"))
        }
    }

    fn entry(&self, record: &Record, entry: &Entry<'_>) -> Markup {
        let edtf = entry.event.edtf.as_deref().filter(|edtf| is_iso(edtf));
        html! {
            li.ahead[entry.is_ahead].inferred[entry.is_inferred] {
                h2 { time datetime=[edtf] { (entry.when) } }
                p.what { (entry.what(self.language)) }
                @if !entry.quote.is_empty() {
                    blockquote lang=(record.language) { (quote(record, entry)) }
                }
                @if !entry.notes.is_empty() {
                    dl {
                        @for (head, words) in &entry.notes {
                            div { dt { (head) } dd { bdi { (words) } } }
                        }
                    }
                }
            }
        }
    }
}

/// A page's address may be followed; anything else is a name.
fn source(source: &str) -> Markup {
    let is_address = source.starts_with("https://") || source.starts_with("http://");
    html! {
        @if is_address {
            a href=(source) rel="noopener noreferrer" { bdi { (source) } }
        } @else {
            bdi { (source) }
        }
    }
}

/// The words, with those that date the event marked.
fn quote(record: &Record, entry: &Entry<'_>) -> Markup {
    let span = entry.event.quote;
    let dated =
        record.time_of(entry.event).map(|time| time.span).filter(|time| span.contains(*time));
    let text = record.text.as_deref().unwrap_or_default();
    let part = |from, to| Span::new(from, to).of(text);
    let parts = dated.and_then(|time| {
        let (before, behind) = (part(span.start, time.start)?, part(time.end, span.end)?);
        Some((before, part(time.start, time.end)?, behind))
    });
    html! {
        bdi {
            @match parts {
                Some((before, dated, behind)) => { (before) mark { (dated) } (behind) },
                None => (entry.quote),
            }
        }
    }
}
