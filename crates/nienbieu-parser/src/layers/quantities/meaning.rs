//! What the figures of a sentence count: by their units, then by the words around each.

use std::ops::Range;

use super::{
    aspect::{self, Around},
    change::{Verb, change},
    clause::{clause_at, clauses, near_end, near_start},
    ellipsis,
    figure::Figure,
    groups::is_of,
    guard::WORDS,
    metric::{self, Side, Subject},
    negation,
    period::Period,
    unit::{Class, Per, Unit},
};
use crate::text::lexicon::word_starts;

/// How a metric was settled: words that govern a list hold for the figures behind them as well.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Ground {
    Unit,
    After,
    Before,
}

/// What a sentence's figures take from outside of it.
pub(super) struct Setting<'a> {
    pub(super) subject: Subject,
    /// The line counts up to a day: what it then names as "số …" is a running total.
    pub(super) counted_up: bool,
    /// What the item before counts, in a list.
    pub(super) listed: Option<&'static str>,
    /// What the sentence before in the line counts.
    pub(super) told: Option<&'static str>,
    /// The aim that the line above a list names.
    pub(super) aimed: Option<&'static str>,
    /// What the nearest time in a stretch is.
    pub(super) period: &'a dyn Fn(Range<usize>) -> Option<Period>,
}

/// Gives the figures of a sentence their meaning, leaves out those that have none, adds its zeros.
///
/// Returns whether the line counts up to a day from here on.
pub(super) fn settle(
    text: &str,
    sentence: &Range<usize>,
    figures: &mut Vec<Figure>,
    setting: &Setting<'_>,
) -> bool {
    let Setting { subject, counted_up, listed, told, .. } = *setting;
    let clauses = clauses(text, sentence.clone());
    for clause in &clauses {
        figures.extend(negation::zeros(text, clause.clone(), subject));
    }
    figures.sort_by_key(|figure| figure.span.start);
    figures.dedup_by(|next, first| next.rule == "zero" && next.span.start < first.span.end);
    ellipsis::keep_supported(figures, listed, told);
    let mut governor: Option<(&'static str, &'static str)> = None;
    for index in 0..figures.len() {
        let place = Place::of(text, sentence, &clauses, figures, index);
        let Some(figure) = figures.get_mut(index) else { break };
        let ground = settle_one(&place, figure, governor, setting);
        governor = match ground {
            Ground::Before => Some((figure.kind(), figure.metric)),
            Ground::After => None,
            Ground::Unit => governor,
        };
    }
    ellipsis::complete(figures, listed, told);
    figures.retain(is_kept);
    let is_total = names_total(text, &clauses);
    for figure in figures.iter_mut().filter(|_| counted_up && is_total) {
        let is_count = figure.unit.as_ref().is_some_and(|unit| unit.kind.class == Class::Count);
        if is_count && figure.aspect.is_none() && figure.metric != "change" {
            figure.aspect = Some("cumulative");
        }
    }
    counted_up || figures.iter().any(|figure| figure.aspect == Some("cumulative"))
}

/// Whether a sentence opens with "số …", "tổng số …".
fn names_total(text: &str, clauses: &[Range<usize>]) -> bool {
    let first = clauses.first().and_then(|clause| text.get(clause.clone())).unwrap_or_default();
    let first = first.trim_start_matches(' ');
    first.starts_with("số ") || first.starts_with("tổng số ")
}

/// The stretches around one figure.
struct Place<'a> {
    after: &'a str,
    /// To the figure before, or the start of the clause.
    before: &'a str,
    /// The same, to the number itself.
    lead: &'a str,
    sentence: &'a str,
    unit: &'a str,
    /// It is the whole of a fraction.
    is_whole: bool,
    after_start: usize,
    /// From the start of the sentence.
    stretch: Range<usize>,
    /// The kind of the figure before, and what it counts.
    previous: Option<(&'static str, &'static str)>,
    /// A bracket opens in front of it, right behind the figure before.
    is_bracketed: bool,
}

