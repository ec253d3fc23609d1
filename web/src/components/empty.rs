use yew::prelude::*;

use super::use_lang;

#[derive(PartialEq, Properties)]
pub(super) struct Props {
    pub(super) idle: bool,
    pub(super) waiting: bool,
}

/// What to do to get a timeline; a quiet stand-in while one is being made.
#[component]
pub(super) fn Empty(props: &Props) -> Html {
    let lang = use_lang();
    if !props.idle {
        return html! {
            <section class="panel story" id="timeline" aria-busy={props.waiting.to_string()}>
                if props.waiting {
                    <div class="bones" aria-hidden="true"><i /><i /><i /><i /></div>
                }
            </section>
        };
    }
    html! {
        <section class="panel intro" id="timeline">
            <h2>{ lang.t("empty.heading") }</h2>
            <p>{ lang.t("empty.body") }</p>
            <ol>
                <li>{ lang.t("empty.step_paste") }</li>
                <li>{ lang.t("empty.step_check") }</li>
                <li>{ lang.t("empty.step_save") }</li>
            </ol>
        </section>
    }
}
