//! The search index: small scripts that the finder loads as it needs them, by syllable, by commune, by number.
//!
//! Only what may be public on the search surface goes in, and every file passes the leak scan on that surface. Which words
//! people type and how the interface speaks are data of the theme. `docs/search.md` says how the parts fit together.

mod articles;
mod catalogue;
mod findings;
mod names;
mod phones;
mod places;
mod roster;
mod script;
mod split;
mod titles;
mod usage;

pub use findings::FINDINGS;
pub use usage::{Urgent, Usage};

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::{
    diag::Lang,
    plan::{Collector, Sink, SitePlan, StagedFile},
    publish::{Media, Surface},
};
use catalogue::Contents;
use places::Places;
use roster::Roster;
use script::Shards;
use titles::Titles;

/// Words of the interface by name.
pub type Words = BTreeMap<String, Said>;

/// A word of the interface as written, with its holes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// The same whatever the number.
    Plain(String),
    /// By number: one, other.
    Counted(String, String),
}

/// Makes the search index.
#[derive(Debug)]
pub struct Search {
    /// Words of the interface, by language.
    words: [Words; 2],
    /// What people type, by language.
    usage: [Usage; 2],
}

/// The path of the catalogue of a language, which the finder reads first.
pub fn catalogue(lang: Lang) -> String {
    format!("{}/{}.js", script::FOLDER, lang.tag())
}

impl Search {
    /// An index that speaks these words, both in the order of [`Lang::ALL`].
    pub const fn new(words: [Words; 2], usage: [Usage; 2]) -> Self {
        Search { words, usage }
    }

    fn word(&self, lang: Lang, key: &str) -> &str {
        match self.words[lang as usize].get(key) {
            Some(Said::Plain(text) | Said::Counted(_, text)) => text,
            None => "",
        }
    }
}

impl Collector for Search {
    fn id(&self) -> &'static str {
        "search"
    }

    fn surface(&self) -> Surface {
        Surface::Search
    }

    fn media(&self) -> Media {
        Media::Text
    }

    fn collect(&self, plan: &SitePlan, _: &[StagedFile], sink: &dyn Sink) {
        let shards = Shards::new(sink);
        let titles = Titles::gather(
            plan.site,
            Lang::ALL.map(|lang| self.word(lang, "find_post")),
        );
        let places = Places::gather(plan);
        let rosters: Vec<Roster> = plan
            .site
            .communes
            .par_iter()
            .map(|commune| {
                let roster = Roster::gather(plan, commune, &titles);
                if let Some(part) = places.part(commune.place) {
                    shards.put(part, &roster.write(&places.row(commune.place, false)));
                }
                roster
            })
            .collect();
        let (noi, articles) =
            rayon::join(|| places.write(&shards), || articles::write(plan, &shards));
        let (names, numbers) = rayon::join(
            || names::write(&places, &rosters, &shards),
            || phones::write(&places, &rosters, &shards),
        );
        let contents = Contents {
            plan,
            search: self,
            version: shards.version(),
            places: &places,
            titles: &titles,
            noi,
            names,
            numbers,
            articles,
        };
        for lang in &plan.site.info.languages {
            shards.put(lang.tag(), &contents.write(*lang));
        }
    }
}
