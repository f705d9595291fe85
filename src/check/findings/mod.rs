//! What can be wrong between files: places, rosters, private files, rules, progress, content.
//!
//! Words only; the looking is done by the modules that use them.

mod content;
mod membership;
mod places;
mod rosters;
mod rules;

pub use content::{
    ChangedBeforePost, ConsentAfterPost, LanguageNotPublished, NoOriginal, TagSpelledTwice,
    UnknownAgency, UnknownStep,
};
pub use membership::{
    HeadOfficeInPerson, NotASeat, OfficeNeedsUnit, OfficeTakesNoUnit, SeatTwice, ServesNothing,
    ServesOnCommuneBody, UnknownDecision, UnknownPerson, UnknownUnit,
};
pub use places::{NoParent, ParentNotAbove, SuccessorCycle, UnitsAboveRoster};
pub use rosters::{
    NotRosterLevel, OtherEdition, PlaceTwice, PrivateTwice, PrivateWithoutPerson,
    PrivateWithoutRoster, SchemeNotHere, SchemeNotNow,
};
pub use rules::{
    MeetingWithoutCadence, MissingParameter, ParameterType, UnknownParameter, UnknownRuleKind,
};

use crate::diag::findings;

findings![
    UnitsAboveRoster,
    NoParent,
    ParentNotAbove,
    SuccessorCycle,
    UnknownPerson,
    UnknownUnit,
    UnknownDecision,
    NotASeat,
    SeatTwice,
    OfficeNeedsUnit,
    OfficeTakesNoUnit,
    HeadOfficeInPerson,
    ServesNothing,
    ServesOnCommuneBody,
    NotRosterLevel,
    PlaceTwice,
    OtherEdition,
    SchemeNotHere,
    SchemeNotNow,
    PrivateWithoutRoster,
    PrivateWithoutPerson,
    PrivateTwice,
    UnknownRuleKind,
    UnknownParameter,
    MissingParameter,
    ParameterType,
    MeetingWithoutCadence,
    UnknownStep,
    UnknownAgency,
    LanguageNotPublished,
    NoOriginal,
    ChangedBeforePost,
    ConsentAfterPost,
    TagSpelledTwice,
];
