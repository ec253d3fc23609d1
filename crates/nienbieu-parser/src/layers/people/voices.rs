//! Who speaks where a pronoun stands for the name: "…”, bà nói".

use nienbieu_model::PersonRole;

use super::{
    lexicon::{HONORIFICS, VERBS},
    words::Words,
};

/// Words for men and for women, by which a pronoun may be another's than the one named last.
const MEN: [&str; 6] = ["ông", "anh", "chú", "cậu", "thầy", "bố"];
const WOMEN: [&str; 6] = ["bà", "chị", "cô", "dì", "mợ", "thím"];

/// The pronoun of whoever has said the words in quotation marks before it.
pub(super) fn pronoun<'a>(words: &Words<'a>) -> Option<&'a str> {
    (1..words.len()).find_map(|at| {
        let quoted = words.gap(at).starts_with(['”', '"']) || words.gap(at).starts_with(".”");
        let pronoun = words.letters(at);
        let known = words.is(&HONORIFICS, at) || pronoun == "thầy";
        let alone = !words.is_capital(at) && words.joined(at + 1) && !words.is_capital(at + 1);
        let says = || {
            let deed = words.look_up(&VERBS, at + 1);
            deed.is_some_and(|(_, deed)| deed.before == Some(PersonRole::Speaker))
        };
        (quoted && known && alone && says()).then_some(pronoun)
    })
}

/// Whether a pronoun may stand for one who has been announced by a word.
pub(super) fn may_be(pronoun: &str, announced: &str) -> bool {
    let parts = |men: &[&str], women: &[&str]| men.contains(&pronoun) && women.contains(&announced);
    !parts(&MEN, &WOMEN) && !parts(&WOMEN, &MEN)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn men_are_no_women() {
        assert!(may_be("ông", "ông") && may_be("cô", "giáo") && may_be("thầy", "anh"));
        assert!(!may_be("ông", "bà") && !may_be("chị", "anh"));
    }
}
