//! The `nienbieu` command.
fn main() {}
