//! Words into lines of a given width.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Text, marked or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Run {
    pub(crate) text: String,
    pub(crate) marked: bool,
}

/// A line of runs with the columns it takes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Line {
    pub(crate) runs: Vec<Run>,
    pub(crate) width: usize,
}

impl Line {
    fn push(&mut self, text: &str, marked: bool) {
        self.width += text.width();
        match self.runs.last_mut() {
            Some(run) if run.marked == marked => run.text.push_str(text),
            _ => self.runs.push(Run { text: text.to_owned(), marked }),
        }
    }

    fn append(&mut self, other: Self) {
        for run in other.runs {
            self.push(&run.text, run.marked);
        }
    }

    fn ends_marked(&self) -> bool {
        self.runs.last().is_some_and(|run| run.marked)
    }

    fn starts_marked(&self) -> bool {
        self.runs.first().is_some_and(|run| run.marked)
    }
}

/// Breaks plain text at spaces.
pub(crate) fn wrap(text: &str, width: usize) -> Vec<Line> {
    wrap_pieces(&[(text, false)], width)
}

/// Breaks pieces of text, marked or not, at spaces; a word too long for a line is cut.
pub(crate) fn wrap_pieces(pieces: &[(&str, bool)], width: usize) -> Vec<Line> {
    let mut lines = vec![Line::default()];
    for word in words(pieces) {
        let mut parts = cut(word, width.max(1));
        let first = parts.remove(0);
        let last = lines.last_mut().expect("there is always a line");
        if last.runs.is_empty() {
            *last = first;
        } else if last.width + 1 + first.width <= width && parts.is_empty() {
            let marked = last.ends_marked() && first.starts_marked();
            last.push(" ", marked);
            last.append(first);
        } else {
            lines.push(first);
        }
        lines.extend(parts);
    }
    lines
}

/// The words of all pieces; one that changes its mark midway keeps both runs.
fn words(pieces: &[(&str, bool)]) -> Vec<Line> {
    let mut words = Vec::new();
    let mut word = Line::default();
    for &(text, marked) in pieces {
        for (i, part) in text.split(char::is_whitespace).enumerate() {
            if i > 0 && !word.runs.is_empty() {
                words.push(std::mem::take(&mut word));
            }
            if !part.is_empty() {
                word.push(part, marked);
            }
        }
    }
    if !word.runs.is_empty() {
        words.push(word);
    }
    words
}

/// The text on one line, cut with a sign where it is too long.
pub(crate) fn shorten(text: &str, width: usize) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    let mut used = 0;
    let fits = |c: &char| {
        used += c.width().unwrap_or(0);
        used < width.max(1)
    };
    let cut: String = text.chars().take_while(fits).collect();
    format!("{}…", cut.trim_end())
}

/// A word in parts that fit.
fn cut(word: Line, width: usize) -> Vec<Line> {
    if word.width <= width {
        return vec![word];
    }
    let mut parts = vec![Line::default()];
    let mut used = 0;
    for run in word.runs {
        let mut start = 0;
        for (at, char) in run.text.char_indices() {
            let columns = char.width().unwrap_or(0);
            if used + columns > width {
                parts
                    .last_mut()
                    .expect("there is always a part")
                    .push(&run.text[start..at], run.marked);
                parts.push(Line::default());
                (start, used) = (at, 0);
            }
            used += columns;
        }
        parts.last_mut().expect("there is always a part").push(&run.text[start..], run.marked);
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(lines: &[Line]) -> Vec<String> {
        let run = |run: &Run| if run.marked { format!("[{}]", run.text) } else { run.text.clone() };
        lines.iter().map(|line| line.runs.iter().map(run).collect()).collect()
    }

    #[test]
    fn breaks_at_spaces() {
        assert_eq!(shown(&wrap("một hai  ba\nbốn", 7)), ["một hai", "ba bốn"]);
        assert_eq!(shown(&wrap("", 7)), [""]);
    }

    #[test]
    fn counts_columns_not_bytes() {
        let decomposed = "hoa\u{300} hoa\u{300}";
        assert_eq!(wrap(decomposed, 7).len(), 1);
        assert_eq!(wrap(decomposed, 6).len(), 2);
        assert_eq!(shown(&wrap("日本 語", 5)), ["日本", "語"]);
    }

    #[test]
    fn marks_survive_breaks() {
        let pieces = [("Sáng (", false), ("ngày 5 tháng 8", true), (") họp", false)];
        assert_eq!(shown(&wrap_pieces(&pieces, 12)), ["Sáng ([ngày 5]", "[tháng 8]) họp"]);
    }

    #[test]
    fn what_is_too_long_is_shortened() {
        assert_eq!(shorten("một hai", 7), "một hai");
        assert_eq!(shorten("một hai", 6), "một h…");
        assert_eq!(shorten("một hai", 5), "một…");
        assert_eq!(shorten("日本語", 4), "日…");
    }

    #[test]
    fn long_words_are_cut() {
        assert_eq!(shown(&wrap("a bcdefgh i", 3)), ["a", "bcd", "efg", "h i"]);
        let pieces = [("ab", false), ("cde", true)];
        assert_eq!(shown(&wrap_pieces(&pieces, 3)), ["ab[c]", "[de]"]);
    }
}
