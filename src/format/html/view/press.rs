//! The page for the press: what the source says, and what the program knows: the call, whom to ask, logos, pictures.

use serde::Serialize;

use super::{
    Built,
    books::source,
    campaign::{self, Call},
    ctx::{Anchor, Ctx},
    frame::{Frame, Strip},
    post::{self, Photo},
    prose::prose,
};
use crate::{
    format::html::{fragments::Section, key::Key},
    model::{ArticleIdx, SchemeIdx},
    plan::Subject,
};

/// The page.
#[derive(Debug, Serialize)]
struct Press<'a> {
    title: &'a str,
    summary: &'a str,
    html: String,
    call: Option<Call<'a>>,
    source: String,
    name: &'a str,
    address: &'a str,
    /// E-mail and phone.
    contacts: Vec<Anchor<'a>>,
    pictures: Vec<Picture<'a>>,
}

/// A picture of a post.
#[derive(Debug, Serialize)]
struct Picture<'a> {
    title: &'a str,
    href: String,
    photo: Photo<'a>,
}

/// The page for the press.
pub(super) fn build<'a>(ctx: &Ctx<'a>, at: ArticleIdx) -> Built<'a> {
    let article = &ctx.site.articles[at.at()];
    let publisher = &ctx.site.info.publisher;
    let view = Press {
        title: &article.title,
        summary: article.summary().unwrap_or_default(),
        html: prose(ctx, at),
        call: campaign::call(ctx, article.scheme),
        source: document(ctx, article.scheme),
        name: ctx.text(&publisher.name),
        address: ctx.maybe(publisher.address.as_ref()),
        contacts: contacts(ctx),
        pictures: pictures(ctx),
    };
    let summary = article.summary().unwrap_or(&article.title);
    let frame = Frame::new(
        ctx,
        Section::Campaign,
        Strip::None,
        article.title.to_string(),
        summary.to_owned(),
    )
    .below(ctx, [(ctx.words.get(Key::NavCampaign), Subject::Campaign)]);
    Built::new("press.html", frame, &view)
}

/// The document a call stands in: name, number, issuer, date.
fn document(ctx: &Ctx, scheme: SchemeIdx) -> String {
    let scheme = ctx.scheme(scheme);
    let date = scheme.date.map(|day| ctx.date(day));
    let parts = [
        Some(ctx.text(&scheme.short)),
        scheme.number.as_deref(),
        scheme.issuer.as_ref().map(|issuer| ctx.text(issuer)),
        date.as_deref(),
    ];
    let parts: Vec<&str> = parts.into_iter().flatten().collect();
    parts.join(ctx.words.get(Key::Comma))
}

fn contacts<'a>(ctx: &Ctx<'a>) -> Vec<Anchor<'a>> {
    let publisher = &ctx.site.info.publisher;
    let mail = publisher.email.as_ref();
    let mail = mail.map(|mail| Anchor::new(&**mail, format!("mailto:{mail}")));
    let phone = publisher.phone.as_ref();
    let phone = phone.map(|phone| Anchor::new(phone.show(), phone.uri()));
    mail.into_iter().chain(phone).collect()
}

/// Every picture of a post, latest first.
fn pictures<'a>(ctx: &Ctx<'a>) -> Vec<Picture<'a>> {
    let library = &ctx.plan.library;
    let picture = |work: &usize| {
        let article = source(ctx, *work)?;
        Some(Picture {
            title: &article.title,
            href: ctx.link(Subject::Article(library.works[*work].main))?,
            photo: post::photo(ctx, article)?,
        })
    };
    library.posts.iter().filter_map(picture).collect()
}
