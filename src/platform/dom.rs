//! The page itself: title, theme, language, focus, scrolling, keys.

use std::time::Duration;
use wasm_bindgen::JsCast;
use web_sys::{Document, HtmlElement, Window};

/// How often, and how far apart, a page that is still loading is looked for.
const FOCUS_TRIES: u32 = 200;
const FOCUS_EVERY: Duration = Duration::from_millis(50);

/// Where the focus goes on another page, and where it is when that page has taken it. The program whose page was left is
/// hidden before it has let go of it.
const HEAD_OF_PAGE: &str = ":is(main, h1)[tabindex]:not([hidden] *)";
const IN_PAGE: &str = ":is(main, main *):not([hidden] *)";

fn window() -> Option<Window> {
    web_sys::window()
}

fn document() -> Option<Document> {
    window()?.document()
}

fn root() -> Option<HtmlElement> {
    document()?.document_element()?.dyn_into().ok()
}

/// Sets an attribute of the whole page, for styles to act on.
pub fn set_root(name: &str, value: &str) {
    if let Some(root) = root() {
        // Our own names and values: the browser accepts them.
        let _ = root.set_attribute(name, value);
    }
}

/// An address in full, for workers, whose own address may lie elsewhere.
pub fn absolute(path: &str) -> String {
    let base = document().and_then(|document| document.base_uri().ok().flatten());
    base.and_then(|base| web_sys::Url::new_with_base(path, &base).ok())
        .map_or_else(|| path.to_owned(), |url| url.href())
}

/// Text in composed form (NFC): one letter with its accent is one character.
pub fn composed(text: &str) -> String {
    js_sys::JsString::from(text).normalize("NFC").into()
}

/// Opens the browser's dialog for printing.
pub fn print() {
    if let Some(window) = window() {
        // Refused in some browsers inside other apps; saving the file is the way there.
        let _ = window.print();
    }
}

/// An attribute of the whole page, or nothing.
pub fn root_value(name: &str) -> String {
    root()
        .and_then(|root| root.get_attribute(name))
        .unwrap_or_default()
}

/// Sets the page's title.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Whether the main pointer is a finger.
pub fn is_touch() -> bool {
    window()
        .and_then(|window| window.match_media("(pointer: coarse)").ok().flatten())
        .is_some_and(|query| query.matches())
}

