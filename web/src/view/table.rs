use nienbieu_export::dates::show_short;
use nienbieu_model::Record;

use super::{
    entity::{joined, titles},
    explain::{place_name, refer, when},
    number::value,
};
use crate::{
    i18n::Lang,
    layers::{Item, Layer},
};

/// The heads of a layer's table, as locale keys. The words of the item stand first.
#[must_use]
pub const fn columns(layer: Layer) -> &'static [&'static str] {
    match layer {
        Layer::Time => &[],
        Layer::Figure => &["details.number", "details.metric", "details.as_of", "details.where"],
        Layer::Paper => &["details.kind", "details.issuer", "details.date"],
        Layer::Person => &["details.titles", "details.role"],
        Layer::Body => &["details.full_name", "details.level"],
        Layer::Place => &["details.level", "details.code", "details.status"],
        Layer::Disease => &["details.name", "details.icd10"],
        Layer::Patient => &["details.patient"],
        Layer::Instruction => &["details.addressees", "details.deadline"],
    }
}

/// What stands in each of its [`columns`]; nothing where nothing is known.
#[must_use]
pub fn cells(item: Item<'_>, record: &Record, lang: Lang) -> Vec<Option<String>> {
    match item {
        Item::Time(_) => Vec::new(),
        Item::Figure(figure) => vec![
            Some(value(figure, lang)),
            counted(figure, lang),
            when(figure, record, |edtf| show_short(edtf, lang.into())),
            place_name(figure, record).map(str::to_owned).or_else(|| figure.place_code.clone()),
        ],
        Item::Paper(paper) => {
            let issuer = paper.issuer.as_ref();
            let issuer = issuer.and_then(|i| i.stated.clone().or_else(|| i.decoded.clone()));
            vec![paper.kind.clone(), issuer, refer(record, paper.date.as_deref())]
        }
        Item::Person(person) => vec![
            titles(person, record),
            person.role.as_ref().map(|role| lang.label("role", role.as_str())),
        ],
        Item::Body(body) => {
            let level = body.level.as_deref().map(|level| lang.label("level", level));
            vec![body.name.clone().filter(|name| *name != body.text), level]
        }
        Item::Place(place) => vec![
            place.level.as_deref().map(|level| lang.label("level", level)),
            place.code.clone(),
            Some(lang.label("place_status", place.status.as_str())),
        ],
        Item::Disease(disease) => vec![Some(disease.name.clone()), disease.icd10.clone()],
        Item::Patient(patient) => {
            let one = patient.number.into_iter().filter(|_| patient.numbers.is_empty());
            vec![joined(&one.chain(patient.numbers.iter().copied()).collect::<Vec<_>>())]
        }
        Item::Instruction(order) => {
            let to: Vec<&String> = order.addressees.iter().map(|to| &to.text).collect();
            vec![joined(&to), refer(record, order.deadline.as_deref())]
        }
    }
}

/// What a figure counts, and how: "ca mắc · cộng dồn".
fn counted(figure: &nienbieu_model::Quantity, lang: Lang) -> Option<String> {
    let metric = figure.metric.as_deref().map(|metric| lang.label("metric", metric));
    let aspect = figure.aspect.as_deref().map(|aspect| lang.label("aspect", aspect));
    let words: Vec<String> = metric.into_iter().chain(aspect).collect();
    (!words.is_empty()).then(|| words.join(" · "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::layered;

    #[test]
    fn every_cell_has_a_head() {
        let record = layered();
        for layer in Layer::TABLES {
            for item in layer.items(&record) {
                assert_eq!(cells(item, &record, Lang::Vi).len(), columns(layer).len(), "{layer:?}");
            }
            for key in columns(layer) {
                assert_ne!(Lang::En.t(key), *key);
            }
        }
    }

    #[test]
    fn rows_in_both_languages() {
        let record = layered();
        let row = |id, lang| {
            let cells = cells(Item::find(&record, id).unwrap(), &record, lang);
            cells.into_iter().map(Option::unwrap_or_default).collect::<Vec<_>>()
        };
        assert_eq!(row("q1", Lang::Vi), ["12", "ca mắc mới · mới", "24/7/2021", "Điện Biên"]);
        assert_eq!(row("q1", Lang::En), ["12", "new cases · new", "24 July 2021", "Điện Biên"]);
        assert_eq!(row("c1", Lang::En), ["Công văn", "UBND huyện Mường Nhé", ""]);
        assert_eq!(row("l2", Lang::En), ["district", "", "several fit"]);
        assert_eq!(row("i1", Lang::Vi), ["Sở Y tế", "“Ngày 24/7/2021”"]);
    }
}
