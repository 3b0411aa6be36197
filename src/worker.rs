//! Runs long jobs off the page. There are none yet: packs, spreadsheets and certificates will come here.

fn main() {
    // Until there is a job, this alone makes the program one that wasm-bindgen can give glue to.
    let _ = js_sys::global();
}
