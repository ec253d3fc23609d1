//! The day of writing: stated by a stamp, said by the user, or bounded by the page's own words.

use std::ops::Range;

use jiff::{
    ToSpan,
    civil::{Date, Time},
};
use nienbieu_model::{Diagnostic, Publication, PublicationStatus, Severity, Span};

use super::{
    Outlook, Surroundings, Writing,
    calendar::{Calendar, date},
    render::zone_text,
};
use crate::{
    Reference,
    grammar::ast::{Base, Clock, Expr, Modifier, Month, Point, Vague, Year},
    scan::Match,
};

/// The publication that a stamp states; `None` where the stamp's day does not exist.
pub(crate) fn stated(
    stamp: &Match,
    span: Span,
    assumed_zone: &str,
) -> Option<(Publication, Writing)> {
    let Expr::Point(point) = &stamp.expr else { return None };
    let day = full_day(&point.base)?;
    let zone = point.zone.map(|_| zone_text(point.zone)).filter(|zone| !zone.is_empty());
    let reference = Reference::new(day, point.clock.and_then(time_of), zone.clone());
    let mut publication = of_reference(&reference, PublicationStatus::Stated);
    publication.time_zone = Some(zone.unwrap_or_else(|| assumed_zone.to_owned()));
    publication.evidence = vec![span];
    Some((publication, Writing::on(reference)))
}

/// A stamp's time with the day and the zone of another where it has none: "Cập nhật: 10:31".
pub(crate) fn dated_by(stamp: &Match, other: Option<&Match>) -> Match {
    match (&stamp.expr, other.map(|other| &other.expr)) {
        (Expr::Point(point), Some(Expr::Point(day))) if point.base == Base::None => {
            let zone = point.zone.or(day.zone);
            Match { expr: Expr::Point(Point { base: day.base, zone, ..*point }), ..stamp.clone() }
        }
        _ => stamp.clone(),
    }
}

/// The publication as the user gives it.
pub(crate) fn by_user(reference: &Reference, zone: String) -> Publication {
    Publication { time_zone: Some(zone), ..of_reference(reference, PublicationStatus::User) }
}

/// The publication as it is stated beside the text.
pub(crate) fn beside(reference: &Reference, assumed_zone: &str) -> (Publication, Writing) {
    let mut publication = of_reference(reference, PublicationStatus::Stated);
    publication.time_zone = Some(reference.zone().unwrap_or(assumed_zone).to_owned());
    (publication, Writing::on(reference.clone()))
}

/// Says where a publication stated beside the text was taken, or that the text's own is another day.
pub(crate) fn remark_on_metadata(
    publication: &Publication,
    reference: &Reference,
    by: &str,
) -> Option<Diagnostic> {
    let is_taken = publication.evidence.is_empty();
    let (code, severity, message) = match publication.status {
        PublicationStatus::Stated if is_taken => (
            "published_from_metadata",
            Severity::Info,
            format!("the publication is {reference} by {by}; the text states none"),
        ),
        PublicationStatus::Stated => {
            let day = publication.edtf.as_deref().and_then(|edtf| edtf.get(..10))?;
            if day == reference.date().to_string() {
                return None;
            }
            let message =
                format!("the text says that it was published on {day}, {by} says {reference}");
            ("metadata_contradicts_page", Severity::Warning, message)
        }
        _ => return None,
    };
    Some(Diagnostic { code: code.into(), severity, message, span: None })
}

/// The publication that a reference moment gives.
fn of_reference(reference: &Reference, status: PublicationStatus) -> Publication {
    let bound = match reference.time() {
        Some(time) => format!(
            "{}T{:02}:{:02}:{:02}",
            reference.date(),
            time.hour(),
            time.minute(),
            time.second()
        ),
        None => reference.date().to_string(),
    };
    Publication {
        edtf: Some(reference.to_string()),
        earliest: Some(bound.clone()),
        latest: Some(bound),
        status,
        time_zone: None,
        evidence: Vec::new(),
    }
}

/// A clock time that exists.
fn time_of(clock: Clock) -> Option<Time> {
    let part = |n: u8| i8::try_from(n).ok();
    Time::new(
        part(clock.hour)?,
        part(clock.minute.unwrap_or(0))?,
        part(clock.second.unwrap_or(0))?,
        0,
    )
    .ok()
}

