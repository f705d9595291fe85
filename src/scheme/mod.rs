//! Decrees as data: compiles scheme drafts into schemes whose references are resolved.
//!
//! Knows what a body, a post and an office are, never which ones there are.

mod types;

pub use types::{
    Applies, BodyKind, Condition, OfficeKind, PostKind, Scheme, Schemes, Serves, anchor,
};
