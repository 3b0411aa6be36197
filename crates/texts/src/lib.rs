//! What a person reads: Fluent files compiled to typed functions.
