//! The whole way in the real window, as its users go it.

mod stage;
mod window;

fn main() {}
