//! Totals and their parts: "62 ca, trong đó 50 ca đã khỏi", "12 ca, gồm: huyện A 5 ca, huyện B 7 ca".

use nienbieu_model::{Diagnostic, Quantity, Severity, Span};

use super::{super::super::View, clause::last};

/// Links the parts of each sentence to the total before them. Where the words say that these are all the
/// parts, and they count the same thing, they must add up.
pub(super) fn link(quantities: &mut [Quantity], view: &View<'_>) -> Vec<Diagnostic> {
    let mut doubts = Vec::new();
    for sentence in view.sentences {
        let from = quantities.partition_point(|q| q.span.start < sentence.span.start);
        let to = quantities.partition_point(|q| q.span.start < sentence.span.end);
        let here = &mut quantities[from..to];
        let Some((total, said)) = total(here, view) else { continue };
        let (id, unit) = (here[total].id.clone(), class(&here[total]));
        for part in here[total + 1..].iter_mut().filter(|part| class(part) == unit) {
            if part.value <= here_value(&id, part, said.total) {
                part.part_of = Some(id.clone());
            }
        }
        doubts
            .extend(said.all.then(|| does_not_add_up(&here[total], &here[total + 1..])).flatten());
    }
    doubts
}

/// A total's value, for a part to be held against; the total itself is no part of its own.
fn here_value(id: &str, part: &Quantity, total: f64) -> f64 {
    if part.id == id { f64::NEG_INFINITY } else { total }
}

/// What is said of a total.
struct Said {
    total: f64,
    /// Whether all its parts are told.
    all: bool,
}

/// The figure of a sentence behind which its parts are announced.
fn total(here: &[Quantity], view: &View<'_>) -> Option<(usize, Said)> {
    here.windows(2).enumerate().find_map(|(at, pair)| {
        let between = view.folded_words(Span::new(pair[0].span.end, pair[1].span.start));
        // The words stand behind a mark: "tỉnh có 5 xã" announces nothing.
        let mark = between.find([',', ';', ':', '(', '.'])?;
        let said = |name| last(&between[mark..], name).is_some();
        let all = said("all_parts");
        let fits = (all || said("parts")) && is_count(&pair[0]);
        fits.then_some((at, Said { total: pair[0].max.unwrap_or(pair[0].value), all }))
    })
}

/// What parts must share with their total: people of one kind, or one unit.
fn class(quantity: &Quantity) -> String {
    const SICK: &[&str] = &[
        "cases",
        "cases_new",
        "active_cases",
        "deaths",
        "recovered",
        "hospitalised",
        "severe",
        "community_cases",
        "secondary_infections",
        "people",
        "injured",
        "missing",
        "quarantined",
        "contacts",
        "students",
        "test_results",
    ];
    let metric = quantity.metric.as_deref().unwrap_or("other");
    match metric {
        _ if SICK.contains(&metric) => "people".to_owned(),
        "other" => quantity.unit.as_deref().unwrap_or_default().to_lowercase(),
        _ => metric.to_owned(),
    }
}

/// Whether a figure counts something, rather than compares or shares.
fn is_count(quantity: &Quantity) -> bool {
    !matches!(quantity.metric.as_deref(), Some("share" | "share_vaccinated" | "change" | "rate"))
}

/// A remark where all parts of the same metric are told and do not make the total.
fn does_not_add_up(total: &Quantity, rest: &[Quantity]) -> Option<Diagnostic> {
    let exact = |q: &&Quantity| q.comparator == "eq" && q.max.is_none();
    let parts: Vec<&Quantity> = rest
        .iter()
        .filter(|q| q.part_of.as_ref() == Some(&total.id) && q.metric == total.metric)
        .collect();
    let sum: f64 = parts.iter().map(|part| part.value).sum();
    let differs = (sum - total.value).abs() > 1e-6 * total.value.abs();
    let told = parts.len() > 1 && parts.iter().all(exact) && exact(&total);
    (told && differs).then(|| Diagnostic {
        code: "sum_differs".into(),
        severity: Severity::Warning,
        message: format!("the parts add up to {sum}, the total is {}", total.value),
        span: Some(total.span),
    })
}
