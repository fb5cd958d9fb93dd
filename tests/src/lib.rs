//! Holds the tests of the whole program; see `it` and `e2e`.
