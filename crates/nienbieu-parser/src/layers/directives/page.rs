//! An article as the reader of instructions sees it.

use std::ops::{Deref, Range};

use nienbieu_model::{Organization, Person, PersonRole};

use super::super::View;

/// A view of an article, and where its named bodies stand.
pub(super) struct Page<'a> {
    view: View<'a>,
    /// The folded ranges of the bodies, in order.
    named: Vec<Range<usize>>,
    people: &'a [Person],
}

impl<'a> Page<'a> {
    pub(super) fn new(view: &View<'a>, bodies: &[Organization], people: &'a [Person]) -> Self {
        let named = bodies.iter().map(|body| view.range(body.span)).collect();
        Self { view: *view, named, people }
    }

    /// Where the named body ends that begins at a folded offset.
    pub(super) fn named_at(&self, start: usize) -> Option<usize> {
        let number = self.named.partition_point(|range| range.start < start);
        let found = self.named.get(number).filter(|range| range.start == start);
        found.map(|range| range.end)
    }

    /// Whether whoever speaks on the line of a folded offset has an office at a body, by any of the mentions.
    pub(super) fn office_speaks(&self, at: usize) -> bool {
        let at = self.folded.original_start(at);
        let Some(line) = self.block_at(at).and_then(|line| self.blocks.get(line)) else {
            return false;
        };
        let here = self.people.iter().filter(|person| line.span.contains(person.span));
        let mut speakers = here.filter(|person| person.role == Some(PersonRole::Speaker));
        let before = speakers.clone().take_while(|person| person.span.start < at).last();
        before.or_else(|| speakers.next()).is_some_and(|speaker| self.has_office(speaker))
    }

    /// Whether whoever is named right behind a folded offset has an office at a body.
    pub(super) fn office_at(&self, at: usize) -> bool {
        let at = self.folded.original_start(at);
        let number = self.people.partition_point(|person| person.span.start < at);
        let named = self.people.get(number).filter(|person| {
            self.text.get(at..person.span.start).is_some_and(|gap| gap.trim().is_empty())
        });
        named.is_some_and(|person| self.has_office(person))
    }

    /// By any mention of the same name.
    fn has_office(&self, person: &Person) -> bool {
        let mut same = self.people.iter().filter(|other| other.name == person.name);
        same.any(|other| other.titles.iter().any(|title| title.organization.is_some()))
    }
}

impl<'a> Deref for Page<'a> {
    type Target = View<'a>;

    fn deref(&self) -> &View<'a> {
        &self.view
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::with_page;

    #[test]
    fn named_bodies() {
        with_page("Quân khu 4 và Sở Y tế", &["Quân khu 4"], |page| {
            assert_eq!(page.named_at(0), Some("quân khu 4".len()));
            assert_eq!(page.named_at("quân khu 4 và ".len()), None);
        });
    }
}
