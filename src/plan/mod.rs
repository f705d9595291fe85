//! Every path, address and link of the site, before a byte is rendered.
//!
//! Addresses never change silently: they are recorded in the lock, and one that would vanish is an error.

use ecow::EcoString;
mod address;
mod archive;
mod coverage;
mod explained;
mod findings;
mod format;
mod library;
mod links;
mod subject;
mod volume;
mod wanted;

pub use address::{AddressBook, relative};
pub use archive::{Archive, Packing, options};
pub use coverage::{Coverage, Readers};
pub use explained::{Explained, explained};
pub use findings::FINDINGS;
pub use format::{Collector, Format, Inside, Key, Sink, Spec, StagedFile};
pub use library::{Book, Library, Tag, Work};
pub use links::{Links, Target};
pub use subject::{Output, Subject, is_page};
pub use volume::{Chapter, Part, Volume};

use rayon::prelude::*;

use crate::{
    check::Article,
    diag::{Lang, Report, SourceMap},
    markdown::{self, HtmlPolicy, Prepared, Style},
    model::PlaceIdx,
    publish::PublicSite,
};

/// Whether new addresses may be recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Locking {
    /// The lock grows as needed.
    Record,
    /// `--locked`: a lock that would change is an error.
    Refuse,
    /// Something was not understood, so what seems gone may only be unread: nothing is missed, and nothing recorded.
    Ignore,
}

/// What will be written where. Only this stage can make one.
#[derive(Debug)]
pub struct SitePlan<'a> {
    /// The site.
    pub site: &'a PublicSite,
    /// Addresses.
    pub addresses: AddressBook,
    /// Markdown, arranged.
    pub library: Library,
    /// Markdown, read once; same order as `site.articles`.
    pub prepared: Vec<Prepared>,
    /// Source paths and what they lead to.
    pub links: Links,
    /// Who writes about which clause.
    pub coverage: Coverage,
    /// Files beside the Markdown, by source path.
    pub files: Vec<EcoString>,
    /// Outputs, in path order.
    pub outputs: Vec<Output>,
    /// The lock as it should stand, when it differs from the one read.
    pub new_lock: Option<String>,
    _planned: Planned,
}

/// Only this stage has one.
#[derive(Debug)]
struct Planned;

/// Plans the site for some formats. `files` are the source paths of the files beside the Markdown.
pub fn plan<'a>(
    site: &'a PublicSite,
    files: Vec<EcoString>,
    formats: &[Box<dyn Format>],
    locking: Locking,
    sources: &dyn SourceMap,
) -> (SitePlan<'a>, Report) {
    let mut report = Report::default();
    let main = site.info.main();
    let library = Library::arrange(&site.articles, main);
    let policy = if site.info.html {
        HtmlPolicy::Sanitise
    } else {
        HtmlPolicy::Escape
    };
    let style = Style::of(&site.style);
    let prepared = prepare(site, &style, policy, &mut report);
    let links = Links::gather(site, &library, &files, sources);
    links.check(site, &library, &prepared, &mut report);
    Coverage::check(site, &prepared, &mut report);
    let coverage = Coverage::gather(&library, &prepared);
    let wanted = wanted::wanted(site, &library);
    let (addresses, new_lock) = address::assign(site, &wanted, locking, &mut report);
    let moved = (0..).zip(&site.moved).map(|(at, _)| Subject::Moved(at));
    let subjects: Vec<(Subject, Lang)> = wanted
        .iter()
        .map(|one| one.subject)
        .chain(moved)
        .flat_map(|subject| {
            wanted::languages(site, &library, subject)
                .into_iter()
                .map(move |lang| (subject, lang))
        })
        .collect();
    let mut plan = SitePlan {
        site,
        addresses,
        library,
        prepared,
        links,
        coverage,
        files,
        outputs: Vec::new(),
        new_lock,
        _planned: Planned,
    };
    plan.outputs = outputs(&plan, &subjects, formats);
    (plan, report)
}

/// Reads all Markdown, in parallel; what is found comes out in the order of the articles.
fn prepare(
    site: &PublicSite,
    style: &Style,
    policy: HtmlPolicy,
    report: &mut Report,
) -> Vec<Prepared> {
    let read = |article| {
        let mut report = Report::default();
        let prepared = markdown::prepare(article, &site.schemes, style, policy, &mut report);
        (prepared, report)
    };
    let read: Vec<(Prepared, Report)> = site.articles.par_iter().map(read).collect();
    let found = read.into_iter().map(|(prepared, found)| {
        report.merge(found);
        prepared
    });
    found.collect()
}

