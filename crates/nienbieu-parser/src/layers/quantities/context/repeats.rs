//! Headlines tell figures that the text dates: the same figure below lends its time.

use nienbieu_model::{BlockKind, Quantity};

use super::super::super::View;

/// Gives figures of the title and the lead that have no time that of the same figure in the text.
pub(super) fn lend(quantities: &mut [Quantity], view: &View<'_>) {
    let is_head = |quantity: &Quantity| {
        let kind = view.block_at(quantity.span.start).map(|at| &view.blocks[at].kind);
        matches!(kind, Some(BlockKind::Title | BlockKind::Description | BlockKind::Heading))
    };
    for at in 0..quantities.len().min(HEADS) {
        let (before, after) = quantities.split_at_mut(at + 1);
        let Some(head) = before.last_mut().filter(|head| head.edtf.is_none() && is_head(head))
        else {
            continue;
        };
        let same = |other: &&Quantity| {
            other.value == head.value
                && other.max == head.max
                && other.metric == head.metric
                && other.edtf.is_some()
        };
        if let Some(other) = after.iter().find(same) {
            head.time.clone_from(&other.time);
            head.edtf.clone_from(&other.edtf);
            head.time_basis = Some("inherited".into());
        }
    }
}

/// Figures at an article's head that are looked at.
const HEADS: usize = 24;
