//! Listens to the build: a progress bar on a terminal once the work is long, and the time of each phase.

use std::{
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::{
    build::{Phase, Progress},
    diag::Lang,
};

/// How long the work may last before a bar appears.
const PATIENCE: Duration = Duration::from_millis(500);

/// Whether there is someone to show a bar to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Watcher {
    /// Someone at a terminal.
    Person,
    /// No one.
    None,
}

/// The listener.
pub struct Bar {
    lang: Lang,
    watcher: Watcher,
    drawn: AtomicBool,
    bar: ProgressBar,
    began: Instant,
    phases: Mutex<Vec<(Phase, Instant)>>,
}

impl Bar {
    /// A listener that has heard nothing yet.
    pub fn new(watcher: Watcher, lang: Lang) -> Self {
        Bar {
            lang,
            watcher,
            drawn: AtomicBool::new(false),
            bar: ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden()),
            began: Instant::now(),
            phases: Mutex::default(),
        }
    }

    /// Takes the bar away, and tells how long each phase took.
    pub fn finish(self) -> Vec<(Phase, Duration)> {
        self.bar.finish_and_clear();
        let phases = self
            .phases
            .into_inner()
            .unwrap_or_else(PoisonError::into_inner);
        let ends = phases.iter().skip(1).map(|(_, begin)| *begin);
        let ends = ends.chain([Instant::now()]);
        phases
            .iter()
            .zip(ends)
            .map(|((phase, begin), end)| (*phase, end.duration_since(*begin)))
            .collect()
    }

    fn draw_if_long(&self) {
        let due = self.watcher == Watcher::Person && self.began.elapsed() > PATIENCE;
        if due && !self.drawn.swap(true, Ordering::Relaxed) {
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
        }
    }
}

impl Progress for Bar {
    fn phase(&self, phase: Phase, total: Option<u64>) {
        self.phases
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .push((phase, Instant::now()));
        self.bar.set_style(style(total));
        self.bar.set_message(phase.words(self.lang));
        self.bar.set_length(total.unwrap_or(0));
        self.bar.set_position(0);
        self.draw_if_long();
    }

    fn step(&self) {
        self.draw_if_long();
        self.bar.inc(1);
    }
}

fn style(total: Option<u64>) -> ProgressStyle {
    let template = match total {
        Some(_) => "{msg} {wide_bar} {pos}/{len}",
        None => "{msg} …",
    };
    ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phases_are_timed_in_order() {
        let bar = Bar::new(Watcher::None, Lang::Vi);
        bar.phase(Phase::Read, None);
        bar.phase(Phase::Render, Some(2));
        bar.step();
        bar.step();
        let phases: Vec<Phase> = bar.finish().into_iter().map(|(phase, _)| phase).collect();
        assert_eq!(phases, [Phase::Read, Phase::Render]);
    }
}