/// The day, where the words say all of it.
pub(super) fn full_day(base: &Base) -> Option<Date> {
    match *base {
        Base::Day { year: Year::Stated(year), month: Month::Stated(month), day, .. } => {
            date(year, month, day)
        }
        _ => None,
    }
}

/// What the page's own words say of the day of writing.
pub(crate) fn infer(
    matches: &[Match],
    around: &dyn Surroundings,
    locate: &dyn Fn(&Range<usize>) -> Span,
) -> (Publication, Writing) {
    by_gloss(matches, around, locate).unwrap_or_else(|| {
        let publication = by_bounds(matches, around, locate);
        let gone_by = publication.earliest.as_deref().and_then(|day| day.parse().ok());
        let told = matches.iter().filter_map(|m| told_day(m, around)).max();
        // A paper's day tells nothing of the others' where the page goes on to a later year.
        let outdated =
            |day: &Date| told.is_none_or(|told| told < *day) && outlived(*day, matches, around);
        let about = told.into_iter().chain(gone_by.filter(|day| !outdated(day))).max();
        (publication, Writing { about, ..Writing::default() })
    })
}

/// "sáng nay (24/7)", "hôm qua, 3/5/2024": a day counted from the day of writing, beside its date.
fn by_gloss(
    matches: &[Match],
    around: &dyn Surroundings,
    locate: &dyn Fn(&Range<usize>) -> Span,
) -> Option<(Publication, Writing)> {
    let pairs = matches.iter().zip(matches.iter().skip(1));
    for (a, b) in pairs {
        let (Some((offset, dated)), true) =
            (deictic_pair(a, b), around.glosses(a.range.end..b.range.start))
        else {
            continue;
        };
        let Expr::Point(Point {
            base: Base::Day { year, month: Month::Stated(month), day, .. },
            ..
        }) = dated
        else {
            continue;
        };
        let evidence = vec![locate(&(a.range.start..b.range.end))];
        let back = i64::from(-offset).days();
        if let Year::Stated(year) = year {
            let day = date(*year, *month, *day)?.checked_add(back).ok()?;
            let reference = Reference::day(day);
            let publication =
                Publication { evidence, ..of_reference(&reference, PublicationStatus::Inferred) };
            return Some((publication, Writing::on(reference)));
        }
        // 2021 stands for any common year.
        let moved = date(2021, *month, *day)?.checked_add(back).ok()?;
        let (month, day) = (u8::try_from(moved.month()).ok()?, u8::try_from(moved.day()).ok()?);
        if let Some(day) = year_beside(matches, around, month, day) {
            let reference = Reference::day(day);
            let publication =
                Publication { evidence, ..of_reference(&reference, PublicationStatus::Inferred) };
            return Some((publication, Writing::on(reference)));
        }
        let calendar = Calendar::Day { year: None, month: Some(month), day };
        let publication = Publication {
            edtf: Some(calendar.edtf()),
            evidence,
            status: PublicationStatus::Inferred,
            ..Publication::unknown()
        };
        return Some((publication, Writing { yearless: Some((month, day)), ..Writing::default() }));
    }
    None
}

/// The year of a year-less day of writing, where the article tells of something dated in full that had
/// come at most two months before it.
fn year_beside(matches: &[Match], around: &dyn Surroundings, month: u8, day: u8) -> Option<Date> {
    let Some(last) = matches.iter().filter_map(|m| past_day(m, around)).max() else {
        return date(told_year(matches, around)?, month, day).filter(|_| month > 3);
    };
    let candidate = [last.year(), last.year() + 1]
        .into_iter()
        .filter_map(|year| date(year, month, day))
        .find(|day| *day >= last)?;
    (last.duration_until(candidate).as_hours() <= 60 * 24).then_some(candidate)
}

/// The only year, or the last of them, that the article names without speaking of it as past or to
/// come: "Năm 2009, đây là cơn bão thứ ba". Early in a year that could as well be the year before.
fn told_year(matches: &[Match], around: &dyn Surroundings) -> Option<i16> {
    let year = |m: &Match| match m.expr {
        Expr::Point(Point { base: Base::Year(Year::Stated(year)), modifier: None, .. }) => {
            Some(year)
        }
        _ => None,
    };
    let named = matches.iter().filter(|m| year(m).is_some());
    let last = named.max_by_key(|m| year(m))?;
    let at = last.range.start;
    let now = around.outlook(at) == Outlook::Unsaid && around.opens_sentence(at);
    year(last).filter(|_| now && last.rule != "birth_year")
}

