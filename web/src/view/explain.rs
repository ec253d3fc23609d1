//! How an item was read, row by row: a locale key and what stands there.

use nienbieu_export::dates::{shades_of, show, show_shaded};
use nienbieu_model::{PlaceStatus, Quantity, Record};

use super::{
    entity::{agent_rows, paper_rows, place_rows, sickness_rows},
    number::{bounds, value},
    time::time_rows,
};
use crate::{
    i18n::Lang,
    layers::{Item, Layer},
    text::plain,
};

/// A locale key and, where there is anything to say, what.
pub(crate) type Row = (&'static str, Option<String>);

/// How an item was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explained {
    /// What it means, in short.
    pub meaning: Option<String>,
    /// What sort of thing it is.
    pub sort: String,
    /// Locale keys with what stands there.
    pub rows: Vec<(&'static str, String)>,
}

/// Explains an item.
#[must_use]
pub fn explain(item: Item<'_>, record: &Record, lang: Lang) -> Explained {
    let rows = match item {
        Item::Time(time) => time_rows(time, record, lang),
        Item::Figure(figure) => figure_rows(figure, record, lang),
        Item::Paper(paper) => paper_rows(paper, record, lang),
        Item::Place(place) => place_rows(place, record, lang),
        Item::Disease(_) | Item::Patient(_) => sickness_rows(item),
        Item::Person(_) | Item::Body(_) | Item::Instruction(_) => agent_rows(item, record, lang),
    };
    let around = [("details.inside", inside(item, record))];
    let rows = rows.into_iter().chain(around);
    Explained {
        meaning: meaning(item, record, lang),
        sort: match item {
            Item::Time(time) => lang.label("time_type", time.kind.as_str()),
            other => lang.label("layer", other.layer().name()),
        },
        rows: rows.filter_map(|(key, value)| Some((key, value?))).collect(),
    }
}

/// What an item means, in short, where its words alone do not say it.
#[must_use]
pub fn meaning(item: Item<'_>, record: &Record, lang: Lang) -> Option<String> {
    match item {
        Item::Time(time) => {
            time.edtf.as_deref().map(|edtf| show_shaded(edtf, shades_of(record, time), lang.into()))
        }
        Item::Figure(figure) => {
            let unit = figure.unit.iter().map(|unit| format!(" {unit}"));
            Some(std::iter::once(value(figure, lang)).chain(unit).collect())
        }
        Item::Paper(paper) => paper.identifier.clone().or_else(|| paper.kind.clone()),
        Item::Body(body) => body.name.clone(),
        Item::Place(place) => place.name.clone(),
        Item::Disease(disease) => Some(disease.name.clone()),
        Item::Person(_) | Item::Patient(_) | Item::Instruction(_) => None,
    }
}

/// What a chip says beside an item's words, where they do not say it: a figure's metric, a paper's
/// number, a body's full name, doubt about a place.
#[must_use]
pub fn note(item: Item<'_>, record: &Record, lang: Lang) -> Option<String> {
    let note = match item {
        Item::Figure(figure) => {
            let metric = figure.metric.as_deref().filter(|metric| *metric != "other")?;
            lang.label("metric", metric)
        }
        Item::Place(place) if place.status != PlaceStatus::Resolved => {
            lang.label("place_status", place.status.as_str())
        }
        Item::Paper(_) => meaning(item, record, lang)?,
        _ => return None,
    };
    (!plain(item.words(record)).contains(&plain(&note))).then_some(note)
}

fn figure_rows(figure: &Quantity, record: &Record, lang: Lang) -> Vec<Row> {
    let label = |group: &str, value: &Option<std::borrow::Cow<'static, str>>| {
        value.as_deref().map(|value| lang.label(group, value))
    };
    vec![
        ("details.number", Some(value(figure, lang))),
        ("details.bounds", bounds(figure, lang)),
        ("details.unit", figure.unit.clone()),
        ("details.metric", label("metric", &figure.metric)),
        ("details.aspect", label("aspect", &figure.aspect)),
        ("details.population", figure.population.clone()),
        ("details.disease", refer(record, figure.disease.as_deref())),
        (
            "details.as_of",
            based(
                when(figure, record, |edtf| show(edtf, lang.into())),
                figure.time_basis.as_deref(),
                lang,
            ),
        ),
        ("details.where", based(whereabouts(figure, record), figure.place_basis.as_deref(), lang)),
        ("details.part_of", refer(record, figure.part_of.as_deref())),
        ("details.rule", Some(figure.rule.to_string())),
    ]
}

/// When a figure holds, in words that `show` gives.
pub(crate) fn when(
    figure: &Quantity,
    record: &Record,
    show: impl Fn(&str) -> String,
) -> Option<String> {
    figure.edtf.as_deref().map(show).or_else(|| refer(record, figure.time.as_deref()))
}

/// Where a figure holds: the place's name and its code.
fn whereabouts(figure: &Quantity, record: &Record) -> Option<String> {
    let both = [place_name(figure, record), figure.place_code.as_deref()];
    let words: Vec<&str> = both.into_iter().flatten().collect();
    (!words.is_empty()).then(|| words.join(", "))
}

