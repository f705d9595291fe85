//! Addresses: one stem a subject, computed once, recorded in the lock, never silently changed.

use ecow::EcoString;
use rustc_hash::{FxHashMap, FxHashSet};

use super::{
    Locking, Subject,
    findings::{AddressTaken, AddressVanished, LockIsStale, MovedFromUnknown, MovedToUnknown},
    wanted::Wanted,
};
use crate::{
    diag::{Diagnostic, Lang, Report, Span},
    model::fold::slug,
    parse::near::near,
    publish::PublicSite,
};

/// The stem of every subject: its path without language folder and extension.
#[derive(Debug, Default)]
pub struct AddressBook {
    stems: FxHashMap<Subject, EcoString>,
    main: Lang,
}

impl AddressBook {
    /// The stem of a subject: `danh-ba/huyen-tho-xuan/xa-xuan-hoa`.
    pub fn stem(&self, subject: Subject) -> Option<&str> {
        self.stems.get(&subject).map(|stem| &**stem)
    }

    /// The path of a subject in a language: stem with extension, below `en/` for a second language.
    pub fn path(&self, subject: Subject, lang: Lang, extension: &str) -> Option<String> {
        let stem = self.stem(subject)?;
        Some(if lang == self.main {
            format!("{stem}.{extension}")
        } else {
            format!("{}/{stem}.{extension}", lang.tag())
        })
    }
}

/// The relative link from one output path to another: both below the output folder, with `/`.
pub fn relative(from: &str, to: &str) -> String {
    let folder = from.rfind('/').map_or("", |at| &from[..=at]);
    let shared = folder
        .split_inclusive('/')
        .zip(to.split_inclusive('/'))
        .take_while(|(a, b)| a == b);
    let shared: usize = shared.map(|(part, _)| part.len()).sum();
    let mut link = "../".repeat(folder[shared..].matches('/').count());
    link.push_str(&to[shared..]);
    link
}

/// Gives every wanted subject its address: the recorded one, else a new one. The second value is the lock's new text,
/// when it must change.
pub(super) fn assign(
    site: &PublicSite,
    wanted: &[Wanted],
    locking: Locking,
    report: &mut Report,
) -> (AddressBook, Option<String>) {
    let main = site.info.main();
    let recorded = Recorded::read(site);
    let mut book = AddressBook {
        stems: FxHashMap::default(),
        main,
    };
    let mut taken = FxHashMap::default();
    // Parents stand before children in `wanted`, so each batch of siblings finds its folder ready.
    for siblings in wanted.chunk_by(|a, b| a.parent == b.parent) {
        name_siblings(siblings, &recorded, &mut book, &mut taken, report);
    }
    place_moved(site, &recorded, &mut book, report);
    if locking != Locking::Ignore {
        miss(site, &recorded, wanted, report);
    }
    let entries = lock_entries(site, wanted, &book);
    let mut before: Vec<(&str, &str)> = site
        .lock
        .entries
        .iter()
        .map(|(stem, key)| (&*stem.value, &**key))
        .collect();
    before.sort_unstable();
    let stale = entries != before;
    if stale && locking == Locking::Refuse {
        report.add(at_lock(site, LockIsStale {}));
    }
    let text = (stale && locking != Locking::Ignore).then(|| lock_text(&entries));
    (book, text)
}

const LOCK_HEAD: &str = "\
# Mọi địa chỉ đã từng công bố. Chương trình tự ghi; đừng sửa tay. Hãy đưa tệp này vào kho mã.
# Every address ever published. Kept by the program; do not edit. Commit this file.
";

/// What the lock says.
struct Recorded<'a> {
    stem_of: FxHashMap<&'a str, &'a str>,
    stems: FxHashSet<&'a str>,
}

impl<'a> Recorded<'a> {
    fn read(site: &'a PublicSite) -> Self {
        let entries = &site.lock.entries;
        Recorded {
            stem_of: entries
                .iter()
                .map(|(stem, key)| (&**key, &*stem.value))
                .collect(),
            stems: entries.iter().map(|(stem, _)| &*stem.value).collect(),
        }
    }
}

fn name_siblings(
    siblings: &[Wanted],
    recorded: &Recorded,
    book: &mut AddressBook,
    taken: &mut FxHashMap<EcoString, Span>,
    report: &mut Report,
) {
    let parent = siblings.first().and_then(|one| one.parent);
    let folder = parent
        .and_then(|parent| book.stem(parent))
        .map(|stem| format!("{stem}/"))
        .unwrap_or_default();
    let plain: Vec<String> = siblings
        .iter()
        .map(|one| format!("{folder}{}", last_part(one)))
        .collect();
    let mut claims: FxHashMap<&str, usize> = FxHashMap::default();
    for stem in &plain {
        *claims.entry(stem).or_default() += 1;
    }
    for (one, plain) in siblings.iter().zip(&plain) {
        let alone = claims[&**plain] == 1 && !recorded.stems.contains(&**plain);
        let stem: EcoString = match recorded.stem_of.get(&*one.key) {
            Some(stem) => (*stem).into(),
            None if alone => plain.as_str().into(),
            None => with_code(plain, one).into(),
        };
        if let Some(first) = taken.insert(stem.clone(), one.span) {
            let clash = Diagnostic::new(
                one.span,
                AddressTaken {
                    stem: stem.to_string(),
                },
            );
            report.add(clash.with(first, "địa chỉ này đã dùng ở đây", "it is taken here"));
        }
        book.stems.insert(one.subject, stem);
    }
}

