//! An article as the reader of instructions sees it.

use std::ops::{Deref, Range};

use nienbieu_model::Organization;

use super::super::View;

/// A view of an article, and where its named bodies stand.
pub(super) struct Page<'a> {
    view: View<'a>,
    /// The folded ranges of the bodies, in order.
    named: Vec<Range<usize>>,
}

impl<'a> Page<'a> {
    pub(super) fn new(view: &View<'a>, bodies: &[Organization]) -> Self {
        let named = bodies.iter().map(|body| view.range(body.span)).collect();
        Self { view: *view, named }
    }

    /// Where the named body ends that begins at a folded offset.
    pub(super) fn named_at(&self, start: usize) -> Option<usize> {
        let number = self.named.partition_point(|range| range.start < start);
        let found = self.named.get(number).filter(|range| range.start == start);
        found.map(|range| range.end)
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
