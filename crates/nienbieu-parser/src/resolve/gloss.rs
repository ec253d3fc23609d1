//! Days set beside a time to say which day it is: "sáng nay (24/7)".

use super::{
    Item, Surroundings,
    expression::{resolve, resolve_point},
    resolved::{Doubt, Resolved},
    scope::Scope,
    state::Anchor,
};
use crate::{
    grammar::ast::{Base, Expr, Month, Point},
    scan::Match,
};

/// The next item, where it is a day set beside this one to say which day it is: "sáng nay (24/7)".
pub(crate) fn gloss_of(items: &[Item], index: usize, around: &dyn Surroundings) -> Option<usize> {
    let (this, next) = (&items[index], items.get(index + 1)?);
    let fits = takes_gloss(&this.expr)
        && is_gloss(&next.expr)
        && this.range.end <= next.range.start
        && around.glosses(this.range.end..next.range.start);
    fits.then_some(index + 1)
}

/// Whether a day set beside the expression would say which day it is.
fn takes_gloss(expr: &Expr) -> bool {
    matches!(
        expr,
        Expr::Point(Point { base: Base::Deictic(_) | Base::Weekday { .. } | Base::Focus(_), .. })
    )
}

/// Whether the expression is such a day.
fn is_gloss(expr: &Expr) -> bool {
    matches!(
        expr,
        Expr::Point(Point { base: Base::Day { month: Month::Stated(_), .. }, part: None, .. })
    )
}

/// The matches, a day counted from the day of writing and its date right behind it made one: "sáng nay 5/9",
/// "hôm qua, 3/5/2024". In brackets the date is a time of its own.
pub(crate) fn apposed(matches: &[Match], around: &dyn Surroundings) -> Vec<Match> {
    let mut joined: Vec<Match> = Vec::with_capacity(matches.len());
    for next in matches {
        let one = joined.last().and_then(|last| {
            let (Expr::Point(day), Expr::Point(date)) = (&last.expr, &next.expr) else {
                return None;
            };
            let fits = matches!(day.base, Base::Deictic(_))
                && is_gloss(&next.expr)
                && date.clock.is_none()
                && around.adjoins(last.range.end..next.range.start);
            fits.then_some(Expr::Point(Point { base: date.base, ..*day }))
        });
        match (one, joined.last_mut()) {
            (Some(expr), Some(last)) => {
                last.range.end = next.range.end;
                last.expr = expr;
            }
            _ => joined.push(next.clone()),
        }
    }
    joined
}

/// Resolves an expression by the day set beside it, which becomes the time with number `anchor`.
pub(crate) fn resolve_glossed(
    expr: &Expr,
    gloss: &Expr,
    anchor: usize,
    scope: &Scope<'_>,
) -> Result<Resolved, Doubt> {
    let (Expr::Point(point), Ok(day)) = (expr, resolve(gloss, scope)) else {
        return resolve(expr, scope);
    };
    let mut resolved = resolve_point(point, scope)?;
    resolved.calendar = day.calendar;
    resolved.anchor = Some(Anchor::Time(anchor));
    if let Base::Weekday { day, .. } = point.base {
        resolved.weekday = Some(day);
    }
    Ok(resolved)
}
