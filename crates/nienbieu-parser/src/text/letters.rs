//! Which characters words are made of, quickly for those that Vietnamese uses.

/// Whether a character is a letter or a digit: as `char::is_alphanumeric`, without its tables for the
/// blocks that hold nothing else.
pub(crate) fn is_alphanumeric(c: char) -> bool {
    match c {
        '\0'..='\u{7f}' => c.is_ascii_alphanumeric(),
        'À'..='ʯ' => !matches!(c, '×' | '÷'),
        '\u{1e00}'..='\u{1eff}' => true,
        '\u{2000}'..='\u{206f}' => false,
        _ => c.is_alphanumeric(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_the_standard_says() {
        let differs = |c: &char| is_alphanumeric(*c) != c.is_alphanumeric();
        assert_eq!(('\0'..=char::MAX).find(differs), None);
    }
}
