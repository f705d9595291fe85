//! The campaign: its call and its posts.

use std::fmt::Write;

use serde::Serialize;

use super::{
    Built,
    books::source,
    ctx::Ctx,
    frame::{Frame, Strip},
    prose::prose,
    saves::Saves,
};
use crate::{
    format::html::{fragments::Section, key::Key},
    plan::Subject,
};

/// The campaign.
#[derive(Debug, Serialize)]
struct Campaign<'a> {
    title: &'a str,
    summary: &'a str,
    html: String,
    posts: Vec<Post<'a>>,
    saves: Saves,
    feed: Option<String>,
}

/// A post in a list.
#[derive(Debug, Serialize)]
pub(super) struct Post<'a> {
    title: &'a str,
    summary: &'a str,
    date: String,
    href: String,
    cover: String,
}

/// The campaign's home.
pub(super) fn build<'a>(ctx: &Ctx<'a>) -> Built<'a> {
    let library = &ctx.plan.library;
    let index = library.campaign.and_then(|work| source(ctx, work));
    let text = library
        .campaign
        .and_then(|work| library.works[work].source(ctx.lang));
    let title = index.map_or(ctx.words.get(Key::NavCampaign), |index| &index.title);
    let summary = index.and_then(|index| index.summary());
    let stem = ctx.plan.addresses.stem(Subject::Campaign);
    let feed = stem
        .map(|stem| format!("{stem}/feed.xml"))
        .filter(|path| crate::format::html::shared::has(ctx.plan, path));
    let view = Campaign {
        title,
        summary: summary.unwrap_or_default(),
        html: text.map(|text| prose(ctx, text)).unwrap_or_default(),
        posts: posts(ctx, usize::MAX),
        saves: Saves::of(ctx),
        feed: feed.map(|path| ctx.to(&path)),
    };
    let description = summary.unwrap_or(title).to_owned();
    let frame = Frame::new(
        ctx,
        Section::Campaign,
        Strip::None,
        title.to_owned(),
        description,
    )
    .below(ctx, [(ctx.words.get(Key::Home), Subject::Home)]);
    Built::new("campaign.html", frame, &view)
}

/// The latest posts with a page in some language.
pub(super) fn posts<'a>(ctx: &Ctx<'a>, most: usize) -> Vec<Post<'a>> {
    let library = &ctx.plan.library;
    let posts = library.posts.iter().take(most);
    posts
        .filter_map(|work| {
            let article = source(ctx, *work)?;
            let main = library.works[*work].main;
            Some(Post {
                title: &article.title,
                summary: article.summary().unwrap_or_default(),
                date: article.date.map(|day| ctx.date(day)).unwrap_or_default(),
                href: ctx.link(Subject::Article(main))?,
                cover: cover(ctx.plan.prepared[main.at()].words),
            })
        })
        .collect()
}

/// A cover drawn from a number of the story: so many dots on a ring around one.
fn cover(words: usize) -> String {
    let dots = 5 + words % 23;
    let mut path = String::new();
    for at in 0..dots {
        #[allow(clippy::cast_precision_loss, reason = "at most 27 dots")]
        let angle = std::f64::consts::TAU * at as f64 / dots as f64;
        let (x, y) = (50.0 + 39.0 * angle.sin(), 50.0 - 39.0 * angle.cos());
        let _ = write!(path, "M{x:.0} {y:.0}h.01");
    }
    path
}
