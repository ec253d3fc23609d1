use std::fmt;

use nienbieu_model::Span;

/// What became of each edit of an article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// In the log's order; edits of other articles are not among them.
    pub outcomes: Vec<Outcome>,
}

/// What became of one edit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// Its place in the log, from 0.
    pub edit: usize,
    /// Its operation, as the log names it.
    pub operation: &'static str,
    /// The words that it looked for.
    pub words: Option<String>,
    /// What became of it.
    pub status: Status,
}

/// What became of an edit. Whatever is not applied has changed nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Status {
    /// It holds, for this many items.
    Applied {
        /// How many.
        items: usize,
    },
    /// The article must be parsed again with the date given: see [`crate::published`].
    Parse,
    /// No item stands on its words, or these are gone.
    Lost,
    /// Nothing tells these apart.
    Ambiguous {
        /// Where its words stand.
        candidates: Vec<Span>,
    },
    /// The record has no text to find words in.
    NoText,
    /// It asks for what cannot be.
    Refused {
        /// Why.
        why: String,
    },
}

impl Report {
    /// Whether everything holds.
    #[must_use]
    pub fn is_clean(&self) -> bool {
        self.failed().next().is_none()
    }

    /// What does not hold.
    pub fn failed(&self) -> impl Iterator<Item = &Outcome> {
        self.outcomes.iter().filter(|outcome| !matches!(outcome.status, Status::Applied { .. }))
    }
}

/// What, and what to do about it.
impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "edit {} ({})", self.edit + 1, self.operation)?;
        if let Some(words) = &self.words {
            let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
            let short: String = line.chars().take(60).collect();
            let more = if short.len() < line.len() { "…" } else { "" };
            write!(f, " on “{short}{more}”")?;
        }
        match &self.status {
            Status::Applied { items } => write!(f, ": holds for {items}"),
            Status::Parse => f.write_str(": the article must be parsed again with this date"),
            Status::Lost => f.write_str(
                ": nothing found on these words any more; not applied, make the edit anew if it is needed",
            ),
            Status::Ambiguous { candidates } => {
                let at: Vec<_> = candidates.iter().map(|span| span.start.to_string()).collect();
                write!(
                    f,
                    ": found {} times (at bytes {}), and nothing tells which is meant; not applied, \
                     make the edit anew",
                    candidates.len(),
                    at.join(", ")
                )
            }
            Status::NoText => {
                f.write_str(": the record was written without its text; parse the article again")
            }
            Status::Refused { why } => write!(f, ": {why}; not applied"),
        }
    }
}
