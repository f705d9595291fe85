//! A Markdown page: a chapter with its neighbours, or a page at the root. Posts and the page for the press have their own.

use serde::Serialize;

use super::{
    Built,
    books::{self, Chapter},
    ctx::{Anchor, Ctx},
    frame::{Frame, Strip},
    notices::Replaced,
    post, press,
    prose::prose,
    saves::Saves,
};
use crate::{
    check::Article,
    format::html::{fragments::Section, key::Key},
    model::ArticleIdx,
    parse::draft::Shelf,
    plan::Subject,
};

/// How many syllables, or English words, are read in a minute without haste.
const WORDS_A_MINUTE: usize = 220;

/// A Markdown page.
#[derive(Debug, Serialize)]
struct Page<'a> {
    title: &'a str,
    summary: &'a str,
    kick: String,
    reading: String,
    form: bool,
    changed: String,
    html: String,
    contents: Vec<Anchor<'a>>,
    chapters: Vec<Chapter<'a>>,
    before: Option<Anchor<'a>>,
    after: Option<Anchor<'a>>,
    saves: Saves,
    replaced: Option<Replaced<'a>>,
}

/// The page of an article, named by the source that names its work.
pub(super) fn build<'a>(ctx: &Ctx<'a>, main: ArticleIdx) -> Option<Built<'a>> {
    let work = ctx.plan.library.work_of(main);
    let at = work.source(ctx.lang)?;
    let article = &ctx.site.articles[at.at()];
    match &article.shelf {
        Shelf::Post | Shelf::Campaign => return Some(post::build(ctx, work, at)),
        Shelf::Press => return Some(press::build(ctx, at)),
        Shelf::Book(_) | Shelf::Chapter(_) | Shelf::Page => {}
    }
    let mut view = blank(ctx, at, article);
    let mut above = vec![(ctx.words.get(Key::Home), Subject::Home)];
    let (section, template) = match &article.shelf {
        Shelf::Page => (Section::Other, "page.html"),
        _ => {
            above = chapter(ctx, article, &mut view);
            (Section::Books, "chapter.html")
        }
    };
    let summary = article.summary().unwrap_or(&article.title);
    let mut frame = Frame::new(
        ctx,
        section,
        Strip::None,
        article.title.to_string(),
        summary.to_owned(),
    )
    .below(ctx, above);
    if section == Section::Books {
        frame = frame.telling(ctx, article, article.date);
    }
    Some(Built::new(template, frame, &view))
}

fn blank<'a>(ctx: &Ctx<'a>, at: ArticleIdx, article: &'a Article) -> Page<'a> {
    // The notice stands on texts about a decree; a page at the root is about the site.
    let about = article.shelf != Shelf::Page;
    let headings = &ctx.plan.prepared[at.at()].headings;
    Page {
        title: &article.title,
        summary: article.summary().unwrap_or_default(),
        kick: String::new(),
        changed: article
            .changed
            .map(|day| {
                let date = ctx.date(day);
                ctx.words.fill(Key::ChangedOn, &[("date", &date)])
            })
            .unwrap_or_default(),
        reading: reading(ctx, at, article),
        form: article.form,
        html: prose(ctx, at),
        contents: headings
            .iter()
            .filter(|heading| heading.level == 2)
            .map(|heading| Anchor::new(&*heading.text, format!("#{}", heading.id)))
            .collect(),
        chapters: Vec::new(),
        before: None,
        after: None,
        saves: Saves::of(ctx),
        replaced: about.then(|| ctx.replaced(article.scheme)).flatten(),
    }
}

/// How long a chapter takes to read.
fn reading(ctx: &Ctx, at: ArticleIdx, article: &Article) -> String {
    if !matches!(article.shelf, Shelf::Chapter(_)) {
        return String::new();
    }
    let words = ctx.plan.prepared[at.at()].words;
    let minutes = words.div_ceil(WORDS_A_MINUTE).max(1);
    ctx.words.count(Key::ReadingTime, minutes)
}

/// Fills in what belongs to a chapter, and gives the pages above it.
fn chapter<'a>(
    ctx: &Ctx<'a>,
    article: &'a Article,
    view: &mut Page<'a>,
) -> Vec<(&'a str, Subject)> {
    let mut above = vec![(ctx.words.get(Key::NavBooks), Subject::Books)];
    let mut books = (0..).zip(&ctx.plan.library.books);
    let Some((at, book)) = books.find(|(_, book)| match &article.shelf {
        Shelf::Chapter(id) => book.id == *id,
        _ => false,
    }) else {
        return above;
    };
    above.push((books::title(ctx, book), Subject::Book(at)));
    view.chapters = books::chapters(ctx, book);
    let Some(here) = view.chapters.iter().position(|chapter| chapter.here) else {
        return above;
    };
    let link = |chapter: &Chapter<'a>| {
        let label = format!("{}. {}", chapter.n, chapter.title);
        Anchor::new(label, chapter.href.clone())
    };
    view.before = here
        .checked_sub(1)
        .and_then(|at| view.chapters.get(at))
        .map(link);
    view.after = view.chapters.get(here + 1).map(link);
    let n = ctx.words.number(here + 1);
    let total = ctx.words.number(view.chapters.len());
    view.kick = ctx
        .words
        .fill(Key::ChapterOf, &[("n", &n), ("total", &total)]);
    above
}
