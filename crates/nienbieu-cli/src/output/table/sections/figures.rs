//! Figures: value, what it counts, when it holds, where.

use nienbieu_model::{Quantity, Record};

use super::{Field, Role, Section, by_basis, line, plain};
use crate::filter::Chosen;
use crate::messages::one_line;
use crate::show::date::human;
use crate::show::items::{found, place};
use crate::show::lines::Lines;
use crate::show::number;

pub(super) fn section(chosen: &Chosen<'_>, lines: &Lines) -> Section {
    let row = |quantity: &&Quantity| {
        vec![
            Field::words(number::with_unit(quantity)),
            Field::new(Role::Kind, counts(quantity)),
            Field::new(Role::Date, when(quantity)),
            Field::words(place_of(chosen.record, quantity)),
            line(quantity.span, lines),
        ]
    };
    Section { heading: "Figures", rows: chosen.quantities.iter().map(row).collect() }
}

/// The metric with the aspect, where that says more: "cases new" needs no "new".
fn counts(quantity: &Quantity) -> String {
    let (metric, aspect) = (plain(quantity.metric.as_deref()), plain(quantity.aspect.as_deref()));
    match (&*metric, &*aspect) {
        (metric, "") => metric.to_owned(),
        ("", aspect) => aspect.to_owned(),
        (metric, aspect) if metric.split(' ').any(|word| word == aspect) => metric.to_owned(),
        (metric, aspect) => format!("{metric}, {aspect}"),
    }
}

fn when(quantity: &Quantity) -> String {
    let date = quantity.edtf.as_deref().map(human).unwrap_or_default();
    by_basis(date, quantity.time_basis.as_deref())
}

fn place_of(record: &Record, quantity: &Quantity) -> String {
    let name = found(&record.places, quantity.place.as_deref()).map(place);
    let name = name.or_else(|| quantity.place_code.as_deref().map(one_line));
    by_basis(name.unwrap_or_default(), quantity.place_basis.as_deref())
}
