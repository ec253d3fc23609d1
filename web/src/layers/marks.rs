use nienbieu_model::{Record, Span};

use super::{Item, Layer};

/// The layers whose words are marked in the source. Where two stand on the very same words, the
/// first is the one to be clicked. An instruction takes whole lines: a mark there would mark
/// nothing.
const MARKED: [Layer; 8] = [
    Layer::Time,
    Layer::Figure,
    Layer::Paper,
    Layer::Patient,
    Layer::Person,
    Layer::Body,
    Layer::Place,
    Layer::Disease,
];

/// Every marked item of a record, to be asked for line by line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    /// Spans and ids by position.
    sorted: Vec<(Span, String)>,
    /// The longest span: how far before a line one may begin that reaches into it.
    reach: usize,
}

impl Marks {
    /// Those of this record.
    #[must_use]
    pub fn of(record: &Record) -> Self {
        let items = MARKED.iter().flat_map(|layer| layer.items(record));
        let mut sorted: Vec<_> = items.map(|item| (item.span(), item.id().to_owned())).collect();
        sorted.sort_by_key(|(span, _)| span.start);
        let reach = sorted.iter().map(|(span, _)| span.len()).max().unwrap_or(0);
        Self { sorted, reach }
    }

    /// The items that stand in `line`, wholly or in part.
    pub fn over<'r>(&self, line: Span, record: &'r Record) -> impl Iterator<Item = Item<'r>> {
        let from = line.start.saturating_sub(self.reach);
        let first = self.sorted.partition_point(|(span, _)| span.start < from);
        self.sorted[first..]
            .iter()
            .take_while(move |(span, _)| span.start < line.end)
            .filter(move |(span, _)| span.overlaps(line))
            .filter_map(|(_, id)| Item::find(record, id))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::layered;

    #[test]
    fn each_line_gets_its_own() {
        let record = layered();
        let text = record.text.as_deref().unwrap();
        let marks = Marks::of(&record);
        let second = text.find("Ông").unwrap();
        let ids = |line| marks.over(line, &record).map(Item::id).collect::<Vec<_>>();
        assert_eq!(ids(Span::new(0, 0)), [""; 0]);
        let rest = ids(Span::new(second, text.len()));
        assert_eq!(rest, ["p1", "o1", "l2", "c1", "o2", "q3", "n1"]);
        let all = ids(Span::new(0, text.len()));
        assert!(
            all.ends_with(&["p1", "o1", "l2", "c1", "o2", "q3", "n1"]) && all.len() == 13,
            "{all:?}"
        );
    }

    #[test]
    fn a_line_in_the_middle_of_long_words_still_has_them() {
        let record = layered();
        let span = record.organizations[0].span;
        let inside = Span::new(span.end - 1, span.end);
        let marks = Marks::of(&record);
        assert!(marks.over(inside, &record).any(|item| item.id() == "o1"));
    }
}
