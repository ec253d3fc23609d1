//! A reader's corrections of a record: a log of edits that is replayed whenever the record is made anew.
//!
//! ```
//! use nienbieu_edit::{Article, Edit, Log, Operation, Target, apply, published, restore};
//! use nienbieu_parser::{Options, parse};
//!
//! let text = "Chợ Mây\n\nNgày 5/8/2022, huyện Mây họp.\n";
//! let machine = parse(text, &Options::default()).remove(0);
//!
//! let target = Target::event(&machine, &machine.events[0]).unwrap();
//! let operation = Operation::set(target, [("kind", "measure".into())]);
//! let log = Log::default().with(Edit { article: Article::of(&machine), operation });
//!
//! // A date of publication is a matter for the parser: where there is one, parse again with it.
//! assert_eq!(published(&log, &machine), None);
//!
//! let (record, report) = apply(machine.clone(), &log);
//! assert_eq!(record.events[0].kind.as_str(), "measure");
//! assert!(report.is_clean());
//! assert_eq!(restore(record).0, machine);
//! assert_eq!(apply(machine.clone(), &log.undo()).0, machine);
//! ```
//!
//! # Overview
//!
//! A [`Log`] holds [`Edit`]s, each an [`Operation`] on a [`Target`]: a layer, and the words that the item
//! stands on with what stands before and behind them. [`apply`] plays the log on a record. What the
//! machine had found stays in the record's `edits`, so that [`restore`] gives it back; what cannot be
//! found again, or only among several, stands in the [`Report`] and changes nothing. [`Log::undo`] and
//! [`Log::redo`] give another log.
//!
//! # What this crate does not do
//!
//! It parses nothing. A set date of publication changes what every other time means, so whoever holds
//! the parser asks [`published`], parses again with that date and applies the log to the outcome.
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

mod anchor;
mod apply;
mod bounds;
mod layer;
mod log;
mod report;
mod restore;

pub use anchor::{Anchor, Target, Timed};
pub use apply::{apply, published};
pub use layer::Layer;
pub use log::{Article, Edit, Log, LogError, Operation, VERSION};
pub use report::{Outcome, Report, Status};
pub use restore::restore;
