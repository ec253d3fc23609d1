//! The article's text.

use dom_query::Document;
use dom_smoothie::{Config, Readability, TextMode};

/// Elements whose words nobody reads.
const UNSEEN: &str = "script, style, noscript, template, svg, head";

/// The title and the article below it; of a page without an article, all that it shows.
pub(crate) fn of(document: Document, url: Option<&str>) -> String {
    let shown = document.clone();
    let config = Config { text_mode: TextMode::Formatted, ..Config::default() };
    let url = url.filter(|url| url.starts_with("http"));
    // An address that makes no sense only costs the links their hosts.
    let mut reader = match Readability::with_document(document, url, Some(config.clone())) {
        Ok(reader) => reader,
        Err(_) => match Readability::with_document(shown.clone(), None, Some(config)) {
            Ok(reader) => reader,
            Err(_) => return all(&shown),
        },
    };
    match reader.parse() {
        Ok(article) => titled(&article.title, &article.text_content),
        Err(_) => all(&shown),
    }
}

fn all(page: &Document) -> String {
    let title = page.select_single("title").text().to_string();
    page.select(UNSEEN).remove();
    titled(&title, &page.formatted_text())
}

/// The text below the title, once; lines without the spaces around them, one blank line at most.
fn titled(title: &str, text: &str) -> String {
    let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut all = String::with_capacity(title.len() + text.len());
    let mut push = |line: &str| {
        let is_blank = line.is_empty();
        if !(is_blank && (all.is_empty() || all.ends_with("\n\n"))) {
            all.push_str(line);
            all.push('\n');
        }
    };
    let lines = text.lines().map(str::trim);
    if !title.is_empty() && !lines.clone().any(|line| line == title) {
        push(&title);
        push("");
    }
    lines.for_each(push);
    let end = all.trim_end().len();
    all.truncate(end);
    all.push('\n');
    all
}
