//! The layer of people: who is named, with what titles, doing what.

mod ends;
mod find;
mod lexicon;
mod names;
mod roles;
mod titles;
mod voices;
mod words;

use nienbieu_model::{Person, PersonRole, Record, Span, Title};

use super::View;
use crate::text::{is_lowercase, is_uppercase};
use find::Found;

/// The people of an article, in order.
pub(super) fn read(view: &View<'_>, record: &Record) -> Vec<Person> {
    let mut people: Vec<Person> = ends::people(view, record);
    let mut known = find::Known::default();
    let mut last: Option<Last<'_>> = None;
    for sentence in view.sentences {
        let words = words::Words::new(view, view.range(sentence.span));
        let same_line = |last: &Last<'_>| {
            let between = view.text.get(last.end..sentence.span.start);
            between.is_some_and(|between| !between.contains('\n'))
        };
        last = last.filter(same_line);
        if let (Some(last), Some(pronoun)) = (&last, voices::pronoun(&words)) {
            let person = people.get_mut(last.person);
            let silent =
                |person: &&mut Person| person.role.as_ref().is_none_or(|r| r.as_str() == "other");
            if let Some(person) =
                person.filter(silent).filter(|_| voices::may_be(pronoun, last.announced))
            {
                person.role = Some(PersonRole::Speaker);
            }
        }
        let found = find::find(&words, &mut known);
        let roles = roles::roles(&words, &found);
        for (found, role) in found.iter().zip(roles) {
            let start = found.titles.first().map_or(found.name.start, |title| title.words.start);
            let announced = start.min(found.name.start).checked_sub(1);
            last = Some(Last {
                person: people.len(),
                announced: announced.map_or("", |at| words.letters(at)),
                end: sentence.span.end,
            });
            people.push(person(view, &words, found, role));
        }
        if let Some(last) = &mut last {
            last.end = sentence.span.end;
        }
    }
    // The ends' people stand first, and so count where two overlap.
    people.sort_by_key(|person| person.span.start);
    people.dedup_by(|later, first| later.span.overlaps(first.span));
    speak_again(view, &mut people);
    for (person, number) in people.iter_mut().zip(1..) {
        person.id = format!("p{number}");
    }
    people
}

/// Whoever speaks by a part of the name later in the line speaks: "Ông Mai Văn Lụa có 8 công đất … ông Lụa kể".
fn speak_again(view: &View<'_>, people: &mut [Person]) {
    /// How many of those named behind somebody are looked at.
    const REACH: usize = 6;
    for number in 0..people.len() {
        let [person, later @ ..] = &mut people[number..] else { return };
        let other = person.role.as_ref().is_none_or(|role| role.as_str() == "other");
        let again = |next: &&Person| {
            let between = view.text.get(person.span.end..next.span.start);
            let part = person.name.strip_suffix(next.name.as_str());
            between.is_some_and(|between| !between.contains('\n'))
                && part.is_some_and(|part| part.ends_with(' '))
        };
        if other
            && later
                .iter()
                .take(REACH)
                .filter(again)
                .any(|next| next.role == Some(PersonRole::Speaker))
        {
            person.role = Some(PersonRole::Speaker);
        }
    }
}

/// The one named last in a line.
struct Last<'a> {
    /// The place among the people.
    person: usize,
    /// The word before name and titles.
    announced: &'a str,
    /// Where what has been read ends.
    end: usize,
}

/// A person as the record has it.
fn person(view: &View<'_>, words: &words::Words<'_>, found: &Found, role: PersonRole) -> Person {
    let span = with_stop(view, view.span(words.range(&found.name)));
    let titles = found.titles.iter().map(|piece| {
        let span = view.span(words.range(&piece.words));
        let body = view.span(words.range(&(piece.body..piece.words.end)));
        let organization = (piece.body < piece.words.end).then(|| view.words(body).to_owned());
        Title { text: view.words(span).to_owned(), span, organization }
    });
    Person {
        id: String::new(),
        span,
        name: view.words(span).to_owned(),
        titles: titles.collect(),
        role: Some(role),
    }
}

/// A name with the stop of its last initial, unless the sentence ends there: "Trần Quang T."
fn with_stop(view: &View<'_>, span: Span) -> Span {
    let words = view.words(span);
    let mut back = words.chars().rev();
    let last = back.next().is_some_and(is_uppercase);
    let single = last && back.next().is_none_or(|c| matches!(c, ' ' | '.' | '\u{a0}'));
    let rest = view.text.get(span.end..).unwrap_or_default();
    let goes_on = |rest: &str| {
        let next = rest.trim_start_matches([' ', '\u{a0}']).chars().next();
        next.is_some_and(|c| is_lowercase(c) || matches!(c, ',' | '(' | ';' | '-' | '–' | ')'))
    };
    match rest.strip_prefix('.') {
        Some(after) if single && goes_on(after) => Span::new(span.start, span.end + 1),
        _ => span,
    }
}

#[cfg(test)]
mod tests;
