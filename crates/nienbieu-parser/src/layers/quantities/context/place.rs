//! Where a figure holds: by a place in its own sentence, or one before it in the paragraph, or the
//! article's own province.

use nienbieu_model::{Place, Quantity, Record, Span};

use super::{
    super::super::{View, places::province_of_article},
    clause::{ends_in, is_parted, last},
};

/// Words between a figure and a place behind it that it holds for.
const BETWEEN: usize = 60;

/// Sentences back in its paragraph that a figure may take its place from.
const REACH: usize = 3;

/// The places of an article that figures may hold for.
pub(super) struct Grounds<'a> {
    view: &'a View<'a>,
    places: Vec<&'a Place>,
    /// The code of the article's own province.
    home: Option<&'static str>,
}

impl<'a> Grounds<'a> {
    pub(super) fn new(view: &'a View<'a>, record: &'a Record) -> Self {
        let bodies: Vec<Span> = record.organizations.iter().map(|body| body.span).collect();
        let stands = |place: &&Place| {
            let before = bodies.partition_point(|body| body.start <= place.span.start);
            let inside = before.checked_sub(1).is_some_and(|at| bodies[at].contains(place.span));
            place.level.as_deref() != Some("road") && !inside
        };
        Self {
            view,
            places: record.places.iter().filter(stands).collect(),
            home: province_of_article(&record.places, record).map(|province| province.iso),
        }
    }

    /// Gives a figure its place.
    pub(super) fn settle(&self, quantity: &mut Quantity) {
        let Some(at) = self.view.sentence_at(quantity.span.start) else { return };
        let sentence = self.view.sentences[at].span;
        match self.in_sentence(quantity.span, sentence) {
            Some(Ground::Named(place)) => self.take(quantity, place, "stated"),
            Some(Ground::Country) => {
                quantity.place_code = Some("VN".into());
                quantity.place_basis = Some("stated".into());
            }
            Some(Ground::Home) => self.at_home(quantity, "stated"),
            None => match self.inherited(quantity.span, at) {
                Some(Ground::Named(place)) => self.take(quantity, place, "inherited"),
                _ => self.at_home(quantity, "inherited"),
            },
        }
    }

    fn take(&self, quantity: &mut Quantity, place: &Place, basis: &'static str) {
        quantity.place = Some(place.id.clone());
        quantity.place_basis = Some(basis.into());
        // A hamlet or an unknown name lies in the article's own province, unless it is abroad.
        let abroad = place.level.as_deref() == Some("country");
        let home = self.home.filter(|_| !abroad).map(str::to_owned);
        quantity.place_code = place.code.clone().or(home);
    }

    fn at_home(&self, quantity: &mut Quantity, basis: &'static str) {
        quantity.place_code = self.home.map(str::to_owned);
        quantity.place_basis = Some(if self.home.is_some() { basis } else { "none" }.into());
    }

    /// What the sentence says: a place right behind the figure, else the last before it.
    fn in_sentence(&self, span: Span, sentence: Span) -> Option<Ground<'a>> {
        let near = self.within(sentence);
        let (before, after) =
            near.split_at(near.partition_point(|place| place.span.start < span.end));
        let behind = after.first();
        if let Some(place) = behind.filter(|place| self.is_joined(span, place)) {
            return Some(Ground::Named(place));
        }
        let lead = self.view.folded_words(Span::new(sentence.start, span.start));
        let named = before
            .iter()
            .rev()
            .find(|place| place.span.end <= span.start && !self.is_origin(place));
        let at = |place: &&Place| {
            self.view.folded_words(Span::new(sentence.start, place.span.end)).len()
        };
        let scopes = [
            (named.map(at), named.map(|place| Ground::Named(place))),
            (last(lead, "whole_province"), Some(Ground::Home)),
            (last(lead, "whole_country"), Some(Ground::Country)),
        ];
        let said = scopes.into_iter().filter_map(|(at, ground)| Some((at?, ground?)));
        said.max_by_key(|(at, _)| *at).map(|(_, ground)| ground)
    }

    /// "74 hộ ở phường Đông Lễ", "12 ca (huyện Tủa Chùa)": nothing parts the figure from the place.
    fn is_joined(&self, span: Span, place: &Place) -> bool {
        let between = self.view.folded_words(Span::new(span.end, place.span.start));
        let bracketed = between.trim() == "(";
        bracketed
            || between.len() <= BETWEEN
                && !is_parted(between)
                && !between.contains(|c: char| c.is_ascii_digit())
                && ends_in(between, "at")
    }

    /// "trở về từ Đà Nẵng": a place that people come from.
    fn is_origin(&self, place: &Place) -> bool {
        ends_in(self.view.words_before(place.span), "origin")
    }

    /// The places of a stretch of the text, in order.
    fn within(&self, span: Span) -> &[&'a Place] {
        let from = self.places.partition_point(|place| place.span.start < span.start);
        let to = self.places.partition_point(|place| place.span.start < span.end);
        &self.places[from..to]
    }

    /// Where the sentences before it in its paragraph hold: a district of the whole province is a part of what
    /// they tell, the province is what they are of.
    fn inherited(&self, span: Span, sentence: usize) -> Option<Ground<'a>> {
        let block = &self.view.blocks[self.view.block_at(span.start)?];
        let earlier = self.view.sentences[..sentence].iter().rev().take(REACH);
        let same = earlier.take_while(|other| block.span.contains(other.span));
        let stands = |place: &&&Place| !self.is_origin(place);
        let ground = |other: Span| {
            if last(self.view.folded_words(other), "whole_province").is_some() {
                return Some(Ground::Home);
            }
            self.within(other).iter().rev().find(stands).map(|place| Ground::Named(place))
        };
        same.map(|other| other.span).find_map(ground)
    }
}

/// What a sentence says of where its figures hold.
#[derive(Clone, Copy)]
enum Ground<'a> {
    Named(&'a Place),
    Home,
    Country,
}
