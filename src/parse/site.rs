//! Reads `data/site.toml`.

use super::{
    document::unique,
    draft::{EmergencyDraft, PublisherDraft, SiteDraft, Word},
    findings::{BadUrl, MissingKey},
    table::Table,
};
use crate::diag::{Lang, Sp};

const KEYS: &[&str] = &[
    "title",
    "summary",
    "base_url",
    "languages",
    "edition",
    "scheme",
    "as_of",
    "sample",
    "theme",
    "publisher",
    "emergency",
    "markdown",
];

/// The settings; `None` when a key without which nothing can be shown is missing.
pub(super) fn site(root: Table) -> Option<SiteDraft> {
    let table = root.with(KEYS);
    let title = table.must("title").and_then(|node| node.text());
    let base_url = table
        .must("base_url")
        .and_then(|node| node.label())
        .and_then(|url| base_url(&table, url));
    let edition = table.must("edition").and_then(|node| node.id());
    let scheme = table.must("scheme").and_then(|node| node.id());
    let languages = languages(&table);
    let emergency = emergency(&table);
    let markdown = table.table("markdown", &["html"]);
    Some(SiteDraft {
        file: table.cx.file,
        title: title?,
        summary: table.text("summary"),
        base_url: base_url?,
        languages,
        edition: edition?,
        scheme: scheme?,
        as_of: table.date("as_of"),
        sample: table
            .get("sample")
            .and_then(|node| node.bool())
            .unwrap_or(false),
        theme: table
            .get("theme")
            .and_then(|node| node.id())
            .unwrap_or_else(|| Sp::new("default".into(), table.span)),
        publisher: publisher(&table),
        emergency,
        html: markdown
            .and_then(|markdown| markdown.get("html")?.bool())
            .unwrap_or(false),
    })
}

fn base_url(table: &Table, mut url: Word) -> Option<Word> {
    let rest = url
        .strip_prefix("https://")
        .or_else(|| url.strip_prefix("http://"));
    if rest.is_none_or(|rest| {
        rest.is_empty() || rest.contains(char::is_whitespace) || rest.contains(['?', '#', '"'])
    }) {
        table.cx.push(url.span, BadUrl {});
        return None;
    }
    if !url.ends_with('/') {
        url.value = format!("{}/", url.value).into();
    }
    Some(url)
}

fn languages(table: &Table) -> Vec<Lang> {
    let known = Lang::ALL.map(|lang| (lang.tag(), lang));
    let mut languages: Vec<Lang> = Vec::new();
    for lang in table
        .list("languages")
        .into_iter()
        .filter_map(|node| node.choice(&known))
    {
        if !languages.contains(&lang) {
            languages.push(lang);
        }
    }
    if languages.is_empty() {
        languages.push(Lang::Vi);
    }
    languages
}

fn emergency(table: &Table) -> Vec<EmergencyDraft> {
    let entries = table.tables("emergency", &["number", "title"]);
    if entries.is_empty() {
        table.cx.push(table.span, MissingKey { key: "emergency" });
    }
    let read = |entry: &Table| {
        let number = entry.must("number").and_then(|node| node.phone());
        let title = entry.must("title").and_then(|node| node.text());
        Some(EmergencyDraft {
            number: number?.value,
            title: title?,
        })
    };
    let numbers: Vec<Word> = entries
        .iter()
        .filter_map(|entry| entry.label("number"))
        .collect();
    unique(table.cx, numbers.iter());
    entries.iter().filter_map(read).collect()
}

fn publisher(table: &Table) -> PublisherDraft {
    let Some(publisher) = table.table("publisher", &["name", "email", "phone", "address"]) else {
        return PublisherDraft::default();
    };
    PublisherDraft {
        name: publisher
            .must("name")
            .and_then(|node| node.text())
            .unwrap_or_default(),
        email: publisher.string("email").map(|email| email.value),
        phone: publisher.phone("phone").map(|phone| phone.value),
        address: publisher.text("address"),
    }
}
