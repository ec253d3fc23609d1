//! From what the words say to what they mean: the day of writing and the times already read complete
//! what a time leaves out. Grammar knows nothing of this, and nothing here reads letters.

pub(crate) mod calendar;
mod distance;
mod expression;
mod flatten;
mod gloss;
mod interval;
mod length;
mod notation;
mod place;
pub(crate) mod publication;
mod render;
mod resolved;
mod scope;
mod state;

use std::ops::Range;

use nienbieu_model::{Diagnostic, Time};

use crate::{
    grammar::ast::{Expr, Modifier, Point},
    scan::Match,
};
use calendar::Calendar;
use resolved::Resolved;
use state::{Anchor, Carried, Role, State};
pub(crate) use state::{Outlook, Writing};

/// What resolution must know of the text around the times.
pub(crate) trait Surroundings {
    /// Which sentence a folded offset stands in.
    fn sentence(&self, at: usize) -> usize;
    /// Which way that sentence looks.
    fn outlook(&self, at: usize) -> Outlook;
    /// Whether a folded offset stands in a caption or a stamp, beside the text.
    fn aside(&self, at: usize) -> bool;
    /// Whether a folded offset stands at the start of its sentence, or a preposition behind it.
    fn opens_sentence(&self, at: usize) -> bool;
    /// Whether a length of time is counted from the time behind it: "14 ngày kể từ ngày 5/7".
    fn counts_from(&self, between: Range<usize>) -> bool;
    /// Whether nothing but a bracket, a comma or "ngày" stands between two times.
    fn glosses(&self, between: Range<usize>) -> bool;
    /// Whether nothing but a comma stands between two times.
    fn adjoins(&self, between: Range<usize>) -> bool;
    /// Whether the words right before a time set it off from the scene: "so với", "kể từ".
    fn leads_off(&self, at: usize) -> bool;
    /// Whether a time is what another is compared with: "so với cùng kỳ năm 2015".
    fn compares(&self, at: usize) -> bool;
    /// Whether the words of a time make it past by themselves: "hôm 4/5".
    fn says_past(&self, at: usize) -> bool;
    /// Which way the clause looks that a folded offset stands in.
    fn clause_outlook(&self, at: usize) -> Outlook;
    /// Where the quoted speech begins that a folded offset stands in.
    fn quote_opened(&self, at: usize) -> Option<usize>;
    /// Whether the sentence tells of something that took place, without saying when it is told.
    fn happened(&self, at: usize) -> bool;
    /// Whether the sentence at a folded offset speaks of every day rather than of one.
    fn habitual(&self, at: usize) -> bool;
    /// Whether that clause names an official paper, whose date is past.
    fn names_paper(&self, at: usize) -> bool;
}

/// One expression that becomes an item of the record.
#[derive(Clone, Debug)]
struct Item {
    range: Range<usize>,
    expr: Expr,
    rule: &'static str,
    /// Of an interval: the places of its ends in the list.
    ends: Option<(usize, usize)>,
    resolved: Option<Resolved>,
}

