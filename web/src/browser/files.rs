use std::rc::Rc;

use gloo_timers::callback::Timeout;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, BlobPropertyBag, File, FileList, HtmlAnchorElement, Url};

use crate::state::Action;

use super::page::document;

/// How long a saved file's address is kept for the browser to take it.
const KEPT_FOR: u32 = 10_000;

/// Reads the files one after another, so that they come in the order in which they were picked.
pub fn read_in_order(files: &FileList, dispatch: Rc<dyn Fn(Action)>) {
    let files: Vec<File> = (0..files.length()).filter_map(|index| files.get(index)).collect();
    spawn_local(async move {
        for file in files {
            let bytes = JsFuture::from(file.array_buffer()).await.ok();
            let bytes = bytes.map(|buffer| Rc::from(Uint8Array::new(&buffer).to_vec()));
            dispatch(Action::FileAdded(file.name().into(), bytes));
        }
    });
}

/// Hands a text to the browser as a download.
///
/// # Errors
///
/// Where the browser refuses.
pub fn save(name: &str, media_type: &str, text: &str) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &options)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let document = document().ok_or(JsValue::NULL)?;
    let anchor: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    anchor.set_href(&address);
    anchor.set_download(name);
    anchor.click();
    Timeout::new(KEPT_FOR, move || drop(Url::revoke_object_url(&address))).forget();
    Ok(())
}
