//! The house rules, made executable: layers, sizes, forbidden words. Reads `src/` as text.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// Modules from the bottom up. A module may use itself and what stands above it in this list.
const LAYERS: &[&[&str]] = &[
    &["diag"],
    &["model"],
    &["source"],
    &["parse"],
    &["scheme"],
    &["check"],
    &["publish"],
    &["markdown"],
    &["plan"],
    &["format"],
    &["build"],
    &["serve"],
    &["cli"],
];

/// Only these may touch the disk.
const DISK: &[&str] = &["source", "build", "serve", "cli"];

/// Only these may open a private value.
const EXPOSE: &[&str] = &[
    "src/publish/gate.rs",
    "src/check/rules/attribute.rs",
    "src/model/private.rs",
];

const FORBIDDEN_NAMES: &[&str] = &[
    "utils", "util", "helpers", "helper", "common", "manager", "misc",
];

struct Source {
    path: String,
    text: String,
}

impl Source {
    /// The top module the file belongs to.
    fn module(&self) -> &str {
        let rest = self.path.trim_start_matches("src/");
        rest.split(['/', '.']).next().unwrap_or_default()
    }

    /// The text before the first test module, with comment lines emptied; line numbers stay.
    fn code(&self) -> Vec<&str> {
        let mut lines: Vec<&str> = self
            .text
            .lines()
            .take_while(|line| !line.starts_with("#[cfg(test)]"))
            .collect();
        for line in &mut lines {
            if line.trim_start().starts_with("//") {
                *line = "";
            }
        }
        lines
    }

    fn is_test(&self) -> bool {
        self.path.ends_with("/tests.rs") || self.path.contains("/tests/")
    }
}

#[test]
fn files_are_short_and_say_what_they_own() {
    check(|file, problems| {
        let lines = file.text.lines().count();
        if lines > 400 {
            problems.push(format!("{}: {lines} lines, 400 at most", file.path));
        }
        if !file.text.starts_with("//!") {
            problems.push(format!("{}: does not open with `//!`", file.path));
        }
        let stem = Path::new(&file.path)
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        if FORBIDDEN_NAMES.contains(&&*stem) {
            problems.push(format!("{}: names nothing", file.path));
        }
    });
}

#[test]
fn functions_are_short() {
    check(|file, problems| {
        // A sample built by hand is one long literal.
        if file.is_test() {
            return;
        }
        let lines = file.code();
        for (at, line) in lines.iter().enumerate() {
            // A function a trait only asks for has no body.
            if !is_function(line) || line.ends_with(';') {
                continue;
            }
            let indent = line.len() - line.trim_start().len();
            let close = format!("{}}}", " ".repeat(indent));
            let length = lines[at..]
                .iter()
                .position(|line| *line == close)
                .map_or(0, |end| end + 1);
            if length > 50 {
                problems.push(format!(
                    "{}:{}: a function of {length} lines, 50 at most",
                    file.path,
                    at + 1
                ));
            }
        }
    });
}

#[test]
fn imports_go_down_only() {
    let level = |module: &str| LAYERS.iter().position(|layer| layer.contains(&module));
    check(|file, problems| {
        let Some(own) = level(file.module()) else {
            return;
        };
        for (at, line) in file.code().iter().enumerate() {
            for used in used_modules(line) {
                if level(&used).is_some_and(|used| used > own) {
                    problems.push(format!(
                        "{}:{}: `{}` must not know `{used}`",
                        file.path,
                        at + 1,
                        file.module()
                    ));
                }
            }
        }
    });
    check(|file, problems| {
        let Some(format) = file
            .path
            .strip_prefix("src/format/")
            .and_then(|rest| rest.split(['/', '.']).next())
        else {
            return;
        };
        for (at, line) in file.code().iter().enumerate() {
            if let Some(used) = line
                .split("format::")
                .nth(1)
                .filter(|_| line.contains("crate::format::"))
                && format != "mod"
                && !used.starts_with(format)
            {
                problems.push(format!(
                    "{}:{}: formats never import each other",
                    file.path,
                    at + 1
                ));
            }
        }
    });
}

