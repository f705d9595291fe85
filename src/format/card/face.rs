//! What a card says: public words only, taken from the plan.

use super::{
    Captions,
    picture::Ground,
    ring::{Lit, Ring},
};
use crate::{
    check::Article,
    diag::Lang,
    model::{ArticleIdx, PlaceIdx, text},
    parse::draft::Shelf,
    plan::{Book, SitePlan, Subject},
};

/// What a card says.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Face {
    /// What the page belongs to; may be empty.
    pub above: String,
    /// The title of the page.
    pub title: String,
    /// The title of the site.
    pub site: String,
    /// What marks a site of invented people; empty on any other.
    pub sample: String,
    /// The ornament.
    pub ring: Ring,
    /// What it stands on.
    pub ground: Ground,
}

/// Whether a subject has a card.
pub(super) fn has(plan: &SitePlan, subject: Subject) -> bool {
    match subject {
        Subject::Campaign | Subject::Book(_) => true,
        Subject::Article(main) => matches!(
            plan.site.articles[main.at()].shelf,
            Shelf::Post | Shelf::Chapter(_)
        ),
        Subject::Place(place) => {
            let gazetteer = &plan.site.gazetteer;
            gazetteer.place(place).level >= gazetteer.edition_of(place).roster_level
        }
        _ => false,
    }
}

impl Face {
    /// What the card of a subject says; `None` for a subject without a card.
    pub(super) fn of(
        plan: &SitePlan,
        captions: &Captions,
        subject: Subject,
        lang: Lang,
    ) -> Option<Self> {
        let (above, title, ring, ground) = match subject {
            _ if !has(plan, subject) => return None,
            Subject::Campaign => campaign(plan, captions, lang),
            Subject::Book(at) => {
                let book = plan.library.books.get(at as usize)?;
                let title = book_title(plan, book, lang);
                let ring = Ring::new(book.chapters.len(), Lit::None);
                (captions.books.clone(), title, ring, Ground::Mist)
            }
            Subject::Article(main) => article(plan, captions, main, lang)?,
            Subject::Place(place) => commune(plan, place),
            _ => return None,
        };
        let info = &plan.site.info;
        let sample = if info.sample { &*captions.sample } else { "" };
        Some(Face {
            above,
            title,
            site: info.title.get(lang).to_owned(),
            sample: sample.to_owned(),
            ring,
            ground,
        })
    }

    /// Everything that can be read on it, one piece a line.
    pub(super) fn words(&self) -> String {
        [&*self.above, &*self.title, &*self.site, &*self.sample].join("\n")
    }
}

/// The line above, the title, the ornament and the ground.
type Parts = (String, String, Ring, Ground);

fn campaign(plan: &SitePlan, captions: &Captions, lang: Lang) -> Parts {
    let ring = Ring::new(plan.library.posts.len(), Lit::All);
    let title = campaign_title(plan, captions, lang);
    (String::new(), title, ring, Ground::Green)
}

fn article(plan: &SitePlan, captions: &Captions, main: ArticleIdx, lang: Lang) -> Option<Parts> {
    let at = plan.library.work_of(main).source(lang).unwrap_or(main);
    let article = &plan.site.articles[at.at()];
    let title = article.title.to_string();
    if article.shelf == Shelf::Post {
        // The cover that the page of the campaign draws for this story.
        let ring = Ring::new(5 + plan.prepared[main.at()].words % 23, Lit::All);
        let above = campaign_title(plan, captions, lang);
        return Some((above, title, ring, Ground::Green));
    }
    let book = plan.library.book_of(article)?;
    let works = &plan.library.works;
    let chapter = |work: &usize| works[*work].main == main;
    let here = book.chapters.iter().position(chapter);
    let lit = here.map_or(Lit::None, Lit::One);
    let ring = Ring::new(book.chapters.len(), lit);
    Some((book_title(plan, book, lang), title, ring, Ground::Mist))
}

/// A commune under the places it lies in; a dot is a village.
fn commune(plan: &SitePlan, place: PlaceIdx) -> Parts {
    let gazetteer = &plan.site.gazetteer;
    let above = gazetteer.ancestry(place).skip(1);
    let above: Vec<String> = above
        .filter(|at| plan.addresses.stem(Subject::Place(*at)).is_some())
        .map(|at| text::within(&gazetteer.place(at).name, &gazetteer.kind_of(at).title))
        .collect();
    let units = plan
        .site
        .commune(place)
        .map_or(0, |roster| roster.units.len());
    (
        text::capital(&above.join(", ")),
        gazetteer.place(place).name.to_string(),
        Ring::new(units, Lit::All),
        Ground::Mist,
    )
}

fn campaign_title(plan: &SitePlan, captions: &Captions, lang: Lang) -> String {
    let index = plan.library.campaign.map(|work| source(plan, work, lang));
    index.map_or_else(
        || captions.campaign.clone(),
        |index| index.title.to_string(),
    )
}

/// The title of a handbook: its index's, else its folder's name.
fn book_title(plan: &SitePlan, book: &Book, lang: Lang) -> String {
    let index = book.index.map(|work| source(plan, work, lang));
    index.map_or_else(|| book.id.to_string(), |index| index.title.to_string())
}

/// The source of a work in this language, else in the one that names it.
fn source<'p>(plan: &SitePlan<'p>, work: usize, lang: Lang) -> &'p Article {
    let work = &plan.library.works[work];
    let at = work.source(lang).unwrap_or(work.main);
    &plan.site.articles[at.at()]
}
