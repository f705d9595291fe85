//! A theme: templates, interface words and assets, the site's own files over the embedded default ones.
//!
//! Reads nothing from the disk: a site's files come from [`Sources`].

use ecow::EcoString;
use std::borrow::Cow;

use rustc_hash::FxHashMap;
use tera::Tera;

use super::{
    assets::{self, Asset},
    embedded, fault,
    findings::{StrayTemplate, UnknownTheme},
    key::Key,
    lexicon,
    words::Words,
};
use crate::{
    diag::{Diagnostic, Fault, FileId, Lang, Report, Span},
    parse::near::near,
    source::{SourceKind, Sources},
};

/// Templates, words and assets, ready to render.
#[derive(Debug)]
pub struct Theme {
    pub(super) tera: Tera,
    pub(super) templates: Templates,
    words: Vec<Words>,
    assets: Vec<Asset>,
    parts: Vec<(EcoString, Cow<'static, [u8]>)>,
}

/// Files of `assets/` that are published inside other outputs, not as files of their own.
const PARTS: [&str; 2] = [STANDALONE, WORKER];

/// The script that keeps pages for reading without a network. A worker reaches the pages below its own folder, so it
/// must stand at the top.
pub(super) const WORKER: &str = "sw.js";

/// What the style sheet of a file that travels alone adds to the site's.
pub(super) const STANDALONE: &str = "standalone.css";

/// Where each template comes from.
#[derive(Debug, Default)]
pub(super) struct Templates {
    files: FxHashMap<EcoString, (FileId, EcoString)>,
}

impl Theme {
    /// Loads a theme by name, reporting everything wrong with the site's own files; those are then left out.
    ///
    /// # Errors
    /// A fault when the embedded theme itself is broken, which a test rules out.
    pub fn load(sources: &Sources, name: &str) -> Result<(Self, Report), Fault> {
        let mut report = Report::default();
        let folder = format!("themes/{name}/");
        check_name(sources, name, &folder, &mut report);
        let (tera, templates) = templates(sources, &folder, &mut report)?;
        let (parts, files) = asset_files(sources, &folder)
            .into_iter()
            .partition(|(name, _)| PARTS.contains(&&**name));
        let theme = Theme {
            tera,
            templates,
            words: words(sources, &folder, &mut report)?,
            assets: assets::hashed(files),
            parts,
        };
        Ok((theme, report))
    }

    /// The interface words of a language.
    pub fn words(&self, lang: Lang) -> &Words {
        &self.words[lang as usize]
    }

    /// The heading over corrections, for formats that have no templates.
    pub fn corrections(&self, lang: Lang) -> &str {
        self.words(lang).get(Key::Corrections)
    }

    /// The text of a file that is published inside another.
    pub(super) fn part(&self, name: &str) -> Cow<'_, str> {
        let found = self.parts.iter().find(|(part, _)| **part == *name);
        found.map_or("".into(), |(_, bytes)| String::from_utf8_lossy(bytes))
    }

    /// A published file of the theme by its name in `assets/`.
    pub(super) fn asset(&self, name: &str) -> Option<&Asset> {
        self.assets.iter().find(|asset| *asset.name == *name)
    }

    /// The theme's files, under their hashed names.
    pub fn assets(&self) -> &[Asset] {
        &self.assets
    }
}

impl Templates {
    /// The site's file of a template, if it is the site's own.
    pub(super) fn file(&self, template: &str) -> Option<FileId> {
        self.files.get(template).map(|(file, _)| *file)
    }

    /// The text of a template and of all it names, one after the other.
    pub(super) fn closure(&self, template: &str) -> String {
        let mut names = vec![template];
        let mut all = String::new();
        let mut at = 0;
        while let Some(name) = names.get(at) {
            let kept = embedded::TEMPLATES.iter().find(|(known, _)| known == name);
            let text = self.text(name).or(kept.map(|(_, text)| *text));
            all.push_str(text.unwrap_or_default());
            let used = self
                .names()
                .filter(|name| all.contains(&format!("\"{name}\"")));
            let new: Vec<&str> = used.filter(|name| !names.contains(name)).collect();
            names.extend(new);
            at += 1;
        }
        all
    }

    /// The text of a site's own template.
    pub(super) fn text(&self, template: &str) -> Option<&str> {
        self.files.get(template).map(|(_, text)| &**text)
    }

    /// All template names.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        let own = self.files.keys().map(|name| &**name);
        embedded::TEMPLATES.iter().map(|(name, _)| *name).chain(own)
    }

    /// How a place in an embedded template is written in words.
    #[allow(clippy::unused_self, reason = "reads as a question to the templates")]
    pub(super) fn place(&self, template: &str, line: usize, column: usize) -> String {
        format!("themes/default/templates/{template}:{line}:{column}")
    }
}

