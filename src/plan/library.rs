//! How Markdown sources belong together: translations pair up, chapters make books, posts and pages stand in order.

use std::collections::BTreeMap;

use ecow::EcoString;
use rustc_hash::FxHashMap;

use crate::{
    check::Article,
    diag::Lang,
    model::{ArticleIdx, PlaceIdx, collate, fold::slug},
    parse::draft::Shelf,
};

/// All Markdown of the site, arranged.
#[derive(Debug, Default)]
pub struct Library {
    /// Every work once, in source order.
    pub works: Vec<Work>,
    /// Books, by their order and title.
    pub books: Vec<Book>,
    /// Campaign posts, latest first.
    pub posts: Vec<usize>,
    /// The campaign's own page.
    pub campaign: Option<usize>,
    /// The campaign's pages for the press, by order and title.
    pub press: Vec<usize>,
    /// Tags of posts, in the order of their addresses.
    pub tags: Vec<Tag>,
    /// The posts that happened at a place, latest first.
    pub deeds: FxHashMap<PlaceIdx, Vec<usize>>,
    /// Pages at the root, by order and title.
    pub pages: Vec<usize>,
    work_of: FxHashMap<ArticleIdx, usize>,
}

/// A text in one or more languages.
#[derive(Debug, Clone)]
pub struct Work {
    /// The source that names it: the one in the site's main language, else the only one.
    pub main: ArticleIdx,
    /// Sources by language, in the order of [`Lang::ALL`].
    pub sources: [Option<ArticleIdx>; 2],
}

/// A tag of posts. Tags of two languages with the same address are one.
#[derive(Debug, Clone)]
pub struct Tag {
    /// The last part of its address.
    pub slug: EcoString,
    /// How it is written, by language, in the order of [`Lang::ALL`].
    pub names: [Option<EcoString>; 2],
    /// The posts that bear it, by language, latest first.
    pub posts: [Vec<usize>; 2],
}

/// A handbook.
#[derive(Debug, Clone)]
pub struct Book {
    /// Its folder.
    pub id: EcoString,
    /// The work of its `_index.md`.
    pub index: Option<usize>,
    /// The works of its chapters, in order.
    pub chapters: Vec<usize>,
}

impl Work {
    /// The source in a language.
    pub const fn source(&self, lang: Lang) -> Option<ArticleIdx> {
        self.sources[lang as usize]
    }
}

impl Library {
    /// Arranges the sources.
    pub fn arrange(articles: &[Article], main: Lang) -> Self {
        let mut library = Library {
            works: works(articles, main),
            ..Library::default()
        };
        for (at, work) in library.works.iter().enumerate() {
            library
                .work_of
                .extend(work.sources.iter().flatten().map(|source| (*source, at)));
            let article = &articles[work.main.at()];
            match &article.shelf {
                Shelf::Book(id) => book(&mut library.books, id).index = Some(at),
                Shelf::Chapter(id) => book(&mut library.books, id).chapters.push(at),
                Shelf::Campaign => library.campaign = Some(at),
                Shelf::Post => library.posts.push(at),
                Shelf::Press => library.press.push(at),
                Shelf::Page => library.pages.push(at),
            }
        }
        library.sort(articles);
        library.gather(articles);
        library
    }

    /// The work a source belongs to.
    pub fn work_of(&self, article: ArticleIdx) -> &Work {
        &self.works[self.work_of[&article]]
    }

    /// The tag with this spelling, as an index.
    pub fn tag(&self, name: &str) -> Option<usize> {
        let slug = slug(name);
        self.tags
            .binary_search_by(|tag| (*tag.slug).cmp(&slug))
            .ok()
    }

    /// Gathers tags and places of posts, which stand in order already.
    fn gather(&mut self, articles: &[Article]) {
        let mut tags: BTreeMap<String, Tag> = BTreeMap::new();
        for post in &self.posts {
            let work = &self.works[*post];
            for source in work.sources.iter().flatten() {
                let article = &articles[source.at()];
                for name in &article.story.tags {
                    let slug = slug(name);
                    let tag = tags.entry(slug.clone()).or_insert_with(|| Tag {
                        slug: slug.into(),
                        names: [None, None],
                        posts: [Vec::new(), Vec::new()],
                    });
                    let lang = article.lang as usize;
                    tag.names[lang].get_or_insert_with(|| name.clone());
                    tag.posts[lang].push(*post);
                }
            }
            for place in &articles[work.main.at()].story.places {
                self.deeds.entry(*place).or_default().push(*post);
            }
        }
        self.tags = tags.into_values().collect();
    }

    /// The book a chapter or book index belongs to.
    pub fn book_of(&self, article: &Article) -> Option<&Book> {
        match &article.shelf {
            Shelf::Book(id) | Shelf::Chapter(id) => self.books.iter().find(|book| book.id == *id),
            _ => None,
        }
    }

    fn sort(&mut self, articles: &[Article]) {
        let main = |at: &usize| &articles[self.works[*at].main.at()];
        let reading = |a: &usize, b: &usize| {
            let (a, b) = (main(a), main(b));
            let order = |article: &Article| article.order.unwrap_or(i64::MAX);
            order(a)
                .cmp(&order(b))
                .then_with(|| collate::compare(&a.title, &b.title))
        };
        for book in &mut self.books {
            book.chapters.sort_by(reading);
        }
        self.pages.sort_by(reading);
        self.press.sort_by(reading);
        self.posts.sort_by(|a, b| {
            main(b)
                .date
                .cmp(&main(a).date)
                .then_with(|| collate::compare(&main(a).title, &main(b).title))
        });
        self.books.sort_by(|a, b| match (&a.index, &b.index) {
            (Some(a), Some(b)) => reading(a, b),
            (a, b) => b.is_some().cmp(&a.is_some()),
        });
    }
}

fn works(articles: &[Article], main: Lang) -> Vec<Work> {
    let mut works: Vec<Work> = Vec::new();
    let mut seen: FxHashMap<(&Shelf, &str), usize> = FxHashMap::default();
    for (at, article) in articles.iter().enumerate() {
        let index = ArticleIdx::new(at);
        let work = *seen
            .entry((&article.shelf, &article.stem))
            .or_insert_with(|| {
                works.push(Work {
                    main: index,
                    sources: [None; 2],
                });
                works.len() - 1
            });
        works[work].sources[article.lang as usize] = Some(index);
        if article.lang == main {
            works[work].main = index;
        }
    }
    works
}

fn book<'b>(books: &'b mut Vec<Book>, id: &str) -> &'b mut Book {
    let at = books
        .iter()
        .position(|book| *book.id == *id)
        .unwrap_or_else(|| {
            books.push(Book {
                id: id.into(),
                index: None,
                chapters: Vec::new(),
            });
            books.len() - 1
        });
    &mut books[at]
}
