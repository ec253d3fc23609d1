use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{DragEvent, FileList};
use yew::prelude::*;

/// Makes the whole page take files. Says whether files are being dragged over it.
#[hook]
pub fn use_drop_zone(on_files: Callback<FileList>) -> bool {
    let over = use_state(|| false);
    let setter = over.setter();
    use_effect_with((), move |()| {
        let listeners = web_sys::window().map(|window| {
            let on = |name: &'static str, act: Box<dyn Fn(&DragEvent)>| {
                let options = EventListenerOptions::enable_prevent_default();
                EventListener::new_with_options(&window, name, options, move |event| {
                    if let Some(event) = event.dyn_ref::<DragEvent>()
                        && carries_files(event)
                    {
                        act(event);
                    }
                })
            };
            let (enter, left, dropped) = (setter.clone(), setter.clone(), setter);
            [
                on(
                    "dragover",
                    Box::new(move |event| {
                        event.prevent_default();
                        enter.set(true);
                    }),
                ),
                on(
                    "dragleave",
                    Box::new(move |event| {
                        // Only when the pointer leaves the window is there nothing it goes to.
                        if event.related_target().is_none() {
                            left.set(false);
                        }
                    }),
                ),
                on(
                    "drop",
                    Box::new(move |event| {
                        event.prevent_default();
                        dropped.set(false);
                        if let Some(files) = event.data_transfer().and_then(|data| data.files()) {
                            on_files.emit(files);
                        }
                    }),
                ),
            ]
        });
        move || drop(listeners)
    });
    *over
}

/// Text dragged about inside the page is not ours to take.
fn carries_files(event: &DragEvent) -> bool {
    event.data_transfer().is_some_and(|data| data.types().includes(&"Files".into(), 0))
}
