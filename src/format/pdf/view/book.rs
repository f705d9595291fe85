//! Handbooks on paper: one, all of them, or a single chapter.

use std::collections::BTreeSet;

use serde::Serialize;
use xxhash_rust::xxh3::xxh3_64;

use super::{frame::Frame, links::Links};
use crate::{
    format::pdf::{press::Sheet, words::Words},
    markdown::{self, HtmlPolicy, Resolve as _, Tree},
    model::{ArticleIdx, SchemeIdx, date},
    plan::{Chapter, Output, Part, SitePlan, Subject, Volume, explained},
};

/// A book.
#[derive(Debug, Serialize)]
struct Book<'a> {
    #[serde(flatten)]
    frame: Frame<'a>,
    /// `book`, or `chapter` for one that stands alone.
    kind: &'static str,
    /// Whether its pages are half as large, to be folded.
    small: bool,
    /// What stands above the title.
    above: String,
    /// One sentence.
    summary: String,
    /// The decrees it is about.
    schemes: Vec<&'a str>,
    /// Day and short hash, by which two prints are told apart.
    edition: String,
    parts: Vec<Text<'a>>,
    glossary_title: &'a str,
    glossary_lead: &'a str,
    glossary: Vec<Word<'a>>,
    /// Clauses that are cited, by decree.
    clauses: Vec<Clauses>,
}

/// A handbook.
#[derive(Debug, Serialize)]
struct Text<'a> {
    name: &'a str,
    title: &'a str,
    summary: &'a str,
    tree: Option<Tree>,
    chapters: Vec<Piece<'a>>,
    /// Chapters with the answers, which are printed apart.
    apart: Vec<&'a str>,
}

/// A chapter.
#[derive(Debug, Serialize)]
struct Piece<'a> {
    name: &'a str,
    title: &'a str,
    summary: &'a str,
    /// "Chương 2 trong 9".
    kick: String,
    /// Whether it is to be filled in.
    form: bool,
    /// What it rests on, for the foot of a form.
    source: String,
    tree: Tree,
}

/// A word that is explained.
#[derive(Debug, Serialize)]
struct Word<'a> {
    word: &'a str,
    meanings: Vec<&'a str>,
}

/// The clauses of a decree that are cited.
#[derive(Debug, Serialize)]
struct Clauses {
    title: String,
    items: Vec<Clause>,
}

/// A clause, and where it is explained: citations are known by it.
#[derive(Debug, Serialize)]
struct Clause {
    clause: String,
    href: String,
}

/// How large the pages of a book are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::format::pdf) enum Size {
    /// As a sheet.
    A4,
    /// Half a sheet.
    A5,
}

/// What is bound.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Book(Size),
    Chapter,
}

/// A handbook, or all of them. Those who are taught do not get the answers.
pub(in crate::format::pdf) fn book(
    plan: &SitePlan,
    output: &Output,
    words: &Words,
    size: Size,
) -> Sheet {
    let mut volume = Volume::gather(
        plan,
        output.subject,
        output.lang,
        words.get("nav_books"),
        words.get("books_lead"),
    );
    let answers = |chapter: &Chapter| plan.site.articles[chapter.at.at()].answers;
    let mut apart = Vec::new();
    for part in &mut volume.parts {
        let (own, others) = part.chapters.drain(..).partition(|one| !answers(one));
        part.chapters = own;
        apart.push(others);
    }
    bind(plan, output, words, &volume, &apart, Kind::Book(size))
}

/// A chapter that stands alone.
pub(in crate::format::pdf) fn chapter(
    plan: &SitePlan,
    output: &Output,
    words: &Words,
    at: ArticleIdx,
) -> Sheet {
    let mut volume = Volume::gather(
        plan,
        Subject::Books,
        output.lang,
        words.get("nav_books"),
        words.get("books_lead"),
    );
    let holds = |part: &Part| part.chapters.iter().any(|chapter| chapter.at == at);
    volume.parts.retain(holds);
    for part in &mut volume.parts {
        part.index = None;
        part.chapters.retain(|chapter| chapter.at == at);
    }
    let article = &plan.site.articles[at.at()];
    if let Some(part) = volume.parts.first() {
        volume.above.clone_from(&part.title);
    }
    volume.title = article.title.to_string();
    article
        .summary()
        .unwrap_or_default()
        .clone_into(&mut volume.summary);
    bind(plan, output, words, &volume, &[], Kind::Chapter)
}

fn bind(
    plan: &SitePlan,
    output: &Output,
    words: &Words,
    volume: &Volume,
    apart: &[Vec<Chapter>],
    kind: Kind,
) -> Sheet {
    let binder = Binder {
        plan,
        output,
        words,
        volume,
        anchors: anchors(plan, volume),
    };
    let schemes = volume.schemes(plan);
    let title = volume.title.clone();
    let parts = volume.parts.iter().enumerate();
    let mut book = Book {
        frame: Frame::new(plan, output, words, title, output.subject, &schemes),
        kind: match kind {
            Kind::Book(_) => "book",
            Kind::Chapter => "chapter",
        },
        small: kind == Kind::Book(Size::A5),
        above: volume.above.clone(),
        summary: volume.summary.clone(),
        schemes: schemes
            .iter()
            .map(|at| plan.site.schemes.get(*at).title.get(output.lang))
            .collect(),
        edition: String::new(),
        parts: parts
            .map(|(n, part)| binder.part(part, apart.get(n).map_or(&[], |apart| apart)))
            .collect(),
        glossary_title: words.get("nav_glossary"),
        glossary_lead: words.get("glossary_lead"),
        glossary: binder.glossary(kind),
        clauses: schemes
            .iter()
            .filter_map(|at| binder.clauses(*at))
            .collect(),
    };
    let draft = Sheet::new("book.typ", &book).data;
    let mark = format!("{:08x}", xxh3_64(draft.as_bytes()) >> 32);
    let day = date::show(plan.site.as_of, output.lang);
    book.edition = words.fill("print_edition", &[("date", &day), ("mark", &mark)]);
    Sheet::new("book.typ", &book)
}

