/// Every letter with a mark, after the plain letter that it is typed as without one.
const LETTERS: [&str; 7] = [
    "aàáảãạăằắẳẵặâầấẩẫậ",
    "dđ",
    "eèéẻẽẹêềếểễệ",
    "iìíỉĩị",
    "oòóỏõọôồốổỗộơờớởỡợ",
    "uùúủũụưừứửữự",
    "yỳýỷỹỵ",
];

/// A text as it is typed in a hurry: lower case, without diacritics, single spaces.
#[must_use]
pub fn plain(text: &str) -> String {
    let letters = text.chars().flat_map(char::to_lowercase);
    let bare: String = letters.filter(|c| !is_combining(*c)).map(base).collect();
    bare.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn base(letter: char) -> char {
    if letter.is_ascii() {
        return letter;
    }
    let row = LETTERS.iter().find(|row| row.contains(letter));
    row.and_then(|row| row.chars().next()).unwrap_or(letter)
}

const fn is_combining(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_and_case_are_dropped() {
        for (text, expected) in [
            ("Điện Biên", "dien bien"),
            ("  Thừa Thiên –\u{a0}Huế ", "thua thien – hue"),
            ("Đắk Nông", "dak nong"),
            ("Quảng Ngãi, Mỹ Tho, Phú Thuỵ", "quang ngai, my tho, phu thuy"),
            ("Đie\u{323}\u{302}n", "dien"),
            ("Krông Pắc 中", "krong pac 中"),
            ("", ""),
        ] {
            assert_eq!(plain(text), expected);
        }
    }
}
