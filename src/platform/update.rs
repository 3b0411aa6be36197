//! A new version of the app that waits, as `static/boot.js` offers it. It is used when the learner says so, never before.

use super::{boot, dom};

/// Whether a new version waits.
pub fn is_offered() -> bool {
    boot::has("update")
}

/// Calls `heard` when a new version begins to wait.
pub fn on_offer(heard: impl FnMut() + 'static) -> Option<gloo::events::EventListener> {
    dom::listen("kakehashi-update", heard)
}

/// Changes to the new version; the page is loaded anew.
pub fn accept() {
    boot::call("update", &[]);
}

/// Puts the offer off until the page is opened again.
pub fn put_off() {
    boot::forget("update");
}