#[test]
fn the_disk_the_clock_and_private_values_have_few_doors() {
    check(|file, problems| {
        let disk = DISK.contains(&file.module()) || file.path == "src/main.rs" || file.is_test();
        for (at, line) in file.code().iter().enumerate() {
            let mut forbid = |word: &str, allowed: bool| {
                if line.contains(word) && !allowed {
                    problems.push(format!(
                        "{}:{}: `{word}` does not belong here",
                        file.path,
                        at + 1
                    ));
                }
            };
            forbid("std::fs", disk);
            forbid("fs::", disk || !line.contains(" fs::"));
            forbid("File::", disk);
            forbid("walkdir", disk);
            forbid("env::var", file.module() == "cli" || file.is_test());
            forbid("Utc::now", file.module() == "cli");
            forbid("Local::now", file.module() == "cli");
            forbid("SystemTime::now", file.module() == "cli");
            forbid(".expose()", EXPOSE.contains(&&*file.path));
            forbid(".unwrap()", file.is_test());
            forbid("todo!(", false);
            forbid("unimplemented!(", false);
            forbid("dbg!(", false);
        }
    });
}

#[test]
fn no_office_title_or_body_is_named_in_code() {
    let scheme = fs::read_to_string(root().join("data/schemes/375-2008.toml"))
        .expect("the scheme is readable");
    let table: toml::Table = scheme.parse().expect("the scheme is TOML");
    let ids = |key: &str| -> Vec<String> {
        let list = table[key].as_array().expect("a list");
        list.iter()
            .filter_map(|entry| Some(entry.get("id")?.as_str()?.to_owned()))
            .collect()
    };
    let mut words: Vec<String> = ids("offices");
    words.extend(ids("bodies"));
    words.extend(["Chủ tịch", "Trưởng Công an", "Tổ trưởng", "Ban chỉ đạo"].map(str::to_owned));
    check(|file, problems| {
        if file.is_test() || file.path.starts_with("src/cli/scaffold") {
            return;
        }
        for (at, line) in file.code().iter().enumerate() {
            // Explanations of findings may give an example.
            let prose = line.trim_end().ends_with('\\') || line.trim_end().ends_with(';');
            for word in words
                .iter()
                .filter(|word| line.contains(&format!("\"{word}\"")))
            {
                problems.push(format!("{}:{}: names `{word}`", file.path, at + 1));
            }
            if !prose && line.contains("Chủ tịch") {
                problems.push(format!("{}:{}: names an office", file.path, at + 1));
            }
        }
    });
}

#[test]
fn nothing_mentions_the_workplace() {
    let words = ["/home/", "/root/"];
    check(|file, problems| {
        for (at, line) in file.text.lines().enumerate() {
            if words.iter().any(|word| line.contains(word)) {
                problems.push(format!("{}:{}: a path of some machine", file.path, at + 1));
            }
        }
    });
}

fn check(mut look: impl FnMut(&Source, &mut Vec<String>)) {
    let mut problems = Vec::new();
    for file in sources() {
        look(&file, &mut problems);
    }
    assert!(problems.is_empty(), "\n{}\n", problems.join("\n"));
}

fn is_function(line: &str) -> bool {
    let line = line.trim_start();
    let line = line
        .strip_prefix("pub(crate) ")
        .or_else(|| line.strip_prefix("pub(super) "))
        .unwrap_or(line);
    let line = line.strip_prefix("pub ").unwrap_or(line);
    let line = line.strip_prefix("const ").unwrap_or(line);
    line.starts_with("fn ")
}

/// The top modules a line refers to by `crate::…`, or inside a `use crate::{…}` block (one module a line).
fn used_modules(line: &str) -> Vec<String> {
    let word = |text: &str| -> String {
        text.chars()
            .take_while(|c| c.is_ascii_lowercase())
            .collect()
    };
    let mut used: Vec<String> = line.split("crate::").skip(1).map(word).collect();
    let inner = line.trim_start();
    if inner.contains("::")
        && !inner.starts_with("use ")
        && line.starts_with("    ")
        && line.ends_with([',', '{'])
    {
        used.push(word(inner));
    }
    used
}

fn sources() -> Vec<Source> {
    let mut files = Vec::new();
    gather(&root().join("src"), &mut files);
    files.sort();
    assert!(files.len() > 20, "the sources were found");
    let read = |path: PathBuf| Source {
        text: fs::read_to_string(&path).expect("readable"),
        path: path
            .strip_prefix(root())
            .expect("below the root")
            .to_string_lossy()
            .replace('\\', "/"),
    };
    files.into_iter().map(read).collect()
}

fn gather(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            gather(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}
