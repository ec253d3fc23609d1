//! What a page states of itself, in elements that readers do not see.

use dom_query::Document;
use serde_json::Value;

/// A date of publication, as written, and what says so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stated {
    /// The date or time, as it is written.
    pub text: String,
    /// What says so, for people: "datePublished of the page's JSON-LD".
    pub by: String,
}

/// Meta elements with the date, the surest first: selector and what it is called.
const ELEMENTS: &[(&str, &str, &str)] = &[
    ("meta[property='article:published_time']", "content", "article:published_time"),
    ("meta[property='og:article:published_time']", "content", "og:article:published_time"),
    ("meta[itemprop='datePublished']", "content", "datePublished"),
    ("time[itemprop='datePublished']", "datetime", "datePublished"),
    ("meta[name='pubdate']", "content", "pubdate"),
    ("meta[name='publishdate']", "content", "publishdate"),
    ("meta[name='publication_date']", "content", "publication_date"),
    ("meta[name='parsely-pub-date']", "content", "parsely-pub-date"),
    ("meta[name='DC.date.issued']", "content", "DC.date.issued"),
    ("meta[name='dc.date']", "content", "dc.date"),
    ("time[pubdate]", "datetime", "a time element"),
    ("article time[datetime]", "datetime", "a time element"),
    ("time[datetime]", "datetime", "a time element"),
];

/// How deep JSON-LD is looked into.
const DEEPEST: usize = 8;

/// Every date of publication that the page states.
pub(crate) fn published(document: &Document) -> Vec<Stated> {
    let mut stated = linked_data(document);
    for (selector, attribute, name) in ELEMENTS {
        let found = document.select_single(selector);
        let value = found.attr(attribute).map(|value| value.trim().to_owned());
        if let Some(text) = value.filter(|text| !text.is_empty()) {
            stated.push(Stated { text, by: format!("{name} of the page") });
        }
    }
    stated
}

fn linked_data(document: &Document) -> Vec<Stated> {
    let mut stated = Vec::new();
    for node in &document.select("script[type='application/ld+json']") {
        // Line ends within texts are common, and no JSON.
        let json = node.text().replace(['\n', '\r', '\t'], " ");
        if let Ok(value) = serde_json::from_str::<Value>(&json) {
            dates(&value, DEEPEST, &mut stated);
        }
    }
    stated
}

fn dates(value: &Value, depth: usize, stated: &mut Vec<Stated>) {
    let Some(depth) = depth.checked_sub(1) else { return };
    match value {
        Value::Array(values) => values.iter().for_each(|value| dates(value, depth, stated)),
        Value::Object(fields) => {
            if let Some(Value::String(text)) = fields.get("datePublished") {
                let by = "datePublished of the page's JSON-LD".to_owned();
                stated.push(Stated { text: text.clone(), by });
            }
            if let Some(graph) = fields.get("@graph") {
                dates(graph, depth, stated);
            }
        }
        _ => {}
    }
}

/// The page's own address.
pub(crate) fn canonical(document: &Document) -> Option<String> {
    let by = |selector, attribute| document.select_single(selector).attr(attribute);
    by("link[rel='canonical']", "href")
        .or_else(|| by("meta[property='og:url']", "content"))
        .map(|url| url.trim().to_owned())
        .filter(|url| url.starts_with("http"))
}
