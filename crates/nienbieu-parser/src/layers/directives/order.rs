//! Instructions in running sentences: "UBND tỉnh yêu cầu Sở Y tế …; giao Công an tỉnh …".

use std::ops::Range;

use super::{
    addressees::{Addressees, addressees},
    lexicon::{Giver, Verb, WORDS},
    page::Page,
};
use crate::text::{is_alphabetic, is_alphanumeric, lexicon::word_starts};

/// An instruction found in a sentence; offsets are of the folded text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Order {
    /// Where its clause begins.
    pub(super) start: usize,
    /// Where it says who is told: what stands before it says who tells.
    pub(super) at: usize,
    /// Whom it tells; empty where the words do not say.
    pub(super) addressees: Vec<Range<usize>>,
    /// What it says goes on behind the sentence: a list follows.
    pub(super) leads: bool,
    /// It only opens a list.
    pub(super) only_leads: bool,
    /// It is told as what has been done: "đã yêu cầu …".
    pub(super) past: bool,
}

/// The longest sentence that is read to its end, in bytes: keeps the work bounded.
const REACH: usize = 6000;

/// The instructions of a sentence, in order.
pub(super) fn orders(page: &Page<'_>, sentence: Range<usize>) -> Vec<Order> {
    let end = page.folded.as_str().floor_char_boundary(sentence.end.min(sentence.start + REACH));
    let Some(text) = page.folded.as_str().get(sentence.start..end) else { return Vec::new() };
    let mut reader = Reader { page, base: sentence.start, text, ..Reader::new(page) };
    let mut behind = 0;
    for at in word_starts(text) {
        if at >= behind {
            behind = reader.word(at);
        }
    }
    reader.found
}

/// The state of reading one sentence.
struct Reader<'a, 'v> {
    page: &'a Page<'v>,
    base: usize,
    text: &'a str,
    /// Where the clause that is being read begins.
    clause: usize,
    giver: Option<Giver>,
    /// A petitioner stands in the sentence.
    petition: bool,
    /// A paper stands in the sentence.
    paper: bool,
    /// The Prime Minister or somebody else above the provinces speaks.
    national: bool,
    /// Somebody was asked who cannot be told.
    asked: bool,
    found: Vec<Order>,
}

impl<'a, 'v> Reader<'a, 'v> {
    const fn new(page: &'a Page<'v>) -> Self {
        Self {
            page,
            base: 0,
            text: "",
            clause: 0,
            giver: None,
            petition: false,
            paper: false,
            national: false,
            asked: false,
            found: Vec::new(),
        }
    }

    /// Reads the word at an offset of the sentence; gives where to go on.
    fn word(&mut self, at: usize) -> usize {
        let rest = &self.text[at..];
        let before = self.text[..at].trim_end();
        if before.ends_with([';', ':']) || before.ends_with(", còn") {
            self.clause = at;
            if let Some(end) = self.elliptic(at) {
                return end;
            }
        }
        if let Some(end) = self.passive(at, before) {
            return end;
        }
        let verb = WORDS.verbs.at(rest);
        if let Some(end) = verb.and_then(|(length, verb)| self.verb(*verb, at, at + length)) {
            return end;
        }
        let after = verb.map_or(at + 1, |(length, _)| at + length);
        // "Chỉ thị yêu cầu …": the paper, and no verb.
        WORDS.givers.at(rest).map_or(after, |(length, giver)| {
            self.giver(*giver, at, length);
            after.max(at + length)
        })
    }

    /// Notes who gives instructions from here on.
    fn giver(&mut self, giver: Giver, at: usize, length: usize) {
        let rest = &self.text[at..];
        self.petition |= giver == Giver::Petitioner;
        self.paper |= giver == Giver::Paper;
        self.national |= rest.starts_with("thủ tướng") || rest.starts_with("chính phủ");
        self.giver = match giver {
            Giver::Speaker if self.page.office_at(self.base + at + length) => {
                Some(Giver::Authority)
            }
            Giver::Ours if self.page.office_speaks(self.base + at) => Some(Giver::Speaker),
            Giver::Ours => Some(Giver::Petitioner),
            // "Sở làm việc với nhà thầu, yêu cầu …"
            Giver::Firm if self.giver == Some(Giver::Authority) => self.giver,
            other => Some(other),
        };
    }

