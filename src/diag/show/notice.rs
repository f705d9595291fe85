//! A finding taken apart: its words, its places and the line it points at, for a page that lays them out.
//!
//! Quotes source text only through [`Excerpt`], which private files do not give away.

use serde::Serialize;

use super::{
    Context, calm,
    place::{Excerpt, Place},
    words,
};
use crate::diag::{Diagnostic, Lang};

/// How much of a long line is quoted on either side of what it is quoted for, in characters.
const AROUND: usize = 160;

/// One finding, in one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Notice {
    /// The name of its severity.
    pub severity: &'static str,
    /// Its code.
    pub code: String,
    /// What is wrong.
    pub words: String,
    /// Where; the finding's own place first, then those that belong to it.
    pub spots: Vec<Spot>,
    /// The label of the clauses it rests on, and the clauses.
    pub clauses: Option<(&'static str, String)>,
    /// The label of what to do, and what to do.
    pub help: Option<(&'static str, String)>,
}

/// A place in a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Spot {
    /// `path:line:column`.
    pub at: String,
    /// What this place has to do with the finding, unless it is its own.
    pub label: Option<&'static str>,
    /// The line.
    pub quote: Quote,
}

/// What may be quoted of a place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Quote {
    /// The line, in three pieces; a place without length marks nothing.
    Line {
        /// What stands before the place.
        before: String,
        /// What is pointed at.
        marked: String,
        /// What stands after it, on the same line.
        after: String,
    },
    /// Why nothing is quoted.
    Withheld(&'static str),
}

/// Takes a finding apart.
pub(super) fn notice(diagnostic: &Diagnostic, context: &mut Context<'_>) -> Notice {
    let lang = context.lang;
    let finding = &diagnostic.finding;
    let own = diagnostic.at.map(|span| (span, None));
    let related = diagnostic.related.iter();
    let related = related.map(|(span, vi, en)| (*span, Some(lang.pick(*vi, *en))));
    let spots = own.into_iter().chain(related);
    let clauses = finding.clauses();
    let label = words::clauses(clauses.len(), lang);
    Notice {
        severity: words::severity(finding.severity(), lang),
        code: calm(&finding.code()),
        words: calm(&finding.words(lang)),
        spots: spots
            .map(|(span, label)| spot(&context.places.find(span), label, lang))
            .collect(),
        clauses: (!clauses.is_empty()).then(|| (label, calm(&clauses.join(", ")))),
        help: finding
            .help(lang)
            .map(|help| (words::help(lang), calm(&help))),
    }
}

fn spot(place: &Place<'_>, label: Option<&'static str>, lang: Lang) -> Spot {
    let from = place.from;
    Spot {
        at: format!("{}:{}:{}", calm(&place.path), from.line, from.column),
        label,
        quote: match &place.excerpt {
            Some(excerpt) => line(excerpt, place),
            None => Quote::Withheld(words::not_quoted(lang)),
        },
    }
}

/// A span of several lines is marked on its first, which is where a reader begins.
fn line(excerpt: &Excerpt<'_>, place: &Place<'_>) -> Quote {
    let text = excerpt.text;
    let line = excerpt.index.line(text, place.from.line);
    let start = place.bytes.start;
    let end = place.bytes.end.min(line.end).max(start);
    Quote::Line {
        before: calm(&last(&text[line.start..start])),
        marked: calm(&first(&text[start..end])),
        after: calm(&first(&text[end..line.end.max(end)])),
    }
}

/// The beginning of a text, with a mark where it was cut.
fn first(text: &str) -> String {
    match text.char_indices().nth(AROUND) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text.to_owned(),
    }
}

/// The end of a text, with a mark where it was cut.
fn last(text: &str) -> String {
    match text.char_indices().rev().nth(AROUND) {
        Some((at, c)) => format!("…{}", &text[at + c.len_utf8()..]),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::{
        FileId, Finding, Severity, SourceMap, Span,
        show::{Options, notices},
    };

    #[derive(Debug)]
    struct Odd;

    impl Finding for Odd {
        fn code(&self) -> String {
            "X001".to_owned()
        }
        fn severity(&self) -> Severity {
            Severity::Error
        }
        fn words(&self, lang: Lang) -> String {
            lang.pick("lạ\u{1b}[2J", "odd").to_owned()
        }
        fn help(&self, lang: Lang) -> Option<String> {
            Some(lang.pick("sửa đi", "mend it").to_owned())
        }
        fn clauses(&self) -> Vec<String> {
            vec!["D1".to_owned()]
        }
    }

    struct Files;

    const PUBLIC: &str = "a = 1\r\ntên = \"Ẳm\" # <b>\r\n";

    impl SourceMap for Files {
        fn path(&self, file: FileId) -> &str {
            ["data/a.toml", "data/private/a.toml"][file.0 as usize]
        }
        fn text(&self, file: FileId) -> &str {
            [PUBLIC, "home = \"Ngõ Giếng\"\n"][file.0 as usize]
        }
        fn is_private(&self, file: FileId) -> bool {
            file == FileId(1)
        }
    }

    fn told(diagnostic: &Diagnostic, lang: Lang) -> Notice {
        let options = Options {
            base: "site/",
            ..Options::default()
        };
        notices([diagnostic], &Files, lang, &options).remove(0)
    }

    #[test]
    fn a_line_is_quoted_around_what_is_wrong() {
        let start = PUBLIC.find('Ẳ').unwrap();
        let span = Span::new(FileId(0), start..start + "Ẳm".len());
        let notice = told(&Diagnostic::new(span, Odd), Lang::En);
        assert_eq!(notice.spots[0].at, "site/data/a.toml:2:8");
        let quote = |before: &str, marked: &str, after: &str| Quote::Line {
            before: before.to_owned(),
            marked: marked.to_owned(),
            after: after.to_owned(),
        };
        assert_eq!(notice.spots[0].quote, quote("tên = \"", "Ẳm", "\" # <b>"));
        assert_eq!(notice.help, Some(("help", "mend it".to_owned())));
        assert_eq!(notice.clauses, Some(("clause", "D1".to_owned())));
        let point = Diagnostic::new(Span::new(FileId(0), start..start), Odd);
        let vi = told(&point, Lang::Vi);
        assert_eq!(vi.spots[0].quote, quote("tên = \"", "", "Ẳm\" # <b>"));
        assert!(!vi.words.contains('\u{1b}'), "{}", vi.words);
    }

    #[test]
    fn a_private_line_is_never_quoted() {
        let private = Span::new(FileId(1), 8..17);
        let own = Diagnostic::new(private, Odd);
        let beside =
            Diagnostic::new(Span::new(FileId(0), 0..1), Odd).with(private, "ở đây", "here");
        for diagnostic in [own, beside] {
            for lang in Lang::ALL {
                let notice = told(&diagnostic, lang);
                let spot = notice.spots.last().unwrap();
                assert_eq!(spot.at, "site/data/private/a.toml:1:9");
                assert_eq!(spot.quote, Quote::Withheld(words::not_quoted(lang)));
                assert!(!format!("{notice:?}").contains("Giếng"));
            }
        }
    }

    #[test]
    fn long_lines_are_cut_around_the_place() {
        let long = "ế".repeat(400);
        assert_eq!(first(&long), format!("{}…", "ế".repeat(AROUND)));
        assert_eq!(last(&long), format!("…{}", "ế".repeat(AROUND)));
        assert_eq!(first("ngắn"), "ngắn");
        assert_eq!(last("ngắn"), "ngắn");
    }
}
