//! Numbers that leave out a unit said beside them: "Kế Sách 341, Long Phú 277 ca", "… lên 6".

use std::ops::Range;

use super::{
    figure::{Figure, Reader},
    guard::{self, WORDS},
    number::Number,
    unit::Class,
};
use crate::text::{is_alphabetic, is_alphanumeric};

/// The rule of a figure whose unit stands beside another.
pub(super) const RULE: &str = "ellipsis";

/// By what a number without a unit shows that it counts what its neighbour counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// `Kế Sách 341`: behind a name, in a list of such.
    Named,
    /// `Trảng Bom (88)`: in a bracket behind a place, in a list of such.
    Bracketed,
    /// `từ 185.000 lên 260.000 đồng`: what the next grew from.
    From,
    /// `Tiểu học: 109.870`: behind a label.
    Label,
    /// `22 trong số 90 người`: a part of the next.
    PartOf,
    /// `lên 6`, `3 ở huyện A`, `tốc mái 12.400`: the size of what was counted before.
    Follows,
}

impl Reader<'_> {
    /// How a number without a unit leans on its neighbours, if it does.
    pub(super) fn elliptic(&self, number: &Number, at: Range<usize>, before: &str) -> Option<Form> {
        let after = &self.text[at.end..self.sentence.end];
        let is_short = number.worded && number.scale < 1e6;
        if is_short || number.plain && is_year_or_code(number.value) || guard::opens_name(after) {
            return None;
        }
        let before = super::comparator::skip(before).trim_end_matches(' ');
        if is_part(after) && guard::passes(before, number, None) {
            return Some(Form::PartOf);
        }
        if before.ends_with("từ") && is_outgrown(after) {
            return Some(Form::From);
        }
        if after.starts_with(')') && before.strip_suffix(" (").is_some() {
            let name_end = at.start - " (".len();
            return (self.ends_place)(name_end).then_some(Form::Bracketed);
        }
        let opens_part = before.ends_with([',', ';', '(', ':']) || WORDS.opens_part.end(before);
        if is_placed(after) && number.plain && opens_part {
            return Some(Form::Follows);
        }
        if !ends_clause(after) || !guard::passes(before, number, None) {
            return None;
        }
        if before.ends_with(':') {
            return Some(Form::Label);
        }
        if self.follows_name(before, at.start) {
            return Some(Form::Named);
        }
        let is_large = !number.plain || number.scale > 1.0;
        (is_large || WORDS.bare_after.end(before)).then_some(Form::Follows)
    }

    /// Whether a capitalised word stands in front, "với" and "có" aside.
    pub(super) fn follows_name(&self, before: &str, at: usize) -> bool {
        let before = before.trim_end_matches(' ');
        let before = ["với", "có"]
            .iter()
            .find_map(|word| before.strip_suffix(word)?.strip_suffix(' '))
            .unwrap_or(before);
        let start = before.rfind(' ').map_or(0, |space| space + 1);
        let word = &before[start..];
        // `before` is a stretch of the text that ends at the number but for what was cut off.
        let from = self.text[..at].rfind(before).map(|from| from + start);
        !word.is_empty()
            && word.chars().all(is_alphabetic)
            && from.is_some_and(|from| (self.is_capital)(from))
    }
}

/// Whether nothing of the clause follows a number.
fn ends_clause(after: &str) -> bool {
    after.is_empty()
        || after.starts_with(" và ")
        || after.starts_with(" (")
        || after.starts_with([';', ')', '”', '"'])
        || after
            .strip_prefix([',', '.', '…'])
            .is_some_and(|rest| !rest.starts_with(|c: char| is_alphanumeric(c)))
}

/// `22 trong số 90 người`, `5 trong tổng số 7 xã`
fn is_part(after: &str) -> bool {
    let whole =
        [" trong tổng số ", " trong số ", " trong "].iter().find_map(|w| after.strip_prefix(w));
    whole.is_some_and(|whole| whole.starts_with(|c: char| c.is_ascii_digit()))
}

