//! Titles of posts, offices and bodies, numbered once for all parts: parts hold numbers, and each language its words.

use ecow::EcoString;
use rustc_hash::FxHashMap;

use crate::{
    diag::Lang,
    model::{BodyIdx, OfficeIdx, PostIdx, SchemeIdx, text::capital},
    publish::PublicSite,
    scheme::Reach,
};

/// Titles with their numbers.
#[derive(Debug, Default)]
pub(super) struct Titles {
    /// The words, by language.
    pub words: Vec<[EcoString; 2]>,
    /// Bodies, with where they belong.
    pub bodies: Vec<Body>,
    posts: FxHashMap<(SchemeIdx, BodyIdx, PostIdx), u16>,
    offices: FxHashMap<(SchemeIdx, OfficeIdx, usize), u16>,
    body_of: FxHashMap<(SchemeIdx, BodyIdx), u16>,
}

/// A kind of body.
#[derive(Debug)]
pub(super) struct Body {
    /// Title, by language.
    pub title: [EcoString; 2],
    /// Short title, by language.
    pub short: [EcoString; 2],
    /// Where it belongs.
    pub reach: Reach,
}

impl Titles {
    /// Numbers the titles of a site. `post` says by language how a post of a body is called: "{post} {body}".
    pub(super) fn gather(site: &PublicSite, post: [&str; 2]) -> Self {
        let mut titles = Titles::default();
        let mut known = FxHashMap::default();
        for at in (0..site.schemes.all.len()).map(SchemeIdx::new) {
            titles.bodies(site, at, post, &mut known);
            titles.offices(site, at, &mut known);
        }
        titles
    }

    /// The number of a post's title.
    pub(super) fn post(&self, scheme: SchemeIdx, body: BodyIdx, post: PostIdx) -> Option<u16> {
        self.posts.get(&(scheme, body, post)).copied()
    }

    /// The number of an office's title for a kind of place.
    pub(super) fn office(&self, scheme: SchemeIdx, office: OfficeIdx, kind: usize) -> Option<u16> {
        self.offices.get(&(scheme, office, kind)).copied()
    }

    /// The number of a body.
    pub(super) fn body(&self, scheme: SchemeIdx, body: BodyIdx) -> Option<u16> {
        self.body_of.get(&(scheme, body)).copied()
    }

    fn bodies(
        &mut self,
        site: &PublicSite,
        at: SchemeIdx,
        post: [&str; 2],
        known: &mut FxHashMap<[EcoString; 2], u16>,
    ) {
        let edition = &site.gazetteer.editions[site.edition];
        for (body, kind) in site.schemes.get(at).bodies.iter().enumerate() {
            let body = BodyIdx::new(body);
            let number = u16::try_from(self.bodies.len()).unwrap_or(u16::MAX);
            self.body_of.insert((at, body), number);
            self.bodies.push(Body {
                title: Lang::ALL.map(|lang| kind.title.get(lang).into()),
                short: Lang::ALL.map(|lang| kind.short.get(lang).into()),
                reach: kind.reach(edition),
            });
            for (one, held) in kind.posts.iter().enumerate() {
                let words = Lang::ALL.map(|lang| {
                    let named = post[lang as usize].replace("{post}", held.title.get(lang));
                    named.replace("{body}", kind.short.get(lang)).into()
                });
                let number = self.number(words, known);
                self.posts.insert((at, body, PostIdx::new(one)), number);
            }
        }
    }

    fn offices(
        &mut self,
        site: &PublicSite,
        at: SchemeIdx,
        known: &mut FxHashMap<[EcoString; 2], u16>,
    ) {
        let scheme = site.schemes.get(at);
        let edition = &site.gazetteer.editions[site.edition];
        for (office, held) in scheme.offices.iter().enumerate() {
            let office = OfficeIdx::new(office);
            let level = edition.level(&held.level);
            for (kind, place) in edition.kinds.iter().enumerate() {
                if level.is_some_and(|level| level != place.level) {
                    continue;
                }
                let title = scheme.office_title(office, place);
                let words = Lang::ALL.map(|lang| capital(title.get(lang)).into());
                let number = self.number(words, known);
                self.offices.insert((at, office, kind), number);
            }
        }
    }

    fn number(&mut self, words: [EcoString; 2], known: &mut FxHashMap<[EcoString; 2], u16>) -> u16 {
        *known.entry(words).or_insert_with_key(|words| {
            self.words.push(words.clone());
            u16::try_from(self.words.len() - 1).unwrap_or(u16::MAX)
        })
    }
}
