use nienbieu_model::{Record, Time};
use yew::prelude::*;

use super::{Shown, use_lang};
use crate::{
    dates::show,
    i18n::Lang,
    view::{parts, reading},
};

#[derive(PartialEq, Properties)]
pub(super) struct Props {
    pub(super) article: Shown,
    /// The time that is pointed at, or marked.
    pub(super) time: Option<String>,
}

/// How a time was read: value, bounds, rule, anchor, and what the words say of it.
#[component]
pub(super) fn Details(props: &Props) -> Html {
    let lang = use_lang();
    let record = &props.article.record;
    let time = props.time.as_deref().and_then(|id| record.time(id));
    html! {
        <aside
            class={classes!("details", time.is_none().then_some("details-empty"))}
            id="details"
            aria-label={lang.t("details.heading")}
        >
            { match time {
                Some(time) => explained(time, record, lang),
                None => html! { <p class="hint">{ lang.t("details.none") }</p> },
            } }
        </aside>
    }
}

fn explained(time: &Time, record: &Record, lang: Lang) -> Html {
    let value = time.value.clone().map(|value| match time.part_of_day.as_deref() {
        Some(part) => format!("{value} ({})", lang.label("part_of_day", part)),
        None => value,
    });
    let rows = [
        ("details.value", value),
        ("details.edtf", time.edtf.clone()),
        ("details.bounds", bounds(time)),
        ("details.grain", time.grain.as_ref().map(|grain| lang.label("grain", grain.as_str()))),
        ("details.modifier", time.modifier.as_deref().map(|m| lang.label("modifier", m))),
        ("details.frequency", frequency(time)),
        ("details.components", components(time, lang)),
        ("details.anchor", time.anchor.as_deref().map(|anchor| anchored(anchor, record, lang))),
        ("details.inside", around(time, &record.times)),
        ("details.rule", Some(time.rule.to_string())),
    ];
    html! {
        <>
            <p class="details-head">
                <mark class={classes!("time", reading(time).name())} lang="vi">{ &time.text }</mark>
                <strong>{ time.edtf.as_deref().map(|edtf| show(edtf, lang)) }</strong>
                <span class="tag">{ lang.label("time_type", time.kind.as_str()) }</span>
            </p>
            <dl class="facts">
                { for rows.into_iter().filter_map(|(key, value)| value.map(|value| html! {
                    <div><dt>{ lang.t(key) }</dt><dd>{ value }</dd></div>
                })) }
            </dl>
        </>
    }
}

fn bounds(time: &Time) -> Option<String> {
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

/// What completed the value: another time's words, or the publication date.
fn anchored(anchor: &str, record: &Record, lang: Lang) -> String {
    if anchor == "published" {
        return lang.t("details.anchor_published");
    }
    let words = record.time(anchor).map(|time| time.text.as_str());
    words.map_or_else(|| anchor.to_owned(), |words| format!("“{words}”"))
}

/// The words of the times around this one.
fn around(time: &Time, times: &[Time]) -> Option<String> {
    let words: Vec<String> = times
        .iter()
        .filter(|other| other.id != time.id && other.span.contains(time.span))
        .map(|other| format!("“{}”", other.text))
        .collect();
    (!words.is_empty()).then(|| words.join(", "))
}
