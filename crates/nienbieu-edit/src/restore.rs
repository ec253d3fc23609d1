use nienbieu_model::{Change, Record};

use crate::Layer;

/// The record as the machine made it, and how many edits were taken back.
///
/// The changes are undone from the last to the first, so that each finds its layer as it left it.
#[must_use]
pub fn restore(mut record: Record) -> (Record, usize) {
    let edits = std::mem::take(&mut record.edits);
    let count = edits.len();
    for change in edits.into_iter().rev().flat_map(|edit| edit.changes.into_iter().rev()) {
        undo(&mut record, change);
    }
    (record, count)
}

/// Takes one change back. What is no longer as the change left it stays as it is.
pub(crate) fn undo(record: &mut Record, change: Change) {
    let layer = |name: &str| Layer::named(name);
    match change {
        Change::Replaced { layer: name, index, was } => {
            if let Some(layer) = layer(&name) {
                let _ = layer.items(record).put(index, was);
            }
        }
        Change::Removed { layer: name, index, was } => {
            if let Some(layer) = layer(&name) {
                let _ = layer.items(record).insert(index, was);
            }
        }
        Change::Added { layer: name, index } => {
            if let Some(layer) = layer(&name) {
                layer.items(record).remove(index);
            }
        }
        Change::Accepted { .. } => {}
    }
}
