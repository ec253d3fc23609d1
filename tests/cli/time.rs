//! `nienbieu time`.

use super::*;

const TIME: [&str; 3] = ["time", "--reference", "2022-08-06T10:00+07:00"];

#[test]
fn each_line_is_answered_in_order() {
    let run = run(nienbieu(&TIME).write_stdin("ngày 5/8/2022\r\n\nmột con cầu\n9/10/2022"));
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    let answers = run.records();
    let inputs: Vec<_> = answers.iter().map(|answer| answer["input"].as_str().unwrap()).collect();
    assert_eq!(inputs, ["ngày 5/8/2022", "", "một con cầu", "9/10/2022"]);
    assert_eq!(answers[0]["times"][0]["edtf"], "2022-08-05");
    assert_eq!(answers[1]["times"], Value::Array(vec![]));
    assert_eq!(answers[2]["times"], Value::Array(vec![]));
    assert_eq!(answers[3]["times"][0]["edtf"], "2022-10-09");
}

#[test]
fn a_line_that_is_no_text_is_named_and_the_rest_goes_on() {
    let run = run(nienbieu(&TIME).write_stdin(&b"5/8/2022\n\xff\n9/10/2022\n"[..]));
    assert_eq!((run.code, run.records().len()), (1, 2));
    assert!(run.err.contains("stdin, line 2: not UTF-8"), "{}", run.err);
}

#[test]
fn a_reference_must_be_a_date() {
    let wrong = run(nienbieu(&["time", "--reference", "hôm nay"]).write_stdin(""));
    assert!(wrong.code == 2 && wrong.err.contains("write 2021-07-24"), "{wrong:?}");
}

#[test]
fn without_a_reference_what_hangs_on_it_stays_open() {
    let run = run(nienbieu(&["time"]).write_stdin("ngày 5/8/2022\nngày 24/7\nsáng nay\n"));
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    let answers = run.records();
    let edtf: Vec<_> = answers.iter().map(|answer| &answer["times"][0]["edtf"]).collect();
    assert_eq!(edtf, [&Value::from("2022-08-05"), &Value::from("XXXX-07-24"), &Value::Null]);
}

#[test]
fn an_explanation_stands_beside_the_times() {
    let run = run(nienbieu(&TIME).arg("--explain").write_stdin("ngày 24/7\n"));
    let answer = &run.records()[0];
    assert_eq!(answer["times"][0]["edtf"], "2022-07-24");
    let explanation = &answer["explain"][0];
    assert_eq!(explanation["time"], answer["times"][0]["id"]);
    assert_eq!(explanation["rule"], answer["times"][0]["rule"]);
    assert_eq!(explanation["anchor"], "published");
    let says = |step: &str| {
        let steps = explanation["steps"].as_array().unwrap();
        steps.iter().find(|s| s["step"] == step).map(|s| s["says"].as_str().unwrap())
    };
    assert_eq!(says("stated"), Some("month, day"));
    assert_eq!(says("inferred"), Some("year, from published"));
    assert_eq!(says("anchor"), Some("published, the reference 2022-08-06T10:00:00+07:00"));
    assert_eq!(says("bounds"), Some("2022-07-24 to 2022-07-24"));
    assert_eq!(says("open"), None);
}

#[test]
fn without_the_wish_there_is_no_explanation() {
    let run = run(nienbieu(&TIME).write_stdin("ngày 24/7\n"));
    assert_eq!(run.records()[0].get("explain"), None);
}

#[test]
fn an_explanation_can_be_read() {
    let run = run(nienbieu(&["time", "--explain", "--format", "text"])
        .write_stdin("ngày 5/8/2022, hôm sau\nlúc 7 giờ\nđầu năm nay\nmột con cầu\n"));
    insta::assert_snapshot!(run.out, @r"
    ngày 5/8/2022, hôm sau
      t1 “ngày 5/8/2022” DATE 2022-08-05
         rule      moment, as in “sáng thứ sáu, 18/6”
         stated    year, month, day
         value     DATE 2022-08-05, EDTF 2022-08-05
         bounds    2022-08-05 to 2022-08-05
      t2 “hôm sau” DATE 2022-08-06
         rule      moment, as in “sáng thứ sáu, 18/6”
         inferred  year, month, day, from t1
         anchor    t1, “ngày 5/8/2022” 2022-08-05
         value     DATE 2022-08-06, EDTF 2022-08-06
         bounds    2022-08-06 to 2022-08-06
    lúc 7 giờ
      t1 “7 giờ” TIME T07
         rule      bare_clock, as in “7 giờ”
         stated    hour
         open      year, month, day
         value     TIME T07
    đầu năm nay
      t1 “đầu năm nay” DATE without a value
         rule      placed, as in “trước ngày 5/7”
         stated    modifier START
         value     open: no moment to count from is known
    một con cầu
      no time
    ");
}

#[test]
fn text_without_explanation_is_a_line_a_time() {
    let run = run(nienbieu(&TIME).args(["--format", "text"]).write_stdin("sáng 5/8\n"));
    assert_eq!(run.out, "sáng 5/8\n  t1 “sáng 5/8” TIME 2022-08-05TMO\n");
}

#[test]
fn an_answer_comes_before_the_next_question() {
    let mut child: Child =
        plain(&TIME).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let mut stdout = BufReader::new(child.stdout.take().unwrap());
    let (sender, answers) = mpsc::channel();
    std::thread::spawn(move || {
        let mut line = String::new();
        while stdout.read_line(&mut line).is_ok_and(|read| read > 0) {
            let _ = sender.send(std::mem::take(&mut line));
        }
    });
    for question in ["5/8/2022", "9/10/2022"] {
        writeln!(stdin, "{question}").unwrap();
        let answer = answers.recv_timeout(Duration::from_secs(30)).expect("an answer");
        assert_eq!(serde_json::from_str::<Value>(&answer).unwrap()["input"], question);
    }
    drop(stdin);
    assert!(child.wait().unwrap().success());
}
