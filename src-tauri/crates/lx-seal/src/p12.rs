//! Reading `.p12` files.
