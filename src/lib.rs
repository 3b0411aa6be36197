//! The browser app. THE SHELL: Yew and the browser, no rules of learning.
//!
//! The page runs two programs of it: `app` for what is chosen and looked at, `study` for lessons, reviews and tests, loaded
//! when first needed. So the first screen does not pay for grading. `static/boot.js` shows the one that the address
//! belongs to; they share the worker, and each writes records of its own.
//!
//! Invariants: only `platform` names browser APIs; a view shows a verdict and never compares answers; every text a
//! person reads comes from `locales`.

mod app;
mod certificate;
mod chosen;
mod desk;
mod exercise;
mod furigana;
mod look;
mod pack;
mod pages;
mod platform;
mod route;
mod view;
mod widgets;

/// Mounts the program of the first screen.
pub fn start_app() {
    start::<app::Front>();
}

/// Mounts the program of lessons, reviews and tests.
pub fn start_study() {
    start::<app::Study>();
}

fn start<P: app::Program>() {
    // Yew would put its own in place of a hook that it does not know of.
    yew::set_custom_panic_hook(Box::new(|panic| {
        platform::boot::failed("broken", &panic.to_string())
    }));
    platform::dom::mount::<app::App<P>>(P::PART.name());
}

/// Starts the worker that makes certificates.
pub fn start_press() {
    std::panic::set_hook(Box::new(|panic| platform::dom::report(&panic.to_string())));
    platform::press::serve();
}

/// Starts the worker.
pub fn start_worker() {
    std::panic::set_hook(Box::new(|panic| platform::dom::report(&panic.to_string())));
    platform::keep::serve();
}
