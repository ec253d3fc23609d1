use std::borrow::Cow;

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// What one edit of a reader changed, with what the machine had found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Edited {
    /// The edit's place in its log, from 0.
    pub edit: usize,
    /// What was done: `set`, `reject`, …
    pub operation: Cow<'static, str>,
    /// The changes, in the order in which they were made.
    pub changes: Vec<Change>,
}

/// One change of one item. `layer` is the record's field, `index` the place in it at that moment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Change {
    /// The item was another; `was` is it as a whole.
    Replaced { layer: Cow<'static, str>, index: usize, was: Value },
    /// The item is no longer there.
    Removed { layer: Cow<'static, str>, index: usize, was: Value },
    /// The item was not there.
    Added { layer: Cow<'static, str>, index: usize },
    /// The item was looked at and is right.
    Accepted { layer: Cow<'static, str>, id: String },
}
