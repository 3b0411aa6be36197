//! How the page looks and sounds: language, theme, size of text, furigana, romaji, sound. `static/boot.js` sets the same
//! before the first paint.
//!
//! Invariant: both programs of the page read a choice where it is seen, at the root element.

use crate::platform::{boot, dom, local, speech};
use crate::view::View;
use domain::ids::ProfileId;

/// Settings that change how the page looks, with the key that boot.js reads each from and what may be chosen. A backup may
/// say anything: what is not in the list is passed over.
const LOOKS: [(&str, &str, &[&str]); 6] = [
    ("language", "kkh1.lang", &["id", "en", "ja"]),
    ("theme", "kkh1.theme", &["light", "dark", "device"]),
    (
        "text-size",
        "kkh1.text-size",
        &["100", "115", "130", "150", "200"],
    ),
    ("furigana", "kkh1.furigana", &["always", "unknown", "never"]),
    ("romaji", "kkh1.romaji", &["on", "off"]),
    ("sound", "kkh1.sound", &["on", "off"]),
];

/// What is chosen of a look on this device, or nothing.
pub fn chosen(setting: &str) -> String {
    let found = LOOKS.iter().find(|(known, ..)| *known == setting);
    found
        .and_then(|(_, key, _)| local::get(key))
        .unwrap_or_default()
}

/// Makes a choice visible at once and keeps it for the next start.
pub fn choose(setting: &str, value: &str) {
    let found = LOOKS.iter().find(|(known, ..)| *known == setting);
    if let Some((_, key, values)) = found {
        if !values.contains(&value) {
            return;
        }
        if value == "device" {
            local::remove(key);
        } else {
            local::set(key, value);
        }
    }
    match setting {
        "language" => boot::set_lang(value),
        "theme" => {
            let dark = value == "dark" || value == "device" && dom::prefers_dark();
            dom::set_root("data-theme", if dark { "dark" } else { "light" });
        }
        "text-size" => dom::set_root("data-text", value),
        "furigana" => dom::set_root("data-furigana", value),
        "romaji" => dom::set_root("data-romaji", value),
        "sound" => {
            dom::set_root("data-sound", value);
            if value == "off" {
                speech::hush();
            }
        }
        _ => {}
    }
}

/// After a change of learner: their own choices. Those of the device stay where they have made none.
pub fn follow(learner: &ProfileId, view: &View) {
    let before = local::get("kkh1.look");
    if before.as_deref() == Some(learner.as_str()) {
        return;
    }
    local::set("kkh1.look", learner.as_str());
    if before.is_some() {
        for (setting, ..) in LOOKS {
            if let Some(value) = view.setting(setting) {
                choose(setting, value);
            } else if setting == "furigana" && chosen(setting) == "unknown" {
                // What is known hangs on the memory of whoever chose that.
                choose(setting, "always");
            }
        }
    }
}
