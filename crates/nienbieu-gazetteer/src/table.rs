//! Tables of data as text: one row a line, cells apart by tabs.

/// The rows of a table: empty lines and comments left out.
pub(crate) fn rows(tsv: &'static str) -> impl Iterator<Item = std::str::Split<'static, char>> {
    let is_row = |line: &&str| !line.is_empty() && *line != "#" && !line.starts_with("# ");
    tsv.lines().filter(is_row).map(|line| line.split('\t'))
}

/// The table behind its head of comments.
pub(crate) fn body(tsv: &'static str) -> &'static str {
    let mut rest = tsv;
    while rest.starts_with('#') {
        rest = rest.split_once('\n').map_or("", |(_, rest)| rest);
    }
    rest
}

/// What a cell says; "-" and nothing say nothing.
pub(crate) fn cell(cell: Option<&'static str>) -> Option<&'static str> {
    cell.filter(|text| !text.is_empty() && *text != "-")
}

/// Whether two names are the same but for capitals, and which comes first; `folded` is in lower case.
pub(crate) fn compare(name: &str, folded: &str) -> std::cmp::Ordering {
    name.chars().flat_map(char::to_lowercase).cmp(folded.chars())
}
