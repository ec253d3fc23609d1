//! Weekdays that may be ordinals.

use super::{class, second_word};
use crate::{grammar::ast::Point, scan::context::Context};

/// "thứ Hai" but not "lần thứ hai": a part of day, a capital or a word before it must vouch for it.
pub(crate) fn weekday_passes(point: &Point, length: usize, context: &Context<'_>) -> bool {
    let words = context.words(length);
    if point.part.is_some()
        || words.contains("nhật")
        || words.starts_with("ngày")
        || words.starts_with("hôm")
    {
        return !context.follows(class("not_after_ordinal")) || words.contains("nhật");
    }
    if context.follows(class("not_after_ordinal")) {
        return false;
    }
    let second = second_word(words);
    let named = context.capital(second) || context.after(length).trim_start().starts_with('(');
    named || context.follows(class("after_weekday"))
}

/// Whether a weekday before a date counts what the word before it names: "ca thứ hai, ngày 23/5".
pub(crate) fn is_counted(point: &Point, length: usize, context: &Context<'_>) -> bool {
    let words = context.words(length);
    point.part.is_none()
        && words.starts_with("thứ")
        && !context.capital(second_word(words))
        && context.follows(class("not_after_ordinal"))
}
