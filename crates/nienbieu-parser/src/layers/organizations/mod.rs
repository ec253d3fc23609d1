//! The layer of bodies: offices, committees, schools, companies, by the heads of their names.

mod extent;
mod page;
mod tables;

use std::{collections::HashMap, ops::Range};

use nienbieu_model::{Organization, Place};

use self::{extent::Body, page::Line};
use super::View;
use crate::text::{is_uppercase, lexicon::word_starts};

/// Abbreviations that the article gives, with what they stand for and the body's level.
type Given = HashMap<String, (String, Option<&'static str>)>;

/// The bodies that an article names, in order.
pub(super) fn read(view: &View<'_>, places: &[Place]) -> Vec<Organization> {
    let placed: Vec<_> = places.iter().map(|place| (view.range(place.span), place)).collect();
    let own = own_province(places);
    let town = level_of_town(places);
    let mut given = Given::default();
    let mut found = Vec::new();
    for block in view.lines() {
        let line = Line::new(view, view.range(block.span), &placed);
        let mut done = line.start;
        for start in word_starts(line.words()) {
            let at = line.start + start;
            if at < done {
                continue;
            }
            let body = extent::body(&line, at);
            if let Some(body) = body.as_ref().filter(|body| is_dateline(&line, &body.range)) {
                done = body.range.end;
                continue;
            }
            let Some(organization) = body
                .as_ref()
                .map(|body| organization(&line, body, &mut given))
                .or_else(|| by_abbreviation(&line, at, &given))
            else {
                continue;
            };
            let gloss = body.as_ref().and_then(|body| body.gloss.clone());
            let range = body.map_or(at..line.word_end(at), |body| body.range);
            done = gloss.map_or(range.end, |gloss| gloss.end.max(range.end));
            let place = place_of(&range, &placed)
                .or_else(|| own.filter(|_| organization.level.as_deref() == Some("province")));
            let id = format!("o{}", found.len() + 1);
            let level = organization
                .level
                .clone()
                .or_else(|| town.filter(|_| is_of_town(line.slice(range))).map(str::to_owned));
            let place = place.map(|place| place.id.clone());
            found.push(Organization { id, place, level, ..organization });
        }
    }
    found
}

/// Whether a paper's name stands before the text's first words: "(Báo Cà Mau) - …", "Báo Phú Thọ - …".
fn is_dateline(line: &Line<'_>, body: &Range<usize>) -> bool {
    let lead = line.before(body.start);
    let paper = ["báo ", "đài "].iter().any(|head| line.from(body.start).starts_with(head));
    let behind = line.from(body.end).trim_start_matches(' ');
    let parted = [")", "- ", "– ", ": ", "("].iter().any(|mark| behind.starts_with(mark));
    paper
        && lead.len() < 4
        && lead.trim_end_matches(' ').trim_start().len() < 2
        && (parted || behind.is_empty())
}

fn organization(line: &Line<'_>, body: &Body, given: &mut Given) -> Organization {
    let view = line.view;
    let span = view.span(body.range.clone());
    let abbreviation =
        body.abbreviation.clone().map(|range| view.words(view.span(range)).to_owned());
    let name = name(line, body);
    if let (Some(short), Some(_)) = (&abbreviation, &body.gloss) {
        let until = body.gloss.as_ref().map_or(body.range.end, |gloss| gloss.start);
        let long = view.words(view.span(body.range.start..until)).to_owned();
        given.insert(short.to_lowercase(), (long, body.level));
    }
    Organization {
        id: String::new(),
        span,
        text: view.words(span).to_owned(),
        name,
        abbreviation,
        level: body.level.map(str::to_owned),
        place: None,
    }
}

/// The name with its abbreviations spelt out and without what is given in brackets.
fn name(line: &Line<'_>, body: &Body) -> Option<String> {
    let view = line.view;
    let inside = body.gloss.clone().filter(|gloss| gloss.end <= body.range.end);
    if body.spelt.is_empty() && inside.is_none() {
        return None;
    }
    let gloss = inside.map(|gloss| (gloss, ""));
    let mut parts: Vec<(Range<usize>, &str)> = body.spelt.iter().cloned().chain(gloss).collect();
    parts.sort_by_key(|(range, _)| range.start);
    let mut name = String::new();
    let mut at = body.range.start;
    for (range, words) in parts {
        name.push_str(view.words(view.span(at..range.start.max(at))));
        name.push_str(words);
        at = range.end;
    }
    name.push_str(view.words(view.span(at..body.range.end.max(at))));
    Some(name)
}

/// A body by an abbreviation that the article has given.
fn by_abbreviation(line: &Line<'_>, at: usize, given: &Given) -> Option<Organization> {
    let end = line.word_end(at);
    let (name, level) = given.get(line.slice(at..end)).filter(|_| line.is_capital(at))?;
    let span = line.view.span(at..end);
    let text = line.view.words(span).to_owned();
    // An abbreviation has no small letters but for one in it ("TTg").
    let short = text.chars().filter(|c| is_uppercase(*c)).count() > 1;
    short.then(|| Organization {
        id: String::new(),
        span,
        name: Some(name.clone()),
        abbreviation: Some(text.clone()),
        text,
        level: level.map(str::to_owned),
        place: None,
    })
}

/// The place inside a body's name, or right behind it.
fn place_of<'a>(range: &Range<usize>, places: &[(Range<usize>, &'a Place)]) -> Option<&'a Place> {
    let from = places.partition_point(|(place, _)| place.start < range.start);
    let near = places.get(from..)?.iter().take_while(|(place, _)| place.start <= range.end + 1);
    near.last().map(|(_, place)| *place)
}

/// The provinces that are cities; Huế has been one from 2025 on, and is not told from what it was.
const CITIES: [&str; 5] = ["VN-HN", "VN-SG", "VN-HP", "VN-DN", "VN-CT"];

/// The level of "UBND thành phố" in an article whose places lie in one province: a province's own
/// towns are districts.
fn level_of_town(places: &[Place]) -> Option<&'static str> {
    let codes = places.iter().filter_map(|place| place.code.as_deref());
    let mut provinces = codes.filter_map(|code| code.get(.."VN-00".len()));
    let first = provinces.next()?;
    let one = first != "VN-26" && provinces.all(|province| province == first);
    one.then(|| if CITIES.contains(&first) { "province" } else { "district" })
}

/// Whether a body's name closes with a town that is not named.
fn is_of_town(name: &str) -> bool {
    ["thành phố", "tp", "thành ủy", "thành đoàn"].iter().any(|town| name.ends_with(town))
}

/// The one province that an article names.
fn own_province(places: &[Place]) -> Option<&Place> {
    let mut provinces = places.iter().filter(|place| place.level.as_deref() == Some("province"));
    let first = provinces.next()?;
    let name = |place: &Place| place.code.clone().or_else(|| place.name.clone());
    provinces.all(|place| name(place) == name(first)).then_some(first)
}

#[cfg(test)]
mod tests;
