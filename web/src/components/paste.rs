use gloo_timers::callback::Timeout;
use web_sys::{FileList, HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::{Dispatch, use_lang};
use crate::state::Action;

/// How long typing must rest before it is read; a paste is read at once.
const REST: u32 = 150;
/// An article written for this page.
const SAMPLE: &str = include_str!("../../assets/sample.txt");

#[derive(PartialEq, Properties)]
pub(super) struct Props {
    pub(super) dispatch: Dispatch,
    pub(super) on_files: Callback<FileList>,
    pub(super) has_pasted: bool,
    pub(super) has_any: bool,
}

/// The paste box with its buttons.
#[component]
pub(super) fn Paste(props: &Props) -> Html {
    let lang = use_lang();
    let area = use_node_ref();
    let timer = use_mut_ref(|| None::<Timeout>);

    {
        let area = area.clone();
        use_effect_with((), move |()| with_area(&area, |area| drop(area.focus())));
    }
    {
        // The pasted text was taken away by another button.
        let (area, timer) = (area.clone(), timer.clone());
        use_effect_with(props.has_pasted, move |&has_pasted| {
            if !has_pasted && timer.borrow().is_none() {
                with_area(&area, |area| area.set_value(""));
            }
        });
    }
    let on_input = {
        let (dispatch, timer) = (props.dispatch.clone(), timer.clone());
        Callback::from(move |event: InputEvent| {
            let Some(area) = event.target_dyn_into::<HtmlTextAreaElement>() else { return };
            let rest = if event.input_type().starts_with("insertFrom") { 0 } else { REST };
            let (dispatch, done) = (dispatch.clone(), timer.clone());
            *timer.borrow_mut() = Some(Timeout::new(rest, move || {
                drop(done.take());
                dispatch.dispatch(Action::Typed(area.value().into()));
            }));
        })
    };
    let on_sample = {
        let (dispatch, area) = (props.dispatch.clone(), area.clone());
        move |_| {
            with_area(&area, |area| area.set_value(SAMPLE));
            dispatch.dispatch(Action::Typed(SAMPLE.into()));
        }
    };
    let on_clear = {
        let (dispatch, area) = (props.dispatch.clone(), area.clone());
        move |_| {
            with_area(&area, |area| {
                area.set_value("");
                drop(area.focus());
            });
            dispatch.dispatch(Action::Cleared);
        }
    };
    let on_change = {
        let on_files = props.on_files.clone();
        Callback::from(move |event: Event| {
            let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
            if let Some(files) = input.files() {
                on_files.emit(files);
            }
            // So that the same file can be picked again.
            input.set_value("");
        })
    };
    html! {
        <div class="paste">
            <h2 id="input-heading" class="hidden">{ lang.t("input.heading") }</h2>
            <label for="paste-box">{ lang.t("input.label") }</label>
            <textarea
                id="paste-box"
                ref={area}
                lang="vi"
                spellcheck="false"
                autocomplete="off"
                placeholder={lang.t("input.placeholder")}
                oninput={on_input}
            />
            <div class="buttons">
                <label class="button" for="file-input">{ lang.t("input.files") }
                    <input
                        id="file-input"
                        class="hidden"
                        type="file"
                        multiple=true
                        accept=".txt,.md,.html,.htm,text/plain,text/markdown,text/html"
                        onchange={on_change}
                        aria-describedby="files-hint"
                    />
                </label>
                <button type="button" class="button" onclick={on_sample}>
                    { lang.t("input.sample") }
                </button>
                if props.has_any {
                    <button type="button" class="button quiet" onclick={on_clear}>
                        { lang.t("input.clear") }
                    </button>
                }
            </div>
            <p id="files-hint" class="hint">{ lang.t("input.files_hint") }</p>
        </div>
    }
}

fn with_area(area: &NodeRef, act: impl FnOnce(&HtmlTextAreaElement)) {
    if let Some(area) = area.cast::<HtmlTextAreaElement>() {
        act(&area);
    }
}
