//! Files that have landed: those that do not grow any more.

use std::collections::HashMap;
use std::fs;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, SystemTime};

use crate::Input;

/// How often folders are looked at. Asking works on every file system, networked ones too, and a file
/// must be seen twice unchanged in any case.
const EVERY: Duration = Duration::from_millis(500);
/// How soon a wish to stop is heeded.
const NAP: Duration = Duration::from_millis(50);

/// What files looked like when they were last seen.
#[derive(Default)]
pub(super) struct Settled {
    seen: HashMap<PathBuf, (u64, Option<SystemTime>)>,
}

impl Settled {
    /// Whether a file is as it was when last seen.
    pub(super) fn is_settled(&mut self, input: &Input) -> bool {
        let Input::File(path) = input else { return true };
        let Ok(metadata) = fs::metadata(path) else { return false };
        let now = (metadata.len(), metadata.modified().ok());
        self.seen.insert(path.clone(), now) == Some(now)
    }

    pub(super) fn wait(&self, stop: &AtomicBool) {
        let mut left = EVERY;
        while !stop.load(Ordering::Relaxed) && !left.is_zero() {
            thread::sleep(NAP);
            left = left.saturating_sub(NAP);
        }
    }
}
