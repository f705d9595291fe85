//! The campaign: its call, its posts, their tags, and the steps of the scheme it belongs to.

use serde::Serialize;

use super::{
    Built,
    books::source,
    ctx::{Anchor, Chip, Ctx},
    deeds::{self, Deed, Mark},
    frame::{Frame, Strip},
    notices::Replaced,
    progress::{self, Step},
    prose::prose,
    saves::Saves,
};
use crate::{
    format::html::{fragments::Section, key::Key, words::capital},
    model::SchemeIdx,
    plan::Subject,
};

/// The campaign.
#[derive(Debug, Serialize)]
struct Campaign<'a> {
    title: &'a str,
    summary: &'a str,
    call: Option<Call<'a>>,
    html: String,
    posts: Vec<Deed<'a>>,
    tags: Vec<Mark<'a>>,
    steps: Vec<Step<'a>>,
    /// The page of progress.
    progress: Option<Anchor<'a>>,
    /// Pages for the press.
    press: Vec<Anchor<'a>>,
    saves: Saves,
    replaced: Option<Replaced<'a>>,
}

/// The call of a campaign, and whose it is.
#[derive(Debug, Serialize)]
pub(super) struct Call<'a> {
    text: &'a str,
    by: String,
    clause: Option<Chip>,
}

/// A tag and its posts.
#[derive(Debug, Serialize)]
struct Tagged<'a> {
    title: &'a str,
    lead: String,
    posts: Vec<Deed<'a>>,
    tags: Vec<Mark<'a>>,
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
    let scheme = index.map_or(ctx.site.scheme, |index| index.scheme);
    let view = Campaign {
        title,
        summary: summary.unwrap_or_default(),
        call: call(ctx, scheme),
        html: text.map(|text| prose(ctx, text)).unwrap_or_default(),
        posts: deeds::latest(ctx, usize::MAX),
        tags: deeds::marks(ctx),
        steps: progress::steps(ctx, scheme),
        progress: ctx
            .link(Subject::Progress(scheme))
            .map(|href| Anchor::new(ctx.words.get(Key::NavProgress), href)),
        press: press(ctx),
        saves: Saves::of(ctx),
        replaced: ctx.replaced(scheme),
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

/// The page of a tag.
pub(super) fn tag<'a>(ctx: &Ctx<'a>, at: usize) -> Option<Built<'a>> {
    let tag = ctx.plan.library.tags.get(at)?;
    let name = tag.names[ctx.lang as usize].as_deref()?;
    let posts = &tag.posts[ctx.lang as usize];
    let lead = ctx.words.count(Key::Deeds, posts.len());
    let description = ctx.words.fill(Key::DescribeTag, &[("tag", name)]);
    let title = capital(name);
    let view = Tagged {
        title: &title,
        lead,
        posts: deeds::deeds(ctx, posts),
        tags: deeds::marks(ctx),
    };
    let frame = Frame::new(
        ctx,
        Section::Campaign,
        Strip::None,
        title.clone(),
        description,
    )
    .below(ctx, [(ctx.words.get(Key::NavCampaign), Subject::Campaign)]);
    Some(Built::new("tag.html", frame, &view))
}

/// The call of a scheme's first campaign.
pub(super) fn call<'a>(ctx: &Ctx<'a>, scheme: SchemeIdx) -> Option<Call<'a>> {
    let campaign = ctx.scheme(scheme).campaigns.first()?;
    let by = ctx.text(&campaign.by);
    let clause = campaign.clause.as_ref().map(|clause| &*clause.value);
    Some(Call {
        text: ctx.text(&campaign.call),
        by: ctx.words.fill(Key::CallBy, &[("by", by)]),
        clause: ctx.chip(scheme, clause),
    })
}

/// Pages for the press, as links.
fn press<'a>(ctx: &Ctx<'a>) -> Vec<Anchor<'a>> {
    let library = &ctx.plan.library;
    let link = |work: &usize| {
        let article = source(ctx, *work)?;
        let subject = Subject::Article(library.works[*work].main);
        Some(Anchor::new(&**article.title, ctx.link(subject)?))
    };
    library.press.iter().filter_map(link).collect()
}