/// The places that a link within the file can lead to.
fn anchors(plan: &SitePlan, volume: &Volume) -> BTreeSet<String> {
    let mut anchors = BTreeSet::new();
    let mut add = |name: &str, at: ArticleIdx| {
        anchors.insert(name.to_owned());
        let headings = &plan.prepared[at.at()].headings;
        anchors.extend(
            headings
                .iter()
                .map(|heading| format!("{name}#{}", heading.id)),
        );
    };
    for part in &volume.parts {
        if let Some(at) = part.index {
            add(&part.name, at);
        }
        for chapter in &part.chapters {
            add(&chapter.name, chapter.at);
        }
    }
    anchors
}

struct Binder<'b> {
    plan: &'b SitePlan<'b>,
    output: &'b Output,
    words: &'b Words,
    volume: &'b Volume,
    anchors: BTreeSet<String>,
}

impl<'b> Binder<'b> {
    fn part(&self, part: &'b Part, apart: &'b [Chapter]) -> Text<'b> {
        let articles = &self.plan.site.articles;
        let total = (part.chapters.len() + apart.len()).to_string();
        let chapters = part.chapters.iter().enumerate().map(|(n, chapter)| {
            let article = &articles[chapter.at.at()];
            let n = (n + 1).to_string();
            let kick = [("n", &*n), ("total", &*total)];
            Piece {
                name: &chapter.name,
                title: &article.title,
                summary: article.summary().unwrap_or_default(),
                kick: self.words.fill("chapter_of", &kick),
                form: article.form,
                source: self.source(chapter.at),
                tree: self.tree(chapter.at),
            }
        });
        Text {
            name: &part.name,
            title: &part.title,
            summary: &part.summary,
            tree: part.index.map(|at| self.tree(at)),
            chapters: chapters.collect(),
            apart: apart
                .iter()
                .map(|chapter| -> &str { &articles[chapter.at.at()].title })
                .collect(),
        }
    }

    fn glossary(&self, kind: Kind) -> Vec<Word<'b>> {
        if kind == Kind::Chapter {
            return Vec::new();
        }
        let entries = explained(self.plan, self.volume, self.output.lang).into_iter();
        let words = entries.map(|entry| Word {
            word: entry.word,
            meanings: entry.meanings,
        });
        words.collect()
    }

    fn tree(&self, at: ArticleIdx) -> Tree {
        let site = self.plan.site;
        let article = &site.articles[at.at()];
        let policy = if site.info.html {
            HtmlPolicy::Sanitise
        } else {
            HtmlPolicy::Escape
        };
        let prepared = &self.plan.prepared[at.at()];
        let labels = &self.words.labels;
        let links = self.links(at);
        markdown::read(article, prepared, &site.schemes, policy, &links, labels)
    }

    fn links(&self, at: ArticleIdx) -> Links<'_> {
        Links {
            plan: self.plan,
            volume: self.volume,
            anchors: &self.anchors,
            article: &self.plan.site.articles[at.at()],
            lang: self.output.lang,
        }
    }

    /// "Căn cứ …, mục …".
    fn source(&self, at: ArticleIdx) -> String {
        let site = self.plan.site;
        let scheme = site.articles[at.at()].scheme;
        let title = site.schemes.get(scheme).short.get(self.output.lang);
        let mut clauses: Vec<&str> = Vec::new();
        for cite in &self.plan.prepared[at.at()].cites {
            if cite.scheme == scheme && !clauses.contains(&&**cite.clause) {
                clauses.push(&cite.clause);
            }
        }
        match &clauses[..] {
            [] => title.to_owned(),
            clauses => {
                let clauses = clauses.join(", ");
                let filled = [("title", title), ("clauses", &*clauses)];
                self.words.fill("sheet_source", &filled)
            }
        }
    }

    /// The clauses of a decree that the file cites, in the order of the decree.
    fn clauses(&self, scheme: SchemeIdx) -> Option<Clauses> {
        let parts = self.volume.parts.iter();
        let texts = parts.flat_map(|part| {
            let chapters = part.chapters.iter().map(|chapter| chapter.at);
            part.index.into_iter().chain(chapters)
        });
        let texts: Vec<ArticleIdx> = texts.collect();
        let cites = texts
            .iter()
            .flat_map(|at| &self.plan.prepared[at.at()].cites);
        let cited: BTreeSet<&str> = cites
            .filter(|cite| cite.scheme == scheme)
            .map(|cite| &**cite.clause)
            .collect();
        let links = self.links(*texts.first()?);
        let known = self.plan.site.schemes.get(scheme);
        let items: Vec<Clause> = known
            .clauses
            .iter()
            .filter(|clause| cited.contains(&**clause.id))
            .filter_map(|clause| {
                Some(Clause {
                    clause: clause.id.value.to_string(),
                    href: links.clause(scheme, &clause.id)?,
                })
            })
            .collect();
        let title = known.short.get(self.output.lang);
        (!items.is_empty()).then(|| Clauses {
            title: self.words.fill("print_clauses_of", &[("title", title)]),
            items,
        })
    }
}
