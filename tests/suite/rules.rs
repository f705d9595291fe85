//! Every rule kind, and every reference, against Markdown files of tiny sites.

use std::{fs, path::Path};

use binhyen::check::rules::KINDS;

use crate::mdtest::{Section, sections};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/rules");

#[test]
fn what_the_comments_say_is_found_and_nothing_else() {
    let world = Path::new(FOLDER).join("world");
    let mut differences = String::new();
    for (file, sections) in files() {
        for section in sections {
            for difference in section.differences(&world) {
                differences += &format!("{file}, {}\n  {difference}\n", section.name);
            }
        }
    }
    assert!(differences.is_empty(), "\n{differences}");
}

#[test]
fn every_kind_has_a_pass_and_a_fail() {
    let files = files();
    for kind in KINDS {
        let name = format!("{}.md", kind.name);
        let (_, sections) = files
            .iter()
            .find(|(file, _)| *file == name)
            .unwrap_or_else(|| panic!("no {name}"));
        assert!(
            sections.iter().any(Section::expects_something),
            "{name} has no fail"
        );
        assert!(
            !sections.iter().all(Section::expects_something),
            "{name} has no pass"
        );
    }
}

fn files() -> Vec<(String, Vec<Section>)> {
    let mut files: Vec<_> = fs::read_dir(FOLDER)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|it| it == "md"))
        .map(|path| {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            (name, sections(&fs::read_to_string(path).unwrap()))
        })
        .collect();
    files.sort_by(|a, b| a.0.cmp(&b.0));
    files
}
