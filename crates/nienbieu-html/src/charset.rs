//! What a page declares itself to be encoded in.

/// How far into the page a declaration may stand.
const HEAD: usize = 4096;

/// The charset named in the page's head: `<meta charset=…>`, or the older form, or an XML declaration.
///
/// ```
/// assert_eq!(nienbieu_html::charset(b"<meta charset='TCVN3'>").as_deref(), Some("TCVN3"));
/// assert_eq!(nienbieu_html::charset(b"<p>charset is a word"), None);
/// ```
#[must_use]
pub fn charset(page: &[u8]) -> Option<String> {
    let head = &page[..page.len().min(HEAD)].to_ascii_lowercase();
    ["charset", "encoding"].iter().find_map(|name| {
        memchr::memmem::find_iter(head, name).find_map(|at| named(page, head, at + name.len()))
    })
}

/// The name behind an equals sign.
fn named(page: &[u8], head: &[u8], at: usize) -> Option<String> {
    let rest = head.get(at..)?.trim_ascii_start().strip_prefix(b"=")?.trim_ascii_start();
    let rest = rest.strip_prefix(b"\"").or_else(|| rest.strip_prefix(b"'")).unwrap_or(rest);
    let is_of_name = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b':' | b'.');
    let length = rest.iter().take_while(|b| is_of_name(b)).count();
    let start = head.len() - rest.len();
    let name = page.get(start..start + length).filter(|name| !name.is_empty())?;
    Some(String::from_utf8_lossy(name).into_owned())
}

#[cfg(test)]
mod tests {
    use super::charset;

    #[test]
    fn forms() {
        for page in [
            "<meta http-equiv=Content-Type content=\"text/html; charset=x-viet-vni\">",
            "<META CHARSET = x-viet-vni>",
            "<?xml version='1.0' encoding='x-viet-vni'?>",
        ] {
            assert_eq!(charset(page.as_bytes()).as_deref(), Some("x-viet-vni"), "{page}");
        }
        assert_eq!(charset(b"charset="), None);
    }
}
