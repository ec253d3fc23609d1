//! Our own JSON, read again: what [`crate::FORMATS`] calls `json` and `ndjson`.

use std::fmt;
use std::io::{self, BufRead, Read};

use nienbieu_model::{Record, SCHEMA_VERSION};
use serde::Deserializer as _;
use serde::de::{self, SeqAccess, Visitor};
use serde_json::value::RawValue;

/// What is wrong with one record, or why the reading ends.
#[derive(Debug)]
pub struct ReadError {
    place: Place,
    cause: Cause,
}

#[derive(Debug)]
enum Place {
    Line(usize),
    Record(usize),
    Input,
}

#[derive(Debug)]
enum Cause {
    Json(serde_json::Error),
    Encoding(std::str::Utf8Error),
    Version(String),
    Io(io::Error),
}

impl ReadError {
    /// Whether the input itself could not be read to its end.
    #[must_use]
    pub const fn is_io(&self) -> bool {
        matches!(self.cause, Cause::Io(_))
    }

    /// Whether the record comes from a version whose form is another.
    #[must_use]
    pub const fn is_version(&self) -> bool {
        matches!(self.cause, Cause::Version(_))
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.place {
            Place::Line(line) => write!(f, "line {line}: ")?,
            Place::Record(record) => write!(f, "record {record}: ")?,
            Place::Input => {}
        }
        match &self.cause {
            Cause::Json(error) => write!(f, "no record of Niên Biểu: {error}"),
            Cause::Encoding(error) => write!(f, "no text in UTF-8: {error}"),
            Cause::Version(found) => write!(
                f,
                "form {found} of the record, but this version reads {SCHEMA_VERSION}; use a newer one"
            ),
            Cause::Io(error) => write!(f, "cannot be read: {error}"),
        }
    }
}

impl std::error::Error for ReadError {}

/// Hands on each record of a JSON array or of NDJSON, or what is wrong with it; the others go on.
///
/// One record at a time is held. A byte order mark and blank lines are passed over. Where the
/// brackets of an array do not fit, nothing behind can be told apart, and the reading ends with that.
///
/// ```
/// use nienbieu_export::read;
///
/// let mut ids = Vec::new();
/// let line = serde_json::to_string(&nienbieu_model::Record::new("sha256:00".into(), 1)).unwrap();
/// read(format!("{line}\nno record\n").as_bytes(), |record| {
///     ids.push(record.map(|record| record.id).map_err(|error| error.to_string()));
/// });
/// assert_eq!(ids[0].as_deref(), Ok("sha256:00"));
/// assert!(ids[1].as_ref().is_err_and(|error| error.starts_with("line 2: no record")));
/// ```
pub fn read(mut input: impl BufRead, mut take: impl FnMut(Result<Record, ReadError>)) {
    let outcome = start(&mut input).and_then(|start| match start {
        Some((b'[', _)) => read_array(input, &mut take),
        Some((_, line)) => read_lines(input, line, &mut take),
        None => Ok(()),
    });
    if let Err(error) = outcome {
        take(Err(error));
    }
}

type Take<'t> = &'t mut dyn FnMut(Result<Record, ReadError>);

/// The first byte that says something, still in the input, and the number of its line.
fn start(input: &mut impl BufRead) -> Result<Option<(u8, usize)>, ReadError> {
    let mut line = 1;
    loop {
        let bytes = input.fill_buf().map_err(ReadError::io)?;
        match bytes.first() {
            Some(b'\n') => line += 1,
            Some(b' ' | b'\t' | b'\r' | 0xEF | 0xBB | 0xBF) => {}
            first => return Ok(first.map(|&first| (first, line))),
        }
        input.consume(1);
    }
}

fn read_lines(mut input: impl BufRead, first: usize, take: Take<'_>) -> Result<(), ReadError> {
    let mut bytes = Vec::new();
    for line in first.. {
        bytes.clear();
        if input.read_until(b'\n', &mut bytes).map_err(ReadError::io)? == 0 {
            break;
        }
        if !bytes.trim_ascii().is_empty() {
            let record = match std::str::from_utf8(&bytes) {
                Ok(line) => serde_json::from_str(line).map_err(Cause::Json),
                Err(error) => Err(Cause::Encoding(error)),
            };
            take(
                record
                    .and_then(current)
                    .map_err(|cause| ReadError { place: Place::Line(line), cause }),
            );
        }
    }
    Ok(())
}

