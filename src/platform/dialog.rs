//! The keys of an open dialog, wherever on the page the focus is: Escape closes it, Tab goes round inside it.

use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use wasm_bindgen::JsCast;
use web_sys::{Document, HtmlElement, KeyboardEvent};

/// What in the dialog in front can have the focus.
const CONTROLS: &str =
    "[aria-modal=true] :is(button, input, select, textarea):enabled, [aria-modal=true] a[href]";

/// Holds the keys as long as what is returned lives; `close` is called for Escape. A dialog has one of these.
pub fn hold(mut close: impl FnMut() + 'static) -> Option<EventListener> {
    let options = EventListenerOptions {
        phase: EventListenerPhase::Capture,
        passive: false,
    };
    let window = web_sys::window()?;
    let document = window.document()?;
    Some(EventListener::new_with_options(
        &window,
        "keydown",
        options,
        move |event| {
            let Some(key) = event.dyn_ref::<KeyboardEvent>() else {
                return;
            };
            // While a word is composed these keys belong to the keyboard.
            if key.is_composing() {
                return;
            }
            match key.key().as_str() {
                "Escape" => {
                    event.prevent_default();
                    close();
                }
                "Tab" => {
                    event.prevent_default();
                    go_round(&document, key.shift_key());
                }
                _ => {}
            }
        },
    ))
}

/// Moves the focus to the control after the one that has it, or before; to the first where none has it.
fn go_round(document: &Document, back: bool) {
    let controls: Vec<HtmlElement> = document
        .query_selector_all(CONTROLS)
        .map(|found| {
            let all = (0..found.length()).filter_map(|at| found.item(at)?.dyn_into().ok());
            all.collect()
        })
        .unwrap_or_default();
    let active = document.active_element();
    let here = active.and_then(|active| controls.iter().position(|control| **control == active));
    let count = controls.len();
    let next = match (here, back) {
        (Some(here), false) => (here + 1) % count,
        (Some(here), true) => (here + count - 1) % count,
        (None, false) => 0,
        (None, true) => count.saturating_sub(1),
    };
    if let Some(control) = controls.get(next) {
        // Refused by no browser: it is enabled and seen.
        let _ = control.focus();
    }
}
