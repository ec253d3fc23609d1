//! Figures: found, with the right value, unit and metric, at the right time and place; and none beside them.

use nienbieu_model::{Quantity, Record, Span};

use super::{
    board::Board,
    gold::{self, Article, Lines, allows},
};

pub(crate) fn score(article: &Article, record: &Record, lines: &Lines<'_>, board: &mut Board) {
    let Some(items) = &article.quantities else { return };
    let span = |item: &gold::Quantity| lines.find(item.at.line, &item.at.words, item.at.nth);
    for item in items.iter().filter(|item| !item.at.optional) {
        let near = record.quantities.iter().filter(|got| place_of(got).overlaps(span(item)));
        let best = near.max_by_key(|got| {
            (says_value(item, got), says_metric(item, got), says_unit(item, got))
        });
        let label = format!("line {} {:?}", item.at.line, item.at.words);
        board.mark("quantities.found", best.is_some(), || label.clone());
        let Some(got) = best else { continue };
        let note = |want: &dyn std::fmt::Debug| format!("{label} want {want:?}, got {}", show(got));
        board.mark("quantities.value", says_value(item, got), || note(&(item.value, item.max)));
        board.mark("quantities.unit", says_unit(item, got), || note(&item.unit));
        if let Some(metric) = &item.metric {
            board.mark("quantities.metric", says_metric(item, got), || note(metric));
        }
        let comparator = item.comparator.as_deref().unwrap_or("eq");
        board.mark("quantities.comparator", allows(comparator, &got.comparator), || {
            note(&comparator)
        });
        if let Some(aspect) = &item.aspect {
            let says = allows(
                aspect.as_deref().unwrap_or("none"),
                got.aspect.as_deref().unwrap_or("none"),
            );
            board.mark("quantities.aspect", says, || note(aspect));
        }
        if let Some(edtf) = &item.edtf {
            board.mark("quantities.date", says_date(item, edtf.as_deref(), got), || note(edtf));
        }
        if item.place.is_some() || item.place_name.is_some() {
            board.mark("quantities.place", says_place(item, got, record), || {
                note(&(&item.place, &item.place_name))
            });
        }
        if let Some(disease) = &item.disease {
            board.mark("quantities.disease", says_disease(disease, got, record), || note(disease));
        }
        if let Some(total) = item.part_of {
            let of = record.quantities.iter().find(|q| Some(&q.id) == got.part_of.as_ref());
            board.mark("quantities.part_of", of.is_some_and(|q| same(q.value, total)), || {
                note(&total)
            });
        }
    }
    let is_length = |got: &&Quantity| !matches!(got.metric.as_deref(), Some("duration" | "age"));
    for got in
        record.quantities.iter().filter(is_length).filter(|got| article.holds(got.span, lines))
    {
        let expected = items.iter().any(|item| place_of(got).overlaps(span(item)));
        board.mark("quantities.true", expected, || {
            format!("line {} false {}", lines.at(got.span.start), show(got))
        });
    }
}

/// The number where there is one, else the words that deny it.
fn place_of(got: &Quantity) -> Span {
    got.number.map_or(got.span, |number| number.span)
}

fn same(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * a.abs().max(b.abs())
}

fn says_value(item: &gold::Quantity, got: &Quantity) -> bool {
    let ends = match (item.max, got.max) {
        (Some(want), Some(max)) => same(want, max),
        (want, max) => want.is_none() && max.is_none(),
    };
    ends && same(item.value, got.value)
}

fn says_metric(item: &gold::Quantity, got: &Quantity) -> bool {
    let metric = got.metric.as_deref().unwrap_or("other");
    item.metric.as_deref().is_none_or(|want| allows(want, metric))
}

/// A unit may be given with or without the words that narrow it: "ca", "ca mắc".
fn says_unit(item: &gold::Quantity, got: &Quantity) -> bool {
    let lower = |unit: &Option<String>| unit.as_deref().unwrap_or_default().to_lowercase();
    let (want, unit) = (lower(&item.unit), lower(&got.unit));
    if want.is_empty() || unit.is_empty() {
        return want == unit || place_of(got) == got.span;
    }
    want.split('|')
        .any(|want| want.starts_with(&unit) || unit.starts_with(want) || want.ends_with(&unit))
}

fn says_date(item: &gold::Quantity, want: Option<&str>, got: &Quantity) -> bool {
    // A whole hour may be told with its minutes.
    let hours = |edtf: &str| edtf.replace(":00", "");
    let (got_edtf, want) = (got.edtf.as_deref().map(hours), want.map(hours));
    let (edtf, want) = (got_edtf.as_deref(), want.as_deref());
    let finer = |want: &str| {
        edtf.is_some_and(|e| e.strip_prefix(want).is_some_and(|rest| rest.starts_with('T')))
    };
    edtf == want
        || want.is_some_and(finer)
        || edtf.is_some_and(|edtf| item.edtf_accept.iter().any(|accept| hours(accept) == edtf))
}

fn says_place(item: &gold::Quantity, got: &Quantity, record: &Record) -> bool {
    let code = got.place_code.as_deref().unwrap_or_default();
    let in_province = item.place.as_deref().is_none_or(|want| {
        want.split('|').any(|want| {
            code.strip_prefix(want).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        })
    });
    let named = item.place_name.as_deref().is_none_or(|name| {
        let place = record.places.iter().find(|place| Some(&place.id) == got.place.as_ref());
        place.is_some_and(|place| {
            let (text, name) = (place.text.to_lowercase(), name.to_lowercase());
            text.contains(&name) || name.contains(&text)
        })
    });
    in_province && named
}

/// Another mention of the same disease does as well.
fn says_disease(want: &str, got: &Quantity, record: &Record) -> bool {
    let of = |id: Option<&String>| record.diseases.iter().find(|disease| Some(&disease.id) == id);
    let named = |text: &str| record.diseases.iter().find(|d| d.text.eq_ignore_ascii_case(text));
    let got = of(got.disease.as_ref()).map(|disease| &disease.name);
    want.split('|').any(|want| got.is_some() && got == named(want).map(|disease| &disease.name))
}

fn show(got: &Quantity) -> String {
    format!(
        "{:?} = {}{} {} {:?} {:?} {:?} @{:?} in {:?} {}",
        got.text,
        got.value,
        got.max.map(|max| format!("..{max}")).unwrap_or_default(),
        got.comparator,
        got.unit.as_deref().unwrap_or("-"),
        got.metric.as_deref().unwrap_or("-"),
        got.aspect.as_deref().unwrap_or("-"),
        got.edtf.as_deref().unwrap_or("-"),
        got.place_code.as_deref().unwrap_or("-"),
        got.rule
    )
}
