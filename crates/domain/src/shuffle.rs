//! Orders drawn from a seed, so that what a learner saw can be shown again.

/// The next number of the SplitMix64 sequence (Steele, Lea and Flood 2014), which needs no warm-up and one word of state.
pub fn next(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mut z = *state;
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

/// The numbers from 0 to `count` − 1 in an order that depends on `seed` alone (Fisher–Yates).
pub fn shuffled(seed: u64, count: usize) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    let mut state = seed;
    for last in (1..count).rev() {
        let pick = usize::try_from(next(&mut state) % (last as u64 + 1)).unwrap_or(0);
        order.swap(last, pick);
    }
    order
}

/// A seed for one item within a sitting: FNV-1a of its id, mixed with the sitting's seed.
pub fn item_seed(seed: u64, id: &str) -> u64 {
    id.bytes().fold(seed ^ 0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_order_is_a_permutation_and_repeats_with_its_seed() {
        for seed in 0..200 {
            let order = shuffled(seed, 6);
            let mut sorted = order.clone();
            sorted.sort_unstable();
            assert_eq!(sorted, [0, 1, 2, 3, 4, 5]);
            assert_eq!(order, shuffled(seed, 6));
        }
        assert_ne!(
            shuffled(item_seed(1, "a"), 8),
            shuffled(item_seed(1, "b"), 8)
        );
    }
}
