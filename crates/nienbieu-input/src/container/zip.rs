//! Zip archives.

use std::cell::Cell;
use std::io::{self, Read};
use std::rc::Rc;

use zip::ZipArchive;
use zip::result::ZipError;

use super::meter::{Fused, Metered};
use super::{Place, Reading};
use crate::{Body, Fault, Flow, Item, Kind, Raw, Stage};

/// What makes an archive a Word document.
const WORD: &str = "word/document.xml";
/// The largest archive that is held whole, where it comes as a stream.
const LARGEST: u64 = 256 << 20;

impl Reading<'_> {
    pub(super) fn zip(&mut self, place: &Place, body: Body<'_>) -> Flow {
        let body = match body.seekable(LARGEST) {
            Ok(body) => body,
            Err(error) => return self.fault(Fault::of_stream(place.source(), &error, 0)),
        };
        let mut archive = match ZipArchive::new(body) {
            Ok(archive) => archive,
            Err(error) => return self.fault(broken(place, &error)),
        };
        if archive.file_names_raw().any(|name| name == WORD.as_bytes()) {
            return self.word(place, archive.into_inner());
        }
        for index in 0..archive.len() {
            self.member(place, &mut archive, index)?;
        }
        Flow::Continue(())
    }

    fn member(&mut self, place: &Place, archive: &mut ZipArchive<Body<'_>>, index: usize) -> Flow {
        let entry = match archive.by_index(index) {
            Ok(entry) => entry,
            Err(error) => {
                let name = format!("({index})");
                return self.fault(broken(&place.member(&name), &error));
            }
        };
        if entry.is_dir() {
            return Flow::Continue(());
        }
        let name = entry.name().map_or_else(|_| format!("({index})"), std::borrow::Cow::into_owned);
        let member = place.member(&name);
        // The packed size cannot be made up: no more than it says is unpacked.
        let packed = Rc::new(Cell::new(entry.compressed_size()));
        let stream = Metered::new(Fused::new(entry), packed, self.settings.limits);
        self.layer(&member, Body::Stream(Box::new(stream)))
    }

    fn word(&mut self, place: &Place, body: Body<'_>) -> Flow {
        let limit = self.settings.limits.record;
        let mut bytes = Vec::new();
        let mut body = body;
        let read = io::Seek::rewind(&mut body)
            .and_then(|()| body.by_ref().take(limit as u64 + 1).read_to_end(&mut bytes));
        if let Err(error) = read {
            return self.fault(Fault::of_stream(place.source(), &error, 0));
        }
        if bytes.len() > limit {
            return self.fault(crate::format::too_large(place.source(), limit, 0, &bytes));
        }
        let media_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
        let source =
            nienbieu_model::Source { media_type: Some(media_type.to_owned()), ..place.source() };
        self.give(Item::Record(Raw {
            bytes,
            kind: Kind::Docx,
            source,
            charset: None,
            given: crate::Given::default(),
        }))
    }
}

fn broken(place: &Place, error: &ZipError) -> Fault {
    let (code, remedy) = match error {
        ZipError::UnsupportedArchive(_)
        | ZipError::CompressionMethodNotSupported(_)
        | ZipError::InvalidPassword => ("unsupported", "unpack it first"),
        ZipError::Io(error) if error.kind() == io::ErrorKind::UnexpectedEof => {
            ("truncated", "fetch the file again")
        }
        _ => ("corrupt", "fetch the file again"),
    };
    let message = format!("the archive cannot be read: {error}; {remedy}");
    Fault::new(place.source(), Stage::Unpack, code, message)
}
