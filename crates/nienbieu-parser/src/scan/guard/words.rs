//! Words that may be part of others: vague times, lengths of time, holidays.

use super::{class, second_word, starts_with_digit};
use crate::{
    grammar::ast::{Expr, Unit, Vague},
    scan::context::Context,
};

/// "hiện" but not "thực hiện", "nay" but not "xưa nay", "vừa qua" but not "vừa qua cầu".
pub(crate) fn vague_passes(expr: &Expr, length: usize, context: &Context<'_>) -> bool {
    match context.words(length) {
        "hiện" => {
            !context.follows(class("not_after_hien"))
                && !context.precedes(length, class("not_before_hien"))
        }
        "hiện tại" | "hiện thời" | "hiện nay" => {
            !context.follows(&["thực", "phát", "xuất", "thể", "biểu", "tái"])
        }
        "nay" => !context.follows(class("not_after_nay")) && !is_name(length, context),
        "gần đây" => !context.follows(&["ở", "khu", "nhà", "ngay", "rất"]),
        "vừa qua" => !context.precedes(
            length,
            &["đời", "cầu", "đường", "khỏi", "mặt", "tay", "ngã", "trạm", "đèn", "khúc"],
        ),
        "sắp tới" => !context.precedes(length, &["nơi", "nhà", "đích", "trạm", "ga", "bến"]),
        // "Trong ngày 9 và 10/9": the day belongs to the date behind it.
        "trong ngày"
            if context.after(length).trim_start().starts_with(|c: char| c.is_ascii_digit()) =>
        {
            false
        }
        "trong ngày" => {
            !context.precedes(length, &["hội", "lễ", "tết", "vui", "cưới", "đầu", "thứ", "mai"])
        }
        _ => !matches!(expr, Expr::Vague(Vague::Past)) || !context.follows(&["những", "các"]),
    }
}

/// Whether the match and the word behind it have capitals: "Nay Hoàng".
fn is_name(length: usize, context: &Context<'_>) -> bool {
    context.capital(0) && context.after(length).starts_with(' ') && context.capital(length + 1)
}

/// A length of time: neither a number of something nor a name.
pub(crate) fn length_passes(expr: &Expr, length: usize, context: &Context<'_>) -> bool {
    let unit = match expr {
        Expr::Duration(length) | Expr::Recent { length, .. } => length.length.unit,
        Expr::Distant { length, .. } => length.unit,
        _ => return true,
    };
    let digit = starts_with_digit(context, length);
    if digit && context.follows(class("not_after_length")) {
        return false;
    }
    // "đường Ba Tháng Hai", "ông Ba Năm": capitals inside make it a name.
    let second = second_word(context.words(length));
    if !digit
        && second > 0
        && context.capital(0)
        && context.capital(second)
        && !context.opens_sentence()
    {
        return false;
    }
    match unit {
        // "đến gần 5 giờ" is when, "lên đến gần 5 giờ" how long.
        Unit::Hour
            if context.words(length).starts_with("gần ")
                && context.follows(&["đến", "tới"])
                && !context.follows(class("not_before_clock")) =>
        {
            false
        }
        Unit::Hour => !context.precedes(length, class("not_before_hours")),
        Unit::Quarter => {
            !context.precedes(length, &["ông", "bà", "khách", "vị", "tộc", "cô", "anh"])
        }
        Unit::Month => {
            !(context.words(length).starts_with("năm tháng")
                && context.follows(&["những", "qua", "bao", "theo", "cùng"]))
        }
        Unit::Day => {
            !(context.words(length) == "một ngày"
                && context.precedes(length, &["nào", "kia", "không xa"]))
        }
        _ => true,
    }
}

/// "Tết" but not "Nguyễn Thị Tết"; "Trung thu" but not "tập trung thu".
pub(crate) fn holiday_passes(length: usize, context: &Context<'_>) -> bool {
    let words = context.words(length);
    let spliced = words.starts_with("trung thu")
        && context.follows(&["tập", "miền", "quan", "chú"])
        || words.starts_with("thanh minh")
            && !context.follows(&["tết", "tiết", "dịp", "lễ", "ngày"]);
    !spliced && !context.follows(&["thị", "văn", "chị", "anh", "ông", "bà", "cô", "em"])
}
