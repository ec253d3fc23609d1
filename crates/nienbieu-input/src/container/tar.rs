//! Tar archives.

use std::cell::Cell;
use std::io::{BufReader, Read};

use super::{Place, Reading};
use crate::{Body, Fault, Flow, Item, Stage};

impl Reading<'_> {
    pub(super) fn tar(&mut self, place: &Place, body: Body<'_>) -> Flow {
        let mut archive = tar::Archive::new(BufReader::new(body));
        let entries = match archive.entries() {
            Ok(entries) => entries,
            Err(error) => return self.fault(Fault::of_stream(place.source(), &error, 0)),
        };
        let mut at = 0;
        let ended_early = Cell::new(false);
        for entry in entries {
            let mut entry = match entry {
                Ok(entry) => entry,
                // Behind a header that makes no sense nothing can be found.
                Err(error) => {
                    let what = format!(
                        "the archive is broken behind offset {at}: {error}; fetch it again"
                    );
                    let code = if error.kind() == std::io::ErrorKind::UnexpectedEof {
                        "truncated"
                    } else {
                        "corrupt"
                    };
                    return self
                        .fault(Fault::new(place.source(), Stage::Unpack, code, what).at(at));
                }
            };
            at = entry.raw_file_position();
            let path = String::from_utf8_lossy(&entry.path_bytes()).into_owned();
            let member = place.member(&path);
            if entry.header().entry_type().is_file() {
                let stream: Box<dyn Read + '_> = Box::new(Whole {
                    left: entry.size(),
                    inner: &mut entry,
                    ended_early: &ended_early,
                });
                self.layer(&member, Body::Stream(stream))?;
                // Behind a member that lacks its end stands nothing; that is told already.
                if ended_early.get() {
                    return Flow::Continue(());
                }
            } else if !entry.header().entry_type().is_dir() {
                self.give(Item::Skipped(member.source(), "a link or device"))?;
            }
        }
        Flow::Continue(())
    }
}

/// A member that must be there to its end.
struct Whole<'a, R> {
    inner: R,
    left: u64,
    ended_early: &'a Cell<bool>,
}

impl<R: Read> Read for Whole<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let read = self.inner.read(buffer)?;
        if read == 0 && !buffer.is_empty() && self.left > 0 {
            self.left = 0;
            self.ended_early.set(true);
            return Err(std::io::ErrorKind::UnexpectedEof.into());
        }
        self.left = self.left.saturating_sub(read as u64);
        Ok(read)
    }
}
