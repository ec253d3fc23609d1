//! Structure, times and events put together: a text's records.

mod around;
mod events;

use nienbieu_model::{Block, BlockKind, Publication, PublicationStatus, Record, Span, Time};
use sha2::{Digest, Sha256};

use crate::{
    Document, Options, Reference,
    layers::{self, View},
    resolve::{self, Writing, publication},
    scan::{self, Match},
    structure::{
        self, Article,
        sentences::{self, Sentence},
    },
    text::{Folded, lines::lines},
};
use around::Around;

/// A text on its way to being records.
struct Page<'a> {
    text: &'a str,
    folded: &'a Folded,
    matches: &'a [Match],
    options: &'a Options,
    /// The day of publication that stands beside the text, and where.
    beside: Option<(&'a Reference, &'a str)>,
    template: Record,
}

/// The records of a text: one an article.
pub(crate) fn records(document: &Document<'_>, options: &Options) -> Vec<Record> {
    let Document { text, bytes, source, published } = *document;
    let folded = Folded::for_times(text);
    let lines = lines(text, &folded);
    let matches = scan::scan(folded.as_str(), &|at| scan::capital_at(text, &folded, at));
    let (moments, places) = scan::moments(&matches);
    let articles = structure::analyze(&folded, &lines, &moments);

    let mut template = Record::new(identify(bytes), 1);
    template.source = source.clone();
    template.text = Some(text.into());
    let page =
        Page { text, folded: &folded, matches: &matches, options, beside: published, template };
    if articles.is_empty() {
        let mut blank = page.template;
        blank.source.part = 1;
        return vec![blank];
    }
    let parts = articles.into_iter().zip(1..);
    parts.map(|(article, part)| page.record(article, part, &places)).collect()
}

/// The times of a phrase that is no article: no title, no stamp, no furniture.
pub(crate) fn times(phrase: &str, reference: Option<&Reference>) -> Vec<Time> {
    let folded = Folded::for_times(phrase);
    let matches = scan::scan(folded.as_str(), &|at| scan::capital_at(phrase, &folded, at));
    let blocks: Vec<Block> =
        lines(phrase, &folded).iter().map(|line| plain_block(line.span)).collect();
    let sentences = sentences::split(phrase, &blocks);
    let around = Around::new(&folded, &sentences);
    let locate = |range: &std::ops::Range<usize>| {
        let span = folded.span(range.start, range.end);
        (span, span.of(phrase).unwrap_or_default().to_owned())
    };
    let writing = match reference {
        Some(reference) => Writing::on(reference.clone()),
        None => publication::infer(&matches, &around, &|range| locate(range).0).1,
    };
    resolve::resolve(&matches, &writing, &around).into_model(&locate).0
}

/// A paragraph.
const fn plain_block(span: Span) -> Block {
    Block { kind: BlockKind::Paragraph, span, marker: None, parent: None, reason: None }
}

/// `sha256:` and the hex digest of the input bytes.
fn identify(bytes: &[u8]) -> String {
    use std::fmt::Write;
    let digest = Sha256::digest(bytes);
    digest.iter().fold("sha256:".to_owned(), |mut id, byte| {
        // Writing to a string cannot fail.
        let _ = write!(id, "{byte:02x}");
        id
    })
}

