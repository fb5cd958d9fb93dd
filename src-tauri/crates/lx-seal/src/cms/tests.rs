//! PDF signatures, checked by others too.
