//! What the tests of the layers of papers and bodies share.

use nienbieu_model::{Block, BlockKind};

use crate::{
    layers::View,
    structure::sentences,
    text::{Folded, lines::lines},
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
