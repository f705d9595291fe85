//! Handbooks, the campaign and pages: a table of titles, and parts with headings and words of text by syllable.

use std::collections::{BTreeMap, BTreeSet};

use ecow::EcoString;
use rayon::prelude::*;

use super::{
    script::{Json, Shards},
    split::{file_of, safe, split},
};
use crate::{
    check::Article,
    markdown,
    model::{ArticleIdx, fold::slug, syllable},
    parse::draft::Shelf,
    plan::{SitePlan, Subject},
};

/// A syllable in more than half of this many articles or more is in all of them, as far as search goes.
const ENOUGH: usize = 8;

/// How an article has a syllable.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Weight {
    /// In its text.
    Text,
    /// In a heading or its title.
    Heading,
    /// So many have it that it tells nothing.
    Everywhere,
}

/// What the catalogue says of articles.
#[derive(Debug, Default)]
pub(super) struct Articles {
    /// Beginnings that name the parts.
    pub files: Vec<EcoString>,
    /// How each syllable occurs.
    pub weights: BTreeMap<EcoString, Weight>,
}

/// An article on its way into the index.
struct Entry<'a> {
    at: ArticleIdx,
    article: &'a Article,
    stem: &'a str,
    title: BTreeSet<EcoString>,
    headings: Vec<BTreeSet<EcoString>>,
    text: BTreeSet<EcoString>,
}

/// Writes the table and the parts of articles.
pub(super) fn write(plan: &SitePlan, shards: &Shards) -> Articles {
    let entries = entries(plan);
    if entries.is_empty() {
        return Articles::default();
    }
    shards.put("bai", &table(plan, &entries));
    let weights = weigh(&entries);
    let mut headings: Vec<(usize, &str, &str)> = Vec::new();
    let mut found: BTreeMap<&EcoString, Found> = BTreeMap::new();
    for (number, entry) in entries.iter().enumerate() {
        for key in entry.text.union(&entry.title) {
            if weights.get(key) != Some(&Weight::Everywhere) {
                let titled = entry.title.contains(key);
                found
                    .entry(key)
                    .or_default()
                    .articles
                    .push((number, titled));
            }
        }
        for (heading, keys) in plan.prepared[entry.at.at()]
            .headings
            .iter()
            .zip(&entry.headings)
        {
            for key in keys {
                found
                    .entry(key)
                    .or_default()
                    .headings
                    .insert(headings.len());
            }
            headings.push((number, &heading.text, &heading.id));
        }
    }
    let files = split(&sized(&found));
    let mut parts: Vec<Part> = Vec::new();
    parts.resize_with(files.len(), Part::default);
    for (key, found) in found {
        if let Some(file) = file_of(&files, &safe(key)) {
            parts[file].headings.extend(found.headings);
            parts[file].words.push((key, found.articles));
        }
    }
    files.par_iter().zip(&parts).for_each(|(file, part)| {
        shards.put(&format!("chu-{file}"), &part.write(&headings));
    });
    Articles { files, weights }
}

/// Where a syllable is found: articles, with whether it is in a title of theirs, and headings.
#[derive(Default)]
struct Found {
    articles: Vec<(usize, bool)>,
    headings: BTreeSet<usize>,
}

/// The keys in order, with about the bytes each brings.
fn sized(found: &BTreeMap<&EcoString, Found>) -> Vec<(EcoString, usize)> {
    let mut sized: BTreeMap<EcoString, usize> = BTreeMap::new();
    for (key, found) in found {
        let bytes = key.len() + 6 + found.articles.len() * 3 + found.headings.len() * 45;
        *sized.entry(safe(key)).or_default() += bytes;
    }
    sized.into_iter().collect()
}

/// The words and headings of a part.
#[derive(Default)]
struct Part<'k> {
    words: Vec<(&'k EcoString, Vec<(usize, bool)>)>,
    headings: BTreeSet<usize>,
}

