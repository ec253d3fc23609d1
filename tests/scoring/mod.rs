//! What the parser says of the corpus, held against the gold.

pub(crate) mod acts;
pub(crate) mod board;
pub(crate) mod entities;
pub(crate) mod figures;
pub(crate) mod gold;
pub(crate) mod structure;
pub(crate) mod times;
