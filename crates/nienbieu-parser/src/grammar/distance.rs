//! Lengths of time that end, begin or are counted at a moment.

use nom::{
    Parser,
    branch::alt,
    combinator::{opt, value},
    sequence::terminated,
};

use super::{
    ast::{Dir, Duration, Expr, From, Length, Modifier, Unit},
    duration::{BOUNDS, NO_MORE, measure},
    length::length,
    lex::{Found, fail, lookup, phrase, space},
};

/// Words behind a length of time that tie it to the moment of writing.
pub(crate) const RECENT: &[(&str, Dir)] = &[
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

/// `24 giờ qua`, `7 ngày gần đây`, `14 ngày tới`, `2-3 ngày tới`, `hơn hai tuần nay`, `thập kỷ qua`
pub(crate) fn recent(i: &str) -> Found<'_, Expr> {
    let decade = Length { halves: Some(2), unit: Unit::Decade };
    let decade = value((decade, None), alt((phrase("thập kỷ"), phrase("thập niên"))));
    let (rest, modifier) = opt(terminated(lookup(BOUNDS), space)).parse(i)?;
    let (rest, ((length, max), _, dir)) =
        (alt((measure, decade)), space, lookup(RECENT)).parse(rest)?;
    let length = Duration { length, more: NO_MORE, max, modifier };
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
    ("chưa đầy", Modifier::LessThan),
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grammar::{
        ast::{Length, Unit},
        testing::assert_found,
    };

    const fn of(number: u32, unit: Unit) -> Length {
        Length { halves: Some(number * 2), unit }
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

    const fn lasting(length: Length) -> Duration {
        Duration { length, more: NO_MORE, max: None, modifier: None }
    }

    #[test]
    fn lengths_tied_to_now() {
        let rough = Some(Modifier::MoreThan);
        let length = Duration { modifier: rough, ..lasting(of(2, Unit::Week)) };
        assert_found(recent("hơn hai tuần nay,"), ",", Expr::Recent { length, dir: Dir::Back });
        let length = Duration { max: Some(of(3, Unit::Day)), ..lasting(of(2, Unit::Day)) };
        assert_found(recent("2-3 ngày tới"), "", Expr::Recent { length, dir: Dir::Ahead });
        assert_found(
            recent("24 giờ qua"),
            "",
            Expr::Recent { length: lasting(of(24, Unit::Hour)), dir: Dir::Back },
        );
        assert_found(
            recent("14 ngày tới."),
            ".",
            Expr::Recent { length: lasting(of(14, Unit::Day)), dir: Dir::Ahead },
        );
        assert!(recent("24 giờ quan").is_err());
    }
}
