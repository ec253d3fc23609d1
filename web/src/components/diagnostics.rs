use yew::prelude::*;

use super::{Shown, use_lang};

#[derive(PartialEq, Properties)]
pub(super) struct Props {
    pub(super) article: Shown,
}

/// What the parser found doubtful.
#[component]
pub(super) fn Diagnostics(props: &Props) -> Html {
    let lang = use_lang();
    let diagnostics = &props.article.record.diagnostics;
    if diagnostics.is_empty() {
        return html! {};
    }
    html! {
        <section class="diagnostics" aria-labelledby="diagnostics-heading">
            <h2 id="diagnostics-heading">
                { lang.t("diagnostics.heading") }
                <span class="count">{ diagnostics.len() }</span>
            </h2>
            <ul>
                { for diagnostics.iter().map(|diagnostic| {
                    let words = diagnostic.span.and_then(|span| span.of(props.article.text()));
                    html! {
                        <li data-severity={diagnostic.severity.as_str().to_owned()}>
                            <span class="tag">
                                { lang.label("severity", diagnostic.severity.as_str()) }
                            </span>
                            { " " }
                            { &diagnostic.message }
                            if let Some(words) = words {
                                { " " }<q lang="vi">{ words }</q>
                            }
                        </li>
                    }
                }) }
            </ul>
        </section>
    }
}
