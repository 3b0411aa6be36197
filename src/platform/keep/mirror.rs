//! The mirror: a learner's whole state, small enough for localStorage, should IndexedDB ever be empty.
//!
//! `<records>.<packed>`: how many records it follows from, then the snapshot, deflated by the browser and packed.

use domain::day::Day;
use domain::records::fold::{MIRROR_MAX, SnapshotFault, State, pack_mirror, unpack_mirror};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{ReadableWritablePair, Response};

/// The mirror of a state; none when the browser cannot deflate or the state is too large in any case.
pub async fn write(state: &State, today: Day) -> Option<String> {
    let head = state.covered().count();
    let mut packed = pack(state).await?;
    if packed.encode_utf16().count() > MIRROR_MAX {
        packed = pack(&state.lightened(today)).await?;
    }
    let fits = packed.encode_utf16().count() <= MIRROR_MAX;
    fits.then(|| format!("{head}.{packed}"))
}

/// How many records a mirror follows from; 0 when there is none.
pub fn records(mirror: &str) -> u64 {
    let head = mirror.split_once('.').map(|(head, _)| head);
    head.and_then(|head| head.parse().ok()).unwrap_or(0)
}

/// Why a mirror says nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Changed, cut, or not a mirror.
    Damaged,
    /// Made by another version of the fold.
    OtherFormat,
}

/// The state of a mirror.
pub async fn read(mirror: &str) -> Result<State, Fault> {
    let text = inflated(mirror).await.ok_or(Fault::Damaged)?;
    State::from_snapshot(&text).map_err(|fault| match fault {
        SnapshotFault::OtherFormat(_) => Fault::OtherFormat,
        SnapshotFault::Damaged | SnapshotFault::NotASnapshot => Fault::Damaged,
    })
}

async fn inflated(mirror: &str) -> Option<String> {
    let (_, packed) = mirror.split_once('.')?;
    let deflated = unpack_mirror(packed).ok()?;
    let bytes = through(&deflated, "DecompressionStream").await?;
    String::from_utf8(bytes).ok()
}

async fn pack(state: &State) -> Option<String> {
    let text = state.to_snapshot();
    let bytes = through(text.as_bytes(), "CompressionStream").await?;
    Some(pack_mirror(&bytes))
}

/// Sends bytes through a stream of the browser that the library still calls unstable; every browser we run in has it.
async fn through(bytes: &[u8], stream: &str) -> Option<Vec<u8>> {
    let door: js_sys::Function = js_sys::Reflect::get(&js_sys::global(), &stream.into())
        .ok()?
        .dyn_into()
        .ok()?;
    let zlib = js_sys::Array::of1(&"deflate".into());
    let stream = js_sys::Reflect::construct(&door, &zlib).ok()?;
    let stream: &ReadableWritablePair = stream.unchecked_ref();
    let from = js_sys::Uint8Array::from(bytes);
    let body = Response::new_with_opt_js_u8_array(Some(&from))
        .ok()?
        .body()?;
    let out = Response::new_with_opt_readable_stream(Some(&body.pipe_through(stream))).ok()?;
    let buffer = JsFuture::from(out.array_buffer().ok()?).await.ok()?;
    Some(js_sys::Uint8Array::new(&buffer).to_vec())
}
