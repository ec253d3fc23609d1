use std::rc::Rc;

use yew::prelude::*;

use super::{
    Same, article::ArticleHead, articles::Articles, details::Details, diagnostics::Diagnostics,
    downloads::Downloads, empty::Empty, header::Header, list::List, notices::Notices, paste::Paste,
    source::Source, status::StatusLine,
};
use crate::{
    browser::{read_in_order, stored_language},
    hooks::{use_drop_zone, use_language, use_reveal, use_worker},
    i18n::Lang,
    state::{Action, State},
};

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        // The pointer goes over every word: what it leaves as it was is not drawn anew.
        if matches!(&action, Action::Pointed(item) if *item == self.pointed) {
            return self;
        }
        Rc::new(self.after(action))
    }
}

/// The whole page.
#[component]
pub fn App() -> Html {
    let state = use_reducer_eq(|| State {
        lang: stored_language().unwrap_or_default(),
        ..State::default()
    });
    let on_files = {
        let dispatcher = state.dispatcher();
        use_callback((), move |files: web_sys::FileList, ()| {
            let dispatcher = dispatcher.clone();
            read_in_order(&files, Rc::new(move |action| dispatcher.dispatch(action)));
        })
    };
    use_worker(&state);
    use_language(state.lang);
    use_reveal(state.selection.as_ref());
    let dragging = use_drop_zone(on_files.clone());
    let lang = state.lang;

    html! {
        <ContextProvider<Lang> context={lang}>
            <a class="skip" href="#timeline">{ lang.t("app.skip") }</a>
            <Header dispatch={state.dispatcher()} />
            <main class={classes!("page", state.documents.is_empty().then_some("page-empty"))}>
                <section class="panel desk" aria-labelledby="input-heading">
                    <Paste
                        dispatch={state.dispatcher()}
                        on_files={on_files}
                        has_pasted={state.document(crate::state::PASTED).is_some()}
                        has_any={!state.documents.is_empty()}
                    />
                    <Notices state={state.clone()} />
                    <Articles state={state.clone()} />
                    <Downloads state={state.clone()} />
                    <StatusLine state={state.clone()} />
                </section>
                { shown(&state) }
            </main>
            if dragging {
                <div class="drop" aria-hidden="true"><p>{ lang.t("input.drop") }</p></div>
            }
        </ContextProvider<Lang>>
    }
}

/// The shown article, or what to do to get one.
fn shown(state: &UseReducerHandle<State>) -> Html {
    let Some((document, article)) = state.shown() else {
        return html! { <Empty idle={state.documents.is_empty()} waiting={state.waiting() > 0} /> };
    };
    let shown = Same(Rc::clone(article));
    let dispatch = state.dispatcher();
    let given = document.dates.contains_key(&article.record.source.part);
    let pointed =
        state.pointed.clone().or_else(|| state.selection.as_ref()?.items.first().cloned());
    html! {
        <>
            <section class="panel story" aria-labelledby="timeline-heading">
                <ArticleHead
                    key={format!("{:?}", state.chosen)}
                    article={shown.clone()}
                    {given}
                    dispatch={dispatch.clone()}
                />
                <List
                    article={shown.clone()}
                    tab={state.tab}
                    filter={state.filter.clone()}
                    selection={state.selection.clone()}
                    dispatch={dispatch.clone()}
                />
                <Diagnostics article={shown.clone()} />
            </section>
            <section class="panel text" aria-labelledby="source-heading">
                <Source
                    article={shown.clone()}
                    selection={state.selection.clone()}
                    dispatch={dispatch}
                />
                <Details article={shown} item={pointed} />
            </section>
        </>
    }
}
