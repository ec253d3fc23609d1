//! Phrases with the papers they name, and phrases that name none: the tables beside this file.

use nienbieu_model::{Citation, Diagnostic};

use super::testing::{with_view, wrong};
use crate::layers::organizations;

fn read(text: &str) -> (Vec<Citation>, Vec<Diagnostic>) {
    with_view(text, |view| super::read(view, &organizations::read(view, &[])))
}

/// One mention as the table gives it: `words = kind / identifier / form`.
fn summary(citation: &Citation) -> String {
    let or = |text: Option<&str>| text.unwrap_or("-").to_owned();
    let (kind, identifier) = (or(citation.kind.as_deref()), or(citation.identifier.as_deref()));
    format!("{} = {kind} | {identifier} | {}", citation.text, citation.form.as_str())
}

/// What is found in a phrase, as the table gives it.
fn summaries(phrase: &str) -> Vec<String> {
    read(phrase).0.iter().map(summary).collect()
}

#[test]
fn phrases_that_name_papers() {
    let table = include_str!("../../../../../tests/papers/citations.tsv");
    let wrong = wrong(table, summaries);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn phrases_that_name_none() {
    let table = include_str!("../../../../../tests/papers/no-citations.tsv");
    let wrong = wrong(table, summaries);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn symbols_are_decoded() {
    let (found, _) = read(
        "Thực hiện Công văn số 5888/BYT-DP ngày 9/8/2021 của Bộ Y tế về việc tăng cường tiêm chủng, yêu cầu các huyện rà soát.",
    );
    let [letter] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!(letter.number.as_deref(), Some("5888"));
    assert_eq!(letter.type_code, None);
    assert_eq!(letter.issuer_code.as_deref(), Some("BYT"));
    assert_eq!(letter.unit_code.as_deref(), Some("DP"));
    let issuer = letter.issuer.as_ref().unwrap();
    assert_eq!(issuer.decoded.as_deref(), Some("Bộ Y tế"));
    assert_eq!(issuer.stated.as_deref(), Some("Bộ Y tế"));
    assert!(!issuer.conflict);
    assert_eq!(letter.date.as_deref(), Some("t1"));
    assert_eq!(letter.about.as_deref(), Some("việc tăng cường tiêm chủng"));
}

#[test]
fn assemblies_and_joint_papers() {
    let (found, _) = read("Luật số 03/2007/QH12 và Thông tư liên tịch 12/2015/TTLT-BYT-BTC.");
    let [law, joint] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!((law.year, law.issuer_code.as_deref()), (Some(2007), Some("QH12")));
    assert_eq!(joint.issuer_code.as_deref(), Some("BYT-BTC"));
    assert_eq!(joint.unit_code, None);
}

#[test]
fn the_symbol_may_contradict_the_text() {
    for (text, conflict) in [
        ("Quyết định 12/QĐ-UBND của Bộ Y tế được công bố.", true),
        ("Chỉ thị số 16/CT-TTg của Thủ tướng Chính phủ.", false),
        ("Nghị quyết 12/NQ-HĐND của UBND tỉnh.", true),
        ("Công văn 240-CV/TU của Thành ủy Vinh.", false),
        ("Quyết định số 12/QĐ-UBND ngày 5/8/2021 của Chủ tịch UBND tỉnh.", false),
        ("Thông báo 12/TB-VPCP của Thủ tướng.", false),
    ] {
        let (found, doubts) = read(text);
        let stated = found.first().and_then(|c| c.issuer.as_ref()).map(|issuer| issuer.conflict);
        assert_eq!(stated, Some(conflict), "{text}");
        assert_eq!(
            doubts.iter().filter(|d| d.code == "issuer_conflict").count(),
            usize::from(conflict)
        );
    }
}

#[test]
fn mentions_are_tied_together() {
    let (found, _) = read(
        "Theo Chỉ thị 16, người dân ở nhà. UBND tỉnh ban hành Công văn số 88/UBND-VX. Công văn nêu rõ: \
         thực hiện Chỉ thị 16/CT-TTg. Văn bản này thay thế Công văn 70/UBND-VX.",
    );
    let links: Vec<_> = found.iter().map(|c| (c.text.as_str(), c.refers_to.as_deref())).collect();
    assert_eq!(
        links,
        [
            ("Chỉ thị 16", Some("c4")),
            ("Công văn số 88/UBND-VX", None),
            ("Công văn", Some("c2")),
            ("Chỉ thị 16/CT-TTg", None),
            ("Văn bản này", Some("c4")),
            ("Công văn 70/UBND-VX", None),
        ]
    );
}

#[test]
fn issuers_and_days_stand_before_the_paper() {
    for (text, stated, dated) in [
        ("Ngày 5/8/2021, UBND tỉnh ban hành Kế hoạch số 12/KH-UBND.", Some("UBND tỉnh"), true),
        (
            "Hôm qua, ngày 5/8/2021, Chủ tịch UBND tỉnh ký Công văn 12/UBND-VX.",
            Some("UBND tỉnh"),
            true,
        ),
        ("Chủ tịch UBND tỉnh Lê Văn Ba vừa ký Chỉ thị số 12/CT-UBND.", Some("UBND tỉnh"), false),
        ("Ngày 5/8/2021, HĐND tỉnh thông qua Nghị quyết số 9/NQ-HĐND.", Some("HĐND tỉnh"), true),
        ("Sở Y tế báo cáo UBND tỉnh. Mới có Quyết định số 9/QĐ-UBND.", None, false),
        ("Tháng 8/2021, UBND tỉnh ban hành Kế hoạch số 12/KH-UBND.", Some("UBND tỉnh"), false),
        ("Ngày 5/8/2021, bệnh viện nhận Quyết định số 9/QĐ-UBND.", None, false),
    ] {
        let (found, _) = read(text);
        let issuer = found.first().and_then(|paper| paper.issuer.as_ref());
        assert_eq!(issuer.and_then(|issuer| issuer.stated.as_deref()), stated, "{text}");
        assert_eq!(found.first().is_some_and(|paper| paper.date.is_some()), dated, "{text}");
    }
}

#[test]
fn short_mentions_have_the_issuer_of_the_one_in_full_or_are_known() {
    for (text, issuer) in [
        ("Theo Chỉ thị 16, người dân phòng Covid-19.", Some("Thủ tướng Chính phủ")),
        ("Theo Chỉ thị 16, người dân trồng cây.", None),
        ("Chỉ thị 16 phòng Covid-19; Chỉ thị số 16/CT-UBND.", Some("Ủy ban nhân dân")),
    ] {
        let (found, _) = read(text);
        let issuer_of = found.first().and_then(|paper| paper.issuer.as_ref());
        assert_eq!(issuer_of.and_then(|it| it.decoded.as_deref()), issuer, "{text}");
    }
}

#[test]
fn words_without_end_are_read() {
    for text in [
        "chỉ thị ",
        "Quyết định số 1, ",
        "12/2021/qh15 ",
        "ban hành kế hoạch của ",
        "Công văn (ngày ",
    ] {
        let found = read(&text.repeat(2_000)).0;
        assert!(found.iter().all(|citation| citation.span.start < citation.span.end));
    }
}
