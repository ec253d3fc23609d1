//! Where a figure holds: by a place in its own sentence, or one before it in the paragraph, or the
//! article's own province.

use nienbieu_model::{Place, Quantity, Record, Span};

use super::{
    super::super::{View, places::province_of_article},
    clause::{ends_in, is_parted, last},
};

/// Words between a figure and a place behind it that it holds for.
const BETWEEN: usize = 60;

/// Bytes at a sentence's start that the body who tells it stands in.
const OPENING: usize = 80;

/// Places of one address.
const ADDRESS: usize = 4;

/// Places back that "toàn huyện" may mean.
const UNIT_REACH: usize = 60;

/// Words that mean the unit spoken of, by class, and its level.
const UNITS: &[(&str, &str)] = &[("whole_district", "district"), ("whole_commune", "commune")];

/// Sentences back in its paragraph that a figure may take its place from.
const REACH: usize = 3;

/// The places of an article that figures may hold for.
pub(super) struct Grounds<'a> {
    view: &'a View<'a>,
    places: Vec<&'a Place>,
    /// The units that bodies are of: "Công an TP Huế".
    of_bodies: Vec<&'a Place>,
    /// The code of the article's own province.
    home: Option<&'static str>,
    /// The one place that the title names, where it is in a province.
    title: Option<&'a Place>,
}

impl<'a> Grounds<'a> {
    pub(super) fn new(view: &'a View<'a>, record: &'a Record) -> Self {
        let bodies: Vec<Span> = record.organizations.iter().map(|body| body.span).collect();
        let inside = |place: &Place| {
            let before = bodies.partition_point(|body| body.start <= place.span.start);
            before.checked_sub(1).is_some_and(|at| bodies[at].contains(place.span))
        };
        let stands = |place: &&Place| place.level.as_deref() != Some("road") && !inside(place);
        let title = record.title.as_ref().map(|title| title.span);
        let named = |place: &&Place| title.is_some_and(|title| title.contains(place.span));
        let mut of_title = record.places.iter().filter(stands).filter(named);
        let only = of_title.next().filter(|_| of_title.next().is_none());
        Self {
            view,
            places: record.places.iter().filter(stands).collect(),
            of_bodies: record
                .places
                .iter()
                .filter(|place| is_local(place) && inside(place))
                .collect(),
            home: province_of_article(&record.places, record).map(|province| province.iso),
            title: only.filter(|place| is_local(place)),
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
            None => match self.of_teller(sentence).or_else(|| self.inherited(quantity.span, at)) {
                Some(Ground::Named(place)) => self.take(quantity, place, "inherited"),
                None if self.title.is_some() => self.at_title(quantity),
                _ => self.at_home(quantity, "inherited"),
            },
        }
    }

    fn at_title(&self, quantity: &mut Quantity) {
        if let Some(place) = self.title {
            self.take(quantity, place, "inherited");
        }
    }

    fn take(&self, quantity: &mut Quantity, place: &Place, basis: &'static str) {
        quantity.place = Some(place.id.clone());
        quantity.place_basis = Some(basis.into());
        // A hamlet or an unknown name lies in the article's own province, unless it is abroad.
        let abroad = place.level.as_deref() == Some("country");
        let home = self.home.filter(|_| !abroad).map(str::to_owned);
        quantity.place_code = place.code.clone().or_else(|| place.parent.clone()).or(home);
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
        let stands = |place: &&&Place| {
            place.span.end <= span.start && !self.is_origin(place) && !self.is_abroad(place, span)
        };
        let last_named = before.iter().rposition(|place| stands(&place));
        let named = last_named.map(|at| self.narrowest(&before[..=at]));
        let at =
            |place: &Place| self.view.folded_words(Span::new(sentence.start, place.span.end)).len();
        let unit = self.unit_of(lead, sentence);
        let scopes = [
            (last_named.map(|last| at(before[last])), named.map(Ground::Named)),
            (unit.map(|(at, _)| at), unit.map(|(_, place)| Ground::Named(place))),
            (last(lead, "whole_province"), Some(Ground::Home)),
            (last(lead, "whole_country"), Some(Ground::Country)),
        ];
        let said = scopes.into_iter().filter_map(|(at, ground)| Some((at?, ground?)));
        said.max_by_key(|(at, _)| *at).map(|(_, ground)| ground)
    }

