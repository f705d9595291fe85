//! Markdown as tests: every `##` section of a file is a tiny site, and comments say what must be found in it.
//!
//! A fenced block's info string says which file of the site it is:
//!
//! - `toml` is the roster of the default commune; `place = …` is written for it unless it says its own;
//! - `toml private` is that roster's private twin, `toml rule` one rule of the scheme `t` (id, severity, clause and words
//!   are filled in: the first rule is `R`, the next `R2`), `toml scheme` more of that scheme, `toml world` a replacement of
//!   its first part;
//! - `toml data/…` or `markdown content/…` is the file of that path, in place of the world's.
//!
//! Blocks before the first section belong to every section; a roster block there is its beginning.
//! `# warning[t/R]: "words"` or `# error[R001]: "words"` expects that finding on that line, its words in either language.

use std::{collections::BTreeMap, fs, path::Path};

use binhyen::{
    check::{self, Registry},
    diag::{Lang, Report, Severity, SourceMap},
    parse,
    source::{SourceFile, SourceKind, Sources},
};
use chrono::NaiveDate;

/// A section of a Markdown file.
pub struct Section {
    pub name: String,
    blocks: Vec<Block>,
}

#[derive(Clone)]
struct Block {
    info: String,
    lines: Vec<(usize, String)>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Expected {
    severity: Severity,
    code: String,
    words: String,
}

impl Section {
    /// Whether a comment expects a finding.
    pub fn expects_something(&self) -> bool {
        let mut lines = self.blocks.iter().flat_map(|block| &block.lines);
        lines.any(|(_, line)| !expected(line).is_empty())
    }

    /// What differs from the comments, one a line; empty when all is as they say.
    pub fn differences(&self, world: &Path) -> Vec<String> {
        let site = self.site(world);
        let mut sources = sources(&site, world);
        let (_, report) = check(&mut sources);
        compare(&site, &sources, &report)
    }

    /// What the check stage makes of it.
    pub fn registry(&self, world: &Path) -> Option<Registry> {
        check(&mut sources(&self.site(world), world)).0
    }

