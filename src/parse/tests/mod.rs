//! The parse stage over small files: what is found in broken ones, what is kept of sound ones, what never happens.

mod broken;
mod sound;
mod wild;

use super::{Draft, draft::RosterDraft, parse};
use crate::{
    diag::{FileId, Lang, Report, SourceMap},
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

/// The draft, and what is found in all files, the rosters too.
fn read(sources: &Sources) -> (Draft, Report) {
    let (draft, mut report) = parse(sources);
    for id in &draft.rosters {
        report.merge(super::roster(sources, *id).1);
    }
    report.sort(sources);
    (draft, report)
}

fn roster(text: &str) -> (RosterDraft, Vec<String>) {
    let sources = one("data/rosters/a.toml", SourceKind::Roster, text);
    let (draft, mut report) = super::roster(&sources, FileId(0));
    report.sort(&sources);
    (draft.unwrap(), lines(&sources, &report))
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
