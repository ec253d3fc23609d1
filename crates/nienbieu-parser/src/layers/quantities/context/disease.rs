//! Which disease a figure is of: the one its sentence names nearest, else the one named last before it,
//! else the only one that the article names.

use nienbieu_model::{Disease, Quantity, Record};

use super::{
    super::{super::View, groups::is_of},
    clause::last,
};

/// Mentions back that the whole disease of a form may be named in.
const NEAR: usize = 24;

/// The diseases of an article.
pub(super) struct Illnesses<'a> {
    view: &'a View<'a>,
    named: &'a [Disease],
    /// The first mention, where all mentions are of one disease.
    only: Option<&'a Disease>,
}

impl<'a> Illnesses<'a> {
    pub(super) fn new(view: &'a View<'a>, record: &'a Record) -> Self {
        let named = record.diseases.as_slice();
        let first = named.first();
        let only = first.filter(|first| named.iter().all(|other| other.name == first.name));
        Self { view, named, only }
    }

    /// Gives a figure of the sick its disease.
    pub(super) fn settle(&self, quantity: &mut Quantity) {
        let metric = quantity.metric.as_deref();
        let cases = metric == Some("change")
            && quantity.unit.as_deref().is_some_and(|unit| unit.starts_with("ca"));
        if !cases && !is_of(metric, "of_disease") {
            return;
        }
        // A herd is no sick herd.
        if metric == Some("livestock") && !self.tells_of_sickness(quantity) {
            return;
        }
        let disease = self.in_sentence(quantity).or_else(|| self.before(quantity)).or(self.only);
        quantity.disease = disease.map(|disease| disease.id.clone());
    }

    /// Whether the words around a figure speak of the sick or the dead.
    fn tells_of_sickness(&self, quantity: &Quantity) -> bool {
        let Some(at) = self.view.sentence_at(quantity.span.start) else { return false };
        let sentence = self.view.folded_words(self.view.sentences[at].span);
        last(sentence, "sickness").is_some()
    }

    /// The disease named last before a figure: the talk is still of it.
    fn before(&self, quantity: &Quantity) -> Option<&'a Disease> {
        let at = self.named.partition_point(|disease| disease.span.start < quantity.span.start);
        let last = self.named[..at].last()?;
        // "sốt xuất huyết Dengue nặng" is told of some patients, the disease of all.
        let whole =
            |other: &&Disease| other.name != last.name && last.name.starts_with(&other.name);
        self.named[..at].iter().rev().take(NEAR).find(whole).or(Some(last))
    }

    fn in_sentence(&self, quantity: &Quantity) -> Option<&'a Disease> {
        let sentence = self.view.sentences[self.view.sentence_at(quantity.span.start)?].span;
        let from = self.named.partition_point(|disease| disease.span.start < sentence.start);
        let to = self.named.partition_point(|disease| disease.span.start < sentence.end);
        let near = &self.named[from..to];
        let apart = |disease: &&Disease| {
            disease
                .span
                .start
                .abs_diff(quantity.span.end)
                .min(quantity.span.start.abs_diff(disease.span.end))
        };
        near.iter().min_by_key(apart)
    }
}
