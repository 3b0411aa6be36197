//! Files that a person saves or chooses. Nothing leaves the device.

use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, HtmlInputElement, Url};

/// The largest file that is read: many years of records.
const MAX_BYTES: f64 = 256.0 * 1024.0 * 1024.0;
/// How long a browser may take to begin with a download.
const KEPT_MS: u32 = 60_000;

/// Saves text under a name; says whether the browser was asked to.
pub fn save(name: &str, text: &str) -> bool {
    save_bytes(name, "application/octet-stream", text.as_bytes())
}

/// Saves bytes under a name as a file of a media type; says whether the browser was asked to.
pub fn save_bytes(name: &str, media_type: &str, bytes: &[u8]) -> bool {
    let saved = || {
        let kind = BlobPropertyBag::new();
        kind.set_type(media_type);
        let parts = Array::of1(&js_sys::Uint8Array::from(bytes));
        let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &kind).ok()?;
        let url = Url::create_object_url_with_blob(&blob).ok()?;
        let document = web_sys::window()?.document()?;
        let link: HtmlAnchorElement = document.create_element("a").ok()?.dyn_into().ok()?;
        link.set_href(&url);
        link.set_download(name);
        link.click();
        gloo::timers::callback::Timeout::new(KEPT_MS, move || {
            // It frees memory; a browser that refuses keeps it until the page is closed.
            let _ = Url::revoke_object_url(&url);
        })
        .forget();
        Some(())
    };
    saved().is_some()
}

/// The text of the file that was chosen in a field, as `Err` when it is too large or cannot be read. None when nothing was chosen.
pub async fn chosen(event: &yew::Event) -> Option<Result<String, ()>> {
    let field: HtmlInputElement = event.target()?.dyn_into().ok()?;
    let file = field.files()?.get(0)?;
    // The same file can be chosen again after it was refused.
    field.set_value("");
    if file.size() > MAX_BYTES {
        return Some(Err(()));
    }
    let text = JsFuture::from(file.text()).await;
    Some(text.ok().and_then(|text| text.as_string()).ok_or(()))
}
