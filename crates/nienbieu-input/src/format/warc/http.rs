//! The HTTP response in a record.

use std::io::Read;

use flate2::bufread::{MultiGzDecoder, ZlibDecoder};

/// More fields than any server sends.
const FIELDS: usize = 256;

/// What a server answered.
#[derive(Debug)]
pub(super) struct Response {
    pub(super) status: u16,
    pub(super) media_type: String,
    pub(super) body: Vec<u8>,
}

/// Why there is no answer: a code, and words for people.
type Trouble = (&'static str, String);

/// The answer, without the transfer's and the content's encoding.
pub(super) fn body(block: &[u8], limit: usize) -> Result<Response, Trouble> {
    let mut fields = [httparse::EMPTY_HEADER; FIELDS];
    let mut response = httparse::Response::new(&mut fields);
    let length = match response.parse(block) {
        Ok(httparse::Status::Complete(length)) => length,
        Ok(httparse::Status::Partial) => {
            return Err(("corrupt_http", "the HTTP header has no end".to_owned()));
        }
        Err(error) => return Err(("corrupt_http", format!("no HTTP answer: {error}"))),
    };
    let status = response.code.unwrap_or_default();
    let field = |name: &str| {
        let found = response.headers.iter().find(|field| field.name.eq_ignore_ascii_case(name));
        found.map(|field| String::from_utf8_lossy(field.value).trim().to_ascii_lowercase())
    };
    let media_type = field("content-type").unwrap_or_default();
    let mut body = block[length..].to_vec();
    if field("transfer-encoding").is_some_and(|coding| coding.contains("chunked")) {
        // Many archives keep the field and store the body whole.
        body = unchunked(&body).unwrap_or(body);
    }
    let body = match field("content-encoding").as_deref() {
        Some("gzip" | "x-gzip") if body.starts_with(b"\x1f\x8b") => {
            unpacked(MultiGzDecoder::new(&body[..]), limit)?
        }
        Some("deflate") => unpacked(ZlibDecoder::new(&body[..]), limit)?,
        Some(coding @ ("br" | "zstd")) => {
            let message = format!("a page stored in {coding}, which is not read; store it plain");
            return Err(("unsupported", message));
        }
        _ => body,
    };
    Ok(Response { status, media_type, body })
}

fn unpacked(stream: impl Read, limit: usize) -> Result<Vec<u8>, Trouble> {
    let mut body = Vec::new();
    let read = stream.take(limit as u64 + 1).read_to_end(&mut body);
    match read {
        Err(error) => {
            Err(("corrupt_http", format!("the page's own compression is broken: {error}")))
        }
        Ok(_) if body.len() > limit => {
            Err(("record_too_large", format!("a page of more than {limit} bytes; raise the limit")))
        }
        Ok(_) => Ok(body),
    }
}

/// The chunks put together; `None` where the body is none of chunks.
fn unchunked(mut body: &[u8]) -> Option<Vec<u8>> {
    let mut whole = Vec::new();
    loop {
        let (start, size) = match httparse::parse_chunk_size(body) {
            Ok(httparse::Status::Complete((start, size))) => (start, usize::try_from(size).ok()?),
            _ => return None,
        };
        if size == 0 {
            return Some(whole);
        }
        let end = start.checked_add(size)?;
        whole.extend_from_slice(body.get(start..end)?);
        body = body.get(end..)?.strip_prefix(b"\r\n")?;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chunks_are_put_together() {
        let block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=UTF-8\r\n\
                      Transfer-Encoding: chunked\r\n\r\n4\r\n<p>a\r\n3\r\nbc.\r\n0\r\n\r\n";
        let response = body(block, 100).unwrap();
        assert_eq!((response.status, &*response.body), (200, &b"<p>abc."[..]));
        assert_eq!(response.media_type, "text/html; charset=utf-8");
    }

    #[test]
    fn what_only_says_that_it_is_chunked_is_whole() {
        let block = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n<p>a";
        assert_eq!(body(block, 100).unwrap().body, b"<p>a");
    }
}
