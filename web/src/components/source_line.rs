use nienbieu_model::{BlockKind, Span};
use yew::prelude::*;

use super::{Same, Shown, item_class, item_label, use_lang};
use crate::{
    i18n::Lang,
    layers::{Item, Layer, Marks},
    state::Selection,
    text::{Line, Segment, segments},
};

#[derive(PartialEq, Properties)]
pub(super) struct Props {
    pub(super) article: Shown,
    pub(super) marks: Same<Marks>,
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

/// The line's words, cut where an item or what is quoted begins or ends.
fn words(props: &Props, lang: Lang) -> Vec<Html> {
    let (text, line) = (props.article.text(), props.line.span);
    let items: Vec<Item<'_>> = props.marks.over(line, &props.article.record).collect();
    let quotes = quoted(props);
    let mut spans: Vec<Span> = items.iter().map(|item| item.span()).collect();
    spans.extend(&quotes);
    let pieces = segments(text, line, &spans);
    let mut drawing = Drawing { props, lang, drawn: vec![false; items.len()], items, quotes };
    pieces.iter().map(|piece| drawing.piece(piece, text)).collect()
}

/// What is marked as a whole: the quote of an event, the lines of an instruction.
fn quoted(props: &Props) -> Vec<Span> {
    let Some(selection) = props.selection.as_ref() else { return Vec::new() };
    let record = &props.article.record;
    let event = record.events.iter().find(|event| selection.event.as_ref() == Some(&event.id));
    let items = selection.items.iter().filter_map(|id| Item::find(record, id));
    let whole = items.filter(|item| item.layer() == Layer::Instruction).map(Item::span);
    event.map(|event| event.quote).into_iter().chain(whole).collect()
}

struct Drawing<'d> {
    props: &'d Props,
    lang: Lang,
    items: Vec<Item<'d>>,
    /// Which of the items have a piece of their own already.
    drawn: Vec<bool>,
    quotes: Vec<Span>,
}

impl Drawing<'_> {
    fn piece(&mut self, piece: &Segment, text: &str) -> Html {
        let words = piece.span.of(text).unwrap_or_default();
        let covers: Vec<usize> =
            piece.covers.iter().copied().filter(|&index| index < self.items.len()).collect();
        let inner = match covers.first() {
            Some(&index) => self.item(index, &covers, piece, words),
            None => html! { { words } },
        };
        if !self.quotes.iter().any(|quote| quote.contains(piece.span)) {
            return inner;
        }
        html! { <span class="quoted">{ inner }</span> }
    }

    /// A piece of an item's words. The first one that is its alone stands for the item: it takes the
    /// focus. Where a whole is picked, so are the items in it.
    fn item(&mut self, index: usize, covers: &[usize], piece: &Segment, words: &str) -> Html {
        let item = self.items[index];
        let selection = self.props.selection.as_ref();
        let is_picked = |index: &usize| {
            let id = self.items[*index].id();
            selection.is_some_and(|selection| selection.items.iter().any(|picked| picked == id))
        };
        let around = covers.get(1).map(|&outer| format!("in-{}", self.items[outer].layer().name()));
        let class = classes!(
            item_class(item),
            covers.iter().any(is_picked).then_some("picked"),
            around.as_ref().map(|_| "nested"),
            around,
            (piece.span.start == item.span().start).then_some("starts"),
            (piece.span.end == item.span().end).then_some("ends"),
        );
        let id = item.id().to_owned();
        let continued = item.span().start < self.props.line.span.start;
        if std::mem::replace(&mut self.drawn[index], true) || continued {
            return html! { <mark {class} data-item={id}>{ words }</mark> };
        }
        html! {
            <mark
                {class}
                data-item={id}
                role="button"
                tabindex="0"
                aria-label={item_label(item, &self.props.article.record, self.lang)}
                aria-pressed={is_picked(&index).to_string()}
            >
                { words }
            </mark>
        }
    }
}
