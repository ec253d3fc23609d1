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
fn the_reference_is_needed_and_must_be_a_date() {
    let missing = run(nienbieu(&["time"]).write_stdin(""));
    assert!(missing.code == 2 && missing.err.contains("--reference"), "{missing:?}");
    let wrong = run(nienbieu(&["time", "--reference", "hôm nay"]).write_stdin(""));
    assert!(wrong.code == 2 && wrong.err.contains("write 2021-07-24"), "{wrong:?}");
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
