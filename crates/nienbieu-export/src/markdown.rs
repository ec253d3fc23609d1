//! Markdown (CommonMark): each article a chronology, each event its date and its words as a quotation.
//!
//! Whatever the article says is text: every sign that Markdown or its common extensions take for markup
//! has a backslash before it.

use std::io::{self, Write};

use nienbieu_model::Record;

use crate::dates::show;
use crate::entry::Entry;
use crate::text::one_line;
use crate::{Form, Language, Options, Selection};

struct Chronology {
    language: Language,
    articles: usize,
}

pub(crate) fn open(options: &Options) -> Box<dyn Form> {
    Box::new(Chronology { language: options.language, articles: 0 })
}

impl Form for Chronology {
    fn record(&mut self, rows: &Selection<'_>, out: &mut dyn Write) -> io::Result<()> {
        self.articles += 1;
        let language = self.language;
        if self.articles > 1 {
            writeln!(out)?;
        }
        writeln!(out, "# {}\n", escaped(&title(rows.record, self.articles, language)))?;
        writeln!(out, "{}", escaped(&about(rows.record, language)))?;
        if rows.events.is_empty() {
            writeln!(out, "\n{}", escaped(language.t("head.none")))?;
        }
        rows.events.iter().try_for_each(|event| {
            write_entry(&Entry::of(rows.record, event, language), language, out)
        })
    }
}

fn write_entry(entry: &Entry<'_>, language: Language, out: &mut dyn Write) -> io::Result<()> {
    let (when, what) = (escaped(&one_line(&entry.when)), escaped(&one_line(&entry.what(language))));
    writeln!(out, "\n- **{when}** · {what}")?;
    for (i, line) in entry.quote.lines().filter(|line| !line.trim().is_empty()).enumerate() {
        if i > 0 {
            writeln!(out, "  >")?;
        } else {
            writeln!(out)?;
        }
        writeln!(out, "  > {}", escaped(&one_line(line)))?;
    }
    for (i, (head, words)) in entry.notes.iter().enumerate() {
        let space = if i == 0 { "\n" } else { "" };
        writeln!(out, "{space}  - {}", escaped(&one_line(&format!("{head}: {words}"))))?;
    }
    Ok(())
}

/// The headline, else the article's number.
pub(crate) fn title(record: &Record, number: usize, language: Language) -> String {
    let own = record.title.as_ref().map(|title| one_line(&title.text));
    own.unwrap_or_else(|| language.with("head.untitled", &[("n", &number.to_string())]))
}

/// Outlet, publication and source in one line.
fn about(record: &Record, language: Language) -> String {
    let told = |head: &'static str, words: &str| format!("{}: {words}", language.t(head));
    let published = match record.published.edtf.as_deref() {
        Some(edtf) => told("head.published", &show(edtf, language)),
        None => language.t("head.unknown").to_owned(),
    };
    let outlet = record.outlet.as_ref().map(|outlet| told("head.outlet", &outlet.text));
    let source = record.source.url.as_deref().or(record.source.name.as_deref());
    let source = source.map(|source| told("head.source", source));
    let parts = [outlet, Some(published), source];
    one_line(&parts.into_iter().flatten().collect::<Vec<_>>().join(" · "))
}

/// One line of text that means what it says.
fn escaped(text: &str) -> String {
    let text = text.trim();
    let mut safe = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        if is_markup(c) || is_markup_here(text, at, c) {
            safe.push('\\');
        }
        safe.push(c);
    }
    safe
}

const fn is_markup(c: char) -> bool {
    matches!(
        c,
        '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '|' | '~' | '$' | '@' | '^' | '!'
    )
}

/// Signs that open a block at the start of a line, and those that a reader would make a link of.
fn is_markup_here(text: &str, at: usize, c: char) -> bool {
    let before = &text[..at];
    let opens_list = || before.bytes().all(|byte| byte.is_ascii_digit());
    match c {
        '#' | '+' | '-' | '=' | ':' if at == 0 => true,
        '.' | ')' if at > 0 && opens_list() => true,
        ':' => text[at..].starts_with("://"),
        '.' => before.to_lowercase().ends_with("www"),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn markup_is_text() {
        for (text, safe) in [
            ("Hà Nội, 24/7/2021 (ước tính) - 1.234 ca", "Hà Nội, 24/7/2021 (ước tính) - 1.234 ca"),
            ("1. Một", "1\\. Một"),
            ("- gạch", "\\- gạch"),
            ("# đầu", "\\# đầu"),
            ("<b>*[a](b)", "\\<b\\>\\*\\[a\\](b)"),
            ("https://a.vn www.b.vn", "https\\://a.vn www\\.b.vn"),
        ] {
            assert_eq!(escaped(text), safe);
        }
    }
}
