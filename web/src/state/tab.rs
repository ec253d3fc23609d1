use nienbieu_model::Record;

use crate::layers::Layer;

/// What the list beside the source shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tab {
    /// The timeline.
    #[default]
    Timeline,
    /// The table of a layer.
    Table(Layer),
}

impl Tab {
    /// Those that have something to show in this record; the timeline always stands first.
    #[must_use]
    pub fn of(record: &Record) -> Vec<Self> {
        let tables = Layer::TABLES.into_iter().filter(|layer| layer.count(record) > 0);
        std::iter::once(Self::Timeline).chain(tables.map(Self::Table)).collect()
    }

    /// This one where it has something to show in this record, else the timeline.
    #[must_use]
    pub fn or_timeline(self, record: &Record) -> Self {
        match self {
            Self::Table(layer) if layer.count(record) > 0 => self,
            _ => Self::Timeline,
        }
    }

    /// The name in ids and locales.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Timeline => "timeline",
            Self::Table(layer) => layer.name(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{layered, record};

    #[test]
    fn tabs_stand_only_for_what_is_there() {
        assert_eq!(Tab::of(&record("x")), [Tab::Timeline]);
        assert_eq!(Tab::of(&layered()).len(), 9);
        let tab = Tab::Table(Layer::Paper);
        assert_eq!(tab.or_timeline(&record("x")), Tab::Timeline);
        assert_eq!(tab.or_timeline(&layered()), tab);
    }
}
