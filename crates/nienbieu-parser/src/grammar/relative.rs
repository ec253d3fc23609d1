//! Times counted from the day of writing or from the day spoken of.

use nom::{
    Parser,
    branch::alt,
    combinator::{map, opt},
    sequence::{preceded, terminated},
};

use super::{
    ast::{Base, Dir, Expr, From, Modifier, Unit, Vague, Which},
    date::weekday,
    duration::{length, vague_length},
    lex::{Found, fail, lookup, phrase, space},
};

/// Days by name, longer first.
const DAYS: &[(&str, Base)] = &[
    ("ngày hôm nay", Base::Deictic(0)),
    ("hôm nay", Base::Deictic(0)),
    ("bữa nay", Base::Deictic(0)),
    ("ngày hôm qua", Base::Deictic(-1)),
    ("hôm qua", Base::Deictic(-1)),
    ("hôm kia", Base::Deictic(-2)),
    ("hôm kìa", Base::Deictic(-3)),
    ("ngày mai", Base::Deictic(1)),
    ("ngày kia", Base::Deictic(2)),
    ("ngày mốt", Base::Deictic(2)),
    ("cùng ngày hôm trước", Base::Focus(-1)),
    ("ngày này năm ngoái", Base::Anniversary(-1)),
    ("ngày này năm trước", Base::Anniversary(-1)),
    ("ngày này năm sau", Base::Anniversary(1)),
    ("cùng ngày", Base::Focus(0)),
    ("ngày hôm đó", Base::Focus(0)),
    ("hôm đó", Base::Focus(0)),
    ("hôm ấy", Base::Focus(0)),
    ("ngày sau đó", Base::Focus(1)),
    ("ngày trước đó", Base::Focus(-1)),
    ("ngày hôm sau", Base::Focus(1)),
    ("hôm sau", Base::Focus(1)),
    ("ngày hôm trước", Base::Focus(-1)),
    ("hôm trước", Base::Focus(-1)),
];

/// `hôm nay`, `ngày mai`, `cùng ngày`, `hôm sau`
pub(crate) fn day(i: &str) -> Found<'_, Base> {
    lookup(DAYS)(i)
}

/// What a part of day may be followed by instead of a day's name: `sáng nay`, `tối qua`, `trưa mai`.
const AFTER_PART: &[(&str, Base)] = &[
    ("nay", Base::Deictic(0)),
    ("qua", Base::Deictic(-1)),
    ("kia", Base::Deictic(-2)),
    ("mai", Base::Deictic(1)),
    ("mốt", Base::Deictic(2)),
    ("hôm trước", Base::Focus(-1)),
    ("hôm sau", Base::Focus(1)),
    ("hôm đó", Base::Focus(0)),
    ("cùng ngày", Base::Focus(0)),
];

/// `nay`, `qua`, `mai` behind a part of day.
pub(crate) fn after_part(i: &str) -> Found<'_, Base> {
    lookup(AFTER_PART)(i)
}

/// Weeks counted from this one.
const WEEKS: &[(&str, Base)] = &[
    ("cuối tuần này", Base::Weekend(0)),
    ("cuối tuần trước", Base::Weekend(-1)),
    ("cuối tuần rồi", Base::Weekend(-1)),
    ("cuối tuần vừa qua", Base::Weekend(-1)),
    ("cuối tuần qua", Base::Weekend(-1)),
    ("cuối tuần sau", Base::Weekend(1)),
    ("cuối tuần tới", Base::Weekend(1)),
    ("cuối tuần", Base::Weekend(0)),
    ("tuần này", Base::Week(0)),
    ("tuần nay", Base::Week(0)),
    ("tuần trước", Base::Week(-1)),
    ("tuần rồi", Base::Week(-1)),
    ("tuần vừa rồi", Base::Week(-1)),
    ("tuần vừa qua", Base::Week(-1)),
    ("tuần qua", Base::Week(-1)),
    ("tuần sau", Base::Week(1)),
    ("tuần tới", Base::Week(1)),
];

/// `tuần này`, `tuần trước`, `cuối tuần qua`
pub(crate) fn week(i: &str) -> Found<'_, Base> {
    lookup(WEEKS)(i)
}

/// `thứ Hai tuần trước`, `Chủ nhật tuần này`, `thứ Sáu tới`, `thứ Sáu`
pub(crate) fn weekday_of_week(i: &str) -> Found<'_, Base> {
    let (rest, day) = weekday(i)?;
    let tail = alt((
        map(preceded(space, week), |base| match base {
            Base::Week(offset) => Some(Which::Week(offset)),
            _ => None,
        }),
        map(preceded(space, lookup(WHICH)), Some),
    ));
    let (rest, which) = opt(tail).parse(rest)?;
    match which {
        Some(None) => fail(i),
        other => Ok((rest, Base::Weekday { day, which: other.flatten().unwrap_or(Which::Near) })),
    }
}

