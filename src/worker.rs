//! Runs off the page what takes long: the stores and the fold of the log now; packs and certificates will join.

fn main() {
    kakehashi_app::start_worker();
}
