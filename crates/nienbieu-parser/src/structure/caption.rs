//! Picture captions: a credit ("Ảnh: …"), an opening or an act that pictures show.

use super::features::{Ending, Features};
use super::lexicon::{captions, credits};

/// A caption wherever it stands: "Ảnh minh họa", "… phát biểu tại lễ phát động. Ảnh: Lê Hoài".
pub(super) fn is_sure(folded: &str, features: &Features) -> bool {
    if features.words > 60 {
        return false;
    }
    let opens = captions().starts("sure", &features.plain).is_some();
    let open = features.ending == Ending::Open;
    (opens && features.words <= 30 && (open || features.words <= 12))
        || is_credited(folded, features)
}

/// A credit near the end, its colon or bracket with it: "Ảnh: Lê Hoài", "(Ảnh tư liệu)".
fn is_credited(folded: &str, features: &Features) -> bool {
    let from = folded.char_indices().rev().nth(60).map_or(0, |(at, _)| at);
    features.ending != Ending::Colon
        && credits().iter().any(|sign| folded[from..].contains(sign.as_str()))
}

/// A headline-like line that describes a picture.
pub(super) fn is_likely(features: &Features) -> bool {
    let opens = captions().starts("start", &features.plain).is_some();
    let acts = captions().within("inside", &features.plain);
    (opens && (acts || features.words >= 8)) || (acts && features.words >= 10)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Folded, lines::lines};

    fn look(text: &str) -> (bool, bool) {
        let folded = Folded::new(text);
        let lines = lines(text, &folded);
        let features = Features::of(&lines[0]);
        (is_sure(lines[0].folded, &features), is_likely(&features))
    }

    #[test]
    fn captions_are_told_from_subheads() {
        assert!(look("Ảnh minh họa").0);
        assert!(look("Bà con gặt lúa trên cánh đồng Mường Thanh. Ảnh: Lê Hoài").0);
        assert!(look("Quang cảnh buổi lễ phát động").0);
        assert!(look("Đồng chí Lê Văn Nam, Chủ tịch UBND huyện, phát biểu tại lễ phát động").1);
        assert_eq!(look("Lúa mới trên nương cũ"), (false, false));
        assert_eq!(look("Giữ rừng từ gốc"), (false, false));
        assert!(!look("Đoàn chụp ảnh với bà con rồi trở về xuôi.").0);
    }
}
