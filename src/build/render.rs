//! Renders every output in parallel, scans it for leaks as it passes, and stages it.

use ecow::EcoString;
use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
};

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::{
    Phase, Progress, apart,
    findings::{Leaked, Panicked, Repeated, Unread},
    stage::{Placed, Stage},
};
use crate::{
    diag::{Diagnostic, Fault, Finding, Lang, Report, Span},
    format::html::Theme,
    plan::{Collector, Format, Inside, Output, Sink, SitePlan, StagedFile},
    publish::{Guard, Leak, Media, Surface},
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
    /// The words of the interface.
    pub theme: &'w Theme,
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
    let (quick, slow) = by_weight(work);
    let rendered: Vec<Rendered> = quick
        .par_iter()
        .with_min_len(8)
        .map_init(
            || Vec::with_capacity(1 << 15),
            |buffer, at| one(work, &outputs[*at], &failed, buffer),
        )
        .collect::<Result<_, Fault>>()?;
    let rendered = quick.into_iter().zip(rendered);
    let mut rendered: Vec<(usize, Rendered)> = rendered.collect();
    rendered.extend(apart::each(&slow, |at, buffer| {
        one(work, &outputs[at], &failed, buffer)
    })?);
    rendered.sort_unstable_by_key(|(at, _)| *at);
    let mut files = Files::default();
    files.reserve(outputs.len());
    let mut told = Told::default();
    for (at, (placed, found)) in rendered {
        let output = &outputs[at];
        files.extend(placed.map(|placed| (output.path.clone(), placed)));
        found
            .into_iter()
            .for_each(|diagnostic| told.add(diagnostic, &output.path, report));
    }
    told.finish(report);
    if !report.has_errors() {
        collect(work, &mut files, report)?;
    }
    Ok(files)
}

/// Outputs that take a moment, by index, and those that take long, the longest first.
fn by_weight(work: &Work) -> (Vec<usize>, Vec<usize>) {
    let outputs = &work.plan.outputs;
    let weight = |at: &usize| work.formats[outputs[*at].format].weight(&outputs[*at]);
    let (quick, mut slow): (Vec<usize>, Vec<usize>) =
        (0..outputs.len()).partition(|at| weight(at) == 0);
    slow.sort_by_key(|at| std::cmp::Reverse(weight(at)));
    (quick, slow)
}

/// What became of an output before it is staged.
enum Made {
    /// The published file is what it would be.
    Kept(Placed),
    /// Its bytes are in the buffer, made for a key or without one.
    Fresh(Option<u64>),
}

fn one(
    work: &Work,
    output: &Output,
    failed: &AtomicBool,
    buffer: &mut Vec<u8>,
) -> Result<Rendered, Fault> {
    buffer.clear();
    let made = catch_unwind(AssertUnwindSafe(|| make(work, output, buffer)));
    let made = made.unwrap_or_else(|_| {
        let finding = Panicked {
            output: output.path.to_string(),
        };
        Err(vec![at(output, finding)])
    });
    work.progress.step();
    match made {
        Err(found) => {
            failed.store(true, Ordering::Relaxed);
            Ok((None, found))
        }
        Ok(_) if failed.load(Ordering::Relaxed) => Ok((None, Vec::new())),
        Ok(Made::Kept(placed)) => Ok((Some(placed), Vec::new())),
        Ok(Made::Fresh(key)) => {
            let placed = work.stage.put(&output.path, key, buffer)?;
            Ok((Some(placed), Vec::new()))
        }
    }
}