fn check_name(sources: &Sources, name: &str, folder: &str, report: &mut Report) {
    let files = sources.files.iter().map(|file| &*file.path);
    let paths = || {
        files
            .clone()
            .chain(sources.assets.iter().map(|asset| &*asset.path))
    };
    if name == "default" || paths().any(|path| path.starts_with(folder)) {
        return;
    }
    let known = paths().filter_map(|path| path.strip_prefix("themes/")?.split('/').next());
    let near = near(name, known.chain(["default"])).map(str::to_owned);
    let finding = UnknownTheme {
        name: name.to_owned(),
        near,
    };
    report.add(match sources.of(SourceKind::Site).next() {
        Some((file, _)) => Diagnostic::new(Span::file(file), finding),
        None => Diagnostic::nowhere(finding),
    });
}

/// The engine with all templates. One that cannot be read is reported and the embedded one stands in, so that all broken
/// ones are found in one run.
fn templates(
    sources: &Sources,
    folder: &str,
    report: &mut Report,
) -> Result<(Tera, Templates), Fault> {
    let folder = format!("{folder}templates/");
    let mut own = Templates::default();
    for (id, file) in sources.of(SourceKind::Template) {
        if let Some(name) = file.path.strip_prefix(&*folder) {
            own.files.insert(name.into(), (id, (&*file.text).into()));
        }
    }
    stray(&own, &folder, report);
    let mut broken: Vec<String> = Vec::new();
    loop {
        let sound = own
            .files
            .iter()
            .filter(|(name, _)| !broken.iter().any(|b| **b == ***name));
        let mut all: FxHashMap<&str, &str> = embedded::TEMPLATES.iter().copied().collect();
        all.extend(sound.map(|(name, (_, text))| (&**name, &**text)));
        let mut tera = Tera::new();
        tera.autoescape_on(vec![".html"]);
        let Err(error) = tera.add_raw_templates(all) else {
            return Ok((tera, own));
        };
        fault::loading(&error, &own)
            .into_iter()
            .for_each(|finding| report.add(finding));
        match fault::culprit(&error) {
            Some(name) if own.files.contains_key(&*name) && !broken.contains(&name) => {
                broken.push(name);
            }
            _ if broken.len() < own.files.len() => {
                broken = own.files.keys().map(|name| name.to_string()).collect();
            }
            _ => return Err(broken_theme(&error.to_string())),
        }
    }
}

fn stray(own: &Templates, folder: &str, report: &mut Report) {
    for (name, (file, _)) in &own.files {
        let known = |wanted: &str| embedded::TEMPLATES.iter().any(|(name, _)| *name == wanted);
        let quoted = [format!("\"{name}\""), format!("'{name}'")];
        let used = |text: &str| quoted.iter().any(|quoted| text.contains(&**quoted));
        let components = |text: &str| text.contains("component ");
        let text = own.text(name).unwrap_or_default();
        if known(name) || components(text) || own.files.values().any(|(_, text)| used(text)) {
            continue;
        }
        let near = near(name, embedded::TEMPLATES.iter().map(|(name, _)| *name));
        report.push(
            Span::file(*file),
            StrayTemplate {
                path: format!("{folder}{name}"),
                near: near.map(str::to_owned),
            },
        );
    }
}

fn words(sources: &Sources, folder: &str, report: &mut Report) -> Result<Vec<Words>, Fault> {
    let one = |lang: Lang| {
        let mut words = lexicon::embedded(embedded::words(lang)).map_err(|e| broken_theme(&e))?;
        let path = format!("{folder}i18n/{}.toml", lang.tag());
        for (id, file) in sources.of(SourceKind::Words) {
            if *file.path == *path {
                lexicon::replace(&mut words, id, &file.text, report);
            }
        }
        Words::gather(words).map_err(broken_theme)
    };
    Lang::ALL.into_iter().map(one).collect()
}

fn asset_files(sources: &Sources, folder: &str) -> Vec<(EcoString, Cow<'static, [u8]>)> {
    let folder = format!("{folder}assets/");
    let own = sources.assets.iter().filter_map(|asset| {
        let name = asset.path.strip_prefix(&*folder)?;
        Some((name.into(), Cow::Owned(asset.bytes.to_vec())))
    });
    let own: Vec<(EcoString, Cow<'static, [u8]>)> = own.collect();
    let kept = embedded::ASSETS
        .iter()
        .filter(|(name, _)| !own.iter().any(|(mine, _)| **mine == **name))
        .map(|(name, bytes)| (EcoString::from(*name), Cow::Borrowed(*bytes)));
    let kept: Vec<_> = kept.collect();
    kept.into_iter().chain(own).collect()
}

fn broken_theme(what: &str) -> Fault {
    Fault::refused(
        format!("giao diện đi kèm chương trình bị hỏng: {what}"),
        format!("the theme that comes with the program is broken: {what}"),
    )
}
