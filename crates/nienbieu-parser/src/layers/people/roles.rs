//! What the people of a sentence do.

use nienbieu_model::PersonRole;

use super::{
    find::Found,
    lexicon::{Deed, HONORIFICS, INSIDE, MANY, VERBS},
    words::Words,
};

/// How many words behind a person may stand before what the person does.
const REACH: usize = 12;

/// How many words behind a person words in quotation marks may begin.
const QUOTE_REACH: usize = 30;

/// The role of each person of a sentence, in order.
pub(super) fn roles(words: &Words<'_>, people: &[Found]) -> Vec<PersonRole> {
    let mut roles = Vec::with_capacity(people.len());
    let mut from = 0;
    // What those named from here on do: "tham dự có …".
    let mut listed: Option<PersonRole> = None;
    for (index, person) in people.iter().enumerate() {
        let start = person.titles.first().map_or(person.name.start, |t| t.words.start);
        if let Some(role) = leading(words, from, start.min(person.name.start)) {
            listed = Some(role);
        }
        let until = people.get(index + 1).map_or(words.len(), |next| next.name.start);
        let own = if is_credit(words, person.name.start) {
            Some(PersonRole::Byline)
        } else if is_source(words, start.min(person.name.start)) {
            Some(PersonRole::Speaker)
        } else {
            following(words, person.end, until)
        };
        roles.push(own.or_else(|| listed.clone()).unwrap_or_else(|| "other".into()));
        from = person.end;
    }
    together(words, people, &mut roles);
    roles
}

/// Those named side by side attend together: "Ông A, Chủ tịch xã B cùng 300 người dân dự lễ".
fn together(words: &Words<'_>, people: &[Found], roles: &mut [PersonRole]) {
    for index in (1..people.len()).rev() {
        let (Some(first), Some(next)) = (people.get(index - 1), people.get(index)) else {
            continue;
        };
        let start = next.titles.first().map_or(next.name.start, |title| title.words.start);
        let beside = start.min(next.name.start) == first.end && words.gap(first.end).trim() == ",";
        if let [.., before, role] = &mut roles[..=index]
            && beside
            && *role == PersonRole::Attendee
            && before.as_str() == "other"
        {
            *before = PersonRole::Attendee;
        }
    }
}

/// The verb at a word, unless it is part of a longer word: "dự án" is no "dự".
fn deed(words: &Words<'_>, at: usize) -> Option<(usize, &'static Deed)> {
    let (next, deed) = words.look_up(&VERBS, at)?;
    let inside = words.look_up(&INSIDE, at).is_some_and(|(end, ())| end > next);
    (!inside).then_some((next, deed))
}

/// The role that words before a person give: the last of them counts.
fn leading(words: &Words<'_>, from: usize, until: usize) -> Option<PersonRole> {
    let mut role = None;
    let mut at = from;
    while at < until {
        match deed(words, at) {
            Some((next, deed)) => {
                let announces = (next..until.min(next + REACH))
                    .any(|at| words.is(&MANY, at) || words.is(&HONORIFICS, at))
                    || words.gap(until).contains(':')
                    || next == until
                    || deed.before != deed.behind;
                role = deed.behind.clone().filter(|_| announces).or(role);
                at = next;
            }
            None => at += 1,
        }
    }
    role
}

/// The role that words behind a person give: the first of them counts, in the same clause.
fn following(words: &Words<'_>, from: usize, until: usize) -> Option<PersonRole> {
    for at in from..until.min(from + QUOTE_REACH) {
        let gap = words.gap(at);
        if gap.contains(';') {
            return None;
        }
        // "…, tính: “Hè năm nay”".
        if gap.contains(':') && gap.contains(['“', '"']) {
            return Some(PersonRole::Speaker);
        }
        if let Some((_, deed)) = deed(words, at).filter(|_| at < from + REACH) {
            return deed.before.clone();
        }
        if at == from && matches!(words.letters(at), "và") {
            return None;
        }
    }
    // "Nguyễn Văn A: …" speaks.
    let opens = words.gap(from);
    (opens.contains(':') && from > 0).then_some(PersonRole::Speaker)
}

fn is_credit(words: &Words<'_>, at: usize) -> bool {
    at > 0 && words.gap(at).contains(':') && matches!(words.letters(at - 1), "ảnh" | "bài" | "tin")
}

/// Whether what is said is said after the person: "Theo bác sĩ …", "theo ông …".
fn is_source(words: &Words<'_>, start: usize) -> bool {
    (1..=3).any(|back| {
        let Some(at) = start.checked_sub(back) else { return false };
        let between = (at + 1..start).all(|word| words.joined(word) && !words.is_capital(word));
        words.letters(at) == "theo" && between
    })
}