/// Renders an output and scans it, unless what it would be made from is what the published file was made from. The words
/// in its key are scanned either way: what is private may have changed.
fn make(work: &Work, output: &Output, buffer: &mut Vec<u8>) -> Result<Made, Vec<Diagnostic>> {
    let format = &work.formats[output.format];
    let surface = format.spec().surface;
    let key = format.key(work.plan, output);
    if let Some(key) = &key {
        let words = key.words.as_bytes();
        clean(leaks(work.guard, Media::Text, surface, output, words))?;
        if let Some(placed) = work.stage.kept(&output.path, key.hash) {
            return Ok(Made::Kept(placed));
        }
    }
    let mut inside = Inside::default();
    format
        .render(work.plan, output, buffer, &mut inside)
        .map_err(|diagnostic| vec![*diagnostic])?;
    match format.spec().media {
        Some(_) if output.path.ends_with(".svg") => inside.push(Media::Markup, buffer),
        Some(media) => clean(leaks(work.guard, media, surface, output, buffer))?,
        // What no one can read must not be published on trust.
        None if inside.is_empty() => {
            let finding = Unread {
                output: output.path.to_string(),
            };
            return Err(vec![at(output, finding)]);
        }
        None => {}
    }
    let parts = inside.parts();
    let found = parts.flat_map(|(media, part)| leaks(work.guard, media, surface, output, part));
    clean(found.collect())?;
    Ok(Made::Fresh(key.map(|key| key.hash)))
}

fn clean(found: Vec<Diagnostic>) -> Result<(), Vec<Diagnostic>> {
    if found.is_empty() { Ok(()) } else { Err(found) }
}

fn leaks(
    guard: &Guard,
    media: Media,
    surface: Surface,
    output: &Output,
    bytes: &[u8],
) -> Vec<Diagnostic> {
    let leak = |leak: Leak| {
        Diagnostic::new(
            leak.source,
            Leaked {
                output: output.path.to_string(),
            },
        )
    };
    let found = guard.scan(media, surface, bytes);
    found.into_iter().map(leak).collect()
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
        let taken = Intake {
            guard: work.guard,
            stage: work.stage,
            media: collector.media(),
            surface: collector.surface(),
            taken: Mutex::default(),
        };
        collector.collect(work.plan, &staged, &taken);
        taken.finish(files, report)?;
    }
    Ok(())
}

/// What a collector's files go through: the scan, then the staging folder.
struct Intake<'w> {
    guard: &'w Guard,
    stage: &'w Stage,
    media: Media,
    surface: Surface,
    taken: Mutex<Vec<Taken>>,
}

/// A file of a collector: where it was placed, and the private values found in it.
struct Taken {
    path: EcoString,
    placed: Result<Placed, Fault>,
    leaks: Vec<Leak>,
}

impl Sink for Intake<'_> {
    fn put(&self, path: &str, bytes: &[u8]) {
        let leaks = self.guard.scan(self.media, self.surface, bytes);
        let placed = self.stage.put(path, None, bytes);
        let path = path.into();
        let mut taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
        taken.push(Taken {
            path,
            placed,
            leaks,
        });
    }
}

impl Intake<'_> {
    /// Adds the files to the site's, in the order of their paths.
    fn finish(self, files: &mut Files, report: &mut Report) -> Result<(), Fault> {
        let taken = self.taken.into_inner();
        let mut taken = taken.unwrap_or_else(PoisonError::into_inner);
        taken.sort_by(|a, b| a.path.cmp(&b.path));
        let mut told = Told::default();
        for one in taken {
            for leak in one.leaks {
                let output = one.path.to_string();
                let found = Diagnostic::new(leak.source, Leaked { output });
                told.add(found, &one.path, report);
            }
            files.insert(one.path, one.placed?);
        }
        told.finish(report);
        Ok(())
    }
}

/// What was told already: the same error on six thousand pages is one finding and a count.
#[derive(Default)]
struct Told {
    counts: FxHashMap<String, (usize, Option<Span>)>,
    order: Vec<String>,
}

impl Told {
    fn add(&mut self, diagnostic: Diagnostic, path: &str, report: &mut Report) {
        let words = diagnostic.finding.words(Lang::En).replace(path, "");
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

fn at(output: &Output, finding: impl Finding + 'static) -> Diagnostic {
    match output.source {
        Some(file) => Diagnostic::new(Span::file(file), finding),
        None => Diagnostic::nowhere(finding),
    }
}
