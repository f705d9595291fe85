//! Measures whole builds of a synthetic province from outside, as a user meets them: `cargo bench --bench build`.
//!
//! What is measured and how to read it: `docs/performance.md`.

#[path = "build/measure.rs"]
mod measure;
#[expect(dead_code, reason = "the example needs more of it than the bench")]
#[path = "../examples/province/mod.rs"]
mod province;
#[path = "build/rounds.rs"]
mod rounds;
#[path = "build/table.rs"]
mod table;

use std::{
    env,
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::Parser;
use province::{Options, PeoplePrivate};
use rounds::Place;
use table::Column;

const MANIFEST: &str = env!("CARGO_MANIFEST_DIR");

/// Measures whole builds of a synthetic province.
#[derive(Parser)]
struct Arguments {
    /// Communes of the province.
    #[arg(long, default_value_t = 635)]
    communes: usize,
    /// Villages in a commune, on average.
    #[arg(long)]
    villages: Option<f64>,
    /// Rounds; the median counts.
    #[arg(long, default_value_t = 5)]
    runs: usize,
    /// A whole country: 3321 communes, 90,000 villages.
    #[arg(long)]
    large: bool,
    /// Another program to measure, such as an older version.
    #[arg(long, default_value = env!("CARGO_BIN_EXE_binhyen"))]
    binary: PathBuf,
    /// Given by cargo.
    #[arg(long, hide = true)]
    bench: bool,
}

fn main() -> ExitCode {
    match bench(&Arguments::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            eprintln!("error: {fault}");
            ExitCode::from(2)
        }
    }
}

fn bench(arguments: &Arguments) -> Result<(), String> {
    let options = options(arguments);
    let mut columns = Vec::new();
    let mut summary = None;
    for (name, parent) in parents() {
        let (place, made) = Place::new(name, &parent, &options)?;
        let output = place.warm_up(&arguments.binary)?;
        summary = Some(made);
        columns.push(Column {
            place,
            output,
            rounds: Vec::new(),
        });
    }
    for round in 1..=arguments.runs.max(1) {
        for column in &mut columns {
            eprintln!("round {round}, {}", column.place.name);
            column.rounds.push(column.place.round(&arguments.binary)?);
        }
    }
    let summary = summary.unwrap_or_default();
    table::print(&summary, &columns);
    println!("\n{}", others());
    println!("{}", table::json(&summary, &columns));
    Ok(())
}

fn options(arguments: &Arguments) -> Options {
    let communes = if arguments.large {
        3321
    } else {
        arguments.communes.max(1)
    };
    Options {
        communes,
        villages: arguments
            .villages
            .unwrap_or_else(|| province::villages_for(communes)),
        seed: 375,
        people_private: PeoplePrivate::On,
        languages: vec!["vi".into()],
        mistakes: None,
        scheme: Path::new(MANIFEST).join("data/schemes/375-2008.toml"),
        policy: Path::new(MANIFEST).join("data/publish.toml"),
    }
}

/// A folder in memory, where the system has one, and one on the disk of the target folder.
fn parents() -> Vec<(&'static str, PathBuf)> {
    let memory = ("memory", PathBuf::from("/dev/shm"));
    let disk = ("disk", PathBuf::from(env!("CARGO_TARGET_TMPDIR")));
    [memory, disk]
        .into_iter()
        .filter(|(_, folder)| folder.is_dir())
        .collect()
}

/// Whether generators to compare with are on this machine.
fn others() -> String {
    let path = env::var_os("PATH").unwrap_or_default();
    let present = |name: &&str| env::split_paths(&path).any(|folder| folder.join(name).is_file());
    let (here, absent): (Vec<&str>, Vec<&str>) =
        ["hugo", "zola"].iter().partition(|name| present(name));
    match (here.is_empty(), absent.is_empty()) {
        (true, _) => format!("not present, so not compared: {}", absent.join(", ")),
        (_, true) => format!("present, to compare by hand: {}", here.join(", ")),
        _ => format!(
            "present, to compare by hand: {}; not present: {}",
            here.join(", "),
            absent.join(", ")
        ),
    }
}
