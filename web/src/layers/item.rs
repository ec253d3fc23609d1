use nienbieu_model::{
    Citation, Directive, Disease, Organization, Patient, Person, Place, Quantity, Record, Span,
    Time,
};

/// A layer of the record whose items stand on words of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Layer {
    /// Time expressions.
    Time,
    /// Figures.
    Figure,
    /// Official papers.
    Paper,
    /// People.
    Person,
    /// Bodies.
    Body,
    /// Places.
    Place,
    /// Diseases.
    Disease,
    /// Patients' numbers.
    Patient,
    /// Instructions.
    Instruction,
}

impl Layer {
    /// Those with a table of their own, in the order in which they are offered. The timeline tells
    /// the times.
    pub const TABLES: [Self; 8] = [
        Self::Figure,
        Self::Paper,
        Self::Person,
        Self::Body,
        Self::Place,
        Self::Disease,
        Self::Patient,
        Self::Instruction,
    ];

    /// The name in style sheets and locales.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Time => "time",
            Self::Figure => "figure",
            Self::Paper => "paper",
            Self::Person => "person",
            Self::Body => "body",
            Self::Place => "place",
            Self::Disease => "disease",
            Self::Patient => "patient",
            Self::Instruction => "instruction",
        }
    }

    /// Its items, in order of position.
    #[must_use]
    pub fn items(self, record: &Record) -> Vec<Item<'_>> {
        match self {
            Self::Time => record.times.iter().map(Item::Time).collect(),
            Self::Figure => record.quantities.iter().map(Item::Figure).collect(),
            Self::Paper => record.citations.iter().map(Item::Paper).collect(),
            Self::Person => record.people.iter().map(Item::Person).collect(),
            Self::Body => record.organizations.iter().map(Item::Body).collect(),
            Self::Place => record.places.iter().map(Item::Place).collect(),
            Self::Disease => record.diseases.iter().map(Item::Disease).collect(),
            Self::Patient => record.patients.iter().map(Item::Patient).collect(),
            Self::Instruction => record.directives.iter().map(Item::Instruction).collect(),
        }
    }

    /// How many items it has.
    #[must_use]
    pub const fn count(self, record: &Record) -> usize {
        match self {
            Self::Time => record.times.len(),
            Self::Figure => record.quantities.len(),
            Self::Paper => record.citations.len(),
            Self::Person => record.people.len(),
            Self::Body => record.organizations.len(),
            Self::Place => record.places.len(),
            Self::Disease => record.diseases.len(),
            Self::Patient => record.patients.len(),
            Self::Instruction => record.directives.len(),
        }
    }
}

/// An item of any layer.
#[derive(Clone, Copy, Debug, PartialEq)]
#[allow(missing_docs)]
pub enum Item<'r> {
    Time(&'r Time),
    Figure(&'r Quantity),
    Paper(&'r Citation),
    Person(&'r Person),
    Body(&'r Organization),
    Place(&'r Place),
    Disease(&'r Disease),
    Patient(&'r Patient),
    Instruction(&'r Directive),
}

impl<'r> Item<'r> {
    /// The item with this id. The letter of an id says its layer.
    #[must_use]
    pub fn find(record: &'r Record, id: &str) -> Option<Self> {
        match id.as_bytes().first()? {
            b't' => record.time(id).map(Self::Time),
            b'q' => at(&record.quantities, id, |i| &i.id).map(Self::Figure),
            b'c' => at(&record.citations, id, |i| &i.id).map(Self::Paper),
            b'p' => at(&record.people, id, |i| &i.id).map(Self::Person),
            b'o' => at(&record.organizations, id, |i| &i.id).map(Self::Body),
            b'l' => at(&record.places, id, |i| &i.id).map(Self::Place),
            b'd' => at(&record.diseases, id, |i| &i.id).map(Self::Disease),
            b'n' => at(&record.patients, id, |i| &i.id).map(Self::Patient),
            b'i' => at(&record.directives, id, |i| &i.id).map(Self::Instruction),
            _ => None,
        }
    }

    /// Its layer.
    #[must_use]
    pub const fn layer(self) -> Layer {
        match self {
            Self::Time(_) => Layer::Time,
            Self::Figure(_) => Layer::Figure,
            Self::Paper(_) => Layer::Paper,
            Self::Person(_) => Layer::Person,
            Self::Body(_) => Layer::Body,
            Self::Place(_) => Layer::Place,
            Self::Disease(_) => Layer::Disease,
            Self::Patient(_) => Layer::Patient,
            Self::Instruction(_) => Layer::Instruction,
        }
    }

    /// Its id.
    #[must_use]
    pub fn id(self) -> &'r str {
        match self {
            Self::Time(item) => &item.id,
            Self::Figure(item) => &item.id,
            Self::Paper(item) => &item.id,
            Self::Person(item) => &item.id,
            Self::Body(item) => &item.id,
            Self::Place(item) => &item.id,
            Self::Disease(item) => &item.id,
            Self::Patient(item) => &item.id,
            Self::Instruction(item) => &item.id,
        }
    }

    /// Where its words stand.
    #[must_use]
    pub const fn span(self) -> Span {
        match self {
            Self::Time(item) => item.span,
            Self::Figure(item) => item.span,
            Self::Paper(item) => item.span,
            Self::Person(item) => item.span,
            Self::Body(item) => item.span,
            Self::Place(item) => item.span,
            Self::Disease(item) => item.span,
            Self::Patient(item) => item.span,
            Self::Instruction(item) => item.span,
        }
    }

    /// Its words.
    #[must_use]
    pub fn words(self, record: &'r Record) -> &'r str {
        match self {
            Self::Person(item) => &item.name,
            other => {
                other.span().of(record.text.as_deref().unwrap_or_default()).unwrap_or_default()
            }
        }
    }
}

/// Ids count from 1 in the order of the layer, so that most need no search.
fn at<'i, T>(items: &'i [T], wanted: &str, id: impl Fn(&T) -> &String) -> Option<&'i T> {
    let number = wanted.get(1..).and_then(|number| number.parse::<usize>().ok());
    let counted = number.and_then(|number| items.get(number.checked_sub(1)?));
    counted
        .filter(|item| id(item) == wanted)
        .or_else(|| items.iter().find(|item| id(item) == wanted))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::layered;

    #[test]
    fn an_id_finds_its_item_in_its_layer() {
        let record = layered();
        for layer in Layer::TABLES {
            let items = layer.items(&record);
            assert_eq!(items.len(), layer.count(&record));
            assert!(!items.is_empty(), "{layer:?}");
            for item in items {
                assert_eq!(Item::find(&record, item.id()), Some(item));
                assert_eq!(item.layer(), layer);
            }
        }
        for id in ["", "q", "q99", "x1", "é1"] {
            assert_eq!(Item::find(&record, id), None, "{id}");
        }
    }

    #[test]
    fn items_out_of_their_count_are_found_too() {
        let mut record = layered();
        record.quantities.remove(0);
        assert_eq!(Item::find(&record, "q2").map(|item| item.words(&record)), Some("3 ca tử vong"));
    }

    #[test]
    fn words_are_those_of_the_text() {
        let record = layered();
        let words: Vec<_> = Layer::Figure.items(&record).iter().map(|i| i.words(&record)).collect();
        assert_eq!(words, ["12 ca mắc mới", "3 ca tử vong", "320 hộ dân"]);
    }
}
