use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use crate::protocol::{Outcome, Reply, Request, VERSION};

/// The worker's end: answers every request, for as long as the worker lives.
///
/// # Panics
///
/// Outside of a dedicated worker.
pub fn serve(answer: impl Fn(&Request, &[u8]) -> Outcome + 'static) {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let back = scope.clone();
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let parts = Array::from(&event.data());
        let Some(request) = request(&parts) else {
            // A page of another version: say ours, so that it can tell its reader.
            return post(&back, &Reply::Ready { version: VERSION }, Vec::new());
        };
        let bytes = Uint8Array::new(&parts.get(1)).to_vec();
        let ticket = request.ticket;
        let (outcome, lines) = match answer(&request, &bytes) {
            Outcome::Records(lines) => (Outcome::Records(Vec::new()), lines),
            refused => (refused, Vec::new()),
        };
        post(&back, &Reply::Answer { version: VERSION, ticket, outcome }, lines);
    });
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    on_message.forget();
    post(&scope, &Reply::Ready { version: VERSION }, Vec::new());
}

fn request(parts: &Array) -> Option<Request> {
    let request: Request = serde_json::from_str(&parts.get(0).as_string()?).ok()?;
    (request.version == VERSION).then_some(request)
}

/// Sends a reply, and the records' lines beside it.
fn post(scope: &DedicatedWorkerGlobalScope, reply: &Reply, lines: Vec<String>) {
    let json = serde_json::to_string(reply).expect("a reply is plain data");
    let parts: Array =
        std::iter::once(json).chain(lines).map(|text| JsValue::from_str(&text)).collect();
    scope.post_message(&parts).expect("strings can be sent");
}
