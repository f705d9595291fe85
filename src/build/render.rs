//! Renders every output in parallel, scans it for leaks as it passes, and stages it.

use ecow::EcoString;
use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    sync::atomic::{AtomicBool, Ordering},
};

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::{
    Phase, Progress,
    findings::{Leaked, Panicked, Repeated},
    stage::{Placed, Stage},
};
use crate::{
    diag::{Diagnostic, Fault, Lang, Report, Span},
    plan::{Collector, Format, Output, SitePlan, Spec, StagedFile},
    publish::{Guard, Media, Surface},
};

/// What rendering needs.
pub(super) struct Work<'w> {
    /// The plan.
    pub plan: &'w SitePlan<'w>,
    /// The formats it was made with.
    pub formats: &'w [Box<dyn Format>],
    /// What makes outputs of outputs.
    pub collectors: &'w [Box<dyn Collector>],
    /// What must not appear.
    pub guard: &'w Guard,
    /// Where the bytes go.
    pub stage: &'w Stage,
    /// Who listens.
    pub progress: &'w dyn Progress,
}

/// Files of the new site by path.
pub(super) type Files = FxHashMap<EcoString, Placed>;

/// One output that was rendered: where it was placed, and what was found.
type Rendered = (Option<Placed>, Vec<Diagnostic>);

/// Renders and stages everything. With an error in the report, what is staged must not be committed.
pub(super) fn render(work: &Work, report: &mut Report) -> Result<Files, Fault> {
    let outputs = &work.plan.outputs;
    work.progress
        .phase(Phase::Render, Some(outputs.len() as u64));
    let failed = AtomicBool::new(false);
    let rendered: Vec<Rendered> = outputs
        .par_iter()
        .with_min_len(8)
        .map_init(
            || Vec::with_capacity(1 << 15),
            |buffer, output| one(work, output, &failed, buffer),
        )
        .collect::<Result<_, Fault>>()?;
    let mut files = Files::default();
    files.reserve(outputs.len());
    let mut told = Told::default();
    for (output, (placed, found)) in outputs.iter().zip(rendered) {
        files.extend(placed.map(|placed| (output.path.clone(), placed)));
        found
            .into_iter()
            .for_each(|diagnostic| told.add(diagnostic, output, report));
    }
    told.finish(report);
    if !report.has_errors() {
        collect(work, &mut files, report)?;
    }
    Ok(files)
}

fn one(
    work: &Work,
    output: &Output,
    failed: &AtomicBool,
    buffer: &mut Vec<u8>,
) -> Result<Rendered, Fault> {
    buffer.clear();
    let format = &work.formats[output.format];
    let rendered = catch_unwind(AssertUnwindSafe(|| {
        format.render(work.plan, output, buffer)
    }));
    let found = match rendered {
        Ok(Ok(())) => leaks(work.guard, &format.spec(), output, buffer),
        Ok(Err(diagnostic)) => vec![*diagnostic],
        Err(_) => vec![at(
            output,
            Panicked {
                output: output.path.to_string(),
            },
        )],
    };
    work.progress.step();
    if !found.is_empty() {
        failed.store(true, Ordering::Relaxed);
    }
    if failed.load(Ordering::Relaxed) {
        return Ok((None, found));
    }
    Ok((Some(work.stage.put(&output.path, buffer)?), found))
}

fn leaks(guard: &Guard, spec: &Spec, output: &Output, bytes: &[u8]) -> Vec<Diagnostic> {
    let media = if output.path.ends_with(".svg") {
        Media::Markup
    } else {
        spec.media
    };
    let leak = |leak: crate::publish::Leak| {
        Diagnostic::new(
            leak.source,
            Leaked {
                output: output.path.to_string(),
            },
        )
    };
    guard
        .scan(media, spec.surface, bytes)
        .into_iter()
        .map(leak)
        .collect()
}

fn collect(work: &Work, files: &mut Files, report: &mut Report) -> Result<(), Fault> {
    work.progress.phase(Phase::Collect, None);
    for collector in work.collectors {
        let mut staged: Vec<StagedFile> = files
            .iter()
            .map(|(path, placed)| {
                let entry = placed.entry();
                StagedFile {
                    path: path.clone(),
                    hash: entry.hash,
                    size: entry.size,
                }
            })
            .collect();
        staged.sort_by(|a, b| a.path.cmp(&b.path));
        for (path, bytes) in collector.collect(work.plan, &staged) {
            for leak in work.guard.scan(Media::Markup, Surface::Page, &bytes) {
                report.push(
                    leak.source,
                    Leaked {
                        output: path.to_string(),
                    },
                );
            }
            files.insert(path.clone(), work.stage.put(&path, &bytes)?);
        }
    }
    Ok(())
}

/// What was told already: the same error on six thousand pages is one finding and a count.
#[derive(Default)]
struct Told {
    counts: FxHashMap<String, (usize, Option<Span>)>,
    order: Vec<String>,
}

impl Told {
    fn add(&mut self, diagnostic: Diagnostic, output: &Output, report: &mut Report) {
        let words = diagnostic
            .finding
            .words(Lang::En)
            .replace(&*output.path, "");
        let key = format!("{}{:?}{words}", diagnostic.finding.code(), diagnostic.at);
        if let Some((count, _)) = self.counts.get_mut(&key) {
            *count += 1;
            return;
        }
        self.counts.insert(key.clone(), (0, diagnostic.at));
        self.order.push(key);
        report.add(diagnostic);
    }

    fn finish(self, report: &mut Report) {
        for key in self.order {
            if let Some((count, place)) = self.counts.get(&key).filter(|(count, _)| *count > 0) {
                let more = Repeated { count: *count };
                report.add(match place {
                    Some(span) => Diagnostic::new(*span, more),
                    None => Diagnostic::nowhere(more),
                });
            }
        }
    }
}

fn at(output: &Output, finding: Panicked) -> Diagnostic {
    match output.source {
        Some(file) => Diagnostic::new(Span::file(file), finding),
        None => Diagnostic::nowhere(finding),
    }
}
