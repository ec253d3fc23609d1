//! Bytes to text, text to a folded view that matching can rely on, and text to lines.

pub(crate) mod decode;
pub(crate) mod fold;
mod letters;
pub(crate) mod lexicon;
pub(crate) mod lines;
pub(crate) mod phrases;
pub(crate) mod plain;
pub(crate) mod table;
pub(crate) mod trie;
mod vowels;

pub(crate) use fold::Folded;
pub(crate) use letters::{is_alphabetic, is_alphanumeric, is_lowercase, is_uppercase};
pub(crate) use lines::Line;
pub(crate) use vowels::bare;
