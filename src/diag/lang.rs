//! The languages the program and its pages speak.

use std::str::FromStr;

/// A language of the interface: Vietnamese first, English complete.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Lang {
    /// Vietnamese, the default.
    #[default]
    Vi,
    /// English.
    En,
}

impl Lang {
    /// All languages, in the order they are offered.
    pub const ALL: [Lang; 2] = [Lang::Vi, Lang::En];

    /// The BCP 47 tag (`vi`, `en`).
    pub const fn tag(self) -> &'static str {
        match self {
            Lang::Vi => "vi",
            Lang::En => "en",
        }
    }

    /// Chooses between two forms of the same words.
    pub fn pick<T>(self, vi: T, en: T) -> T {
        match self {
            Lang::Vi => vi,
            Lang::En => en,
        }
    }
}

impl FromStr for Lang {
    type Err = ();

    fn from_str(tag: &str) -> Result<Self, ()> {
        Lang::ALL
            .into_iter()
            .find(|lang| lang.tag() == tag)
            .ok_or(())
    }
}
