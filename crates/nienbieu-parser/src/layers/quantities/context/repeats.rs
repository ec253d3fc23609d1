//! Headlines tell figures that the text dates: the same figure below lends its time; a count taken up
//! again has the time it had, and a total lends its own to its parts.

use std::collections::HashMap;

use nienbieu_model::{BlockKind, Quantity};

use super::{super::super::View, clause::ends_in, holding::adds_up};

/// Gives figures of the title and the lead that have no time that of the same figure in the text.
pub(super) fn lend(quantities: &mut [Quantity], view: &View<'_>) {
    let is_head = |quantity: &Quantity| {
        let kind = view.block_at(quantity.span.start).map(|at| &view.blocks[at].kind);
        matches!(kind, Some(BlockKind::Title | BlockKind::Description | BlockKind::Heading))
    };
    // Its own words date it no closer than the day of publication.
    let is_open =
        |head: &Quantity| matches!(head.time_basis.as_deref(), Some("none" | "published"));
    for at in 0..quantities.len().min(HEADS) {
        let (before, after) = quantities.split_at_mut(at + 1);
        let Some(head) = before.last_mut().filter(|head| is_open(head) && is_head(head)) else {
            continue;
        };
        let same = |other: &&Quantity| {
            other.value == head.value
                && other.max == head.max
                && other.metric == head.metric
                && other.edtf.is_some()
        };
        if let Some(other) = after.iter().find(same) {
            inherit(head, other);
        }
    }
}

/// Gives a count that is taken up again ("trong số 48 ca") the time of the count itself.
pub(super) fn take_up(quantities: &mut [Quantity], view: &View<'_>) {
    let mut told: HashMap<_, usize> = HashMap::new();
    for at in 0..quantities.len() {
        let (before, rest) = quantities.split_at_mut(at);
        let Some(quantity) = rest.first_mut() else { break };
        let key = (quantity.value.to_bits(), quantity.metric.clone());
        let again = quantity.time_basis.as_deref() != Some("stated")
            && ends_in(view.words_before(quantity.span), "taken_up");
        if let Some(first) = told.get(&key).and_then(|&at| before.get(at)).filter(|_| again) {
            inherit(quantity, first);
        }
        told.insert(key, at);
    }
}

/// Gives a figure another's time.
fn inherit(quantity: &mut Quantity, other: &Quantity) {
    quantity.time.clone_from(&other.time);
    quantity.edtf.clone_from(&other.edtf);
    quantity.time_basis = Some("inherited".into());
}

/// Gives parts that no time is said of that of the total before them; what is a sum in all is one in each part.
pub(super) fn share(quantities: &mut [Quantity], view: &View<'_>) {
    let starts: HashMap<&str, usize> =
        view.times.iter().map(|time| (time.id.as_str(), time.span.start)).collect();
    let at: HashMap<String, usize> =
        quantities.iter().enumerate().map(|(at, quantity)| (quantity.id.clone(), at)).collect();
    for part in 0..quantities.len() {
        let Some(&total) = quantities[part].part_of.as_ref().and_then(|id| at.get(id)) else {
            continue;
        };
        let (before, rest) = quantities.split_at_mut(part);
        let (Some(total), Some(part)) = (before.get(total), rest.first_mut()) else { continue };
        // A time told since the total is nearer.
        let told = part.time.as_deref().and_then(|id| starts.get(id));
        let since = told.is_some_and(|start| *start > total.span.end);
        if part.time_basis.as_deref() != Some("stated") && !since && total.edtf.is_some() {
            inherit(part, total);
        }
        if part.aspect.is_none() && part.edtf == total.edtf && part.metric == total.metric {
            part.aspect.clone_from(&total.aspect);
        }
    }
}

/// What goes on from a sum is one too: "640 ca từ đầu năm. Nhiều nhất là Sơn Hòa với 210 ca".
pub(super) fn sum_on(quantities: &mut [Quantity]) {
    for at in 1..quantities.len() {
        let (before, rest) = quantities.split_at_mut(at);
        let Some(quantity) = rest.first_mut() else { break };
        let open = quantity.aspect.is_none()
            && quantity.time.is_some()
            && quantity.rule != "fraction"
            && adds_up(quantity);
        let near = before.iter().rev().take(NEAR);
        let mut alike =
            near.filter(|other| other.time == quantity.time && other.metric == quantity.metric);
        let sum =
            alike.next().filter(|other| open && other.aspect.as_deref() == Some("cumulative"));
        if let Some(other) = sum {
            quantity.aspect.clone_from(&other.aspect);
        }
    }
}

/// Figures before one that it may go on from.
const NEAR: usize = 12;

/// Figures at an article's head that are looked at.
const HEADS: usize = 24;