    /// The unit of the body that a sentence opens with: "Theo Công an TP Huế, …".
    fn of_teller(&self, sentence: Span) -> Option<Ground<'a>> {
        let opening =
            self.view.text.floor_char_boundary(sentence.end.min(sentence.start + OPENING));
        let from = self.of_bodies.partition_point(|place| place.span.start < sentence.start);
        let place = self.of_bodies.get(from).filter(|place| place.span.end <= opening)?;
        Some(Ground::Named(place))
    }

    /// The narrowest known place of an address that ends with the last of these: "xã Tân Hội Đông, huyện Châu Thành".
    fn narrowest(&self, places: &[&'a Place]) -> &'a Place {
        let mut own = places[places.len() - 1];
        for &place in places.iter().rev().skip(1).take(ADDRESS) {
            let between = self.view.folded_words(Span::new(place.span.end, own.span.start));
            let joined = matches!(between.trim(), "," | "(" | "thuộc" | ", thuộc" | "-" | "của");
            if !joined || rank(place) <= rank(own) || place.code.is_none() {
                break;
            }
            own = place;
        }
        own
    }

    /// "toàn huyện", "trên địa bàn xã": the last such unit named before, and where the words end.
    fn unit_of(&self, lead: &str, sentence: Span) -> Option<(usize, &'a Place)> {
        let said = UNITS.iter().filter_map(|(class, level)| Some((last(lead, class)?, *level)));
        let (end, level) = said.max_by_key(|(end, _)| *end)?;
        let earlier = self.places.partition_point(|place| place.span.start < sentence.end);
        let of_level = |place: &&&Place| {
            place.level.as_deref() == Some(level)
                && self.view.range(place.span).end <= self.view.range(sentence).start + end
        };
        self.places[..earlier]
            .iter()
            .rev()
            .take(UNIT_REACH)
            .find(of_level)
            .map(|place| (end, *place))
    }

    /// A country, in another clause than the figure: "đoàn của Pháp, Nga; hơn 1.400 nghệ sĩ".
    fn is_abroad(&self, place: &Place, figure: Span) -> bool {
        let between = self.view.folded_words(Span::new(place.span.end, figure.start));
        place.level.as_deref() == Some("country") && between.contains(';')
    }

    /// "74 hộ ở phường Đông Lễ", "12 ca (huyện Tủa Chùa)": nothing parts the figure from the place.
    fn is_joined(&self, span: Span, place: &Place) -> bool {
        let between = self.view.folded_words(Span::new(span.end, place.span.start));
        let bracketed = between.trim() == "(";
        // "2 ca tử vong, đều ở huyện Sơn Hòa"
        let all = between.trim_start().strip_prefix(", đều ");
        bracketed
            || all
                .is_some_and(|words| ends_in(words, "at") && words.split_whitespace().count() <= 2)
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
        let stands =
            |place: &&&Place| !self.is_origin(place) && place.level.as_deref() != Some("country");
        let ground = |other: Span| {
            if last(self.view.folded_words(other), "whole_province").is_some() {
                return Some(Ground::Home);
            }
            if let Some((_, place)) = self.unit_of(self.view.folded_words(other), other) {
                return Some(Ground::Named(place));
            }
            let near = self.within(other);
            let last = near.iter().rposition(|place| stands(&place))?;
            Some(Ground::Named(self.narrowest(&near[..=last])))
        };
        same.map(|other| other.span).find_map(ground)
    }
}

/// How narrow a place is.
fn rank(place: &Place) -> u8 {
    match place.level.as_deref() {
        Some("country") => 0,
        Some("region") => 1,
        Some("province") => 2,
        Some("district") => 3,
        Some("commune") => 4,
        _ => 5,
    }
}

/// Whether a place lies in a province.
fn is_local(place: &Place) -> bool {
    matches!(place.level.as_deref(), Some("district" | "commune")) && place.code.is_some()
}

/// What a sentence says of where its figures hold.
#[derive(Clone, Copy)]
enum Ground<'a> {
    Named(&'a Place),
    Home,
    Country,
}
