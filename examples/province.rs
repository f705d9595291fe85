//! Writes a synthetic province, a complete site of any size, for measuring and for trying things at scale.
//!
//! `cargo run --release --example province -- --communes 635 DIR`

#[path = "province/mod.rs"]
mod province;

use std::{path::PathBuf, process::ExitCode, time::Instant};

use clap::{Parser, ValueEnum};
use province::{InUse, Options, PeoplePrivate, Summary};

/// Writes a synthetic province: a complete site folder with invented people, the same for the same seed.
#[derive(Parser)]
struct Arguments {
    /// Folder to write.
    dir: PathBuf,
    /// Communes.
    #[arg(long, default_value_t = 635, value_parser = clap::value_parser!(u32).range(1..=28_000))]
    communes: u32,
    /// Villages in a commune, on average [default: 9.5, and 27.1 with 3321 communes]
    #[arg(long)]
    villages: Option<f64>,
    /// Seed.
    #[arg(long, default_value_t = 375)]
    seed: u64,
    /// Whether to write two private values a person.
    #[arg(long, value_enum, default_value_t = Switch::On)]
    people_private: Switch,
    /// Languages, the main one first.
    #[arg(long, value_delimiter = ',', default_value = "vi")]
    lang: Vec<String>,
    /// Broken rules and vacancies to plant [default: one for every fifty bodies]
    #[arg(long)]
    mistakes: Option<usize>,
    /// Scheme file.
    #[arg(long, default_value = concat!(env!("CARGO_MANIFEST_DIR"), "/data/schemes/375-2008.toml"))]
    scheme: PathBuf,
    /// File of what may be public.
    #[arg(long, default_value = concat!(env!("CARGO_MANIFEST_DIR"), "/data/publish.toml"))]
    policy: PathBuf,
    /// Replace the site in a folder that is not empty.
    #[arg(long)]
    force: bool,
}

#[derive(Clone, Copy, ValueEnum)]
enum Switch {
    On,
    Off,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let in_use = if arguments.force {
        InUse::Replace
    } else {
        InUse::Refuse
    };
    let dir = arguments.dir.clone();
    let start = Instant::now();
    match province::write(&dir, &options(arguments), in_use) {
        Ok(summary) => {
            print(&summary, start.elapsed().as_secs_f64());
            ExitCode::SUCCESS
        }
        Err(fault) => {
            eprintln!("error: {fault}");
            ExitCode::from(2)
        }
    }
}

fn options(arguments: Arguments) -> Options {
    let communes = arguments.communes as usize;
    Options {
        communes,
        villages: arguments
            .villages
            .unwrap_or_else(|| province::villages_for(communes))
            .max(1.0),
        seed: arguments.seed,
        people_private: match arguments.people_private {
            Switch::On => PeoplePrivate::On,
            Switch::Off => PeoplePrivate::Off,
        },
        languages: arguments.lang,
        mistakes: arguments.mistakes,
        scheme: arguments.scheme,
        policy: arguments.policy,
    }
}

fn print(summary: &Summary, seconds: f64) {
    let Summary {
        districts,
        communes,
        villages,
        bodies,
        people,
        mistakes,
        chapters,
        files,
        bytes,
    } = summary;
    println!("{districts} districts, {communes} communes, {villages} villages");
    println!("{bodies} bodies, {people} people, {mistakes} mistakes, {chapters} chapters");
    println!(
        "{files} files, {:.1} MB, {seconds:.1} s",
        *bytes as f64 / 1e6
    );
}
