//! What was run, how long it took, and what the runners said of it.

use std::fmt;
use std::time::Duration;

/// The steps that are done.
#[derive(Default)]
pub(crate) struct Recap(Vec<Done>);

struct Done {
    title: &'static str,
    took: Duration,
    summaries: Vec<String>,
}

impl Recap {
    /// A step is done; `summaries` are lines of its own output.
    pub(crate) fn add(&mut self, title: &'static str, took: Duration, summaries: Vec<String>) {
        self.0.push(Done { title, took, summaries });
    }
}

impl fmt::Display for Recap {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "── Recap")?;
        for Done { title, took, summaries } in &self.0 {
            writeln!(f, "✓ {title} ({:.1} s)", took.as_secs_f64())?;
            for summary in summaries {
                writeln!(f, "    {summary}")?;
            }
        }
        Ok(())
    }
}

/// Whether it is the line, without the space around it, in which a runner sums up: nextest, cargo test and wasm-bindgen's, node.
pub(crate) fn is_summary(line: &str) -> bool {
    let of_node = || {
        let mut words = line.strip_prefix("ℹ ").unwrap_or_default().split(' ');
        let known = ["tests", "pass", "fail", "skipped"];
        words.next().is_some_and(|word| known.contains(&word))
            && words.next().is_some_and(|count| count.parse::<u32>().is_ok())
    };
    line.starts_with("Summary [") || line.starts_with("test result: ") || of_node()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn summaries_are_known_by_their_form() {
        for line in [
            "Summary [   2.1s] 60 tests run: 60 passed, 0 skipped",
            "test result: ok. 3 passed; 0 failed; 0 ignored; 0 filtered out",
            "ℹ tests 12",
            "ℹ fail 0",
        ] {
            assert!(is_summary(line), "{line}");
        }
        for line in ["test a ... ok", "ℹ duration_ms 3", "ℹ pass the salt", "A Summary [of it]"]
        {
            assert!(!is_summary(line), "{line}");
        }
    }

    #[test]
    fn a_recap_quotes_the_runners() {
        let mut recap = Recap::default();
        recap.add("format", Duration::from_millis(1234), vec![]);
        recap.add(
            "end to end",
            Duration::from_secs(61),
            vec!["ℹ tests 2".into(), "ℹ fail 0".into()],
        );
        assert_eq!(
            recap.to_string(),
            "── Recap\n✓ format (1.2 s)\n✓ end to end (61.0 s)\n    ℹ tests 2\n    ℹ fail 0\n"
        );
    }
}
