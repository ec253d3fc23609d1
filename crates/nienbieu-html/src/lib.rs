//! Web pages in, the article's text and what the page says of it out.
//!
//! ```
//! let page = "<title>Tin vui</title><meta property='article:published_time' content='2022-08-06'>\
//!             <article><h1>Tin vui</h1><p>Sáng 5/8, xã Nà Hẩu khai trương trạm y tế.</p></article>";
//! let article = nienbieu_html::extract(page, None);
//! assert_eq!(article.text, "Tin vui\n\nSáng 5/8, xã Nà Hẩu khai trương trạm y tế.\n");
//! assert_eq!(article.published[0].text, "2022-08-06");
//! ```
//!
//! # Overview
//!
//! [`extract`] tells the article from the page with `dom_smoothie`, and gathers what the page states of
//! its publication: JSON-LD, the meta elements of Open Graph and others, `<time>` elements.
//! [`charset`] says what a page declares itself to be encoded in.
//!
//! # What it does not do
//!
//! It reads no dates: it hands on what is written, in the order of trust. It drops page furniture by
//! the page's elements alone; what is left of it between the lines is the parser's to tell.
#![forbid(unsafe_code)]
#![cfg_attr(
    not(test),
    warn(
        clippy::print_stdout,
        clippy::print_stderr,
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic
    )
)]

mod charset;
mod metadata;
mod text;

pub use charset::charset;
pub use metadata::Stated;

use dom_query::Document;

/// What a page holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Article {
    /// The title, then the article's text, a paragraph a line with blank lines between.
    pub text: String,
    /// The page's own address, where it states one.
    pub url: Option<String>,
    /// When the page was published, as it says: the surest first.
    pub published: Vec<Stated>,
}

/// Takes the article out of a page; `url` is where the page was.
#[must_use]
pub fn extract(page: &str, url: Option<&str>) -> Article {
    if depth::is_too_deep(page) {
        return Article { text: depth::stripped(page), ..Article::default() };
    }
    let document = Document::from(page);
    let published = metadata::published(&document);
    let canonical = metadata::canonical(&document);
    Article { text: text::of(document, url), url: canonical, published }
}

mod depth;
