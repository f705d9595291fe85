//! `sw.js`: the worker that keeps pages for reading without a network, with what it must know of this build.
//!
//! The worker is the theme's `assets/sw.js` as it is written, a script like any other, so that a theme may replace it.
//! Before it stands one line of JSON: which build this is, which files every page needs, and which pages make up each
//! handbook. It stands at the top of the site, since a worker reaches only what lies below it. All paths in it are
//! relative to its own folder, so that it works wherever the site is put.

use std::{collections::BTreeMap, sync::Arc};

use rustc_hash::FxHashMap;
use serde::Serialize;
use xxhash_rust::xxh3::xxh3_64;

use super::{Theme, key::Key, theme::WORKER};
use crate::{
    diag::Lang,
    plan::{Book, Collector, Sink, SitePlan, StagedFile, Subject, Target, is_page},
    publish::Media,
};

/// The templates that name what every page needs.
const NAMING: [&str; 2] = ["base.html", "assets.html"];

/// Makes `sw.js`, where the site has pages.
#[derive(Debug)]
pub struct Offline {
    theme: Arc<Theme>,
}

/// The line of JSON.
#[derive(Serialize)]
struct Build<'a> {
    /// Hash of all pages and of the worker: another page, another build.
    version: String,
    /// Files that every page needs.
    assets: Vec<&'a str>,
    /// The pages that list what is kept, by the folder of their language.
    saved: BTreeMap<String, String>,
    /// Handbooks by the path of their page.
    books: BTreeMap<String, Volume>,
    /// What is said where even such a list is missing.
    sorry: String,
}

/// A handbook in one language.
#[derive(Serialize)]
struct Volume {
    /// Hash of its files: a copy is good for as long as it stays the same.
    hash: String,
    /// Its files; the page with the contents comes last, so that its presence says that the copy is whole.
    files: Vec<String>,
}

/// Hashes of published files by path.
type Hashes<'a> = FxHashMap<&'a str, u64>;

impl Offline {
    /// Keeps pages of this theme.
    pub const fn new(theme: Arc<Theme>) -> Self {
        Offline { theme }
    }

    fn build<'a>(&'a self, plan: &SitePlan, staged: &[StagedFile]) -> Option<Build<'a>> {
        let hashes: Hashes = staged.iter().map(|file| (&*file.path, file.hash)).collect();
        let lang = plan.site.info.main();
        let words = self.theme.words(lang);
        let saved = saved(plan, &hashes);
        if saved.is_empty() {
            return None;
        }
        let named = NAMING.map(|name| self.theme.templates.closure(name));
        let named = named.concat();
        // Fonts are named by style sheets alone.
        let needed =
            |name: &str| named.contains(&format!("\"{name}\"")) || name.ends_with(".woff2");
        let assets = self.theme.assets().iter();
        let first = plan.site.info.emergency.first();
        let number = first.map(|entry| entry.number.show()).unwrap_or_default();
        let call = words.fill(Key::StripCall, &[("number", &number)]);
        Some(Build {
            version: self.version(staged),
            assets: assets
                .filter(|asset| needed(&asset.name))
                .map(|asset| &*asset.path)
                .collect(),
            saved,
            books: books(plan, &hashes),
            sorry: format!("{} {call}", words.get(Key::NotSaved)),
        })
    }

    fn version(&self, staged: &[StagedFile]) -> String {
        let mut seen = self.theme.part(WORKER).into_owned().into_bytes();
        // Pictures, tables and files to take along are not kept: a new one makes no copy old.
        for file in staged.iter().filter(|file| is_page(&file.path)) {
            seen.extend_from_slice(file.path.as_bytes());
            seen.extend_from_slice(&file.hash.to_le_bytes());
        }
        format!("{:016x}", xxh3_64(&seen))
    }
}

impl Collector for Offline {
    fn id(&self) -> &'static str {
        "offline"
    }

    fn media(&self) -> Media {
        Media::Text
    }

    fn collect(&self, plan: &SitePlan, staged: &[StagedFile], sink: &dyn Sink) {
        let told = self.build(plan, staged);
        let line = told.and_then(|build| serde_json::to_string(&build).ok());
        if let Some(line) = line {
            let text = format!("const BUILD = {line};\n{}", self.theme.part(WORKER));
            sink.put(WORKER, text.as_bytes());
        }
    }
}

fn saved(plan: &SitePlan, hashes: &Hashes) -> BTreeMap<String, String> {
    let languages = plan.languages(Subject::Saved).into_iter();
    let path = |lang| plan.addresses.path(Subject::Saved, lang, "html");
    let folder = |path: String| {
        let end = path.rfind('/').map_or(0, |at| at + 1);
        (path[..end].to_owned(), path)
    };
    languages
        .filter_map(path)
        .filter(|path| hashes.contains_key(&**path))
        .map(folder)
        .collect()
}

fn books(plan: &SitePlan, hashes: &Hashes) -> BTreeMap<String, Volume> {
    let mut volumes = BTreeMap::new();
    for (at, book) in (0..).zip(&plan.library.books) {
        for lang in plan.languages(Subject::Book(at)) {
            let Some(page) = plan.addresses.path(Subject::Book(at), lang, "html") else {
                continue;
            };
            let mut files = files(plan, book, lang);
            files.push(page.clone());
            files.retain(|path| hashes.contains_key(&**path));
            let mut seen = Vec::new();
            for path in &files {
                seen.extend_from_slice(path.as_bytes());
                seen.extend_from_slice(&hashes[&**path].to_le_bytes());
            }
            let hash = format!("{:016x}", xxh3_64(&seen));
            volumes.insert(page, Volume { hash, files });
        }
    }
    volumes
}

/// The chapters of a handbook as readers of a language find them, and the pictures in all its pages.
fn files(plan: &SitePlan, book: &Book, lang: Lang) -> Vec<String> {
    let mut files = Vec::new();
    let mut pictures = Vec::new();
    for at in book.chapters.iter().chain(&book.index) {
        let work = &plan.library.works[*at];
        let source = work.source(lang).unwrap_or(work.main).at();
        let article = &plan.site.articles[source];
        for link in plan.prepared[source].links.iter().filter(|link| link.image) {
            if let Some((Target::File(file), _)) = plan.links.resolve(article, &link.target) {
                pictures.push(plan.file_path(file));
            }
        }
        if book.index != Some(*at) {
            let page = plan.page(Subject::Article(work.main), lang);
            files.extend(page.map(|(path, _)| path));
        }
    }
    pictures.sort_unstable();
    pictures.dedup();
    files.append(&mut pictures);
    files
}
