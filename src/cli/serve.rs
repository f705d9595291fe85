//! `serve`: runs a preview, measures its builds, and tells the terminal of each in one line.
//!
//! A warning is printed when it is new, not at every build: who edits one file need not read about the others each time.

use std::{
    collections::HashSet,
    io, process, thread,
    time::{Duration, Instant},
};

use signal_hook::{
    consts::{SIGHUP, SIGINT, SIGTERM},
    iterator::Signals,
};

use super::{
    Exit,
    args::{Global, ServeArgs},
    bar::Bar,
    console::{Console, written},
    env::Env,
    print::{To, print},
    root::Root,
    site::{counted, request, watcher},
};
use crate::{
    build::{self, Built, Deny, Form, Job, Outcome, Request},
    diag::{
        Diagnostic, Fault, Lang, Severity, SourceMap,
        show::words::{counted as findings, severity},
    },
    serve::{self, Bell, Operator, Port, Preview},
    source::Sources,
};

/// Runs `serve`, until it is interrupted.
///
/// # Errors
/// A fault of the machine.
pub fn serve(
    global: &Global,
    args: &ServeArgs,
    env: &Env,
    console: &mut Console<'_>,
) -> Result<Exit, Fault> {
    let root = Root::find(global.root.as_deref(), &env.folder);
    let preview = Preview {
        request: request(global, env, &root, Job::Check),
        forms: args.shown.clone().unwrap_or_else(usual_forms),
        port: args.port.map_or(Port::Usual, Port::Only),
        temporary: env.temporary.clone(),
        lang: console.lang,
        base: &root.base,
    };
    let bell = Bell::default();
    listen_for_signals(&bell)?;
    let mut terminal = Terminal {
        global,
        env,
        root: &root,
        console,
        known: HashSet::new(),
        builds: Builds::None,
        took: Duration::ZERO,
    };
    serve::serve(&preview, &bell, &mut terminal)?;
    Ok(Exit::Fine)
}

/// All but what no page shows and is slow to make: pictures of shared links, books with their covers, paper.
fn usual_forms() -> Vec<Form> {
    let all = Form::ALL.iter().copied();
    all.filter(|form| !matches!(form.id(), "card" | "epub" | "pdf" | "a5"))
        .collect()
}

/// The first signal ends the preview in order, once the build in hand is done; the second ends it at once.
fn listen_for_signals(bell: &Bell) -> Result<(), Fault> {
    let fault = |error| {
        Fault::io(
            ("chờ tín hiệu từ", "listen for signals of"),
            "Ctrl-C",
            error,
        )
    };
    let mut signals = Signals::new([SIGINT, SIGTERM, SIGHUP]).map_err(fault)?;
    let bell = bell.clone();
    let listen = move || {
        let mut signals = signals.forever();
        signals.next();
        bell.stop();
        if signals.next().is_some() {
            process::exit(Exit::Fault as i32);
        }
    };
    let listening = thread::Builder::new().spawn(listen);
    listening.map(drop).map_err(fault)
}

/// What has been built so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Builds {
    /// Nothing.
    None,
    /// Something, with errors only so far.
    Failed,
    /// A site.
    Some,
}

/// The terminal a preview is run from.
struct Terminal<'t, 'c> {
    global: &'t Global,
    env: &'t Env,
    root: &'t Root,
    console: &'t mut Console<'c>,
    /// The warnings that were printed and still stand, as far as is known.
    known: HashSet<String>,
    builds: Builds,
    took: Duration,
}

impl Operator for Terminal<'_, '_> {
    fn build(&mut self, request: &Request) -> Result<Outcome, Fault> {
        let began = Instant::now();
        let bar = Bar::new(watcher(self.env), self.console.lang);
        let outcome = build::site(request, &bar);
        bar.finish();
        self.took = began.elapsed();
        outcome
    }

    fn tell(&mut self, mut outcome: Outcome) -> Result<(), Fault> {
        let (built, lang) = (outcome.built, self.console.lang);
        let warnings = outcome.report.count(Severity::Warning);
        self.leave_out_known(&mut outcome);
        print(
            &mut outcome,
            To::Err,
            self.global,
            self.env,
            self.root,
            self.console,
        )?;
        match built {
            Some(built) => {
                let line = closing(self.builds, built, warnings, self.took, lang);
                self.builds = Builds::Some;
                self.console.say(&line)?;
            }
            None => {
                let words = refusal(self.builds, lang);
                if self.builds == Builds::None {
                    self.builds = Builds::Failed;
                }
                self.console.remark(words)?;
            }
        }
        self.flush()
    }

    fn lament(&mut self, fault: &Fault) -> Result<(), Fault> {
        let lang = self.console.lang;
        let label = severity(Severity::Error, lang);
        let words = format!(
            "{label}: {}\n{}",
            fault.words(lang),
            refusal(self.builds, lang)
        );
        self.console.remark(&words)?;
        self.flush()
    }

