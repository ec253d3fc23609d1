use std::{borrow::Cow, sync::Arc};

use serde::{Deserialize, Serialize};

use crate::{
    Block, Citation, Directive, Disease, Edited, Event, Organization, Patient, Person, Place,
    Quantity, Span, Time, open_enum::open_enum,
};

/// The version of the record's form.
pub const SCHEMA_VERSION: &str = "1.0";

open_enum! {
    /// How the time of publication is known.
    PublicationStatus {
        /// The page says it.
        Stated = "stated",
        /// The user said it.
        User = "user",
        /// Bounds from the page's own words.
        Inferred = "inferred",
        /// Nothing is known.
        Unknown = "unknown",
    }
}

open_enum! {
    /// How much a diagnostic matters.
    Severity {
        /// For information.
        Info = "info",
        /// Something to look at.
        Warning = "warning",
        /// Something is wrong with the page.
        Error = "error",
    }
}

/// Words of the page and where they stand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[allow(missing_docs)]
pub struct SpannedText {
    pub text: String,
    pub span: Span,
}

/// How the bytes were read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[allow(missing_docs)]
pub struct Encoding {
    pub name: Cow<'static, str>,
    pub reason: Cow<'static, str>,
}

/// Where the text came from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Source {
    /// Which article of the text this is, from 1.
    pub part: u32,
    /// Path, or archive path + `#` + record number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Where the page was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// When it was captured, RFC 3339.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub captured_at: Option<String>,
    /// The input's media type.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub media_type: Option<String>,
    /// How the bytes were read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub encoding: Option<Encoding>,
    /// Where the record starts in its file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub byte_offset: Option<u64>,
    /// How long it is in its file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub byte_len: Option<u64>,
}

/// When the article was published, and how that is known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Publication {
    /// EDTF level 2. Carries a zone only where the page states one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub edtf: Option<String>,
    /// First day or moment it can be, inclusive.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub earliest: Option<String>,
    /// Last day or moment it can be, inclusive.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub latest: Option<String>,
    /// How it is known.
    pub status: PublicationStatus,
    /// UTC offset, "+07:00": stated on the page, else the one assumed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time_zone: Option<String>,
    /// The words that say so.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Span>,
}

impl Publication {
    /// Nothing is known.
    #[must_use]
    pub const fn unknown() -> Self {
        Self {
            edtf: None,
            earliest: None,
            latest: None,
            status: PublicationStatus::Unknown,
            time_zone: None,
            evidence: Vec::new(),
        }
    }
}

/// Something doubtful, said aloud.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Diagnostic {
    /// Stable, for machines: `impossible_date`.
    pub code: Cow<'static, str>,
    /// How much it matters.
    pub severity: Severity,
    /// For people.
    pub message: String,
    /// Where.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub span: Option<Span>,
}

/// An article that another is a copy of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Duplicate {
    /// Its record's id.
    pub id: String,
    /// Its source's name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Which article of its text it is.
    pub part: u32,
    /// `exact` or `near`.
    pub kind: Cow<'static, str>,
}

/// One article's timeline.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Record {
    /// [`SCHEMA_VERSION`] of the writer.
    pub schema_version: Cow<'static, str>,
    /// `sha256:` and the hex digest of the input bytes.
    pub id: String,
    /// Where the text came from.
    pub source: Source,
    /// The text that spans point into; may be left out to save space. Shared by the records of one
    /// text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<Arc<str>>,
    /// BCP 47.
    pub language: Cow<'static, str>,
    /// The headline.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<SpannedText>,
    /// The lead below the headline.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lead: Option<SpannedText>,
    /// The author.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub byline: Option<SpannedText>,
    /// The paper.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outlet: Option<SpannedText>,
    /// The section.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub section: Option<SpannedText>,
    /// When it was published.
    pub published: Publication,
    /// When it was last changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub modified: Option<Publication>,
    /// The page's lines.
    pub blocks: Vec<Block>,
    /// Time expressions.
    pub times: Vec<Time>,
    /// Figures.
    pub quantities: Vec<Quantity>,
    /// Official papers.
    pub citations: Vec<Citation>,
    /// People.
    pub people: Vec<Person>,
    /// Bodies.
    pub organizations: Vec<Organization>,
    /// Places.
    pub places: Vec<Place>,
    /// Diseases.
    pub diseases: Vec<Disease>,
    /// Patients' numbers.
    pub patients: Vec<Patient>,
    /// Instructions.
    pub directives: Vec<Directive>,
    /// The timeline.
    pub events: Vec<Event>,
    /// Everything doubtful.
    pub diagnostics: Vec<Diagnostic>,
    /// What a reader changed, with what the machine had found.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub edits: Vec<Edited>,
    /// The first of several copies that were read together, where this is not it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duplicate_of: Option<Duplicate>,
}

impl Record {
    /// An empty record of Vietnamese text.
    #[must_use]
    pub fn new(id: String, part: u32) -> Self {
        Self {
            schema_version: SCHEMA_VERSION.into(),
            id,
            source: Source { part, ..Source::default() },
            text: None,
            language: "vi".into(),
            title: None,
            lead: None,
            byline: None,
            outlet: None,
            section: None,
            published: Publication::unknown(),
            modified: None,
            blocks: Vec::new(),
            times: Vec::new(),
            quantities: Vec::new(),
            citations: Vec::new(),
            people: Vec::new(),
            organizations: Vec::new(),
            places: Vec::new(),
            diseases: Vec::new(),
            patients: Vec::new(),
            directives: Vec::new(),
            events: Vec::new(),
            diagnostics: Vec::new(),
            edits: Vec::new(),
            duplicate_of: None,
        }
    }

    /// The time with this id.
    ///
    /// ```
    /// let record = nienbieu_model::Record::new("sha256:00".into(), 1);
    /// assert!(record.time("t1").is_none());
    /// ```
    #[must_use]
    pub fn time(&self, id: &str) -> Option<&Time> {
        // Ids count from 1 in the order of the layer, so that most need no search.
        let number = id.strip_prefix('t').and_then(|number| number.parse::<usize>().ok());
        let counted = number.and_then(|number| self.times.get(number.checked_sub(1)?));
        counted.filter(|time| time.id == id).or_else(|| self.times.iter().find(|t| t.id == id))
    }

    /// The time that dates an event.
    #[must_use]
    pub fn time_of(&self, event: &Event) -> Option<&Time> {
        self.time(event.time.as_deref()?)
    }
}
