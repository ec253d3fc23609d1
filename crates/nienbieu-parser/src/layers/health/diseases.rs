//! Names of diseases in folded text: the longest phrase of the lexicon counts.

use std::{ops::Range, sync::LazyLock};

use crate::text::is_alphanumeric;
use crate::text::{
    Folded,
    lexicon::{Lexicon, word_starts},
    table::{cell, rows},
};
use rustc_hash::FxHashSet as HashSet;

/// A disease of `data/diseases.tsv`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Disease {
    pub(super) name: &'static str,
    pub(super) icd10: Option<&'static str>,
    /// It is a common word as well, and needs a word that says it is a disease.
    behind: bool,
    /// It is only a short form of another disease that the article names.
    pub(super) short: bool,
}

/// Phrases with their disease; `None` for what only looks like one.
static DISEASES: LazyLock<Lexicon<Option<Disease>>> = LazyLock::new(|| {
    let named = rows(include_str!("../../../data/diseases.tsv")).flat_map(|mut row| {
        let name = row.next().unwrap_or_default();
        let icd10 = cell(row.next());
        let used = row.next().unwrap_or_default();
        let (behind, short) = (used == "behind", used == "short");
        let phrases = row.next().unwrap_or_default().split(" | ");
        phrases.map(move |phrase| (phrase, Some(Disease { name, icd10, behind, short })))
    });
    let lookalikes = words("not").map(|phrase| (phrase, None));
    Lexicon::new(named.chain(lookalikes))
});

/// Words that a name may stand behind, folded.
static BEHIND: LazyLock<HashSet<String>> =
    LazyLock::new(|| words("behind").map(|word| Folded::new(word).as_str().to_owned()).collect());

