//! A post of the campaign: who tells it, where it happened, its picture, what was wrong in it, how to cite it.

use serde::Serialize;

use super::{
    Built,
    ctx::{Anchor, Ctx},
    deeds::{self, Cover, Deed},
    frame::{Frame, Strip},
    prose::prose,
    saves::Saves,
};
use crate::{
    check::Article,
    format::html::{fragments::Section, key::Key, words::capital},
    model::ArticleIdx,
    plan::{Subject, Work},
};

/// A post.
#[derive(Debug, Serialize)]
struct Post<'a> {
    title: &'a str,
    summary: &'a str,
    date: String,
    byline: String,
    /// Where it happened; without a link where the place has no page.
    places: Vec<Anchor<'a>>,
    tags: Vec<Anchor<'a>>,
    cover: Option<Cover>,
    photo: Option<Photo<'a>>,
    html: String,
    corrections: Vec<(String, &'a str)>,
    corrected: String,
    changed: String,
    cite: String,
    more: Vec<Deed<'a>>,
    saves: Saves,
}

/// A photo with its words.
#[derive(Debug, Serialize)]
pub(super) struct Photo<'a> {
    src: String,
    alt: &'a str,
    caption: &'a str,
    credit: &'a str,
}

/// The page of a post.
pub(super) fn build<'a>(ctx: &Ctx<'a>, work: &Work, at: ArticleIdx) -> Built<'a> {
    let article = &ctx.site.articles[at.at()];
    let story = &article.story;
    let fill = |key, name, with: &str| ctx.words.fill(key, &[(name, with)]);
    let posted = deeds::posted(ctx, work, article);
    let date = posted.map(|day| ctx.date(day));
    let corrections: Vec<_> = story
        .corrections
        .iter()
        .map(|it| (ctx.date(it.date.value), &*it.text))
        .collect();
    let view = Post {
        title: &article.title,
        summary: article.summary().unwrap_or_default(),
        byline: story
            .byline
            .as_ref()
            .map(|name| fill(Key::ToldBy, "name", name))
            .unwrap_or_default(),
        places: places(ctx, article),
        tags: deeds::tags(ctx, article),
        cover: story.cover.as_ref().map(|cover| deeds::cover(ctx, cover)),
        photo: photo(ctx, article),
        html: prose(ctx, at),
        corrected: corrections
            .last()
            .map(|(day, _)| fill(Key::CorrectedOn, "date", day))
            .unwrap_or_default(),
        corrections,
        changed: article
            .changed
            .map(|day| fill(Key::ChangedOn, "date", &ctx.date(day)))
            .unwrap_or_default(),
        cite: cite(ctx, article, date.as_deref()),
        date: date.unwrap_or_default(),
        more: more(ctx, work),
        saves: Saves::of(ctx),
    };
    let summary = article.summary().unwrap_or(&article.title);
    let above = [(ctx.words.get(Key::NavCampaign), Subject::Campaign)];
    let (title, summary) = (article.title.to_string(), summary.to_owned());
    let frame = Frame::new(ctx, Section::Campaign, Strip::None, title, summary)
        .below(ctx, above)
        .telling(ctx, article, posted);
    Built::new("post.html", frame, &view)
}

/// The latest other posts.
fn more<'a>(ctx: &Ctx<'a>, work: &Work) -> Vec<Deed<'a>> {
    let own = ctx.link(Subject::Article(work.main));
    let mut more = deeds::latest(ctx, 4);
    more.retain(|deed| Some(&deed.href) != own.as_ref());
    more.truncate(3);
    more
}

/// The photo of a post, as seen from the page.
pub(super) fn photo<'a>(ctx: &Ctx<'a>, article: &'a Article) -> Option<Photo<'a>> {
    let photo = article.story.photo.as_ref()?;
    Some(Photo {
        src: ctx.plan.link(article, &photo.file, ctx.output)?,
        alt: &photo.alt,
        caption: photo.caption.as_deref().unwrap_or_default(),
        credit: &photo.credit,
    })
}

fn places<'a>(ctx: &Ctx<'a>, article: &Article) -> Vec<Anchor<'a>> {
    let place = |at: &crate::model::PlaceIdx| {
        let href = ctx.has_page(*at).then(|| ctx.link(Subject::Place(*at)));
        Anchor::new(
            capital(&ctx.lineage(*at)),
            href.flatten().unwrap_or_default(),
        )
    };
    article.story.places.iter().map(place).collect()
}

/// How to cite a post: title, teller, site, day, address.
fn cite(ctx: &Ctx, article: &Article, date: Option<&str>) -> String {
    let title = ctx.words.fill(Key::CiteTitle, &[("title", &article.title)]);
    let address = format!("{}{}", ctx.site.info.base_url, ctx.output.path);
    let parts = [
        Some(&*title),
        article.story.byline.as_deref(),
        Some(ctx.text(&ctx.site.info.title)),
        date,
        Some(&*address),
    ];
    let parts: Vec<&str> = parts.into_iter().flatten().collect();
    parts.join(ctx.words.get(Key::Comma))
}
