//! Reading one input behind the other.

use nienbieu_model::{Record, Source};
use nienbieu_parser::Options;

use crate::config::Reading;
use crate::edits::Play;
use crate::failure::Failure;
use crate::input::{Input, Place};
use crate::messages;

impl Reading {
    /// Hands the records of each input on before it reads the next; true where some failed.
    pub(crate) fn each(
        &self,
        mut take: impl FnMut(Vec<Record>) -> Result<(), Failure>,
    ) -> Result<bool, Failure> {
        let (mut read, mut failed) = (0_usize, 0_usize);
        let mut play = self.edits.as_ref().map(Play::new);
        for input in self.places.iter().flat_map(Place::inputs) {
            read += 1;
            match input.and_then(|input| self.records(&input, play.as_mut())) {
                Ok(records) => take(records)?,
                Err(message) => {
                    failed += 1;
                    messages::warning(&message);
                }
            }
        }
        if failed > 0 && read > 1 {
            messages::warning(&format!("{failed} of {read} inputs failed; the others are done"));
        }
        let is_edited = play.is_none_or(|play| !play.end());
        Ok(failed > 0 || !is_edited)
    }

    /// The records of one input, or what is wrong with it.
    fn records(&self, input: &Input, play: Option<&mut Play<'_>>) -> Result<Vec<Record>, String> {
        let bytes = input.read()?;
        let name = input.name();
        let source = Source {
            name: name.clone(),
            media_type: Some("text/plain".to_owned()),
            ..Source::default()
        };
        let name = name.as_deref().unwrap_or("stdin");
        let parse = |options: &Options| nienbieu_parser::parse_bytes(&bytes, &source, options);
        let records = parse(&self.options).map_err(|error| format!("{name}: {error}"))?;
        Ok(match play {
            Some(play) => play.on(name, records, &self.options, |options| parse(options).ok()),
            None => records,
        })
    }
}
