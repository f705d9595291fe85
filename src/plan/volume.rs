//! What stands in a book, in which order, and by which name others find it there.

use rustc_hash::FxHashMap;

use super::{Book, SitePlan, Subject};
use crate::{
    diag::Lang,
    model::{ArticleIdx, SchemeIdx},
};

/// A book as it is bound: one handbook, or all.
#[derive(Debug)]
pub struct Volume {
    /// What stands above its title on the cover.
    pub above: String,
    /// Title.
    pub title: String,
    /// One sentence.
    pub summary: String,
    /// Handbooks with a text in this language.
    pub parts: Vec<Part>,
    /// The name of each subject that stands in it.
    pub names: FxHashMap<Subject, String>,
}

/// A handbook.
#[derive(Debug)]
pub struct Part {
    /// The name of its introduction in the volume.
    pub name: String,
    /// Title.
    pub title: String,
    /// One sentence.
    pub summary: String,
    /// Its `_index.md` in this language.
    pub index: Option<ArticleIdx>,
    /// Its chapters in this language.
    pub chapters: Vec<Chapter>,
}

/// A chapter.
#[derive(Debug)]
pub struct Chapter {
    /// Its name in the volume, as in `b1c02`.
    pub name: String,
    /// Its source.
    pub at: ArticleIdx,
}

impl Volume {
    /// Gathers what a subject's book holds in a language. `books` and `lead` name and describe the book of all handbooks.
    pub fn gather(plan: &SitePlan, subject: Subject, lang: Lang, books: &str, lead: &str) -> Self {
        let mut names = FxHashMap::default();
        let parts = (0..).zip(&plan.library.books).filter(|(at, _)| {
            let here = Subject::Book(*at);
            subject == Subject::Books || subject == here
        });
        let parts: Vec<Part> = parts
            .filter_map(|(at, book)| part(plan, (at, book), lang, &mut names))
            .collect();
        let (above, title, summary) = match (subject, parts.first()) {
            (Subject::Book(_), Some(part)) => {
                (books.to_owned(), part.title.clone(), part.summary.clone())
            }
            _ => (String::new(), books.to_owned(), lead.to_owned()),
        };
        Volume {
            above,
            title,
            summary,
            parts,
            names,
        }
    }

    /// How many chapters it has.
    pub fn chapters(&self) -> usize {
        self.parts.iter().map(|part| part.chapters.len()).sum()
    }

    /// The schemes its texts are about, each once.
    pub fn schemes(&self, plan: &SitePlan) -> Vec<SchemeIdx> {
        let chapters = self.parts.iter().flat_map(|part| &part.chapters);
        let indices = self.parts.iter().filter_map(|part| part.index);
        let all = indices.chain(chapters.map(|chapter| chapter.at));
        let mut schemes: Vec<SchemeIdx> =
            all.map(|at| plan.site.articles[at.at()].scheme).collect();
        schemes.sort_unstable();
        schemes.dedup();
        schemes
    }
}

fn part(
    plan: &SitePlan,
    (at, book): (u16, &Book),
    lang: Lang,
    names: &mut FxHashMap<Subject, String>,
) -> Option<Part> {
    let works = &plan.library.works;
    let number = at + 1;
    let name = format!("b{number}");
    let mut chapters = Vec::new();
    for (n, work) in book.chapters.iter().enumerate() {
        let work = &works[*work];
        if let Some(at) = work.source(lang) {
            let name = format!("b{number}c{:02}", n + 1);
            names.insert(Subject::Article(work.main), name.clone());
            chapters.push(Chapter { name, at });
        }
    }
    let index = book.index.and_then(|work| works[work].source(lang));
    if index.is_none() && chapters.is_empty() {
        return None;
    }
    names.insert(Subject::Book(at), name.clone());
    let named = index.or_else(|| book.index.map(|work| works[work].main));
    let article = named.map(|at| &plan.site.articles[at.at()]);
    let summary = article.and_then(|article| article.summary());
    Some(Part {
        name,
        title: article.map_or_else(|| book.id.to_string(), |article| article.title.to_string()),
        summary: summary.unwrap_or_default().to_owned(),
        index,
        chapters,
    })
}
