//! Words explained: the abbreviations and terms of every scheme, letter by letter.

use std::collections::BTreeSet;

use serde::Serialize;

use super::{
    Built,
    ctx::{Chip, Ctx},
    frame::{Frame, Strip},
    notices::Replaced,
};
use crate::{
    diag::Lang,
    format::html::{fragments::Section, key::Key},
    model::{
        SchemeIdx, Text,
        collate::{compare, letter},
        fold::slug,
    },
    plan::Subject,
    scheme::Scheme,
};

/// All words.
#[derive(Debug, Serialize)]
struct Glossary<'a> {
    replaced: Vec<Replaced<'a>>,
    groups: Vec<Group<'a>>,
}

/// The words under a letter.
#[derive(Debug, Serialize)]
struct Group<'a> {
    letter: String,
    id: String,
    entries: Vec<Entry<'a>>,
}

/// A word with what it means, in one scheme or several.
#[derive(Debug, Serialize)]
struct Entry<'a> {
    id: String,
    word: &'a str,
    /// The Vietnamese word, on a page in another language.
    original: &'a str,
    meanings: Vec<Meaning<'a>>,
}

/// What a word means.
#[derive(Debug, Serialize)]
struct Meaning<'a> {
    text: &'a str,
    clause: Option<Chip>,
    /// The scheme, where there are several.
    scheme: &'a str,
}

/// The glossary.
pub(super) fn build<'a>(ctx: &Ctx<'a>) -> Built<'a> {
    let schemes = (0..ctx.site.schemes.all.len()).map(SchemeIdx::new);
    let explains = |at: &SchemeIdx| {
        let scheme = ctx.scheme(*at);
        !scheme.abbreviations.is_empty() || !scheme.terms.is_empty()
    };
    let schemes: Vec<SchemeIdx> = schemes.filter(explains).collect();
    let mut entries = Vec::new();
    for &at in &schemes {
        words(ctx, at, schemes.len() > 1, &mut entries);
    }
    let view = Glossary {
        replaced: schemes.iter().filter_map(|at| ctx.replaced(*at)).collect(),
        groups: groups(entries),
    };
    let title = ctx.words.get(Key::NavGlossary).to_owned();
    let description = ctx.words.get(Key::GlossaryLead).to_owned();
    let frame = Frame::new(ctx, Section::Other, Strip::None, title, description)
        .below(ctx, [(ctx.words.get(Key::Home), Subject::Home)]);
    Built::new("glossary.html", frame, &view)
}

/// Adds the words of a scheme.
fn words<'a>(ctx: &Ctx<'a>, at: SchemeIdx, named: bool, entries: &mut Vec<Entry<'a>>) {
    let scheme: &'a Scheme = ctx.scheme(at);
    let name = if named { ctx.text(&scheme.short) } else { "" };
    for one in &scheme.abbreviations {
        let meaning = Meaning {
            text: ctx.text(&one.long),
            clause: None,
            scheme: "",
        };
        add(entries, &one.short.value, "", meaning);
    }
    for one in &scheme.terms {
        let meaning = Meaning {
            text: ctx.text(&one.meaning),
            clause: ctx.chip(at, one.clause.as_ref().map(|clause| &***clause)),
            scheme: name,
        };
        add(
            entries,
            ctx.text(&one.word),
            original(ctx, &one.word),
            meaning,
        );
    }
}

fn original<'a>(ctx: &Ctx<'a>, word: &'a Text) -> &'a str {
    let vi = word.get(Lang::Vi);
    if vi == ctx.text(word) { "" } else { vi }
}

/// The same abbreviation of several schemes is explained once, and a word once for each meaning.
fn add<'a>(entries: &mut Vec<Entry<'a>>, word: &'a str, original: &'a str, meaning: Meaning<'a>) {
    let known = entries.iter_mut().find(|entry| entry.word == word);
    match known {
        Some(entry) if entry.meanings.iter().any(|one| one.text == meaning.text) => {}
        Some(entry) => entry.meanings.push(meaning),
        None => entries.push(Entry {
            id: String::new(),
            word,
            original,
            meanings: vec![meaning],
        }),
    }
}

fn groups(mut entries: Vec<Entry<'_>>) -> Vec<Group<'_>> {
    entries.sort_by(|a, b| compare(a.word, b.word));
    let mut taken = BTreeSet::new();
    let mut groups: Vec<Group> = Vec::new();
    for mut entry in entries {
        entry.id = unique(&mut taken, format!("tu-{}", slug(entry.word)));
        let (letter, id) = name(letter(entry.word));
        match groups.iter_mut().find(|group| group.id == id) {
            Some(group) => group.entries.push(entry),
            None => groups.push(Group {
                letter,
                id,
                entries: vec![entry],
            }),
        }
    }
    groups
}

/// How a letter is shown, and its anchor: `Ă` is `chu-aw`, as it is typed.
pub(super) fn name(letter: Option<char>) -> (String, String) {
    let Some(letter) = letter else {
        return ("0–9".to_owned(), "chu-so".to_owned());
    };
    let typed = match letter {
        'Ă' => "aw".to_owned(),
        'Â' => "aa".to_owned(),
        'Đ' => "dd".to_owned(),
        'Ê' => "ee".to_owned(),
        'Ô' => "oo".to_owned(),
        'Ơ' => "ow".to_owned(),
        'Ư' => "uw".to_owned(),
        other => slug(&other.to_string()),
    };
    (letter.to_string(), format!("chu-{typed}"))
}

fn unique(taken: &mut BTreeSet<String>, wanted: String) -> String {
    let mut id = wanted.clone();
    let mut count = 1;
    while !taken.insert(id.clone()) {
        count += 1;
        id = format!("{wanted}-{count}");
    }
    id
}
