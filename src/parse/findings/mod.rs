//! Every finding of the parse stage: its fields, its words in both languages and its explanation.
//!
//! Words only: nothing here looks at a file.

mod article;
mod dates;
mod keys;
mod strings;
mod syntax;
mod values;
mod words;

pub(super) use article::{LanguageClash, Misplaced, NoFrontMatter, OpenFrontMatter, OtherLanguage};
pub(super) use dates::{DateForm, DateImpossible, DateOutOfRange};
pub(super) use keys::{Duplicate, DuplicateKey, Missing, OneOf, Standing, Together, UnknownKey};
pub(super) use strings::{
    BadCode, BadId, BadPhone, BadPlaceKey, BadUrl, EmptyText, HiddenCharacter, OddSpaces,
    PhoneProblem,
};
pub(super) use syntax::{Problem, Syntax, Unquoted};
pub(super) use values::{
    BadCadence, EmptyList, NeedsLanguages, NumberOutOfRange, UnknownChoice, WrongType,
};
pub(super) use words::{Quoted, Shape};

use crate::diag::findings;

findings![
    Syntax,
    Unquoted,
    UnknownKey,
    DuplicateKey,
    Missing,
    WrongType,
    NeedsLanguages,
    OneOf,
    Together,
    Duplicate,
    EmptyList,
    UnknownChoice,
    NumberOutOfRange,
    BadCadence,
    DateImpossible,
    DateForm,
    DateOutOfRange,
    BadId,
    BadCode,
    BadPhone,
    BadUrl,
    HiddenCharacter,
    EmptyText,
    OddSpaces,
    BadPlaceKey,
    NoFrontMatter,
    OpenFrontMatter,
    Misplaced,
    LanguageClash,
    OtherLanguage,
];
