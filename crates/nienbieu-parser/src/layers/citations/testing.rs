//! What the tests of the layers of papers and bodies share.

use nienbieu_model::{Block, BlockKind};

use crate::{
    layers::View,
    structure::sentences,
    text::{Folded, lines::lines, table::rows},
};

/// What is read from a text whose lines are all its own.
pub(in crate::layers) fn with_view<T>(text: &str, read: impl FnOnce(&View<'_>) -> T) -> T {
    let folded = Folded::for_times(text);
    let plain =
        |span| Block { kind: BlockKind::Paragraph, span, marker: None, parent: None, reason: None };
    let blocks: Vec<Block> = lines(text, &folded).iter().map(|line| plain(line.span)).collect();
    let sentences = sentences::split(text, &blocks);
    let times = crate::assemble::times(text, None);
    read(&View { text, folded: &folded, blocks: &blocks, sentences: &sentences, times: &times })
}

/// The rows of a table, each a phrase and what is found in it, that do not hold.
pub(in crate::layers) fn wrong(
    table: &'static str,
    read: impl Fn(&str) -> Vec<String>,
) -> Vec<String> {
    let wrong = |mut row: std::str::Split<'static, char>| {
        let phrase = row.next()?;
        let want: Vec<&str> = row.collect();
        let got = read(phrase);
        (got != want).then(|| format!("{phrase}\n  want {want:?}\n  got  {got:?}"))
    };
    rows(table).filter_map(wrong).collect()
}