    /// order = giver … verb ["rằng" / "đối với" / "cho"] (addressees deed / deed / ":")
    fn verb(&mut self, verb: Verb, at: usize, after: usize) -> Option<usize> {
        if verb == Verb::None || self.is_noun(at) || !self.may_order(verb, at) {
            return None;
        }
        let named = self.skip_little(after);
        let told = addressees(self.page, self.base + named..self.base + self.text.len())
            .filter(|_| !matches!(verb, Verb::Lead | Verb::State));
        let Some(told) = told else { return self.without_body(verb, at, after) };
        let end = told.end - self.base;
        let fits = match verb {
            Verb::Assign if self.in_list(at) => self.deed_follows(end) || self.does(end),
            Verb::Assign | Verb::Direct => self.deed_follows(end) || self.leads(end),
            Verb::Ask => {
                self.asked |= told.high;
                (!told.high || self.national) && !self.petition && !self.spoils(end)
            }
            _ => !self.spoils(end),
        };
        if !fits {
            return Some(after);
        }
        let leads = self.leads(end);
        self.push(at, told.bodies, leads, false);
        Some(end)
    }

    /// An instruction that names nobody: "yêu cầu tuyệt đối không chủ quan", "yêu cầu:".
    fn without_body(&mut self, verb: Verb, at: usize, after: usize) -> Option<usize> {
        let rest = self.text[after..].trim_start();
        if let Some(said) = rest.strip_prefix(':').filter(|_| verb == Verb::State) {
            let said = said.trim_start_matches([' ', '"', '“', '«']);
            return WORDS.deeds.at(said).filter(|_| self.paper).map(|_| {
                self.push(at, Vec::new(), false, false);
                after
            });
        }
        let stated = verb == Verb::Order && WORDS.deeds.at(rest).is_some() && self.giver.is_some();
        let governs = !matches!(verb, Verb::Lead | Verb::State);
        let leads = self.leads(after) && (governs || self.names_tasks(after));
        let opens = stated || leads || governs && rest.starts_with(':');
        opens.then(|| {
            self.push(at, Vec::new(), leads, !stated);
            after
        })
    }

    /// elliptic = (";" / ":") addressees (deed / word), in a sentence that gives instructions; in one that asks
    /// somebody above, what others must do: "đề nghị Bộ Y tế hỗ trợ; các huyện phải rà soát"
    ///
    /// Behind an instruction and a semicolon any word in lower case says what a body has to do, unless it
    /// tells what is or was.
    fn elliptic(&mut self, at: usize) -> Option<usize> {
        if self.found.is_empty() && !self.asked {
            return None;
        }
        let told = addressees(self.page, self.base + at..self.base + self.text.len())?;
        let end = told.end - self.base;
        let rest = self.text[end..].trim_start();
        let fits = if self.found.is_empty() {
            rest.starts_with("phải ") && self.deed_follows(end)
        } else {
            let listed = self.in_list(at) && self.names_body(at);
            self.deed_follows(end) || listed && self.does(end)
        };
        fits.then(|| {
            self.push(at, told.bodies, false, false);
            end
        })
    }

    /// passive = addressees ("được" verb deed / "phải" deed): "Sở Xây dựng được giao chủ trì"
    ///
    /// What somebody must do is an instruction only where the sentence looks ahead: "Thời gian tới, các
    /// huyện phải rà soát"; elsewhere it may tell what they had to do.
    fn passive(&mut self, at: usize, before: &str) -> Option<usize> {
        if !(before.is_empty() || before.ends_with([';', ','])) {
            return None;
        }
        let told: Addressees = addressees(self.page, self.base + at..self.base + self.text.len())?;
        let end = told.end - self.base;
        let rest = self.text[end..].trim_start();
        if rest.starts_with("phải ")
            && WORDS.ahead.at(self.text).is_some()
            && self.deed_follows(end)
        {
            self.push(at, told.bodies, false, false);
            return Some(end);
        }
        let rest = rest.strip_prefix("được ").or_else(|| rest.strip_prefix("phải được "))?;
        let verb = ["yêu cầu", "giao", "giao nhiệm vụ", "phân công", "chỉ đạo"]
            .into_iter()
            .rfind(|verb| rest.starts_with(verb))?;
        let deed = WORDS.deeds.at(rest.get(verb.len()..)?.trim_start()).is_some();
        deed.then(|| {
            self.push(at, told.bodies, false, false);
            end
        })
    }

    fn push(&mut self, at: usize, addressees: Vec<Range<usize>>, leads: bool, only_leads: bool) {
        let start = if self.found.is_empty() { 0 } else { self.clause.max(at) };
        let past = self.text[..at].trim_end().ends_with(" đã");
        let (start, at) = (self.base + start, self.base + at);
        self.found.push(Order { start, at, addressees, leads, only_leads, past });
    }

