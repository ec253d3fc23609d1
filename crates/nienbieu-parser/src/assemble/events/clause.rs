//! Which words of a sentence speak of a time in it: its clause, how far a clause without a word of its own
//! may look around, and what to quote.

use crate::text::is_alphanumeric;
use std::ops::Range;

/// The words that bear on one time; ranges of the folded text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Statement {
    /// The sentence that it stands in.
    pub(super) sentence: Range<usize>,
    /// What to quote: the sentence, or its part where it dates several things.
    pub(super) quote: Range<usize>,
    /// The time's clause; a time set before its statement with a comma has the statement for its clause.
    pub(super) clause: Range<usize>,
    /// The clause with those around it that have no time of their own.
    pub(super) reach: Range<usize>,
}

/// How far a word may stand from a time that it bears on, in bytes; keeps the work linear.
const REACH: usize = 600;

/// How long a dateline in front of a sentence may be, in bytes.
const DATELINE: usize = 40;

/// How many times in brackets are passed over on the way to the next.
const FEW: usize = 8;

/// The fewest words, besides its time, of a part that says something by itself.
const FEWEST: usize = 3;

/// What a sentence says of each of its times, given in order.
pub(super) fn statements(
    text: &str,
    sentence: Range<usize>,
    times: &[Range<usize>],
) -> Vec<Statement> {
    let clauses = Clauses::new(text, sentence.clone(), times);
    let homes: Vec<usize> = times.iter().map(|time| clauses.at(time.start)).collect();
    let quotes = quotes(text, &clauses, times, &homes);
    let of = |(number, time): (usize, &Range<usize>)| {
        let home = homes.get(number).copied().unwrap_or_default();
        // The clauses of the times come in order.
        let behind = homes.partition_point(|next| *next <= home);
        let next = homes.iter().skip(behind).take(FEW).find(|next| !clauses.inside(**next));
        let next = next.copied().unwrap_or(clauses.starts.len());
        let previous = homes.partition_point(|previous| *previous < home).checked_sub(1);
        let previous = previous.and_then(|previous| homes.get(previous)).copied();
        let quote = quotes.get(number).cloned().unwrap_or_else(|| sentence.clone());
        let following = times.get(number + 1..).unwrap_or_default();
        let told = clauses.told_in(text, home, time, following);
        // What another time in the told clause dates is that time's own.
        let other = following.iter().take(FEW).find(|next| next.start > clauses.start(told));
        let own = other.map_or(clauses.end(told), |next| clauses.end(told).min(next.start));
        let last = clauses.end(told.min(next - 1));
        // "cấm 21 ngày, kể từ 5/2": the day belongs to what the length before it says.
        let before = number.checked_sub(1).and_then(|before| times.get(before));
        let home = match before {
            Some(before) if counts_from(text, before.end..time.start) => clauses.at(before.start),
            _ => home,
        };
        let clause = clauses.start(home)..if told >= next { own } else { last };
        let from = previous.map_or(quote.start, |previous| clauses.end(previous));
        let until = clauses.end(next - 1);
        let until = until
            .max(following.first().map_or(until, |time| time.start))
            .max(if told >= next { clauses.end(told) } else { 0 });
        let reach = clause.start.min(from.max(quote.start))..until.max(clause.end);
        Statement {
            sentence: sentence.clone(),
            quote,
            clause: near(text, clause, time),
            reach: near(text, reach, time),
        }
    };
    times.iter().enumerate().map(of).collect()
}

/// As much of a range as may bear on a time in it.
fn near(text: &str, range: Range<usize>, time: &Range<usize>) -> Range<usize> {
    let from = text.ceil_char_boundary(range.start.max(time.start.saturating_sub(REACH)));
    let to = text.floor_char_boundary(range.end.min(time.end + REACH));
    from.min(time.start)..to.max(time.end)
}

/// A sentence's clauses: between commas, semicolons, colons, brackets and "nhưng".
struct Clauses {
    /// Where each begins.
    starts: Vec<usize>,
    /// Which mark stands before each, and whether it stands in brackets.
    marks: Vec<(char, bool)>,
    end: usize,
}

impl Clauses {
    fn new(text: &str, sentence: Range<usize>, times: &[Range<usize>]) -> Self {
        let (mut starts, mut marks) = (vec![sentence.start], vec![(' ', false)]);
        let words = text.get(sentence.clone()).unwrap_or_default();
        let (mut depth, mut behind) = (0usize, 0);
        for (at, mark) in words.char_indices().filter(|(_, c)| CUTS.contains(c)) {
            if at < behind {
                continue;
            }
            let after = &words[at + mark.len_utf8()..];
            if mark == '(' {
                // An aside without a time parts nothing.
                behind = aside(after, sentence.start + at, times).map_or(0, |length| at + length);
                if behind > 0 {
                    continue;
                }
                depth += 1;
            }
            depth = depth.saturating_sub(usize::from(mark == ')'));
            // "TTXVN - Sáng 5/8, …": what stands before the stroke is the place or the agency.
            let stroke = mark == ' '
                && at < DATELINE
                && times.first().is_some_and(|time| time.start > sentence.start + at)
                && ["- ", "– "].iter().any(|s| after.starts_with(s));
            if stroke || cuts(mark, after) {
                starts.push(sentence.start + at + mark.len_utf8());
                marks.push((mark, depth > 0));
            }
        }
        Self { starts, marks, end: sentence.end }
    }

