//! Decrees as data: compiles scheme drafts into schemes whose references are resolved.
//!
//! Knows what a body, a post and an office are, never which ones there are.

mod bodies;
mod citations;
mod compile;
mod condition;
pub mod findings;
mod ground;
mod names;
mod offices;
mod reach;
mod types;
mod values;

pub use compile::compile;
pub use condition::{Scope, compile_condition};
pub use findings::FINDINGS;
pub use ground::{find_edition, find_key, find_place};
pub use names::{Unknown, duplicate, look_up, no_duplicates};
pub use reach::Reach;
pub use types::{
    Applies, BodyKind, Condition, OfficeKind, PostKind, Scheme, Schemes, Serves, anchor,
};
pub use values::{every, value, value_names};

pub(crate) use offices::closed;
