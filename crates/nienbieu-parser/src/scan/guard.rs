//! Whether a match is what it looks like, by what stands around it.

use std::{collections::HashMap, sync::LazyLock};

use super::context::Context;
use crate::grammar::{
    ast::{Base, Expr, Modifier, Month, Point, Unit, Vague, Which, Year},
    counts_something,
    rules::Guard,
};

/// The classes of `data/context.tsv`.
static CLASSES: LazyLock<HashMap<&'static str, Vec<&'static str>>> = LazyLock::new(|| {
    let rows = include_str!("../../data/context.tsv").lines();
    rows.filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once('\t'))
        .map(|(class, phrases)| (class, phrases.split('|').collect()))
        .collect()
});

fn class(name: &str) -> &'static [&'static str] {
    CLASSES.get(name).map_or(&[], Vec::as_slice)
}

/// Whether a match of so many bytes may stand.
pub(crate) fn passes(guard: Guard, expr: &Expr, length: usize, context: &Context<'_>) -> bool {
    if is_inside_code(context) {
        return false;
    }
    match guard {
        Guard::None => true,
        Guard::Point => expr_passes(expr, length, context),
        Guard::Clock if matches!(expr, Expr::Interval(..)) => {
            !context.follows(class("not_after_clock"))
        }
        Guard::Clock => clock_passes(expr, context),
        Guard::Vague => vague_passes(expr, length, context),
        Guard::Length => length_passes(expr, length, context),
        Guard::Years => !context.follows(class("not_after_number")),
        Guard::Year => {
            let cued = context.follows(&["từ", "kể từ", "đến", "tới", "trước", "sau"]);
            (cued || context.names_before(class("after_year")))
                && !counts_noun(length, context)
                && !counts_something(context.after(length))
                && !context.after(length).starts_with('%')
        }
        Guard::Holiday => holiday_passes(length, context),
    }
}

/// Whether the match is the tail of a longer code, number, address or link: "A/5/8", "1.200 ngày".
fn is_inside_code(context: &Context<'_>) -> bool {
    let mut before = context.before().chars().rev();
    match (before.next(), before.next()) {
        (Some('/' | '.' | ':' | '_' | '@' | '#' | '&' | '=' | '+' | '~'), Some(c)) => {
            c.is_alphanumeric()
        }
        (Some('-' | ','), Some(c)) => {
            c.is_alphabetic() && context.touches(&['-'])
                || c.is_ascii_digit() && context.touches(&[','])
        }
        _ => false,
    }
}

fn expr_passes(expr: &Expr, length: usize, context: &Context<'_>) -> bool {
    match expr {
        Expr::Point(point) => point_passes(point, length, context),
        Expr::Interval(..) if is_decimal_range(expr, context.words(length)) => context.style.dot,
        Expr::Interval(..) => {
            !starts_with_digit(context, length) || !context.follows(class("not_after_paper"))
        }
        _ => true,
    }
}

