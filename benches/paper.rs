//! Measures how fast paper is set, kind by kind, as a user meets it: `cargo bench --bench paper`.
//!
//! A kind is timed by what it adds to a build in which every print source is an empty page. What is measured and how to
//! read it: `docs/print.md`.

#[expect(dead_code, reason = "the other bench tells phases apart")]
#[path = "build/measure.rs"]
mod measure;
#[expect(dead_code, reason = "the example needs more of it than the bench")]
#[path = "../examples/province/mod.rs"]
mod province;

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, ExitCode},
};

use clap::Parser;
use measure::{Run, run};
use province::{InUse, Options, PeoplePrivate};
use tempfile::TempDir;

const MANIFEST: &str = env!("CARGO_MANIFEST_DIR");

/// A print source that sets next to nothing.
const EMPTY: &str = "#let data = json(\"/data.json\")\n#set document(title: data.title)\n\
    #set text(lang: data.lang)\n= #data.title\n";

/// Measures how fast paper is set.
#[derive(Parser)]
struct Arguments {
    /// Communes of the province.
    #[arg(long, default_value_t = 40)]
    communes: usize,
    /// Rounds; the median counts.
    #[arg(long, default_value_t = 3)]
    runs: usize,
    /// Another program to measure, such as an older version.
    #[arg(long, default_value = env!("CARGO_BIN_EXE_binhyen"))]
    binary: PathBuf,
    /// Given by cargo.
    #[arg(long, hide = true)]
    bench: bool,
}

/// A kind of sheet.
struct Kind {
    name: &'static str,
    /// Its print source.
    source: &'static str,
    /// Whether it is set for the province rather than for the repository's own handbooks.
    province: bool,
    /// How deep its files lie below the folder of their section.
    folder: &'static str,
    depth: usize,
}

const KINDS: [Kind; 3] = [
    Kind {
        name: "notices",
        source: "notice.typ",
        province: true,
        folder: "danh-ba",
        depth: 3,
    },
    Kind {
        name: "rosters",
        source: "roster.typ",
        province: true,
        folder: "danh-ba",
        depth: 2,
    },
    Kind {
        name: "handbooks",
        source: "book.typ",
        province: false,
        folder: "so-tay",
        depth: 0,
    },
];

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
    let memory = Path::new("/dev/shm");
    let parent = if memory.is_dir() {
        memory
    } else {
        Path::new(env!("CARGO_TARGET_TMPDIR"))
    };
    let folder = TempDir::new_in(parent).map_err(|e| e.to_string())?;
    println!("| kind | sheets | seconds | sheets/s | size | peak memory |");
    println!("|---|---|---|---|---|---|");
    for kind in &KINDS {
        let site = folder.path().join(kind.name);
        prepare(kind, &site, arguments)?;
        let mut rounds = Vec::new();
        for round in 1..=arguments.runs.max(1) {
            eprintln!("{}, round {round}", kind.name);
            sources(&site, None)?;
            let empty = build(&arguments.binary, &site, folder.path())?;
            sources(&site, Some(kind.source))?;
            let whole = build(&arguments.binary, &site, folder.path())?;
            rounds.push((whole.seconds - empty.seconds, whole.peak.unwrap_or(0)));
        }
        rounds.sort_by(|a, b| a.0.total_cmp(&b.0));
        let (seconds, _) = rounds[rounds.len() / 2];
        let peak = rounds.iter().map(|round| round.1).max().unwrap_or(0);
        let (sheets, bytes) = made(kind, &site.join("public"));
        println!(
            "| {} | {sheets} | {seconds:.2} | {:.0} | {:.1} MB | {} MB |",
            kind.name,
            sheets as f64 / seconds,
            bytes as f64 / 1e6,
            peak >> 20,
        );
    }
    Ok(())
}

/// A site with the sheets of one kind.
fn prepare(kind: &Kind, site: &Path, arguments: &Arguments) -> Result<(), String> {
    let options = Options {
        communes: if kind.province { arguments.communes } else { 1 },
        villages: province::villages_for(arguments.communes),
        seed: 375,
        people_private: PeoplePrivate::On,
        languages: vec!["vi".into()],
        mistakes: None,
        scheme: Path::new(MANIFEST).join("data/schemes/375-2008.toml"),
        policy: Path::new(MANIFEST).join("data/publish.toml"),
    };
    province::write(site, &options, InUse::Refuse)?;
    let content = site.join("content");
    fs::remove_dir_all(&content).map_err(|e| format!("{}: {e}", content.display()))?;
    if !kind.province {
        let own = Path::new(MANIFEST).join("content/handbook");
        copy(&own, &content.join("handbook"))?;
    }
    Ok(())
}

fn copy(from: &Path, to: &Path) -> Result<(), String> {
    let fault = |e: std::io::Error| format!("{}: {e}", from.display());
    fs::create_dir_all(to).map_err(fault)?;
    for entry in fs::read_dir(from).map_err(fault)? {
        let entry = entry.map_err(fault)?;
        let (from, to) = (entry.path(), to.join(entry.file_name()));
        if from.is_dir() {
            copy(&from, &to)?;
        } else {
            fs::copy(&from, &to).map_err(|e| format!("{}: {e}", from.display()))?;
        }
    }
    Ok(())
}

/// Empties every print source but one.
fn sources(site: &Path, but: Option<&str>) -> Result<(), String> {
    let folder = site.join("themes/default/print");
    let fault = |e: std::io::Error| format!("{}: {e}", folder.display());
    if folder.is_dir() {
        fs::remove_dir_all(&folder).map_err(fault)?;
    }
    fs::create_dir_all(&folder).map_err(fault)?;
    for kind in KINDS.iter().filter(|kind| Some(kind.source) != but) {
        fs::write(folder.join(kind.source), EMPTY).map_err(fault)?;
    }
    Ok(())
}

fn build(binary: &Path, site: &Path, scratch: &Path) -> Result<Run, String> {
    let public = site.join("public");
    if public.is_dir() {
        fs::remove_dir_all(&public).map_err(|e| format!("{}: {e}", public.display()))?;
    }
    let mut command = Command::new(binary);
    command
        .args(["build", "--formats", "pdf", "--root"])
        .arg(site);
    run(&mut command, scratch)
}

/// How many files of a kind there are, and their bytes.
fn made(kind: &Kind, public: &Path) -> (usize, u64) {
    let mut found = (0, 0);
    let files = walkdir::WalkDir::new(public).into_iter().flatten();
    for file in files.filter(|file| file.file_type().is_file()) {
        let path = file.path().strip_prefix(public).unwrap_or(file.path());
        let folders = path.components().count() - 1;
        let is_pdf = path.extension().is_some_and(|extension| extension == "pdf");
        let here = path.to_string_lossy().starts_with(kind.folder);
        if is_pdf && here && (kind.depth == 0 || folders == kind.depth) {
            found.0 += 1;
            found.1 += file.metadata().map_or(0, |metadata| metadata.len());
        }
    }
    found
}
