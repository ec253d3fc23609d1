//! An input taken apart, layer by layer.

#[cfg(feature = "gz")]
mod gzip;
mod meter;
#[cfg(feature = "tar")]
mod tar;
#[cfg(feature = "zip")]
mod zip;
#[cfg(feature = "zst")]
mod zstd;

use std::io::{self, Read, Seek, SeekFrom};

use nienbieu_model::Source;

use crate::lookahead::Lookahead;
use crate::sniff::{self, Format};
use crate::{Body, Fault, Flow, Item, Settings, Stage, format};

/// Hands on what an input holds, one item after the other, until it ends or `take` says so.
///
/// `name` is what records are named after; stdin has none. An input that is one document gives one
/// record of that name; those of an archive have its path behind it, those of a file of records `#` and
/// their number from 1.
pub fn read(
    name: impl Into<Option<String>>,
    body: Body<'_>,
    settings: &Settings,
    take: &mut dyn FnMut(Item) -> Flow,
) -> Flow {
    let mut reading = Reading { settings, take };
    reading.layer(&Place { name: name.into(), depth: 0 }, body)
}

/// A run over one input.
pub(crate) struct Reading<'a> {
    pub(crate) settings: &'a Settings,
    take: &'a mut dyn FnMut(Item) -> Flow,
}

/// Where in an input.
#[derive(Clone, Debug)]
pub(crate) struct Place {
    name: Option<String>,
    depth: usize,
}

impl Place {
    /// The source of what is here.
    pub(crate) fn source(&self) -> Source {
        Source { name: self.name.clone(), ..Source::default() }
    }

    /// The source of a record, by its number from 1 and where it begins.
    pub(crate) fn record(&self, number: u64, offset: u64, length: u64) -> Source {
        let name = self.name.as_deref().unwrap_or_default();
        Source {
            name: Some(format!("{name}#{number}")),
            byte_offset: Some(offset),
            byte_len: Some(length),
            ..Source::default()
        }
    }

    /// Something inside an archive here.
    #[cfg(any(feature = "tar", feature = "zip"))]
    fn member(&self, path: &str) -> Self {
        let name =
            self.name.as_ref().map_or_else(|| path.to_owned(), |name| format!("{name}/{path}"));
        Self { name: Some(name), depth: self.depth + 1 }
    }

    /// What a layer of compression here holds.
    fn inside(&self) -> Self {
        Self { name: self.name.clone(), depth: self.depth + 1 }
    }
}

impl Reading<'_> {
    pub(crate) fn give(&mut self, item: Item) -> Flow {
        (self.take)(item)
    }

    pub(crate) fn fault(&mut self, fault: Fault) -> Flow {
        self.give(Item::Fault(fault))
    }

    /// Whatever the bytes are.
    pub(crate) fn layer(&mut self, place: &Place, body: Body<'_>) -> Flow {
        let (head, body) = match head(body) {
            Ok(both) => both,
            Err(error) => return self.fault(Fault::of_stream(place.source(), &error, 0)),
        };
        let fields = &self.settings.fields;
        let is_text = |name: &str| fields.text.iter().any(|text| text.eq_ignore_ascii_case(name));
        let format = sniff::format(&head, &is_text);
        if is_layer(format) && place.depth >= self.settings.limits.nesting {
            let message = format!(
                "more than {} archives one inside the other; unpack some of them first",
                self.settings.limits.nesting
            );
            return self.fault(Fault::new(
                place.source(),
                Stage::Unpack,
                "nested_too_deep",
                message,
            ));
        }
        match format {
            Format::Gzip | Format::Zstd | Format::Bzip2 | Format::Xz => {
                self.compressed(format, place, body)
            }
            #[cfg(feature = "tar")]
            Format::Tar => self.tar(place, body),
            #[cfg(feature = "zip")]
            Format::Zip => self.zip(place, body),
            Format::Other(what) => {
                let message = format!("{what} holds no text that is read here; give its text");
                let fault = Fault::new(place.source(), Stage::Open, "unknown_format", message);
                self.fault(fault.at(0).with(&head[..head.len().min(16)]))
            }
            format => format::read(self, format, place, body),
        }
    }

    fn compressed(&mut self, format: Format, place: &Place, body: Body<'_>) -> Flow {
        let limits = self.settings.limits;
        match unpacked(format, body, limits) {
            Ok(Some(stream)) => self.layer(&place.inside(), Body::Stream(stream)),
            Ok(None) => self.unsupported(place, format),
            Err(error) => self.fault(Fault::of_stream(place.source(), &error, 0)),
        }
    }

    /// What this build was made without.
    pub(crate) fn unsupported(&mut self, place: &Place, format: Format) -> Flow {
        let message = format!("this build does not read {format:?}; unpack or convert it first");
        self.fault(Fault::new(place.source(), Stage::Open, "unsupported", message))
    }
}

const fn is_layer(format: Format) -> bool {
    use Format::{Bzip2, Gzip, Tar, Xz, Zip, Zstd};
    matches!(format, Gzip | Zstd | Bzip2 | Xz | Tar | Zip)
}

/// How the bytes begin, and the bytes from their beginning.
fn head(body: Body<'_>) -> io::Result<(Vec<u8>, Body<'_>)> {
    let mut body = match body {
        Body::File(file) if !file.metadata()?.is_file() => Body::Stream(Box::new(file)),
        body => body,
    };
    if let Body::Stream(stream) = body {
        let mut ahead = Lookahead::new(stream);
        let head = ahead.peek(sniff::HEAD)?.to_vec();
        return Ok((head, Body::Stream(Box::new(ahead))));
    }
    let mut head = Vec::new();
    body.by_ref().take(sniff::HEAD as u64).read_to_end(&mut head)?;
    body.seek(SeekFrom::Start(0))?;
    Ok((head, body))
}

/// The bytes without their compression; `None` where this build does not know it.
fn unpacked<'a>(
    format: Format,
    body: Body<'a>,
    limits: crate::Limits,
) -> io::Result<Option<Box<dyn Read + 'a>>> {
    use meter::{Counted, Metered};
    let (counted, taken) = Counted::new(body);
    let source = io::BufReader::with_capacity(64 << 10, counted);
    let stream: Box<dyn Read + 'a> = match format {
        #[cfg(feature = "gz")]
        Format::Gzip => Box::new(gzip::Members::new(source)),
        #[cfg(feature = "zst")]
        Format::Zstd => Box::new(meter::Fused::new(zstd::Frames::new(source))),
        #[cfg(feature = "bz2")]
        Format::Bzip2 => Box::new(meter::Fused::new(bzip2::bufread::MultiBzDecoder::new(source))),
        #[cfg(feature = "xz")]
        Format::Xz => {
            const MOST_KIB: u32 = 128 << 10;
            Box::new(meter::Fused::new(lzma_rust2::XzReader::new_mem_limit(source, true, MOST_KIB)))
        }
        _ => return Ok(None),
    };
    Ok(Some(Box::new(Metered::new(stream, taken, limits))))
}
