//! Which characters words are made of, quickly for those that Vietnamese uses.
//!
//! Each function says what `char`'s own of that name says, without its search through tables for the
//! blocks that Vietnamese letters stand in.

/// Whether a character is a letter or a digit.
#[inline]
pub(crate) fn is_alphanumeric(c: char) -> bool {
    c.is_ascii_digit() || is_known(c).unwrap_or_else(|| c.is_alphanumeric())
}

/// Whether a character is a letter.
#[inline]
pub(crate) fn is_alphabetic(c: char) -> bool {
    is_known(c).unwrap_or_else(|| c.is_alphabetic())
}

/// Whether a character is a capital.
pub(crate) fn is_uppercase(c: char) -> bool {
    match c {
        '\0'..='\u{7f}' => c.is_ascii_uppercase(),
        'À'..='Þ' => c != '×',
        'ß'..='ÿ' | '\u{2000}'..='\u{206f}' => false,
        'Ạ'..='ỿ' => u32::from(c).is_multiple_of(2),
        _ => c.is_uppercase(),
    }
}

/// Whether a character is a small letter.
pub(crate) fn is_lowercase(c: char) -> bool {
    match c {
        '\0'..='\u{7f}' => c.is_ascii_lowercase(),
        'À'..='Þ' | '\u{2000}'..='\u{206f}' => false,
        'ß'..='ÿ' => c != '÷',
        'Ạ'..='ỿ' => !u32::from(c).is_multiple_of(2),
        _ => c.is_lowercase(),
    }
}

/// The small form of a character where that is one character; else the character itself.
pub(crate) fn lower(c: char) -> char {
    let next = |c: char| char::from_u32(u32::from(c) + 1).unwrap_or(c);
    match c {
        '\0'..='\u{7f}' => c.to_ascii_lowercase(),
        'Ạ'..='ỿ' if u32::from(c).is_multiple_of(2) => next(c),
        'Ạ'..='ỿ' | 'à'..='ÿ' | '\u{2000}'..='\u{206f}' => c,
        _ => {
            let mut lowered = c.to_lowercase();
            match (lowered.next(), lowered.next()) {
                (Some(one), None) => one,
                _ => c,
            }
        }
    }
}

/// Whether a character of the blocks of Latin letters and of signs is a letter.
const fn is_known(c: char) -> Option<bool> {
    match c {
        '\0'..='\u{7f}' => Some(c.is_ascii_alphabetic()),
        'À'..='ʯ' => Some(!matches!(c, '×' | '÷')),
        '\u{1e00}'..='\u{1eff}' => Some(true),
        '\u{2000}'..='\u{206f}' => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The first character that two functions differ on.
    fn differ<T: PartialEq>(ours: fn(char) -> T, theirs: impl Fn(char) -> T) -> Option<char> {
        ('\0'..=char::MAX).find(|&c| ours(c) != theirs(c))
    }

    #[test]
    fn as_the_standard_says() {
        assert_eq!(differ(is_alphanumeric, char::is_alphanumeric), None);
        assert_eq!(differ(is_alphabetic, char::is_alphabetic), None);
        assert_eq!(differ(is_uppercase, char::is_uppercase), None);
        assert_eq!(differ(is_lowercase, char::is_lowercase), None);
        let lowered = |c: char| Some(c.to_lowercase()).filter(|l| l.len() == 1)?.next();
        assert_eq!(differ(lower, |c| lowered(c).unwrap_or(c)), None);
    }
}
