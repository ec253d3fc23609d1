//! What compressed bytes become, counted and held to limits.

use std::cell::Cell;
use std::io::{self, Read};
use std::rc::Rc;

use crate::Limits;
use crate::fault::Exceeded;

/// Up to here any ratio is allowed: repetitive text packs well.
const FREE: u64 = 64 << 20;

/// A reader that tells others how much was taken from it.
pub(super) struct Counted<R> {
    inner: R,
    taken: Rc<Cell<u64>>,
}

impl<R> Counted<R> {
    pub(super) fn new(inner: R) -> (Self, Rc<Cell<u64>>) {
        let taken = Rc::new(Cell::new(0));
        (Self { inner, taken: Rc::clone(&taken) }, taken)
    }
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.taken.set(self.taken.get() + read as u64);
        Ok(read)
    }
}

/// A reader that stops where too little becomes too much.
pub(super) struct Metered<R> {
    inner: R,
    taken: Rc<Cell<u64>>,
    given: u64,
    limits: Limits,
    is_over: bool,
}

impl<R> Metered<R> {
    pub(super) const fn new(inner: R, taken: Rc<Cell<u64>>, limits: Limits) -> Self {
        Self { inner, taken, given: 0, limits, is_over: false }
    }

    fn check(&self) -> io::Result<()> {
        let (given, taken) = (self.given, self.taken.get().max(1));
        let Limits { ratio, expansion, .. } = self.limits;
        let exceeded = if given > expansion {
            (
                "expansion",
                format!("unpacks to more than {expansion} bytes; raise the limit, or split it"),
            )
        } else if given > FREE && given / taken >= ratio {
            (
                "ratio",
                format!("{taken} bytes unpack to {given}, {ratio} times as many: an archive bomb?"),
            )
        } else {
            return Ok(());
        };
        Err(io::Error::other(Exceeded { code: exceeded.0, message: exceeded.1 }))
    }
}

impl<R: Read> Read for Metered<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.is_over {
            return Ok(0);
        }
        let read = self.inner.read(buffer)?;
        self.given += read as u64;
        self.check().inspect_err(|_| self.is_over = true)?;
        Ok(read)
    }
}

/// A reader that ends where it broke.
#[cfg(any(feature = "bz2", feature = "xz", feature = "zip", feature = "zst"))]
pub(super) struct Fused<R> {
    inner: R,
    is_broken: bool,
}

#[cfg(any(feature = "bz2", feature = "xz", feature = "zip", feature = "zst"))]
impl<R> Fused<R> {
    pub(super) const fn new(inner: R) -> Self {
        Self { inner, is_broken: false }
    }
}

#[cfg(any(feature = "bz2", feature = "xz", feature = "zip", feature = "zst"))]
impl<R: Read> Read for Fused<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.is_broken {
            return Ok(0);
        }
        self.inner.read(buffer).inspect_err(|error| {
            self.is_broken = error.kind() != io::ErrorKind::Interrupted;
        })
    }
}
