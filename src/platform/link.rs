//! A program's line to the page's worker, which all programs share. Messages are text: an order in the first line, then one record or key a line.

use super::boot;
use wasm_bindgen::prelude::*;
use web_sys::{MessageEvent, Worker};

/// The line to a worker that runs as long as the page.
pub struct Link {
    worker: Worker,
}

impl Link {
    /// Opens the line; `heard` gets every message, or nothing when the worker has failed.
    pub fn open(heard: impl Fn(Option<String>) + 'static) -> Option<Self> {
        let worker: Worker = boot::worker()?.dyn_into().ok()?;
        let heard = std::rc::Rc::new(heard);
        let message = {
            let heard = heard.clone();
            Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
                heard(event.data().as_string())
            })
        };
        let failed = Closure::<dyn Fn()>::new(move || heard(None));
        for (event, heard) in [("message", message.as_ref()), ("error", failed.as_ref())] {
            // Refused by no browser: both are functions.
            let _ = worker.add_event_listener_with_callback(event, heard.unchecked_ref());
        }
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
