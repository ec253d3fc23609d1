use serde::{Deserialize, Serialize};

use crate::{Span, open_enum::open_enum};

open_enum! {
    /// What kind of thing is dated.
    EventKind {
        /// The article's own publication.
        Publication = "publication",
        /// A report of cases or other figures.
        CaseReport = "case_report",
        /// A measure taking force.
        Measure = "measure",
        /// An official paper's date.
        DocumentIssued = "document_issued",
        /// A meeting.
        Meeting = "meeting",
        /// Something said.
        Statement = "statement",
        /// An instruction.
        Directive = "directive",
        /// An award.
        Award = "award",
        /// A goal.
        Target = "target",
        /// A stretch of time.
        Period = "period",
    }
}

open_enum! {
    /// How the text speaks of it.
    Modality {
        /// As a fact.
        Fact = "fact",
        /// As planned.
        Planned = "planned",
        /// As a goal.
        Target = "target",
        /// On a condition.
        Conditional = "conditional",
        /// As not being so.
        Negated = "negated",
        /// As somebody else's word.
        Reported = "reported",
    }
}

/// A row of the timeline. Every one quotes its words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Event {
    /// `e1`, `e2`, … in the timeline's order.
    pub id: String,
    /// What kind of thing is dated.
    pub kind: EventKind,
    /// EDTF level 2; absent for what has no date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub edtf: Option<String>,
    /// First day or moment, inclusive.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub earliest: Option<String>,
    /// Last day or moment, inclusive.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub latest: Option<String>,
    /// The id of the time that dates it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<String>,
    /// `stated`, `inherited` or `none`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time_basis: Option<String>,
    /// The id of the place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// The sentence or clause that says so.
    pub quote: Span,
    /// Ids of people and organizations.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub actors: Vec<String>,
    /// Ids of quantities.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub quantities: Vec<String>,
    /// Ids of citations.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub citations: Vec<String>,
    /// Ids of directives.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub directives: Vec<String>,
    /// Ids of diseases.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub diseases: Vec<String>,
    /// How the text speaks of it, where the words say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub modality: Option<Modality>,
    /// Record ids of the articles that tell it, where several were merged.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<String>,
}

impl Event {
    /// An event with nothing known but its kind and its words.
    #[must_use]
    pub const fn new(kind: EventKind, quote: Span) -> Self {
        Self {
            id: String::new(),
            kind,
            edtf: None,
            earliest: None,
            latest: None,
            time: None,
            time_basis: None,
            place: None,
            quote,
            actors: Vec::new(),
            quantities: Vec::new(),
            citations: Vec::new(),
            directives: Vec::new(),
            diseases: Vec::new(),
            modality: None,
            sources: Vec::new(),
        }
    }
}
