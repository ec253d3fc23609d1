//! The page's content security policy, with the hashes of the build's own inline scripts.

use std::{env, fs, path::Path};

use sha2::{Digest, Sha256};

/// Names the tag that holds the policy, however the page was minified. The one in the source lets
/// nothing run, so a build that missed this step shows.
const NAME: &str = "Content-Security-Policy";
/// Trunk's live reload, which only `trunk serve` puts into the page. It fills in the address when
/// the page is asked for, so no hash can be known here.
const LIVE_RELOAD: &str = "{{__TRUNK_ADDRESS__}}";

/// `cargo xtask csp [FOLDER]`: without a folder, the one that trunk is building, or `dist`.
///
/// # Errors
///
/// As [`apply`].
pub(crate) fn run(words: &[String]) -> Result<(), String> {
    let building = || env::var("TRUNK_STAGING_DIR").ok();
    let folder = words.first().cloned().or_else(building).unwrap_or_else(|| "dist".to_owned());
    apply(Path::new(&folder))
}

/// Writes the policy into `dist/index.html`. Doing it twice changes nothing.
///
/// # Errors
///
/// Where the page cannot be read or written, or is not the one that is built here.
pub(crate) fn apply(dist: &Path) -> Result<(), String> {
    let page = dist.join("index.html");
    let html = fs::read_to_string(&page).map_err(|e| format!("{}: {e}", page.display()))?;
    let html = with_policy(&html)
        .ok_or_else(|| format!("{}: no {NAME} tag to put the policy into", page.display()))?;
    fs::write(&page, html).map_err(|e| format!("{}: {e}", page.display()))
}

/// The page with its policy; `None` where it has no tag for it.
fn with_policy(html: &str) -> Option<String> {
    let name = html.find(NAME)?;
    let start = html[..name].rfind('<')?;
    let end = name + html[name..].find('>')? + 1;
    let tag = format!("<meta http-equiv=\"{NAME}\" content=\"{}\">", policy(html));
    Some(format!("{}{tag}{}", &html[..start], &html[end..]))
}

fn policy(html: &str) -> String {
    let scripts = if html.contains(LIVE_RELOAD) {
        " 'unsafe-inline'".to_owned()
    } else {
        inline_scripts(html).map(|script| format!(" '{}'", hash(script))).collect()
    };
    [
        "default-src 'none'".to_owned(),
        format!("script-src 'self' 'wasm-unsafe-eval'{scripts}"),
        "worker-src 'self'".to_owned(),
        "connect-src 'self'".to_owned(),
        "style-src 'self'".to_owned(),
        "img-src 'self'".to_owned(),
        "base-uri 'none'".to_owned(),
        "form-action 'none'".to_owned(),
    ]
    .join("; ")
}

/// The text of every script that stands in the page itself.
fn inline_scripts(html: &str) -> impl Iterator<Item = &str> {
    html.split("<script").skip(1).filter_map(|rest| {
        let (tag, body) = rest.split_once('>')?;
        let (script, _) = body.split_once("</script")?;
        (!tag.contains("src=")).then_some(script)
    })
}

/// "sha256-…" as a policy names a script.
fn hash(script: &str) -> String {
    format!("sha256-{}", base64(&Sha256::digest(script.as_bytes())))
}

fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for chunk in bytes.chunks(3) {
        let group = chunk.iter().fold(0, |group, &byte| group << 8 | u32::from(byte))
            << (8 * (3 - chunk.len()));
        for place in 0..4 {
            let digit = (group >> (18 - 6 * place)) & 63;
            text.push(if place <= chunk.len() { DIGITS[digit as usize].into() } else { '=' });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<!doctype html><html><head><meta charset=utf-8><meta content=\"default-src 'none'\" http-equiv=Content-Security-Policy><title>x</title>\
        <script type=\"module\">\nimport init from '/app.js';\n</script>\
        <script src=\"/a.js\"></script></head></html>";

    #[test]
    fn base64_with_and_without_padding() {
        for (bytes, text) in
            [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")]
        {
            assert_eq!(base64(bytes.as_bytes()), text);
        }
    }

    #[test]
    fn a_known_hash() {
        assert_eq!(
            hash("alert('Hello, world.');"),
            "sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng="
        );
    }

    #[test]
    fn inline_scripts_are_named_and_no_others() {
        let scripts: Vec<_> = inline_scripts(PAGE).collect();
        assert_eq!(scripts, ["\nimport init from '/app.js';\n"]);
        let page = with_policy(PAGE).unwrap();
        let expected = format!("script-src 'self' 'wasm-unsafe-eval' '{}';", hash(scripts[0]));
        assert!(page.contains(&expected), "{page}");
        assert!(!page.contains("unsafe-inline"), "{page}");
        let head = "<meta charset=utf-8><meta http-equiv=\"Content-Security-Policy\" content=\"default-src";
        assert!(page.contains(head), "{page}");
        assert_eq!(page.matches(NAME).count(), 1, "{page}");
    }

    #[test]
    fn twice_is_once() {
        let once = with_policy(PAGE).unwrap();
        assert_eq!(with_policy(&once).as_deref(), Some(once.as_str()));
    }

    #[test]
    fn live_reload_keeps_working() {
        let page = PAGE.replace("</head>", "<script>'{{__TRUNK_ADDRESS__}}'</script></head>");
        let page = with_policy(&page).unwrap();
        assert!(page.contains("script-src 'self' 'wasm-unsafe-eval' 'unsafe-inline';"), "{page}");
        assert!(page.contains("connect-src 'self';"), "{page}");
    }

    #[test]
    fn another_page_is_refused() {
        assert_eq!(with_policy("<html></html>"), None);
    }

    #[test]
    fn a_missing_page_is_named() {
        let error = apply(Path::new("no-such-folder")).unwrap_err();
        assert!(error.contains("index.html"), "{error}");
    }
}
