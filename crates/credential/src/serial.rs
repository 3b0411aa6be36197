//! The number of a certificate: random, so that it says nothing of the learner and needs no register.

/// Digits that are not mistaken for one another (Crockford's base 32).
const DIGITS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// The number `KKH-XXXX-XXXX-XXXX` of eight random bytes; 60 of their 64 bits are in it.
pub fn serial(random: [u8; 8]) -> String {
    let bits = u64::from_be_bytes(random);
    let mut text = String::from("KKH");
    for place in 0..12 {
        if place % 4 == 0 {
            text.push('-');
        }
        let digit = (bits >> (5 * place)) & 31;
        text.push(char::from(DIGITS[usize::try_from(digit).unwrap_or(0)]));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::serial;

    #[test]
    fn a_number_is_read_aloud_without_doubt() {
        assert_eq!(serial([0; 8]), "KKH-0000-0000-0000");
        assert_eq!(serial([255; 8]), "KKH-ZZZZ-ZZZZ-ZZZZ");
        assert_ne!(
            serial([0, 0, 0, 0, 0, 0, 0, 1]),
            serial([0, 0, 0, 0, 0, 0, 0, 2])
        );
    }
}
