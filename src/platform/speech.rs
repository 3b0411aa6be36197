//! A voice of the device, only one that speaks on the device itself: others send the text away. Where the learner has
//! turned sound off there is none.

use super::dom;
use std::cell::{Cell, RefCell};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{SpeechSynthesis, SpeechSynthesisUtterance, SpeechSynthesisVoice};

fn synthesis() -> Option<SpeechSynthesis> {
    // Absent in some WebViews: asking through the typed door would throw there.
    let value = js_sys::Reflect::get(&js_sys::global(), &"speechSynthesis".into()).ok()?;
    if value.is_undefined() || value.is_null() {
        None
    } else {
        Some(value.unchecked_into())
    }
}

/// Whether the learner wants it quiet, as in a room with others.
pub fn is_off() -> bool {
    dom::root_value("data-sound") == "off"
}

fn voice() -> Option<SpeechSynthesisVoice> {
    if is_off() {
        return None;
    }
    let voices = synthesis()?.get_voices();
    voices
        .iter()
        .map(JsCast::unchecked_into::<SpeechSynthesisVoice>)
        .find(|voice| voice.local_service() && voice.lang().to_ascii_lowercase().starts_with("ja"))
}

/// Stops what is being spoken.
pub fn hush() {
    if let Some(synthesis) = synthesis() {
        synthesis.cancel();
    }
}

/// Whether Japanese can be spoken on this device without asking a server, and is wanted.
pub fn available() -> bool {
    voice().is_some()
}

/// What the browser calls when it has finished speaking.
type Ended = Closure<dyn FnMut(JsValue)>;

thread_local! {
    static ENDED: RefCell<Option<Ended>> = const { RefCell::new(None) };
}

thread_local! {
    static SPOKEN: Cell<u32> = const { Cell::new(0) };
}

/// How often something was spoken since the page was opened.
pub fn spoken() -> u32 {
    SPOKEN.with(Cell::get)
}

/// Speaks; `ended` is called when it is over or has failed. Says whether there is a voice.
pub fn speak(text: &str, rate: f32, ended: impl FnMut() + 'static) -> bool {
    let (Some(synthesis), Some(voice)) = (synthesis(), voice()) else {
        return false;
    };
    let Ok(utterance) = SpeechSynthesisUtterance::new_with_text(text) else {
        return false;
    };
    synthesis.cancel();
    utterance.set_voice(Some(&voice));
    utterance.set_lang("ja-JP");
    utterance.set_rate(rate);
    let mut ended = ended;
    let over = Closure::<dyn FnMut(JsValue)>::new(move |_| ended());
    utterance.set_onend(Some(over.as_ref().unchecked_ref()));
    utterance.set_onerror(Some(over.as_ref().unchecked_ref()));
    ENDED.with(|slot| slot.replace(Some(over)));
    SPOKEN.with(|count| count.set(count.get() + 1));
    synthesis.speak(&utterance);
    true
}
