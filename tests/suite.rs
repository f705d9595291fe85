//! One test binary, a module per feature.

#[path = "suite/tidy.rs"]
mod tidy;