    fn site(&self, world: &Path) -> Site {
        let mut site = Site::new();
        for path in [
            "data/site.toml",
            "data/places/e.toml",
            "data/schemes/t.toml",
        ] {
            let text = fs::read_to_string(world.join(path)).unwrap();
            let lines = text.lines().map(|line| (0, line.to_owned()));
            site.insert(path.to_owned(), lines.collect());
        }
        let place = |site: &mut Site, path: &str| {
            let line = r#"place = { edition = "e", code = "100" }"#.to_owned();
            site.entry(path.to_owned())
                .or_insert_with(|| vec![(0, line)]);
        };
        let own_place = |block: &Block| block.lines.iter().any(|it| it.1.starts_with("place"));
        let has_place = self
            .blocks
            .iter()
            .any(|block| block.info == "toml" && own_place(block));
        let mut rules = 0;
        for block in &self.blocks {
            let path = match block.info.as_str() {
                "toml" => {
                    if !has_place {
                        place(&mut site, ROSTER);
                    }
                    ROSTER
                }
                "toml private" => {
                    if !own_place(block) {
                        place(&mut site, PRIVATE);
                    }
                    PRIVATE
                }
                "toml scheme" => SCHEME,
                "toml rule" => {
                    rules += 1;
                    site.entry(SCHEME.to_owned())
                        .or_default()
                        .extend(rule_head(rules));
                    SCHEME
                }
                "toml world" => {
                    site.remove(SCHEME);
                    SCHEME
                }
                other => {
                    let path = other.split_once(' ').expect("a block names its file").1;
                    site.remove(path);
                    path
                }
            };
            site.entry(path.to_owned())
                .or_default()
                .extend(block.lines.iter().cloned());
        }
        site
    }
}

/// Path → lines, each with its line in the Markdown file (0 when it is the world's).
type Site = BTreeMap<String, Vec<(usize, String)>>;

const ROSTER: &str = "data/rosters/h/a.toml";
const PRIVATE: &str = "data/private/h/a.toml";
const SCHEME: &str = "data/schemes/t.toml";

fn sources(site: &Site, _world: &Path) -> Sources {
    let text = |lines: &[(usize, String)]| {
        lines
            .iter()
            .map(|(_, line)| format!("{line}\n"))
            .collect::<String>()
    };
    let files = site.iter().map(|(path, lines)| SourceFile {
        path: path.as_str().into(),
        kind: kind(path),
        text: text(lines).into(),
    });
    Sources {
        root: Default::default(),
        files: files.collect(),
        assets: Vec::new(),
        deferred: Default::default(),
    }
}

fn check(sources: &mut Sources) -> (Option<Registry>, Report) {
    let (draft, mut report) = parse::parse(sources);
    let as_of = NaiveDate::from_ymd_opt(2008, 7, 15).unwrap();
    let (registry, found) = check::check(draft, sources, as_of);
    report.merge(found);
    (registry, report)
}

/// The sections of a Markdown file.
pub fn sections(text: &str) -> Vec<Section> {
    let mut shared = Vec::new();
    let mut sections: Vec<Section> = Vec::new();
    let mut open: Option<Block> = None;
    for (at, line) in (1..).zip(text.lines()) {
        if let Some(block) = &mut open {
            if line.starts_with("```") {
                let block = open.take().unwrap();
                match sections.last_mut() {
                    Some(section) => section.blocks.push(block),
                    None => shared.push(block),
                }
            } else {
                block.lines.push((at, line.to_owned()));
            }
        } else if let Some(info) = line.strip_prefix("```") {
            open = Some(Block {
                info: info.to_owned(),
                lines: Vec::new(),
            });
        } else if let Some(name) = line.strip_prefix("## ") {
            sections.push(Section {
                name: name.to_owned(),
                blocks: shared.clone(),
            });
        }
    }
    sections
}

fn rule_head(number: usize) -> Vec<(usize, String)> {
    let id = if number == 1 {
        "R".to_owned()
    } else {
        format!("R{number}")
    };
    let head = format!(
        "\n[[rules]]\nid = \"{id}\"\nseverity = \"warning\"\nclause = \"1\"\nvi = \"Lời quy tắc.\"\nen = \"The rule's words.\""
    );
    head.lines().map(|line| (0, line.to_owned())).collect()
}

fn kind(path: &str) -> SourceKind {
    let folder = path.rsplit_once('/').map_or("", |it| it.0);
    match (path, folder) {
        ("data/site.toml", _) => SourceKind::Site,
        ("data/rollout.toml", _) => SourceKind::Rollout,
        ("data/agencies.toml", _) => SourceKind::Agencies,
        ("data/publish.toml", _) => SourceKind::Policy,
        (_, "data/places") => SourceKind::Places,
        (_, "data/schemes") => SourceKind::Scheme,
        _ if path.starts_with("data/rosters/") => SourceKind::Roster,
        _ if path.starts_with("data/private/") => SourceKind::Private,
        _ => SourceKind::Article,
    }
}

/// The expectations in the comment of a line: `# warning[code]: "words" error[code]: "words"`.
fn expected(line: &str) -> Vec<Expected> {
    let mut found = Vec::new();
    let Some((_, mut rest)) = line
        .split_once("# ")
        .filter(|(_, it)| it.starts_with("warning[") || it.starts_with("error["))
    else {
        return found;
    };
    while let Some((severity, after)) = rest.trim_start().split_once('[') {
        let severity = match severity {
            "warning" => Severity::Warning,
            "error" => Severity::Error,
            other => panic!("what is `{other}`? in: {line}"),
        };
        let (code, after) = after.split_once("]: \"").expect("`]: \"` after the code");
        let (words, after) = after.split_once('"').expect("`\"` after the words");
        found.push(Expected {
            severity,
            code: code.to_owned(),
            words: words.to_owned(),
        });
        rest = after;
    }
    found
}

fn compare(site: &Site, sources: &Sources, report: &Report) -> Vec<String> {
    let mut open: Vec<(&str, usize, usize, Expected)> = Vec::new();
    for (path, lines) in site {
        for (at, (written, line)) in lines.iter().enumerate() {
            open.extend(
                expected(line)
                    .into_iter()
                    .map(|it| (path.as_str(), at, *written, it)),
            );
        }
    }
    let mut differences = Vec::new();
    for diagnostic in report.diagnostics() {
        let finding = &diagnostic.finding;
        let (path, line) = diagnostic.at.map_or(("", 0), |span| {
            let text = &sources.text(span.file)[..span.start as usize];
            (sources.path(span.file), text.matches('\n').count())
        });
        let words = [Lang::Vi, Lang::En].map(|lang| finding.words(lang));
        let matching = open.iter().position(|(file, at, _, it)| {
            *file == path
                && *at == line
                && it.severity == finding.severity()
                && it.code == finding.code()
                && words.iter().any(|words| words.contains(&it.words))
        });
        match matching {
            Some(at) => {
                open.remove(at);
            }
            None => {
                let source = site.get(path).and_then(|lines| lines.get(line));
                let (written, text) = source.map_or((0, ""), |it| (it.0, it.1.as_str()));
                differences.push(format!(
                    "line {written} ({path}): not expected: {:?}[{}] {}\n      {}\n      at: {text}",
                    finding.severity(),
                    finding.code(),
                    words[0],
                    words[1],
                ));
            }
        }
    }
    let missing = open.iter().map(|(path, _, written, it)| {
        format!(
            "line {written} ({path}): not found: {:?}[{}] {}",
            it.severity, it.code, it.words
        )
    });
    differences.extend(missing);
    differences
}
