//! Luck from a seed.

use domain::shuffle;

/// A sequence of numbers that its seed repeats.
#[derive(Clone, Debug)]
pub struct Luck {
    /// What it began with, to be named in messages.
    pub seed: u64,
    state: u64,
}

impl Luck {
    /// The sequence of a seed. The seed is printed, so that a failing test shows it.
    #[expect(
        clippy::print_stdout,
        reason = "a test shows what it prints only when it fails"
    )]
    pub fn new(seed: u64) -> Self {
        println!("seed {seed}");
        Self { seed, state: seed }
    }

    /// A number below `count` (0 when that is 0).
    pub fn below(&mut self, count: usize) -> usize {
        let next = shuffle::next(&mut self.state);
        usize::try_from(next % (count.max(1) as u64)).unwrap_or(0)
    }

    /// True that often in a hundred times.
    pub fn percent(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// One of several.
    ///
    /// # Panics
    /// When there are none.
    pub fn one_of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }
}