/// The year that an expression names.
const fn named_year(expr: &Expr) -> Option<i16> {
    match expr {
        Expr::Point(Point {
            base:
                Base::Year(Year::Stated(year))
                | Base::Months { year: Year::Stated(year), .. }
                | Base::Quarter { year: Year::Stated(year), .. }
                | Base::Month { year: Year::Stated(year), .. }
                | Base::Day { year: Year::Stated(year), .. },
            ..
        }) => Some(*year),
        _ => None,
    }
}

/// Whether the page is of a year after a day's.
fn outlived(day: Date, matches: &[Match], around: &dyn Surroundings) -> bool {
    compared_year(matches, around).is_some_and(|year| year > day.year())
}

/// The year of writing, where the page compares it with the one before, names it, and names no later:
/// "so với cùng kỳ năm 2015 … Kế hoạch năm 2016".
fn compared_year(matches: &[Match], around: &dyn Surroundings) -> Option<i16> {
    let named = |m: &&Match| {
        named_year(&m.expr).is_some()
            && m.rule != "birth_year"
            && around.outlook(m.range.start) != Outlook::Future
    };
    let (compared, others): (Vec<&Match>, Vec<&Match>) =
        matches.iter().filter(named).partition(|m| around.compares(m.range.start));
    let last = |all: &[&Match]| all.iter().filter_map(|m| named_year(&m.expr)).max();
    let year = last(&compared)?.checked_add(1)?;
    (last(&others)? == year).then_some(year)
}

/// The last day gone by that the article tells of without its year, in the year that it compares with the
/// one before. Early in a year its days may as well be of the next.
fn last_of_year(
    year: i16,
    matches: &[Match],
    around: &dyn Surroundings,
) -> Option<(Date, Range<usize>)> {
    let gone_by = matches.iter().filter(|m| around.says_past(m.range.start) || is_past(m, around));
    let days = gone_by.filter_map(|m| {
        let (month, day) = yearless(&m.expr)?;
        (month > 3).then_some((date(year, month, day)?, m.range.clone()))
    });
    days.max_by_key(|(day, _)| *day)
}

/// The month and the day of an expression that leaves out its year; of several days the last.
fn yearless(expr: &Expr) -> Option<(u8, u8)> {
    match expr {
        Expr::Point(Point {
            base: Base::Day { year: Year::Absent, month: Month::Stated(month), day, .. },
            modifier,
            ..
        }) if *modifier != Some(Modifier::Before) => Some((*month, *day)),
        Expr::List(days) => yearless(&days.last()?.expr),
        _ => None,
    }
}

/// The deictic's offset and the dated expression, whichever comes first.
fn deictic_pair<'a>(a: &'a Match, b: &'a Match) -> Option<(i32, &'a Expr)> {
    let offset = |m: &Match| match &m.expr {
        Expr::Point(Point { base: Base::Deictic(offset), modifier: None, .. }) => Some(*offset),
        _ => None,
    };
    match (offset(a), offset(b)) {
        (Some(offset), None) => Some((offset, &b.expr)),
        (None, Some(offset)) => Some((offset, &a.expr)),
        _ => None,
    }
}

