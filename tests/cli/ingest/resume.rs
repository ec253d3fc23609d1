//! Stopped in whatever way, the same command goes on, and the bytes are the same.

use std::process::Child;
use std::thread::sleep;
use std::time::Instant;

use super::*;

const LINES: &str = "ndjson,ndjson.zst";
const TABLES: &str = "csv,parquet,sqlite";

fn command(out: &str, forms: &str) -> std::process::Command {
    let args = ["ingest", "in", "--shard-size", "12K", "-j", "2", "-f", forms, "--out", out];
    plain(&args)
}

fn start(folder: &TempDir, out: &str, forms: &str) -> Child {
    let mut command = command(out, forms);
    command.current_dir(folder).stdout(Stdio::null()).stderr(Stdio::null());
    command.spawn().unwrap()
}

/// As [`mixed`], but little of each.
fn small() -> TempDir {
    let web: String = (0..4).map(|n| warc(&format!("https://a.vn/{n}"), &page(n))).collect();
    folder(&[
        ("in/a.jsonl.gz", &gz(&lines(0..40))),
        ("in/b.warc.gz", &gz(web.as_bytes())),
        ("in/d.zip", &zip(&[("x.txt", LAYERED.as_bytes()), ("y.jsonl", &lines(200..210))])),
        ("in/e.jsonl.zst", &zstd::encode_all(&lines(300..315)[..], 3).unwrap()),
        ("in/f.jsonl", b"{\"text\": oops}\n{\"text\": \"a\"}\n"),
    ])
}

/// Numbers that look random, the same in every run of the tests.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }
}

/// Kills runs at so many moments, and compares what they leave in the end with an undisturbed run.
fn killed(folder: &TempDir, forms: &str, moments: usize) {
    let began = Instant::now();
    start(folder, "whole", forms).wait().unwrap();
    let whole_run = u64::try_from(began.elapsed().as_micros()).unwrap();
    let whole = outputs(folder, "whole");
    let mut chance = Chance(7);
    let (mut kills, mut runs) = (0, 0);
    while kills < moments {
        let out = format!("out{runs}");
        runs += 1;
        loop {
            let mut child = start(folder, &out, forms);
            sleep(Duration::from_micros(chance.below(whole_run)));
            child.kill().unwrap();
            if child.wait().unwrap().code().is_some() {
                break;
            }
            kills += 1;
        }
        let left = outputs(folder, &out);
        assert_eq!(left.keys().collect::<Vec<_>>(), whole.keys().collect::<Vec<_>>());
        for (name, bytes) in left {
            assert!(bytes == whole[&name], "{out}: {name} has other bytes");
        }
        assert_eq!(report(folder, &out)["complete"], true);
    }
}

#[test]
fn killed_at_a_hundred_moments_it_leaves_the_same_bytes() {
    killed(&small(), LINES, 100);
}

#[test]
fn killed_it_leaves_the_same_tables() {
    killed(&small(), TABLES, 15);
}

#[cfg(unix)]
#[test]
fn a_signal_ends_it_cleanly_and_it_goes_on() {
    let folder = mixed();
    start(&folder, "whole", LINES).wait().unwrap();
    for signal in ["-INT", "-TERM"] {
        let out = format!("out{signal}");
        let mut stopped = 0;
        for pause in [5, 40, 80, 160, 320] {
            let mut child = start(&folder, &out, LINES);
            sleep(Duration::from_millis(pause));
            let id = child.id().to_string();
            std::process::Command::new("kill").args([signal, &id]).status().unwrap();
            // Before it listens the signal ends it, as it does any program.
            let _ = child.wait().unwrap();
            let Ok(json) = fs::read(folder.path().join(&out).join("report.json")) else { continue };
            let report: Value = serde_json::from_slice(&json).unwrap();
            stopped += usize::from(report["complete"] == false);
        }
        start(&folder, &out, LINES).wait().unwrap();
        assert_eq!(outputs(&folder, &out), outputs(&folder, "whole"));
        assert!(stopped > 0, "{signal} never came in time");
    }
}

#[cfg(unix)]
#[test]
fn a_full_disk_ends_it_and_it_goes_on() {
    let folder = mixed();
    start(&folder, "whole", LINES).wait().unwrap();
    // Files may have no more than 16 blocks of 512 bytes, and writing more is an error as on a full disk.
    let full = command("out", LINES);
    let words: Vec<&str> = full.get_args().map(|word| word.to_str().unwrap()).collect();
    let shell = format!(
        "trap '' XFSZ; ulimit -f 16; exec {} {}",
        env!("CARGO_BIN_EXE_nienbieu"),
        words.join(" ")
    );
    let full = std::process::Command::new("sh")
        .args(["-c", &shell])
        .current_dir(&folder)
        .output()
        .unwrap();
    let err = String::from_utf8(full.stderr).unwrap();
    assert_eq!(full.status.code(), Some(1), "{err}");
    assert!(
        err.contains("cannot be written") && err.contains("run the same command again"),
        "{err}"
    );
    start(&folder, "out", LINES).wait().unwrap();
    assert_eq!(outputs(&folder, "out"), outputs(&folder, "whole"));
}

#[test]
fn a_run_that_is_over_does_nothing_more_and_new_files_are_added() {
    let folder = mixed();
    start(&folder, "out", LINES).wait().unwrap();
    let before = outputs(&folder, "out");
    start(&folder, "out", LINES).wait().unwrap();
    assert_eq!(outputs(&folder, "out"), before);
    fs::write(folder.path().join("in/a0.txt"), ARTICLE).unwrap();
    start(&folder, "out", LINES).wait().unwrap();
    let after = outputs(&folder, "out");
    assert!(before.iter().all(|(name, bytes)| after[name] == *bytes));
    assert_eq!(records(&folder, "out").last().unwrap()["source"]["name"], "in/a0.txt");
}

#[test]
fn another_job_in_the_folder_is_refused() {
    let folder = mixed();
    start(&folder, "out", LINES).wait().unwrap();
    let run = ingest(&folder, &["in", "--out", "out"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("begun with other options"), "{}", run.err);
}

#[cfg(unix)]
#[test]
fn watching_reads_files_as_they_land_once() {
    let folder = folder(&[("in/1.txt", ARTICLE.as_bytes())]);
    let mut child = plain(&["ingest", "in", "--out", "out", "--watch"])
        .current_dir(&folder)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let until = |count: usize| {
        let began = Instant::now();
        while !folder.path().join("out").is_dir() || records(&folder, "out").len() < count {
            assert!(began.elapsed() < Duration::from_secs(30), "{count}");
            sleep(Duration::from_millis(50));
        }
    };
    until(1);
    // Hidden until it is whole, as those do who hand on files.
    fs::write(folder.path().join("in/.2.jsonl"), lines(0..3)).unwrap();
    fs::rename(folder.path().join("in/.2.jsonl"), folder.path().join("in/2.jsonl")).unwrap();
    until(4);
    std::process::Command::new("kill").args(["-TERM", &child.id().to_string()]).status().unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(0));
    assert_eq!(ingest(&folder, &["in", "--out", "out"]).code, 0);
    let names: Vec<Value> =
        records(&folder, "out").iter().map(|r| r["source"]["name"].clone()).collect();
    assert_eq!(names, ["in/1.txt", "in/2.jsonl#1", "in/2.jsonl#2", "in/2.jsonl#3"]);
}