/// Words behind a weekday that say which one.
const WHICH: &[(&str, Which)] = &[
    ("sắp tới", Which::Next),
    ("tới đây", Which::Next),
    ("tới", Which::Next),
    ("này", Which::Next),
    ("vừa qua", Which::Last),
    ("vừa rồi", Which::Last),
    ("rồi", Which::Last),
    ("trước", Which::Last),
];

/// Words behind a length of time that tie it to the moment of writing.
const RECENT: &[(&str, Dir)] = &[
    ("vừa qua", Dir::Back),
    ("vừa rồi", Dir::Back),
    ("gần đây", Dir::Back),
    ("gần nhất", Dir::Back),
    ("trở lại đây", Dir::Back),
    ("trở lại", Dir::Back),
    ("qua", Dir::Back),
    ("nay", Dir::Back),
    ("sắp tới", Dir::Ahead),
    ("tiếp theo", Dir::Ahead),
    ("kế tiếp", Dir::Ahead),
    ("tới đây", Dir::Ahead),
    ("tới", Dir::Ahead),
];

/// `24 giờ qua`, `7 ngày gần đây`, `14 ngày tới`, `10 năm qua`
pub(crate) fn recent(i: &str) -> Found<'_, Expr> {
    let (rest, (length, _, dir)) = (length, space, lookup(RECENT)).parse(i)?;
    Ok((rest, Expr::Recent { length, dir }))
}

/// Words behind a length of time that make it a distance.
const BEHIND: &[(&str, (Dir, From))] = &[
    ("trước đó", (Dir::Back, From::Focus)),
    ("trước đây", (Dir::Back, From::Writing)),
    ("sau đó", (Dir::Ahead, From::Focus)),
    ("về trước", (Dir::Back, From::Writing)),
    ("trước", (Dir::Back, From::Writing)),
    ("sau", (Dir::Ahead, From::Focus)),
    ("nữa", (Dir::Ahead, From::Writing)),
];

/// Words before a length of time that make it a distance.
const AHEAD: &[(&str, (Dir, From))] = &[
    ("cách đây đúng", (Dir::Back, From::Writing)),
    ("cách đây", (Dir::Back, From::Writing)),
    ("cách nay", (Dir::Back, From::Writing)),
    ("trước đó", (Dir::Back, From::Focus)),
    ("sau đó", (Dir::Ahead, From::Focus)),
];

/// Words that make a distance a rough one.
const ABOUT: &[(&str, Modifier)] = &[
    ("khoảng", Modifier::Approx),
    ("chừng", Modifier::Approx),
    ("gần", Modifier::Approx),
    ("hơn", Modifier::Approx),
];

/// `3 ngày trước`, `cách đây 2 tuần`, `hai tuần nữa`, `trước đó 2 ngày`, `sau đó 3 ngày`
pub(crate) fn distant(i: &str) -> Found<'_, Expr> {
    let with_lead =
        (terminated(lookup(AHEAD), space), opt(terminated(lookup(ABOUT), space)), length);
    if let Ok((rest, ((dir, from), modifier, length))) = { with_lead }.parse(i) {
        return Ok((rest, Expr::Distant { length, dir, from, modifier }));
    }
    let (rest, modifier) = opt(terminated(lookup(ABOUT), space)).parse(i)?;
    let (rest, (length, _, (dir, from))) = (length, space, lookup(BEHIND)).parse(rest)?;
    // "3 ngày trước Tết", "2 ngày sau khi": counted from something else.
    if from != From::Focus || !is_bare_after(i, rest) {
        let next = rest.trim_start();
        let other = ["khi", "ngày", "tết", "lúc", "thời", "kỳ", "lễ", "tháng", "năm"];
        if other.iter().any(|word| phrase(word)(next).is_ok()) {
            return fail(i);
        }
    }
    Ok((rest, Expr::Distant { length, dir, from, modifier }))
}

/// Whether the distance ends in its own "đó".
fn is_bare_after(whole: &str, rest: &str) -> bool {
    whole[..whole.len() - rest.len()].ends_with("đó")
}

