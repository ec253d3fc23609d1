use std::rc::Rc;

use yew::prelude::*;

use super::{Dispatch, Same, title, use_lang};
use crate::{
    i18n::Lang,
    protocol::Article,
    state::{Action, ArticleRef, Document, Failure, Fault, PASTED, State, Status},
};

#[derive(PartialEq, Properties)]
pub(super) struct Props {
    pub(super) state: UseReducerHandle<State>,
}

/// The articles to choose from. One pasted article alone needs no list.
#[component]
pub(super) fn Articles(props: &Props) -> Html {
    let lang = use_lang();
    let state = &props.state;
    let alone = state.documents.iter().all(|d| d.id == PASTED && d.articles.len() == 1);
    let failed = state.documents.iter().any(|d| matches!(d.status, Status::Failed(_)));
    if alone && !failed {
        return html! {};
    }
    let count = state.articles().count().to_string();
    html! {
        <nav class="articles" aria-labelledby="articles-heading">
            <h2 id="articles-heading">
                { lang.t("articles.heading") }
                <span class="count">{ lang.with("articles.count", &[("n", &count)]) }</span>
            </h2>
            <ul>
                { for state.documents.iter().map(|document| html! {
                    <Row
                        key={document.id}
                        document={Same(Rc::clone(document))}
                        chosen={state.chosen.filter(|c| c.document == document.id).map(|c| c.index)}
                        dispatch={state.dispatcher()}
                    />
                }) }
            </ul>
        </nav>
    }
}

#[derive(PartialEq, Properties)]
struct RowProps {
    document: Same<Document>,
    /// The article that is shown, where it is one of this document's.
    chosen: Option<usize>,
    dispatch: Dispatch,
}

/// One document with its articles.
#[component]
fn Row(props: &RowProps) -> Html {
    let lang = use_lang();
    let document = &*props.document;
    let name = document.name.as_deref().map_or_else(|| lang.t("articles.pasted"), str::to_owned);
    let (dispatch, id) = (props.dispatch.clone(), document.id);
    html! {
        <li class="document">
            <div class="document-name">
                <span class="name" title={name.clone()}>{ &name }</span>
                if document.status == Status::Waiting {
                    <span class="waiting">{ lang.t("articles.waiting") }</span>
                }
                <button
                    type="button"
                    class="remove"
                    aria-label={lang.with("articles.remove", &[("name", &name)])}
                    onclick={move |_| dispatch.dispatch(Action::Removed(id))}
                >
                    { "×" }
                </button>
            </div>
            { trouble(props, lang) }
            <ul>
                { for document.articles.iter().enumerate().map(|(index, article)| {
                    choice(props, ArticleRef { document: document.id, index }, article, lang)
                }) }
            </ul>
        </li>
    }
}

/// Why a document has no article.
fn trouble(props: &RowProps, lang: Lang) -> Html {
    let document = &*props.document;
    let why = match &document.status {
        Status::Failed(Failure::Refused(why)) => why.clone(),
        Status::Failed(Failure::Unreadable) => lang.t("fault.unreadable"),
        Status::Failed(Failure::Lost(Fault::TimedOut)) => lang.t("fault.document_timed_out"),
        Status::Failed(Failure::Lost(_)) => lang.t("fault.document_crashed"),
        Status::Read if document.articles.is_empty() => lang.t("articles.none_in"),
        Status::Read | Status::Waiting => return html! {},
    };
    let retry = matches!(document.status, Status::Failed(Failure::Lost(_))).then(|| {
        let dispatch = props.dispatch.clone();
        html! {
            <button
                type="button"
                class="button quiet"
                onclick={move |_| dispatch.dispatch(Action::Retried)}
            >
                { lang.t("fault.retry") }
            </button>
        }
    });
    html! {
        <p class="trouble">
            <strong>{ lang.t("articles.failed") }</strong>{ ": " }{ why }{ retry }
        </p>
    }
}

fn choice(props: &RowProps, article: ArticleRef, content: &Article, lang: Lang) -> Html {
    let record = &content.record;
    let current = props.chosen == Some(article.index);
    let dispatch = props.dispatch.clone();
    let events = record.events.len().to_string();
    html! {
        <li key={article.index}>
            <button
                type="button"
                class="choice"
                aria-current={current.then_some("true")}
                onclick={move |_| dispatch.dispatch(Action::Chosen(article))}
            >
                <span>{ title(record, lang) }</span>
                <span class="count">{ lang.with("articles.events", &[("n", &events)]) }</span>
            </button>
        </li>
    }
}
