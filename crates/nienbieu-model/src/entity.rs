//! People, bodies, places, papers and instructions.

use serde::{Deserialize, Serialize};

use crate::{Span, SpannedText, open_enum::open_enum};

open_enum! {
    /// How a citation names its paper.
    CitationForm {
        /// By its number in full.
        Full = "full",
        /// By a short number ("Chỉ thị 16").
        Short = "short",
        /// By its kind alone, meaning one named before.
        Anaphor = "anaphor",
        /// By kind and issuer, without a number.
        Unnumbered = "unnumbered",
    }
}

open_enum! {
    /// What a person does in the text.
    PersonRole {
        /// Chairs a meeting.
        Chair = "chair",
        /// Speaks.
        Speaker = "speaker",
        /// Is present.
        Attendee = "attendee",
        /// Is told to do something.
        Addressee = "addressee",
        /// Signed a paper.
        Signatory = "signatory",
        /// Wrote the article.
        Byline = "byline",
    }
}

open_enum! {
    /// Whether a place name could be tied to one place.
    PlaceStatus {
        /// Tied to one place.
        Resolved = "resolved",
        /// Several places fit.
        Ambiguous = "ambiguous",
        /// No known place fits.
        Unresolved = "unresolved",
    }
}

/// Who issued a paper, by its symbol and by the words around it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Issuer {
    /// Decoded from the symbol.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decoded: Option<String>,
    /// Said by the text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stated: Option<String>,
    /// Whether the two contradict each other.
    #[serde(default)]
    pub conflict: bool,
}

/// An official paper referred to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[allow(missing_docs)]
pub struct Citation {
    pub id: String,
    pub span: Span,
    pub text: String,
    /// Chỉ thị, Nghị quyết, Quyết định, Công văn, …
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// As printed: "23/2021/QĐ-TTg".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub identifier: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<i16>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub type_code: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issuer_code: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit_code: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issuer: Option<Issuer>,
    /// The id of the time that dates it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<String>,
    pub form: CitationForm,
    /// The id of the citation that names it in full.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refers_to: Option<String>,
}

/// One title of a person, and the body it belongs to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[allow(missing_docs)]
pub struct Title {
    pub text: String,
    pub span: Span,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organization: Option<String>,
}

/// A named person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[allow(missing_docs)]
pub struct Person {
    pub id: String,
    pub span: Span,
    pub name: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub titles: Vec<Title>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<PersonRole>,
}

/// A body: an office, a committee, a company, a school.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[allow(missing_docs)]
pub struct Organization {
    pub id: String,
    pub span: Span,
    pub text: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub abbreviation: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
}

/// A named place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[allow(missing_docs)]
pub struct Place {
    pub id: String,
    pub span: Span,
    pub text: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<String>,
    pub status: PlaceStatus,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub candidates: Vec<String>,
}

/// A named disease.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[allow(missing_docs)]
pub struct Disease {
    pub id: String,
    pub span: Span,
    pub text: String,
    pub name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub icd10: Option<String>,
}

/// A patient's number, such as BN76405.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[allow(missing_docs)]
pub struct Patient {
    pub id: String,
    pub span: Span,
    pub text: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<u64>,
    /// A range written out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub numbers: Vec<u64>,
}

/// An instruction to somebody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[allow(missing_docs)]
pub struct Directive {
    pub id: String,
    pub span: Span,
    /// As printed, without its dot ("1", "-").
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub marker: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<u8>,
    /// The id of the directive that this one belongs under.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub addressees: Vec<SpannedText>,
    /// The id of the time by which it is due.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deadline: Option<String>,
    /// The id of the paper or person that gives it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
}
