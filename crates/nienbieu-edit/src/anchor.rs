//! Where an edit holds: by words, and by what stands around them.

use nienbieu_model::{Event, Record, Span};
use serde::{Deserialize, Serialize};

use crate::Layer;
use crate::report::Status;

/// How many characters stand before and behind.
const AROUND: usize = 32;

/// Words of the text with their surroundings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Anchor {
    /// The words themselves.
    pub quote: String,
    /// What stands before them: 32 characters, fewer at the beginning of the text.
    pub prefix: String,
    /// What stands behind them.
    pub suffix: String,
    /// Their first byte when the anchor was made; decides only between words alike in all else.
    pub position: usize,
}

/// The time that dates an event, told by its words: several events may share one quotation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Timed {
    /// Its words.
    pub quote: String,
    /// Its first byte, counted from the first of the event's quotation.
    pub offset: isize,
}

/// An item of a record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Target {
    /// Its layer.
    pub layer: Layer,
    /// The words that it stands on.
    pub anchor: Anchor,
    /// Of an event: the time that dates it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<Timed>,
}

impl Anchor {
    /// The words from one byte to another; none where these fit no words of the text.
    #[must_use]
    pub fn of(text: &str, start: usize, end: usize) -> Option<Self> {
        let quote = Span::new(start, end).of(text)?;
        let (before, behind) = (text.get(..start)?, text.get(end..)?);
        let from = before.char_indices().rev().nth(AROUND - 1).map_or(0, |(at, _)| at);
        let to = behind.char_indices().nth(AROUND).map_or(behind.len(), |(at, _)| at);
        Some(Self {
            quote: quote.to_owned(),
            prefix: before.get(from..)?.to_owned(),
            suffix: behind.get(..to)?.to_owned(),
            position: start,
        })
    }

    /// Where the words stand in a text.
    ///
    /// # Errors
    ///
    /// Where they stand nowhere, or in several places that nothing tells apart.
    pub(crate) fn find(&self, text: &str) -> Result<Span, Status> {
        if self.quote.is_empty() {
            return Err(Status::Lost);
        }
        let length = self.quote.len();
        let all = text.match_indices(&self.quote).map(|(at, _)| Span::new(at, at + length));
        let all: Vec<Span> = all.collect();
        self.choose(text, &all).map(|at| all[at])
    }

    /// Which of these spans of the text, all of the same words, is meant.
    fn choose(&self, text: &str, spans: &[Span]) -> Result<usize, Status> {
        let sides = |span: &Span| {
            let before = text.get(..span.start).is_some_and(|t| t.ends_with(&self.prefix));
            let behind = text.get(span.end..).is_some_and(|t| t.starts_with(&self.suffix));
            usize::from(before) + usize::from(behind)
        };
        let with = |wanted: usize| -> Vec<usize> {
            (0..spans.len()).filter(|&at| sides(&spans[at]) >= wanted).collect()
        };
        // Both sides, else the one that an edit of the text nearby has left.
        let found = [with(2), with(1)].into_iter().find(|found| !found.is_empty());
        match found.unwrap_or_default().as_slice() {
            [] => Err(Status::Lost),
            [one] => Ok(*one),
            several => {
                let here = |at: &&usize| spans[**at].start == self.position;
                let mut exact = several.iter().filter(here);
                match (exact.next(), exact.next()) {
                    (Some(one), None) if sides(&spans[*one]) == 2 => Ok(*one),
                    _ => {
                        let candidates = several.iter().map(|&at| spans[at]).collect();
                        Err(Status::Ambiguous { candidates })
                    }
                }
            }
        }
    }
}

impl Target {
    /// The item of this layer that stands on these words; none where the record has no text for them.
    #[must_use]
    pub fn of(record: &Record, layer: Layer, span: Span) -> Option<Self> {
        let anchor = Anchor::of(record.text.as_deref()?, span.start, span.end)?;
        Some(Self { layer, anchor, time: None })
    }

    /// An event, told apart from others with its quotation by the time that dates it.
    #[must_use]
    pub fn event(record: &Record, event: &Event) -> Option<Self> {
        let target = Self::of(record, Layer::Events, event.quote)?;
        Some(Self { time: timed(record, event), ..target })
    }

    /// The item's place in its layer.
    ///
    /// # Errors
    ///
    /// Where no item stands on the words, or several that nothing tells apart.
    pub(crate) fn find(&self, record: &Record) -> Result<usize, Status> {
        let text = record.text.as_deref().ok_or(Status::NoText)?;
        let spans = self.layer.spans(record);
        let fits = |at: &usize| {
            let is_timed = self.time.is_none()
                || record.events.get(*at).is_some_and(|event| timed(record, event) == self.time);
            spans[*at].of(text) == Some(&self.anchor.quote)
                && (self.layer != Layer::Events || is_timed)
        };
        let items: Vec<usize> = (0..spans.len()).filter(fits).collect();
        let own: Vec<Span> = items.iter().map(|&at| spans[at]).collect();
        self.anchor.choose(text, &own).map(|at| items[at])
    }
}

fn timed(record: &Record, event: &Event) -> Option<Timed> {
    let time = record.time_of(event)?;
    let offset =
        isize::try_from(time.span.start).ok()? - isize::try_from(event.quote.start).ok()?;
    Some(Timed { quote: time.text.clone(), offset })
}
