//! Figures that may be a clock time, a score or a length of time.

use super::class;
use crate::{
    grammar::ast::{Expr, Point},
    scan::context::Context,
    text::{is_alphabetic, is_alphanumeric},
};

/// A bare hour is a clock time only behind "lúc" and its like.
pub(crate) fn clock_passes(expr: &Expr, context: &Context<'_>) -> bool {
    match expr {
        Expr::Point(point)
            if point.clock.is_some_and(|clock| clock.minute.is_none()) && point.part.is_none() =>
        {
            let unfit = context.follows(&["mất đến", "trễ đến", "lên đến", "muộn đến"]);
            let hour = point.clock.map_or(24, |clock| clock.hour);
            context.follows(class("after_hour"))
                || opens_list(context)
                || context.follows_clock()
                || context.follows_time() && context.before().trim_end().ends_with(',')
                || hour < 24 && !unfit && context.follows(&["đến", "tới", "từ", "trước"])
        }
        Expr::Point(point) => clock_point_passes(point, context),
        _ => true,
    }
}

/// Whether the match opens a list of hours behind a colon: "ba lần mỗi ngày: 4 giờ, 16 giờ và 21 giờ".
fn opens_list(context: &Context<'_>) -> bool {
    let hour = |text: &str| {
        let figures = text.bytes().take_while(u8::is_ascii_digit).count();
        let rest = text[figures..].trim_start();
        (1..=2).contains(&figures)
            && ["giờ", "h"].iter().any(|word| {
                rest.strip_prefix(word).is_some_and(|next| !next.starts_with(is_alphabetic))
            })
    };
    let next = ["giờ, ", "h, ", "giờ và ", "h và "].iter().find_map(|joint| {
        let (first, next) = context.after(0).split_once(joint)?;
        (first.len() <= "10 ".len()).then_some(next)
    });
    context.before().trim_end().ends_with(':') && next.is_some_and(hour)
}

/// `7h30`, `19:05`, `7 giờ 30`: a score, a length of time or a clock time.
pub(crate) fn clock_point_passes(point: &Point, context: &Context<'_>) -> bool {
    if point.part.is_some() {
        return true;
    }
    let start = context.after(0);
    let colon = start.bytes().take(3).any(|b| b == b':');
    let in_words = start.trim_start_matches(|c: char| is_alphanumeric(c)).starts_with(" giờ");
    // "3 giờ 20 phút" is how long, unless a word says it is when.
    if colon || in_words && point.clock.is_some_and(|clock| clock.minute.is_some()) {
        return context.follows(class("after_clock"))
            || context.follows_time()
            || context.opens_sentence() && !colon;
    }
    !context.follows(class("not_after_clock"))
}