/// Not before the last day spoken of as past, not after the first goal still ahead.
fn by_bounds(
    matches: &[Match],
    around: &dyn Surroundings,
    locate: &dyn Fn(&Range<usize>) -> Span,
) -> Publication {
    let mut earliest: Option<(Date, Span)> = None;
    let mut latest: Option<(Date, Span)> = None;
    for m in matches {
        if let Some(day) = past_day(m, around)
            && earliest.as_ref().is_none_or(|(known, _)| *known < day)
        {
            earliest = Some((day, locate(&m.range)));
        }
        if let Some(day) = day_ahead(m, around)
            && latest.as_ref().is_none_or(|(known, _)| day < *known)
        {
            latest = Some((day, locate(&m.range)));
        }
    }
    if let Some((day, range)) =
        compared_year(matches, around).and_then(|year| last_of_year(year, matches, around))
        && earliest.as_ref().is_none_or(|(known, _)| *known < day)
    {
        earliest = Some((day, locate(&range)));
    }
    if let Some((known, _)) = &mut earliest
        && !outlived(*known, matches, around)
    {
        for m in matches {
            if let Some(day) = soon_after(m, *known, 60).filter(|_| is_past(m, around)) {
                *known = day;
            }
        }
        let due =
            matches.iter().filter_map(|m| Some((due_after(m, *known, around)?, locate(&m.range))));
        latest = latest.into_iter().chain(due).min_by_key(|(day, _)| *day);
        let goals = matches.iter().filter(|m| is_ahead(m, around));
        let goals = goals.filter_map(|m| Some((soon_after(m, *known, 120)?, locate(&m.range))));
        latest = latest.into_iter().chain(goals).min_by_key(|(day, _)| *day);
    }
    if let (Some((first, _)), Some((last, _))) = (&earliest, &latest)
        && last < first
    {
        latest = None;
    }
    if earliest.is_none() && latest.is_none() {
        return Publication::unknown();
    }
    let text = |bound: &Option<(Date, Span)>| bound.as_ref().map(|(day, _)| day.to_string());
    let (first, last) = (text(&earliest), text(&latest));
    let edtf =
        format!("{}/{}", first.as_deref().unwrap_or_default(), last.as_deref().unwrap_or_default());
    let evidence = earliest.iter().chain(&latest).map(|(_, span)| *span).collect();
    Publication {
        edtf: Some(edtf),
        earliest: first,
        latest: last,
        status: PublicationStatus::Inferred,
        time_zone: None,
        evidence,
    }
}

/// Whether the words around a time put it ahead: in its clause ("sẽ họp ngày 5/8"), or behind it, where nothing
/// has happened before ("Từ ngày 5/8, ngành sẽ tiêm").
fn is_ahead(m: &Match, around: &dyn Surroundings) -> bool {
    let at = m.range.start;
    match around.clause_outlook(at) {
        Outlook::Future => true,
        Outlook::Unsaid => around.outlook(at) == Outlook::Future && !around.happened(at),
        Outlook::Past => false,
    }
}

/// The first day after a known one that a day without a year can be, if it is so many days away at most.
fn soon_after(m: &Match, known: Date, reach: i32) -> Option<Date> {
    let point = match &m.expr {
        Expr::Point(point) => point,
        Expr::Interval(begin, _) => match &begin.expr {
            Expr::Point(point) => point,
            _ => return None,
        },
        _ => return None,
    };
    let Base::Day { year: Year::Absent, month: Month::Stated(month), day, .. } = point.base else {
        return None;
    };
    let years = [known.year(), known.year().checked_add(1)?];
    let there = years.into_iter().filter_map(|year| date(year, month, day)).find(|d| *d > known)?;
    let near = known.duration_until(there).as_hours() <= i64::from(reach) * 24;
    (near && point.modifier != Some(Modifier::Before)).then_some(there)
}

/// A full day that something is due before, where it comes within months of the last day gone by.
fn due_after(m: &Match, known: Date, around: &dyn Surroundings) -> Option<Date> {
    let Expr::Point(Point { base, modifier: Some(Modifier::Before), .. }) = &m.expr else {
        return None;
    };
    let day = full_day(base).filter(|day| *day > known)?;
    let near = known.duration_until(day).as_hours() <= 120 * 24;
    (near && around.clause_outlook(m.range.start) != Outlook::Past).then_some(day)
}

/// A full day that nothing puts ahead, and that is no paper's: what is told lies near it, or before it.
fn told_day(m: &Match, around: &dyn Surroundings) -> Option<Date> {
    let at = m.range.start;
    let ahead = around.outlook(at) == Outlook::Future || m.rule == "birth_year";
    if ahead || around.names_paper(at) || around.aside(at) {
        return None;
    }
    match &m.expr {
        Expr::Point(Point { base, modifier, .. }) if *modifier != Some(Modifier::Before) => {
            full_day(base)
        }
        Expr::Interval(_, end) => match &end.expr {
            Expr::Point(point) => full_day(&point.base),
            _ => None,
        },
        _ => None,
    }
}