impl<'a> Place<'a> {
    fn of(
        text: &'a str,
        sentence: &Range<usize>,
        clauses: &[Range<usize>],
        figures: &[Figure],
        index: usize,
    ) -> Self {
        let figure = &figures[index];
        let (start, end) = (figure.span.start, figure.end());
        let clause_start = clauses.get(clause_at(clauses, start)).map_or(start, |c| c.start);
        let clause_end = clauses
            .get(clause_at(clauses, end.saturating_sub(1).max(start)))
            .map_or(end, |c| c.end);
        let last = index.checked_sub(1).and_then(|i| figures.get(i));
        let previous = last.map_or(0, Figure::end);
        let next = figures.get(index + 1).map_or(clause_end, |next| next.span.start);
        // The part of a fraction reads on behind its whole.
        let is_part = figure.rule == "fraction" && next == end + 1;
        let (from, next) = match figures.get(index + 1).filter(|_| is_part) {
            Some(whole) => (whole.end(), clause_end),
            None => (end, next),
        };
        let scene = figures.get(index + 1).filter(|p| !is_part && is_scene(text, from, p));
        let (next, clause_end) = match scene.map(Figure::end) {
            // The comma of "3 xã, phường" parts no clause.
            Some(end) => {
                let clause_end = clauses.get(clause_at(clauses, end)).map_or(end, |c| c.end);
                let next = figures.get(index + 2).map_or(clause_end, |next| next.span.start);
                (next, clause_end)
            }
            None => (next, clause_end),
        };
        let after = near_start(text, from..clause_end.min(next).max(from));
        let before = near_end(text, clause_start.max(previous).min(start)..start);
        let before_start = before.start;
        let number = figure.number.as_ref().map_or(start, |number| number.start);
        let whole = near_end(text, sentence.start.min(start)..start);
        Self {
            after: text.get(after.clone()).unwrap_or_default(),
            before: text.get(before).unwrap_or_default(),
            sentence: text.get(whole).unwrap_or_default(),
            lead: text.get(before_start..number).unwrap_or_default(),
            is_whole: figure.rule == "fraction" && previous > 0 && previous + 1 == start,
            unit: figure.unit.as_ref().and_then(|u| text.get(u.range.clone())).unwrap_or_default(),
            after_start: after.start,
            stretch: sentence.start.min(start)..start,
            previous: last.map(|last| (last.kind(), last.metric)),
            is_bracketed: text.get(previous..start).is_some_and(|gap| gap == " ("),
        }
    }
}

/// Whether a figure counts the places where the one before it is counted, whose verb stands behind:
/// `67 người ở phường A và 3 xã lân cận phải nhập viện`.
fn is_scene(text: &str, from: usize, place: &Figure) -> bool {
    let Some(gap) = text.get(from..place.span.start) else { return false };
    let is_near = gap.len() <= SCENE && !gap.contains([',', ';', '(']);
    let opens = [" ở ", " tại ", " thuộc ", " của "].iter().any(|word| gap.starts_with(word));
    let is_said = metric::by_words(gap, "person", Side::After).is_some();
    let is_place = matches!(place.kind(), "thing" | "area");
    is_near && opens && !is_said && is_place && place.number.is_some()
}

/// How long the way to a figure of places may be, in bytes.
const SCENE: usize = 64;

