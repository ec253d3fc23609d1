//! What the page and its worker say to each other. Every message carries [`VERSION`].

use std::collections::BTreeMap;

use nienbieu_model::{Record, Source};
use serde::{Deserialize, Serialize};

/// The version of the messages; page and worker must agree on it.
pub const VERSION: u32 = 1;

/// Publication dates that the reader gave, by the article's place in its text, from 1.
pub type Dates = BTreeMap<u32, String>;

/// Names one request: which document, and which state of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ticket {
    /// The document.
    pub document: u32,
    /// The state of the document that is asked about; grows with every change.
    pub sequence: u32,
}

/// Page to worker, beside the document's bytes: read them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Request {
    /// [`VERSION`] of the page.
    pub version: u32,
    /// Comes back with the answer.
    pub ticket: Ticket,
    /// The file's name; none for pasted text.
    pub name: Option<String>,
    /// Publication dates given by the reader.
    pub dates: Dates,
}

impl Request {
    /// What the records say of their source.
    #[must_use]
    pub fn source(&self) -> Source {
        Source {
            part: 1,
            name: self.name.clone(),
            media_type: Some("text/plain".to_owned()),
            ..Source::default()
        }
    }
}

/// Worker to page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reply {
    /// The worker is up.
    Ready {
        /// [`VERSION`] of the worker.
        version: u32,
    },
    /// What became of a request.
    Answer {
        /// [`VERSION`] of the worker.
        version: u32,
        /// The request's.
        ticket: Ticket,
        /// How it went.
        outcome: Outcome,
    },
}

impl Reply {
    /// The worker's [`VERSION`].
    #[must_use]
    pub const fn version(&self) -> u32 {
        match self {
            Self::Ready { version } | Self::Answer { version, .. } => *version,
        }
    }
}

/// How a request went.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Outcome {
    /// One line of JSON for each article. They travel beside the message, as they will be saved:
    /// in the message itself the list is empty.
    Records(Vec<String>),
    /// The document cannot be read, and why.
    Refused(String),
}

/// One article: its record, and the record as the line of JSON that is saved.
#[derive(Clone, Debug)]
pub struct Article {
    /// One line of JSON, without the line end.
    pub line: String,
    /// The same, read.
    pub record: Record,
}

/// The line says everything that the record does, and most often both are one and the same.
impl PartialEq for Article {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other) || self.line == other.line
    }
}

impl Eq for Article {}

impl Article {
    /// Reads a line of JSON.
    ///
    /// # Errors
    ///
    /// Where the line is no record.
    pub fn read(line: String) -> Result<Self, serde_json::Error> {
        Ok(Self { record: serde_json::from_str(&line)?, line })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reply_comes_back_as_it_was() {
        let ticket = Ticket { document: 3, sequence: 8 };
        for outcome in [Outcome::Records(Vec::new()), Outcome::Refused("why".to_owned())] {
            let reply = Reply::Answer { version: VERSION, ticket, outcome };
            let json = serde_json::to_string(&reply).unwrap();
            assert_eq!(serde_json::from_str::<Reply>(&json).unwrap(), reply);
            assert_eq!(reply.version(), 1);
        }
    }

    #[test]
    fn pasted_text_has_no_name() {
        let request = Request {
            version: VERSION,
            ticket: Ticket { document: 0, sequence: 1 },
            name: None,
            dates: Dates::new(),
        };
        assert_eq!(request.source().name, None);
        assert_eq!(request.source().media_type.as_deref(), Some("text/plain"));
    }

    #[test]
    fn an_article_keeps_its_line() {
        let line = serde_json::to_string(&Record::new("sha256:0".into(), 2)).unwrap();
        let article = Article::read(line.clone()).unwrap();
        assert_eq!((article.record.source.part, article.line), (2, line));
        assert!(Article::read("{}".to_owned()).is_err());
    }
}