impl SitePlan<'_> {
    /// The path of a subject's page in a language, or in the main one where it has no such page.
    pub fn page(&self, subject: Subject, lang: Lang) -> Option<(String, Lang)> {
        let has = wanted::languages(self.site, &self.library, subject);
        let lang = if has.contains(&lang) {
            lang
        } else {
            *has.first()?
        };
        Some((self.addresses.path(subject, lang, "html")?, lang))
    }

    /// The path of the campaign's feed in a language, beside its posts.
    pub fn feed(&self, lang: Lang) -> Option<String> {
        let page = self.addresses.path(Subject::Campaign, lang, "html")?;
        Some(format!("{}/feed.xml", page.strip_suffix(".html")?))
    }

    /// The folder of the cards of a commune's people, ending in `/`: each is the person's id, which holds no `/`, so that no
    /// village, whose file stands beside this folder, ever meets one. A person has one card, in the main language.
    pub fn cards(&self, commune: PlaceIdx) -> Option<String> {
        let stem = self.addresses.stem(Subject::Place(commune))?;
        Some(format!("{stem}/so/"))
    }

    /// The languages a subject has pages in, the main one first.
    pub fn languages(&self, subject: Subject) -> Vec<Lang> {
        wanted::languages(self.site, &self.library, subject)
    }

    /// The output path of a file beside the Markdown: it follows the shelf of its folder.
    pub fn file_path(&self, at: usize) -> String {
        let path = self.files[at].trim_start_matches("content/");
        for (shelf, stem) in [
            ("handbook/", Subject::Books),
            ("campaign/", Subject::Campaign),
        ] {
            if let (Some(rest), Some(stem)) = (path.strip_prefix(shelf), self.addresses.stem(stem))
            {
                return format!("{stem}/{rest}");
            }
        }
        path.strip_prefix("pages/").unwrap_or(path).to_owned()
    }

    /// The relative link for a target written in an article, as seen from an output.
    pub fn link(&self, article: &Article, target: &str, from: &Output) -> Option<String> {
        // What follows the path is of no concern to a relative link.
        Some(relative(
            &from.path,
            &self.target(article, target, from.lang)?,
        ))
    }

    /// The output path, and the anchor, that a target written in an article leads to for readers of a language.
    pub fn target(&self, article: &Article, target: &str, lang: Lang) -> Option<String> {
        let (target, anchor) = self.links.resolve(article, target)?;
        let path = match target {
            Target::Page(subject) => self.page(subject, lang)?.0,
            Target::File(at) => self.file_path(at),
        };
        Some(match anchor {
            Some(anchor) => format!("{path}#{anchor}"),
            None => path,
        })
    }
}

fn outputs(
    plan: &SitePlan,
    subjects: &[(Subject, Lang)],
    formats: &[Box<dyn Format>],
) -> Vec<Output> {
    let mut outputs = Vec::new();
    for (at, format) in formats.iter().enumerate() {
        for (subject, lang) in format.plan(plan, subjects) {
            let Some(path) = format.path(plan, subject, lang) else {
                continue;
            };
            let source = source(plan, subject, lang);
            outputs.push(Output {
                path: path.into(),
                extension: format.spec().extension,
                subject,
                lang,
                format: at,
                source,
            });
        }
    }
    outputs.sort_by(|a, b| a.path.cmp(&b.path));
    outputs
}

fn source(plan: &SitePlan, subject: Subject, lang: Lang) -> Option<crate::diag::FileId> {
    let site = plan.site;
    match subject {
        Subject::Place(at) | Subject::Unit(at, _) | Subject::Person(at, _) => {
            let place = site.gazetteer.place(at).span.file;
            Some(site.commune(at).map_or(place, |commune| commune.source))
        }
        Subject::Rules(at) | Subject::Duties(at) | Subject::Progress(at) => {
            Some(site.schemes.get(at).file)
        }
        Subject::Article(main) => {
            let source = plan.library.work_of(main).source(lang).unwrap_or(main);
            Some(site.articles[source.at()].file)
        }
        Subject::Moved(at) => Some(site.moved[at as usize].from.span.file),
        _ => None,
    }
}