/// Settles metric, aspect and population of one figure.
fn settle_one(
    place: &Place<'_>,
    figure: &mut Figure,
    governor: Option<(&'static str, &'static str)>,
    setting: &Setting<'_>,
) -> Ground {
    let subject = setting.subject;
    if figure.rule == "zero" {
        figure.aspect = unit_says_new(figure.metric);
        return Ground::Unit;
    }
    let is_relative = matches!(figure.kind(), "percent" | "times");
    let excess = is_relative && WORDS.excess.end(place.lead);
    // "giảm lần lượt 8,2%, 5,8% và 11,3%"
    let in_turn = place.previous == Some((figure.kind(), "change"))
        && matches!(place.lead.trim(), "" | "," | "và")
        && place.sentence.contains("lần lượt");
    let is_change = excess || in_turn;
    if let Some(verb) = change(place.lead).or(is_change.then_some(Verb::Beside)) {
        if verb == Verb::Beside {
            // "thấp hơn 800 ha" compares no figure with 800.
            figure.drop_comparator();
        }
        figure.metric = "change";
        figure.rule = "change";
        figure.aspect = aspect::aim(&around(place, figure, setting));
        return Ground::Unit;
    }
    let (metric, ground) = metric_of(place, figure, governor, subject);
    figure.metric = metric;
    if is_rate(figure) {
        figure.metric = "rate";
        figure.rule = "rate";
    }
    if !place.is_whole {
        let around = around(place, figure, setting);
        let listed = setting.aimed.filter(|_| !aspect::is_fact(&around));
        figure.aspect = aspect::aim(&around)
            .or_else(|| unit_says_new(metric))
            .or_else(|| aspect::aspect(&around))
            .or(listed)
            // Beds of which nothing else is said are what a ward holds.
            .or((metric == "beds").then_some("capacity"));
    }
    if figure.unit.as_ref().is_some_and(|unit| unit.kind.class == Class::Percent) {
        figure.population = population(place.after, place.after_start);
    }
    ground
}

/// What stands around a figure that may say its aspect.
fn around<'a>(place: &Place<'a>, figure: &Figure, setting: &Setting<'_>) -> Around<'a> {
    let unit = figure.unit.as_ref();
    let is_event = matches!(figure.kind(), "case" | "instance" | "dose" | "sample" | "passenger")
        || matches!(figure.metric, "cases" | "deaths" | "injured" | "missing");
    Around {
        unit: place.unit,
        after: place.after,
        before: place.before,
        sentence: place.sentence,
        is_count: unit.is_none_or(|unit| unit.kind.class == Class::Count),
        adds_up: unit.is_none_or(adds_up),
        is_share: unit.is_some_and(|unit| unit.kind.class == Class::Percent),
        is_event: is_event && figure.metric != "active_cases",
        is_tallied: is_event && figure.metric != "active_cases"
            || is_of(Some(figure.metric), "tallied"),
        period: (setting.period)(place.stretch.clone()),
    }
}

/// Whether figures of a unit can be summed over time: a level, a price and a temperature cannot.
fn adds_up(unit: &Unit) -> bool {
    match unit.kind.class {
        Class::Measure => {
            unit.per.is_none() && matches!(unit.kind.kind, "area" | "weight" | "volume" | "power")
        }
        Class::Money => unit.per.is_none(),
        _ => true,
    }
}

/// New cases are new whatever else is said.
fn unit_says_new(metric: &str) -> Option<&'static str> {
    (metric == "cases_new").then_some("new")
}

/// What a figure counts, and by what.
fn metric_of(
    place: &Place<'_>,
    figure: &Figure,
    governor: Option<(&'static str, &'static str)>,
    subject: Subject,
) -> (&'static str, Ground) {
    let kind = figure.kind();
    let Some(unit) = &figure.unit else {
        return (bare_metric(place.before), Ground::Unit);
    };
    if let Some(metric) = leaning(place, figure) {
        return (metric, Ground::Unit);
    }
    let default = default_metric(figure, subject);
    // "ca tử vong": the unit itself says more than its kind.
    let is_refined = matches!(kind, "case" | "instance" | "sample");
    if is_refined && !matches!(unit.kind.metric, "cases" | "samples" | "open") {
        return (unit.kind.metric, Ground::Unit);
    }
    if let Some((metric, _)) = metric::by_words(place.after, kind, Side::After) {
        return (refined(metric, figure), Ground::After);
    }
    if let Some((metric, _)) = metric::by_words(place.before, kind, Side::Before) {
        return (refined(metric, figure), Ground::Before);
    }
    // What is given is said once, before the groups and people that get it.
    let far = matches!(kind, "group" | "individual" | "turn");
    let far = far.then(|| metric::by_words(place.sentence, kind, Side::Before)).flatten();
    match governor {
        _ if far.is_some() => (far.map_or(default, |(metric, _)| metric), Ground::Unit),
        Some((same, metric)) if same == kind => (metric, Ground::Unit),
        _ => (default, Ground::Unit),
    }
}