    /// The number of the clause that holds an offset.
    fn at(&self, offset: usize) -> usize {
        self.starts.partition_point(|start| *start <= offset).saturating_sub(1)
    }

    fn start(&self, number: usize) -> usize {
        self.starts.get(number).copied().unwrap_or(self.end)
    }

    /// Where a clause ends, before its mark.
    fn end(&self, number: usize) -> usize {
        self.starts.get(number + 1).map_or(self.end, |next| next - 1)
    }

    /// Whether a clause stands in brackets.
    fn inside(&self, number: usize) -> bool {
        self.marks.get(number).is_some_and(|(_, inside)| *inside)
    }

    /// The clause that says what a time dates: its own, or the next behind a comma where the time opens and
    /// fills its own, be it with others ("Sáng nay (5/8), huyện …", "Quý II và quý III, tỉnh …").
    fn told_in(
        &self,
        text: &str,
        home: usize,
        time: &Range<usize>,
        following: &[Range<usize>],
    ) -> usize {
        let blank = |from: usize, number: usize| {
            let end = self.end(number).max(from);
            let mut rest = from;
            for other in following.iter().take(FEW).take_while(|other| other.start < end) {
                if !is_joint(text, rest..other.start) {
                    return false;
                }
                rest = rest.max(other.end);
            }
            rest >= end || is_joint(text, rest..end)
        };
        if !blank(time.end, home) || !leads(text, self.start(home), time.start) {
            return home;
        }
        let following = home + 1..self.starts.len().min(home + FEW);
        let told = following.into_iter().find(|n| !self.inside(*n) && !blank(self.start(*n), *n));
        told.filter(|n| self.marks.get(*n).is_some_and(|(mark, _)| *mark == ',')).unwrap_or(home)
    }
}

/// The characters that may part clauses.
const CUTS: [char; 6] = [',', ';', ':', '(', ')', ' '];

/// Whether a character parts clauses, by what follows it.
fn cuts(mark: char, after: &str) -> bool {
    match mark {
        // A comma inside a number parts nothing.
        ',' | ':' => !after.starts_with(|c: char| c.is_ascii_digit()),
        // What turns to something else, or denies something else.
        ' ' => ["nhưng ", "và không ", "và chưa "].iter().any(|words| after.starts_with(words)),
        _ => true,
    }
}

/// The length of an aside up to its closing bracket, where no time stands in it; `start` is where it opens.
fn aside(after: &str, start: usize, times: &[Range<usize>]) -> Option<usize> {
    let length = after[..after.floor_char_boundary(REACH)].find(')')? + 1;
    let first = times.get(times.partition_point(|time| time.start < start));
    first.is_none_or(|time| time.start > start + length).then_some(length)
}

/// Whether a range between two times counts from the second.
fn counts_from(text: &str, between: Range<usize>) -> bool {
    let words = text.get(between).unwrap_or_default().trim_matches([' ', ',', '(']);
    matches!(words, "kể từ" | "tính từ" | "từ" | "bắt đầu từ" | "kể từ ngày" | "tức" | "tức là")
}

/// Whether nothing but what joins times stands in a range.
fn is_joint(text: &str, range: Range<usize>) -> bool {
    let words = text.get(range).unwrap_or_default();
    words.split([' ', ',', '-', '–']).all(|word| matches!(word, "" | "và" | "hoặc" | "ngày"))
}

/// Whether hardly a word stands between a clause's start and a time in it.
pub(super) fn leads(text: &str, start: usize, time: usize) -> bool {
    text.get(start..time).unwrap_or_default().split_whitespace().take(FEWEST).count() < FEWEST
}

/// What to quote for each time: a sentence that dates several things is quoted by its parts.
fn quotes(
    text: &str,
    clauses: &Clauses,
    times: &[Range<usize>],
    homes: &[usize],
) -> Vec<Range<usize>> {
    let (first, last) = (clauses.start(0), clauses.end);
    let mut cuts = vec![first];
    for (number, pair) in times.windows(2).enumerate() {
        let [before, after] = pair else { continue };
        let (Some(&home), Some(&left)) = (homes.get(number + 1), homes.get(number)) else {
            continue;
        };
        let stop = times.get(number + 2).map_or(last, |next| next.start);
        let from = cuts.last().copied().unwrap_or(first);
        let cut = cut(text, clauses, left, home, after);
        // Both parts must say something besides when.
        let says = |range: Range<usize>, time: &Range<usize>| {
            let rest = [range.start..time.start, time.end..range.end];
            let words = |part: Range<usize>| {
                text.get(part).unwrap_or_default().split_whitespace().take(FEWEST).count()
            };
            rest.into_iter().map(words).sum::<usize>() >= FEWEST
        };
        // "cả thứ Bảy, Chủ nhật": a list of times, and no new statement.
        let words = |cut: usize| text.get(before.end..cut).unwrap_or_default();
        let parts = |cut: &usize| words(*cut).contains(|c: char| is_alphanumeric(c) || c == ';');
        if let Some(cut) = cut.filter(parts)
            && says(from..cut, before)
            && says(cut..stop.max(after.end), after)
        {
            cuts.push(cut);
        }
    }
    let part = |time: &Range<usize>| {
        let number = cuts.partition_point(|cut| *cut <= time.start);
        let from = cuts.get(number.saturating_sub(1)).copied().unwrap_or(first);
        trimmed(text, from..cuts.get(number).copied().unwrap_or(last))
    };
    times.iter().map(part).collect()
}

