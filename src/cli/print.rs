//! Prints the findings of a run on the stream they belong to, as its reader may see them.

use super::{
    args::Global,
    catalogue::CATALOGUE,
    console::{Console, written},
    env::{Env, Stream},
    root::Root,
};
use crate::{
    build::{Deny, Outcome},
    diag::{
        Fault, Severity,
        show::{Limit, Options, Style, show},
    },
};

/// Where findings are printed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum To {
    /// Standard output.
    Out,
    /// Standard error.
    Err,
}

/// Prints the findings in reading order.
///
/// # Errors
/// When the stream cannot be written.
pub fn print(
    outcome: &mut Outcome,
    to: To,
    global: &Global,
    env: &Env,
    root: &Root,
    console: &mut Console<'_>,
) -> Result<(), Fault> {
    outcome.report.sort(&outcome.sources);
    let (stream, writer): (Stream, _) = match to {
        To::Out => (env.out, &mut *console.out),
        To::Err => (env.err, &mut *console.err),
    };
    let options = Options {
        audience: stream.audience,
        colour: stream.colour,
        limit: if global.all {
            Limit::All
        } else {
            Limit::default()
        },
        base: &root.base,
        catalogue: CATALOGUE,
        ..Options::default()
    };
    let (report, sources) = (&outcome.report, &outcome.sources);
    let (lang, format) = (console.lang, global.format);
    written(show(report, sources, lang, format, &options, writer))?;
    let denied = global.deny == Some(Deny::Warnings) && report.count(Severity::Warning) > 0;
    if denied && format == Style::Human {
        console.remark(lang.pick(
            "cảnh báo được coi là lỗi (--deny warnings)",
            "warnings are treated as errors (--deny warnings)",
        ))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        cli::args::CommandLine,
        diag::{FileId, Finding, Lang, Span, show::Audience},
        source::{SourceFile, SourceKind},
    };
    use clap::Parser;

    const SECRET: &str = "Ngõ Giếng";

    #[derive(Debug)]
    struct Odd;

    impl Finding for Odd {
        fn code(&self) -> String {
            "X001".to_owned()
        }
        fn severity(&self) -> Severity {
            Severity::Warning
        }
        fn words(&self, _: Lang) -> String {
            "?".to_owned()
        }
        fn help(&self, _: Lang) -> Option<String> {
            None
        }
    }

    /// An outcome with one finding in a private file.
    fn outcome() -> Outcome {
        let file = SourceFile {
            path: "data/private/a.toml".into(),
            kind: SourceKind::Private,
            text: format!("home = \"{SECRET}\"").into(),
        };
        let mut outcome = Outcome::default();
        outcome.sources.files.push(file);
        outcome.report.push(Span::new(FileId(0), 0..4), Odd);
        outcome
    }

    fn printed(args: &[&str], to: To, audience: Audience) -> (String, String) {
        let line = ["binhyen", "check"].iter().chain(args);
        let line = CommandLine::parse_from(line);
        let mut env = Env::read().unwrap();
        env.err.audience = audience;
        env.out.audience = audience;
        let root = Root::find(None, &env.folder);
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let mut console = Console {
            out: &mut out,
            err: &mut err,
            lang: Lang::Vi,
        };
        print(&mut outcome(), to, &line.global, &env, &root, &mut console).unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        (text(out), text(err))
    }

    #[test]
    fn a_private_line_reaches_the_terminal_but_no_pipe() {
        let (out, err) = printed(&[], To::Err, Audience::LocalTerminal);
        assert!(out.is_empty() && err.contains(SECRET), "{err}");
        let (_, err) = printed(&[], To::Err, Audience::Elsewhere);
        assert!(
            err.contains("data/private/a.toml:1:1") && !err.contains(SECRET),
            "{err}"
        );
        for format in ["short", "json", "github", "sarif"] {
            let (out, err) = printed(&["--format", format], To::Out, Audience::LocalTerminal);
            assert!(
                err.is_empty() && out.contains("X001"),
                "{format}: {out}{err}"
            );
            assert!(!out.contains(SECRET), "{format}: {out}");
        }
    }

    #[test]
    fn denied_warnings_are_named() {
        let (_, err) = printed(&["--deny", "warnings"], To::Err, Audience::Elsewhere);
        assert!(
            err.ends_with("1 cảnh báo\ncảnh báo được coi là lỗi (--deny warnings)\n"),
            "{err}"
        );
    }
}