    fn open(&mut self, address: &str) -> Result<(), Fault> {
        let line = match self.console.lang {
            Lang::Vi => format!("Xem thử tại {address} (dừng: Ctrl-C)"),
            Lang::En => format!("Preview at {address} (stop with Ctrl-C)"),
        };
        self.console.say(&line)?;
        self.flush()
    }
}

impl Terminal<'_, '_> {
    /// Drops the warnings that were printed before, unless they are what stops the build.
    fn leave_out_known(&mut self, outcome: &mut Outcome) {
        if self.global.deny == Some(Deny::Warnings) {
            return;
        }
        let sources = &outcome.sources;
        let is_warning = |d: &Diagnostic| d.finding.severity() == Severity::Warning;
        let all = outcome.report.diagnostics().iter();
        let standing: HashSet<String> = all
            .filter(|d| is_warning(d))
            .map(|d| name(d, sources))
            .collect();
        let known = std::mem::take(&mut self.known);
        outcome
            .report
            .retain(|d| !is_warning(d) || !known.contains(&name(d, sources)));
        self.known = standing;
        if outcome.built.is_none() {
            // Errors keep the later phases from looking, so what they found before is not mended.
            self.known.extend(known);
        }
    }

    /// Lines are read as they come.
    fn flush(&mut self) -> Result<(), Fault> {
        let flushed: io::Result<()> = self.console.out.flush();
        written(flushed.and_then(|()| self.console.err.flush()))
    }
}

/// What tells a finding from others, wherever it has moved to in its file.
fn name(diagnostic: &Diagnostic, sources: &Sources) -> String {
    let finding = &diagnostic.finding;
    let path = diagnostic.at.map_or("", |at| sources.path(at.file));
    format!("{}\n{path}\n{}", finding.code(), finding.words(Lang::En))
}

/// `Đã dựng lại: 3 trang, 0,21 s; 42 cảnh báo`.
fn closing(builds: Builds, built: Built, warnings: usize, took: Duration, lang: Lang) -> String {
    let again = builds == Builds::Some;
    let title = match (again, lang) {
        (true, Lang::Vi) => "Đã dựng lại:",
        (true, Lang::En) => "Rebuilt:",
        (false, Lang::Vi) => "Đã dựng:",
        (false, Lang::En) => "Built:",
    };
    let what = if again {
        changes(built, lang)
    } else {
        pages(built.pages, lang)
    };
    let seconds = format!("{:.2}", took.as_secs_f64());
    let seconds = lang.pick(seconds.replace('.', ","), seconds);
    let stand = match warnings {
        0 => String::new(),
        count => format!("; {}", findings(count, Severity::Warning, lang)),
    };
    format!("{title} {what}, {seconds} s{stand}")
}

/// What a rebuild changed: pages, else other files.
fn changes(built: Built, lang: Lang) -> String {
    let others = built.written - built.changed;
    let mut parts = Vec::new();
    if built.changed > 0 {
        parts.push(pages(built.changed, lang));
    } else if others > 0 {
        parts.push(lang.pick(format!("{others} tệp"), counted(others, "file")));
    }
    if built.removed > 0 {
        let gone = built.removed;
        let en = format!("{} removed", counted(gone, "file"));
        parts.push(lang.pick(format!("xóa {gone} tệp"), en));
    }
    if parts.is_empty() {
        return lang.pick("không có gì đổi", "nothing changed").to_owned();
    }
    parts.join(", ")
}

fn pages(count: usize, lang: Lang) -> String {
    lang.pick(format!("{count} trang"), counted(count, "page"))
}

fn refusal(builds: Builds, lang: Lang) -> &'static str {
    match builds {
        Builds::Some => lang.pick(
            "Chưa dựng lại được; trình duyệt vẫn giữ bản trước.",
            "Not rebuilt; the browser keeps the last good site.",
        ),
        Builds::None | Builds::Failed => lang.pick(
            "Chưa dựng được trang nào; sửa xong sẽ tự dựng lại.",
            "Nothing could be built yet; mend it and it is tried again.",
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_line_tells_a_build() {
        let built = |changed, written, removed| Built {
            pages: 1770,
            changed,
            written,
            removed,
        };
        let time = Duration::from_millis(214);
        let line = |builds, built, warnings, lang| closing(builds, built, warnings, time, lang);
        assert_eq!(
            line(Builds::Some, built(3, 4, 0), 42, Lang::Vi),
            "Đã dựng lại: 3 trang, 0,21 s; 42 cảnh báo"
        );
        assert_eq!(
            line(Builds::Some, built(1, 2, 2), 1, Lang::En),
            "Rebuilt: 1 page, 2 files removed, 0.21 s; 1 warning"
        );
        assert_eq!(
            line(Builds::Some, built(0, 1, 0), 0, Lang::En),
            "Rebuilt: 1 file, 0.21 s"
        );
        assert_eq!(
            line(Builds::Some, built(0, 0, 0), 0, Lang::Vi),
            "Đã dựng lại: không có gì đổi, 0,21 s"
        );
        assert_eq!(
            line(Builds::None, built(1770, 1775, 0), 0, Lang::Vi),
            "Đã dựng: 1770 trang, 0,21 s"
        );
    }
}
