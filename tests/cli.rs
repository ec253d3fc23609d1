//! The `nienbieu` command from outside: the real binary on real files.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Child, Stdio};
use std::sync::mpsc;
use std::time::Duration;

use assert_cmd::Command;
use serde_json::Value;
use tempfile::TempDir;

const ARTICLE: &str = "Huyện Mường Lay có trạm y tế mới\n\n\
    Ngày 5/8/2022, huyện Mường Lay khai trương trạm y tế mới.\n";

/// An article with something of every layer.
const LAYERED: &str = "Điện Biên: Thêm 12 ca mắc sởi mới\n\n\
    Ngày 5/8/2022, tỉnh Điện Biên ghi nhận 12 ca mắc sởi mới.\n\n\
    Ngày 6/8/2022, Sở Y tế tỉnh Điện Biên họp theo Quyết định số 23/2021/QĐ-TTg ngày 7/7/2021 của \
    Thủ tướng Chính phủ.\n\n\
    Giữa tháng 9/2022, tỉnh Lào Cai chi 3,5 tỷ đồng cho trạm y tế.\n\n\
    Ông Lò Văn Tâm, Giám đốc Sở Y tế tỉnh Điện Biên, cho biết bệnh nhân BN1234 đã khỏi.\n\n\
    Chủ tịch UBND tỉnh yêu cầu:\n\n\
    1. Sở Y tế báo cáo trước ngày 10/8/2022.\n\n\
    Tin liên quan\nSởi lan rộng ở vùng cao\n";

#[path = "cli/edits.rs"]
mod edits;
#[path = "cli/explain.rs"]
mod explain;
#[path = "cli/exports.rs"]
mod exports;
#[path = "cli/filters.rs"]
mod filters;
#[path = "cli/forms.rs"]
mod forms;
#[path = "cli/ingest.rs"]
mod ingest;
#[path = "cli/inputs.rs"]
mod inputs;
#[path = "cli/layers.rs"]
mod layers;
#[path = "cli/others.rs"]
mod others;
#[path = "cli/table.rs"]
mod table;
#[path = "cli/tables.rs"]
mod tables;
#[path = "cli/time.rs"]
mod time;

/// The command, away from the settings of whoever runs the tests.
fn nienbieu(args: &[&str]) -> Command {
    let mut command = Command::from_std(plain(args));
    command.timeout(Duration::from_secs(60));
    command
}

fn plain(args: &[&str]) -> std::process::Command {
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_nienbieu"));
    for name in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "COLUMNS"] {
        command.env_remove(name);
    }
    command.args(args);
    command
}

/// A run that is over.
#[derive(Debug)]
struct Run {
    code: i32,
    out: String,
    err: String,
}

fn run(command: &mut Command) -> Run {
    let output = command.output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    Run { code: output.status.code().unwrap(), out: text(output.stdout), err: text(output.stderr) }
}

/// The code and the errors of a command on a long article whose reader goes away after the first byte.
fn cut_off(args: &[&str]) -> (Option<i32>, String) {
    // More than any buffer on the way holds.
    let long = format!("{ARTICLE}{}", "Ngày 5/8/2022, trạm mở cửa.\n".repeat(3000));
    let folder = folder(&[("long.txt", long.as_bytes())]);
    let mut child = plain(args)
        .arg("long.txt")
        .current_dir(&folder)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdout.take().unwrap().read_exact(&mut [0]).unwrap();
    let mut err = String::new();
    child.stderr.take().unwrap().read_to_string(&mut err).unwrap();
    (child.wait().unwrap().code(), err)
}

impl Run {
    /// The records of NDJSON output.
    fn records(&self) -> Vec<Value> {
        self.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }

    /// The names of their sources.
    fn names(&self) -> Vec<String> {
        let name = |record: &Value| record["source"]["name"].as_str().unwrap().to_owned();
        self.records().iter().map(name).collect()
    }
}

/// A folder with the files given.
fn folder(files: &[(&str, &[u8])]) -> TempDir {
    let folder = TempDir::new().unwrap();
    for (name, bytes) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    folder
}

fn path(path: &Path) -> &str {
    path.to_str().unwrap()
}

/// The folder of articles beside these tests.
fn fixtures() -> String {
    format!("{}/../../tests/cli/folder", env!("CARGO_MANIFEST_DIR"))
}
