//! HTML, read by html5ever.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use html5ever::tendril::TendrilSink;
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use sha2::{Digest, Sha256};

use super::*;

/// An element: its name, its attributes, its text.
struct Element {
    name: String,
    attributes: Vec<(String, String)>,
    text: String,
}

impl Element {
    fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }
}

fn elements(html: &str) -> Vec<Element> {
    let dom =
        html5ever::parse_document(RcDom::default(), html5ever::ParseOpts::default()).one(html);
    assert!(dom.errors.borrow().is_empty(), "{:?}", dom.errors.borrow());
    let mut all = Vec::new();
    collect(&dom.document, &mut all);
    all
}

fn collect(node: &Handle, all: &mut Vec<Element>) {
    match &node.data {
        NodeData::Element { name, attrs, .. } => {
            let attributes = attrs.borrow();
            let attributes =
                attributes.iter().map(|a| (a.name.local.to_string(), a.value.to_string()));
            all.push(Element {
                name: name.local.to_string(),
                attributes: attributes.collect(),
                text: text(node),
            });
        }
        NodeData::Comment { contents } => panic!("a comment: {contents}"),
        _ => {}
    }
    node.children.borrow().iter().for_each(|child| collect(child, all));
}

fn text(node: &Handle) -> String {
    match &node.data {
        NodeData::Text { contents } => contents.borrow().to_string(),
        _ => node.children.borrow().iter().map(text).collect(),
    }
}

const KNOWN: [&str; 29] = [
    "html",
    "head",
    "meta",
    "title",
    "style",
    "body",
    "main",
    "article",
    "header",
    "h1",
    "h2",
    "p",
    "span",
    "bdi",
    "a",
    "ol",
    "li",
    "time",
    "blockquote",
    "mark",
    "dl",
    "div",
    "dt",
    "dd",
    "q",
    "b",
    "i",
    "ul",
    "br",
];

/// Holds a page to what may stand in it: nothing that runs, nothing that is fetched.
pub(crate) fn check(html: &str) {
    // A replaced NUL is an error of the text, not of the page.
    let dom =
        html5ever::parse_document(RcDom::default(), html5ever::ParseOpts::default()).one(html);
    let mut all = Vec::new();
    collect(&dom.document, &mut all);
    for element in &all {
        assert!(KNOWN.contains(&element.name.as_str()), "<{}>", element.name);
        for (name, value) in &element.attributes {
            let known = [
                "lang",
                "charset",
                "http-equiv",
                "content",
                "name",
                "class",
                "datetime",
                "href",
                "rel",
            ];
            assert!(known.contains(&name.as_str()), "{name}={value}");
            assert!(name != "href" || value.starts_with("http"), "{value}");
        }
    }
}

#[test]
fn the_policy_allows_the_style_sheet_alone() {
    let all = elements(&written("html", &[nasty()]));
    let style: Vec<_> = all.iter().filter(|element| element.name == "style").collect();
    assert_eq!(style.len(), 1);
    let digest = BASE64_STANDARD.encode(Sha256::digest(&style[0].text));
    let policy = all
        .iter()
        .find(|element| element.attribute("http-equiv") == Some("Content-Security-Policy"))
        .and_then(|element| element.attribute("content"));
    let wanted = format!(
        "default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    );
    assert_eq!(policy, Some(wanted.as_str()));
    assert!(!style[0].text.contains("url(") && !style[0].text.contains("@import"));
}

#[test]
fn nasty_words_are_text() {
    let record = nasty();
    let html = written("html", std::slice::from_ref(&record));
    check(&html);
    let all = elements(&html);
    let texts = |name: &str| -> Vec<&str> {
        all.iter().filter(|e| e.name == name).map(|e| e.text.as_str()).collect()
    };
    let quotes: Vec<_> = record.events.iter().map(|event| quote(&record, event)).collect();
    assert_eq!(texts("blockquote"), quotes);
    assert!(
        texts("title")[0].contains("</title><script>alert(1)</script>"),
        "{:?}",
        texts("title")
    );
    assert_eq!(texts("a"), [""; 0], "no link is made of javascript:");
}

#[test]
fn every_event_of_the_corpus_stands_with_its_words() {
    let records = corpus();
    let html = written("html", &records);
    check(&html);
    let all = elements(&html);
    let quotes: Vec<_> = records
        .iter()
        .flat_map(|r| r.events.iter().map(move |event| quote(r, event).replace("\r\n", "\n")))
        .collect();
    let shown: Vec<_> = all.iter().filter(|e| e.name == "blockquote").map(|e| &e.text).collect();
    assert_eq!(shown, quotes.iter().collect::<Vec<_>>());
    assert_eq!(all.iter().filter(|e| e.name == "article").count(), records.len());
    assert!(all.iter().filter(|e| e.name == "mark").count() > quotes.len() / 2);
    assert!(all.iter().any(|e| e.attribute("datetime").is_some_and(|date| date.len() == 10)));
}

#[test]
fn heads_are_in_the_language_asked_for() {
    for (language, tag, head) in
        [(Language::Vi, "vi", "Niên biểu"), (Language::En, "en", "Chronology")]
    {
        let all = elements(&written_in(language, "html", &[]).unwrap());
        assert_eq!(all[0].attribute("lang"), Some(tag));
        assert!(all.iter().any(|e| e.name == "title" && e.text == head), "{tag}");
    }
}
