//! What can be wrong inside a scheme, and the references every stage shares: schemes, editions, places.
//!
//! Words only; the looking is done by the modules that use them.

mod limits;
mod noun;
mod unknown;

pub use limits::{
    BodyAboveRoster, BoundsReversed, ConditionSaysNothing, DatesReversed, NeverApplies,
    ServesMisplaced,
};
pub use noun::Noun;
pub use unknown::{
    DuplicateName, UnknownBody, UnknownClause, UnknownEdition, UnknownKind, UnknownLevel,
    UnknownMeeting, UnknownOffice, UnknownPlace, UnknownPost, UnknownScheme, UnknownTable,
    UnknownWord,
};

pub(crate) use unknown::unknown;

use crate::diag::findings;

findings![
    UnknownScheme,
    UnknownClause,
    UnknownOffice,
    UnknownBody,
    UnknownPost,
    UnknownMeeting,
    UnknownTable,
    UnknownLevel,
    UnknownKind,
    UnknownWord,
    DuplicateName,
    DatesReversed,
    BoundsReversed,
    NeverApplies,
    BodyAboveRoster,
    ServesMisplaced,
    ConditionSaysNothing,
    UnknownEdition,
    UnknownPlace,
];

/// The Vietnamese "did you mean", else what to do.
pub(crate) fn meant_vi(near: Option<&str>, otherwise: &str) -> Option<String> {
    Some(near.map_or_else(
        || otherwise.to_owned(),
        |near| format!("ý bạn là `{near}`?"),
    ))
}

/// The English "did you mean", else what to do.
pub(crate) fn meant_en(near: Option<&str>, otherwise: &str) -> Option<String> {
    Some(near.map_or_else(
        || otherwise.to_owned(),
        |near| format!("did you mean `{near}`?"),
    ))
}
