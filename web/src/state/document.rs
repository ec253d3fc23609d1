use std::rc::Rc;

use crate::protocol::{Article, Dates, Request, Ticket, VERSION};

use super::{Fault, Job};

/// The id of the pasted text.
pub const PASTED: u32 = 0;

/// What was put in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// Pasted or typed.
    Text(Rc<str>),
    /// A file's bytes.
    Bytes(Rc<[u8]>),
}

impl Content {
    /// As the worker gets it.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        match self {
            Self::Text(text) => text.as_bytes(),
            Self::Bytes(bytes) => bytes,
        }
    }
}

/// Why a document has no articles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The parser says why.
    Refused(String),
    /// The browser could not hand over the file's bytes.
    Unreadable,
    /// The worker was lost over it, twice.
    Lost(Fault),
}

/// How far a document is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Status {
    /// To be read by the worker.
    Waiting,
    /// Read.
    Read,
    /// It cannot be read.
    Failed(Failure),
}

/// One text that was put in, and the articles found in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// Its number; [`PASTED`] for the pasted text.
    pub id: u32,
    /// The file's name; none for pasted text.
    pub name: Option<Rc<str>>,
    /// What was put in.
    pub content: Content,
    /// Publication dates given by the reader.
    pub dates: Dates,
    /// How far it is.
    pub status: Status,
    /// What was found; kept while a newer state of the document is being read.
    pub articles: Vec<Rc<Article>>,
    pub(crate) sequence: u32,
    pub(crate) losses: u8,
}

impl Document {
    pub(crate) fn new(id: u32, name: Option<Rc<str>>, content: Content, sequence: u32) -> Self {
        Self {
            id,
            name,
            content,
            dates: Dates::new(),
            status: Status::Waiting,
            articles: Vec::new(),
            sequence,
            losses: 0,
        }
    }

    /// Names this state of the document.
    #[must_use]
    pub const fn ticket(&self) -> Ticket {
        Ticket { document: self.id, sequence: self.sequence }
    }

    /// To be read anew.
    pub(crate) fn renew(&mut self, sequence: u32) {
        self.sequence = sequence;
        self.status = Status::Waiting;
        self.losses = 0;
    }

    pub(crate) fn job(&self) -> Job {
        let request = Request {
            version: VERSION,
            ticket: self.ticket(),
            name: self.name.as_deref().map(str::to_owned),
            dates: self.dates.clone(),
        };
        Job { request, content: self.content.clone() }
    }
}
