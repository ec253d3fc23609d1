use nienbieu_export::dates::show;
use nienbieu_model::{Record, SpannedText};
use yew::prelude::*;

use super::{Dispatch, Shown, published::Published, title, use_lang};
use crate::i18n::Lang;

#[derive(PartialEq, Properties)]
pub(super) struct Props {
    pub(super) article: Shown,
    pub(super) given: bool,
    pub(super) dispatch: Dispatch,
}

/// The article's title, where it comes from, and when it was published.
#[component]
pub(super) fn ArticleHead(props: &Props) -> Html {
    let lang = use_lang();
    let record = &props.article.record;
    let fact = |key: &str, value: &Option<SpannedText>| {
        value.as_ref().map(|value| {
            html! { <div><dt>{ lang.t(key) }</dt><dd>{ &value.text }</dd></div> }
        })
    };
    html! {
        <header class="article-head">
            <h2 class="article-title" lang="vi">{ title(record, lang) }</h2>
            <dl class="facts">
                { fact("article.outlet", &record.outlet) }
                { fact("article.section", &record.section) }
                { fact("article.byline", &record.byline) }
            </dl>
            <Published
                article={props.article.clone()}
                given={props.given}
                dispatch={props.dispatch.clone()}
            />
            if let Some(modified) = modified(record, lang) {
                <p class="modified">
                    <span class="basis">{ lang.t("article.modified") }</span>{ " " }{ modified }
                </p>
            }
        </header>
    }
}

/// When the article was last changed.
fn modified(record: &Record, lang: Lang) -> Option<String> {
    record.modified.as_ref()?.edtf.as_deref().map(|edtf| show(edtf, lang.into()))
}
