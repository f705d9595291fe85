//! One test binary, a module per feature.

#[path = "suite/mdtest.rs"]
mod mdtest;
#[path = "suite/rules.rs"]
mod rules;
#[path = "suite/show.rs"]
mod show;
#[path = "suite/tidy.rs"]
mod tidy;
#[path = "suite/values.rs"]
mod values;
