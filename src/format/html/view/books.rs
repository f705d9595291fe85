//! Handbooks: the list of them, and the contents of one.

use serde::Serialize;

use super::{
    Built,
    ctx::Ctx,
    frame::{Frame, Strip},
    notices::Replaced,
    prose::prose,
    saves::Saves,
};
use crate::{
    check::Article,
    diag::Lang,
    format::html::{fragments::Section, key::Key},
    plan::{Book, Subject, Work},
};

/// The list of handbooks.
#[derive(Debug, Serialize)]
struct List<'a> {
    books: Vec<Volume<'a>>,
    saves: Saves,
    replaced: Option<Replaced<'a>>,
}

/// A handbook in a list.
#[derive(Debug, Serialize)]
pub(super) struct Volume<'a> {
    title: &'a str,
    summary: &'a str,
    href: String,
    chapters: String,
}

/// The contents of a handbook.
#[derive(Debug, Serialize)]
struct Contents<'a> {
    title: &'a str,
    summary: &'a str,
    html: String,
    chapters: Vec<Chapter<'a>>,
    saves: Saves,
    replaced: Option<Replaced<'a>>,
    keeping: Keeping,
}

/// What is said while a handbook is kept for reading without a network; a script fills the holes.
#[derive(Debug, Serialize)]
struct Keeping {
    going: String,
    done: String,
    broken: String,
}

/// A chapter in a list.
#[derive(Debug, Serialize)]
pub(super) struct Chapter<'a> {
    /// Its number in the book.
    pub n: usize,
    /// Title.
    pub title: &'a str,
    /// One sentence.
    pub summary: &'a str,
    /// Its page.
    pub href: String,
    /// Whether it is the page being read.
    pub here: bool,
}

/// The list of handbooks.
pub(super) fn list<'a>(ctx: &Ctx<'a>) -> Built<'a> {
    let view = List {
        books: volumes(ctx),
        saves: Saves::of(ctx),
        replaced: ctx.replaced(ctx.site.scheme),
    };
    let title = ctx.words.get(Key::NavBooks).to_owned();
    let description = ctx.words.get(Key::BooksLead).to_owned();
    let frame = Frame::new(ctx, Section::Books, Strip::None, title, description)
        .below(ctx, [(ctx.words.get(Key::Home), Subject::Home)]);
    Built::new("books.html", frame, &view)
}

/// The contents of a handbook.
pub(super) fn contents<'a>(ctx: &Ctx<'a>, at: usize) -> Option<Built<'a>> {
    let book = ctx.plan.library.books.get(at)?;
    let index = book.index.and_then(|work| source(ctx, work));
    let title = title(ctx, book);
    let summary = index.and_then(|article| article.summary());
    let scheme = index.map(|article| article.scheme);
    let view = Contents {
        title,
        summary: summary.unwrap_or_default(),
        html: book
            .index
            .and_then(|work| ctx.plan.library.works[work].source(ctx.lang))
            .map(|article| prose(ctx, article))
            .unwrap_or_default(),
        chapters: chapters(ctx, book),
        saves: Saves::of(ctx),
        replaced: scheme.and_then(|scheme| ctx.replaced(scheme)),
        keeping: Keeping {
            going: ctx.words.pattern(Key::SavingBook),
            done: ctx.words.pattern(Key::SavedBook),
            broken: ctx.words.pattern(Key::SaveBookOff),
        },
    };
    let description = summary.unwrap_or(title).to_owned();
    let frame = Frame::new(
        ctx,
        Section::Books,
        Strip::None,
        title.to_owned(),
        description,
    )
    .below(ctx, [(ctx.words.get(Key::NavBooks), Subject::Books)]);
    Some(Built::new("book.html", frame, &view))
}

/// All handbooks with a page in this language.
pub(super) fn volumes<'a>(ctx: &Ctx<'a>) -> Vec<Volume<'a>> {
    let books = (0..).zip(&ctx.plan.library.books);
    books
        .filter_map(|(at, book)| {
            let index = book.index.and_then(|work| source(ctx, work));
            let summary = index.and_then(|article| article.summary());
            Some(Volume {
                title: title(ctx, book),
                summary: summary.unwrap_or_default(),
                href: ctx.link(Subject::Book(at))?,
                chapters: ctx.words.count(Key::Chapters, book.chapters.len()),
            })
        })
        .collect()
}

/// The title of a handbook: its index's, else its folder's name.
pub(super) fn title<'a>(ctx: &Ctx<'a>, book: &'a Book) -> &'a str {
    let index = book.index.and_then(|work| source(ctx, work));
    index.map_or(&*book.id, |article| &article.title)
}

/// The chapters of a handbook; those without this language are linked in the main one.
pub(super) fn chapters<'a>(ctx: &Ctx<'a>, book: &Book) -> Vec<Chapter<'a>> {
    book.chapters
        .iter()
        .enumerate()
        .filter_map(|(n, work)| {
            let article = source(ctx, *work)?;
            let subject = Subject::Article(ctx.plan.library.works[*work].main);
            Some(Chapter {
                n: n + 1,
                title: &article.title,
                summary: article.summary().unwrap_or_default(),
                href: ctx.link(subject)?,
                here: subject == ctx.output.subject,
            })
        })
        .collect()
}

/// The source of a work in this language, else in the one that names it.
pub(super) fn source<'a>(ctx: &Ctx<'a>, work: usize) -> Option<&'a Article> {
    let work: &Work = ctx.plan.library.works.get(work)?;
    let lang: Lang = ctx.lang;
    let at = work.source(lang).unwrap_or(work.main);
    ctx.site.articles.get(at.at())
}
