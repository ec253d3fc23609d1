//! A record a line: `part-00001.ndjson`, or the same packed.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::{Article, Sink};
use crate::files::Pending;

/// How hard it is packed: the usual level.
const LEVEL: i32 = 3;

pub(super) struct Lines {
    folder: PathBuf,
    packs: bool,
    segment: u32,
    file: Option<File>,
}

enum File {
    Plain(Pending),
    Packed(zstd::Encoder<'static, Pending>),
}

impl Lines {
    pub(super) fn new(folder: &Path, packs: bool) -> Self {
        Self { folder: folder.to_owned(), packs, segment: 0, file: None }
    }
}

impl Sink for Lines {
    fn begin(&mut self, segment: u32) -> io::Result<()> {
        self.segment = segment;
        let file = Pending::create(&self.folder)?;
        self.file = Some(if self.packs {
            File::Packed(zstd::Encoder::new(file, LEVEL)?)
        } else {
            File::Plain(file)
        });
        Ok(())
    }

    fn write(&mut self, article: &Article<'_>) -> io::Result<()> {
        match &mut self.file {
            Some(File::Plain(file)) => file.write_all(article.line),
            Some(File::Packed(file)) => file.write_all(article.line),
            None => Ok(()),
        }
    }

    fn finish(&mut self) -> io::Result<()> {
        let name = format!("part-{:05}.ndjson", self.segment);
        match self.file.take() {
            Some(File::Plain(file)) => file.finish(&name),
            Some(File::Packed(file)) => file.finish()?.finish(&format!("{name}.zst")),
            None => Ok(()),
        }
    }
}
