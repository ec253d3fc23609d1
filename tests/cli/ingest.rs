//! `nienbieu ingest`: nothing lost, nothing doubled, the same bytes however often it is stopped.

#[path = "ingest/faults.rs"]
mod faults;
#[path = "ingest/forms.rs"]
mod forms;
#[path = "ingest/resume.rs"]
mod resume;

use std::collections::BTreeMap;
use std::io::Write as _;

use super::*;

/// A line of JSON with the article of a number.
fn line(number: usize) -> String {
    let day = number % 28 + 1;
    format!(
        "{{\"title\": \"Bản tin số {number}\", \"url\": \"https://bao.vn/{number}\", \"date\": \"2022-08-{day:02}\", \
         \"text\": \"Sáng {day}/8, huyện Mường Lay ghi nhận {number} ca mắc sởi mới.\"}}\n"
    )
}

fn lines(numbers: std::ops::Range<usize>) -> Vec<u8> {
    numbers.map(line).collect::<String>().into_bytes()
}

fn gz(bytes: &[u8]) -> Vec<u8> {
    let mut writer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    writer.write_all(bytes).unwrap();
    writer.finish().unwrap()
}

fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in files {
        writer.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn warc(url: &str, html: &str) -> String {
    let http = format!("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{html}");
    format!(
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2022-08-07T00:00:00Z\r\n\
         Content-Type: application/http\r\nContent-Length: {}\r\n\r\n{http}\r\n\r\n",
        http.len()
    )
}

fn page(number: usize) -> String {
    let words =
        "Cơ quan chức năng huyện đã tổ chức tiêm bổ sung vắc-xin cho trẻ em ở các bản vùng cao. "
            .repeat(4);
    format!(
        "<!doctype html><html><head><title>Trang {number}</title>\
         <meta property='article:published_time' content='2022-08-09T08:00:00+07:00'></head><body><article>\
         <h1>Trang {number}</h1><p>Sáng 8/8, xã Nà Hẩu có {number} trạm y tế. {words}</p></article></body></html>"
    )
}

/// Inputs of every kind, packed in every way.
fn mixed() -> TempDir {
    let web: String = (0..12).map(|n| warc(&format!("https://a.vn/{n}"), &page(n))).collect();
    let big = lines(0..150);
    folder(&[
        ("in/a.jsonl.gz", &gz(&big)),
        ("in/b.warc.gz", &gz(web.as_bytes())),
        ("in/c.txt", ARTICLE.as_bytes()),
        ("in/d.zip", &zip(&[("x.txt", LAYERED.as_bytes()), ("y.jsonl", &lines(200..240))])),
        ("in/e.jsonl.zst", &zstd::encode_all(&lines(300..360)[..], 3).unwrap()),
        ("in/f.jsonl", b"{\"text\": oops}\n{\"text\": \"a\"}\n"),
    ])
}

fn ingest(folder: &TempDir, args: &[&str]) -> Run {
    run(nienbieu(&[&["ingest"], args].concat()).current_dir(folder))
}

/// Every file of a run's output with its bytes, but what tells how long it took.
fn outputs(folder: &TempDir, out: &str) -> BTreeMap<String, Vec<u8>> {
    let entries = fs::read_dir(folder.path().join(out)).unwrap().map(Result::unwrap);
    let files = entries.filter(|entry| entry.file_type().unwrap().is_file());
    let named = files
        .map(|entry| (entry.file_name().into_string().unwrap(), fs::read(entry.path()).unwrap()));
    named.filter(|(name, _)| name != "report.json").collect()
}

/// The records of a run's output, in order.
fn records(folder: &TempDir, out: &str) -> Vec<Value> {
    let parts = outputs(folder, out);
    let parts = parts.iter().filter(|(name, _)| name.ends_with(".ndjson"));
    let lines = parts.flat_map(|(_, bytes)| std::str::from_utf8(bytes).unwrap().lines());
    lines.map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn report(folder: &TempDir, out: &str) -> Value {
    serde_json::from_slice(&fs::read(folder.path().join(out).join("report.json")).unwrap()).unwrap()
}

/// The dead letters: source, code and stage.
fn letters(folder: &TempDir, out: &str) -> Vec<Value> {
    let text = fs::read_to_string(folder.path().join(out).join("dead.jsonl")).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn every_kind_of_input_is_read_in_order_and_accounted_for() {
    let folder = mixed();
    let run = ingest(&folder, &["in", "--out", "out"]);
    assert_eq!((run.code, run.out.as_str()), (1, ""), "{}", run.err);
    let names: Vec<String> = records(&folder, "out")
        .iter()
        .map(|r| r["source"]["name"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(names.len(), 150 + 12 + 1 + 41 + 60 + 1);
    assert_eq!(names[0], "in/a.jsonl.gz#1");
    assert_eq!(names[150], "in/b.warc.gz#1");
    assert_eq!(names[162..165], ["in/c.txt", "in/d.zip/x.txt", "in/d.zip/y.jsonl#1"]);
    assert_eq!(names.last().unwrap(), "in/f.jsonl#2");
    let report = report(&folder, "out");
    assert_eq!(report["complete"], true);
    assert_eq!((&report["documents"], &report["inputs"]), (&265.into(), &6.into()));
    assert_eq!(report["dead"]["invalid_json"], 1);
    let dead = letters(&folder, "out");
    assert_eq!(dead[0]["source"], "in/f.jsonl#1");
    assert_eq!((&dead[0]["code"], &dead[0]["byte_offset"]), (&"invalid_json".into(), &0.into()));
    assert!(run.err.contains("265 documents") && run.err.contains("1 invalid_json"), "{}", run.err);
}

#[test]
fn records_say_where_they_come_from_and_when_they_were_published() {
    let folder = mixed();
    ingest(&folder, &["in", "--out", "out"]);
    let records = records(&folder, "out");
    let (json, web) = (&records[1], &records[150]);
    assert_eq!(json["source"]["url"], "https://bao.vn/1");
    assert_eq!(json["source"]["byte_offset"], line(0).len());
    assert_eq!(json["published"]["edtf"], "2022-08-02");
    assert_eq!(json["times"][0]["edtf"].as_str().unwrap()[..10], *"2022-08-02");
    assert_eq!(web["source"]["captured_at"], "2022-08-07T00:00:00Z");
    assert_eq!(web["source"]["media_type"], "text/html");
    assert_eq!(web["published"]["edtf"], "2022-08-09T08:00:00+07:00");
    assert_eq!(web["title"]["text"], "Trang 0");
    let remark = web["diagnostics"]
        .as_array()
        .unwrap()
        .iter()
        .find(|d| d["code"] == "published_from_metadata");
    assert!(remark.unwrap()["message"].as_str().unwrap().contains("article:published_time"));
}

#[test]
fn bytes_do_not_depend_on_threads() {
    let folder = mixed();
    for threads in ["1", "2", "7"] {
        let args =
            ["in", "--shard-size", "20K", "-f", "ndjson,csv", "-j", threads, "--out", threads];
        assert_eq!(ingest(&folder, &args).code, 1);
    }
    let one = outputs(&folder, "1");
    assert!(one.keys().filter(|name| name.ends_with(".ndjson")).count() > 5, "{:?}", one.keys());
    assert_eq!(one, outputs(&folder, "2"));
    assert_eq!(one, outputs(&folder, "7"));
}

#[test]
fn parse_reads_the_same_records() {
    let folder = mixed();
    ingest(&folder, &["in", "--out", "out", "--duplicates-within", "0"]);
    let parsed = run(nienbieu(&["parse", "in"]).current_dir(&folder));
    assert_eq!(parsed.code, 1);
    assert_eq!(parsed.out.as_bytes(), outputs(&folder, "out")["part-00001.ndjson"]);
}

#[test]
fn lists_patterns_and_stdin() {
    let folder = folder(&[
        ("a1.txt", ARTICLE.as_bytes()),
        ("a2.txt", ARTICLE.as_bytes()),
        ("list", b"a2.txt\n\na1.txt\n"),
    ]);
    assert_eq!(ingest(&folder, &["a*.txt", "--out", "o1"]).code, 0);
    assert_eq!(records(&folder, "o1").len(), 2);
    assert_eq!(ingest(&folder, &["--files-from", "list", "--out", "o2"]).code, 0);
    assert_eq!(records(&folder, "o2")[0]["source"]["name"], "a2.txt");
    let mut command = nienbieu(&["ingest", "-", "--out", "o3"]);
    let run = run(command.current_dir(&folder).write_stdin(gz(&lines(0..3))));
    assert_eq!((run.code, records(&folder, "o3").len()), (0, 3), "{}", run.err);
    assert_eq!(ingest(&folder, &["no*.txt", "--out", "o4"]).code, 1);
    assert_eq!(letters(&folder, "o4")[0]["code"], "unreadable");
}

#[test]
fn copies_are_linked_and_kept() {
    let body = "Sáng 5/8, huyện Mường Lay tổ chức lễ khánh thành cầu treo dài 120 mét, nối hai bản vùng cao với trung \
                tâm xã. Công trình được khởi công từ tháng Giêng, tổng kinh phí 3,5 tỷ đồng. Người dân hai bản không còn \
                phải đi bè qua suối mỗi mùa lũ. Chủ tịch huyện đề nghị xã thành lập tổ tự quản, kiểm tra cáp và mặt cầu \
                mỗi quý một lần, báo cáo kết quả về huyện trước ngày 25 hằng tháng.";
    let near = format!("Báo Vùng Cao đưa tin\n\n{body}\n\nTheo Báo Vùng Cao");
    let files = [
        ("in/1.txt", body.as_bytes()),
        ("in/2.txt", near.as_bytes()),
        ("in/3.txt", body.as_bytes()),
        ("in/4.txt", ARTICLE.as_bytes()),
    ];
    let folder = folder(&files);
    assert_eq!(ingest(&folder, &["in", "--out", "out"]).code, 0);
    let records = records(&folder, "out");
    let of =
        |at: usize| (&records[at]["duplicate_of"]["name"], &records[at]["duplicate_of"]["kind"]);
    assert_eq!(records.len(), 4);
    assert_eq!(of(0), (&Value::Null, &Value::Null));
    assert_eq!(of(1), (&"in/1.txt".into(), &"near".into()));
    assert_eq!(of(2), (&"in/1.txt".into(), &"exact".into()));
    assert_eq!(of(3), (&Value::Null, &Value::Null));
    let report = report(&folder, "out");
    assert_eq!((&report["exact_duplicates"], &report["near_duplicates"]), (&1.into(), &1.into()));
}

#[test]
fn progress_as_json_and_logs() {
    let folder = mixed();
    let run = ingest(&folder, &["in/a.jsonl.gz", "--out", "out", "--progress", "json"]);
    let objects: Vec<Value> =
        run.err.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(objects[0]["event"], "progress");
    assert_eq!(
        objects[0]["total_bytes"],
        fs::metadata(folder.path().join("in/a.jsonl.gz")).unwrap().len()
    );
    let last = objects.last().unwrap();
    assert_eq!((&last["event"], &last["documents"]), (&"report".into(), &150.into()));
    let run = ingest(&folder, &["in/f.jsonl", "--out", "out2", "-v"]);
    assert!(
        run.err.contains("code=\"invalid_json\"") && run.err.contains("checkpoint"),
        "{}",
        run.err
    );
}
