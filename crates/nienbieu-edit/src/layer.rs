//! The layers of a record by name, their items as JSON.

use nienbieu_model::{Record, Span};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::Value;

/// A layer whose items can be edited.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Layer {
    Times,
    Quantities,
    Citations,
    People,
    Organizations,
    Places,
    Diseases,
    Patients,
    Directives,
    Events,
}

/// One layer's items, whatever their type.
pub(crate) trait Items {
    fn len(&self) -> usize;
    fn get(&self, index: usize) -> Option<Value>;
    /// Puts the item there; says what does not fit its type.
    fn put(&mut self, index: usize, item: Value) -> Result<(), String>;
    fn insert(&mut self, index: usize, item: Value) -> Result<(), String>;
    fn remove(&mut self, index: usize);
}

impl<T: Serialize + DeserializeOwned> Items for Vec<T> {
    fn len(&self) -> usize {
        self.len()
    }

    fn get(&self, index: usize) -> Option<Value> {
        serde_json::to_value(self.as_slice().get(index)?).ok()
    }

    fn put(&mut self, index: usize, item: Value) -> Result<(), String> {
        let item = serde_json::from_value(item).map_err(|error| error.to_string())?;
        match self.get_mut(index) {
            Some(place) => *place = item,
            None => return Err("no such item".to_owned()),
        }
        Ok(())
    }

    fn insert(&mut self, index: usize, item: Value) -> Result<(), String> {
        let item = serde_json::from_value(item).map_err(|error| error.to_string())?;
        Self::insert(self, index.min(self.len()), item);
        Ok(())
    }

    fn remove(&mut self, index: usize) {
        if index < self.len() {
            Self::remove(self, index);
        }
    }
}

impl Layer {
    /// All layers.
    pub const ALL: [Self; 10] = [
        Self::Times,
        Self::Quantities,
        Self::Citations,
        Self::People,
        Self::Organizations,
        Self::Places,
        Self::Diseases,
        Self::Patients,
        Self::Directives,
        Self::Events,
    ];

    /// As the record names it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Times => "times",
            Self::Quantities => "quantities",
            Self::Citations => "citations",
            Self::People => "people",
            Self::Organizations => "organizations",
            Self::Places => "places",
            Self::Diseases => "diseases",
            Self::Patients => "patients",
            Self::Directives => "directives",
            Self::Events => "events",
        }
    }

    /// The layer with this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|layer| layer.name() == name)
    }

    /// The fields that an edit may set.
    pub(crate) const fn fields(self) -> &'static [&'static str] {
        match self {
            Self::Times => &[
                "type",
                "value",
                "mod",
                "quant",
                "freq",
                "edtf",
                "earliest",
                "latest",
                "grain",
                "part_of_day",
                "class",
            ],
            Self::Quantities => &[
                "value",
                "max",
                "comparator",
                "unit",
                "metric",
                "aspect",
                "population",
                "edtf",
                "place_code",
            ],
            Self::Citations => &["kind", "identifier", "number", "year", "about"],
            Self::People => &["name", "role"],
            Self::Organizations => &["name", "abbreviation", "level"],
            Self::Places => &["name", "level", "code", "parent", "status"],
            Self::Diseases => &["name", "icd10"],
            Self::Patients => &["number", "numbers"],
            Self::Directives => &["marker", "level"],
            Self::Events => &["kind", "modality", "edtf", "earliest", "latest"],
        }
    }

    /// Where an item's span stands.
    pub(crate) const fn span_field(self) -> &'static str {
        if matches!(self, Self::Events) { "quote" } else { "span" }
    }

    pub(crate) fn items(self, record: &mut Record) -> &mut dyn Items {
        match self {
            Self::Times => &mut record.times,
            Self::Quantities => &mut record.quantities,
            Self::Citations => &mut record.citations,
            Self::People => &mut record.people,
            Self::Organizations => &mut record.organizations,
            Self::Places => &mut record.places,
            Self::Diseases => &mut record.diseases,
            Self::Patients => &mut record.patients,
            Self::Directives => &mut record.directives,
            Self::Events => &mut record.events,
        }
    }

    /// The spans of the items, in their order.
    pub(crate) fn spans(self, record: &Record) -> Vec<Span> {
        macro_rules! spans {
            ($items:ident) => {
                record.$items.iter().map(|item| item.span).collect()
            };
        }
        match self {
            Self::Times => spans!(times),
            Self::Quantities => spans!(quantities),
            Self::Citations => spans!(citations),
            Self::People => spans!(people),
            Self::Organizations => spans!(organizations),
            Self::Places => spans!(places),
            Self::Diseases => spans!(diseases),
            Self::Patients => spans!(patients),
            Self::Directives => spans!(directives),
            Self::Events => record.events.iter().map(|event| event.quote).collect(),
        }
    }
}
