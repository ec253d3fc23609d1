//! Reading one input behind the other.

use std::io::{IsTerminal, stdin};

use nienbieu_ingest::{Input, Walk, records};
use nienbieu_input::{Fault, Flow, Item, Raw};
use nienbieu_model::Record;

use crate::config::Reading;
use crate::edits::Play;
use crate::failure::Failure;
use crate::messages;

/// What is done with the records of a document.
type Take<'a> = dyn FnMut(Vec<Record>) -> Result<(), Failure> + 'a;

impl Reading {
    /// Hands the records of each document on before it reads the next; true where some failed.
    pub(crate) fn each(
        &self,
        mut take: impl FnMut(Vec<Record>) -> Result<(), Failure>,
    ) -> Result<bool, Failure> {
        let (mut read, mut failed) = (0_usize, 0_usize);
        let mut play = self.edits.as_ref().map(Play::new);
        for input in self.places.iter().flat_map(|place| place.inputs(Walk::Known)) {
            read += 1;
            let is_whole = match input {
                Ok(input) => self.input(&input, &mut play, &mut take)?,
                Err(message) => {
                    messages::warning(&message);
                    false
                }
            };
            failed += usize::from(!is_whole);
        }
        if failed > 0 && read > 1 {
            messages::warning(&format!("{failed} of {read} inputs failed; the others are done"));
        }
        let is_edited = play.is_none_or(|play| !play.end());
        Ok(failed > 0 || !is_edited)
    }

    /// The documents of one input; false where something in it cannot be read.
    fn input(
        &self,
        input: &Input,
        play: &mut Option<Play<'_>>,
        take: &mut Take<'_>,
    ) -> Result<bool, Failure> {
        if *input == Input::Stdin && stdin().is_terminal() {
            messages::note(&"paste an article, then end with Ctrl-D on a line of its own");
        }
        let body = match input.open() {
            Ok(body) => body,
            Err(message) => {
                messages::warning(&message);
                return Ok(false);
            }
        };
        let (mut is_whole, mut outcome) = (true, Ok(()));
        let _ = nienbieu_input::read(input.name(), body, &self.settings, &mut |item| {
            let read = match item {
                Item::Record(raw) => self.records(&raw, play.as_mut()),
                Item::Fault(fault) => Err(fault),
                Item::Skipped(..) => return Flow::Continue(()),
            };
            match read {
                Ok(records) => outcome = take(records),
                Err(fault) => {
                    messages::warning(&fault);
                    is_whole = false;
                }
            }
            if outcome.is_ok() { Flow::Continue(()) } else { Flow::Break(()) }
        });
        outcome.map(|()| is_whole)
    }

    /// The records of a document, as corrected.
    fn records(&self, raw: &Raw, play: Option<&mut Play<'_>>) -> Result<Vec<Record>, Fault> {
        let read = records(raw, &self.options)?;
        let name = raw.source.name.as_deref().unwrap_or("stdin");
        Ok(match play {
            Some(play) => play.on(name, read, &self.options, |options| records(raw, options).ok()),
            None => read,
        })
    }
}
