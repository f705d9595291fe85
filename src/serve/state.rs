//! What an open page is told: nothing, a count of warnings, or why the site could not be built.
//!
//! Lines of private files are not quoted: any program on this machine can read what a browser can.

use serde::Serialize;

use super::words;
use crate::{
    build::{Deny, Outcome},
    diag::{
        Fault, Lang, Severity,
        show::{Notice, Options, notices, words as report},
    },
};

/// How many findings a page shows; the terminal has them all.
const MOST: usize = 50;

/// The state of the preview, as the browser is told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct State {
    lang: &'static str,
    words: words::Page,
    trouble: Option<Trouble>,
    warnings: Option<String>,
}

/// Why the page is not the newest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
struct Trouble {
    title: String,
    lead: &'static str,
    notices: Vec<Notice>,
    more: Option<String>,
}

impl State {
    /// What a finished build means. `standing` is whether an earlier one can be seen.
    pub(super) fn of(
        outcome: &Outcome,
        deny: Deny,
        standing: bool,
        lang: Lang,
        base: &str,
    ) -> Self {
        if outcome.built.is_some() {
            return State::good(outcome.report.count(Severity::Warning), lang);
        }
        let options = Options {
            base,
            ..Options::default()
        };
        let stops = |severity| severity == Severity::Error || deny == Deny::Warnings;
        let all = outcome.report.diagnostics().iter();
        let mut shown = all
            .filter(|diagnostic| stops(diagnostic.finding.severity()))
            .fuse();
        let notices = notices(shown.by_ref().take(MOST), &outcome.sources, lang, &options);
        let trouble = Trouble {
            title: report::summary(&outcome.report, lang).unwrap_or_default(),
            lead: words::lead(standing, lang),
            notices,
            more: words::more(shown.count(), lang),
        };
        State::new(lang, Some(trouble), None)
    }

    /// A build without errors.
    pub(super) fn good(warnings: usize, lang: Lang) -> Self {
        let count = (warnings > 0).then(|| report::counted(warnings, Severity::Warning, lang));
        State::new(lang, None, count)
    }

    /// A build that could not be carried out.
    pub(super) fn fault(fault: &Fault, standing: bool, lang: Lang) -> Self {
        let notice = Notice {
            severity: report::severity(Severity::Error, lang),
            code: String::new(),
            words: fault.words(lang),
            spots: Vec::new(),
            clauses: None,
            help: None,
        };
        let trouble = Trouble {
            title: words::impossible(lang).to_owned(),
            lead: words::lead(standing, lang),
            notices: vec![notice],
            more: None,
        };
        State::new(lang, Some(trouble), None)
    }

    fn new(lang: Lang, trouble: Option<Trouble>, warnings: Option<String>) -> Self {
        State {
            lang: lang.tag(),
            words: words::page(lang),
            trouble,
            warnings,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        build::Built,
        diag::{FileId, Finding, Span},
        source::{SourceFile, SourceKind},
    };

    #[derive(Debug)]
    struct Odd(Severity);

    impl Finding for Odd {
        fn code(&self) -> String {
            "X001".to_owned()
        }
        fn severity(&self) -> Severity {
            self.0
        }
        fn words(&self, lang: Lang) -> String {
            lang.pick("lạ <b>", "odd <b>").to_owned()
        }
        fn help(&self, _: Lang) -> Option<String> {
            None
        }
    }

    /// A public and a private file, with so many errors and warnings in the latter.
    fn outcome(errors: usize, warnings: usize) -> Outcome {
        let file = |path: &str, kind, text: &str| SourceFile {
            path: path.into(),
            kind,
            text: text.into(),
        };
        let mut outcome = Outcome::default();
        outcome.sources.files.extend([
            file("data/a.toml", SourceKind::Roster, "name = 1"),
            file(
                "data/private/a.toml",
                SourceKind::Private,
                "home = \"Ngõ Giếng\"",
            ),
        ]);
        let weights = [(errors, Severity::Error), (warnings, Severity::Warning)];
        for (count, severity) in weights {
            for at in 0..count {
                let file = FileId(u32::from(at % 2 == 1));
                outcome.report.push(Span::new(file, 0..4), Odd(severity));
            }
        }
        outcome
    }

    fn json(state: &State) -> serde_json::Value {
        serde_json::to_value(state).unwrap()
    }

    #[test]
    fn errors_are_told_and_warnings_only_when_they_stop_the_build() {
        let broken = outcome(2, 3);
        let told = json(&State::of(&broken, Deny::Errors, true, Lang::En, ""));
        assert_eq!(told["trouble"]["title"], "2 errors, 3 warnings");
        assert_eq!(told["trouble"]["notices"].as_array().map(Vec::len), Some(2));
        let denied = json(&State::of(
            &outcome(0, 3),
            Deny::Warnings,
            true,
            Lang::En,
            "",
        ));
        assert_eq!(
            denied["trouble"]["notices"].as_array().map(Vec::len),
            Some(3)
        );
        let mut fine = outcome(0, 3);
        fine.built = Some(Built::default());
        let told = json(&State::of(&fine, Deny::Errors, true, Lang::Vi, ""));
        assert!(told["trouble"].is_null());
        assert_eq!(told["warnings"], "3 cảnh báo");
    }

    #[test]
    fn private_lines_stay_on_the_terminal() {
        let state = State::of(&outcome(4, 0), Deny::Errors, false, Lang::Vi, "trang/");
        let told = json(&state).to_string();
        assert!(told.contains("trang/data/private/a.toml:1:1"), "{told}");
        assert!(!told.contains("Giếng"), "{told}");
    }

    #[test]
    fn a_long_list_is_cut_and_says_so() {
        let told = json(&State::of(
            &outcome(MOST + 7, 0),
            Deny::Errors,
            true,
            Lang::Vi,
            "",
        ));
        let trouble = &told["trouble"];
        assert_eq!(trouble["notices"].as_array().map(Vec::len), Some(MOST));
        assert!(trouble["more"].as_str().unwrap().contains('7'), "{trouble}");
    }

    #[test]
    fn a_fault_is_told_too() {
        let fault = Fault::refused("đĩa hỏng", "the disk is broken");
        let told = json(&State::fault(&fault, true, Lang::En));
        let notice = &told["trouble"]["notices"][0];
        assert_eq!(notice["words"], "the disk is broken");
    }
}
