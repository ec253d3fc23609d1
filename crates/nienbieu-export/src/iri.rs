//! Names of texts and items that hold everywhere.

use nienbieu_model::Record;

/// The text, by the digest of its bytes: `nih:sha-256;…` (RFC 6920).
pub(crate) fn of_text(record: &Record) -> String {
    format!("nih:sha-256;{}", digest(record))
}

/// An article of the text, or an item of it.
pub(crate) fn of_item(record: &Record, id: &str) -> String {
    format!("{}#{}-{}", of_text(record), record.source.part, plain(id))
}

/// The digest alone.
pub(crate) fn digest(record: &Record) -> String {
    plain(record.id.strip_prefix("sha256:").unwrap_or(&record.id))
}

/// Letters, digits and hyphens; anything else, which no record of ours has, is left out.
pub(crate) fn plain(id: &str) -> String {
    id.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').collect()
}
