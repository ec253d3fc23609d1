//! The day in a dateline: "Hà Nội, ngày 11-6-2006 (TTXVN) - …", "Cần Thơ, 5/3/2019 - …".

use std::ops::Range;

use super::names::is_place;
use crate::{
    moment::Moment,
    text::{Folded, Line},
};

/// Bytes between the line's start and its day, and between its day and the dash.
const REACH: usize = 60;

/// The moment of the full date that a line's dateline gives; `within` are the moments of the line.
pub(super) fn day(
    folded: &Folded,
    line: &Line<'_>,
    moments: &[Moment],
    within: Range<usize>,
) -> Option<usize> {
    let index = within.into_iter().next()?;
    let moment = moments.get(index).filter(|moment| moment.full_date && !moment.clock)?;
    let span = folded.span(moment.range.start, moment.range.end);
    let before = line.text.get(..span.start.checked_sub(line.span.start)?)?;
    let behind = line.text.get(span.end.checked_sub(line.span.start)?..)?;
    (is_where(before) && ends_dateline(behind)).then_some(index)
}

/// `Hà Nội,`, `Huế, ngày`: a place and nothing else.
fn is_where(before: &str) -> bool {
    let words = before.trim_start_matches(['(', '[', ' ']).trim_end();
    let words = words.strip_suffix("ngày").unwrap_or(words).trim_end();
    let place = words.strip_suffix(',').unwrap_or_default();
    before.len() <= REACH && is_place(place)
}

/// `-`, `(TTXVN) -`, `) –`: the dash that the news begins behind.
fn ends_dateline(behind: &str) -> bool {
    let head = &behind[..behind.floor_char_boundary(REACH)];
    let head = head.trim_start();
    let head = match head.strip_prefix('(') {
        Some(agency) => agency.split_once(')').map_or("", |(_, rest)| rest),
        None => head.strip_prefix(')').unwrap_or(head),
    };
    head.trim_start().starts_with(['-', '–', '—', ':'])
}

#[cfg(test)]
mod tests {
    use crate::{Options, parse};

    fn published(text: &str) -> Option<String> {
        parse(text, &Options::default()).remove(0).published.edtf
    }

    #[test]
    fn a_dateline_gives_its_day() {
        let page = |line: &str| {
            format!("Bế mạc lễ hội\n\n{line} Tối nay, lễ hội đã bế mạc sau 9 ngày diễn ra.\n")
        };
        for (line, day) in [
            ("Huế, ngày 11-6-2006 (TTXVN) -", "2006-06-11"),
            ("Hà Nội, 5/3/2019 -", "2019-03-05"),
            ("(Cần Thơ, ngày 7/8/2020) –", "2020-08-07"),
        ] {
            assert_eq!(published(&page(line)).as_deref(), Some(day), "{line}");
        }
    }

    #[test]
    fn a_day_in_a_sentence_is_no_dateline() {
        for text in [
            "Kỷ niệm ngày thành lập\n\nHuế, ngày 11-6-2006 đã ghi dấu một mùa lễ hội đáng nhớ của cả vùng.\n",
            "Kỷ niệm ngày thành lập\n\nSau trận lũ, ngày 11-6-2006 - một ngày khó quên - cả xã ra đồng dọn dẹp.\n",
        ] {
            assert_ne!(published(text).as_deref(), Some("2006-06-11"), "{text}");
        }
    }
}
