//! Turns what the template engine says into findings that point into the template.
//!
//! The engine gives spans for most errors; a few come as text only, and their place is read from it.

use tera::{ErrorKind, ReportError};

use super::{
    findings::{TemplateFailed, TemplateMissing, TemplateSyntax, UndefinedInTemplate},
    theme::Templates,
};
use crate::{
    diag::{Diagnostic, Finding, Span},
    parse::near::near,
};

/// The template an error is about, if it says so.
pub(super) fn culprit(error: &tera::Error) -> Option<String> {
    match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            Some(report.filename().to_owned())
        }
        ErrorKind::MissingParent { current, .. } => Some(current.clone()),
        ErrorKind::CircularExtend { tpl, .. } | ErrorKind::CircularInclude { tpl, .. } => {
            Some(tpl.clone())
        }
        ErrorKind::Msg(text) => Some(located(text)?.template.to_owned()),
        _ => None,
    }
}

/// What is wrong with the templates as they are loaded.
pub(super) fn loading(error: &tera::Error, templates: &Templates) -> Vec<Diagnostic> {
    match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            vec![templates.point(report, |template| TemplateSyntax {
                template,
                message: report.message().to_owned(),
            })]
        }
        ErrorKind::MissingParent { current, parent } => {
            let near = near(parent, templates.names()).map(str::to_owned);
            let missing = parent.clone();
            let finding = TemplateMissing {
                template: current.clone(),
                missing,
                near,
            };
            vec![templates.start(current, finding)]
        }
        ErrorKind::Msg(text) => text
            .split("\n\n")
            .filter_map(located)
            .map(|at| templates.locate(&at))
            .collect(),
        _ => vec![failed(error, "", templates)],
    }
}

/// What went wrong while a page was rendered.
pub(super) fn rendering(
    error: &tera::Error,
    template: &str,
    output: &str,
    templates: &Templates,
) -> Diagnostic {
    let ErrorKind::RenderingError(report) = error.kind() else {
        return failed(error, template, templates);
    };
    match undefined(report.message()) {
        Some((name, known)) => templates.point(report, |template| UndefinedInTemplate {
            template,
            name: name.to_owned(),
            output: output.to_owned(),
            near: near(name, known.split(", ")).map(str::to_owned),
        }),
        None => templates.point(report, |template| TemplateFailed {
            template,
            output: output.to_owned(),
            message: report.message().to_owned(),
        }),
    }
}

/// An error known by its text only.
pub(super) struct Located<'e> {
    pub(super) template: &'e str,
    pub(super) line: usize,
    pub(super) column: usize,
    pub(super) message: &'e str,
}

impl Templates {
    /// A finding at the place of a report: in the site's file, else by name in words.
    fn point<F: Finding + 'static>(
        &self,
        report: &ReportError,
        finding: impl FnOnce(String) -> F,
    ) -> Diagnostic {
        let span = report.span();
        match self.file(report.filename()) {
            Some(file) => Diagnostic::new(
                Span::new(file, span.range.clone()),
                finding(report.filename().to_owned()),
            ),
            None => {
                let (line, column) = (span.start_line, span.start_col + 1);
                Diagnostic::nowhere(finding(self.place(report.filename(), line, column)))
            }
        }
    }

    fn start(&self, template: &str, finding: impl Finding + 'static) -> Diagnostic {
        match self.file(template) {
            Some(file) => Diagnostic::new(Span::file(file), finding),
            None => Diagnostic::nowhere(finding),
        }
    }

    fn locate(&self, at: &Located) -> Diagnostic {
        let message = at.message.to_owned();
        let Some((file, text)) = self.file(at.template).zip(self.text(at.template)) else {
            let template = self.place(at.template, at.line, at.column);
            return Diagnostic::nowhere(TemplateSyntax { template, message });
        };
        let lines = text.split_inclusive('\n').take(at.line - 1);
        let line_start: usize = lines.map(str::len).sum();
        let within = text[line_start..].chars().take(at.column - 1);
        let start = line_start + within.map(char::len_utf8).sum::<usize>();
        let template = at.template.to_owned();
        Diagnostic::new(
            Span::new(file, start..start + 1),
            TemplateSyntax { template, message },
        )
    }
}

fn failed(error: &tera::Error, template: &str, templates: &Templates) -> Diagnostic {
    let template = culprit(error).unwrap_or_else(|| template.to_owned());
    let finding = TemplateFailed {
        output: String::new(),
        message: error.to_string(),
        template: template.clone(),
    };
    templates.start(&template, finding)
}

/// Reads "error: MESSAGE\n --> TEMPLATE:LINE:COLUMN".
fn located(text: &str) -> Option<Located<'_>> {
    let message = text.strip_prefix("error: ")?.lines().next()?;
    let place = text
        .lines()
        .find_map(|line| line.trim().strip_prefix("--> "))?;
    let mut parts = place.rsplitn(3, ':');
    let column = parts.next()?.parse().ok()?;
    let line = parts.next()?.parse().ok()?;
    Some(Located {
        template: parts.next()?,
        line,
        column,
        message,
    })
}

/// Reads "Field `NAME` is not defined. Available fields: A, B".
fn undefined(message: &str) -> Option<(&str, &str)> {
    let (_, rest) = message.split_once('`')?;
    let (name, rest) = rest.split_once('`')?;
    let rest = rest.strip_prefix(" is not defined.")?;
    Some((name, rest.split_once(": ").map_or("", |(_, known)| known)))
}
