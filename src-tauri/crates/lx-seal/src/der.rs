//! DER, written and read in its one spelling.
