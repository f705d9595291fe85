//! Checks output paths before anything is rendered: no two alike, none that a stick or Windows cannot hold.

use rustc_hash::FxHashMap;

use super::findings::{BadPath, CaseClash, SamePath};
use crate::{
    diag::{Diagnostic, Finding, Report, Span},
    plan::Output,
};

/// Longest path that is safe below a folder of some depth on Windows, in characters.
const LONGEST: usize = 200;
const RESERVED: [&str; 4] = ["con", "prn", "aux", "nul"];

/// Whether an output is a page, by its name: a file to take along has another extension before its last.
pub(super) fn is_page(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.split_once('.')
        .is_some_and(|(_, extension)| extension == "html")
}

/// Reports clashes and paths that cannot be copied everywhere.
pub(super) fn check(outputs: &[Output], report: &mut Report) {
    let mut seen: FxHashMap<String, &Output> = FxHashMap::default();
    for output in outputs {
        let path = output.path.to_string();
        if let Some(other) = seen.insert(path.to_lowercase(), output) {
            if other.path == output.path {
                report.add(at(output, SamePath { path: path.clone() }));
            } else {
                report.add(at(
                    output,
                    CaseClash {
                        path: path.clone(),
                        other: other.path.to_string(),
                    },
                ));
            }
        }
        let reserved = |part: &str| RESERVED.contains(&part.split('.').next().unwrap_or_default());
        if path.chars().count() > LONGEST || path.split('/').any(reserved) {
            report.add(at(output, BadPath { path }));
        }
    }
}

fn at(output: &Output, finding: impl Finding + 'static) -> Diagnostic {
    match output.source {
        Some(file) => Diagnostic::new(Span::file(file), finding),
        None => Diagnostic::nowhere(finding),
    }
}