/// A full day that had come when the article was written: "từ ngày 20/7/2021 đến nay", "đã … ngày …".
fn past_day(m: &Match, around: &dyn Surroundings) -> Option<Date> {
    match &m.expr {
        Expr::Interval(begin, end) if matches!(end.expr, Expr::Vague(Vague::Present)) => {
            match &begin.expr {
                Expr::Point(point) => full_day(&point.base),
                _ => None,
            }
        }
        Expr::Interval(_, end) => match &end.expr {
            Expr::Point(point) if is_past(m, around) => full_day(&point.base),
            _ => None,
        },
        Expr::Point(point) if point.modifier != Some(Modifier::Before) && is_past(m, around) => {
            full_day(&point.base)
        }
        Expr::List(days) if is_past(m, around) => {
            let day = |node: &crate::grammar::ast::Node| match &node.expr {
                Expr::Point(point) => full_day(&point.base),
                _ => None,
            };
            days.iter().filter_map(day).max()
        }
        _ => None,
    }
}

/// Whether the words around a time make it one gone by.
fn is_past(m: &Match, around: &dyn Surroundings) -> bool {
    let at = m.range.start;
    match around.clause_outlook(at) {
        Outlook::Past => true,
        Outlook::Unsaid if around.outlook(at) == Outlook::Past => true,
        Outlook::Unsaid => {
            around.names_paper(at) || around.outlook(at) == Outlook::Unsaid && around.happened(at)
        }
        Outlook::Future => around.names_paper(at),
    }
}

/// The last day of a goal or plan: "Mục tiêu trong năm 2021, sẽ có …".
fn day_ahead(m: &Match, around: &dyn Surroundings) -> Option<Date> {
    let point = match &m.expr {
        Expr::Point(point) => point,
        // What goes on from a day had not begun before it.
        Expr::Interval(begin, _) => match &begin.expr {
            Expr::Point(point) if full_day(&point.base).is_some() => point,
            _ => return None,
        },
        _ => return None,
    };
    let at = m.range.start;
    // A year or a quarter often stands before its sentence: "Trong năm 2022, vườn đặt mục tiêu …".
    let coarse = !matches!(point.base, Base::Day { .. });
    let ahead = is_ahead(m, around)
        || coarse
            && around.clause_outlook(at) == Outlook::Unsaid
            && around.outlook(at) == Outlook::Future;
    if !ahead || around.names_paper(at) {
        return None;
    }
    let calendar = match point.base {
        Base::Year(Year::Stated(year)) => Calendar::Year(year),
        Base::Quarter { year: Year::Stated(year), quarter: Some(quarter), .. } => {
            Calendar::Quarter { year: Some(year), quarter }
        }
        Base::Month { year: Year::Stated(year), month: Month::Stated(month) } => {
            Calendar::Month { year: Some(year), month }
        }
        base => Calendar::day(full_day(&base)?),
    };
    calendar.bounds().map(|(_, last)| last)
}

#[cfg(test)]
mod tests {
    use crate::{Options, parse};

    /// The publication's status and bounds and the EDTF of each time of a page without a stamp.
    fn read(text: &str) -> (Option<String>, Vec<String>) {
        let page = format!("Bản tin của huyện vùng cao\n\n{text}");
        let record = parse(&page, &Options::default());
        let article = &record[0];
        let times = article.times.iter().map(|time| time.edtf.clone().unwrap_or_default());
        (article.published.edtf.clone(), times.collect())
    }

    #[test]
    fn a_year_compared_with_the_one_before() {
        let (published, times) = read(
            "Ngày 20/6, Sở Y tế cho biết đã có 5 ca. Theo kế hoạch năm 2016, số ca giảm so với cùng kỳ năm 2015.",
        );
        assert_eq!(published.as_deref(), Some("2016-06-20/"));
        assert_eq!(times, ["2016-06-20", "2016", "2015"]);
    }

    #[test]
    fn no_year_without_it_or_early_in_one() {
        for text in [
            "Ngày 20/6, Sở Y tế cho biết đã có 5 ca, giảm so với cùng kỳ năm 2015.",
            "Ngày 20/1, Sở Y tế cho biết đã có 5 ca. Năm 2016 giảm so với cùng kỳ năm 2015.",
        ] {
            let (published, times) = read(text);
            assert_eq!(published, None, "{text}");
            assert!(times[0].starts_with("XXXX-"), "{text}");
        }
    }

    #[test]
    fn a_day_that_something_is_due_before() {
        let text =
            "Ngày 22/9/2022, Chủ tịch tỉnh đã ký công điện. Các sở báo cáo trước ngày 27/9/2022.";
        assert_eq!(read(text).0.as_deref(), Some("2022-09-22/2022-09-27"));
    }
}
