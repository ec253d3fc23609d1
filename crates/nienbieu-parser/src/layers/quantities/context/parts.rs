//! Totals and their parts: "62 ca, trong đó 50 ca đã khỏi", "12 ca, gồm: huyện A 5 ca, huyện B 7 ca",
//! "9/13 xã", "402 hộ, chiếm 35%".

use nienbieu_model::{Diagnostic, Quantity, Severity, Span};

use super::{
    super::super::View,
    super::groups::is_of,
    clause::{begins_with, begun_with, ends_in, last},
    sums,
};

/// Sentences back that a total may stand in, where a sentence or a list begins with its parts.
const REACH: usize = 3;

/// Figures back that a province's may stand before those of its districts.
const PLACES: usize = 24;

/// Links the parts to their totals. Where the words say that these are all the parts, and they count the
/// same thing, they must add up.
pub(super) fn link(quantities: &mut [Quantity], view: &View<'_>) -> Vec<Diagnostic> {
    let mut linked: Vec<Option<(usize, bool)>> =
        (0..quantities.len()).map(|at| total_of(at, quantities, view)).collect();
    for (part, total) in sums::found(quantities, view) {
        if linked[part].is_none_or(|(_, all)| !all)
            && linked[total].is_none_or(|(of, _)| of != part)
        {
            linked[part] = Some((total, false));
        }
    }
    for (at, total) in linked.iter().enumerate() {
        quantities[at].part_of = total.map(|(total, _)| quantities[total].id.clone());
    }
    let told: Vec<usize> =
        linked.iter().flatten().filter(|(_, all)| *all).map(|(t, _)| *t).collect();
    let mut totals = told;
    totals.dedup();
    let doubt = |total: usize| {
        let parts = quantities.iter().zip(&linked);
        let parts = parts.filter(|(_, of)| **of == Some((total, true))).map(|(part, _)| part);
        does_not_add_up(&quantities[total], &parts.collect::<Vec<_>>())
    };
    totals.into_iter().filter_map(doubt).collect()
}

/// The total that a figure is a part of, and whether all its parts are told.
fn total_of(at: usize, all: &[Quantity], view: &View<'_>) -> Option<(usize, bool)> {
    let part = &all[at];
    if part.rule == "fraction" {
        let whole =
            all.get(at + 1).filter(|next| next.rule == "fraction" && next.value >= part.value);
        let adjacent = whole.filter(|next| next.span.start <= part.span.end + 24);
        // The second of a pair is the whole.
        let second = at.checked_sub(1).is_some_and(|b| {
            all[b].rule == "fraction"
                && all[b].part_of.is_none()
                && part.span.start <= all[b].span.end + 24
                && all[b].value <= part.value
        });
        return adjacent.filter(|_| !second).map(|_| (at + 1, false));
    }
    // A limit is no part of what is counted.
    if !is_count(part) || matches!(&*part.comparator, "le" | "ge" | "lt") {
        return None;
    }
    let sentence = view.sentence_at(part.span.start)?;
    let own = view.sentences[sentence].span;
    let before = |from: usize| view.folded_words(Span::new(from, part.span.start));
    let lead = before(own.start);
    if let Some(total) = out_of(at, all, view) {
        return Some((total, false));
    }
    let announced = ["all_parts", "parts"].into_iter().find_map(|class| {
        let end = last(lead, class).filter(|&end| is_marked(lead, end))?;
        Some((end, class == "all_parts"))
    });
    if let Some((end, all_told)) = announced {
        let mark = view.folded.original_start(view.range(own).start + end);
        return fitting(part, all, mark, own.start).map(|total| (total, all_told)).or_else(|| {
            let opens = begun_with(view.folded_words(own), "parts").is_some();
            let total = opens.then(|| fitting(part, all, own.start, earlier(view, sentence)))?;
            total.map(|total| (total, false))
        });
    }
    if is_share_of(part, all.get(at + 1), view) {
        return fitting(part, all, part.span.start, own.start).map(|total| (total, false));
    }
    let listed = listed(part, all, view).map(|total| (total, true));
    listed.or_else(|| by_place(at, all).map(|total| (total, false)))
}

/// `trong số 48 ca có 30 ca`, `cả xã 611 hộ thì 600 hộ`: the figure before it is told again for its parts.
fn out_of(at: usize, all: &[Quantity], view: &View<'_>) -> Option<usize> {
    let (before, part) = (at.checked_sub(1)?, &all[at]);
    let total = &all[before];
    let between = view.folded_words(Span::new(total.span.end, part.span.start));
    let said = ends_in(view.words_before(total.span), "taken_up");
    let said = said || between.trim() == "thì";
    let follows = between.trim().is_empty() || begins_with(between, "out_of") && between.len() < 24;
    let fits = is_count(total) && total.value > part.value && class(total) == class(part);
    (said && follows && fits).then_some(before)
}

