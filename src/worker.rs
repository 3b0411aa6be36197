//! Runs long jobs off the page. It has no job yet: checking packs and making certificates will come here. Until then a
//! panic in it is at least said on the console.

fn main() {
    kakehashi_app::start_worker();
}
