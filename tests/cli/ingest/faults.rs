//! Each kind of broken input: found, counted, skipped, and the rest processed.

use super::*;

/// One broken input among good ones: what is told of it, and how much of the rest is there.
fn fault(name: &str, bytes: &[u8], args: &[&str], good: usize) -> Value {
    let folder = folder(&[
        ("in/a.txt", ARTICLE.as_bytes()),
        (&format!("in/{name}"), bytes),
        ("in/z.txt", ARTICLE.as_bytes()),
    ]);
    let run = ingest(&folder, &[&["in", "--out", "out"], args].concat());
    assert_eq!(run.code, 1, "{name}: {}", run.err);
    assert_eq!(records(&folder, "out").len(), good + 2, "{name}");
    let mut dead = letters(&folder, "out");
    assert_eq!(dead.len(), 1, "{name}: {dead:?}");
    let letter = dead.remove(0);
    assert!(letter["source"].as_str().unwrap().starts_with(&format!("in/{name}")), "{letter}");
    assert!(!letter["message"].as_str().unwrap().is_empty());
    assert_eq!(report(&folder, "out")["dead"][letter["code"].as_str().unwrap()], 1);
    letter
}

#[test]
fn truncated_gzip() {
    let whole = gz(&lines(0..2000));
    let folder =
        folder(&[("in/m.jsonl.gz", &whole[..whole.len() / 2]), ("in/z.txt", ARTICLE.as_bytes())]);
    assert_eq!(ingest(&folder, &["in", "--out", "out"]).code, 1);
    let read = records(&folder, "out").len();
    assert!((500..1900).contains(&read), "{read}");
    let dead = letters(&folder, "out");
    assert_eq!(
        (dead.len(), &dead[0]["code"], &dead[0]["stage"]),
        (1, &"truncated".into(), &"unpack".into())
    );
    assert!(dead[0]["byte_offset"].as_u64().unwrap() > 1000);
}

#[test]
fn corrupt_web_archive_record() {
    let broken = warc("https://x.vn", &page(1)).replace("Content-Length: ", "Content-Length: ?");
    let all =
        format!("{}{broken}{}", warc("https://a.vn", &page(2)), warc("https://b.vn", &page(3)));
    let letter = fault("m.warc.gz", &gz(all.as_bytes()), &[], 2);
    assert_eq!(
        (&letter["code"], &letter["source"]),
        (&"corrupt_warc".into(), &"in/m.warc.gz#2".into())
    );
}

#[test]
fn invalid_json_line() {
    let all = [lines(0..2), b"{\"text\": \"abc\n".to_vec(), lines(2..4)].concat();
    let letter = fault("m.jsonl", &all, &[], 4);
    assert_eq!((&letter["code"], &letter["stage"]), (&"invalid_json".into(), &"record".into()));
    assert_eq!(letter["byte_offset"], lines(0..2).len());
    use base64::Engine;
    let bytes = base64::engine::general_purpose::STANDARD.decode(letter["bytes"].as_str().unwrap());
    assert_eq!(bytes.unwrap(), b"{\"text\": \"abc");
}

#[test]
fn undecodable_bytes() {
    let letter = fault("m.txt", b"Ng\xc3\xa0y 5/8\n\xff\xfe\n", &[], 0);
    assert_eq!((&letter["code"], &letter["stage"]), (&"undecodable".into(), &"decode".into()));
    assert_eq!(letter["byte_offset"], 10);
}

#[test]
fn record_too_large() {
    let all = [
        lines(0..2),
        format!("{{\"text\": \"{}\"}}\n", "x".repeat(5000)).into_bytes(),
        lines(2..3),
    ]
    .concat();
    let letter = fault("m.jsonl.gz", &gz(&all), &["--max-record", "4K"], 3);
    assert_eq!(
        (&letter["code"], &letter["source"]),
        (&"record_too_large".into(), &"in/m.jsonl.gz#3".into())
    );
}

#[test]
fn what_is_no_text_and_what_is_nested_or_swells_too_much() {
    assert_eq!(fault("m.pdf", b"%PDF-1.7", &[], 0)["code"], "unknown_format");
    assert_eq!(fault("m.bin", b"ab\0cd", &[], 0)["code"], "binary");
    assert_eq!(
        fault("m.gz", &gz(&gz(b"a")), &["--max-nesting", "1"], 0)["code"],
        "nested_too_deep"
    );
    assert_eq!(
        fault("m.gz", &gz(&[b'a'; 9000]), &["--max-expansion", "8K"], 0)["code"],
        "expansion"
    );
}

#[test]
fn missing_files_are_told() {
    let folder = folder(&[("a.txt", ARTICLE.as_bytes())]);
    assert_eq!(ingest(&folder, &["missing.txt", "a.txt", "--out", "out"]).code, 1);
    assert_eq!(records(&folder, "out").len(), 1);
    let dead = letters(&folder, "out");
    assert_eq!(
        (&dead[0]["code"], &dead[0]["source"]),
        (&"unreadable".into(), &"missing.txt".into())
    );
}

#[test]
fn errors_can_end_the_run() {
    let bad = [b"{\"text\": x}\n".repeat(3), lines(0..3)].concat();
    let folder = folder(&[("m.jsonl", &bad)]);
    let run = ingest(&folder, &["m.jsonl", "--out", "out", "--fail-fast"]);
    assert_eq!(run.code, 1);
    assert!(run.err.contains("stopped: 1 dead letters, and 0 are allowed"), "{}", run.err);
    assert!(run.err.contains("m.jsonl#1"), "{}", run.err);
    let run = ingest(&folder, &["m.jsonl", "--out", "out", "--max-errors", "2"]);
    assert!(run.err.contains("stopped: 3 dead letters, and 2 are allowed"), "{}", run.err);
    let run = ingest(&folder, &["m.jsonl", "--out", "out", "--max-errors", "3"]);
    assert_eq!((run.code, records(&folder, "out").len(), letters(&folder, "out").len()), (1, 3, 3));
}
