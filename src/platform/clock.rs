//! Time, as the browser tells it. The wall clock may lie; nothing's order depends on it.

use domain::records::Stamp;

/// Milliseconds since 1970 by the wall clock.
pub fn wall_ms() -> i64 {
    js_sys::Date::now() as i64
}

/// Minutes east of UTC.
pub fn offset_min() -> i16 {
    -js_sys::Date::new_0().get_timezone_offset() as i16
}

/// Milliseconds since the page was opened; never goes back.
pub fn mono_ms() -> u64 {
    let clock = web_sys::window().and_then(|window| window.performance());
    clock.map_or(0, |clock| clock.now() as u64)
}

/// This moment, as the device tells it.
pub fn stamp() -> Stamp {
    Stamp {
        wall_ms: wall_ms(),
        offset_min: offset_min(),
        mono_ms: mono_ms(),
    }
}

/// Calls `passed` every second, as long as what is returned lives.
pub fn every_second(passed: impl FnMut() + 'static) -> gloo::timers::callback::Interval {
    gloo::timers::callback::Interval::new(1_000, passed)
}

/// Eight random bytes in hexadecimal: present on plain http too.
pub fn random_hex() -> String {
    random_bytes()
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// Eight random bytes.
pub fn random_bytes() -> [u8; 8] {
    let mut bytes = [0_u8; 8];
    let filled = web_sys::window()
        .and_then(|window| window.crypto().ok())
        .is_some_and(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).is_ok());
    if !filled {
        let number =
            (js_sys::Math::random() * 2f64.powi(53)) as u64 ^ (wall_ms() as u64).rotate_left(24);
        bytes = number.to_be_bytes();
    }
    bytes
}

/// A random seed.
pub fn seed() -> u32 {
    u32::from_str_radix(&random_hex()[..8], 16).unwrap_or(1)
}
