//! The parse stage over small files: what is found in broken ones, what is kept of sound ones, what never happens.

mod broken;
mod sound;
mod wild;

use super::{Draft, parse};
use crate::{
    diag::{Lang, Report, SourceMap},
    source::{SourceFile, SourceKind, Sources},
};

/// Sources of one file.
fn one(path: &str, kind: SourceKind, text: &str) -> Sources {
    many(&[(path, kind, text)])
}

fn many(files: &[(&str, SourceKind, &str)]) -> Sources {
    let file = |(path, kind, text): &(&str, SourceKind, &str)| SourceFile {
        path: (*path).into(),
        kind: *kind,
        text: (*text).into(),
    };
    Sources {
        files: files.iter().map(file).collect(),
        ..Sources::default()
    }
}

fn roster(text: &str) -> (Draft, Vec<String>) {
    let sources = one("data/rosters/a.toml", SourceKind::Roster, text);
    let (draft, report) = parse(&sources);
    (draft, lines(&sources, &report))
}

/// `CODE line:column words`, one a finding, in reading order.
fn lines(sources: &Sources, report: &Report) -> Vec<String> {
    report
        .diagnostics()
        .iter()
        .map(|d| {
            let words = d.finding.words(Lang::En);
            let place = d.at.map_or_else(String::new, |at| {
                let before = &sources.text(at.file)[..at.start as usize];
                let line = before.matches('\n').count() + 1;
                let column = before.chars().rev().take_while(|c| *c != '\n').count() + 1;
                format!("{line}:{column}")
            });
            format!("{} {place} {words}", d.finding.code())
        })
        .collect()
}