    /// Whether a verb is a noun or a passive here.
    fn is_noun(&self, at: usize) -> bool {
        let before = self.text[..at].trim_end();
        let from = before.rfind(|c: char| !is_alphanumeric(c)).map_or(0, |space| space + 1);
        // "văn bản yêu cầu …": a paper that gives an instruction, and no "bản yêu cầu".
        !before.ends_with("văn bản")
            && before
                .get(from..)
                .is_some_and(|word| WORDS.nouns.at(word).is_some_and(|w| w.0 == word.len()))
    }

    /// Whether somebody stands before a verb who may give instructions with it.
    fn may_order(&self, verb: Verb, at: usize) -> bool {
        let opens = !self.text[..at].contains(is_alphabetic);
        match (self.giver, verb) {
            _ if !self.found.is_empty() => verb != Verb::Direct && self.joins(at),
            (giver, Verb::State) => giver.is_some_and(|giver| giver != Giver::Petitioner),
            (None, Verb::Lead) => false,
            (None, _) => opens,
            (Some(Giver::Petitioner | Giver::Firm | Giver::Ours), _) => false,
            (Some(Giver::Speaker), verb) => verb != Verb::Ask,
            (Some(Giver::Authority | Giver::Paper), _) => true,
        }
    }

    /// Whether a verb is set beside what stands before it, and not a part of it.
    fn joins(&self, at: usize) -> bool {
        let before = self.text[..at].trim_end();
        before.ends_with([',', ';', ':', '.'])
            || before.ends_with(" và")
            || before.ends_with("thời")
    }

    /// Whether a stretch from an offset on speaks of tasks.
    fn names_tasks(&self, from: usize) -> bool {
        let rest = &self.text[from..];
        word_starts(rest).any(|at| WORDS.tasks.at(&rest[at..]).is_some())
    }

    /// The offset behind the little words that may stand before the addressees.
    fn skip_little(&self, at: usize) -> usize {
        let rest = self.text[at..].trim_start();
        let little = ["đối với ", "tới ", "đến ", "cho ", "rằng "];
        let word = little.into_iter().find(|word| rest.starts_with(word)).unwrap_or_default();
        self.text.len() - rest.len() + word.len()
    }

    /// Whether what is to be done follows.
    fn deed_follows(&self, at: usize) -> bool {
        let rest = self.text[at..].trim_start();
        WORDS.deeds.at(rest.strip_prefix(", ").unwrap_or(rest)).is_some()
    }

    /// Whether an instruction and a semicolon stand before an offset.
    fn in_list(&self, at: usize) -> bool {
        !self.found.is_empty() && self.text[..at].trim_end().ends_with(';')
    }

    /// Whether the words at an offset are printed as a body's name.
    fn names_body(&self, at: usize) -> bool {
        let at = self.base + at;
        self.page.is_capital(at) || self.page.named_at(at).is_some()
    }

    /// Whether a word in lower case follows that may be a verb.
    fn does(&self, at: usize) -> bool {
        let rest = self.text[at..].trim_start();
        rest.len() < self.text.len() - at
            && rest.starts_with(char::is_alphabetic)
            && !self.page.is_capital(self.base + self.text.len() - rest.len())
            && !self.spoils(at)
            && WORDS.tails.at(rest).is_none()
    }

    /// Whether what follows shows that nobody was told anything.
    fn spoils(&self, at: usize) -> bool {
        WORDS.after.at(self.text[at..].trim_start()).is_some()
    }

