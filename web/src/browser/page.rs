use web_sys::{Element, ScrollIntoViewOptions, ScrollLogicalPosition, Storage};

use crate::i18n::Lang;

/// Where the language is kept.
const LANGUAGE: &str = "nien-bieu.language";

fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}

pub(super) fn document() -> Option<web_sys::Document> {
    web_sys::window()?.document()
}

/// The language picked on an earlier visit.
#[must_use]
pub fn stored_language() -> Option<Lang> {
    Lang::from_code(&storage()?.get_item(LANGUAGE).ok()??)
}

/// Tells the page its language, and keeps it for the next visit where the browser allows it.
pub fn set_language(lang: Lang) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        drop(root.set_attribute("lang", lang.code()));
    }
    if let Some(storage) = storage() {
        drop(storage.set_item(LANGUAGE, lang.code()));
    }
}

/// The element with this id.
#[must_use]
pub fn element(id: &str) -> Option<Element> {
    document()?.get_element_by_id(id)
}

/// Scrolls to the first element that fits the selector, where there is one; smoothly or not is the
/// style sheet's choice.
#[must_use]
pub fn reveal(selector: &str) -> bool {
    let found = document().and_then(|document| document.query_selector(selector).ok()?);
    if let Some(element) = &found {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Center);
        options.set_inline(ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
    found.is_some()
}
