//! Figures.

use nienbieu_export::items::{Codes, found};
use nienbieu_model::{Quantity, Record};

use super::{Told, list, pointer, steps, time};
use crate::show::number;

pub(super) fn told(record: &Record, codes: &Codes<'_>, quantity: &Quantity) -> Told {
    let own = |text: Option<&str>| text.map(str::to_owned);
    let value = list([
        Some(number::with_unit(quantity)),
        own(quantity.metric.as_deref()),
        own(quantity.aspect.as_deref()),
        own(quantity.edtf.as_deref()).map(|edtf| format!("as of {edtf}")),
        codes.place_of(quantity).map(|place| format!("in {place}")),
    ]);
    let steps = steps([
        ("rule", Some(quantity.rule.to_string())),
        ("comparator", comparator(quantity)),
        ("among", own(quantity.population.as_deref())),
        ("disease", pointer(quantity.disease.as_deref(), disease(record, quantity))),
        (
            "time",
            list([own(quantity.time_basis.as_deref()), time(record, quantity.time.as_deref())]),
        ),
        (
            "place",
            list([
                own(quantity.place_basis.as_deref()),
                pointer(quantity.place.as_deref(), codes.place_of(quantity)),
                own(quantity.place_code.as_deref()),
            ]),
        ),
        ("part of", pointer(quantity.part_of.as_deref(), total(record, quantity))),
    ]);
    Told::new(&quantity.id, "figure", quantity.span, &quantity.text)
        .with(value.unwrap_or_default(), steps)
}

fn comparator(quantity: &Quantity) -> Option<String> {
    let words = quantity.comparator_text.as_ref().map(|words| format!("“{words}”"));
    let is_plain = quantity.comparator == "eq" && words.is_none();
    list([(!is_plain).then(|| quantity.comparator.to_string()), words])
}

fn disease(record: &Record, quantity: &Quantity) -> Option<String> {
    found(&record.diseases, quantity.disease.as_deref()).map(|disease| disease.name.clone())
}

fn total(record: &Record, quantity: &Quantity) -> Option<String> {
    found(&record.quantities, quantity.part_of.as_deref()).map(|total| total.text.clone())
}