    /// Whether a list follows: the sentence ends with a colon, or with "sau", "trọng tâm".
    fn leads(&self, from: usize) -> bool {
        let rest = self.text[from..].trim_end();
        let bare = rest.trim_end_matches([':', '.']);
        let colon = rest.len() > bare.len() && rest.ends_with(':');
        colon && (bare.trim().is_empty() || !bare.contains(':'))
            || word_starts(bare).last().is_some_and(|at| {
                WORDS.sequel.at(&bare[at..]).is_some_and(|w| w.0 == bare.len() - at)
            })
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::with_page;
    use super::*;

    fn read(text: &str) -> Vec<Vec<String>> {
        with_page(text, &[], |view| {
            let found = orders(view, 0..view.folded.as_str().len());
            let told = |order: Order| {
                order.addressees.into_iter().map(|body| view.words(view.span(body)).to_owned())
            };
            found.into_iter().map(|order| told(order).collect()).collect()
        })
    }

    #[test]
    fn running_sentences() {
        for (text, want) in [
            (
                "Chủ tịch UBND tỉnh yêu cầu Sở Y tế, Công an tỉnh rà soát.",
                vec![vec!["Sở Y tế", "Công an tỉnh"]],
            ),
            (
                "UBND tỉnh giao Sở Tài chính cân đối nguồn vốn; Sở Xây dựng thẩm định; giao Công an tỉnh điều tra.",
                vec![vec!["Sở Tài chính"], vec!["Sở Xây dựng"], vec!["Công an tỉnh"]],
            ),
            (
                "Sở Nông nghiệp và Môi trường đề nghị các địa phương nạo vét kênh mương.",
                vec![vec!["các địa phương"]],
            ),
            (
                "Bí thư Huyện ủy chỉ đạo các cơ quan chức năng vào cuộc.",
                vec![vec!["các cơ quan chức năng"]],
            ),
            ("Lãnh đạo tỉnh yêu cầu tuyệt đối không chủ quan.", vec![vec![]]),
            ("Công điện yêu cầu chủ tàu cá đưa tàu vào nơi neo đậu.", vec![vec!["chủ tàu cá"]]),
            (
                "UBND tỉnh yêu cầu các huyện rà soát, chỉ đạo các xã cắm biển.",
                vec![vec!["các huyện"]],
            ),
            ("Sở Xây dựng được giao chủ trì thẩm định.", vec![vec!["Sở Xây dựng"]]),
            (
                "Đồng chí Lò Văn A đề nghị các cấp ủy tập trung hoàn thành chỉ tiêu.",
                vec![vec!["các cấp ủy"]],
            ),
            (
                "Tỉnh đề nghị Bộ Y tế hỗ trợ thuốc; các doanh nghiệp phải xét nghiệm cho công nhân.",
                vec![vec!["các doanh nghiệp"]],
            ),
            ("Phó Thủ tướng đề nghị Bộ Y tế rà soát hướng dẫn.", vec![vec!["Bộ Y tế"]]),
            (
                "Thủ tướng Chính phủ yêu cầu: UBND các tỉnh tổ chức trực ban; Bộ Công an phân luồng.",
                vec![vec![], vec!["UBND các tỉnh"], vec!["Bộ Công an"]],
            ),
        ] {
            assert_eq!(read(text), want, "{text}");
        }
    }

    #[test]
    fn what_papers_say_and_what_lies_ahead() {
        for (text, want) in [
            ("Sở đã có văn bản yêu cầu các đơn vị tăng cường giám sát.", vec![vec!["các đơn vị"]]),
            (
                "Công văn số 7 của UBND tỉnh nêu: “Ưu tiên nước sinh hoạt, dừng tưới lúa”.",
                vec![vec![]],
            ),
            (
                "Thời gian tới, các xã phải chuẩn bị lương thực, còn Công an huyện tuần tra.",
                vec![vec!["các xã"], vec!["Công an huyện"]],
            ),
            ("Chính quyền xã phải huy động 200 người trong đêm.", vec![]),
            ("Ông A nêu: “Xây dựng nông thôn mới là việc khó”.", vec![]),
            ("Công văn nêu: đàn lợn còn 200 con.", vec![]),
            ("Các xã báo cáo kết quả thực hiện Chỉ thị định kỳ.", vec![]),
        ] {
            assert_eq!(read(text), want, "{text}");
        }
    }

    #[test]
    fn no_instructions() {
        for text in [
            "Cử tri xã Nà Tấu đề nghị UBND huyện sớm sửa đường.",
            "UBND tỉnh đề nghị Chính phủ hỗ trợ 500 tỷ đồng.",
            "Sở Y tế đề nghị Bộ Y tế cấp thêm vắc xin.",
            "Ông nhấn mạnh một số kết quả sau:",
            "Bên mua yêu cầu bên bán giao hàng đúng hẹn.",
            "Các hộ được giao đất rừng.",
            "UBND huyện giao 500 ha rừng cho các hộ dân.",
            "Luật sư đề nghị chuyển tội danh.",
            "Theo yêu cầu của Sở Y tế, bệnh viện lập thêm khoa.",
            "Sở Giao thông vận tải bàn giao đường cho UBND huyện quản lý.",
            "Tỉnh giao thu 66.150 tỷ đồng, tăng 5%.",
            "Ban Chỉ đạo phòng, chống dịch tỉnh họp chiều nay.",
            "Tai nạn giao thông xảy ra trên quốc lộ 1.",
            "Đối tượng yêu cầu nạn nhân chuyển tiền.",
            "Công tác chỉ đạo các địa phương được quan tâm.",
            "Bị cáo hẹn giao đất sau 18 tháng.",
            "Các hộ được yêu cầu của doanh nghiệp.",
        ] {
            assert_eq!(read(text), Vec::<Vec<String>>::new(), "{text}");
        }
    }
}
