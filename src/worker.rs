//! Runs long jobs off the page. There are none yet: packs, spreadsheets and certificates will come here.

fn main() {}
