//! Schema, completions, manual and help.

use super::*;

#[test]
fn the_schema_describes_every_field_of_a_record() {
    let schema: Value = serde_json::from_str(&run(&mut nienbieu(&["schema"])).out).unwrap();
    assert_eq!(schema["title"], "Record");
    let fields = schema["properties"].as_object().unwrap();
    let record = run(nienbieu(&["parse"]).write_stdin(ARTICLE)).records().remove(0);
    for name in record.as_object().unwrap().keys() {
        let described = fields[name]["description"].as_str();
        assert!(described.is_some_and(|text| !text.is_empty()), "{name}");
    }
}

#[test]
fn completions_name_the_commands_for_every_shell() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let run = run(&mut nienbieu(&["completions", shell]));
        assert_eq!(run.code, 0);
        for word in
            ["parse", "explain", "time", "schema", "time-zone", "no-text", "layers", "metric"]
        {
            assert!(run.out.contains(word), "{shell}: {word}");
        }
    }
    assert_eq!(run(&mut nienbieu(&["completions", "cmd"])).code, 2);
}

#[test]
fn the_manual_has_a_page_for_each_command() {
    let whole = run(&mut nienbieu(&["man"]));
    assert!(whole.out.contains(".TH nienbieu 1") && whole.out.contains("nienbieu\\-parse(1)"));
    let parse = run(&mut nienbieu(&["man", "parse"]));
    assert!(parse.out.contains(".TH nienbieu-parse 1"), "{}", parse.out);
    for word in ["\\-\\-published", "Examples:", "Exit codes:"] {
        assert!(parse.out.contains(word), "{word}: {}", parse.out);
    }
    let explain = run(&mut nienbieu(&["man", "explain"]));
    assert!(explain.out.contains(".TH nienbieu-explain 1") && explain.out.contains("Examples:"));
    assert_eq!(run(&mut nienbieu(&["man", "cook"])).code, 2);
}

#[test]
fn help_shows_examples_and_exit_codes() {
    for args in [&["parse", "--help"][..], &["parse", "-h"], &["time", "--help"]] {
        let run = run(&mut nienbieu(args));
        assert_eq!((run.code, run.err.as_str()), (0, ""));
        assert!(run.out.contains("Examples:") && run.out.contains("Exit codes:"), "{}", run.out);
    }
    assert!(run(&mut nienbieu(&["--help"])).out.contains("Exit codes:"));
}

#[test]
fn version_is_told() {
    let run = run(&mut nienbieu(&["--version"]));
    assert_eq!((run.code, run.out), (0, format!("nienbieu {}\n", env!("CARGO_PKG_VERSION"))));
}

#[test]
fn a_wrong_command_line_is_told_apart() {
    for args in [&[][..], &["cook"], &["parse", "--cook"], &["schema", "more"]] {
        let run = run(&mut nienbieu(args));
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{args:?}");
        assert!(run.err.contains("Usage:"), "{args:?}: {}", run.err);
    }
}

#[test]
fn a_reader_that_goes_away_is_no_failure_here_either() {
    for command in ["schema", "man"] {
        let mut child: Child = plain(&[command])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        assert_eq!(child.wait().unwrap().code(), Some(0), "{command}");
    }
}
