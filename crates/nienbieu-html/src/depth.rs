//! Pages whose elements lie one within the other beyond reason: trees are walked by recursion.

/// The deepest that a page is read as a tree.
const DEEPEST: usize = 500;
/// Elements that hold nothing.
const VOID: [&str; 14] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr", "p",
];

/// Whether more elements stand open at once than any page needs. Unclosed paragraphs, of which old
/// pages are full, do not count.
pub(crate) fn is_too_deep(page: &str) -> bool {
    let (mut depth, mut deepest) = (0_usize, 0_usize);
    for tag in page.split('<').skip(1) {
        if let Some(name) = tag.strip_prefix('/') {
            depth = depth.saturating_sub(usize::from(!is_void(name)));
        } else if tag.starts_with(|c: char| c.is_ascii_alphabetic()) && !is_void(tag) {
            depth += 1;
            deepest = deepest.max(depth);
        }
    }
    deepest > DEEPEST
}

fn is_void(tag: &str) -> bool {
    let end = tag.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(tag.len());
    VOID.iter().any(|name| tag[..end].eq_ignore_ascii_case(name))
}

/// The page's words without its tags, a line for each stretch between them.
pub(crate) fn stripped(page: &str) -> String {
    let mut text = String::new();
    for part in page.split('<').skip(usize::from(page.starts_with('<'))) {
        let words = part.split_once('>').map_or(part, |(_, words)| words).trim();
        if !words.is_empty() {
            text.push_str(words);
            text.push('\n');
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_beyond_reason_are_read_without_their_tree() {
        let page = format!("{}Sáng 5/8{}", "<div>".repeat(100_000), "</div>".repeat(100_000));
        assert!(is_too_deep(&page));
        assert_eq!(crate::extract(&page, None).text, "Sáng 5/8\n");
        assert!(!is_too_deep(&"<p>a<br>b".repeat(10_000)));
        let deep = format!("{}Sáng 5/8", "<div>".repeat(DEEPEST));
        assert!(crate::extract(&deep, None).text.contains("Sáng 5/8"));
    }
}
