//! The grammar of times: small productions over folded text, and the table that says where each may
//! begin. Nothing here knows when the article was written.
//!
//! To add a form: write a production in the file it belongs to, and give it a row in [`rules`].

pub(crate) mod ast;
mod clock;
mod date;
mod duration;
mod interval;
pub(crate) mod lex;
mod lunar;
mod moment;
mod named;
mod number;
mod period;
mod relative;
pub(crate) mod rules;
#[cfg(test)]
mod testing;

pub(crate) use date::counts_something;
pub(crate) use interval::continuation;
pub(crate) use lunar::first_words as holiday_first_words;
pub(crate) use named::NAMED;
