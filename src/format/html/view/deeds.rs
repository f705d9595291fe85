//! Good deeds in lists: posts with their covers, and the tags they bear.

use std::fmt::Write;

use serde::Serialize;

use super::{
    books::source,
    ctx::{Anchor, Ctx},
};
use crate::{
    check::Article,
    format::html::key::Key,
    model::PlaceIdx,
    parse::draft,
    plan::{Subject, Work},
};

/// A post in a list.
#[derive(Debug, Serialize)]
pub(super) struct Deed<'a> {
    title: &'a str,
    summary: &'a str,
    /// Where and when.
    kick: String,
    /// Its page.
    pub href: String,
    /// The language of the title, where it is not the page's.
    lang: Option<&'static str>,
    cover: Option<Cover>,
}

/// A cover: so many dots in rows, as an SVG path.
#[derive(Debug, Serialize)]
pub(super) struct Cover {
    width: u32,
    height: u32,
    path: String,
    label: String,
}

/// A tag with the number of its posts.
#[derive(Debug, Serialize)]
pub(super) struct Mark<'a> {
    label: &'a str,
    href: String,
    n: usize,
}

/// Works as a list of posts. Those without this language are linked in the main one.
pub(super) fn deeds<'a>(ctx: &Ctx<'a>, works: &[usize]) -> Vec<Deed<'a>> {
    works.iter().filter_map(|work| deed(ctx, *work)).collect()
}

/// The latest posts.
pub(super) fn latest<'a>(ctx: &Ctx<'a>, most: usize) -> Vec<Deed<'a>> {
    let posts = &ctx.plan.library.posts;
    deeds(ctx, &posts[..posts.len().min(most)])
}

/// The posts that happened at a place.
pub(super) fn at<'a>(ctx: &Ctx<'a>, place: PlaceIdx) -> Vec<Deed<'a>> {
    let works = ctx.plan.library.deeds.get(&place);
    works.map_or_else(Vec::new, |works| deeds(ctx, works))
}

/// All tags that are written in this language.
pub(super) fn marks<'a>(ctx: &Ctx<'a>) -> Vec<Mark<'a>> {
    let lang = ctx.lang as usize;
    let tags = (0..).zip(&ctx.plan.library.tags);
    tags.filter_map(|(at, tag)| {
        Some(Mark {
            label: tag.names[lang].as_deref()?,
            href: ctx.link(Subject::Tag(at))?,
            n: tag.posts[lang].len(),
        })
    })
    .collect()
}

/// The tags of a post.
pub(super) fn tags<'a>(ctx: &Ctx<'a>, article: &Article) -> Vec<Anchor<'a>> {
    let library = &ctx.plan.library;
    let link = |name: &ecow::EcoString| {
        let at = library.tag(name)?;
        let label = library.tags[at].names[ctx.lang as usize].as_deref()?;
        let subject = Subject::Tag(u16::try_from(at).ok()?);
        Some(Anchor::new(label, ctx.link(subject)?))
    };
    article.story.tags.iter().filter_map(link).collect()
}

/// The day a work was posted, in words; a translation has its original's.
pub(super) fn posted(ctx: &Ctx, work: &Work, article: &Article) -> Option<chrono::NaiveDate> {
    article.date.or(ctx.site.articles[work.main.at()].date)
}

fn deed<'a>(ctx: &Ctx<'a>, at: usize) -> Option<Deed<'a>> {
    let article = source(ctx, at)?;
    let work = &ctx.plan.library.works[at];
    let mut kick: Vec<String> = Vec::with_capacity(2);
    kick.extend(article.story.places.iter().map(|at| ctx.within(*at).into()));
    kick.extend(posted(ctx, work, article).map(|day| ctx.date(day)));
    Some(Deed {
        title: &article.title,
        summary: article.summary().unwrap_or_default(),
        kick: kick.join(ctx.words.get(Key::Comma)),
        href: ctx.link(Subject::Article(work.main))?,
        lang: (article.lang != ctx.lang).then(|| article.lang.tag()),
        cover: article.story.cover.as_ref().map(|it| cover(ctx, it)),
    })
}

/// Draws a cover.
pub(super) fn cover(ctx: &Ctx, cover: &draft::Cover) -> Cover {
    let (columns, rows) = grid(cover.count);
    let mut path = String::new();
    for at in 0..cover.count {
        let (x, y) = (at % columns * 10 + 5, at / columns * 10 + 5);
        let _ = write!(path, "M{x} {y}h.01");
    }
    let n = ctx.words.number(cover.count as usize);
    Cover {
        width: columns * 10,
        height: rows * 10,
        path,
        label: ctx
            .words
            .fill(Key::CoverOf, &[("n", &n), ("of", &cover.of)]),
    }
}

/// Columns and rows for so many dots: no taller than wide, no row short where that can be had.
fn grid(count: u32) -> (u32, u32) {
    let count = count.max(1);
    let least = count.isqrt().max(1);
    // A ragged last row is worse than a little more width.
    let raggedness = |columns: &u32| (count.div_ceil(*columns) * columns - count, *columns);
    let columns = (least..=least * 2 + 1)
        .filter(|columns| count.div_ceil(*columns) <= *columns)
        .min_by_key(raggedness)
        .unwrap_or(count);
    (columns, count.div_ceil(columns))
}

#[cfg(test)]
mod tests {
    use super::grid;

    #[test]
    fn dots_stand_in_even_rows_no_taller_than_wide() {
        let drawn = [1, 2, 3, 4, 6, 9, 12, 14, 16, 18, 19, 20, 27, 31, 40].map(grid);
        assert_eq!(
            drawn,
            [
                (1, 1),
                (2, 1),
                (3, 1),
                (2, 2),
                (3, 2),
                (3, 3),
                (4, 3),
                (7, 2),
                (4, 4),
                (6, 3),
                (5, 4),
                (5, 4),
                (9, 3),
                (8, 4),
                (8, 5)
            ]
        );
        for count in 1..=144 {
            let (columns, rows) = grid(count);
            assert!(columns >= rows && columns * rows >= count, "{count}");
            assert!(columns * (rows - 1) < count, "an empty row for {count}");
        }
    }
}
