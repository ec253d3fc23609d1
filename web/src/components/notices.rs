use yew::prelude::*;

use super::use_lang;
use crate::state::{Action, Condition, Fault, State};

#[derive(PartialEq, Properties)]
pub(super) struct Props {
    pub(super) state: UseReducerHandle<State>,
}

/// What went wrong with the worker.
#[component]
pub(super) fn Notices(props: &Props) -> Html {
    let lang = use_lang();
    let reader = &props.state.reader;
    let (heading, body, button, action) = match (reader.condition, reader.replaced) {
        (Condition::GivenUp(fault), _) => {
            ("fault.given_up", given_up(fault), "fault.retry", Action::Retried)
        }
        (_, Some(fault)) => ("fault.heading", replaced(fault), "fault.dismiss", Action::NoticeSeen),
        _ => return html! { <div role="alert" class="notices" /> },
    };
    let dispatch = props.state.dispatcher();
    html! {
        <div role="alert" class="notices">
            <div class="notice">
                <p><strong>{ lang.t(heading) }</strong></p>
                <p>{ lang.t(body) }</p>
                <button
                    type="button"
                    class="button quiet"
                    onclick={move |_| dispatch.dispatch(action.clone())}
                >
                    { lang.t(button) }
                </button>
            </div>
        </div>
    }
}

const fn given_up(fault: Fault) -> &'static str {
    match fault {
        Fault::Crashed => "fault.given_up_crashed",
        Fault::TimedOut => "fault.given_up_timed_out",
        Fault::OtherVersion => "fault.other_version",
    }
}

const fn replaced(fault: Fault) -> &'static str {
    match fault {
        Fault::TimedOut => "fault.timed_out",
        Fault::Crashed | Fault::OtherVersion => "fault.crashed",
    }
}
