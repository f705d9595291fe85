//! What people type: abbreviations, words of courtesy, words that mean nothing to a search, words of danger.
//!
//! They are data of the theme, `find/<language>.toml`; a site's file replaces the whole of one.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::findings::UsageSyntax;
use crate::{
    diag::{Diagnostic, Fault, Lang, Report, Span},
    source::{SourceKind, Sources},
};

/// The words of one language.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Usage {
    /// What stands before a name and is no part of it: it may match and need not.
    #[serde(default)]
    pub courtesy: Vec<String>,
    /// What is left out.
    #[serde(default)]
    pub ignored: Vec<String>,
    /// Short forms and what they stand for.
    #[serde(default)]
    pub abbreviations: BTreeMap<String, String>,
    /// What they stand for beside the name of a village.
    #[serde(default)]
    pub beside_village: BTreeMap<String, String>,
    /// Words that call for an emergency number.
    #[serde(default)]
    pub emergency: Vec<Urgent>,
}

/// Words that call for an emergency number.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Urgent {
    /// The number, one of those in `site.toml`.
    pub number: String,
    /// The words.
    pub words: Vec<String>,
}

impl Usage {
    /// Loads the words of a theme in the order of [`Lang::ALL`], reporting what is wrong with the site's own files.
    ///
    /// # Errors
    /// A fault when the embedded words themselves are broken, which a test rules out.
    pub fn load(sources: &Sources, theme: &str, report: &mut Report) -> Result<[Self; 2], Fault> {
        let [vi, en] = Lang::ALL.map(|lang| one(sources, theme, lang, report));
        Ok([vi?, en?])
    }
}

fn one(sources: &Sources, theme: &str, lang: Lang, report: &mut Report) -> Result<Usage, Fault> {
    let path = format!("themes/{theme}/find/{}.toml", lang.tag());
    let own = sources
        .of(SourceKind::Usage)
        .find(|(_, file)| *file.path == *path);
    if let Some((id, file)) = own {
        match toml::from_str(&file.text) {
            Ok(usage) => return Ok(usage),
            Err(error) => {
                let span = Span::new(id, error.span().unwrap_or(0..0));
                let message = error.message().to_owned();
                report.add(Diagnostic::new(span, UsageSyntax { message }));
            }
        }
    }
    toml::from_str(embedded(lang)).map_err(|error| {
        let what = error.message();
        Fault::refused(
            format!("lời tìm kiếm đi kèm chương trình bị hỏng: {what}"),
            format!("the search words that come with the program are broken: {what}"),
        )
    })
}

const fn embedded(lang: Lang) -> &'static str {
    match lang {
        Lang::Vi => include_str!("../../../themes/default/find/vi.toml"),
        Lang::En => include_str!("../../../themes/default/find/en.toml"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::SourceFile;

    fn with(text: &str) -> ([Usage; 2], Report) {
        let mut sources = Sources::default();
        sources.files.push(SourceFile {
            path: "themes/ours/find/vi.toml".into(),
            kind: SourceKind::Usage,
            text: text.into(),
        });
        let mut report = Report::default();
        let usage = Usage::load(&sources, "ours", &mut report).unwrap();
        (usage, report)
    }

    #[test]
    fn a_site_replaces_the_words_of_a_language() {
        let ([vi, en], report) = with("courtesy = [\"mế\"]\n");
        assert!(report.diagnostics().is_empty());
        assert_eq!(vi.courtesy, ["mế"]);
        assert!(vi.emergency.is_empty() && !en.emergency.is_empty());
    }

    #[test]
    fn a_broken_file_is_reported_and_the_words_that_come_along_stand_in() {
        let ([vi, _], report) = with("curtesy = []\n");
        let found = &report.diagnostics()[0];
        assert_eq!(found.finding.code(), "T010");
        assert!(found.finding.words(Lang::En).contains("curtesy"));
        assert!(!vi.courtesy.is_empty());
    }
}
