use nienbieu_model::{Block, Span};

use super::fit;

/// One line of the text as it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// Where it stands, without its line end.
    pub span: Span,
    /// Its block, as an index into the record's blocks; blank lines have none.
    pub block: Option<usize>,
}

/// Cuts `within` into lines and ties each to its block.
///
/// Blocks come in order of position, so one walk over both is enough.
#[must_use]
pub fn lines(text: &str, within: Span, blocks: &[Block]) -> Vec<Line> {
    let within = fit(text, within);
    let mut found = Vec::new();
    let mut next = 0;
    let mut start = within.start;
    for line in text[within.start..within.end].split_inclusive('\n') {
        let span = Span::new(start, start + line.trim_end_matches(['\n', '\r']).len());
        while blocks.get(next).is_some_and(|block| block.span.end <= span.start) {
            next += 1;
        }
        let block = blocks.get(next).filter(|block| block.span.overlaps(span)).map(|_| next);
        found.push(Line { span, block });
        start += line.len();
    }
    found
}

#[cfg(test)]
mod tests {
    use nienbieu_model::BlockKind;

    use super::*;

    fn block(start: usize, end: usize) -> Block {
        Block {
            kind: BlockKind::Paragraph,
            span: Span::new(start, end),
            marker: None,
            parent: None,
            reason: None,
        }
    }

    #[test]
    fn lines_find_their_blocks() {
        let text = "Đầu\r\n\r\n  hai\nba";
        let blocks = [block(0, 5), block(11, 14), block(15, 17)];
        let shown: Vec<_> = lines(text, Span::new(0, text.len()), &blocks)
            .into_iter()
            .map(|line| (line.span.of(text).unwrap(), line.block))
            .collect();
        assert_eq!(shown, [("Đầu", Some(0)), ("", None), ("  hai", Some(1)), ("ba", Some(2))]);
    }

    #[test]
    fn a_block_over_two_lines_holds_both() {
        let text = "một\nhai\n";
        let shown: Vec<_> =
            lines(text, Span::new(0, text.len()), &[block(0, 9)]).iter().map(|l| l.block).collect();
        assert_eq!(shown, [Some(0), Some(0)]);
    }

    #[test]
    fn only_the_part_asked_for() {
        let text = "một\nhai\nba";
        let shown: Vec<_> = lines(text, Span::new(6, 9), &[])
            .iter()
            .map(|line| line.span.of(text).unwrap())
            .collect();
        assert_eq!(shown, ["hai"]);
    }
}
