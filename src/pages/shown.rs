//! When something was shown, from which follows how an answer to it was given.

use crate::platform::{clock, speech};
use domain::study::Given;

/// When the screen in front was shown, and how often something had been spoken by then.
#[derive(Clone, Copy, Default)]
pub struct Shown {
    mono_ms: u64,
    spoken: u32,
}

impl Shown {
    /// Now.
    pub fn now() -> Self {
        Self {
            mono_ms: clock::mono_ms(),
            spoken: speech::spoken(),
        }
    }

    /// How long ago that was.
    pub fn since_ms(self) -> u32 {
        u32::try_from(clock::mono_ms().saturating_sub(self.mono_ms)).unwrap_or(u32::MAX)
    }

    /// How an answer given now was given.
    pub fn given(self) -> Given {
        Given {
            response_ms: self.since_ms(),
            plays: u8::try_from(speech::spoken() - self.spoken).unwrap_or(u8::MAX),
            heard: speech::available(),
        }
    }
}
