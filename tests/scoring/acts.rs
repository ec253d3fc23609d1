//! Instructions, and what kind of thing each time dates.

use nienbieu_model::{Directive, Record};

use super::{
    board::Board,
    gold::{self, Article, Lines, allows},
    times::same,
};

pub(crate) fn score(article: &Article, record: &Record, lines: &Lines<'_>, board: &mut Board) {
    directives(article, record, lines, board);
    events(article, record, lines, board);
}

fn directives(article: &Article, record: &Record, lines: &Lines<'_>, board: &mut Board) {
    let Some(items) = &article.directives else { return };
    let on_line = |got: &&Directive, line: usize| lines.at(got.span.start) == line;
    for item in items.iter().filter(|item| !item.optional) {
        let here = record.directives.iter().filter(|got| on_line(got, item.line));
        let best = here.filter(|got| fits(item, got)).max_by_key(|got| {
            addressees(got).iter().filter(|a| item.addressees.contains(a)).count()
        });
        let label = || format!("line {} {:?} {:?}", item.line, item.marker, item.addressees);
        board.mark("directives.found", best.is_some(), label);
        let Some(got) = best else { continue };
        board.mark("directives.addressees", addressees(got) == item.addressees, || {
            format!("{} got {:?}", label(), addressees(got))
        });
        board.mark("directives.deadline", says_deadline(item, got, record), || {
            format!("{} want {:?}, got {:?}", label(), item.deadline, got.deadline)
        });
        let parent = record.directives.iter().find(|other| Some(&other.id) == got.parent.as_ref());
        let marker = parent.and_then(|parent| parent.marker.clone());
        board.mark("directives.parent", marker == item.parent, || {
            format!("{} want {:?}, got {marker:?}", label(), item.parent)
        });
    }
    for got in record.directives.iter().filter(|got| article.holds(got.span, lines)) {
        let expected = items.iter().any(|item| on_line(&got, item.line));
        board.mark("directives.true", expected, || {
            format!(
                "line {} false {:?} {:?}",
                lines.at(got.span.start),
                got.marker,
                addressees(got)
            )
        });
    }
}

/// Whether an instruction has the marker that its gold says; a stroke or a dot may be left out there.
fn fits(item: &gold::Directive, got: &Directive) -> bool {
    match (&item.marker, &got.marker) {
        (Some(want), Some(marker)) => allows(want, marker),
        (None, Some(marker)) => !marker.contains(char::is_alphanumeric),
        (want, None) => want.is_none(),
    }
}

fn addressees(got: &Directive) -> Vec<String> {
    got.addressees.iter().map(|addressee| addressee.text.clone()).collect()
}

fn says_deadline(item: &gold::Directive, got: &Directive, record: &Record) -> bool {
    let time = got.deadline.as_deref().and_then(|id| record.time(id));
    let edtf = time.and_then(|time| time.edtf.as_deref());
    match &item.deadline {
        None => edtf.is_none(),
        Some(want) => edtf.is_some_and(|edtf| want.split('|').any(|want| same(want, edtf))),
    }
}

fn events(article: &Article, record: &Record, lines: &Lines<'_>, board: &mut Board) {
    for item in article.events.iter().flatten().filter(|item| !item.at.optional) {
        let span = lines.find(item.at.line, &item.at.words, item.at.nth);
        let dated = record
            .events
            .iter()
            .find(|event| record.time_of(event).is_some_and(|time| time.span.overlaps(span)));
        // Two times of one day in one sentence date one event.
        let told = || record.events.iter().find(|event| event.quote.overlaps(span));
        let found = dated.or_else(told);
        let label = || format!("line {} {:?}", item.at.line, item.at.words);
        board.mark("events.found", found.is_some(), label);
        let Some(got) = found else { continue };
        board.mark("events.kind", allows(&item.kind, got.kind.as_str()), || {
            format!("{} want {}, got {}", label(), item.kind, got.kind.as_str())
        });
        if let Some(want) = &item.modality {
            let modality = got.modality.as_ref().map_or("fact", |modality| modality.as_str());
            board.mark("events.modality", allows(want, modality), || {
                format!("{} want {want}, got {modality}", label())
            });
        }
    }
}
