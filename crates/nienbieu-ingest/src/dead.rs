//! Dead letters: what could not be read, with enough to find it and to try again.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use nienbieu_input::Fault;
use serde::Serialize;

/// A line of `dead.jsonl`.
#[derive(Serialize)]
struct Letter<'a> {
    /// The input or record.
    source: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
    /// Where the record begins in its innermost stream.
    record_offset: Option<u64>,
    /// Where the trouble is in it.
    byte_offset: Option<u64>,
    stage: &'static str,
    code: &'static str,
    message: &'a str,
    /// The record's bytes, or their beginning, in base 64.
    #[serde(skip_serializing_if = "String::is_empty")]
    bytes: String,
}

/// The line of a fault, with its end.
pub(crate) fn line(fault: &Fault) -> serde_json::Result<Vec<u8>> {
    let letter = Letter {
        source: fault.source.name.as_deref(),
        url: fault.source.url.as_deref(),
        record_offset: fault.source.byte_offset,
        byte_offset: fault.offset,
        stage: fault.stage.as_str(),
        code: fault.code,
        message: &fault.message,
        bytes: STANDARD.encode(&fault.sample),
    };
    let mut line = serde_json::to_vec(&letter)?;
    line.push(b'\n');
    Ok(line)
}
