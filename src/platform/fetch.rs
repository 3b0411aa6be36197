//! Files beside the app, for the page and its workers. Nothing else is ever requested.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Why a file did not arrive. Data until shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LoadFault {
    /// No connection.
    Offline,
    /// The server does not have it.
    Missing(String),
    /// It is not what it should be.
    Broken(String),
}

/// The text of a file, relative to the page.
pub async fn text(path: &str) -> Result<String, LoadFault> {
    let response = response(path).await?;
    let promise = response
        .text()
        .map_err(|_| LoadFault::Broken(path.into()))?;
    let value = JsFuture::from(promise)
        .await
        .map_err(|_| LoadFault::Offline)?;
    value
        .as_string()
        .ok_or_else(|| LoadFault::Broken(path.into()))
}

/// The bytes of a file, relative to the page.
pub async fn bytes(path: &str) -> Result<Vec<u8>, LoadFault> {
    let response = response(path).await?;
    let promise = response
        .array_buffer()
        .map_err(|_| LoadFault::Broken(path.into()))?;
    let value = JsFuture::from(promise)
        .await
        .map_err(|_| LoadFault::Offline)?;
    Ok(js_sys::Uint8Array::new(&value).to_vec())
}

async fn response(path: &str) -> Result<web_sys::Response, LoadFault> {
    // A page and a worker both have it, under the same name.
    let scope: web_sys::DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let value: JsValue = JsFuture::from(scope.fetch_with_str(path))
        .await
        .map_err(|_| LoadFault::Offline)?;
    let response: web_sys::Response = value
        .dyn_into()
        .map_err(|_| LoadFault::Broken(path.into()))?;
    if response.ok() {
        Ok(response)
    } else {
        Err(LoadFault::Missing(format!("{path}: {}", response.status())))
    }
}

/// A JSON file, relative to the page.
pub async fn json<T: serde::de::DeserializeOwned>(path: &str) -> Result<T, LoadFault> {
    let text = text(path).await?;
    super::json::read(&text).map_err(|error| LoadFault::Broken(format!("{path}: {error}")))
}