/// The name of the place where a figure holds.
pub(crate) fn place_name<'r>(figure: &Quantity, record: &'r Record) -> Option<&'r str> {
    let by_code = || {
        let code = figure.place_code.as_deref()?;
        record.places.iter().find(|place| place.code.as_deref() == Some(code))
    };
    let place = match figure.place.as_deref().and_then(|id| Item::find(record, id)) {
        Some(Item::Place(place)) => Some(place),
        _ => by_code(),
    };
    place.map(|place| place.name.as_deref().unwrap_or(&place.text))
}

/// A value with where it comes from; the lack of one, where that is said.
fn based(value: Option<String>, basis: Option<&str>, lang: Lang) -> Option<String> {
    match (value, basis) {
        (Some(value), Some(basis)) => Some(format!("{value} ({})", lang.label("basis", basis))),
        (Some(value), None) => Some(value),
        (None, Some(basis)) => Some(lang.label("basis", basis)),
        (None, None) => None,
    }
}

/// What stands for the item of this id: its words in quotes. What is no id stands for itself.
pub(crate) fn refer(record: &Record, id: Option<&str>) -> Option<String> {
    let id = id?;
    let words = Item::find(record, id).map(|item| item.words(record));
    Some(words.map_or_else(|| id.to_owned(), |words| format!("“{words}”")))
}

/// The words of the items around this one.
fn inside(item: Item<'_>, record: &Record) -> Option<String> {
    let layers = Layer::TABLES.into_iter().filter(|layer| *layer != Layer::Instruction);
    let others = std::iter::once(Layer::Time).chain(layers).flat_map(|layer| layer.items(record));
    let words: Vec<String> = others
        .filter(|other| other.id() != item.id() && other.span().contains(item.span()))
        .map(|other| format!("“{}”", other.words(record)))
        .collect();
    (!words.is_empty()).then(|| words.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::layered;

    fn rows(id: &str, lang: Lang) -> Vec<String> {
        let record = layered();
        let explained = explain(Item::find(&record, id).unwrap(), &record, lang);
        let rows = explained.rows.into_iter();
        rows.map(|(key, value)| format!("{}: {value}", lang.t(key))).collect()
    }

    #[test]
    fn a_figure_says_what_when_and_where() {
        assert_eq!(
            rows("q1", Lang::Vi),
            [
                "Giá trị: 12",
                "Đơn vị: ca",
                "Chỉ số: ca mắc mới",
                "Loại số: mới",
                "Bệnh: “sởi”",
                "Vào lúc: Thứ Bảy, 24/7/2021 (ghi rõ)",
                "Nơi: Điện Biên, VN-71 (ghi rõ)",
                "Quy tắc: count",
            ]
        );
        assert!(rows("q1", Lang::En).contains(&"As of: Saturday 24 July 2021 (stated)".to_owned()));
    }

    #[test]
    fn a_paper_tells_a_conflict() {
        assert_eq!(
            rows("c1", Lang::Vi),
            [
                "Loại: Công văn",
                "Số hiệu: 36/UBND-VX",
                "Ban hành, theo ký hiệu: Ủy ban nhân dân",
                "Ban hành, theo bài: UBND huyện Mường Nhé",
                "Mâu thuẫn: ký hiệu và bài nói khác nhau",
                "Cách nêu: đủ số hiệu",
            ]
        );
    }

    #[test]
    fn people_bodies_places_and_instructions() {
        assert_eq!(
            rows("p1", Lang::Vi),
            ["Chức danh: Phó Chủ tịch (UBND huyện Mường Nhé)", "Vai trò: ký văn bản"]
        );
        assert_eq!(
            rows("o1", Lang::Vi),
            ["Tên đủ: Ủy ban nhân dân huyện Mường Nhé", "Cấp: huyện", "Nơi: “Mường Nhé”"]
        );
        assert_eq!(
            rows("l2", Lang::Vi),
            [
                "Cấp: huyện",
                "Xác định: nhiều nơi trùng tên",
                "Có thể là: VN-71 096, VN-71 097",
                "Nằm trong: “UBND huyện Mường Nhé”",
            ]
        );
        assert_eq!(
            rows("i1", Lang::Vi),
            [
                "Mục: 1",
                "Giao cho: Sở Y tế",
                "Hạn: “Ngày 24/7/2021”",
                "Theo: “Công văn số 36/UBND-VX”",
            ]
        );
        assert_eq!(rows("d1", Lang::Vi), ["ICD-10: B05"]);
        assert_eq!(rows("n1", Lang::Vi), ["Số: 15"]);
    }

    #[test]
    fn notes_say_only_what_the_words_do_not() {
        let record = layered();
        let said = |id, lang| note(Item::find(&record, id).unwrap(), &record, lang);
        assert_eq!(said("q1", Lang::Vi), None);
        assert_eq!(said("q1", Lang::En).as_deref(), Some("new cases"));
        assert_eq!(said("c1", Lang::Vi), None);
        assert_eq!(said("l1", Lang::Vi), None);
        assert_eq!(said("l2", Lang::Vi).as_deref(), Some("nhiều nơi trùng tên"));
    }

    #[test]
    fn what_words_mean_in_short() {
        let record = layered();
        let short = |id| meaning(Item::find(&record, id).unwrap(), &record, Lang::En);
        assert_eq!(short("q1").as_deref(), Some("12 ca"));
        assert_eq!(short("c1").as_deref(), Some("36/UBND-VX"));
        assert_eq!(short("t1").as_deref(), Some("Saturday 24 July 2021"));
        assert_eq!(short("p1"), None);
    }
}
