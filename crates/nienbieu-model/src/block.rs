use serde::{Deserialize, Serialize};

use crate::{Span, open_enum::open_enum};

open_enum! {
    /// What a line of the page is.
    BlockKind {
        /// The headline.
        Title = "title",
        /// The section or category the page files the article under.
        Section = "section",
        /// The lead below the headline (sapo).
        Description = "description",
        /// The line with the time of publication.
        Stamp = "stamp",
        /// A line that only names the outlet or the place of writing.
        Dateline = "dateline",
        /// Running text.
        Paragraph = "paragraph",
        /// A subhead.
        Heading = "heading",
        /// A picture's caption or its repeated alternative text.
        Caption = "caption",
        /// An item of a numbered or dashed list.
        ListItem = "list_item",
        /// A row of a pasted table.
        Table = "table",
        /// A block quotation.
        Quote = "quote",
        /// The author's line.
        Byline = "byline",
        /// Page furniture and links to other articles; `reason` says which.
        Chrome = "chrome",
    }
}

/// One line of the page with its kind. Every non-blank line belongs to exactly one block.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Where it stands, without the white space around it.
    pub span: Span,
    /// A list item's marker as printed, without its dot ("1", "-", "a)").
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub marker: Option<String>,
    /// Index, in `blocks`, of the list item that this one belongs under.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<usize>,
    /// Why it was taken for what it is; always given for chrome.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}
