//! By when an instruction is to be carried out.

use nienbieu_model::{Span, Time, TimeType};

use super::super::View;
use crate::text::is_alphanumeric;

/// Words that bound what follows them, just before a time.
const BOUNDS: &[&str] =
    &["trước", "chậm nhất", "muộn nhất", "hạn cuối", "hạn chót", "thời hạn", "không quá"];
/// Words that tell an end, before which the next time in the clause is a bound.
const ENDS: &[&str] = &["phấn đấu", "hoàn thành", "hoàn tất", "hoàn thiện", "xong", "kết thúc"];
/// Words between a bound and its time.
const BETWEEN: &[&str] = &[
    "trong",
    "vào",
    "là",
    "đến",
    "hết",
    "ngày",
    "ngay",
    "ngay trong",
    "đến hết",
    "hết ngày",
    "trước",
];
/// Words that set a stretch or an end for what is told, where its time has not passed.
const WITHIN: &[&str] = &["trong", "ngay trong", "đến hết", "hết", "cho đến hết"];
/// Words behind a time that comes round again and again.
const EACH: &[&str] = &["hằng", "hàng", "mỗi"];
/// How far back in its clause a word of an end may stand, in bytes.
const REACH: usize = 100;

/// The id of the first time in a span that is a bound, else of the first that what is told has to end
/// with; `published` is the day of publication in ISO 8601, where it is known.
pub(super) fn deadline(view: &View<'_>, span: Span, published: Option<&str>) -> Option<String> {
    let times = || view.times_in(span).filter(|time| span.contains(time.span));
    let bound = times().find(|time| is_bound(view, span, time)).map(|time| time.id.clone());
    let is_end = |time: &&Time| {
        let of = |interval: &Time| interval.end.as_ref() == Some(&time.id);
        times()
            .any(|interval| of(interval) && view.folded_words(interval.span).starts_with("từ nay"))
            || !times().any(|interval| is_part(interval, time)) && closes(view, span, time)
    };
    let ahead =
        |time: &&Time| time.latest.as_deref().zip(published).is_none_or(|(end, day)| end > day);
    bound.or_else(|| times().filter(ahead).find(is_end).map(|time| time.id.clone()))
}

/// Whether a time is one end of an interval.
fn is_part(interval: &Time, time: &Time) -> bool {
    interval.begin.as_ref() == Some(&time.id) || interval.end.as_ref() == Some(&time.id)
}

/// Whether a time closes its clause behind a word that sets a stretch or an end: "…, công khai trong tháng 9;".
fn closes(view: &View<'_>, span: Span, time: &Time) -> bool {
    if !matches!(time.kind, TimeType::Date | TimeType::Time) {
        return false;
    }
    let (at, text) = (view.range(time.span), view.folded.as_str());
    let range = view.range(span);
    let from = text.ceil_char_boundary(range.start.max(at.start.saturating_sub(REACH)));
    let (Some(before), Some(after), Some(own)) =
        (text.get(from..at.start), text.get(at.end..range.end.max(at.end)), text.get(at))
    else {
        return false;
    };
    let set = WITHIN.iter().any(|word| ends_with_word(before.trim_end(), word));
    let closed = after.trim_start();
    (set || starts_with_any(own, WITHIN))
        && (closed.is_empty() || closed.starts_with([',', ';', '.', ':', '”', '"', '(']))
}