/// A district's figure behind that of its province: of the same kind and the same time.
fn by_place(at: usize, all: &[Quantity]) -> Option<usize> {
    let part = &all[at];
    let within = part.place_code.as_deref()?;
    let same_time = |q: &Quantity| q.edtf.is_none() || part.edtf.is_none() || q.edtf == part.edtf;
    let holds = |q: &Quantity| {
        q.place_code
            .as_deref()
            .is_some_and(|code| within.strip_prefix(code).is_some_and(|rest| rest.starts_with('-')))
    };
    let fits = |q: &Quantity| {
        is_count(q) && q.value > part.value && class(q) == class(part) && same_time(q) && holds(q)
    };
    (at.saturating_sub(PLACES)..at).rev().find(|&before| fits(&all[before]))
}

/// Whether a mark or the sentence's start stands before the words that announce parts: "tỉnh có 5 xã"
/// announces nothing.
fn is_marked(lead: &str, end: usize) -> bool {
    let words = &lead[..end];
    let start = words.rfind([',', ';', ':', '(', '.', '-']).map_or(0, |mark| mark + 1);
    words[start..].split_whitespace().count() <= 4
}

/// Where the sentences begin that a total may stand in.
fn earlier(view: &View<'_>, sentence: usize) -> usize {
    view.sentences[sentence.saturating_sub(REACH)].span.start
}

/// The last figure between two offsets that can be the total of this part.
fn fitting(part: &Quantity, all: &[Quantity], before: usize, from: usize) -> Option<usize> {
    let end = all.partition_point(|q| q.span.end <= before);
    let start = all.partition_point(|q| q.span.start < from);
    let fits = |q: &Quantity| {
        is_count(q) && q.value > part.value && class(q) == class(part) && q.rule != "fraction"
    };
    (start..end).rev().find(|&at| fits(&all[at]))
}

/// "402 hộ, chiếm 35%": the figure is that share of the one before it.
fn is_share_of(part: &Quantity, next: Option<&Quantity>, view: &View<'_>) -> bool {
    next.filter(|next| next.metric.as_deref() == Some("share")).is_some_and(|next| {
        let between = view.folded_words(Span::new(part.span.end, next.span.start));
        between.len() < 40 && between.contains("chiếm")
    })
}

/// A figure of a list: the total stands in the line that opens the list with a colon.
fn listed(part: &Quantity, all: &[Quantity], view: &View<'_>) -> Option<usize> {
    let at = view.block_at(part.span.start)?;
    let line = view.above_list(at)?;
    let opens = view.folded_words(line).trim_end().ends_with(':');
    let start = all.partition_point(|q| q.span.start < view.blocks[at].span.start);
    let first = all.get(start).is_some_and(|q| q.id == part.id);
    if !opens || !first {
        return None;
    }
    fitting(part, all, line.end, line.start)
}

/// What parts must share with their total: people of one kind, or one unit.
pub(super) fn class(quantity: &Quantity) -> String {
    let metric = quantity.metric.as_deref().unwrap_or("other");
    match metric {
        _ if is_of(Some(metric), "of_people") => "people".to_owned(),
        "other" => {
            let unit = quantity.unit.as_deref().unwrap_or_default().to_lowercase();
            unit.split_whitespace().next().unwrap_or_default().to_owned()
        }
        _ => metric.to_owned(),
    }
}

/// Whether a figure counts something, rather than compares or shares.
pub(super) fn is_count(quantity: &Quantity) -> bool {
    quantity.number.is_some()
        && !matches!(
            quantity.metric.as_deref(),
            Some("share" | "share_vaccinated" | "change" | "rate" | "rainfall" | "score")
        )
        && !quantity.unit.as_deref().is_some_and(|unit| unit.contains('/'))
}

/// A remark where all parts of the same metric are told and do not make the total.
fn does_not_add_up(total: &Quantity, parts: &[&Quantity]) -> Option<Diagnostic> {
    let exact = |q: &Quantity| q.comparator == "eq" && q.max.is_none();
    let same: Vec<_> = parts.iter().filter(|part| part.metric == total.metric).collect();
    let sum: f64 = same.iter().map(|part| part.value).sum();
    let differs = (sum - total.value).abs() > 1e-6 * total.value.abs();
    let told = same.len() > 1 && same.iter().all(|part| exact(part)) && exact(total);
    (told && differs).then(|| Diagnostic {
        code: "sum_differs".into(),
        severity: Severity::Warning,
        message: format!("the parts add up to {sum}, the total is {}", total.value),
        span: Some(total.span),
    })
}
