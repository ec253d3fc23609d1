//! Many inputs in, timelines out.
//!
//! # Overview
//!
//! A [`Job`] says what is read, how, and where what comes of it goes; [`run`] carries it out and gives a
//! [`Report`]. One thread takes the inputs apart, others parse, one writes in the inputs' order:
//!
//! ```text
//! reader → bounded queue → parsers → order → sinks, dead letters, checkpoint
//! ```
//!
//! The output is cut into segments of about [`Job::shard`] bytes. At the end of one its files get their
//! names, and the checkpoint says so; whatever is stopped in between is done again from there, so that
//! a run that was killed leaves the same bytes as one that was not. [`records`] reads one document.
//!
//! # What it does not do
//!
//! It keeps nothing but the segment in hand in memory, fills nothing in from the clock, and leaves out
//! nothing silently: what could not be read is a line of `dead.jsonl`, a copy is told as one.
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

mod article;
mod checkpoint;
mod dead;
mod duplicates;
mod error;
mod files;
mod inputs;
mod job;
mod pipeline;
mod report;
mod sink;
mod tables;

pub use article::records;
pub use error::Error;
pub use inputs::{Input, Place, Walk};
pub use job::{Form, Job};
pub use pipeline::{Progress, run};
pub use report::{Counts, Report};
pub use tables::schema;
