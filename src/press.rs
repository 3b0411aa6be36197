//! Makes certificates off the page: a PDF needs a megabyte of program and a font, so it is loaded on need.

fn main() {
    kakehashi_app::start_press();
}
