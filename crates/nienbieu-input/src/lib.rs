#![forbid(unsafe_code)]
//! x
pub mod encoding;
