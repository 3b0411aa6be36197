//! What `static/boot.js` left on the page: where this build's files lie, language and theme, the text table.

use js_sys::{Function, Promise, Reflect};
use serde::Deserialize;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Where the files of this build lie, relative to the page.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Build {
    /// Packs served beside the app.
    pub packs: Vec<PackPlace>,
    /// The sprite of lesson pictures.
    pub pictures: String,
    /// The font of certificates.
    pub certificate_font: String,
}

/// A pack served beside the app.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct PackPlace {
    /// The pack's id.
    pub id: String,
    /// Its folder, relative to the page.
    pub path: String,
}

fn object() -> JsValue {
    Reflect::get(&js_sys::global(), &"kakehashi".into()).unwrap_or(JsValue::UNDEFINED)
}

fn text(name: &str) -> String {
    Reflect::get(&object(), &name.into())
        .ok()
        .and_then(|value| value.as_string())
        .unwrap_or_default()
}

/// Whether something of that name was left.
pub(super) fn has(name: &str) -> bool {
    Reflect::get(&object(), &name.into()).is_ok_and(|value| value.is_truthy())
}

/// Takes away what was left under a name.
pub(super) fn forget(name: &str) {
    // Refused by no browser: the object is our own.
    let _ = Reflect::set(&object(), &name.into(), &JsValue::NULL);
}

pub(super) fn call(name: &str, arguments: &[JsValue]) -> Option<JsValue> {
    let object = object();
    let function: Function = Reflect::get(&object, &name.into()).ok()?.dyn_into().ok()?;
    function.apply(&object, &arguments.iter().collect()).ok()
}

/// Where this build's files lie.
pub fn build() -> Build {
    Reflect::get(&object(), &"build".into())
        .ok()
        .and_then(|value| js_sys::JSON::stringify(&value).ok())
        .and_then(|json| super::json::read(&String::from(json)).ok())
        .unwrap_or_default()
}

/// The language chosen: `id`, `en` or `ja`.
pub fn lang() -> String {
    text("lang")
}

/// The name of the app whose built-in browser this is, or nothing.
pub fn in_app() -> String {
    text("inApp")
}

/// Where the sprite of lesson pictures lies.
pub fn pictures() -> String {
    thread_local! {
        static PICTURES: String = build().pictures;
    }
    PICTURES.with(String::clone)
}

/// The text table of the language now chosen, as JSON.
pub async fn texts() -> Result<String, String> {
    let promise: Promise = Reflect::get(&object(), &"texts".into())
        .ok()
        .and_then(|value| value.dyn_into().ok())
        .ok_or("no text table")?;
    let value = JsFuture::from(promise)
        .await
        .map_err(|error| format!("{error:?}"))?;
    value
        .as_string()
        .ok_or_else(|| "the text table is not text".into())
}

/// Chooses another language for all programs of the page.
pub fn set_lang(tag: &str) {
    call("setLang", &[tag.into()]);
}

/// The one worker of the page, whichever program asks first.
pub fn worker() -> Option<JsValue> {
    call("worker", &[])
}

/// A new worker that makes certificates.
pub fn press() -> Option<JsValue> {
    call("press", &[])
}

/// Tells the page that this program has painted its first screen.
pub fn mounted(program: &str) {
    call("mounted", &[program.into()]);
}

/// Ends the app: the page of `rescue.js` takes over.
pub fn failed(reason: &str, detail: &str) {
    call("failed", &[reason.into(), detail.into()]);
}
