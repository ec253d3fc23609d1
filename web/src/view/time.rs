//! How a time was read.

use nienbieu_model::{Record, Time};

use super::{
    explain::{Row, refer},
    parts,
};
use crate::i18n::Lang;

pub(super) fn time_rows(time: &Time, record: &Record, lang: Lang) -> Vec<Row> {
    let value = time.value.clone().map(|value| match time.part_of_day.as_deref() {
        Some(part) => format!("{value} ({})", lang.label("part_of_day", part)),
        None => value,
    });
    let anchored = |anchor: &str| match anchor {
        "published" => Some(lang.t("details.anchor_published")),
        other => refer(record, Some(other)),
    };
    vec![
        ("details.value", value),
        ("details.edtf", time.edtf.clone()),
        ("details.bounds", time_bounds(time)),
        ("details.grain", time.grain.as_ref().map(|grain| lang.label("grain", grain.as_str()))),
        ("details.modifier", time.modifier.as_deref().map(|m| lang.label("modifier", m))),
        ("details.frequency", frequency(time)),
        ("details.components", components(time, lang)),
        ("details.anchor", time.anchor.as_deref().and_then(anchored)),
        ("details.rule", Some(time.rule.to_string())),
    ]
}

fn time_bounds(time: &Time) -> Option<String> {
    let (earliest, latest) = (time.earliest.as_deref(), time.latest.as_deref());
    (earliest != latest || earliest != time.edtf.as_deref())
        .then(|| format!("{} … {}", earliest.unwrap_or(""), latest.unwrap_or("")))
}

fn frequency(time: &Time) -> Option<String> {
    let words: Vec<&str> =
        [time.quant.as_deref(), time.freq.as_deref()].into_iter().flatten().collect();
    (!words.is_empty()).then(|| words.join(" "))
}

/// "năm: suy ra · tháng: ghi rõ · ngày: ghi rõ".
fn components(time: &Time, lang: Lang) -> Option<String> {
    let words: Vec<String> = parts(time.components.as_ref()?)
        .map(|(part, certainty)| {
            let part = lang.label("component", part);
            format!("{part}: {}", lang.label("certainty", certainty.as_str()))
        })
        .collect();
    (!words.is_empty()).then(|| words.join(" · "))
}
