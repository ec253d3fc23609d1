use nienbieu_model::Record;
use yew::prelude::*;

use super::{Shown, item_class, use_lang};
use crate::{i18n::Lang, layers::Item, view::explain};

#[derive(PartialEq, Properties)]
pub(super) struct Props {
    pub(super) article: Shown,
    /// The item that is pointed at, or marked.
    pub(super) item: Option<String>,
}

/// How an item was read: a time's value, bounds and anchor, a figure's metric, when and where, a
/// paper's issuer, and so on.
#[component]
pub(super) fn Details(props: &Props) -> Html {
    let lang = use_lang();
    let record = &props.article.record;
    let item = props.item.as_deref().and_then(|id| Item::find(record, id));
    html! {
        <aside
            class={classes!("details", item.is_none().then_some("details-empty"))}
            id="details"
            aria-label={lang.t("details.heading")}
        >
            { match item {
                Some(item) => explained(item, record, lang),
                None => html! { <p class="hint">{ lang.t("details.none") }</p> },
            } }
        </aside>
    }
}

fn explained(item: Item<'_>, record: &Record, lang: Lang) -> Html {
    let words = item.words(record);
    let explained = explain(item, record, lang);
    let meaning = explained.meaning.filter(|meaning| meaning != words);
    html! {
        <>
            <p class="details-head">
                <mark class={item_class(item)} lang="vi">{ words }</mark>
                <strong>{ meaning }</strong>
                <span class="tag">{ explained.sort }</span>
            </p>
            <dl class="facts">
                { for explained.rows.into_iter().map(|(key, value)| html! {
                    <div><dt>{ lang.t(key) }</dt><dd>{ value }</dd></div>
                }) }
            </dl>
        </>
    }
}