impl Page<'_> {
    fn record(&self, article: Article, part: u32, places: &[usize]) -> Record {
        let mut record = self.template.clone();
        record.source.part = part;
        let matches = self.matches_of(&article);
        let sentences = sentences::split(self.text, &article.blocks);
        let around = Around::new(self.folded, &sentences);

        let stamp = |moment: Option<usize>| moment.and_then(|m| self.matches.get(*places.get(m)?));
        // What stands beside several articles is said of the first.
        let beside = self.beside.filter(|_| part == 1);
        let (published, writing) =
            self.publication(stamp(article.published), beside, &matches, &around);
        let changed =
            stamp(article.modified).map(|m| publication::dated_by(m, stamp(article.published)));
        record.modified = changed
            .and_then(|m| {
                let span = self.folded.span(m.range.start, m.range.end);
                publication::stated(&m, span, &self.options.time_zone)
            })
            .map(|(modified, _)| modified);
        record.published = published;

        let times = resolve::resolve(&matches, &writing, &around);
        let locate = |range: &std::ops::Range<usize>| {
            let span = self.folded.span(range.start, range.end);
            (span, span.of(self.text).unwrap_or_default().to_owned())
        };
        let (times, diagnostics) = times.into_model(&locate);
        record.diagnostics = diagnostics;
        if record.published.status == PublicationStatus::User {
            self.compare_with_page(stamp(article.published), &mut record);
        }
        if let Some((reference, by)) = beside {
            let remark = publication::remark_on_metadata(&record.published, reference, by);
            record.diagnostics.extend(remark);
        }
        record.title = article.title;
        record.lead = article.lead;
        record.byline = article.byline;
        record.outlet = article.outlet;
        record.section = article.section;
        let view = View {
            text: self.text,
            folded: self.folded,
            blocks: &article.blocks,
            sentences: &sentences,
            times: &times,
        };
        layers::fill(&mut record, &view);
        record.times = times;
        record.blocks = article.blocks;
        record.events = events::timeline(
            &record,
            self.folded,
            &sentences,
            stamp(article.published).map(|m| locate(&m.range).0),
        );
        record
    }

    /// The times that stand in the article's own lines: none from page furniture.
    fn matches_of(&self, article: &Article) -> Vec<Match> {
        let blocks = &article.blocks;
        let kept = |m: &&Match| {
            let at = self.folded.original_start(m.range.start);
            let block = blocks.partition_point(|block| block.span.end <= at);
            blocks.get(block).is_some_and(|b| b.span.start <= at && b.kind != BlockKind::Chrome)
        };
        let (Some(first), Some(last)) = (blocks.first(), blocks.last()) else { return Vec::new() };
        let place = |at: usize| {
            let at = self.folded.folded_at(at);
            self.matches.partition_point(|m| m.range.start < at)
        };
        let within = &self.matches[place(first.span.start)..place(last.span.end)];
        within.iter().filter(kept).cloned().collect()
    }

    /// When the article was written: said by the user, by the page, or to be had from its words.
    fn publication(
        &self,
        stamp: Option<&Match>,
        beside: Option<(&Reference, &str)>,
        matches: &[Match],
        around: &Around<'_>,
    ) -> (Publication, Writing) {
        if let Some(reference) = &self.options.published {
            let zone = reference.zone().unwrap_or(&self.options.time_zone).to_owned();
            return (publication::by_user(reference, zone), Writing::on(reference.clone()));
        }
        let stated = stamp.and_then(|m| {
            let span = self.folded.span(m.range.start, m.range.end);
            publication::stated(m, span, &self.options.time_zone)
        });
        let zone = &self.options.time_zone;
        let beside = || beside.map(|(reference, _)| publication::beside(reference, zone));
        stated.or_else(beside).unwrap_or_else(|| {
            let locate = |range: &std::ops::Range<usize>| self.folded.span(range.start, range.end);
            publication::infer(matches, around, &locate)
        })
    }

    /// Says aloud where the user's date is not the page's.
    fn compare_with_page(&self, stamp: Option<&Match>, record: &mut Record) {
        let Some(stamp) = stamp else { return };
        let span: Span = self.folded.span(stamp.range.start, stamp.range.end);
        let Some((page, _)) = publication::stated(stamp, span, &self.options.time_zone) else {
            return;
        };
        let day =
            |edtf: &Option<String>| edtf.as_deref().and_then(|e| e.get(..10)).map(str::to_owned);
        if day(&page.edtf) != day(&record.published.edtf) {
            record.diagnostics.push(nienbieu_model::Diagnostic {
                code: "published_contradicts_page".into(),
                severity: nienbieu_model::Severity::Warning,
                message: format!(
                    "the date given is {}, the page says {}",
                    record.published.edtf.as_deref().unwrap_or_default(),
                    page.edtf.as_deref().unwrap_or_default()
                ),
                span: Some(span),
            });
        }
    }
}

/// A sentence's words, folded.
fn words<'a>(folded: &'a Folded, sentence: &Sentence) -> &'a str {
    let range = folded.folded_at(sentence.span.start)..folded.folded_at(sentence.span.end);
    folded.as_str().get(range).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use crate::{Options, parse};

    #[test]
    fn a_captions_day_is_not_the_one_spoken_of() {
        let page = "Khánh thành cầu Nậm Pồ\n10/08/2022 08:00\n\n\
            Sáng 5/8, huyện khánh thành cầu treo Nậm Pồ dài 120 m, nối hai bản vùng cao với trung tâm xã.\n\n\
            Ảnh: Người dân qua cầu ngày 7/8\n\n\
            Chiều cùng ngày, đoàn công tác tặng 30 suất quà cho các hộ nghèo ở hai đầu cầu.";
        let record = &parse(page, &Options::default())[0];
        let time = record.times.iter().find(|time| time.text == "Chiều cùng ngày").unwrap();
        assert_eq!(time.edtf.as_deref(), Some("2022-08-05"));
    }
}
