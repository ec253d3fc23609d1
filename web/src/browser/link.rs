use std::rc::Rc;

use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{ErrorEvent, MessageEvent, Worker};

use crate::{
    protocol::{Article, Outcome, Reply, VERSION},
    state::{Action, Failure, Fault, Job},
};

/// The worker's program, beside the page. Its name carries no hash: messages carry a version.
const PROGRAM: &str = "reader.js";

/// The page's end of a worker. Dropping it ends the worker, even one that hangs.
///
/// gloo-worker and yew-agent can neither end a worker that does not listen nor see one break off,
/// hence the plain browser interface.
pub struct Link {
    worker: Worker,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut(ErrorEvent)>,
}

impl Link {
    /// Starts the worker of this generation; what it says comes as actions.
    ///
    /// # Errors
    ///
    /// Where the browser refuses to start a worker.
    pub fn start(generation: u32, dispatch: Rc<dyn Fn(Action)>) -> Result<Self, JsValue> {
        let worker = Worker::new(PROGRAM)?;
        let lost = Rc::clone(&dispatch);
        let on_message = Closure::new(move |event: MessageEvent| {
            dispatch(heard(generation, &event.data()));
        });
        let on_error = Closure::new(move |event: ErrorEvent| {
            event.prevent_default();
            lost(Action::WorkerLost(generation, Fault::Crashed));
        });
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        Ok(Self { worker, _on_message: on_message, _on_error: on_error })
    }

    /// Sends a request: the message, then the bytes, which are handed over without a copy.
    ///
    /// # Errors
    ///
    /// Where the browser cannot send it.
    pub fn post(&self, job: &Job) -> Result<(), JsValue> {
        let message = serde_json::to_string(&job.request).map_err(|e| e.to_string())?;
        let bytes = Uint8Array::from(job.content.bytes());
        let transfer = Array::of1(&bytes.buffer());
        self.worker.post_message_with_transfer(&Array::of2(&message.into(), &bytes), &transfer)
    }
}

impl Drop for Link {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}

/// What a message from the worker means.
fn heard(generation: u32, data: &JsValue) -> Action {
    let parts = Array::from(data);
    let reply = parts.get(0).as_string().and_then(|json| serde_json::from_str::<Reply>(&json).ok());
    match reply {
        Some(reply) if reply.version() == VERSION => said(generation, reply, &parts),
        _ => Action::WorkerLost(generation, Fault::OtherVersion),
    }
}

fn said(generation: u32, reply: Reply, parts: &Array) -> Action {
    match reply {
        Reply::Ready { .. } => Action::WorkerReady,
        Reply::Answer { ticket, outcome: Outcome::Refused(why), .. } => {
            Action::Answered(ticket, Err(Failure::Refused(why)))
        }
        Reply::Answer { ticket, outcome: Outcome::Records(_), .. } => match articles(parts) {
            Some(articles) => Action::Answered(ticket, Ok(articles)),
            None => Action::WorkerLost(generation, Fault::OtherVersion),
        },
    }
}

/// The lines beside the message.
fn articles(parts: &Array) -> Option<Vec<Rc<Article>>> {
    let lines = parts.iter().skip(1).map(|line| line.as_string());
    lines.map(|line| Article::read(line?).ok().map(Rc::new)).collect()
}
