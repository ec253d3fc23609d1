use nienbieu_model::{Person, Record};

use crate::{
    layers::View,
    structure::sentences,
    text::{Folded, lines::lines},
};

/// The people of some lines.
fn people(text: &str) -> Vec<Person> {
    let folded = Folded::new(text);
    let blocks: Vec<_> = lines(text, &folded)
        .iter()
        .map(|line| nienbieu_model::Block {
            kind: nienbieu_model::BlockKind::Paragraph,
            span: line.span,
            marker: None,
            parent: None,
            reason: None,
        })
        .collect();
    let sentences = sentences::split(text, &blocks);
    let view = View { text, folded: &folded, blocks: &blocks, sentences: &sentences, times: &[] };
    super::read(&view, &Record::new(String::new(), 1))
}

/// Names, titles joined, roles.
fn told(text: &str) -> Vec<(String, String, String)> {
    let tell = |person: Person| {
        let titles: Vec<String> = person.titles.into_iter().map(|title| title.text).collect();
        let role = person.role.map(|role| role.as_str().to_owned()).unwrap_or_default();
        (person.name, titles.join(", "), role)
    };
    people(text).into_iter().map(tell).collect()
}

#[test]
fn one_person_with_titles_and_role() {
    let mut bad = Vec::new();
    for row in crate::text::table::rows(include_str!("positive.tsv")) {
        let cells: Vec<&str> = row.collect();
        let [text, name, titles, role] = cells[..] else { panic!("{cells:?}") };
        let titles = if titles == "-" { "" } else { titles };
        let want = [(name.to_owned(), titles.to_owned(), role.to_owned())];
        let got = told(text);
        if got != want {
            bad.push(format!("{text}\n   got {got:?}"));
        }
    }
    assert!(bad.is_empty(), "{}", bad.join("\n"));
}

#[test]
fn nobody() {
    let mut bad = Vec::new();
    for row in crate::text::table::rows(include_str!("negative.tsv")) {
        let text: String = row.collect();
        let got = told(&text);
        if !got.is_empty() {
            bad.push(format!("{text}\n   got {got:?}"));
        }
    }
    assert!(bad.is_empty(), "{}", bad.join("\n"));
}

#[test]
fn lists_of_people() {
    let names = |text: &str| -> Vec<(String, String)> {
        told(text).into_iter().map(|(name, titles, _)| (name, titles)).collect()
    };
    let pair = |name: &str, titles: &str| (name.to_owned(), titles.to_owned());
    assert_eq!(
        names(
            "Chủ trì hội nghị có các đồng chí: Lò Văn Ín, Tỉnh ủy viên, Bí thư Huyện ủy; \
             Vàng A Sình, Phó Bí thư Huyện ủy, Chủ tịch UBND huyện; Hà Thị Mơ, Trưởng Ban Dân vận Huyện ủy."
        ),
        [
            pair("Lò Văn Ín", "Tỉnh ủy viên, Bí thư Huyện ủy"),
            pair("Vàng A Sình", "Phó Bí thư Huyện ủy, Chủ tịch UBND huyện"),
            pair("Hà Thị Mơ", "Trưởng Ban Dân vận Huyện ủy"),
        ]
    );
    assert_eq!(
        names("Nhóm gồm: Trần Văn Sự, Lê Thị Nhâm và Phạm Bá Ước đến từ xã Hòa Lạc."),
        [pair("Trần Văn Sự", ""), pair("Lê Thị Nhâm", ""), pair("Phạm Bá Ước", "")]
    );
    assert_eq!(
        names(
            "Dự hội nghị có Phó Chủ tịch UBND tỉnh Đỗ Trọng Quế, Giám đốc Sở Nội vụ Bùi Thị Lành, lãnh đạo các huyện."
        ),
        [
            pair("Đỗ Trọng Quế", "Phó Chủ tịch UBND tỉnh"),
            pair("Bùi Thị Lành", "Giám đốc Sở Nội vụ")
        ]
    );
    let roles: Vec<String> = told(
        "Đồng chí Lê Hữu Cảnh, Bí thư Huyện ủy chủ trì hội nghị; dự có đồng chí Ngô Thị Duyên, Phó Bí thư Huyện ủy.",
    )
    .into_iter()
    .map(|person| person.2)
    .collect();
    assert_eq!(roles, ["chair", "attendee"]);
}

#[test]
fn later_mentions_are_of_those_named_before() {
    let names: Vec<String> = told("Ông Trần Văn Hải nói. Sau đó ông Hải và ông Tư đi.")
        .into_iter()
        .map(|p| p.0)
        .collect();
    assert_eq!(names, ["Trần Văn Hải", "Hải"]);
}

#[test]
fn signatures() {
    let text =
        "Các sở chịu trách nhiệm thi hành.\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n(đã ký)\nNguyễn Bá Trực";
    let got = told(text);
    assert_eq!(got, [("Nguyễn Bá Trực".into(), "PHÓ CHỦ TỊCH".into(), "signatory".into())]);
}

#[test]
fn organizations_inside_titles() {
    let person = &people("Bà Lò Thị Mai, Phó Giám đốc Sở Y tế tỉnh, cho biết.")[0];
    assert_eq!(person.titles[0].organization.as_deref(), Some("Sở Y tế tỉnh"));
}

#[test]
fn work_is_bounded_and_nothing_panics() {
    for word in
        ["ông ", "nguyên ", "TS ", "Nguyễn ", "Giám đốc, ", "K'", "N.T.", "theo ", "Chủ tịch và "]
    {
        let text = word.repeat(1000);
        let _ = people(&text);
    }
    assert_eq!(people("").len(), 0);
}

#[test]
fn a_pronoun_behind_a_quotation_speaks_for_the_one_named_last() {
    let role = |text: &str| told(text).first().map(|(_, _, role)| role.clone());
    let speaks = "Bà Lê Thị Cửu ở phường Ba Ngòi dậy sớm. “Cả nhà hết nước”, bà nói.";
    assert_eq!(role(speaks).as_deref(), Some("speaker"));
    let other = "Bà Lê Thị Cửu ở phường Ba Ngòi dậy sớm. “Cả nhà hết nước”, ông nói.";
    assert_eq!(role(other).as_deref(), Some("other"));
    let apart = "Bà Lê Thị Cửu ở phường Ba Ngòi dậy sớm.\n“Cả nhà hết nước”, bà nói.";
    assert_eq!(role(apart).as_deref(), Some("other"));
    let named = "“Phòng sạch, giá phải chăng”, Nguyễn Vũ Khải Di, du khách đến từ Huế, chia sẻ.";
    assert_eq!(told(named).first().map(|it| it.0.clone()).as_deref(), Some("Nguyễn Vũ Khải Di"));
}
