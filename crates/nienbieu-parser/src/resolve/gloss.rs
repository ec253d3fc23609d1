//! Days set beside a time to say which day it is: "sáng nay (24/7)".

use super::{
    Item, Surroundings,
    expression::{resolve, resolve_point},
    resolved::{Doubt, Resolved},
    scope::Scope,
    state::Anchor,
};
use crate::grammar::ast::{Base, Expr, Month, Point};

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
