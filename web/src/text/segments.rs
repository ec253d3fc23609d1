use nienbieu_model::Span;

/// A piece of text over which the same spans lie.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    /// Where it stands.
    pub span: Span,
    /// The spans that cover it, as indices into the list given, the shortest first.
    pub covers: Vec<usize>,
}

/// The nearest span that fits the text: in bounds and on character boundaries, never shorter than
/// the part of `span` that lies in the text.
#[must_use]
pub fn fit(text: &str, span: Span) -> Span {
    let start = text.floor_char_boundary(span.start.min(text.len()));
    let end = text.ceil_char_boundary(span.end.min(text.len()));
    Span::new(start, end.max(start))
}

/// Cuts `within` at every end of a span, so that nested and overlapping spans can be told apart.
///
/// The pieces cover `within` without a gap, in order.
#[must_use]
pub fn segments(text: &str, within: Span, spans: &[Span]) -> Vec<Segment> {
    let within = fit(text, within);
    let inside: Vec<(usize, Span)> = spans
        .iter()
        .map(|&span| fit(text, span))
        .enumerate()
        .filter(|(_, span)| span.overlaps(within))
        .collect();
    let mut cuts = vec![within.start, within.end];
    for (_, span) in &inside {
        cuts.extend(
            [span.start, span.end].into_iter().filter(|&at| within.start < at && at < within.end),
        );
    }
    cuts.sort_unstable();
    cuts.dedup();
    cuts.windows(2)
        .map(|pair| {
            let span = Span::new(pair[0], pair[1]);
            Segment { span, covers: covering(span, &inside) }
        })
        .collect()
}

/// The spans that contain `piece`, the shortest first.
fn covering(piece: Span, spans: &[(usize, Span)]) -> Vec<usize> {
    let mut covers: Vec<_> = spans.iter().filter(|(_, span)| span.contains(piece)).collect();
    covers.sort_by_key(|(_, span)| span.len());
    covers.into_iter().map(|(index, _)| *index).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut<'t>(text: &'t str, spans: &[Span]) -> Vec<(&'t str, Vec<usize>)> {
        segments(text, Span::new(0, text.len()), spans)
            .into_iter()
            .map(|segment| (segment.span.of(text).unwrap(), segment.covers))
            .collect()
    }

    #[test]
    fn nested_spans_name_the_inner_first() {
        let text = "từ 12 đến 18/7, nay";
        let end = text.find(',').unwrap();
        let at = |words: &str| {
            let start = text.find(words).unwrap();
            Span::new(start, start + words.len())
        };
        assert_eq!(
            cut(text, &[Span::new(0, end), at("12"), at("18/7"), at("nay")]),
            [
                ("từ ", vec![0]),
                ("12", vec![1, 0]),
                (" đến ", vec![0]),
                ("18/7", vec![2, 0]),
                (", ", vec![]),
                ("nay", vec![3]),
            ]
        );
    }

    #[test]
    fn overlapping_spans_share_a_piece() {
        assert_eq!(
            cut("abcdef", &[Span::new(0, 4), Span::new(2, 6)]),
            [("ab", vec![0]), ("cd", vec![0, 1]), ("ef", vec![1])]
        );
    }

    #[test]
    fn equal_spans_share_one_piece() {
        assert_eq!(cut("ab", &[Span::new(0, 2), Span::new(0, 2)]), [("ab", vec![0, 1])]);
    }

    #[test]
    fn no_span_gives_one_piece_and_no_text_none() {
        assert_eq!(cut("ả", &[]), [("ả", vec![])]);
        assert_eq!(cut("", &[Span::new(0, 3)]), []);
    }

    #[test]
    fn spans_that_do_not_fit_are_fitted() {
        assert_eq!(fit("aảb", Span::new(2, 99)), Span::new(1, 5));
        assert_eq!(cut("aảb", &[Span::new(2, 3)]), [("a", vec![]), ("ả", vec![0]), ("b", vec![])]);
        assert_eq!(fit("abc", Span::new(9, 4)), Span::new(3, 3));
    }

    #[test]
    fn only_the_part_asked_for() {
        let found = segments("abcdef", Span::new(2, 5), &[Span::new(0, 3), Span::new(5, 6)]);
        assert_eq!(
            found,
            [
                Segment { span: Span::new(2, 3), covers: vec![0] },
                Segment { span: Span::new(3, 5), covers: vec![] },
            ]
        );
    }
}
