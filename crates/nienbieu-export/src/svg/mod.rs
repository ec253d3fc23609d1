//! SVG: the timeline as a drawing, a row an event on one axis.
//!
//! A bar is as long as its date is unsure or lasts: an hour, a day, a month, a year. An end that is open
//! fades. What was inferred is dashed. What is planned or aimed at stands apart, below, as an outline.
//! What has no date is listed at the end. A drawing needs all of its rows before the first can be
//! placed, so of each its words in short are held.

mod axis;
mod row;

use std::io::{self, Write};

use maud::{Markup, PreEscaped, html};

use crate::entry::Entry;
use crate::{Form, Language, Options, Selection, xml};
use axis::Axis;
use row::Row;

/// Width of the drawing, and where its columns begin and end, in pixels.
const WIDTH: f64 = 1200.0;
const MARGIN: f64 = 20.0;
const PLOT: (f64, f64) = (270.0, 700.0);
const WORDS: f64 = 720.0;
/// Height of a row, of a heading and of the axis.
const ROW: f64 = 24.0;
const HEADING: f64 = 36.0;
const TOP: f64 = 84.0;
/// The longest words beside a bar, in characters.
const HEADLINE: usize = 62;

const STYLE: &str = include_str!("drawing.css");

struct Drawing {
    language: Language,
    titles: Vec<String>,
    rows: Vec<Row>,
}

pub(crate) fn open(options: &Options) -> Box<dyn Form> {
    Box::new(Drawing { language: options.language, titles: Vec::new(), rows: Vec::new() })
}

impl Form for Drawing {
    fn record(&mut self, rows: &Selection<'_>, _: &mut dyn Write) -> io::Result<()> {
        self.titles.extend(rows.record.title.as_ref().map(|title| title.text.clone()));
        let entries = rows.events.iter().map(|event| Entry::of(rows.record, event, self.language));
        self.rows.extend(entries.map(|entry| Row::of(&entry, self.language)));
        Ok(())
    }

    fn end(&mut self, out: &mut dyn Write) -> io::Result<()> {
        // Several articles make one axis; the order of equal dates stays.
        self.rows.sort_by_key(|row| (row.extent.begin.or(row.extent.end), row.extent.end));
        let height = self.height();
        let title = match self.titles.as_slice() {
            [one] => one,
            _ => self.language.t("head.chronology"),
        };
        let name = crate::text::one_line(title);
        let head = html! {
            title { (name) }
            style { (PreEscaped(STYLE)) }
            (gradients())
            rect.ground width=(WIDTH) height=(height) {}
            text.title x=(MARGIN) y="34" { (name) }
        };
        writeln!(
            out,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {height}\" \
             width=\"{WIDTH}\" height=\"{height}\" role=\"img\" xml:lang=\"{}\">{}",
            self.language.tag(),
            xml::legal(head)
        )?;
        self.write_rows(out)?;
        out.write_all(b"</svg>\n")
    }
}

impl Drawing {
    /// Facts, what is ahead, what has no date, each with its heading.
    fn groups(&self) -> [(Option<&'static str>, Vec<&Row>); 3] {
        let rows = |wanted: fn(&Row) -> bool| self.rows.iter().filter(|row| wanted(row)).collect();
        [
            (None, rows(|row| row.extent.is_placed() && !row.is_ahead)),
            (Some("head.ahead"), rows(|row| row.extent.is_placed() && row.is_ahead)),
            (Some("head.undated"), rows(|row| !row.extent.is_placed())),
        ]
    }

    fn height(&self) -> f64 {
        let heights = self.groups().map(|(heading, rows)| match (heading, rows.len()) {
            (_, 0) => 0.0,
            (heading, count) => {
                heading.map_or(0.0, |_| HEADING)
                    + ROW * f64::from(u32::try_from(count).unwrap_or(u32::MAX))
            }
        });
        TOP + heights.iter().sum::<f64>() + MARGIN
    }

    fn write_rows(&self, out: &mut dyn Write) -> io::Result<()> {
        let axis = Axis::over(self.rows.iter().map(|row| row.extent));
        let bottom = self.height() - MARGIN;
        if let Some(axis) = &axis {
            writeln!(out, "{}", axis.draw(self.language, bottom).into_string())?;
        }
        let mut y = TOP;
        for (heading, rows) in self.groups() {
            if let (Some(heading), false) = (heading, rows.is_empty()) {
                let line =
                    html!(text.heading x=(MARGIN) y=(y + 24.0) { (self.language.t(heading)) });
                writeln!(out, "{}", line.into_string())?;
                y += HEADING;
            }
            for row in rows {
                writeln!(out, "{}", xml::legal(row.draw(y, axis.as_ref())))?;
                y += ROW;
            }
        }
        Ok(())
    }
}

/// Of ends that are open, for what is told as a fact and for what is ahead.
fn gradients() -> Markup {
    let fade = |name: &str, class: &str, from: &str, to: &str| {
        html! {
            linearGradient id=(name) {
                stop.(class) offset="0" stop-opacity=(from) {}
                stop.(class) offset="1" stop-opacity=(to) {}
            }
        }
    };
    html! {
        defs {
            (fade("fact-on", "fact-stop", "1", "0"))
            (fade("fact-until", "fact-stop", "0", "1"))
            (fade("ahead-on", "ahead-stop", "1", "0"))
            (fade("ahead-until", "ahead-stop", "0", "1"))
        }
    }
}
