use crate::protocol::{Request, Ticket};

use super::Content;

/// How often the worker may be lost in a row before the page stops replacing it.
const MOST_LOSSES: u8 = 5;

/// Why a worker was given up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It broke off with an error.
    Crashed,
    /// It gave no answer in time.
    TimedOut,
    /// It speaks another version: the page and the worker come from different builds.
    OtherVersion,
}

/// What is known of the worker.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Condition {
    /// It is loading.
    #[default]
    Starting,
    /// It is up.
    Ready,
    /// Given up: only the reader can start it again.
    GivenUp(Fault),
}

/// The worker, as far as the page can tell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reader {
    /// What is known of it.
    pub condition: Condition,
    /// The request it is at.
    pub busy: Option<Ticket>,
    /// Why it was last replaced, until the reader has seen it.
    pub replaced: Option<Fault>,
    /// Which worker this is, from 0: another number means that another worker must be started.
    pub generation: u32,
    losses: u8,
}

impl Reader {
    /// Whether a request can be sent now: a worker that is loading would not hear it.
    #[must_use]
    pub const fn is_free(&self) -> bool {
        matches!(self.condition, Condition::Ready) && self.busy.is_none()
    }

    pub(crate) fn lost(&mut self, fault: Fault) {
        self.busy = None;
        self.losses = self.losses.saturating_add(1);
        if fault == Fault::OtherVersion || self.losses >= MOST_LOSSES {
            self.condition = Condition::GivenUp(fault);
        } else {
            self.condition = Condition::Starting;
            self.replaced = Some(fault);
            self.generation += 1;
        }
    }

    pub(crate) const fn restart(&mut self) {
        self.condition = Condition::Starting;
        self.losses = 0;
        self.replaced = None;
        self.generation += 1;
    }

    pub(crate) fn answered(&mut self, ticket: Ticket) {
        self.losses = 0;
        self.condition = Condition::Ready;
        if self.busy == Some(ticket) {
            self.busy = None;
        }
    }
}

/// Work for the worker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Job {
    /// The message.
    pub request: Request,
    /// The bytes beside it.
    pub content: Content,
}
