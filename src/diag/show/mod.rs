//! Shows a report: to people at a terminal, to editors, to code hosts, to programs.
//!
//! Owns the words around findings, positions and quoting; never decides what is a finding, and never touches the disk,
//! the clock or the environment. Lines of private files are quoted to [`Audience::LocalTerminal`] alone.

mod github;
mod human;
mod json;
mod notice;
mod place;
pub mod position;
mod sarif;
mod short;
pub mod words;

use std::io::{self, Write};

use super::{Diagnostic, Entry, Lang, Report, Severity, SourceMap};
pub use notice::{Notice, Quote, Spot};
use place::Places;

/// How a report is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Style {
    /// As a compiler does: the words, the line, a caret, what to do; a count at the end.
    #[default]
    Human,
    /// `path:line:column: error[D003]: words`, one finding a line.
    Short,
    /// One JSON object a line, with the words in both languages.
    Json,
    /// Workflow commands of GitHub Actions, which annotate a change.
    Github,
    /// One SARIF 2.1.0 document.
    Sarif,
}

/// Who reads the report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Audience {
    /// Someone at this machine's terminal, who may see the private files anyway.
    LocalTerminal,
    /// A pipe, a file or a service.
    #[default]
    Elsewhere,
}

/// Whether colours are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Colour {
    /// ANSI escapes.
    Ansi,
    /// None.
    #[default]
    Plain,
}

/// How much of a long report people are shown; errors always are, and programs get everything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// Everything.
    All,
    /// Warnings only while fewer findings than this are shown.
    Most(usize),
}

impl Default for Limit {
    fn default() -> Self {
        Limit::Most(200)
    }
}

/// Settings of a rendering.
#[derive(Clone, Copy, Debug)]
pub struct Options<'a> {
    /// Who reads it.
    pub audience: Audience,
    /// Whether colours are written.
    pub colour: Colour,
    /// How much is shown.
    pub limit: Limit,
    /// Columns of the terminal; longer source lines are trimmed around the caret.
    pub width: usize,
    /// Put before every path (`site/`), so that paths open from where the reader stands.
    pub base: &'a str,
    /// Where the names of codes are looked up.
    pub catalogue: &'a [&'a [Entry]],
}

impl Default for Options<'_> {
    fn default() -> Self {
        Options {
            audience: Audience::default(),
            colour: Colour::default(),
            limit: Limit::default(),
            width: 120,
            base: "",
            catalogue: &[],
        }
    }
}

/// Writes a report, in the order it is in.
///
/// # Errors
/// Whatever the writer answers.
pub fn show(
    report: &Report,
    sources: &dyn SourceMap,
    lang: Lang,
    style: Style,
    options: &Options<'_>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let context = Context {
        lang,
        options,
        places: Places::new(sources, options),
    };
    match style {
        Style::Human => human::write(report, context, out),
        Style::Short => short::write(report, context, out),
        Style::Json => json::write(report, context, out),
        Style::Github => github::write(report, context, out),
        Style::Sarif => sarif::write(report, context, out),
    }
}

/// The findings taken apart, in the order they are in, for those who lay them out themselves.
pub fn notices<'r>(
    diagnostics: impl IntoIterator<Item = &'r Diagnostic>,
    sources: &dyn SourceMap,
    lang: Lang,
    options: &Options<'_>,
) -> Vec<Notice> {
    let mut context = Context {
        lang,
        options,
        places: Places::new(sources, options),
    };
    let each = diagnostics.into_iter();
    each.map(|diagnostic| notice::notice(diagnostic, &mut context))
        .collect()
}

/// What every style works with.
struct Context<'a> {
    lang: Lang,
    options: &'a Options<'a>,
    places: Places<'a>,
}

impl Context<'_> {
    /// The stable name of a code, when the catalogue has it.
    fn name(&self, code: &str) -> Option<&'static str> {
        let mut entries = self.options.catalogue.iter().copied().flatten();
        entries.find(|entry| entry.code == code).map(|e| e.name)
    }
}

/// The SARIF and GitHub word for a severity, which is the same in any language.
fn level(severity: Severity) -> &'static str {
    words::severity(severity, Lang::En)
}

/// What is wrong, what to do and on which clauses it rests, as separate lines.
fn message(diagnostic: &Diagnostic, lang: Lang) -> String {
    let finding = &diagnostic.finding;
    let mut lines = vec![finding.words(lang)];
    let clauses = finding.clauses();
    if !clauses.is_empty() {
        let label = words::clauses(clauses.len(), lang);
        lines.push(format!("{label}: {}", clauses.join(", ")));
    }
    if let Some(help) = finding.help(lang) {
        lines.push(format!("{}: {help}", words::help(lang)));
    }
    calm(&lines.join("\n"))
}

/// Text from the content, unable to command a terminal: control and direction characters become visible ones.
fn calm(text: &str) -> String {
    annotate_snippets::normalize_untrusted_str(&text.replace("\r\n", "\n"))
}
