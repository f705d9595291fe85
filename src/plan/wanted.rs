//! Which subjects the site has, in which languages, and what their addresses are made from.

use super::{Library, Subject};
use crate::{
    diag::{FileId, Lang, Span},
    model::{PlaceIdx, SchemeIdx, UnitIdx},
    parse::draft::Shelf,
    publish::PublicSite,
};
use ecow::EcoString;

/// A subject that needs an address. Parents stand before their children.
#[derive(Debug)]
pub(super) struct Wanted {
    /// What it is about.
    pub subject: Subject,
    /// Identity in the lock.
    pub key: EcoString,
    /// The subject whose stem is the folder.
    pub parent: Option<Subject>,
    /// What the last part is folded from.
    pub name: EcoString,
    /// What tells it from a sibling of the same folded name.
    pub code: Option<EcoString>,
    /// Whether the address is part of the promise of the program rather than made from a name.
    pub fixed: bool,
    /// Where to point when two clash.
    pub span: Span,
}

/// Every subject, with parents before children.
pub(super) fn wanted(site: &PublicSite, library: &Library) -> Vec<Wanted> {
    let mut all = Vec::new();
    fixed(site, &mut all);
    schemes(site, &mut all);
    places(site, &mut all);
    articles(site, library, &mut all);
    tags(site, library, &mut all);
    all
}

/// The languages a subject has pages in.
pub(super) fn languages(site: &PublicSite, library: &Library, subject: Subject) -> Vec<Lang> {
    let all = site.info.languages.iter().copied();
    let written = |works: &mut dyn Iterator<Item = usize>| -> Vec<Lang> {
        let works: Vec<usize> = works.collect();
        all.clone()
            .filter(|lang| {
                works
                    .iter()
                    .any(|at| library.works[*at].source(*lang).is_some())
            })
            .collect()
    };
    match subject {
        Subject::Article(main) => all
            .filter(|lang| library.work_of(main).source(*lang).is_some())
            .collect(),
        Subject::Tag(at) => {
            let names = &library.tags[at as usize].names;
            all.filter(|lang| names[*lang as usize].is_some()).collect()
        }
        Subject::Book(at) => {
            let book = &library.books[at as usize];
            written(&mut book.index.into_iter().chain(book.chapters.iter().copied()))
        }
        Subject::Campaign if library.campaign.is_some() => written(
            &mut library
                .campaign
                .into_iter()
                .chain(library.posts.iter().copied()),
        ),
        Subject::Glossary if !has_words(site) => Vec::new(),
        Subject::NotFound | Subject::Moved(_) => all.take(1).collect(),
        _ => all.collect(),
    }
}

fn fixed(site: &PublicSite, all: &mut Vec<Wanted>) {
    let span = Span::file(
        site.gazetteer
            .places
            .first()
            .map_or(FileId(0), |place| place.span.file),
    );
    let subjects = [
        (Subject::Home, "index"),
        (Subject::Places, "danh-ba"),
        (Subject::Schemes, "de-an"),
        (Subject::Books, "so-tay"),
        (Subject::Campaign, "vi-binh-yen"),
        (Subject::Glossary, "tu-ngu"),
        (Subject::Search, "tim"),
        (Subject::Saved, "da-luu"),
        (Subject::NotFound, "404"),
    ];
    for (subject, stem) in subjects {
        if subject == Subject::Glossary && !has_words(site) {
            continue;
        }
        all.push(fixed_at(subject, None, stem, format!("page:{stem}"), span));
    }
}

/// Whether there is anything to explain.
fn has_words(site: &PublicSite) -> bool {
    let mut schemes = site.schemes.all.iter();
    schemes.any(|scheme| !scheme.abbreviations.is_empty() || !scheme.terms.is_empty())
}

fn fixed_at(
    subject: Subject,
    parent: Option<Subject>,
    name: &str,
    key: String,
    span: Span,
) -> Wanted {
    Wanted {
        subject,
        key: key.into(),
        parent,
        name: name.into(),
        code: None,
        fixed: true,
        span,
    }
}

