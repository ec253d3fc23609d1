//! What is saved. The lines come from the worker as they are, so a saved file holds the very bytes
//! that the command line writes.

/// One record a line.
#[must_use]
pub fn ndjson<'l>(lines: impl Iterator<Item = &'l str>) -> String {
    lines.fold(String::new(), |mut text, line| {
        text.push_str(line);
        text.push('\n');
        text
    })
}

/// One array of records.
#[must_use]
pub fn json<'l>(lines: impl Iterator<Item = &'l str>) -> String {
    let lines: Vec<&str> = lines.collect();
    if lines.is_empty() {
        return "[]\n".to_owned();
    }
    format!("[\n{}\n]\n", lines.join(",\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_for_each_record() {
        assert_eq!(ndjson(["{\"a\":1}", "{}"].into_iter()), "{\"a\":1}\n{}\n");
        assert_eq!(ndjson([].into_iter()), "");
    }

    #[test]
    fn an_array_of_all() {
        let text = json(["{\"a\":1}", "{}"].into_iter());
        assert_eq!(text, "[\n{\"a\":1},\n{}\n]\n");
        let read: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert_eq!(read.as_array().map(Vec::len), Some(2));
        assert_eq!(json([].into_iter()), "[]\n");
    }
}
