//! `nienbieu explain`.

use super::*;

fn explain(args: &[&str], vars: &[(&str, &str)]) -> Run {
    let all = [&["explain", "--published", "2022-08-08"], args].concat();
    run(nienbieu(&all).envs(vars.iter().copied()).write_stdin(LAYERED))
}

/// The lines of one explained line of the source, without the spaces around them.
fn line(shown: &str, number: usize) -> Vec<&str> {
    let start = format!("  L{number} ");
    let from = shown.lines().skip_while(|line| !line.starts_with(&start));
    from.take_while(|line| !line.is_empty()).map(str::trim).collect()
}

#[test]
fn each_line_has_its_number_its_kind_and_its_items() {
    let run = explain(&[], &[("COLUMNS", "140")]);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    assert!(
        run.out.starts_with("Điện Biên: Thêm 12 ca mắc sởi mới\npublished 08/08/2022 (as given)")
    );
    let shown = line(&run.out, 7);
    let marked = "paragraph    ‹Giữa tháng 9/2022›[t4], ‹tỉnh Lào Cai›[l4] chi ‹3,5 tỷ đồng›[q3] cho trạm y tế.";
    assert!(shown[0].ends_with(marked), "{}", shown[0]);
    assert_eq!(shown[1], "t4 time “Giữa tháng 9/2022”: DATE 2022-09");
    assert!(shown[2].starts_with("rule placed") && shown[2].contains("modifier MID"), "{shown:?}");
    assert!(shown.contains(&"l4 place “tỉnh Lào Cai”: Lào Cai, province, VN-02"), "{shown:?}");
    let figure = "q3 figure “3,5 tỷ đồng”: 3,5 tỷ đồng, money, planned, as of 2022-09, in Lào Cai";
    assert!(shown.contains(&figure), "{shown:?}");
    let basis = "time stated, t4 “Giữa tháng 9/2022”, 2022-09 · place stated, l4 “Lào Cai”, VN-02";
    assert!(shown.iter().any(|line| line.contains(basis)), "{shown:?}");
    assert!(shown.iter().any(|line| line.contains(" event: other, planned, 2022-09")), "{shown:?}");
}

#[test]
fn what_lies_inside_is_told_and_not_marked() {
    let shown = explain(&[], &[("COLUMNS", "140")]).out;
    let lines = line(&shown, 5);
    assert!(lines[0].contains("‹Sở Y tế tỉnh Điện Biên›[o1]"), "{}", lines[0]);
    let deeper = |words: &str| shown.lines().find(|l| l.contains(words)).unwrap().find(words);
    assert!(deeper("l3 place “tỉnh") > deeper("o1 body “Sở"), "{shown}");
    let paper = "c1 paper “Quyết định số 23/2021/QĐ-TTg”: Quyết định 23/2021/QĐ-TTg, of Thủ tướng Chính phủ";
    assert!(lines.contains(&paper), "{lines:?}");
    let symbol = "symbol number 23, year 2021, type QĐ, issuer TTg";
    assert!(lines.iter().any(|line| line.contains(symbol)), "{lines:?}");
}

#[test]
fn furniture_has_its_reason_and_nothing_marked() {
    let shown = explain(&[], &[]).out;
    assert_eq!(line(&shown, 15), ["L15  chrome       Tin liên quan — related link"]);
}

#[test]
fn doubts_stand_at_their_lines() {
    let text = "Trạm y tế mới\n\nThứ hai, ngày 5/8/2022, huyện khai trương trạm y tế mới.\n";
    let run = run(nienbieu(&["explain"]).write_stdin(text));
    assert!(
        line(&run.out, 3).iter().any(|line| line.starts_with("warning, line 3: ")),
        "{}",
        run.out
    );
}

#[test]
fn json_holds_the_same() {
    let run = explain(&["--format", "json"], &[]);
    let page = &run.records()[0];
    assert_eq!(page["published"]["edtf"], "2022-08-08");
    let lines = page["lines"].as_array().unwrap();
    assert_eq!((lines[0]["line"].as_u64(), lines[0]["kind"].as_str()), (Some(1), Some("title")));
    let seven = lines.iter().find(|line| line["line"] == 7).unwrap();
    let item = |id: &str| seven["items"].as_array().unwrap().iter().find(|item| item["id"] == id);
    let time = item("t4").unwrap();
    assert_eq!((&time["layer"], &time["value"]), (&"time".into(), &"DATE 2022-09".into()));
    let (start, end) = (time["span"]["start"].as_u64(), time["span"]["end"].as_u64());
    let span = usize::try_from(start.unwrap()).unwrap()..usize::try_from(end.unwrap()).unwrap();
    assert_eq!(&LAYERED[span], "Giữa tháng 9/2022");
    assert_eq!(time["steps"][0]["step"], "rule");
    let last = lines.last().unwrap();
    assert_eq!((&last["kind"], &last["reason"]), (&"chrome".into(), &"related link".into()));
    assert_eq!(last["items"], Value::Array(vec![]));
}

#[test]
fn it_keeps_to_the_width_of_the_terminal() {
    for columns in ["40", "59", "60", "80", "140", "300"] {
        let shown = explain(&[], &[("COLUMNS", columns)]).out;
        let widest = shown.lines().map(|line| line.chars().count()).max().unwrap();
        assert!(widest <= columns.parse::<usize>().unwrap().min(140), "{columns}: {shown}");
        assert!(shown.contains("paragraph"), "{columns}");
    }
}

#[test]
fn colour_comes_when_wanted() {
    let colored = |args: &[&str], vars: &[(&str, &str)]| {
        let shown = explain(args, vars).out;
        assert_eq!(shown.contains('‹'), !shown.contains('\u{1b}'), "brackets where no colour is");
        shown.contains('\u{1b}')
    };
    assert!(!colored(&[], &[]), "not into a pipe");
    assert!(colored(&[], &[("CLICOLOR_FORCE", "1")]));
    assert!(!colored(&[], &[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")]));
    assert!(colored(&["--color", "always"], &[("NO_COLOR", "1")]));
}

#[test]
fn several_inputs_follow_each_other_and_bad_ones_are_named() {
    let folder = folder(&[("a.txt", ARTICLE.as_bytes()), ("b.txt", b"\xff\xff")]);
    let run = run(nienbieu(&["explain", "a.txt", "b.txt", "a.txt"]).current_dir(&folder));
    assert_eq!(run.code, 1);
    assert_eq!(
        run.out.matches("Huyện Mường Lay có trạm y tế mới\ndate of publication").count(),
        2,
        "{}",
        run.out
    );
    assert!(run.err.contains("b.txt: not UTF-8") && run.err.contains("1 of 3 inputs failed"));
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    for format in ["text", "json"] {
        assert_eq!(cut_off(&["explain", "--format", format]), (Some(0), String::new()), "{format}");
    }
}

#[test]
fn the_text_cannot_steer_the_terminal() {
    let text = "Trạm y tế \u{1b}]0;x\n\nNgày 5/8/2022, \u{1b}[2Jmở cửa.\n";
    let run = run(nienbieu(&["explain"]).write_stdin(text));
    assert!(run.code == 0 && !run.out.contains('\u{1b}'), "{}", run.out);
}
