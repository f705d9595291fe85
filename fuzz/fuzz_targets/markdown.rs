//! Any text as an article: reading it, linting it and rendering it never fails, and every finding lies inside the text.
#![no_main]

use binhyen::{
    check,
    markdown::{self, HtmlPolicy, Labels, Resolve},
    model::SchemeIdx,
    parse,
    plan::{self, Locking},
    publish,
    source::{SourceFile, SourceKind, Sources},
};
use libfuzzer_sys::fuzz_target;

const SITE: &str = include_str!("../../tests/sites/small/site/data/site.toml");
const SCHEME: &str = include_str!("../../tests/sites/small/site/data/schemes/mau.toml");
const THREE: &str = include_str!("../../tests/sites/small/site/data/places/ba-cap.toml");
const TWO: &str = include_str!("../../tests/sites/small/site/data/places/hai-cap.toml");

/// Every link leads somewhere.
struct Anywhere;

impl Resolve for Anywhere {
    fn link(&self, target: &str) -> Option<String> {
        Some(target.to_owned())
    }

    fn clause(&self, _: SchemeIdx, clause: &str) -> Option<String> {
        Some(format!("#{clause}"))
    }
}

fuzz_target!(|body: &str| {
    let article = format!("+++\ntitle = \"Bài\"\n+++\n{body}");
    let files = [
        (SourceKind::Article, "content/pages/a.md", &*article),
        (SourceKind::Places, "data/places/ba-cap.toml", THREE),
        (SourceKind::Places, "data/places/hai-cap.toml", TWO),
        (SourceKind::Scheme, "data/schemes/mau.toml", SCHEME),
        (SourceKind::Site, "data/site.toml", SITE),
    ];
    let files = files.map(|(kind, path, text)| SourceFile {
        path: path.into(),
        kind,
        text: text.into(),
    });
    let sources = Sources {
        files: files.into(),
        ..Sources::default()
    };
    let (draft, _) = parse::parse(&sources);
    let day = draft.site.as_ref().and_then(|site| site.as_of);
    let day = day.expect("the site names its day").value;
    let registry = check::check(draft, &sources, day).0.expect("the site is sound");
    let (site, _, _) = publish::publish(registry);
    let (plan, report) = plan::plan(&site, Vec::new(), &[], Locking::Record, &sources);
    let inside = report.diagnostics().iter().filter_map(|found| found.at);
    for at in inside.filter(|at| at.file.0 == 0) {
        assert!(at.start <= at.end && at.end as usize <= article.len());
    }
    let labels = Labels::gather(|name| Some(name.to_owned())).unwrap();
    for (article, prepared) in site.articles.iter().zip(&plan.prepared) {
        for policy in [HtmlPolicy::Escape, HtmlPolicy::Sanitise] {
            markdown::render(article, prepared, &site.schemes, policy, &Anywhere, &labels);
        }
    }
});
