//! The program of the first screen: what is chosen and looked at.

fn main() {
    kakehashi_app::start_app();
}
