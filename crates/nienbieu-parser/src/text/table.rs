//! Tables of data as text: one row a line, cells apart by tabs.

/// The rows of a table: empty lines and comments ("# …") left out.
pub(crate) fn rows(tsv: &'static str) -> impl Iterator<Item = std::str::Split<'static, char>> {
    let is_row = |line: &&str| !line.is_empty() && *line != "#" && !line.starts_with("# ");
    tsv.lines().filter(is_row).map(|line| line.split('\t'))
}

/// What a cell says; "-" and nothing say nothing.
pub(crate) fn cell(cell: Option<&'static str>) -> Option<&'static str> {
    cell.map(str::trim).filter(|text| !text.is_empty() && *text != "-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_are_no_rows() {
        let table = "# name\tvalue\n\na\t-\n#\n#b\t2";
        let got: Vec<_> = rows(table).map(|mut r| (r.next(), cell(r.next()))).collect();
        assert_eq!(got, [(Some("a"), None), (Some("#b"), Some("2"))]);
    }
}
