use nienbieu_model::{Change, Edited, Record};
use serde_json::Value;

use crate::Layer;
use crate::report::Status;
use crate::restore::undo;

/// A record under change: whatever is done to it is noted with what was there before.
pub(super) struct Desk<'r> {
    pub(super) record: &'r mut Record,
    edited: Edited,
}

impl<'r> Desk<'r> {
    pub(super) fn new(record: &'r mut Record, number: usize, operation: &'static str) -> Self {
        let edited = Edited { edit: number, operation: operation.into(), changes: Vec::new() };
        Self { record, edited }
    }

    /// Leaves the notes in the record.
    pub(super) fn sign(self) {
        self.record.edits.push(self.edited);
    }

    /// Leaves the record as it was.
    pub(super) fn take_back(self) {
        self.edited.changes.into_iter().rev().for_each(|change| undo(self.record, change));
    }

    pub(super) fn get(&mut self, layer: Layer, index: usize) -> Result<Value, Status> {
        layer.items(self.record).get(index).ok_or(Status::Lost)
    }

    /// Puts the item in the place of what was there; a note only where that changes it.
    pub(super) fn put(&mut self, layer: Layer, index: usize, item: Value) -> Result<(), Status> {
        let was = self.get(layer, index)?;
        layer
            .items(self.record)
            .put(index, item)
            .map_err(|error| Status::Refused { why: error })?;
        if self.get(layer, index)? != was {
            let layer = layer.name().into();
            self.edited.changes.push(Change::Replaced { layer, index, was });
        }
        Ok(())
    }

    pub(super) fn insert(&mut self, layer: Layer, index: usize, item: Value) -> Result<(), Status> {
        let items = layer.items(self.record);
        items.insert(index, item).map_err(|error| Status::Refused { why: error })?;
        self.edited.changes.push(Change::Added { layer: layer.name().into(), index });
        Ok(())
    }

    pub(super) fn remove(&mut self, layer: Layer, index: usize) -> Result<Value, Status> {
        let was = self.get(layer, index)?;
        layer.items(self.record).remove(index);
        let layer = layer.name().into();
        self.edited.changes.push(Change::Removed { layer, index, was: was.clone() });
        Ok(was)
    }

    pub(super) fn accept(&mut self, layer: Layer, index: usize) {
        let id = layer
            .items(self.record)
            .get(index)
            .and_then(|item| item.get("id").and_then(Value::as_str).map(str::to_owned));
        if let Some(id) = id {
            self.edited.changes.push(Change::Accepted { layer: layer.name().into(), id });
        }
    }
}