/// The phrases of `data/disease_words.tsv` with a use.
fn words(wanted: &'static str) -> impl Iterator<Item = &'static str> {
    rows(include_str!("../../../data/disease_words.tsv"))
        .filter_map(move |mut row| Some((row.next()?, row.next()?)))
        .filter_map(move |(phrase, used)| (used == wanted).then_some(phrase))
}

/// The diseases that a folded line names, in order, none within another.
pub(super) fn find(line: &str) -> Vec<(Range<usize>, Disease)> {
    let mut found: Vec<(Range<usize>, Disease)> = Vec::new();
    let mut past = 0;
    for start in word_starts(line) {
        if start < past {
            continue;
        }
        let Some((length, disease)) = DISEASES.at(&line[start..]) else { continue };
        past = start + length;
        let Some(disease) = *disease else { continue };
        let listed = || found.last().is_some_and(|(last, _)| lists(&line[last.end..start]));
        if !disease.behind || is_behind(&line[..start]) || listed() {
            found.push((start..past, disease));
        }
    }
    found
}

/// Whether the text ends in one or two words that a disease stands behind.
fn is_behind(before: &str) -> bool {
    let before = before.trim_end_matches([' ', '"', '“', '(']);
    let mut starts = before.rmatch_indices(|c: char| !is_alphanumeric(c) && c != '-');
    // Two words at most; a look further back says nothing.
    [starts.next(), starts.next()].iter().any(|start| {
        let start = start.map_or(0, |(at, c)| at + c.len());
        BEHIND.contains(&before[start..])
    })
}

/// Whether a list goes on between two names: "sởi, dại", "sởi và dại", "sởi - tả".
fn lists(between: &str) -> bool {
    let between = between.trim();
    let between = between.strip_prefix(',').unwrap_or(between).trim();
    matches!(between, "" | "và" | "hoặc" | "hay" | "-" | "/" | ";" | "bệnh" | "và bệnh")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> Vec<(String, &'static str)> {
        let folded = Folded::new(text);
        let line = folded.as_str();
        find(line)
            .into_iter()
            .map(|(at, d)| (line[at].to_owned(), d.icd10.unwrap_or("-")))
            .collect()
    }

    #[test]
    fn diseases_with_their_codes() {
        for (text, word, code) in [
            ("phòng, chống dịch Covid-19 tại xã", "covid-19", "U07.1"),
            ("dương tính với SARS-CoV-2.", "sars-cov-2", "U07.1"),
            ("thêm 3 ca COVID 19 mới", "covid 19", "U07.1"),
            ("ổ dịch sốt xuất huyết Dengue", "sốt xuất huyết dengue", "A90"),
            ("ca sốt xuất huyết nặng", "sốt xuất huyết nặng", "A91"),
            ("bệnh tay, chân, miệng", "tay, chân, miệng", "B08.4"),
            ("số ca TCM tăng", "tcm", "B08.4"),
            ("Sởi lan nhanh", "sởi", "B05"),
            ("vắc xin sởi Đức", "sởi đức", "B06"),
            ("ổ dịch bạch hầu ở buôn", "bạch hầu", "A36"),
            ("trẻ mắc ho gà", "ho gà", "A37"),
            ("tử vong do bệnh dại", "dại", "A82"),
            ("tiêm phòng dại cho chó", "dại", "A82"),
            ("bị chó dại cắn", "dại", "A82"),
            ("nhiễm vi rút dại", "dại", "A82"),
            ("dịch tả bùng phát", "tả", "A00"),
            ("phẩy khuẩn tả", "tả", "A00"),
            ("bệnh lao còn phổ biến", "lao", "A16"),
            ("bệnh nhân lao phổi", "lao phổi", "A16"),
            ("sốt rét ác tính", "sốt rét ác tính", "B50"),
            ("viêm não Nhật Bản B", "viêm não nhật bản b", "A83.0"),
            ("viêm màng não do não mô cầu", "viêm màng não do não mô cầu", "A39"),
            ("cúm A/H5N1 ở người", "cúm a/h5n1", "J09"),
            ("cúm A (H1N1)", "cúm a (h1n1)", "J09"),
            ("vắc-xin cúm mùa", "cúm mùa", "J11"),
            ("ca đậu mùa khỉ đầu tiên", "đậu mùa khỉ", "B04"),
            ("Mpox tại khu vực", "mpox", "B04"),
            ("thuỷ đậu ở trường", "thủy đậu", "B01"),
            ("quai bị", "quai bị", "B26"),
            ("uốn ván sơ sinh", "uốn ván sơ sinh", "A33"),
            ("liệt do bại liệt", "bại liệt", "A80"),
            ("dịch Ebola ở châu Phi", "ebola", "A98.4"),
            ("vi rút Zika", "zika", "A92.5"),
            ("nhiễm liên cầu lợn", "liên cầu lợn", "A49.1"),
            ("mắc bệnh than sau khi ăn thịt trâu", "bệnh than", "A22"),
            ("viêm gan B", "viêm gan b", "B16"),
            ("phòng, chống HIV/AIDS", "hiv/aids", "B24"),
            ("ca Whitmore thứ hai", "whitmore", "A24"),
            ("sốt mò ở miền núi", "sốt mò", "A75.3"),
            ("dịch tả lợn châu Phi", "dịch tả lợn châu phi", "-"),
            ("lở mồm long móng", "lở mồm long móng", "-"),
            ("dịch cúm gia cầm", "cúm gia cầm", "J09"),
            ("viêm da nổi cục trên trâu bò", "viêm da nổi cục", "-"),
            ("vụ ngộ độc thực phẩm", "ngộ độc thực phẩm", "A05.9"),
        ] {
            assert_eq!(names(text), [(word.to_owned(), code)], "{text}");
        }
        let list: Vec<_> = names("các bệnh sởi, dại, tả và lao").into_iter().map(|n| n.1).collect();
        assert_eq!(list, ["B05", "A82", "A00", "A16"]);
    }

    #[test]
    fn words_that_are_no_disease() {
        for text in [
            "người lao động nghèo",
            "Sở Lao động - Thương binh và Xã hội",
            "phòng, chống tai nạn lao động",
            "xe ca lao xuống vực",
            "bệnh nhân lao vào cứu",
            "đường Lao Bảo - Đông Hà",
            "xã Tả Phìn",
            "bệnh xá xã Tả Van",
            "miêu tả vụ việc",
            "nước mắt tả thực",
            "bên tả bên hữu",
            "hoa dại ven đường",
            "động vật hoang dại",
            "đồng cúc dại nở",
            "khôn nhà dại chợ",
            "mỏ than Mạo Khê",
            "than đá, than bùn",
            "than phiền về giá",
            "phong tỏa thôn",
            "dịch phong tỏa nới lỏng",
            "phong trào thi đua",
            "buôn lậu thuốc lá",
            "chống buôn lậu",
            "lậu vé tàu",
            "máy sưởi",
            "phố Hàng Lậu",
            "khoa Tim mạch",
            "sốt cao 39 độ",
            "cơn sốt đất",
            "ho khan, đau họng",
            "Bệnh viện Phổi trung ương",
            "nước tiểu đục",
            "F0, F1 cách ly tại nhà",
            "20 trường hợp F1, 35 F2",
            "tiêm mũi 3",
            "thông điệp 5K",
            "gà rán",
            "đậu đỏ được mùa",
            "viêm",
            "chó thả rông",
            "giun đất",
        ] {
            assert_eq!(names(text), [], "{text}");
        }
    }
}
