use std::rc::Rc;

use gloo_timers::callback::Timeout;
use yew::prelude::*;

use crate::{
    browser::Link,
    state::{Action, Condition, Content, Fault, State},
};

/// How long the worker may take to load.
const TO_START: u32 = 30_000;
/// How long a reading may take, whatever its length, and how much more for each 64 KiB.
const TO_READ: u32 = 5_000;
const FOR_EACH_64_KIB: u32 = 250;

/// Keeps a worker running, gives it the state's jobs, and replaces it when it is lost.
#[hook]
pub fn use_worker(state: &UseReducerHandle<State>) {
    let link = use_mut_ref(|| None::<Link>);
    let generation = state.reader.generation;
    let given_up = matches!(state.reader.condition, Condition::GivenUp(_));

    {
        let (link, dispatcher) = (Rc::clone(&link), state.dispatcher());
        use_effect_with((generation, given_up), move |&(generation, given_up)| {
            link.replace(None);
            if given_up {
                return;
            }
            let lost = dispatcher.clone();
            match Link::start(generation, Rc::new(move |action| dispatcher.dispatch(action))) {
                Ok(started) => drop(link.replace(Some(started))),
                Err(_) => lost.dispatch(Action::WorkerLost(generation, Fault::Crashed)),
            }
        });
    }
    {
        let (job, dispatcher) = (state.next_job(), state.dispatcher());
        use_effect_with(job.as_ref().map(|job| job.request.ticket), move |_| {
            if let Some((job, link)) = job.as_ref().zip(link.borrow().as_ref()) {
                dispatcher.dispatch(match link.post(job) {
                    Ok(()) => Action::Sent(job.request.ticket),
                    Err(_) => Action::WorkerLost(generation, Fault::Crashed),
                });
            }
        });
    }
    {
        let (limit, dispatcher) = (limit(state), state.dispatcher());
        use_effect_with((generation, state.reader.busy, limit), move |_| {
            let timer = limit.map(|limit| {
                Timeout::new(limit, move || {
                    dispatcher.dispatch(Action::WorkerLost(generation, Fault::TimedOut));
                })
            });
            move || drop(timer)
        });
    }
}

/// How long to wait for what the worker is at; `None` where it has nothing to do.
fn limit(state: &State) -> Option<u32> {
    match (&state.reader.condition, state.reader.busy) {
        (Condition::Starting, _) => Some(TO_START),
        (Condition::Ready, Some(ticket)) => {
            let len = state.document(ticket.document).map_or(0, |d| content_len(&d.content));
            Some(TO_READ.saturating_add((len >> 16).saturating_mul(FOR_EACH_64_KIB)))
        }
        _ => None,
    }
}

fn content_len(content: &Content) -> u32 {
    u32::try_from(content.bytes().len()).unwrap_or(u32::MAX)
}