fn is_bound(view: &View<'_>, span: Span, time: &Time) -> bool {
    if !matches!(time.kind, TimeType::Date | TimeType::Time | TimeType::Interval) {
        return false;
    }
    let at = view.range(time.span);
    let text = view.folded.as_str();
    let from = text.ceil_char_boundary(view.range(span).start.max(at.start.saturating_sub(REACH)));
    let (Some(before), Some(own)) = (text.get(from..at.start), text.get(at.clone())) else {
        return false;
    };
    // What has to be done every day has no end.
    if starts_with_any(text.get(at.end..).unwrap_or_default().trim_start(), EACH) {
        return false;
    }
    if starts_with_any(own, BOUNDS) {
        return true;
    }
    let clause = before.rsplit([',', ';', '.', ':']).next().unwrap_or_default().trim_end();
    let lead = strip_between(clause);
    if BOUNDS.iter().any(|word| ends_with_word(lead, word)) || ends_with_word(clause, "trước") {
        return true;
    }
    let led = lead.len() < clause.len() || starts_with_any(own, &["đến", "hết", "trong"]);
    led && ENDS.iter().any(|word| holds_word(clause, word))
}

/// A clause without the little words at its end.
fn strip_between(clause: &str) -> &str {
    let mut lead = clause.trim_end();
    for _ in 0..3 {
        let Some(word) =
            BETWEEN.iter().find(|word| ends_with_word(lead, word) && **word != "trước")
        else {
            break;
        };
        lead = lead[..lead.len() - word.len()].trim_end();
    }
    lead
}

fn ends_with_word(text: &str, word: &str) -> bool {
    text.strip_suffix(word).is_some_and(|rest| !rest.ends_with(is_alphanumeric))
}

fn starts_with_any(text: &str, words: &[&str]) -> bool {
    words
        .iter()
        .any(|word| text.strip_prefix(word).is_some_and(|rest| !rest.starts_with(is_alphanumeric)))
}

fn holds_word(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| {
        !text[..at].ends_with(is_alphanumeric)
            && !text[at + word.len()..].starts_with(is_alphanumeric)
    })
}

#[cfg(test)]
mod tests {
    use super::super::testing::with_view;
    use super::*;

    fn read(text: &str) -> Option<String> {
        with_view(text, |view| {
            let id = deadline(view, Span::new(0, text.len()), Some("2018-08-01"))?;
            view.times.iter().find(|time| time.id == id).map(|time| time.text.clone())
        })
    }

    #[test]
    fn bounds() {
        for (text, want) in [
            ("Rà soát, báo cáo kết quả trước ngày 15/8.", "trước ngày 15/8"),
            ("Từ 1/8 kiểm tra, chậm nhất là ngày 20/8 báo cáo.", "ngày 20/8"),
            ("Hoàn thành tiêm bổ sung trong tháng 9/2022.", "tháng 9/2022"),
            ("Báo cáo trước 17h hằng ngày, tổng kết chậm nhất ngày 20/8.", "ngày 20/8"),
            ("Tăng ca, phấn đấu đến hết năm 2018 đạt 60% khối lượng.", "năm 2018"),
            ("Phấn đấu hoàn thành đến hết ngày 28/2/2023.", "hết ngày 28/2/2023"),
            ("Công khai các khoản thu trong tháng 9/2018; kiểm tra các trường.", "tháng 9/2018"),
            ("Tuyên truyền đến hết tháng 12/2018.", "hết tháng 12/2018"),
            ("Tiêm bổ sung từ nay đến 30/6/2019, bảo đảm 70% tổng đàn.", "30/6/2019"),
        ] {
            let got = read(text).unwrap_or_default();
            assert!(got.contains(want) || want.contains(&got) && !got.is_empty(), "{text}: {got}");
        }
    }

    #[test]
    fn no_bounds() {
        for text in [
            "Cho học sinh nghỉ từ ngày 3/8.",
            "Từ đầu tháng 8, tăng cường kiểm tra.",
            "Trực 24/24 giờ trong 7 ngày nghỉ.",
            "Cho học sinh nghỉ từ ngày 3/9/2018 đến hết ngày 8/9/2018.",
            "Khắc phục thiệt hại trong tháng 7/2018.",
            "Thực hiện Kế hoạch số 5 ngày 3/2/2020.",
            "Thanh toán dứt điểm các khoản nợ phát sinh trong năm 2015.",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