/// Words that refer to a time without measuring it; longer first.
const VAGUE: &[(&str, Vague)] = &[
    ("hiện nay", Vague::Present),
    ("hiện tại", Vague::Present),
    ("hiện giờ", Vague::Present),
    ("hiện thời", Vague::Present),
    ("hiện", Vague::Present),
    ("bây giờ", Vague::Present),
    ("ngày nay", Vague::Present),
    ("lúc này", Vague::Present),
    ("thời điểm này", Vague::Present),
    ("thời điểm hiện tại", Vague::Present),
    ("ngày xưa", Vague::Past),
    ("thuở trước", Vague::Past),
    ("dạo gần đây", Vague::Past),
    ("thời gian trước", Vague::Past),
    ("giờ đây", Vague::Present),
    ("nay", Vague::Present),
    ("thời gian vừa qua", Vague::Past),
    ("thời gian qua", Vague::Past),
    ("thời gian gần đây", Vague::Past),
    ("thời gian trước đây", Vague::Past),
    ("thời gian sắp tới", Vague::Future),
    ("thời gian tới đây", Vague::Future),
    ("thời gian tới", Vague::Future),
    ("vừa qua", Vague::Past),
    ("gần đây", Vague::Past),
    ("mới đây", Vague::Past),
    ("trước đây", Vague::Past),
    ("trước kia", Vague::Past),
    ("lâu nay", Vague::Past),
    ("bấy lâu nay", Vague::Past),
    ("xưa nay", Vague::Past),
    ("những năm trước đây", Vague::Past),
    ("những năm trước", Vague::Past),
    ("các năm trước", Vague::Past),
    ("những ngày này", Vague::Present),
    ("mấy hôm nay", Vague::Present),
    ("mấy ngày nay", Vague::Present),
    ("sắp tới", Vague::Future),
    ("tương lai gần", Vague::Future),
    ("tương lai", Vague::Future),
    ("trong ngày", Vague::WithinDay),
];

/// `hiện nay`, `thời gian qua`, `sắp tới`, `nay`
pub(crate) fn vague(i: &str) -> Found<'_, Expr> {
    map(lookup(VAGUE), Expr::Vague).parse(i)
}

/// `những năm gần đây`, `nhiều năm qua`, `mấy ngày nay`, `vài tuần tới`: a length nobody measured.
pub(crate) fn vague_recent(i: &str) -> Found<'_, Expr> {
    let (rest, (length, _, dir)) = (vague_length, space, lookup(RECENT)).parse(i)?;
    let plural = ["những", "các"].iter().any(|word| i.starts_with(word));
    if !plural && matches!(length.unit, Unit::Day | Unit::Week | Unit::Hour | Unit::Night) {
        return Ok((rest, Expr::Recent { length, dir }));
    }
    let vague = if dir == Dir::Back { Vague::Past } else { Vague::Future };
    Ok((rest, Expr::Vague(vague)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grammar::{ast::Length, testing::assert_found};

    const fn of(number: u32, unit: Unit) -> Length {
        Length { halves: Some(number * 2), unit }
    }

    #[test]
    fn days() {
        assert_found(day("hôm qua,"), ",", Base::Deictic(-1));
        assert_found(day("ngày hôm sau"), "", Base::Focus(1));
        assert!(day("hôm").is_err());
    }

    #[test]
    fn weeks() {
        assert_found(week("cuối tuần qua"), "", Base::Weekend(-1));
        assert_found(week("tuần trước,"), ",", Base::Week(-1));
        assert!(week("tuần").is_err());
    }

    #[test]
    fn weekdays_of_a_week() {
        assert_found(
            weekday_of_week("thứ hai tuần trước"),
            "",
            Base::Weekday { day: 1, which: Which::Week(-1) },
        );
        assert_found(
            weekday_of_week("chủ nhật tới"),
            "",
            Base::Weekday { day: 7, which: Which::Next },
        );
        assert!(weekday_of_week("chủ nhật cuối tuần trước").is_err());
    }

    #[test]
    fn distances() {
        let back =
            |length| Expr::Distant { length, dir: Dir::Back, from: From::Writing, modifier: None };
        assert_found(distant("3 ngày trước,"), ",", back(of(3, Unit::Day)));
        assert_found(distant("cách đây 2 tuần"), "", back(of(2, Unit::Week)));
        assert_found(
            distant("hai tuần nữa"),
            "",
            Expr::Distant {
                length: of(2, Unit::Week),
                dir: Dir::Ahead,
                from: From::Writing,
                modifier: None,
            },
        );
        assert_found(
            distant("trước đó 2 ngày"),
            "",
            Expr::Distant {
                length: of(2, Unit::Day),
                dir: Dir::Back,
                from: From::Focus,
                modifier: None,
            },
        );
        for text in ["3 ngày trước khi", "2 ngày trước tết", "ngày trước"] {
            assert!(distant(text).is_err(), "{text}");
        }
    }

    #[test]
    fn lengths_tied_to_now() {
        assert_found(
            recent("24 giờ qua"),
            "",
            Expr::Recent { length: of(24, Unit::Hour), dir: Dir::Back },
        );
        assert_found(
            recent("14 ngày tới."),
            ".",
            Expr::Recent { length: of(14, Unit::Day), dir: Dir::Ahead },
        );
        assert!(recent("24 giờ quan").is_err());
    }

    #[test]
    fn times_nobody_measured() {
        assert_found(vague("thời gian vừa qua"), "", Expr::Vague(Vague::Past));
        assert_found(vague_recent("những năm gần đây"), "", Expr::Vague(Vague::Past));
    }
}