impl Part<'_> {
    /// Words with the numbers of their articles, below zero where they are in a title; headings with their article.
    fn write(&self, headings: &[(usize, &str, &str)]) -> Json {
        let mut json = Json::default();
        json.object().key("w").object();
        for (key, listed) in self.words.iter().filter(|(_, listed)| !listed.is_empty()) {
            json.key(key).list();
            for (number, titled) in listed {
                let number = i64::try_from(*number).unwrap_or(i64::MAX);
                json.number(if *titled { -1 - number } else { number });
            }
            json.end();
        }
        json.done().key("h").list();
        for at in &self.headings {
            let (number, text, id) = headings[*at];
            json.list().number(number).text(text);
            if slug(text) != id {
                json.text(id);
            }
            json.end();
        }
        json.end().done();
        json
    }
}

/// Every article with a page, main language first, in the order of the library.
fn entries<'a>(plan: &'a SitePlan) -> Vec<Entry<'a>> {
    let library = &plan.library;
    let mut sources = Vec::new();
    for lang in &plan.site.info.languages {
        for work in &library.works {
            let Some(at) = work.source(*lang) else {
                continue;
            };
            let article = &plan.site.articles[at.at()];
            let subject = match &article.shelf {
                Shelf::Book(id) => {
                    let books = (0..).zip(&library.books);
                    let book = books.into_iter().find(|(_, book)| book.id == *id);
                    book.map(|(at, _)| Subject::Book(at))
                }
                Shelf::Campaign => Some(Subject::Campaign),
                _ => Some(Subject::Article(work.main)),
            };
            let stem = subject.and_then(|subject| plan.addresses.stem(subject));
            sources.extend(stem.map(|stem| (at, article, stem)));
        }
    }
    let entry = |(at, article, stem): (ArticleIdx, &'a Article, &'a str)| {
        let headings = plan.prepared[at.at()].headings.iter();
        let headings: Vec<_> = headings.map(|one| keys(&one.text)).collect();
        let mut title = keys(&article.title);
        title.extend(headings.iter().flatten().cloned());
        let mut text = keys(&markdown::text(article, &plan.site.schemes));
        text.extend(article.summary().map(keys).unwrap_or_default());
        Entry {
            at,
            article,
            stem,
            title,
            headings,
            text,
        }
    };
    sources.into_par_iter().map(entry).collect()
}

/// The keys of a text that anyone would look for: not a digit or two.
fn keys(text: &str) -> BTreeSet<EcoString> {
    let tells = |key: &EcoString| !syllable::is_number(key) || key.len() > 2;
    syllable::keys(text).filter(tells).collect()
}

fn weigh(entries: &[Entry]) -> BTreeMap<EcoString, Weight> {
    let mut counts: BTreeMap<&EcoString, (usize, Weight)> = BTreeMap::new();
    for entry in entries {
        for key in entry.text.union(&entry.title) {
            let counted = counts.entry(key).or_insert((0, Weight::Text));
            counted.0 += 1;
            if entry.title.contains(key) {
                counted.1 = Weight::Heading;
            }
        }
    }
    let everywhere = |count| entries.len() >= ENOUGH && count * 2 > entries.len();
    let weigh = |(key, (count, weight)): (&EcoString, (usize, Weight))| {
        let weight = if everywhere(count) {
            Weight::Everywhere
        } else {
            weight
        };
        (key.clone(), weight)
    };
    counts.into_iter().map(weigh).collect()
}

/// The table: title, address, shelf (0 a book, 1 its chapters, 2 the campaign, 3 pages), language, and whether the other
/// language has it too; a chapter's address is below that of its book, which stands at an index.
fn table(plan: &SitePlan, entries: &[Entry]) -> Json {
    let mut json = Json::default();
    json.object().key("a").list();
    for entry in entries {
        let shelf: u8 = match &entry.article.shelf {
            Shelf::Book(_) => 0,
            Shelf::Chapter(_) => 1,
            Shelf::Campaign | Shelf::Post | Shelf::Press => 2,
            Shelf::Page => 3,
        };
        let work = plan.library.work_of(entry.at);
        let twin = work.sources.iter().flatten().count() > 1;
        json.list().text(&entry.article.title);
        let last = entry.stem.rsplit_once('/');
        match last.filter(|(_, last)| slug(&entry.article.title) == *last) {
            Some((folder, _)) => json.text(&format!("{folder}/")),
            None => json.text(entry.stem),
        };
        json.number(shelf).number(entry.article.lang as u8);
        json.number(u8::from(twin)).end();
    }
    json.end().done();
    json
}