/// What a figure says by the one before it: `giảm 38 vụ (6,3%)`, `7 ca tử vong …, giai đoạn … là 19 ca`,
/// `87 bệnh nhân, trong đó 54 trẻ`.
fn leaning(place: &Place<'_>, figure: &Figure) -> Option<&'static str> {
    let (kind, metric) = place.previous?;
    let is_plain_case = figure.unit.as_ref().is_some_and(|unit| unit.kind.metric == "open");
    let before = place.before.trim_end_matches(' ');
    match figure.kind() {
        "percent" => {
            (metric == "change" && before.is_empty() && place.is_bracketed).then_some("change")
        }
        "case" | "instance" => {
            let more = place.after.trim_start_matches(' ').is_empty();
            let fits = is_plain_case && more && matches!(kind, "case" | "instance");
            (fits && before.ends_with(" là") && metric == "deaths").then_some(metric)
        }
        "person" | "child" => {
            let said = metric::by_words(place.after, figure.kind(), Side::After);
            let fits = matches!(kind, "case" | "instance") && said.is_none();
            let metric = if metric == "cases_new" { "cases" } else { metric };
            (fits && WORDS.part.end(before)).then_some(metric)
        }
        _ => None,
    }
}

/// Vaccinated people are people, unless a share of them is counted.
fn refined(metric: &'static str, figure: &Figure) -> &'static str {
    match metric {
        "vaccinated" => figure.unit.as_ref().map_or("people", |unit| unit.kind.metric),
        other => other,
    }
}

/// What the unit alone says. "ca" and "trường hợp" are cases only where a disease is written of.
fn default_metric(figure: &Figure, subject: Subject) -> &'static str {
    let Some(unit) = &figure.unit else { return "other" };
    match (unit.kind.kind, unit.kind.metric) {
        (_, "open") if subject.epidemic => "cases",
        (_, "open") => "other",
        ("head", _) if subject.farming => "livestock",
        ("child", _) if subject.school && !subject.epidemic => "students",
        ("spot", _) if subject.sport => "score",
        (_, metric) => metric,
    }
}

/// A number without a unit counts what the words before name, or money.
fn bare_metric(before: &str) -> &'static str {
    metric::named(before).unwrap_or("money")
}

/// Whether a figure is so much by something that is no time: "ca/100.000 dân", "tấn/ha".
fn is_rate(figure: &Figure) -> bool {
    figure.unit.as_ref().is_some_and(|unit| {
        unit.per == Some(Per::Other) && !matches!(unit.kind.class, Class::Money | Class::Percent)
    })
}

/// The people or things that a share is of: the noun behind it.
fn population(after: &str, start: usize) -> Option<Range<usize>> {
    let lead = after.len() - after.trim_start_matches(' ').len();
    let words = &after[lead..];
    let stop = word_starts(words).find(|&at| WORDS.population_end.at(&words[at..]).is_some());
    let end = words[..stop.unwrap_or(words.len())].trim_end_matches([' ', '”', '"', ':']).len();
    (lead > 0 && end > 0).then_some(start + lead..start + lead + end)
}

/// What "một" counts; of everything else it is an article.
const ARTICLE: &[&str] = &[
    "cases",
    "cases_new",
    "deaths",
    "recovered",
    "injured",
    "missing",
    "severe",
    "active_cases",
    "community_cases",
];

/// Whether a figure is one: "lần" only of a change, "một" and "hai con" only of what is counted.
fn is_kept(figure: &Figure) -> bool {
    let Some(unit) = &figure.unit else { return true };
    match unit.kind.class {
        Class::Times => figure.rule == "change" || !figure.is_article,
        // A shift, and children: "3 ca, 4 kíp", "ba con".
        Class::Count if unit.kind.kind == "case" => figure.metric != "other",
        Class::Count if unit.kind.kind == "head" => figure.metric != "other" || !figure.is_small,
        Class::Count if figure.is_article => {
            ARTICLE.contains(&figure.metric) || unit.kind.kind == "dose"
        }
        _ => true,
    }
}
