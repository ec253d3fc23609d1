//! What the gold says of figures, papers, people, bodies, places, diseases, patients and instructions.

use serde::Deserialize;

/// `null` and a missing key mean different things: `Some(None)` and `None`.
fn told<'de, D, T>(source: D) -> Result<Option<T>, D::Error>
where
    D: serde::Deserializer<'de>,
    T: Deserialize<'de>,
{
    T::deserialize(source).map(Some)
}

/// Where an item's words stand.
#[derive(Deserialize)]
pub(crate) struct Words {
    pub(crate) line: usize,
    pub(crate) words: String,
    pub(crate) nth: usize,
    #[serde(default)]
    pub(crate) optional: bool,
}

#[derive(Deserialize)]
pub(crate) struct Quantity {
    #[serde(flatten)]
    pub(crate) at: Words,
    pub(crate) value: f64,
    pub(crate) max: Option<f64>,
    pub(crate) comparator: Option<String>,
    pub(crate) unit: Option<String>,
    pub(crate) metric: Option<String>,
    #[serde(default, deserialize_with = "told")]
    pub(crate) aspect: Option<Option<String>>,
    #[serde(default, deserialize_with = "told")]
    pub(crate) edtf: Option<Option<String>>,
    #[serde(default)]
    pub(crate) edtf_accept: Vec<String>,
    pub(crate) place: Option<String>,
    pub(crate) place_name: Option<String>,
    pub(crate) disease: Option<String>,
    pub(crate) part_of: Option<f64>,
}

#[derive(Deserialize)]
pub(crate) struct Citation {
    #[serde(flatten)]
    pub(crate) at: Words,
    pub(crate) form: String,
    pub(crate) kind: Option<String>,
    pub(crate) identifier: Option<String>,
    pub(crate) issuer: Option<String>,
    pub(crate) date: Option<String>,
}

#[derive(Deserialize)]
pub(crate) struct Person {
    #[serde(flatten)]
    pub(crate) at: Words,
    pub(crate) title: Option<String>,
    pub(crate) role: Option<String>,
}

#[derive(Deserialize)]
pub(crate) struct Organization {
    #[serde(flatten)]
    pub(crate) at: Words,
    pub(crate) name: Option<String>,
    pub(crate) level: Option<String>,
}

#[derive(Deserialize)]
pub(crate) struct Place {
    #[serde(flatten)]
    pub(crate) at: Words,
    pub(crate) status: String,
    pub(crate) code: Option<String>,
    pub(crate) level: Option<String>,
}

#[derive(Deserialize)]
pub(crate) struct Disease {
    #[serde(flatten)]
    pub(crate) at: Words,
    pub(crate) name: Option<String>,
    pub(crate) icd10: Option<String>,
}

#[derive(Deserialize)]
pub(crate) struct Patient {
    #[serde(flatten)]
    pub(crate) at: Words,
    pub(crate) numbers: Vec<u64>,
}

#[derive(Deserialize)]
pub(crate) struct Directive {
    pub(crate) line: usize,
    pub(crate) marker: Option<String>,
    pub(crate) addressees: Vec<String>,
    pub(crate) deadline: Option<String>,
    pub(crate) parent: Option<String>,
    #[serde(default)]
    pub(crate) optional: bool,
}

#[derive(Deserialize)]
pub(crate) struct Event {
    #[serde(flatten)]
    pub(crate) at: Words,
    pub(crate) kind: String,
    pub(crate) modality: Option<String>,
}
