//! The rules of learning, pure: no browser, file, network, clock or luck.
