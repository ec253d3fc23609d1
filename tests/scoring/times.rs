//! Time expressions: found, and found with the right meaning; and what is found where nothing is.

use nienbieu_model::{Record, Span, Time, TimeType};

use super::{
    board::Board,
    gold::{Gold, Item, Lines, allows},
};

pub(crate) fn score(gold: &Gold, records: &[Record], lines: &Lines<'_>, board: &mut Board) {
    let times: Vec<&Time> = records.iter().flat_map(|record| &record.times).collect();
    let items: Vec<(&Item, Span)> = gold
        .articles
        .iter()
        .flat_map(|article| {
            article.times.iter().map(|item| (item, lines.find(item.line, &item.words, item.nth)))
        })
        .collect();
    for &(item, span) in items.iter().filter(|(item, _)| !item.optional) {
        score_item(item, span, &times, board);
    }
    let kept = |time: &&Time| gold.articles.iter().any(|article| article.holds(time.span, lines));
    for &time in times.iter().filter(|time| kept(time)) {
        let expected = items.iter().any(|&(item, span)| is_expected(time, item, span));
        board.mark("times.true", expected, || {
            format!("line {} false {}", lines.at(time.span.start), show(time))
        });
    }
}

fn score_item(item: &Item, span: Span, times: &[&Time], board: &mut Board) {
    let overlapping: Vec<&Time> =
        times.iter().copied().filter(|time| time.span.overlaps(span)).collect();
    let of_type = overlapping.iter().filter(|time| allows(&item.kind, time.kind.as_str()));
    let best = of_type.max_by_key(|time| (means(item, time), closeness(time.span, span)));

    let label = || format!("line {} {:?}", item.line, item.words);
    board.mark("times.found", best.is_some(), || {
        let got: Vec<_> = overlapping.iter().map(|time| show(time)).collect();
        format!("{} {} {}, got [{}]", label(), item.kind, meaning(item), got.join("; "))
    });
    board.mark("times.value", best.is_some_and(|time| means(item, time)), || {
        format!(
            "{} want {}, got {}",
            label(),
            meaning(item),
            best.map_or_else(|| "none".to_owned(), |time| show(time))
        )
    });
    let Some(time) = best else { return };
    let qualifiers = [
        ("times.mod", item.modifier.as_deref(), time.modifier.as_deref()),
        ("times.quant", item.quant.as_deref(), time.quant.as_deref()),
        ("times.freq", item.freq.as_deref(), time.freq.as_deref()),
    ];
    for (layer, want, got) in qualifiers.into_iter().filter(|(_, want, _)| want.is_some()) {
        board.mark(layer, got == want, || {
            format!("{} want {want:?}, got {got:?} {:?} {}", label(), time.text, time.rule)
        });
    }
    board.mark("times.class", allows(&item.class, time.class.as_str()), || {
        format!("{} want {}, got {}", label(), item.class, show(time))
    });
    board.mark("times.extent", is_extent(&item.words, &time.text), || {
        format!("{} got {:?} {}", label(), time.text, time.rule)
    });
}

/// How nearly two stretches are one: the fewer bytes apart, the greater.
fn closeness(a: Span, b: Span) -> isize {
    -(a.start.abs_diff(b.start) + a.end.abs_diff(b.end)).cast_signed()
}

/// Whether a time says what the item wants. Another reading that is right replaces both halves.
fn means(item: &Item, time: &Time) -> bool {
    let value = time.value.as_deref().unwrap_or_default();
    let edtf = time.edtf.as_deref().unwrap_or_default();
    if item.value_accept.iter().any(|accept| same(accept, value))
        || item.edtf_accept.iter().any(|accept| same(accept, edtf))
    {
        return true;
    }
    let value_fits = item.value.as_deref().is_none_or(|want| same(want, value));
    let edtf_fits = item.edtf.as_deref().is_none_or(|want| same(want, edtf));
    match time.kind {
        // A length may be told with or without its place on the calendar.
        TimeType::Duration | TimeType::Set if item.value.is_some() => value_fits,
        TimeType::Interval if item.edtf.is_some() => edtf_fits,
        TimeType::Date if item.edtf.is_some() && !is_date_value(item) => edtf_fits,
        _ => value_fits && edtf_fits,
    }
}

/// Whether the item's value is one of a date, and not the length that it may be as well.
fn is_date_value(item: &Item) -> bool {
    item.value.as_deref().is_some_and(|value| !value.starts_with('P') || value.ends_with("_REF"))
}

/// Equal, but for minutes and seconds that are nought: "T07", "T07:00" and "T07:00:00".
pub(crate) fn same(want: &str, got: &str) -> bool {
    want.split('/').map(short_clock).eq(got.split('/').map(short_clock))
}

fn short_clock(point: &str) -> &str {
    let Some(clock) = point.find('T').filter(|_| !point.starts_with('P')) else { return point };
    let mut short = point;
    while short.len() > clock + "T07".len() {
        let Some(shorter) = short.strip_suffix(":00") else { break };
        short = shorter;
    }
    short
}

/// Words that may be left out in front: units, prepositions, parts of day, and what gives the `mod`.
const LEADING: &[&str] = &[
    "ngày", "tháng", "năm", "hồi", "dịp", "vào", "lúc", "trong", "các", "sáng", "trưa", "chiều",
    "tối", "đêm", "rạng", "khoảng", "gần", "hơn", "trên", "dưới", "trước", "sau", "từ", "đến",
    "hết", "ít", "nhất", "tối", "thiểu", "đa", "chưa", "đầy", "không", "quá",
];

fn is_extent(want: &str, got: &str) -> bool {
    let bare = |text: &str| {
        let lower = text.to_lowercase();
        let words = lower
            .trim_end_matches(" trở lên")
            .split_whitespace()
            .skip_while(|word| LEADING.contains(word));
        words.map(str::to_owned).collect::<Vec<_>>()
    };
    // A day in brackets may be a time of its own, and of a range of ages one end is enough.
    let shorter = [want.split(" (").next(), want.split(" đến ").nth(1)];
    bare(want) == bare(got) || shorter.into_iter().flatten().any(|want| bare(want) == bare(got))
}

/// Whether the gold has something here: the same kind of thing, or an interval whose end it is.
fn is_expected(time: &Time, item: &Item, span: Span) -> bool {
    let may_be_interval = allows(&item.kind, TimeType::Interval.as_str());
    if time.kind == TimeType::Interval {
        return may_be_interval && time.span.overlaps(span);
    }
    let only_interval = item.kind == TimeType::Interval.as_str();
    if only_interval {
        span.contains(time.span) && is_compact(item)
    } else {
        time.span.overlaps(span)
    }
}

/// A range written without "từ … đến …" is one item; its ends may be told as well.
fn is_compact(item: &Item) -> bool {
    !item.words.to_lowercase().starts_with("từ ")
}

fn meaning(item: &Item) -> String {
    let parts = [item.edtf.as_deref(), item.value.as_deref()];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" = ")
}

fn show(time: &Time) -> String {
    let value = time.value.as_deref().unwrap_or("-");
    let edtf = time.edtf.as_deref().unwrap_or("-");
    format!("{:?} {} {edtf} = {value} {} {}", time.text, time.kind, time.class, time.rule)
}
