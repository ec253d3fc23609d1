//! The log: what it holds, how it is read, undone and done again.

use std::collections::BTreeMap;
use std::fmt;

use nienbieu_model::Record;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::{Anchor, Layer, Target};

/// The version of the log's form.
pub const VERSION: u32 = 1;

/// Edits in the order in which they were made.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Log {
    /// [`VERSION`] of the writer.
    pub version: u32,
    /// What holds.
    pub edits: Vec<Edit>,
    /// What was undone, the last first to be done again at the end.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub undone: Vec<Edit>,
}

/// One edit of one article.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Edit {
    /// The article.
    #[serde(default)]
    pub article: Article,
    /// What is done to it.
    pub operation: Operation,
}

/// The article that an edit is of: by its bytes, else by the name of its file; what is left out fits any.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Article {
    /// The record's id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// The name of its source.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Which article of its source, from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part: Option<u32>,
}

/// What is done.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Operation {
    /// The article was published then; without a date, what was set before no longer holds. Done by
    /// parsing again: see [`crate::published`].
    SetPublished {
        /// As the parser's options take it.
        date: Option<String>,
    },
    /// Sets fields of an item, such as `value`, `kind`, `unit`, `metric`; `null` empties one. An `edtf`
    /// alone brings its bounds with it, and what is dated by a time follows that time.
    Set {
        /// The item.
        target: Target,
        /// The fields with their values, as in the record's JSON.
        fields: BTreeMap<String, Value>,
    },
    /// The item stands on other words.
    SetSpan {
        /// The item.
        target: Target,
        /// Its words.
        to: Anchor,
    },
    /// Several items of a layer are one: the first takes what the others lead to, and where an event
    /// has no date, that of the next.
    Merge {
        /// The items, the one that stays first.
        targets: Vec<Target>,
    },
    /// One item is several, each on words of its own.
    Split {
        /// The item.
        target: Target,
        /// The words of each part.
        parts: Vec<Anchor>,
    },
    /// The item is none.
    Reject {
        /// The item.
        target: Target,
    },
    /// The item is as it should be.
    Accept {
        /// The item.
        target: Target,
    },
    /// All items of a layer are as they should be whose fields have one of these values.
    AcceptWhere {
        /// The layer.
        layer: Layer,
        /// Fields of the item's JSON, each with the values that pass.
        #[serde(default)]
        fields: BTreeMap<String, Vec<Value>>,
    },
}

impl Operation {
    /// Sets these fields.
    #[must_use]
    pub fn set<const N: usize>(target: Target, fields: [(&str, Value); N]) -> Self {
        let fields = fields.into_iter().map(|(name, value)| (name.to_owned(), value));
        Self::Set { target, fields: fields.collect() }
    }

    /// Its name in the JSON.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::SetPublished { .. } => "set_published",
            Self::Set { .. } => "set",
            Self::SetSpan { .. } => "set_span",
            Self::Merge { .. } => "merge",
            Self::Split { .. } => "split",
            Self::Reject { .. } => "reject",
            Self::Accept { .. } => "accept",
            Self::AcceptWhere { .. } => "accept_where",
        }
    }
}

impl Default for Log {
    fn default() -> Self {
        Self { version: VERSION, edits: Vec::new(), undone: Vec::new() }
    }
}

impl Log {
    /// Reads a log from its JSON.
    ///
    /// # Errors
    ///
    /// Where it is no log, or one of another version.
    pub fn read(json: &[u8]) -> Result<Self, LogError> {
        let json = std::str::from_utf8(json).map_err(|error| LogError(Kind::Encoding(error)))?;
        let version: Version = serde_json::from_str(json).map_err(LogError::json)?;
        if version.version != VERSION {
            return Err(LogError(Kind::Version(version.version)));
        }
        serde_json::from_str(json).map_err(LogError::json)
    }

    /// The log with one edit more; what was undone can no longer be done again.
    #[must_use]
    pub fn with(mut self, edit: Edit) -> Self {
        self.edits.push(edit);
        self.undone.clear();
        self
    }

    /// The log without its last edit.
    #[must_use]
    pub fn undo(&self) -> Self {
        let mut log = self.clone();
        let last = log.edits.pop();
        log.undone.extend(last);
        log
    }

    /// The log with the edit that was undone last.
    #[must_use]
    pub fn redo(&self) -> Self {
        let mut log = self.clone();
        let last = log.undone.pop();
        log.edits.extend(last);
        log
    }
}

impl Article {
    /// The article of this record.
    #[must_use]
    pub fn of(record: &Record) -> Self {
        Self {
            id: Some(record.id.clone()),
            name: record.source.name.clone(),
            part: Some(record.source.part),
        }
    }

    /// Whether the record is of this article. A file may have been changed or moved: then the last part
    /// of its path tells.
    #[must_use]
    pub fn fits(&self, record: &Record) -> bool {
        let last = |name: &str| name.rsplit(['/', '\\']).next().map(str::to_owned);
        let same_name = || match (&self.name, &record.source.name) {
            (Some(own), Some(name)) => last(own) == last(name),
            _ => false,
        };
        let same_text = match &self.id {
            Some(id) => *id == record.id || same_name(),
            None => self.name.is_none() || same_name(),
        };
        same_text && self.part.is_none_or(|part| part == record.source.part)
    }
}

#[derive(Deserialize)]
struct Version {
    version: u32,
}

/// Why something is no log.
#[derive(Debug)]
pub struct LogError(Kind);

#[derive(Debug)]
enum Kind {
    Json(serde_json::Error),
    Encoding(std::str::Utf8Error),
    Version(u32),
}

impl LogError {
    const fn json(error: serde_json::Error) -> Self {
        Self(Kind::Json(error))
    }

    /// Whether it is a log, of another version.
    #[must_use]
    pub const fn is_version(&self) -> bool {
        matches!(self.0, Kind::Version(_))
    }
}

impl fmt::Display for LogError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Kind::Json(error) => write!(f, "no log of edits: {error}"),
            Kind::Encoding(error) => write!(f, "no log of edits: no text in UTF-8: {error}"),
            Kind::Version(found) => write!(
                f,
                "a log of edits of version {found}, but this reads version {VERSION}; use the \
                 version of Niên Biểu that wrote it"
            ),
        }
    }
}

impl std::error::Error for LogError {}
