//! A record of fields: which of them is the text, and what the others say.

use nienbieu_model::Source;

use crate::{Fields, Given, Kind, Raw, sniff};

/// What a record's fields say.
#[derive(Clone, Debug, Default)]
pub(super) struct Found {
    pub(super) text: Option<String>,
    pub(super) title: Option<String>,
    pub(super) url: Option<String>,
    pub(super) date: Option<(String, String)>,
}

impl Found {
    /// What the fields say, where `get` has the value of each.
    pub(super) fn by(fields: &Fields, get: &dyn Fn(&str) -> Option<String>) -> Self {
        let first = |names: &[String]| names.iter().find_map(|name| get(name));
        let date = |name: &String| Some((get(name)?, name.clone()));
        Self {
            text: first(&fields.text),
            title: first(&fields.title),
            url: first(&fields.url),
            date: fields.date.iter().find_map(date),
        }
    }

    /// The document; `None` where there is no text.
    pub(super) fn raw(self, source: Source) -> Option<Raw> {
        let mut text = self.text?;
        let kind = if sniff::is_html(text.as_bytes()) { Kind::Html } else { Kind::Text };
        if let Some(title) =
            self.title.filter(|title| kind == Kind::Text && !title.trim().is_empty())
            && !text.trim_start().starts_with(title.trim())
        {
            text = format!("{}\n\n{text}", title.trim());
        }
        let (published, by) = self.date.unzip();
        let url = self.url.or(source.url);
        Some(Raw {
            bytes: text.into_bytes(),
            kind,
            source: Source { url, ..source },
            // The fields are text already.
            charset: Some("utf-8".to_owned()),
            given: Given { published, by },
        })
    }
}
