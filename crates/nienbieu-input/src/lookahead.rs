//! A buffered reader that can look ahead, and knows where it stands.

use std::io::{self, BufRead, Read};

/// How much is read at a time.
const CHUNK: usize = 64 << 10;

pub(crate) struct Lookahead<R> {
    inner: R,
    buffer: Vec<u8>,
    start: usize,
    /// Offset of the buffer's first unread byte.
    offset: u64,
    /// What went wrong behind the bytes looked at: told when they have been read.
    trouble: Option<io::Error>,
}

impl<R: Read> Lookahead<R> {
    pub(crate) const fn new(inner: R) -> Self {
        Self { inner, buffer: Vec::new(), start: 0, offset: 0, trouble: None }
    }

    /// Where the next byte stands, from 0.
    pub(crate) const fn offset(&self) -> u64 {
        self.offset
    }

    /// The next bytes, as many as are there up to `most`, without reading past them.
    pub(crate) fn peek(&mut self, most: usize) -> io::Result<&[u8]> {
        while self.trouble.is_none() && self.buffer.len() - self.start < most {
            match self.fill() {
                Ok(0) => break,
                Ok(_) => {}
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) if self.buffer.len() > self.start => self.trouble = Some(error),
                Err(error) => return Err(error),
            }
        }
        let end = self.buffer.len().min(self.start + most);
        Ok(&self.buffer[self.start..end])
    }

    fn fill(&mut self) -> io::Result<usize> {
        if let Some(trouble) = self.trouble.take() {
            return Err(trouble);
        }
        if self.start > 0 {
            self.buffer.drain(..self.start);
            self.start = 0;
        }
        let length = self.buffer.len();
        self.buffer.resize(length + CHUNK, 0);
        let read = self.inner.read(&mut self.buffer[length..]);
        self.buffer.truncate(length + *read.as_ref().unwrap_or(&0));
        read
    }

    /// Reads up to and with the next line end, at most `limit` bytes of it; false where there is no
    /// more. Where the line is longer, all of it is passed over and `true` stands beside its beginning.
    pub(crate) fn line(&mut self, limit: usize, line: &mut Vec<u8>) -> io::Result<Option<bool>> {
        line.clear();
        let (mut is_longer, mut any) = (false, false);
        loop {
            let chunk = match self.fill_buf() {
                Ok(chunk) => chunk,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(error),
            };
            if chunk.is_empty() {
                return Ok(any.then_some(is_longer));
            }
            any = true;
            let end = memchr::memchr(b'\n', chunk);
            let taken = end.map_or(chunk.len(), |at| at + 1);
            let room = limit - line.len();
            // The line end itself does not count.
            is_longer |= end.unwrap_or(taken) > room;
            line.extend_from_slice(&chunk[..taken.min(room)]);
            self.consume(taken);
            if end.is_some() {
                return Ok(Some(is_longer));
            }
        }
    }

    /// All that is left, at most `limit` bytes; true where there is more.
    pub(crate) fn rest(&mut self, limit: usize) -> io::Result<(Vec<u8>, bool)> {
        let mut bytes = Vec::new();
        self.by_ref().take(limit as u64 + 1).read_to_end(&mut bytes)?;
        let is_more = bytes.len() > limit;
        bytes.truncate(limit);
        Ok((bytes, is_more))
    }
}

impl<R: Read> Read for Lookahead<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let chunk = self.fill_buf()?;
        let length = chunk.len().min(into.len());
        into[..length].copy_from_slice(&chunk[..length]);
        self.consume(length);
        Ok(length)
    }
}

impl<R: Read> BufRead for Lookahead<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.start == self.buffer.len() {
            self.fill()?;
        }
        Ok(&self.buffer[self.start..])
    }

    fn consume(&mut self, length: usize) {
        self.start += length;
        self.offset += length as u64;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_have_a_limit_and_an_offset() {
        let mut reader = Lookahead::new(&b"abc\ndefgh\nij"[..]);
        assert_eq!(reader.peek(2).unwrap(), b"ab");
        let mut line = Vec::new();
        let mut read = Vec::new();
        while let Some(is_longer) = reader.line(4, &mut line).unwrap() {
            read.push((String::from_utf8(line.clone()).unwrap(), is_longer, reader.offset()));
        }
        let expected = [("abc\n", false, 4), ("defg", true, 10), ("ij", false, 12)];
        assert_eq!(read, expected.map(|(line, longer, at)| (line.to_owned(), longer, at)));
    }
}
