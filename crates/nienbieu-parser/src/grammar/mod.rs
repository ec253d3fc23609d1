//! The grammar of times: small productions over folded text, and the table that says where each may
//! begin. Nothing here knows when the article was written.
//!
//! To add a form: write a production in the file it belongs to, and give it a row in [`rules`].

mod age;
mod ahead;
pub(crate) mod ast;
mod clock;
mod cycle;
mod date;
mod decade;
mod distance;
mod duration;
mod figures;
mod holiday;
mod interval;
mod length;
pub(crate) mod lex;
mod list;
mod lunar;
mod moment;
mod month;
mod named;
mod night;
pub(crate) mod number;
mod ordinal;
mod period;
mod placed;
mod portion;
mod quarter;
mod range;
mod relative;
pub(crate) mod rules;
mod school_year;
mod season;
mod set;
mod share;
#[cfg(test)]
mod testing;
mod vague;
mod week;
mod weekday;
mod worded;
mod year;
mod zone;

pub(crate) use ahead::counts_something;
pub(crate) use holiday::first_words as holiday_first_words;
pub(crate) use interval::continuation;
pub(crate) use named::NAMED;
