//! Mounts the app.

fn main() {
    kakehashi_app::start();
}
