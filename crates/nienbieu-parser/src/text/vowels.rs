//! Vietnamese vowels as a table of letter and tone, for composing and for moving tone marks.
//!
//! Source: the Vietnamese alphabet's 12 vowel letters and 6 tones as encoded in Unicode
//! (Latin-1 Supplement, Latin Extended-A and -B, Latin Extended Additional).

/// Rows: letters. Columns: no tone, huyền, sắc, hỏi, ngã, nặng.
const VOWELS: [[char; 6]; 12] = [
    ['a', 'à', 'á', 'ả', 'ã', 'ạ'],
    ['ă', 'ằ', 'ắ', 'ẳ', 'ẵ', 'ặ'],
    ['â', 'ầ', 'ấ', 'ẩ', 'ẫ', 'ậ'],
    ['e', 'è', 'é', 'ẻ', 'ẽ', 'ẹ'],
    ['ê', 'ề', 'ế', 'ể', 'ễ', 'ệ'],
    ['i', 'ì', 'í', 'ỉ', 'ĩ', 'ị'],
    ['o', 'ò', 'ó', 'ỏ', 'õ', 'ọ'],
    ['ô', 'ồ', 'ố', 'ổ', 'ỗ', 'ộ'],
    ['ơ', 'ờ', 'ớ', 'ở', 'ỡ', 'ợ'],
    ['u', 'ù', 'ú', 'ủ', 'ũ', 'ụ'],
    ['ư', 'ừ', 'ứ', 'ử', 'ữ', 'ự'],
    ['y', 'ỳ', 'ý', 'ỷ', 'ỹ', 'ỵ'],
];

/// The row and the tone of a lower-case vowel.
fn split(vowel: char) -> Option<(usize, usize)> {
    VOWELS
        .iter()
        .enumerate()
        .find_map(|(row, tones)| Some((row, tones.iter().position(|&c| c == vowel)?)))
}

/// The letter without its tone, and the tone (0 is none).
pub(crate) fn untoned(vowel: char) -> Option<(char, usize)> {
    split(vowel).map(|(row, tone)| (VOWELS[row][0], tone))
}

/// The letter with another tone in place of its own.
pub(crate) fn with_tone(vowel: char, tone: usize) -> Option<char> {
    let (row, _) = split(vowel)?;
    VOWELS[row].get(tone).copied()
}

/// The letter stripped to ASCII: no tone, no breve, circumflex or horn; `đ` becomes `d`.
pub(crate) fn bare(letter: char) -> char {
    if letter.is_ascii() {
        return letter;
    }
    match split(letter) {
        Some((row, _)) => ['a', 'a', 'a', 'e', 'e', 'i', 'o', 'o', 'o', 'u', 'u', 'y'][row],
        None if letter == 'đ' => 'd',
        None => letter,
    }
}

/// Whether the character is a combining mark that Vietnamese uses.
pub(crate) const fn is_mark(c: char) -> bool {
    matches!(
        c,
        '\u{300}'
            | '\u{301}'
            | '\u{302}'
            | '\u{303}'
            | '\u{306}'
            | '\u{309}'
            | '\u{31b}'
            | '\u{323}'
    )
}

/// Puts a combining mark on a lower-case vowel, in whatever order the marks come.
pub(crate) fn compose(vowel: char, mark: char) -> Option<char> {
    let (row, tone) = split(vowel)?;
    let (row, tone) = match mark {
        '\u{300}' => (row, 1),
        '\u{301}' => (row, 2),
        '\u{309}' => (row, 3),
        '\u{303}' => (row, 4),
        '\u{323}' => (row, 5),
        '\u{306}' if row == 0 => (1, tone),
        '\u{302}' if matches!(row, 0 | 3 | 6) => (if row == 0 { 2 } else { row + 1 }, tone),
        '\u{31b}' if matches!(row, 6 | 9) => (if row == 6 { 8 } else { 10 }, tone),
        _ => return None,
    };
    Some(VOWELS[row][tone])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_compose_in_any_order() {
        let put = |base, marks: &str| marks.chars().try_fold(base, compose);
        assert_eq!(put('e', "\u{323}\u{302}"), Some('ệ'));
        assert_eq!(put('e', "\u{302}\u{323}"), Some('ệ'));
        assert_eq!(put('o', "\u{31b}\u{300}"), Some('ờ'));
        assert_eq!(put('u', "\u{31b}\u{303}"), Some('ữ'));
        assert_eq!(put('a', "\u{306}\u{301}"), Some('ắ'));
        assert_eq!(put('i', "\u{306}"), None);
        assert_eq!(put('n', "\u{303}"), None);
    }

    #[test]
    fn bare_letters() {
        let stripped: String = "đường phố huyện ẵm".chars().map(bare).collect();
        assert_eq!(stripped, "duong pho huyen am");
    }

    #[test]
    fn tones_move() {
        assert_eq!(untoned('ủ'), Some(('u', 3)));
        assert_eq!(with_tone('o', 5), Some('ọ'));
        assert_eq!(with_tone('b', 1), None);
    }
}
