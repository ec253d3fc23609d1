//! Gzip, member by member.

use std::io::{self, BufRead, Read};

use flate2::bufread::GzDecoder;

/// All members, one behind the other. Where one is broken, reading fails once, then goes on with the
/// next: in web archives each record is a member of its own.
pub(super) struct Members<R> {
    state: State<R>,
}

enum State<R> {
    Between(R),
    Within(Box<GzDecoder<R>>),
    Over,
}

impl<R: BufRead> Members<R> {
    pub(super) const fn new(reader: R) -> Self {
        Self { state: State::Between(reader) }
    }
}

impl<R: BufRead> Read for Members<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if buffer.is_empty() {
            return Ok(0);
        }
        loop {
            match std::mem::replace(&mut self.state, State::Over) {
                State::Over => return Ok(0),
                State::Between(mut reader) => {
                    skip_zeros(&mut reader)?;
                    if !reader.fill_buf()?.is_empty() {
                        self.state = State::Within(Box::new(GzDecoder::new(reader)));
                    }
                }
                State::Within(mut member) => match member.read(buffer) {
                    Ok(0) => self.state = State::Between(member.into_inner()),
                    Ok(read) => {
                        self.state = State::Within(member);
                        return Ok(read);
                    }
                    Err(error) => {
                        let mut reader = member.into_inner();
                        if find_member(&mut reader)? {
                            self.state = State::Between(reader);
                        }
                        return Err(error);
                    }
                },
            }
        }
    }
}

/// Passes over what some writers fill up blocks with.
fn skip_zeros(reader: &mut impl BufRead) -> io::Result<()> {
    loop {
        let chunk = reader.fill_buf()?;
        let zeros = chunk.iter().take_while(|byte| **byte == 0).count();
        let is_all = zeros == chunk.len();
        reader.consume(zeros);
        if !is_all || zeros == 0 {
            return Ok(());
        }
    }
}

/// Passes over all before the next member; false where there is none.
fn find_member(reader: &mut impl BufRead) -> io::Result<bool> {
    const MAGIC: &[u8] = b"\x1f\x8b\x08";
    loop {
        let chunk = reader.fill_buf()?;
        if chunk.is_empty() {
            return Ok(false);
        }
        if let Some(at) = memchr::memmem::find(chunk, MAGIC) {
            reader.consume(at);
            return Ok(true);
        }
        // The magic bytes may be parted by the buffer's end: whoever reads in pieces of 64 KiB misses
        // one member in thousands, which is then told as part of the broken one.
        let length = chunk.len();
        reader.consume(length);
    }
}
