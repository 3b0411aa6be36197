//! The page's line to its worker. Messages are text: an order in the first line, then one record or key a line.

use super::boot;
use wasm_bindgen::prelude::*;
use web_sys::{MessageEvent, Worker};

/// A worker that runs as long as the page.
pub struct Link {
    worker: Worker,
}

impl Link {
    /// Starts the worker; `heard` gets every message, or nothing when the worker has failed.
    pub fn open(heard: impl Fn(Option<String>) + 'static) -> Option<Self> {
        let url = boot::script_url(&boot::build().worker)?;
        // Through a plain construct: the typed door turns the trusted address into text, which Trusted Types refuse.
        let class: js_sys::Function = js_sys::Reflect::get(&js_sys::global(), &"Worker".into())
            .ok()?
            .dyn_into()
            .ok()?;
        let worker = js_sys::Reflect::construct(&class, &js_sys::Array::of1(&url)).ok()?;
        let worker: Worker = worker.dyn_into().ok()?;
        let heard = std::rc::Rc::new(heard);
        let message = {
            let heard = heard.clone();
            Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
                heard(event.data().as_string())
            })
        };
        let failed = Closure::<dyn Fn()>::new(move || heard(None));
        worker.set_onmessage(Some(message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(failed.as_ref().unchecked_ref()));
        // They live as long as the page.
        message.forget();
        failed.forget();
        Some(Self { worker })
    }

    /// Sends an order and its lines.
    pub fn send<'a>(&self, order: &str, lines: impl IntoIterator<Item = &'a str>) {
        let mut text = order.to_owned();
        for line in lines {
            text.push('\n');
            text.push_str(line);
        }
        // Text can always be sent.
        let _ = self.worker.post_message(&text.into());
    }
}
