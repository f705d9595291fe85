//! Golden sites: each folder of `tests/sites/` is a tiny site and what it must become.
//!
//! `expected/` holds files that must be equal byte for byte; `expected.txt` lists every output; `output.txt` holds what
//! the command prints. A stray expected file fails. `BLESS=1` rewrites them all.

use std::{fs, path::Path};

use crate::site::{Site, bless, compare, files_below};

#[test]
fn golden_sites() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sites");
    let mut names: Vec<_> = fs::read_dir(&folder)
        .expect("tests/sites")
        .map(|e| e.expect("an entry").path())
        .collect();
    names.sort();
    assert!(!names.is_empty());
    let problems: Vec<String> = names
        .iter()
        .filter(|path| path.is_dir())
        .flat_map(|path| golden(path))
        .collect();
    assert!(
        problems.is_empty(),
        "\n{}\nBLESS=1 rewrites them",
        problems.join("\n")
    );
}

fn golden(golden: &Path) -> Vec<String> {
    let site = Site::copy_of(&golden.join("site"));
    let run = site.run(&["build", "--format", "short", "--lang", "en"]);
    let mut problems = Vec::new();
    let name = golden
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    let output = format!("exit {}\n{}", run.code, run.stderr);
    compare(&golden.join("output.txt"), &output, &mut problems);
    let made = files_below(&site.path("public"));
    let listed: String = made.iter().map(|path| format!("{path}\n")).collect();
    compare(&golden.join("expected.txt"), &listed, &mut problems);
    let expected = golden.join("expected");
    for path in files_below(&expected) {
        match made.contains(&path) {
            true => compare(
                &expected.join(&path),
                &site.read(&format!("public/{path}")),
                &mut problems,
            ),
            false if bless() => fs::remove_file(expected.join(&path)).expect("removed"),
            false => problems.push(format!("{name}: expected/{path} is not made")),
        }
    }
    problems
}
