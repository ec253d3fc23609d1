//! A row of the timeline as people read it.

use nienbieu_model::{Certainty, Event, Modality, Record};

use crate::Language;
use crate::dates::{shades, show_shaded};
use crate::extent::Extent;
use crate::items::{actor, distinct, figure, find, found, meant, paper, place};
use crate::text::{one_line, printable};

/// An event with what it says in words.
pub(crate) struct Entry<'a> {
    pub(crate) event: &'a Event,
    pub(crate) extent: Extent,
    /// The date in the language, or that there is none.
    pub(crate) when: String,
    pub(crate) kind: String,
    /// How the text speaks of it, where that is not as of a fact.
    pub(crate) modality: Option<String>,
    /// Its words, exactly; empty where the record has no text.
    pub(crate) quote: &'a str,
    /// Whether a part of the date was taken from elsewhere.
    pub(crate) is_inferred: bool,
    /// Whether it is planned, aimed at or on a condition.
    pub(crate) is_ahead: bool,
    /// What hangs on it: head and words.
    pub(crate) notes: Vec<(&'static str, String)>,
}

impl<'a> Entry<'a> {
    pub(crate) fn of(record: &'a Record, event: &'a Event, language: Language) -> Self {
        let edtf = event.edtf.as_deref();
        let when = edtf.map_or_else(
            || language.t("head.undated").to_owned(),
            |edtf| show_shaded(edtf, shades(record, event), language),
        );
        let modality = event.modality.as_ref().filter(|modality| **modality != Modality::Fact);
        Self {
            event,
            extent: Extent::of(event),
            when: printable(&when).into_owned(),
            kind: printable(&language.label("kind", event.kind.as_str())).into_owned(),
            modality: modality.map(|modality| {
                printable(&language.label("modality", modality.as_str())).into_owned()
            }),
            quote: quote(record, event),
            is_inferred: is_inferred(record, event),
            is_ahead: is_ahead(event),
            notes: notes(record, event, language),
        }
    }

    /// Kind, modality and whether the date is inferred, in one line.
    pub(crate) fn what(&self, language: Language) -> String {
        let inferred = self.is_inferred.then(|| language.t("head.inferred").to_owned());
        let parts = [Some(self.kind.clone()), self.modality.clone(), inferred];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }

    /// The first words of the quotation, at most `most` characters.
    pub(crate) fn headline(&self, most: usize) -> String {
        shortened(self.quote, most).unwrap_or_else(|| self.kind.clone())
    }
}

/// The words themselves.
pub(crate) fn quote<'a>(record: &'a Record, event: &Event) -> &'a str {
    record.text.as_deref().and_then(|text| event.quote.of(text)).unwrap_or_default()
}

/// The text in one line of at most `most` characters, cut between words; none of nothing.
fn shortened(text: &str, most: usize) -> Option<String> {
    let mut line = String::new();
    let mut length = 0;
    for word in one_line(text).split_whitespace() {
        let word_length = word.chars().count();
        if length > 0 && length + 1 + word_length > most {
            return Some(line + " …");
        }
        if length > 0 {
            line.push(' ');
            length += 1;
        }
        line.extend(word.chars().take(most));
        length += word_length;
    }
    (!line.is_empty()).then_some(line)
}

fn is_ahead(event: &Event) -> bool {
    matches!(event.modality, Some(Modality::Planned | Modality::Target | Modality::Conditional))
}

fn is_inferred(record: &Record, event: &Event) -> bool {
    let components = record.time_of(event).and_then(|time| time.components.as_ref());
    let unsaid =
        |certainty: &Certainty| matches!(certainty, Certainty::Inferred | Certainty::Assumed);
    event.time_basis.as_deref().is_some_and(|basis| basis != "stated")
        || components.is_some_and(|all| all.named().iter().any(|(_, certainty)| unsaid(certainty)))
}

fn notes(record: &Record, event: &Event, language: Language) -> Vec<(&'static str, String)> {
    let at = found(&record.places, event.place.as_deref()).map(place);
    let figures = event.quantities.iter().filter_map(|id| find(&record.quantities, id)).map(figure);
    let papers = event.citations.iter().filter_map(|id| find(&record.citations, id));
    let papers = distinct(papers.map(|mention| paper(meant(record, mention))));
    let actors = distinct(event.actors.iter().filter_map(|id| actor(record, id)));
    let list = |words: Vec<String>| (!words.is_empty()).then(|| words.join("; "));
    [
        ("head.place", at),
        ("head.figures", list(figures.collect())),
        ("head.papers", list(papers)),
        ("head.actors", list(actors)),
    ]
    .into_iter()
    .filter_map(|(key, words)| Some((language.t(key), words?)))
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_cut_between_words() {
        assert_eq!(shortened("một hai\n ba", 20).as_deref(), Some("một hai ba"));
        assert_eq!(shortened("một hai ba", 8).as_deref(), Some("một hai …"));
        assert_eq!(shortened("dàidàidài", 3).as_deref(), Some("dài"));
        assert_eq!(shortened(" \n", 3), None);
    }
}