fn last_part(one: &Wanted) -> String {
    if one.fixed {
        one.name.to_string()
    } else {
        slug(&one.name)
    }
}

/// Every member of a colliding pair carries its code; fixed addresses (`danh-ba`) never collide and have none.
fn with_code(plain: &str, one: &Wanted) -> String {
    match &one.code {
        Some(code) if !one.fixed => format!("{plain}-{}", slug(code)),
        _ => plain.to_owned(),
    }
}

fn place_moved(
    site: &PublicSite,
    recorded: &Recorded,
    book: &mut AddressBook,
    report: &mut Report,
) {
    let live: FxHashSet<EcoString> = book.stems.values().cloned().collect();
    for (at, moved) in (0..).zip(&site.moved) {
        if !recorded.stems.contains(&*moved.from.value) || live.contains(&moved.from.value) {
            let near = near(&moved.from, recorded.stems.iter().copied()).map(str::to_owned);
            report.push(
                moved.from.span,
                MovedFromUnknown {
                    stem: moved.from.to_string(),
                    near,
                },
            );
        }
        if let Some(to) = moved.to.as_ref().filter(|to| !live.contains(&to.value)) {
            let near = near(to, live.iter().map(|stem| &**stem)).map(str::to_owned);
            report.push(
                to.span,
                MovedToUnknown {
                    stem: to.to_string(),
                    near,
                },
            );
        }
        book.stems
            .insert(Subject::Moved(at), moved.from.value.clone());
    }
}

/// Reports recorded addresses that nothing stands at any more.
fn miss(site: &PublicSite, recorded: &Recorded, wanted: &[Wanted], report: &mut Report) {
    let alive: FxHashSet<&str> = wanted
        .iter()
        .filter_map(|one| recorded.stem_of.get(&*one.key).copied())
        .collect();
    let explained: FxHashSet<&str> = site.moved.iter().map(|moved| &*moved.from.value).collect();
    for (stem, _) in &site.lock.entries {
        if !alive.contains(&*stem.value) && !explained.contains(&*stem.value) {
            report.push(
                stem.span,
                AddressVanished {
                    stem: stem.to_string(),
                },
            );
        }
    }
}

fn lock_entries<'a>(
    site: &'a PublicSite,
    wanted: &'a [Wanted],
    book: &'a AddressBook,
) -> Vec<(&'a str, &'a str)> {
    let now = wanted
        .iter()
        .filter_map(|one| Some((book.stem(one.subject)?, &*one.key)));
    let moved: FxHashSet<&str> = site.moved.iter().map(|moved| &*moved.from.value).collect();
    let gone = site
        .lock
        .entries
        .iter()
        .filter(|(stem, _)| moved.contains(&*stem.value));
    let mut entries: Vec<_> = now
        .chain(gone.map(|(stem, key)| (&*stem.value, &**key)))
        .collect();
    entries.sort_unstable();
    entries.dedup();
    entries
}

fn lock_text(entries: &[(&str, &str)]) -> String {
    let mut text = LOCK_HEAD.to_owned();
    for (stem, key) in entries {
        text.push_str(&format!("{} = {}\n", quoted(stem), quoted(key)));
    }
    text
}

fn quoted(text: &str) -> String {
    toml::Value::from(text).to_string()
}

fn at_lock(site: &PublicSite, finding: LockIsStale) -> Diagnostic {
    match site.lock.file {
        Some(file) => Diagnostic::new(Span::file(file), finding),
        None => Diagnostic::nowhere(finding),
    }
}

#[cfg(test)]
mod tests {
    use super::relative;

    #[test]
    fn links_are_relative_to_the_page() {
        assert_eq!(relative("index.html", "danh-ba.html"), "danh-ba.html");
        assert_eq!(
            relative("danh-ba/a/b.html", "index.html"),
            "../../index.html"
        );
        assert_eq!(
            relative("danh-ba/a/b.html", "danh-ba/a/b/c.html"),
            "b/c.html"
        );
        assert_eq!(relative("danh-ba/a/b.html", "danh-ba/a.html"), "../a.html");
        assert_eq!(relative("danh-ba/a/b.html", "danh-ba/a/b.html"), "b.html");
    }
}