/// "từ 2.5 đến 4.1": days only in a text that writes its days so.
fn is_decimal_range(expr: &Expr, words: &str) -> bool {
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

fn point_passes(point: &Point, length: usize, context: &Context<'_>) -> bool {
    if point.clock.is_some() && matches!(point.base, Base::None) {
        return clock_point_passes(point, context);
    }
    match point.base {
        Base::Day { year, month: Month::Stated(_), .. } => {
            let digits = first_digit(context, length);
            let vouched = context.words(length)[..digits].split(' ').any(is_day_word);
            if vouched || point.part.is_some() || point.clock.is_some() {
                return true;
            }
            if year == Year::Absent && context.follows(class("not_after_place")) {
                return false;
            }
            // "khoảng 1/3 dân số": what stands before the figures is no date's word.
            let rough = point.modifier == Some(Modifier::Approx) && year == Year::Absent;
            !rough && figures_pass(year, digits, length, context)
        }
        Base::Day { .. } => lone_day_passes(context),
        Base::Weekday { which: Which::Near, .. } => weekday_passes(point, length, context),
        Base::Month { year, .. } => month_passes(year, length, context),
        Base::Holiday { .. } | Base::Lunar { .. } => true,
        Base::Year(Year::Deictic(_)) | Base::Week(_) => !context.follows(COUNTING),
        Base::Year(Year::Stated(_)) => true,
        _ => true,
    }
}

/// Words that make the figures behind them a day.
fn is_day_word(word: &str) -> bool {
    let word = word.trim_matches(',');
    matches!(word, "ngày" | "hôm" | "thứ" | "nhật" | "mồng" | "mùng" | "rằm" | "cn")
        || word.len() == 2 && word.starts_with('t')
}

/// How many bytes of the match stand before its first digit.
fn first_digit(context: &Context<'_>, length: usize) -> usize {
    let words = context.words(length);
    words.find(|c: char| c.is_ascii_digit()).unwrap_or(words.len())
}

fn starts_with_digit(context: &Context<'_>, length: usize) -> bool {
    context.words(length).starts_with(|c: char| c.is_ascii_digit())
}

/// Figures that no "ngày" stands before: a date, a fraction, a paper's number, a house number.
fn figures_pass(year: Year, digits: usize, length: usize, context: &Context<'_>) -> bool {
    let words = &context.words(length)[digits..];
    if words.contains("tháng") {
        return !context.follows(class("not_after_place"));
    }
    if context.follows(class("not_after_paper"))
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
    bare_day_passes(words, length, context)
}

fn ends_in_long_year(words: &str) -> bool {
    let digits = words.bytes().rev().take_while(u8::is_ascii_digit).count();
    digits == 4 || words.as_bytes().iter().take(4).all(u8::is_ascii_digit)
}

/// `5/8`: needs a word, a neighbour or its place in the sentence to vouch for it.
fn bare_day_passes(words: &str, length: usize, context: &Context<'_>) -> bool {
    if context.follows_time() && !counts_noun(length, context) || context.fills_cell(length) {
        return true;
    }
    if !words.contains('/') {
        // Hyphens and dots are this text's way to write dates, or they are not.
        let known =
            words.contains('-') && context.style.hyphen || words.contains('.') && context.style.dot;
        let after = context.after(length);
        return known
            && (context.follows(class("after_day")) || context.follows(&["khoảng", "mốc", "là"]))
            && !counts_something(after);
    }
    if context.follows(class("after_day")) {
        return !counts_noun(length, context)
            || !context.follows(&["từ", "đến", "tới", "trước", "sau", "năm", "ba", "hai"]);
    }
    if context.follows(class("not_after_ratio")) || counts_noun(length, context) {
        return false;
    }
    if words == "24/7" || words == "24/24" {
        return bracketed(length, context);
    }
    bracketed(length, context)
        || context.opens_sentence()
        || words.starts_with('0')
        || words.contains("/0")
}

/// Whether a noun follows that a fraction would count: "3/4 diện tích".
fn counts_noun(length: usize, context: &Context<'_>) -> bool {
    context.goes_on(length) && !context.precedes(length, class("before_day"))
}

fn bracketed(length: usize, context: &Context<'_>) -> bool {
    context.touches(&['(', '[']) && context.after(length).starts_with([')', ']', ',', ';'])
}

/// "ngày 15" counts from the month spoken of; "mỗi ngày 5 người" has no fifth day.
fn lone_day_passes(context: &Context<'_>) -> bool {
    !context
        .follows(&["mỗi", "một", "hằng", "hàng", "từng", "số", "1", "2", "3", "4", "5", "6", "7"])
}

/// Words that count what follows: "nhiều năm trước" is not last year.
const COUNTING: &[&str] = &[
    "những", "các", "nhiều", "mấy", "vài", "mỗi", "từng", "hàng", "hằng", "bao", "suốt", "hai",
    "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười", "một", "nửa", "rưỡi",
];

/// Words that make "thứ hai" an ordinal: "lần thứ hai", "đứng thứ tư".
const ORDINAL: &[&str] = &[
    "lần",
    "ca",
    "mũi",
    "đợt",
    "đứng",
    "hạng",
    "xếp",
    "người",
    "bệnh nhân",
    "lý do",
    "con",
    "vòng",
    "trận",
    "khóa",
    "kỳ",
    "phiên",
    "hội nghị",
    "liều",
    "điểm",
    "giai đoạn",
    "phần",
    "tập",
    "bên",
    "nhóm",
    "loại",
    "cấp",
    "ngày",
    "tuần",
    "tháng",
    "năm",
    "quý",
    "thế hệ",
    "nước",
    "tỉnh",
    "thành phố",
    "vụ",
    "bàn",
    "hiệp",
    "nhiệm kỳ",
    "cách",
    "yếu tố",
    "nguyên nhân",
    "giải pháp",
    "vấn đề",
    "việc",
    "câu",
    "thứ",
    "làn sóng",
    "đời",
    "cái",
    "vị trí",
    "chặng",
];

/// Words that make it a weekday whatever its case.
const WEEKDAY_CUES: &[&str] = &[
    "vào",
    "hôm",
    "sáng",
    "trưa",
    "chiều",
    "tối",
    "đêm",
    "từ",
    "đến",
    "các ngày",
    "ngày",
    "trước",
    "sau",
];

fn weekday_passes(point: &Point, length: usize, context: &Context<'_>) -> bool {
    let words = context.words(length);
    if point.part.is_some()
        || words.contains("nhật")
        || words.starts_with("ngày")
        || words.starts_with("hôm")
    {
        return !context.follows(ORDINAL) || words.contains("nhật");
    }
    if context.follows(ORDINAL) {
        return false;
    }
    let second = words.find(' ').map_or(0, |space| space + 1);
    let named = context.capital(second) || context.after(length).trim_start().starts_with('(');
    named || context.follows(WEEKDAY_CUES)
}

/// `tháng 8` behind "Cách mạng" is a name; figures like `5/2021` behind "số" are a paper's.
fn month_passes(year: Year, length: usize, context: &Context<'_>) -> bool {
    if starts_with_digit(context, length) {
        return !context.follows(class("not_after_paper"))
            && !context.follows(class("not_after_ratio"))
            || context.follows(class("after_day"));
    }
    // "đường 30 tháng 4" was no date, and leaves no month behind.
    let before = context.before().trim_end();
    let numbered = context.before().ends_with(' ')
        && (before.ends_with(|c: char| c.is_ascii_digit())
            || context.capital(0) && context.follows(COUNTING));
    if year == Year::Absent && (numbered || context.follows(&["cách mạng", "đường", "phố"]))
    {
        return false;
    }
    !context.follows(COUNTING)
        || !matches!(context.words(length), "tháng trước" | "tháng sau" | "tháng tới" | "tháng qua")
}

fn clock_point_passes(point: &Point, context: &Context<'_>) -> bool {
    if point.part.is_some() {
        return true;
    }
    let start = context.after(0);
    let colon = start.bytes().take(3).any(|b| b == b':');
    let in_words = start.trim_start_matches(|c: char| c.is_alphanumeric()).starts_with(" giờ");
    // "3 giờ 20 phút" is how long, unless a word says it is when.
    if colon || in_words && point.clock.is_some_and(|clock| clock.minute.is_some()) {
        return context.follows(CLOCK_CUES)
            || context.follows_time()
            || context.opens_sentence() && !colon;
    }
    !context.follows(class("not_after_clock"))
}

/// Words that make figures a clock time.
const CLOCK_CUES: &[&str] = &[
    "lúc",
    "vào",
    "hồi",
    "khoảng",
    "từ",
    "đến",
    "tới",
    "trước",
    "sau",
    "vào lúc",
    "vào khoảng",
    "lúc khoảng",
    "tính đến",
];

/// A bare hour is a clock time only behind "lúc" and its like.
fn clock_passes(expr: &Expr, context: &Context<'_>) -> bool {
    match expr {
        Expr::Point(point)
            if point.clock.is_some_and(|clock| clock.minute.is_none()) && point.part.is_none() =>
        {
            let unfit = context.follows(&["dài đến", "mất đến", "trễ đến", "lên đến", "muộn đến"]);
            let hour = point.clock.map_or(24, |clock| clock.hour);
            context.follows(&[
                "lúc",
                "hồi",
                "vào",
                "vào lúc",
                "lúc khoảng",
                "vào khoảng",
                "đúng",
                "đến gần",
            ]) || context.follows_time()
                || hour < 24 && !unfit && context.follows(&["đến", "tới", "từ", "trước"])
        }
        Expr::Point(point) => clock_point_passes(point, context),
        _ => true,
    }
}

/// Syllables that make "hiện" part of another word, before and after it.
const BEFORE_HIEN: &[&str] = &[
    "thực", "phát", "xuất", "thể", "biểu", "tái", "hoàn", "trình", "ẩn", "hữu", "điểm", "hình",
    "dùng", "đương", "lộ", "sớm",
];
const AFTER_HIEN: &[&str] = &[
    "tượng",
    "thực",
    "vật",
    "trường",
    "hành",
    "đại",
    "diện",
    "hữu",
    "thân",
    "hình",
    "kim",
    "sinh",
    "lên",
    "ra",
    "rõ",
    "tồn",
    "hiện",
];

fn vague_passes(expr: &Expr, length: usize, context: &Context<'_>) -> bool {
    match context.words(length) {
        "hiện" => !context.follows(BEFORE_HIEN) && !context.precedes(length, AFTER_HIEN),
        "hiện tại" | "hiện thời" | "hiện nay" => {
            !context.follows(&["thực", "phát", "xuất", "thể", "biểu", "tái"])
        }
        "nay" => {
            !context.follows(&[
                "hôm", "ngày", "tháng", "năm", "tuần", "đêm", "bữa", "xưa", "giờ", "mấy", "hiện",
            ]) && !(context.capital(0)
                && context.after(length).starts_with(' ')
                && context.capital(length + 1))
        }
        "gần đây" => !context.follows(&["ở", "khu", "nhà", "ngay", "rất"]),
        "vừa qua" => !context.precedes(
            length,
            &["đời", "cầu", "đường", "khỏi", "mặt", "tay", "ngã", "trạm", "đèn", "khúc"],
        ),
        "sắp tới" => !context.precedes(length, &["nơi", "nhà", "đích", "trạm", "ga", "bến"]),
        "ngày nay" => true,
        "trong ngày" => {
            !context.precedes(length, &["hội", "lễ", "tết", "vui", "cưới", "đầu", "thứ", "mai"])
        }
        _ => !matches!(expr, Expr::Vague(Vague::Past)) || !context.follows(&["những", "các"]),
    }
}

fn length_passes(expr: &Expr, length: usize, context: &Context<'_>) -> bool {
    let unit = match expr {
        Expr::Duration(duration) => duration.length.unit,
        Expr::Recent { length, .. } | Expr::Distant { length, .. } => length.unit,
        _ => return true,
    };
    let digit = starts_with_digit(context, length);
    if digit && context.follows(class("not_after_length")) {
        return false;
    }
    // "đường Ba Tháng Hai", "ông Ba Năm": capitals inside make it a name.
    let second = context.words(length).find(' ').map_or(0, |space| space + 1);
    if !digit
        && second > 0
        && context.capital(0)
        && context.capital(second)
        && !context.opens_sentence()
    {
        return false;
    }
    match unit {
        Unit::Hour => !context.precedes(
            length,
            &[
                "anh",
                "nhật",
                "trung",
                "việt",
                "nổ",
                "súng",
                "kêu",
                "thái",
                "mông",
                "nói",
                "hát",
                "cao điểm",
            ],
        ),
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
fn holiday_passes(length: usize, context: &Context<'_>) -> bool {
    let words = context.words(length);
    let spliced = words.starts_with("trung thu")
        && context.follows(&["tập", "miền", "quan", "chú"])
        || words.starts_with("thanh minh")
            && !context.follows(&["tết", "tiết", "dịp", "lễ", "ngày"]);
    !spliced && !context.follows(&["thị", "văn", "chị", "anh", "ông", "bà", "cô", "em"])
}
