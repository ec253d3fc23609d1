//! Figures that may be a date, a fraction, a paper's number or a house number.

use super::{class, counts_noun};
use crate::{
    grammar::{
        ast::{Base, Expr, Month, Point, Year},
        counts_something,
    },
    scan::context::Context,
};

/// "từ 2.5 đến 4.1": days only in a text that writes its days so.
pub(crate) fn is_decimal_range(expr: &Expr, words: &str) -> bool {
    let Expr::Interval(begin, end) = expr else { return false };
    let bare = |expr: &Expr| {
        matches!(
            expr,
            Expr::Point(Point {
                base: Base::Day { year: Year::Absent, month: Month::Stated(_), weekday: None, .. },
                clock: None,
                part: None,
                ..
            })
        )
    };
    bare(&begin.expr)
        && bare(&end.expr)
        && words.matches('.').count() > 1
        && !words.contains(['/', 'g'])
}

/// Words that make the figures behind them a day.
pub(crate) fn is_day_word(word: &str) -> bool {
    let word = word.trim_matches(',');
    matches!(word, "ngày" | "hôm" | "thứ" | "nhật" | "mồng" | "mùng" | "rằm" | "cn")
        || word.len() == 2 && word.starts_with('t')
}

/// Figures that no "ngày" stands before: a date, a fraction, a paper's number, a house number.
pub(crate) fn figures_pass(
    year: Year,
    digits: usize,
    length: usize,
    context: &Context<'_>,
) -> bool {
    let words = &context.words(length)[digits..];
    if words.contains("tháng") {
        return !context.follows(class("not_after_place"));
    }
    // "nộp hồ sơ trước 20/6": the figures stand behind a word of their own.
    let vouched = context.follows(class("after_moment"));
    if digits == 0 && !vouched && context.follows(class("not_after_paper"))
        || context.follows(&["ngõ", "hẻm", "ngách", "kiệt"])
    {
        return false;
    }
    if year != Year::Absent {
        // "12-05-21" may be a telephone number; four digits of a year are none.
        return words.ends_with(|c: char| !c.is_ascii_digit())
            || ends_in_long_year(words)
            || context.follows_time()
            || words.contains('/') && !context.precedes(length, &["đường", "phố"]);
    }
    // "trước 30/6", "hết 31/7": a word of time inside the match vouches for the figures.
    if digits > 0 && words.contains('/') {
        return !counts_noun(length, context);
    }
    if digits > 0 && is_known_style(words, context) {
        return !counts_something(context.after(length));
    }
    bare_day_passes(words, length, context)
}

/// Whether figures end or begin with a year of four digits.
fn ends_in_long_year(words: &str) -> bool {
    let digits = words.bytes().rev().take_while(u8::is_ascii_digit).count();
    digits == 4 || words.as_bytes().iter().take(4).all(u8::is_ascii_digit)
}

/// `5/8`: needs a word, a neighbour or its place in the sentence to vouch for it.
fn bare_day_passes(words: &str, length: usize, context: &Context<'_>) -> bool {
    if context.follows_time() && !counts_noun(length, context) || context.fills_cell(length) {
        return true;
    }
    // "trước ngày bầu cử 23/5": a few words stand between "ngày" and its figures.
    if context.names_day_before()
        && !counts_noun(length, context)
        && !counts_something(context.after(length))
    {
        return true;
    }
    if !words.contains('/') {
        let after = context.after(length);
        return is_known_style(words, context)
            && (opens_bracketed_days(length, context)
                || context.follows(class("after_day"))
                || context.follows(&["khoảng", "mốc", "là"]))
            && !counts_something(after);
    }
    if context.follows(class("not_after_share")) {
        return false;
    }
    if context.follows(class("after_day")) {
        return !counts_noun(length, context)
            || exceeds_whole(words) && !context.capital(length + 1)
            || !context.follows(&["từ", "đến", "tới", "trước", "sau", "năm", "ba", "hai"]);
    }
    if context.follows(class("not_after_ratio")) || counts_noun(length, context) {
        return false;
    }
    if words == "24/7" {
        return bracketed(length, context);
    }
    bracketed(length, context)
        || context.opens_sentence()
        || words.starts_with('0')
        || words.contains("/0")
}

/// "đến 30/6 giải ngân": no share is greater than its whole. A house may be: "đến 15/8 Lê Lợi".
fn exceeds_whole(words: &str) -> bool {
    let number = |part: &str| part.parse::<u8>().ok();
    words.split_once('/').is_some_and(|(part, whole)| {
        matches!((number(part), number(whole)), (Some(part), Some(whole)) if part > whole && whole > 0)
    })
}

/// Hyphens and dots are this text's way to write dates, or they are not.
fn is_known_style(words: &str, context: &Context<'_>) -> bool {
    words.contains('-') && context.style.hyphen || words.contains('.') && context.style.dot
}

/// `(8.3)`, `(8.3 và 29.3)`: the brackets hold days and nothing else.
fn opens_bracketed_days(length: usize, context: &Context<'_>) -> bool {
    let after = context.after(length);
    let goes_on = || {
        let next = after.strip_prefix(',').or_else(|| after.strip_prefix(" và"));
        next.is_some_and(|next| next.trim_start().starts_with(|c: char| c.is_ascii_digit()))
    };
    context.touches(&['(']) && (after.starts_with(')') || goes_on())
}

/// `(5/8)`, `[5/8, `: brackets around the match.
fn bracketed(length: usize, context: &Context<'_>) -> bool {
    context.touches(&['(', '[']) && context.after(length).starts_with([')', ']', ',', ';'])
}
