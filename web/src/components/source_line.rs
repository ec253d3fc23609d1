use nienbieu_model::{BlockKind, Span, Time};
use yew::prelude::*;

use super::{Shown, quote_id, use_lang, words_id};
use crate::{
    dates::show,
    i18n::Lang,
    state::Selection,
    text::{Line, Segment, segments},
    view::reading,
};

#[derive(PartialEq, Properties)]
pub(super) struct Props {
    pub(super) article: Shown,
    pub(super) line: Line,
    /// What is marked, where it touches this line.
    pub(super) selection: Option<Selection>,
}

/// One line of the source.
#[component]
pub(super) fn SourceLine(props: &Props) -> Html {
    let lang = use_lang();
    let record = &props.article.record;
    let block = props.line.block.and_then(|index| record.blocks.get(index));
    let kind = block.map_or("blank", |block| block.kind.as_str()).to_owned();
    let chrome = block.filter(|block| block.kind == BlockKind::Chrome);
    let reason = chrome.map(|block| match &block.reason {
        Some(reason) => lang.label("reason", reason),
        None => lang.label("block", block.kind.as_str()),
    });
    html! {
        <p class="line" data-block={kind}>
            { for words(props, lang) }
            if let Some(reason) = reason {
                <span class="reason">
                    <span class="hidden">{ " (" }</span>
                    { lang.t("source.left_out") }{ ": " }{ reason }
                    <span class="hidden">{ ")" }</span>
                </span>
            }
        </p>
    }
}

/// The line's words, cut where a time or the marked quote begins or ends.
fn words(props: &Props, lang: Lang) -> Vec<Html> {
    let (text, line) = (props.article.text(), props.line.span);
    let record = &props.article.record;
    let times: Vec<&Time> = record.times.iter().filter(|t| t.span.overlaps(line)).collect();
    let quote = marked_quote(props);
    let mut spans: Vec<Span> = times.iter().map(|time| time.span).collect();
    spans.extend(quote);
    let pieces = segments(text, line, &spans);
    let drawing = Drawing { props, lang, times: &times, quote };
    pieces.iter().map(|piece| drawing.piece(piece, text)).collect()
}

fn marked_quote(props: &Props) -> Option<Span> {
    let event = props.selection.as_ref()?.event.as_ref()?;
    props.article.record.events.iter().find(|e| e.id == *event).map(|e| e.quote)
}

struct Drawing<'d> {
    props: &'d Props,
    lang: Lang,
    times: &'d [&'d Time],
    quote: Option<Span>,
}

impl Drawing<'_> {
    fn piece(&self, piece: &Segment, text: &str) -> Html {
        let words = piece.span.of(text).unwrap_or_default();
        let quoted = self.quote.is_some_and(|quote| quote.contains(piece.span));
        let starts = self.quote.is_some_and(|quote| quote.start == piece.span.start);
        let inner = match piece.covers.iter().find_map(|&index| self.times.get(index)) {
            Some(time) => self.time(time, piece, words),
            None => html! { { words } },
        };
        if !quoted {
            return inner;
        }
        let id = self.props.selection.as_ref().and_then(|s| s.event.as_deref()).filter(|_| starts);
        html! { <span class="quoted" id={id.map(quote_id)}>{ inner }</span> }
    }

    /// A piece of a time's words. The first one stands for the time: it takes the focus.
    fn time(&self, time: &Time, piece: &Segment, words: &str) -> Html {
        let picked = self.props.selection.as_ref().is_some_and(|s| s.times.contains(&time.id));
        let depth = piece.covers.iter().filter(|&&index| index < self.times.len()).count();
        let class = classes!(
            "time",
            reading(time).name(),
            picked.then_some("picked"),
            (depth > 1).then_some("nested"),
            (piece.span.start == time.span.start).then_some("starts"),
            (piece.span.end == time.span.end).then_some("ends"),
        );
        let id = time.id.clone();
        if piece.span.start != time.span.start {
            return html! { <mark {class} data-time={id}>{ words }</mark> };
        }
        let value = time
            .edtf
            .as_deref()
            .map_or_else(|| time.value.clone().unwrap_or_default(), |edtf| show(edtf, self.lang));
        let label =
            self.lang.with("source.time_label", &[("words", &time.text), ("value", &value)]);
        html! {
            <mark
                {class}
                id={words_id(&time.id)}
                data-time={id}
                role="button"
                tabindex="0"
                aria-label={label}
                aria-pressed={picked.to_string()}
            >
                { words }
            </mark>
        }
    }
}
