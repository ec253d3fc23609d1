//! Figures: value, what it counts, when it holds, where.

use nienbieu_export::Selection;
use nienbieu_export::items::{Codes, found};
use nienbieu_export::lines::Lines;
use nienbieu_model::{Quantity, Record};

use super::{Field, Role, Section, by_basis, line, plain};
use crate::show::date::dated;
use crate::show::number;

pub(super) fn section(chosen: &Selection<'_>, lines: &Lines) -> Section {
    let codes = Codes::of(chosen.record);
    let row = |quantity: &&Quantity| {
        vec![
            Field::words(number::with_unit(quantity)),
            Field::new(Role::Kind, counts(quantity)),
            Field::new(Role::Date, when(chosen.record, quantity)),
            Field::words(place_of(&codes, quantity)),
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

fn when(record: &Record, quantity: &Quantity) -> String {
    let time = found(&record.times, quantity.time.as_deref());
    let date = quantity.edtf.as_deref().map(|edtf| dated(edtf, time)).unwrap_or_default();
    by_basis(date, quantity.time_basis.as_deref())
}

fn place_of(codes: &Codes<'_>, quantity: &Quantity) -> String {
    let name = codes.place_of(quantity).unwrap_or_default();
    by_basis(name, quantity.place_basis.as_deref())
}
