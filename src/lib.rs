//! The browser app. THE SHELL: Yew and the browser, no rules of learning.
//!
//! Invariants: only `platform` names browser APIs; a view shows a verdict and never compares answers; every text a
//! person reads comes from `locales`.

mod app;
mod desk;
mod exercise;
mod pages;
mod platform;
mod route;
mod view;
mod widgets;

/// Mounts the app on the page.
pub fn start() {
    // Yew would put its own in place of a hook that it does not know of.
    yew::set_custom_panic_hook(Box::new(|panic| {
        platform::boot::failed("broken", &panic.to_string())
    }));
    platform::dom::mount::<app::App>();
}

/// Starts the worker.
pub fn start_worker() {
    std::panic::set_hook(Box::new(|panic| platform::dom::report(&panic.to_string())));
    platform::keep::serve();
}