/// Moves focus to the first element that matches.
pub fn focus(selector: &str) {
    let element = document().and_then(|document| document.query_selector(selector).ok().flatten());
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// Moves focus to the page that was just come to, as soon as it is there: its heading, or the part that it begins with.
/// Ends when the page has taken the focus itself, or another one was gone to.
pub async fn focus_page() {
    let address = hash();
    for _ in 0..FOCUS_TRIES {
        if hash() != address || has_focus(IN_PAGE) {
            return;
        }
        if has(HEAD_OF_PAGE) {
            // Focusing may scroll; a page is come to at its top.
            focus(HEAD_OF_PAGE);
            scroll_top();
            return;
        }
        yew::platform::time::sleep(FOCUS_EVERY).await;
    }
}

/// Writes at the caret of a field, over what is marked in it. Without text it takes away what is marked, else the character
/// before the caret. The caret stands behind it; the text that is in the field then is returned.
pub fn write_at_caret(field: &str, text: &str) -> Option<String> {
    let found = document()?.query_selector(field).ok()??;
    let field = found.dyn_into::<web_sys::HtmlInputElement>().ok()?;
    let end = field.selection_end().ok()??;
    let mut start = field.selection_start().ok()??;
    if text.is_empty() && start == end {
        let units: Vec<u16> = field.value().encode_utf16().collect();
        let before = String::from_utf16_lossy(units.get(..start as usize)?);
        let wide = before.chars().next_back()?.len_utf16() == 2;
        start -= if wide { 2 } else { 1 };
    }
    field
        .set_range_text_with_start_and_end(text, start, end)
        .ok()?;
    let caret = start + u32::try_from(text.encode_utf16().count()).ok()?;
    field.set_selection_range(caret, caret).ok()?;
    Some(field.value())
}

/// Whether an element matches.
fn has(selector: &str) -> bool {
    let found = document().and_then(|document| document.query_selector(selector).ok().flatten());
    found.is_some()
}

/// Whether the element that matches has the focus.
fn has_focus(selector: &str) -> bool {
    let active = document().and_then(|document| document.active_element());
    active.is_some_and(|element| element.matches(selector).unwrap_or(false))
}

/// Scrolls to the top.
pub fn scroll_top() {
    if let Some(window) = window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// The part of the address after `#`.
pub fn hash() -> String {
    window()
        .and_then(|window| window.location().hash().ok())
        .unwrap_or_default()
}

/// Goes to an address of the page.
pub fn go(hash: &str) {
    if let Some(window) = window() {
        // Our own address: the browser accepts it.
        let _ = window.location().set_hash(hash);
    }
}

/// Starts the page again from its first address, for another learner.
pub fn begin_anew() {
    go("#/");
    reload();
}

/// Starts the page again where it is.
pub fn reload() {
    if let Some(window) = window() {
        // A browser that refuses to reload has closed the page.
        let _ = window.location().reload();
    }
}

/// Whether the device asks for a dark page.
pub fn prefers_dark() -> bool {
    window()
        .and_then(|window| {
            window
                .match_media("(prefers-color-scheme: dark)")
                .ok()
                .flatten()
        })
        .is_some_and(|query| query.matches())
}

/// Calls `heard` when the window fires this event.
pub fn listen(
    event: &'static str,
    mut heard: impl FnMut() + 'static,
) -> Option<gloo::events::EventListener> {
    window().map(|window| gloo::events::EventListener::new(&window, event, move |_| heard()))
}

/// A key as pressed anywhere on the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    /// As the browser names it.
    pub name: String,
    /// The keyboard is writing text (in a field, or composing).
    pub typing: bool,
    /// A button or link has the focus and answers Enter and the space bar itself.
    pub on_button: bool,
}

/// Calls `pressed` for every key without Ctrl, Alt or Meta, as long as the returned listener lives; true stops the browser's
/// own doing. While a dialog is open the page behind it hears no keys.
pub fn on_key(
    mut pressed: impl FnMut(Key) -> bool + 'static,
) -> Option<gloo::events::EventListener> {
    let options = gloo::events::EventListenerOptions::enable_prevent_default();
    window().map(|window| {
        gloo::events::EventListener::new_with_options(&window, "keydown", options, move |event| {
            let Some(event) = event.dyn_ref::<web_sys::KeyboardEvent>() else {
                return;
            };
            let dialog = || has("[aria-modal=true]");
            if event.ctrl_key()
                || event.alt_key()
                || event.meta_key()
                || event.is_composing()
                || dialog()
            {
                return;
            }
            let on = |selectors: &str| {
                let target = event
                    .target()
                    .and_then(|target| target.dyn_into::<web_sys::Element>().ok());
                target.is_some_and(|element| element.matches(selectors).unwrap_or(false))
            };
            let key = Key {
                name: event.key(),
                typing: on("input:not([type=radio]):not([type=checkbox]), textarea, select"),
                on_button: on("button, a, summary"),
            };
            if pressed(key) {
                event.prevent_default();
            }
        })
    })
}

/// Mounts a component in the element of a program.
pub fn mount<C>(program: &str)
where
    C: yew::BaseComponent,
    C::Properties: Default,
{
    let place = document().and_then(|document| document.get_element_by_id(program));
    if let Some(place) = place {
        yew::Renderer::<C>::with_root(place).render();
    }
}

/// The text now in the field that an input event comes from.
pub fn value_of(event: &yew::InputEvent) -> String {
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok());
    target.map(|field| field.value()).unwrap_or_default()
}

/// Says something on the console, for those who look for the cause of a fault.
pub fn report(text: &str) {
    web_sys::console::error_1(&text.into());
}