/// `185.000 lên 260.000`, `12 xuống còn 9`
fn is_outgrown(after: &str) -> bool {
    let next = [" lên đến ", " lên tới ", " lên ", " xuống còn ", " xuống "]
        .iter()
        .find_map(|word| after.strip_prefix(word));
    next.is_some_and(|next| next.starts_with(|c: char| c.is_ascii_digit()))
}

/// `3 ở huyện Lệ Thủy`
fn is_placed(after: &str) -> bool {
    after.starts_with(" ở ") || after.starts_with(" tại ")
}

/// What bare figures say as well as a count: a year, or a code.
fn is_year_or_code(value: f64) -> bool {
    (1900.0..2100.0).contains(&value) || value >= 1e6
}

/// Leaves out the figures that lean on no neighbour. `listed` is what the list's item before counts.
///
/// `told` is what the line's sentence before counts: brackets behind two places or more share it out.
pub(super) fn keep_supported(
    figures: &mut Vec<Figure>,
    listed: Option<&'static str>,
    told: Option<&'static str>,
) {
    let bracketed = figures.iter().filter(|f| f.ellipsis == Some(Form::Bracketed)).count();
    let told = told.filter(|_| bracketed > 1);
    let supported: Vec<bool> = (0..figures.len())
        .map(|index| {
            figures[index].ellipsis.is_none_or(|form| {
                support(figures, index, form).is_some()
                    || form == Form::Label && listed.is_some()
                    || form == Form::Bracketed && told.is_some()
            })
        })
        .collect();
    let mut supported = supported.into_iter();
    figures.retain(|_| supported.next().unwrap_or(false));
}

/// Gives each the metric of the figure that it leans on.
pub(super) fn complete(
    figures: &mut [Figure],
    listed: Option<&'static str>,
    told: Option<&'static str>,
) {
    for index in 0..figures.len() {
        let Some(form) = figures[index].ellipsis else { continue };
        if figures[index].metric == "change" {
            continue;
        }
        let (metric, aspect) = match support(figures, index, form).map(|of| &figures[of]) {
            Some(of) => (said_of(of, form), of.aspect.filter(|_| form == Form::Named)),
            None if form == Form::Bracketed => (told.unwrap_or("other"), None),
            None => (listed.unwrap_or("other"), None),
        };
        figures[index].metric = metric;
        figures[index].aspect = figures[index].aspect.or(aspect);
    }
}

/// What a figure's unit counts, though the figure itself be a change of it.
fn said_of(figure: &Figure, form: Form) -> &'static str {
    match (figure.metric, &figure.unit) {
        ("change", Some(unit)) => unit.kind.metric,
        // "thêm 2 ca, nâng tổng số lên 6": the total is not new.
        ("cases_new", Some(_)) if form == Form::Follows => "cases",
        (metric, _) => metric,
    }
}

/// The figure that one without a unit leans on: the last before it, or the next name's of its list.
fn support(figures: &[Figure], index: usize, form: Form) -> Option<usize> {
    let gives = |&at: &usize| {
        let figure = &figures[at];
        figure.ellipsis.is_none() && figure.rule != "zero" && may_be_left_out(figure)
    };
    match form {
        Form::Named => {
            let named = |at: &usize| gives(at) && figures[*at].is_named;
            let back = (0..index).rev().find(named);
            back.or_else(|| (index + 1..figures.len()).find(named))
        }
        Form::PartOf | Form::From => Some(index + 1).filter(|at| *at < figures.len() && gives(at)),
        Form::Label | Form::Follows | Form::Bracketed => (0..index).rev().find(gives),
    }
}

/// Whether a figure's unit may go unsaid with the next: not that of a share.
fn may_be_left_out(figure: &Figure) -> bool {
    figure.unit.as_ref().is_none_or(|unit| {
        matches!(unit.kind.class, Class::Count | Class::Measure | Class::Money)
            && unit.kind.kind != "point"
    })
}
