//! The native command `kakehashi`.
fn main() {}