/// The items of an article's times, resolved, with what was doubtful about them.
pub(crate) struct Times {
    items: Vec<Item>,
    pub(crate) doubts: Vec<(Range<usize>, &'static str, String)>,
}

/// Resolves an article's times in order.
pub(crate) fn resolve(matches: &[Match], writing: &Writing, around: &dyn Surroundings) -> Times {
    let mut items = flatten::flatten(&gloss::apposed(matches, around));
    let mut state = State::default();
    let mut beside: Option<(usize, State)> = None;
    let mut doubts = Vec::new();
    let ahead = full_days(&items, writing, around);
    for index in 0..items.len() {
        if items[index].ends.is_some() {
            continue;
        }
        let sentence = around.sentence(items[index].range.start);
        let at = items[index].range.start;
        let outlook = match (around.outlook(at), around.clause_outlook(at)) {
            // A word of the past counts in its own clause only: the next may speak of what comes.
            (Outlook::Past, Outlook::Unsaid) => Outlook::Unsaid,
            (sentence, _) => sentence,
        };
        let outlook = expression::outlook(&items[index].expr, outlook);
        let habitual = around.habitual(at);
        let spoken = spoken_on(&items, index, around);
        let writing = spoken.as_ref().map_or(writing, |(day, _)| day);
        let ahead =
            ahead.get(ahead.partition_point(|(_, number, _)| *number <= index + 1)).copied();
        // What stands beside the text leaves nothing to it, but a stamp's or a caption's times to one another.
        let aside = around.aside(at);
        beside = match beside {
            _ if !aside => None,
            Some((line, known)) if line == sentence => Some((line, known)),
            _ => Some((sentence, state.clone())),
        };
        let known = beside.as_ref().map_or(&state, |(_, known)| known);
        let scope = scope::Scope { writing, state: known, sentence, outlook, ahead, habitual };
        let resolved = match gloss::gloss_of(&items, index, around) {
            Some(gloss) => {
                gloss::resolve_glossed(&items[index].expr, &items[gloss].expr, gloss + 1, &scope)
            }
            None => expression::resolve(&items[index].expr, &scope),
        };
        match resolved {
            Ok(mut resolved) => {
                if let (Some((_, time)), Some(Anchor::Published)) = (&spoken, resolved.anchor) {
                    resolved.anchor = Some(Anchor::Time(*time));
                }
                let leads = leads_year(&items[index], &resolved, around);
                let role = match role(&items[index].expr, around.clause_outlook(at)) {
                    Role::Scene if around.leads_off(at) => Role::Plan,
                    role => role,
                };
                let told = beside.as_mut().map_or(&mut state, |(_, known)| known);
                remember(told, &resolved, index, (sentence, role), leads);
                items[index].resolved = Some(resolved);
            }
            Err(doubt) => {
                doubts.push((items[index].range.clone(), doubt.code(), doubt.to_string()));
            }
        }
    }
    interval::resolve(&mut items, writing);
    count_lengths(&mut items, around);
    doubts.extend(disagreements(&items));
    Times { items, doubts }
}

/// The days that a page without a date of its own dates in full, each with the number of its time and its
/// sentence. A paper's day may be years from what is told.
fn full_days(
    items: &[Item],
    writing: &Writing,
    around: &dyn Surroundings,
) -> Vec<(jiff::civil::Date, usize, usize)> {
    if writing.day().is_some() {
        return Vec::new();
    }
    let day = |(index, item): (usize, &Item)| {
        let Expr::Point(point) = &item.expr else { return None };
        let at = item.range.start;
        let day = publication::full_day(&point.base).filter(|_| item.rule != "birth_year")?;
        let tells = !around.names_paper(at) && !around.aside(at);
        tells.then(|| (day, index + 1, around.sentence(at)))
    };
    items.iter().enumerate().filter_map(day).collect()
}

/// The day that quoted words were said on, where the sentence that quotes them is dated: "Ngày 5/8, ông
/// nói: “Hôm qua …”". Times in the quotation count from it.
fn spoken_on(items: &[Item], index: usize, around: &dyn Surroundings) -> Option<(Writing, usize)> {
    let opened = around.quote_opened(items[index].range.start)?;
    let sentence = around.sentence(opened);
    let said_with = items[..index].iter().enumerate().rev();
    let said_with = said_with.take_while(|(_, item)| around.sentence(item.range.start) >= sentence);
    let (place, day) = { said_with }.find_map(|(place, item)| {
        let resolved = item.resolved.as_ref()?;
        let day = resolved.calendar?.date().filter(|_| resolved.kind == resolved::Kind::Point)?;
        let dates = item.range.end <= opened && around.sentence(item.range.start) == sentence;
        dates.then_some((place, day))
    })?;
    Some((Writing::on(crate::Reference::day(day)), place + 1))
}

/// Gives a length of time its first and last day where the words say what it is counted from.
fn count_lengths(items: &mut [Item], around: &dyn Surroundings) {
    for index in 1..items.len() {
        let (before, after) = items.split_at_mut(index);
        let (Some(length), Some(start)) = (before.last_mut(), after.first()) else { continue };
        if length.range.end > start.range.start
            || !around.counts_from(length.range.end..start.range.start)
        {
            continue;
        }
        let day = start.resolved.as_ref().and_then(|resolved| resolved.calendar?.date());
        let (Some(day), Some(resolved)) = (day, &mut length.resolved) else { continue };
        let resolved::Kind::Duration(duration) = &resolved.kind else { continue };
        if let Some(last) = length::shift(day, duration.length, crate::grammar::ast::Dir::Ahead) {
            resolved.stretch = Some((day, last));
            resolved.anchor = Some(Anchor::Time(index + 1));
        }
    }
}

/// Whether a time's year holds for the days that follow it: a paper's date and a year of birth lead
/// nowhere, and a year alone does where it opens its sentence ("Năm 2020, …").
fn leads_year(item: &Item, resolved: &Resolved, around: &dyn Surroundings) -> bool {
    let at = item.range.start;
    match resolved.calendar {
        Some(Calendar::Day { .. }) => !around.names_paper(at),
        Some(Calendar::Year(_)) => {
            resolved.class == nienbieu_model::TimeClass::Core
                && item.rule != "birth_year"
                && around.opens_sentence(at)
        }
        _ => true,
    }
}

/// What a time is to the scene, by its words and by which way its clause looks.
const fn role(expr: &Expr, outlook: Outlook) -> Role {
    match (expr, outlook) {
        (Expr::Point(Point { modifier: Some(Modifier::Before), .. }), _) => Role::Bound,
        (_, Outlook::Future) => Role::Plan,
        _ => Role::Scene,
    }
}

/// Leaves a resolved value to the times behind it.
fn remember(
    state: &mut State,
    resolved: &Resolved,
    index: usize,
    (sentence, role): (usize, Role),
    leads: bool,
) {
    if let Some(calendar) = resolved.calendar {
        let stated_year = leads && resolved.stated_year();
        let lunar = resolved.lunar;
        state.remember(Carried { calendar, time: index + 1, sentence, lunar, stated_year, role });
    }
}

/// Weekdays that their dates contradict.
fn disagreements(items: &[Item]) -> Vec<(Range<usize>, &'static str, String)> {
    let check = |item: &Item| {
        let resolved = item.resolved.as_ref()?;
        let (weekday, date) = (resolved.weekday?, resolved.calendar?.date()?);
        let actual = u8::try_from(date.weekday().to_monday_one_offset()).ok()?;
        (actual != weekday).then(|| {
            let message = format!(
                "{date} is a {}, not a {}",
                WEEKDAYS[usize::from(actual - 1)],
                WEEKDAYS[usize::from(weekday - 1)]
            );
            (item.range.clone(), "weekday_contradicts_date", message)
        })
    };
    items.iter().filter_map(check).collect()
}

/// From Monday on, as messages name them.
const WEEKDAYS: [&str; 7] =
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

impl Times {
    /// The record's times. `span` and `text` lead from folded ranges to the original.
    pub(crate) fn into_model(
        self,
        locate: &dyn Fn(&Range<usize>) -> (nienbieu_model::Span, String),
    ) -> (Vec<Time>, Vec<Diagnostic>) {
        let kept: Vec<bool> = self.items.iter().map(|item| item.resolved.is_some()).collect();
        let numbers = render::numbers(&kept);
        let times = self
            .items
            .iter()
            .filter_map(|item| {
                let resolved = item.resolved.as_ref()?;
                let (span, text) = locate(&item.range);
                Some(render::time(resolved, item, span, text, &numbers))
            })
            .enumerate()
            .map(|(index, time)| Time { id: format!("t{}", index + 1), ..time })
            .collect();
        let doubts = self.doubts.iter().map(|(range, code, message)| {
            let (span, _) = locate(range);
            Diagnostic {
                code: (*code).into(),
                severity: nienbieu_model::Severity::Warning,
                message: message.clone(),
                span: Some(span),
            }
        });
        (times, doubts.collect())
    }
}
