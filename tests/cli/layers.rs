//! The layers of the table.

use super::*;

fn table(args: &[&str], columns: &str) -> Run {
    let mut all = vec!["parse", "--format", "table", "--published", "2022-08-08"];
    all.extend(args);
    run(nienbieu(&all).env("COLUMNS", columns).write_stdin(LAYERED))
}

/// The rows below a heading, their columns parted by one bar.
fn section(shown: &str, heading: &str) -> Vec<String> {
    let is_heading = |line: &&str| line.rsplit_once(' ').is_some_and(|(name, _)| name == heading);
    let rows = shown.lines().skip_while(|line| !is_heading(line)).skip(1);
    let bar = |line: &str| {
        let cells = line.split("  ").map(str::trim).filter(|cell| !cell.is_empty());
        cells.collect::<Vec<_>>().join("|")
    };
    rows.take_while(|line| !line.is_empty()).map(bar).collect()
}

#[test]
fn each_layer_has_its_section() {
    let shown = table(&[], "120").out;
    let of = |heading| section(&shown, heading);
    let figures = [
        "12 ca mắc|cases new|05/08/2022|Điện Biên|L3",
        "3,5 tỷ đồng|money, planned|mid 09/2022|Lào Cai|L7",
    ];
    assert_eq!(of("Figures")[1..], figures);
    assert_eq!(of("Papers"), ["Quyết định 23/2021/QĐ-TTg|Thủ tướng Chính phủ|07/07/2021|full|L5"]);
    assert_eq!(of("People"), ["Lò Văn Tâm|Giám đốc Sở Y tế tỉnh Điện Biên|speaker|L9"]);
    assert!(of("Bodies").contains(&"Sở Y tế tỉnh Điện Biên|province|Điện Biên|×2|L5".to_owned()));
    assert_eq!(of("Places").len(), 2, "{shown}");
    assert!(of("Places")[0].starts_with("Điện Biên|province|VN-71|×"), "{shown}");
    assert_eq!(of("Places")[1], "Lào Cai|province|VN-02|L7");
    assert_eq!(of("Diseases"), ["sởi|B05|×2|L1"]);
    assert_eq!(of("Patients"), ["BN1234|L9"]);
    let instruction = "1|Sở Y tế|before 10/08/2022|Sở Y tế báo cáo trước ngày 10/8/2022.|L13";
    assert_eq!(of("Instructions"), [instruction]);
}

#[test]
fn what_hangs_on_an_event_stands_below_it() {
    let shown = table(&[], "140").out;
    let below = |words: &str| {
        let mut lines = shown.lines().skip_while(|line| !line.contains(words)).skip(1);
        lines.next().unwrap().trim().to_owned()
    };
    assert_eq!(below("‹Ngày 5/8/2022›"), "→ 12 ca mắc · sởi · Điện Biên");
    assert_eq!(below("‹Giữa tháng 9/2022›"), "→ 3,5 tỷ đồng · Lào Cai");
    let month = shown.lines().find(|line| line.contains("‹Giữa tháng 9/2022›")).unwrap();
    assert!(month.starts_with("  mid 09/2022 "), "{month}");
}

#[test]
fn layers_are_chosen_by_name() {
    let events = table(&["--layers", "events"], "80").out;
    assert!(events.contains("‹Ngày 5/8/2022›") && !events.contains('→'), "{events}");
    assert!(!events.contains("Figures") && events.contains(" events\n"), "{events}");
    let others = table(&["--layers", "papers,people"], "80").out;
    assert!(!section(&others, "Papers").is_empty() && !section(&others, "People").is_empty());
    assert!(!others.contains("Places") && !others.contains("‹Ngày"), "{others}");
    // The names of the record are understood too.
    assert_eq!(table(&["--layers", "citations,people"], "80").out, others);
    let wrong = table(&["--layers", "event"], "80");
    assert!(wrong.code == 2 && wrong.err.contains("events, figures, papers"), "{}", wrong.err);
}

#[test]
fn layers_are_for_the_table_alone() {
    let run = run(nienbieu(&["parse", "--layers", "events"]).write_stdin(LAYERED));
    assert_eq!((run.code, run.out.as_str()), (2, ""));
    assert!(run.err.contains("--layers") && run.err.contains("--format table"), "{}", run.err);
}

#[test]
fn nothing_is_wider_than_the_terminal() {
    for columns in ["40", "63", "64", "80", "119", "120", "140"] {
        let shown = table(&[], columns).out;
        let widest = shown.lines().map(|line| line.chars().count()).max();
        assert!(widest <= columns.parse().ok(), "{columns}: {shown}");
    }
}
