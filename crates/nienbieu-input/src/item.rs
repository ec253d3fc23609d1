use std::ops::ControlFlow;

use nienbieu_model::Source;

use crate::Fault;

/// Whether to go on.
pub type Flow = ControlFlow<()>;

/// What an input holds, one after the other.
#[derive(Clone, Debug, PartialEq)]
pub enum Item {
    /// A document, not yet decoded.
    Record(Raw),
    /// Something that could not be read.
    Fault(Fault),
    /// What is no document: an image, a request, a folder; with its source and what it is.
    Skipped(Source, &'static str),
}

/// What a record's bytes are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Text.
    Text,
    /// A web page.
    Html,
    /// A Word document.
    Docx,
}

/// One document as it stands in its file.
#[derive(Clone, Debug, PartialEq)]
pub struct Raw {
    /// Its bytes: those of the text field where a record has fields.
    pub bytes: Vec<u8>,
    /// What they are.
    pub kind: Kind,
    /// Where they came from; the encoding is told by decoding.
    pub source: Source,
    /// The charset that its surroundings declare.
    pub charset: Option<String>,
    /// What the fields beside the text say.
    pub given: Given,
}

/// What a record says of its text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Given {
    /// When it was published, as written.
    pub published: Option<String>,
    /// Which field says so.
    pub by: Option<String>,
}
