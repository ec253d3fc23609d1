//! What a figure takes from around it: when and where it holds, of which disease, and of which total it
//! is a part.

mod as_of;
mod carried;
mod clause;
mod disease;
mod holding;
mod lead;
mod parts;
mod place;
mod repeats;
mod sentence;
mod sums;
#[cfg(test)]
mod tests;

use nienbieu_model::{Diagnostic, Quantity, Record};

use super::super::View;

/// Completes the figures of an article; a total that its parts do not make is a diagnostic.
pub(super) fn complete(
    quantities: &mut [Quantity],
    view: &View<'_>,
    record: &Record,
) -> Vec<Diagnostic> {
    let dates = as_of::Dates::new(view, record, quantities);
    let grounds = place::Grounds::new(view, record);
    let illnesses = disease::Illnesses::new(view, record);
    for at in 0..quantities.len() {
        let (before, rest) = quantities.split_at_mut(at);
        let Some(quantity) = rest.first_mut() else { break };
        dates.settle(quantity, before);
        grounds.settle(quantity);
        illnesses.settle(quantity);
    }
    repeats::lend(quantities, view);
    repeats::take_up(quantities, view);
    let doubts = parts::link(quantities, view);
    repeats::share(quantities, view);
    repeats::sum_on(quantities);
    doubts
}
