//! The layer of places.
//!
//! A name counts with the word that says what it is ("tỉnh Điện Biên", "TP. Cao Lãnh", "các huyện Tam Đường và Sìn Hồ"), or bare where it
//! is a province's or a country's, a district's of the article's province, or a commune's that is followed by where
//! it is. Roads, bridges and the like keep their words and have no code, so that none is taken for the town it is named after.
//!
//! `code` is the gazetteer's (`nienbieu_gazetteer`), of a country ISO 3166-1; a region has none. `parent` is a code too: of a
//! unit the next higher one ("VN" of a province), of an unknown name, a hamlet or a road the unit that the text
//! puts it in. `candidates` are codes: of an ambiguous name the units that fit, of an unresolved one those with a near name.

mod beside;
mod extent;
mod links;
mod listed;
mod near;
mod own;
mod scan;
mod settle;
mod spelt;
mod tokens;
mod words;

use nienbieu_gazetteer::{Level, Province, Unit, provinces};
use nienbieu_model::{Place, PlaceStatus, Record};

use super::View;
use crate::text::plain;
use scan::Mention;
use settle::{Meaning, Settling};
use words::Rank;

/// The places that an article names, in order.
pub(super) fn read(view: &View<'_>, record: &Record) -> Vec<Place> {
    if plain::is_plain(view.text) {
        return Vec::new();
    }
    let (mentions, papers) = scan::scan(view);
    let date = date(view, record);
    let text = view.folded.as_str();
    let settling = Settling::new(text, &mentions, &date);
    let span = |mention: &Mention| view.span(mention.range.clone());
    let named: Vec<_> = settling
        .settled()
        .filter_map(|(mention, meaning)| Some((meaning.unit?.province, span(mention))))
        .chain(settling.unique_districts().map(|(mention, province)| (province, span(mention))))
        .collect();
    let own = own::province(record, &papers, named.into_iter());
    let meanings = settling.finish(own);
    let mut places = Vec::new();
    for (at, (mention, meaning)) in mentions.iter().zip(&meanings).enumerate() {
        // "viêm não Nhật Bản" names a disease.
        let named = view.span(mention.range.clone());
        let of_disease = record.diseases.iter().any(|disease| disease.span.overlaps(named));
        if !meaning.dropped && !of_disease {
            let held = links::holder(text, &mentions, at).and_then(|holder| meanings.get(holder));
            places.push(place(view, mention, meaning, held, places.len() + 1));
        }
    }
    places
}

/// The province that an article speaks from, by its places: ISO 3166-2.
#[allow(dead_code)]
pub(super) fn province_of_article(places: &[Place], record: &Record) -> Option<&'static Province> {
    let named = places.iter().filter_map(|place| {
        let iso = place.code.as_deref().filter(|code| code.starts_with("VN-"))?.get(..5)?;
        Some((provinces::by_iso(iso)?, place.span))
    });
    own::province(record, &[], named)
}

/// The day of the article, or the latest year that it speaks of.
fn date(view: &View<'_>, record: &Record) -> String {
    let days = |edtf: &str| {
        edtf.get(..10)
            .filter(|day| day.bytes().all(|b| b.is_ascii_digit() || b == b'-'))
            .map(str::to_owned)
    };
    let published = record.published.edtf.as_deref();
    let latest = record.published.latest.as_deref();
    if let Some(day) = published.and_then(days).or_else(|| latest.and_then(days)) {
        return day;
    }
    let year = |edtf: &str| {
        edtf.get(..4).filter(|year| year.bytes().all(|b| b.is_ascii_digit())).map(str::to_owned)
    };
    view.times.iter().filter_map(|time| year(time.edtf.as_deref()?)).max().unwrap_or_default()
}

fn place(
    view: &View<'_>,
    mention: &Mention,
    meaning: &Meaning,
    holder: Option<&Meaning>,
    number: usize,
) -> Place {
    let span = view.span(mention.range.clone());
    let rank = match &meaning.unit {
        Some(unit) => match unit.level() {
            Level::Province => Rank::Province,
            Level::District => Rank::District,
            Level::Commune => Rank::Commune,
        },
        None => mention.rank(),
    };
    let above = || holder.and_then(|meaning| meaning.unit).map(|unit| unit.code());
    let parent = match &meaning.unit {
        Some(unit) => unit.parent().map(|unit: Unit| unit.code()).or_else(|| Some("VN".to_owned())),
        None if meaning.status == PlaceStatus::Resolved => None,
        None => above(),
    };
    Place {
        id: format!("l{number}"),
        span,
        text: view.words(span).to_owned(),
        name: meaning.name.clone(),
        level: Some(rank.as_str().to_owned()),
        code: meaning.unit.map(|unit| unit.code()).or_else(|| meaning.code.clone()),
        parent,
        status: meaning.status.clone(),
        candidates: meaning.candidates.clone(),
    }
}

#[cfg(test)]
mod tests;
