//! The program of lessons, reviews and tests, loaded when an address first asks for one.

fn main() {
    kakehashi_app::start_study();
}