/// Where the statement of a second time begins: at the clause that it opens, or behind the last semicolon
/// before it.
fn cut(
    text: &str,
    clauses: &Clauses,
    left: usize,
    home: usize,
    time: &Range<usize>,
) -> Option<usize> {
    let mark = |number: usize| clauses.marks.get(number).copied();
    let semicolon = (left + 1..=home).rev().find(|n| mark(*n) == Some((';', false)));
    let opened = mark(home) == Some((',', false)) && leads(text, clauses.start(home), time.start);
    let opened = (home > left && opened).then_some(home);
    opened.max(semicolon).map(|number| clauses.start(number))
}

/// A range without the spaces and marks at its ends.
fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let words = text.get(range.clone()).unwrap_or_default();
    let head = words.trim_start_matches([' ', ',', ';']);
    let start = range.start + (words.len() - head.len());
    start..start + head.trim_end_matches([' ', ',', ';']).len()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The quotes and clauses of the times in braces.
    fn read(marked: &str) -> Vec<(String, String)> {
        let (mut text, mut times) = (String::new(), Vec::new());
        for (number, part) in marked.split(['{', '}']).enumerate() {
            if number % 2 == 1 {
                times.push(text.len()..text.len() + part.len());
            }
            text.push_str(part);
        }
        let end = text.len();
        let words = |range: Range<usize>| text[range].trim().to_owned();
        let found = statements(&text, 0..end, &times);
        found.into_iter().map(|s| (words(s.quote), words(s.clause))).collect()
    }

    fn quotes(marked: &str) -> Vec<String> {
        read(marked).into_iter().map(|(quote, _)| quote).collect()
    }

    #[test]
    fn parts_that_date_their_own_are_quoted_alone() {
        assert_eq!(
            quotes("{ngày 5/8} ghi nhận 12 ca, {ngày 6/8} thêm 7 ca mắc"),
            ["ngày 5/8 ghi nhận 12 ca", "ngày 6/8 thêm 7 ca mắc"]
        );
        assert_eq!(
            quotes("sở hoàn thành hồ sơ {trước 30/11}; nộp báo cáo tổng hợp vào {ngày 20/12}"),
            ["sở hoàn thành hồ sơ trước 30/11", "nộp báo cáo tổng hợp vào ngày 20/12"]
        );
    }

    #[test]
    fn what_is_one_statement_is_quoted_whole() {
        for text in [
            "{sáng thứ tư}, {ngày 6/8}, huyện họp bàn về cây lúa",
            "thi đấu vào {ngày 5/8}, {ngày 6/8} và {ngày 7/8}",
            "các xã làm việc cả {thứ bảy}, {chủ nhật} để cấp thẻ cho dân",
            "từ {ngày 5/8}, đến {ngày 7/8}, chợ đóng cửa",
        ] {
            let whole = text.replace(['{', '}'], "");
            assert!(quotes(text).iter().all(|quote| *quote == whole), "{:?}", quotes(text));
        }
    }

    #[test]
    fn clauses() {
        let clause = |text| read(text).into_iter().map(|(_, clause)| clause).collect::<Vec<_>>();
        assert_eq!(
            clause("{sáng 5/8}, huyện khánh thành cầu, dự kiến {tháng 9} thu phí"),
            ["sáng 5/8, huyện khánh thành cầu", "dự kiến tháng 9 thu phí"]
        );
        assert_eq!(
            clause("{sáng 5/8}, ubnd tỉnh họp bàn nhiệm vụ {quý iv}"),
            ["sáng 5/8, ubnd tỉnh họp bàn nhiệm vụ", "ubnd tỉnh họp bàn nhiệm vụ quý iv"]
        );
        assert_eq!(
            clause("{quý ii} và {quý iii}, tỉnh đặt mục tiêu 5 vạn khách")[0],
            "quý ii và quý iii, tỉnh đặt mục tiêu 5 vạn khách"
        );
        assert_eq!(
            clause("ttxvn - {sáng 5/8}, sở cho biết tin mừng"),
            ["- sáng 5/8, sở cho biết tin mừng"]
        );
        assert_eq!(
            clause("giá tăng 1,5 lần so với {năm 2020}, theo sở"),
            ["giá tăng 1,5 lần so với năm 2020"]
        );
    }
}