fn schemes(site: &PublicSite, all: &mut Vec<Wanted>) {
    for (at, scheme) in site.schemes.all.iter().enumerate() {
        let at = SchemeIdx::new(at);
        for (subject, page) in [
            (Subject::Rules(at), "quy-dinh"),
            (Subject::Duties(at), "phan-cong"),
            (Subject::Progress(at), "tien-do"),
        ] {
            let key = format!("scheme:{}/{page}", scheme.id);
            let name = format!("{}/{page}", scheme.id);
            all.push(fixed_at(
                subject,
                Some(Subject::Schemes),
                &name,
                key,
                Span::file(scheme.file),
            ));
        }
    }
}

/// Index places, communes and their villages, each level below its parent.
fn places(site: &PublicSite, all: &mut Vec<Wanted>) {
    let mut folders = vec![(Subject::Places, site.gazetteer.tops(site.edition))];
    while let Some((parent, children)) = folders.pop() {
        for &at in &children {
            let place = site.gazetteer.place(at);
            all.push(Wanted {
                subject: Subject::Place(at),
                key: place.key.to_string().into(),
                parent: Some(parent),
                name: place.name.clone(),
                code: Some(place.key.code.clone()),
                fixed: false,
                span: place.span,
            });
        }
        for at in children {
            units(site, at, all);
            folders.push((Subject::Place(at), site.gazetteer.children[at.at()].clone()));
        }
    }
}

fn units(site: &PublicSite, place: PlaceIdx, all: &mut Vec<Wanted>) {
    let Some(commune) = site.commune(place) else {
        return;
    };
    let key = &site.gazetteer.place(place).key;
    for (at, unit) in commune.units.iter().enumerate() {
        all.push(Wanted {
            subject: Subject::Unit(place, UnitIdx::new(at)),
            key: format!("{key}/{}", unit.id).into(),
            parent: Some(Subject::Place(place)),
            name: unit.name.clone(),
            code: Some(unit.id.clone()),
            fixed: false,
            span: Span::file(commune.source),
        });
    }
}

fn articles(site: &PublicSite, library: &Library, all: &mut Vec<Wanted>) {
    for (at, book) in (0..).zip(&library.books) {
        let source = book
            .index
            .or_else(|| book.chapters.first().copied())
            .unwrap_or_default();
        let span = Span::file(site.articles[library.works[source].main.at()].file);
        let key = format!("content:handbook/{}", book.id);
        all.push(fixed_at(
            Subject::Book(at),
            Some(Subject::Books),
            &book.id,
            key,
            span,
        ));
    }
    for work in &library.works {
        let article = &site.articles[work.main.at()];
        let (parent, key) = match &article.shelf {
            Shelf::Book(_) | Shelf::Campaign => continue,
            Shelf::Chapter(id) => {
                let book = (0..).zip(&library.books).find(|(_, book)| book.id == *id);
                (
                    book.map(|(at, _)| Subject::Book(at)),
                    format!("content:handbook/{id}/{}", article.stem),
                )
            }
            Shelf::Post | Shelf::Press => (
                Some(Subject::Campaign),
                format!("content:campaign/{}", article.stem),
            ),
            Shelf::Page => (None, format!("content:pages/{}", article.stem)),
        };
        let name = article.slug.as_ref().unwrap_or(&article.title);
        all.push(Wanted {
            subject: Subject::Article(work.main),
            key: key.into(),
            parent,
            name: name.value.clone(),
            code: Some(article.stem.clone()),
            fixed: article.slug.is_some(),
            span: name.span,
        });
    }
}

fn tags(site: &PublicSite, library: &Library, all: &mut Vec<Wanted>) {
    for (at, tag) in (0..).zip(&library.tags) {
        let first = tag
            .posts
            .iter()
            .flatten()
            .next()
            .map(|post| library.works[*post].main);
        let file = first.map_or(FileId(0), |main| site.articles[main.at()].file);
        all.push(fixed_at(
            Subject::Tag(at),
            Some(Subject::Campaign),
            &format!("the/{}", tag.slug),
            format!("tag:{}", tag.slug),
            Span::file(file),
        ));
    }
}
