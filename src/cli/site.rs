//! `build` and `check`: asks for the work, prints the findings and one line of result.
//!
//! Findings of `build` go to standard error. Those of `check` are its result: they go to standard output in every
//! format but the human one.

use std::time::Duration;

use super::{
    Exit,
    args::{BuildArgs, Global},
    bar::{Bar, Watcher},
    console::Console,
    env::Env,
    print::{To, print},
    root::Root,
};
use crate::{
    build::{
        self, Addresses, Built, Bundle, Commit, Day, Deny, Form, Job, Outcome, Phase, Request,
        Target,
    },
    diag::{
        Fault, Lang,
        show::{Audience, Style},
    },
};

/// Runs `check`.
///
/// # Errors
/// A fault of the machine.
pub fn check(global: &Global, env: &Env, console: &mut Console<'_>) -> Result<Exit, Fault> {
    let root = Root::find(global.root.as_deref(), &env.folder);
    let bar = Bar::new(watcher(env), console.lang);
    let request = request(global, env, &root, Job::Check);
    let worked = build::site(&request, &bar);
    bar.finish();
    let mut outcome = worked?;
    let to = match global.format {
        Style::Human => To::Err,
        _ => To::Out,
    };
    print(&mut outcome, to, global, env, &root, console)?;
    if global.format == Style::Human && outcome.report.diagnostics().is_empty() {
        let clean = "Dữ liệu hợp lệ: không có lỗi, không có cảnh báo.";
        console.say(
            console
                .lang
                .pick(clean, "All is well: no errors, no warnings."),
        )?;
    }
    Ok(exit(&outcome, request.deny))
}

/// Runs `build`.
///
/// # Errors
/// A fault of the machine.
pub fn build(
    global: &Global,
    args: &BuildArgs,
    env: &Env,
    console: &mut Console<'_>,
) -> Result<Exit, Fault> {
    let root = Root::find(global.root.as_deref(), &env.folder);
    let watcher = if args.quiet {
        Watcher::None
    } else {
        watcher(env)
    };
    let bar = Bar::new(watcher, console.lang);
    let mut request = request(global, env, &root, Job::Build(target(args, env, &root)));
    request.threads = args.threads;
    let worked = build::site(&request, &bar);
    let phases = bar.finish();
    let mut outcome = worked?;
    print(&mut outcome, To::Err, global, env, &root, console)?;
    if args.timings {
        for (phase, time) in phases {
            console.remark(&timing(phase, time, console.lang))?;
        }
    }
    match outcome.built {
        Some(built) if !args.quiet => {
            let out = match &args.out {
                Some(out) => out.display().to_string(),
                None => root.named("public"),
            };
            console.say(&closing(built, &out, env.elapsed(), console.lang))?;
        }
        None if !args.quiet => console.remark(refusal(console.lang))?,
        _ => {}
    }
    Ok(exit(&outcome, request.deny))
}

/// What is asked of a build, as far as the options of every command say.
pub(super) fn request(global: &Global, env: &Env, root: &Root, job: Job) -> Request {
    Request {
        root: root.path.clone(),
        day: Day {
            asked: global.as_of,
            fallback: env.day,
        },
        deny: global.deny.unwrap_or_default(),
        threads: None,
        job,
    }
}

fn target(args: &BuildArgs, env: &Env, root: &Root) -> Target {
    Target {
        out: match &args.out {
            Some(out) => env.folder.join(out),
            None => root.path.join("public"),
        },
        addresses: if args.locked {
            Addresses::Locked
        } else {
            Addresses::Append
        },
        commit: if args.atomic {
            Commit::Atomic
        } else {
            Commit::FileByFile
        },
        bundle: if args.bundle {
            Bundle::Packed
        } else {
            Bundle::None
        },
        forms: args.formats.clone().unwrap_or_else(|| Form::ALL.to_vec()),
    }
}

/// Whether someone sits at the terminal.
pub(super) fn watcher(env: &Env) -> Watcher {
    match env.err.audience {
        Audience::LocalTerminal => Watcher::Person,
        Audience::Elsewhere => Watcher::None,
    }
}

fn exit(outcome: &Outcome, deny: Deny) -> Exit {
    if deny.stops(&outcome.report) {
        Exit::Found
    } else {
        Exit::Fine
    }
}

fn timing(phase: Phase, time: Duration, lang: Lang) -> String {
    let words = phase.words(lang);
    format!("{words:<24} {:>8.1} ms", time.as_secs_f64() * 1000.0)
}

/// `Đã dựng 812 trang, ghi 12 tệp vào public/ (0,4 s)`.
fn closing(built: Built, out: &str, time: Duration, lang: Lang) -> String {
    let out = format!("{}/", out.trim_end_matches(['/', '\\']));
    let seconds = format!("{:.1}", time.as_secs_f64());
    let Built {
        pages,
        written,
        removed,
        ..
    } = built;
    match lang {
        Lang::Vi => {
            let gone = if removed > 0 {
                format!(", xóa {removed} tệp cũ")
            } else {
                String::new()
            };
            let seconds = seconds.replace('.', ",");
            format!("Đã dựng {pages} trang, ghi {written} tệp vào {out}{gone} ({seconds} s)")
        }
        Lang::En => {
            let gone = if removed > 0 {
                format!(", removed {}", counted(removed, "old file"))
            } else {
                String::new()
            };
            let (pages, written) = (counted(pages, "page"), counted(written, "file"));
            format!("Built {pages}, wrote {written} to {out}{gone} ({seconds} s)")
        }
    }
}

/// A number and its noun, in English.
pub(super) fn counted(count: usize, noun: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {noun}{plural}")
}

fn refusal(lang: Lang) -> &'static str {
    lang.pick(
        "Không dựng trang; trang cũ, nếu có, được giữ nguyên.",
        "Nothing was published; the old site, if any, stays as it was.",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_closing_line_counts_and_names_the_folder() {
        let built = Built {
            pages: 812,
            changed: 1,
            written: 1,
            removed: 0,
        };
        let time = Duration::from_millis(420);
        let vi = closing(built, "public", time, Lang::Vi);
        assert_eq!(vi, "Đã dựng 812 trang, ghi 1 tệp vào public/ (0,4 s)");
        let en = closing(
            Built {
                removed: 2,
                ..built
            },
            "out/",
            time,
            Lang::En,
        );
        assert_eq!(
            en,
            "Built 812 pages, wrote 1 file to out/, removed 2 old files (0.4 s)"
        );
    }
}
