//! How much may be on its way: whoever reads waits for those who write.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

pub(super) struct Budget {
    state: Mutex<State>,
    changed: Condvar,
    limit: usize,
}

#[derive(Default)]
struct State {
    used: usize,
    is_closed: bool,
}

impl Budget {
    pub(super) fn new(limit: usize) -> Self {
        Self { state: Mutex::default(), changed: Condvar::new(), limit }
    }

    /// Waits until there is room; what is larger than all of it goes alone. False where the run is over.
    pub(super) fn take(&self, size: usize) -> bool {
        let mut state = self.lock();
        while !state.is_closed && state.used > 0 && state.used + size > self.limit {
            state = self.changed.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
        state.used += size;
        !state.is_closed
    }

    pub(super) fn release(&self, size: usize) {
        let mut state = self.lock();
        state.used = state.used.saturating_sub(size);
        self.changed.notify_one();
    }

    /// Lets nothing more through.
    pub(super) fn close(&self) {
        self.lock().is_closed = true;
        self.changed.notify_all();
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
