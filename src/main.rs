//! The program: asks the world once, runs, and answers with an exit code.

use std::{panic, process::ExitCode};

use binhyen::{
    cli::{self, Env},
    diag::Lang,
};

/// Parsing and rendering make many small allocations on every thread; this allocator takes a fifth off a build.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// The exit code of everything that is no fault of the content.
const FAULT: u8 = 2;

fn main() -> ExitCode {
    match Env::read() {
        // A bug is a fault too; its words have been printed by then.
        Ok(env) => panic::catch_unwind(|| cli::run(std::env::args_os().collect(), &env))
            .unwrap_or(ExitCode::from(FAULT)),
        Err(fault) => {
            eprintln!("lỗi: {}", fault.words(Lang::Vi));
            ExitCode::from(FAULT)
        }
    }
}