fn read_array(input: impl Read, take: Take<'_>) -> Result<(), ReadError> {
    let mut json = serde_json::Deserializer::from_reader(input);
    let read = json.deserialize_seq(Records(take)).and_then(|()| json.end());
    read.map_err(|error| match error.classify() {
        serde_json::error::Category::Io => ReadError::io(error.into()),
        _ => ReadError { place: Place::Input, cause: Cause::Json(error) },
    })
}

/// Takes the records of an array one by one.
struct Records<'t>(Take<'t>);

impl<'de> Visitor<'de> for Records<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an array of records")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        let mut number = 0;
        while let Some(json) = seq.next_element::<Box<RawValue>>().map_err(de::Error::custom)? {
            number += 1;
            let record = serde_json::from_str(json.get()).map_err(Cause::Json);
            let place = Place::Record(number);
            (self.0)(record.and_then(current).map_err(|cause| ReadError { place, cause }));
        }
        Ok(())
    }
}

/// The record, where its form is one that this version knows.
fn current(record: Record) -> Result<Record, Cause> {
    let major = |version: &str| version.split('.').next().map(str::to_owned);
    if major(&record.schema_version) == major(SCHEMA_VERSION) {
        Ok(record)
    } else {
        Err(Cause::Version(record.schema_version.into_owned()))
    }
}

impl ReadError {
    const fn io(error: io::Error) -> Self {
        Self { place: Place::Input, cause: Cause::Io(error) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(input: &str) -> Vec<Result<String, String>> {
        let mut all = Vec::new();
        read(input.as_bytes(), |record| {
            all.push(record.map(|record| record.id).map_err(|error| error.to_string()));
        });
        all
    }

    fn line(id: &str) -> String {
        serde_json::to_string(&Record::new(id.into(), 1)).unwrap()
    }

    #[test]
    fn both_forms_are_read_and_nothing_is_nothing() {
        let (a, b) = (line("a"), line("b"));
        let both = [Ok("a".to_owned()), Ok("b".to_owned())];
        assert_eq!(told(&format!("{a}\n{b}\n")), both);
        assert_eq!(told(&format!("\u{feff}\n{a}\r\n\n  {b}")), both);
        assert_eq!(told(&format!("\u{feff} [{a},\n{b}]\n")), both);
        for nothing in ["", "\n\n", "[]", "[\n]\n"] {
            assert_eq!(told(nothing), [], "{nothing:?}");
        }
    }

    #[test]
    fn what_is_wrong_is_named_and_the_others_go_on() {
        let (a, b) = (line("a"), line("b"));
        let lines = told(&format!("\n{a}\n{{\"id\":1}}\n{b}\n"));
        assert_eq!((&lines[0], &lines[2]), (&Ok("a".to_owned()), &Ok("b".to_owned())));
        assert!(lines[1].as_ref().unwrap_err().starts_with("line 3: no record"), "{lines:?}");
        let array = told(&format!("[{a},7,{b}]"));
        assert_eq!((&array[0], &array[2]), (&Ok("a".to_owned()), &Ok("b".to_owned())));
        assert!(array[1].as_ref().unwrap_err().starts_with("record 2: no record"), "{array:?}");
        let cut = told(&format!("[{a},{{"));
        assert_eq!(cut[0], Ok("a".to_owned()));
        assert!(cut[1].as_ref().unwrap_err().contains("EOF"), "{cut:?}");
        assert_eq!(cut.len(), 2);
    }

    #[test]
    fn another_form_is_told_apart() {
        let newer = line("a").replace("\"1.0\"", "\"2.0\"");
        let mut seen = 0;
        read(newer.as_bytes(), |record| {
            seen += 1;
            let error = record.unwrap_err();
            assert!(error.is_version() && !error.is_io());
            assert!(error.to_string().contains("form 2.0"), "{error}");
        });
        assert_eq!(seen, 1);
        assert_eq!(told(&line("a").replace("\"1.0\"", "\"1.7\"")), [Ok("a".to_owned())]);
    }
}
