//! Reads the front matter of `content/**/*.md`.

use super::{
    document,
    draft::{ArticleDraft, Shelf, Word},
    findings::{Misplaced, NoFrontMatter, Unclosed},
    table::Table,
};
use crate::{
    diag::{FileId, Lang, Report, Sp, Span},
    model::fold::{nfc, slug},
    source::SourceFile,
};

const KEYS: &[&str] = &[
    "title", "order", "summary", "date", "lang", "scheme", "slug",
];

/// A Markdown source; `None` when it has no title or no place.
pub(super) fn article(id: FileId, file: &SourceFile) -> (Option<ArticleDraft>, Report) {
    let mut report = Report::default();
    let Some((shelf, stem, named)) = shelf(&file.path) else {
        report.push(Span::file(id), Misplaced {});
        return (None, report);
    };
    let text = &*file.text;
    let Some(first) = text.lines().next().filter(|line| line.trim_end() == "+++") else {
        report.push(Span::file(id), NoFrontMatter {});
        return (None, report);
    };
    let begin = (first.len() + 1).min(text.len());
    let Some((end, body_at)) = closing(text, begin) else {
        report.push(Span::new(id, 0..first.len()), Unclosed {});
        return (None, report);
    };
    let (front, found) = document::part(id, text, begin..end, front);
    report.merge(found);
    let article = front.map(|front| ArticleDraft {
        file: id,
        shelf,
        lang: front.lang.or(named).unwrap_or_default(),
        stem,
        title: front.title,
        order: front.order,
        summary: front.summary,
        date: front.date,
        scheme: front.scheme,
        slug: front.slug,
        body_at,
        body: nfc(&text[body_at..]).into(),
    });
    (article, report)
}

struct Front {
    title: Sp<Box<str>>,
    order: Option<i64>,
    summary: Option<Sp<Box<str>>>,
    date: Option<chrono::NaiveDate>,
    lang: Option<Lang>,
    scheme: Option<Word>,
    slug: Option<Word>,
}

fn front(root: Table) -> Option<Front> {
    let table = root.with(KEYS);
    let title = table.must("title").and_then(|node| node.shown());
    let languages = Lang::ALL.map(|lang| (lang.tag(), lang));
    Some(Front {
        title: title?,
        order: table
            .get("order")
            .and_then(|node| node.integer())
            .map(|order| order.value),
        summary: table.string("summary"),
        date: table.day("date"),
        lang: table.get("lang").and_then(|node| node.choice(&languages)),
        scheme: table.label("scheme"),
        slug: table.get("slug").and_then(|node| node.id()),
    })
}

/// Where the closing line begins, and where the text after it does.
fn closing(text: &str, begin: usize) -> Option<(usize, usize)> {
    let mut at = begin;
    for line in text.get(begin..)?.split_inclusive('\n') {
        if line.trim_end() == "+++" {
            return Some((at, at + line.len()));
        }
        at += line.len();
    }
    None
}

/// Shelf, stem and language of a path: `content/handbook/to/lap.en.md` is the English of chapter `lap` of book `to`.
fn shelf(path: &str) -> Option<(Shelf, Box<str>, Option<Lang>)> {
    let parts: Vec<&str> = path.strip_prefix("content/")?.split('/').collect();
    let name = parts.last()?.strip_suffix(".md")?;
    let (stem, lang) = match name
        .rsplit_once('.')
        .map(|(stem, tag)| (stem, tag.parse().ok()))
    {
        Some((stem, Some(lang))) => (stem, Some(lang)),
        _ => (name, None),
    };
    let shelf = match parts[..] {
        ["handbook", book, _] if stem == "_index" => Shelf::Book(slug(book).into()),
        ["handbook", book, _] => Shelf::Chapter(slug(book).into()),
        ["campaign", _] if stem == "_index" => Shelf::Campaign,
        ["campaign", _] => Shelf::Post,
        ["pages", _] => Shelf::Page,
        _ => return None,
    };
    Some((shelf, stem.into(), lang))
}
