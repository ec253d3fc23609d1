use yew::prelude::*;

use crate::{browser::set_language, i18n::Lang};

/// Tells the browser the interface's language whenever it changes.
#[hook]
pub fn use_language(lang: Lang) {
    use_effect_with(lang, |lang| set_language(*lang));
}
