//! The vocabulary of the domain: text in two languages, folded text, phones, dates, order, places, private values.
//!
//! Plain values with their rules; no file formats, no findings of its own, no disk.

pub mod collate;
pub mod date;
pub mod fold;
pub mod geography;
pub mod ids;
pub mod phone;
pub mod private;
pub mod syllable;
pub mod text;
pub mod xml;

pub use geography::{Edition, Era, Gazetteer, Kind, Level, Place, PlaceKey, Share, Successor};
pub use ids::{
    ArticleIdx, BodyIdx, ChairIdx, OfficeIdx, PersonIdx, PlaceIdx, PostIdx, RosterIdx, SchemeIdx,
    UnitIdx,
};
pub use phone::{Phone, PhoneError};
pub use private::Private;
pub use text::Text;
