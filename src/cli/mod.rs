//! The command line: the one place that reads the clock, the environment and the arguments.
//!
//! Asks the build for the work, prints what came of it, and answers with an exit code. Knows nothing of how a site is
//! made.

mod args;
mod bar;
pub mod catalogue;
mod console;
mod env;
mod explain;
mod help;
mod print;
mod root;
mod scaffold;
mod serve;
mod site;
#[cfg(test)]
mod tests;
mod usage;

use std::{
    ffi::OsString,
    io::{self, BufWriter, Write},
    process::ExitCode,
};

use clap::{CommandFactory, FromArgMatches, error::ErrorKind};

pub use self::env::Env;
use self::{
    args::{Command, CommandLine},
    console::{Console, written},
    root::Root,
};
use crate::diag::{Fault, Lang, show::words};

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// All is well, or there are warnings only.
    Fine = 0,
    /// The content has errors, or warnings that are denied.
    Found = 1,
    /// The program could not run: a fault, or a command line it cannot understand.
    Fault = 2,
}

/// Runs the program on the real streams. `args` begins with the name of the program.
pub fn run(args: Vec<OsString>, env: &Env) -> ExitCode {
    let mut out = BufWriter::new(io::stdout().lock());
    let mut err = BufWriter::new(io::stderr());
    let exit = run_on(&args, env, &mut out, &mut err);
    let flushed = written(out.flush()).and(written(err.flush()));
    match flushed {
        Ok(()) => ExitCode::from(exit as u8),
        Err(_) => ExitCode::from(Exit::Fault as u8),
    }
}

/// Runs the program on given streams.
fn run_on(args: &[OsString], env: &Env, out: &mut dyn Write, err: &mut dyn Write) -> Exit {
    let lang = language(args, env);
    let mut console = Console { out, err, lang };
    let matches = help::localise(CommandLine::command(), lang).try_get_matches_from(args);
    let parsed = matches.and_then(|matches| CommandLine::from_arg_matches(&matches));
    let ended = match parsed {
        Ok(line) => obey(&line, env, &mut console),
        Err(error) => decline(&error, &mut console),
    };
    ended.unwrap_or_else(|fault| {
        let label = words::severity(crate::diag::Severity::Error, lang);
        // There is nowhere left to say that this could not be said.
        let _ = writeln!(console.err, "{label}: {}", fault.words(lang));
        Exit::Fault
    })
}

/// The language asked for, wherever it stands on the line, so that even a complaint about the line is in it.
fn language(args: &[OsString], env: &Env) -> Lang {
    let mut words = args.iter().filter_map(|arg| arg.to_str());
    while let Some(word) = words.next() {
        let tag = match word.split_once('=') {
            Some(("--lang", tag)) => Some(tag),
            None if word == "--lang" => words.next(),
            _ => None,
        };
        if let Some(lang) = tag.and_then(|tag| tag.parse().ok()) {
            return lang;
        }
    }
    env.lang.unwrap_or_default()
}

fn obey(line: &CommandLine, env: &Env, console: &mut Console<'_>) -> Result<Exit, Fault> {
    let global = &line.global;
    match &line.command {
        Command::Build(args) => site::build(global, args, env, console),
        Command::Serve(args) => serve::serve(global, args, env, console),
        Command::Check => site::check(global, env, console),
        Command::Explain { code } => {
            let root = Root::find(global.root.as_deref(), &env.folder);
            explain::explain(code.as_deref(), &root.path, console)
        }
        Command::New(args) => scaffold::new(args, env, console),
    }
}

/// Help and version are answers; anything else is a line that cannot be understood.
fn decline(error: &clap::Error, console: &mut Console<'_>) -> Result<Exit, Fault> {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            written(write!(console.out, "{}", error.render()))?;
            Ok(Exit::Fine)
        }
        _ => {
            let words = usage::words(error, console.lang);
            written(write!(console.err, "{words}"))?;
            Ok(Exit::Fault)
        }
    }
}
