//! Findings of the parse stage: what cannot be read as it stands.

mod fields;
mod front;
mod values;

pub use fields::{Duplicate, Empty, MissingKey, Syntax, UnknownChoice, UnknownKey, WrongType};
pub use front::{Misplaced, NoFrontMatter, Unclosed};
pub use values::{BadDate, BadId, BadNumber, BadPhone, BadUrl, HiddenCharacter, Spaces};

use crate::diag::Entry;

/// Every kind of finding this stage makes.
pub static FINDINGS: &[Entry] = &[
    Syntax::ENTRY,
    WrongType::ENTRY,
    UnknownKey::ENTRY,
    MissingKey::ENTRY,
    BadId::ENTRY,
    Duplicate::ENTRY,
    HiddenCharacter::ENTRY,
    Empty::ENTRY,
    BadPhone::ENTRY,
    BadDate::ENTRY,
    Spaces::ENTRY,
    BadNumber::ENTRY,
    UnknownChoice::ENTRY,
    BadUrl::ENTRY,
    NoFrontMatter::ENTRY,
    Unclosed::ENTRY,
    Misplaced::ENTRY,
];

fn vi_near(near: &Option<String>, known: &str) -> Option<String> {
    near.as_ref()
        .map(|near| format!("có phải ý bạn là `{near}`?"))
        .or_else(|| Some(format!("dùng được: {known}")))
}

fn en_near(near: &Option<String>, known: &str) -> Option<String> {
    near.as_ref()
        .map(|near| format!("did you mean `{near}`?"))
        .or_else(|| Some(format!("known: {known}")))
}
