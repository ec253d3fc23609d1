//! The parts in a real browser.
