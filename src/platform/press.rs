//! The press: the worker that draws a certificate as PDF, and the page's way to it.
//!
//! The page sends one message, JSON with content, words and the address of the font; the press answers with the bytes
//! of the file, or with a text that says why there is none: `glyphs <characters>`, `font`, `broken <detail>`.

use super::{boot, dom, fetch};
use credential::{Content, Fault, Wording};
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent, Worker};

/// What is to be printed.
#[derive(Serialize, Deserialize)]
struct Job {
    content: Content,
    wording: Wording,
    font: String,
}

/// Why there is no PDF. Data until shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PressFault {
    /// The font has no shape for these characters.
    Glyphs(String),
    /// The font or the press did not arrive.
    Missing,
    /// It cannot be drawn.
    Broken(String),
}

fn scope() -> DedicatedWorkerGlobalScope {
    js_sys::global().unchecked_into()
}

/// Waits for jobs, in the worker.
pub fn serve() {
    let heard = Closure::<dyn Fn(MessageEvent)>::new(|event: MessageEvent| {
        let job = event.data().as_string().unwrap_or_default();
        spawn_local(async move {
            let answer: JsValue = match print(&job).await {
                Ok(bytes) => js_sys::Uint8Array::from(bytes.as_slice()).into(),
                Err(why) => why.into(),
            };
            // Bytes and text can always be sent.
            let _ = scope().post_message(&answer);
        });
    });
    scope().set_onmessage(Some(heard.as_ref().unchecked_ref()));
    heard.forget();
}

async fn print(job: &str) -> Result<Vec<u8>, String> {
    let job: Job = serde_json::from_str(job).map_err(|error| format!("broken {error}"))?;
    let font = fetch::bytes(&job.font).await.map_err(|_| "font")?;
    credential::pdf(&job.content, &job.wording, &font).map_err(|fault| match fault {
        Fault::MissingGlyphs(missing) => format!("glyphs {}", missing.iter().collect::<String>()),
        other @ (Fault::Font | Fault::NotSigned | Fault::Library(_)) => format!("broken {other:?}"),
    })
}

/// Has a certificate drawn. `printed` is called once.
pub fn pdf(
    content: &Content,
    wording: Wording,
    printed: impl Fn(Result<Vec<u8>, PressFault>) + 'static,
) {
    let job = Job {
        content: content.clone(),
        wording,
        font: dom::absolute(&boot::build().certificate_font),
    };
    let worker: Option<Worker> = boot::press().and_then(|worker| worker.dyn_into().ok());
    let (Some(worker), Ok(job)) = (worker, serde_json::to_string(&job)) else {
        printed(Err(PressFault::Missing));
        return;
    };
    let printed = std::rc::Rc::new(printed);
    let answered = {
        let (worker, printed) = (worker.clone(), printed.clone());
        Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            worker.terminate();
            printed(read(&event.data()));
        })
    };
    let failed = {
        let worker = worker.clone();
        Closure::<dyn Fn()>::new(move || {
            worker.terminate();
            printed(Err(PressFault::Missing));
        })
    };
    worker.set_onmessage(Some(answered.as_ref().unchecked_ref()));
    worker.set_onerror(Some(failed.as_ref().unchecked_ref()));
    // They live until the page is closed; a learner prints few certificates.
    answered.forget();
    failed.forget();
    // Text can always be sent.
    let _ = worker.post_message(&job.into());
}

fn read(answer: &JsValue) -> Result<Vec<u8>, PressFault> {
    if let Some(bytes) = answer.dyn_ref::<js_sys::Uint8Array>() {
        return Ok(bytes.to_vec());
    }
    let text = answer.as_string().unwrap_or_default();
    Err(match text.split_once(' ').unwrap_or((&text, "")) {
        ("glyphs", missing) => PressFault::Glyphs(missing.to_owned()),
        ("font", _) => PressFault::Missing,
        (_, detail) => PressFault::Broken(detail.to_owned()),
    })
}
