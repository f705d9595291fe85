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

#[test]
fn pages_name_no_one_and_show_nothing_private() {
    let files = files();
    let broken = |name: &str| -> Vec<(String, bool)> {
        let (_, sections) = files.iter().find(|(file, _)| file == name).unwrap();
        let world = Path::new(FOLDER).join("world");
        let registries = sections
            .iter()
            .filter_map(|section| section.registry(&world));
        let broken = registries.flat_map(|registry| registry.broken);
        broken
            .map(|it| (it.words.vi.to_string(), it.public))
            .collect()
    };
    let on_page = broken("office-holds-post.md");
    assert_eq!(
        on_page[0].0,
        "Tổ thôn 2: một người giữ vị trí Tổ trưởng nhưng không phải là Công an viên thôn"
    );
    let fewer = broken("households-least.md");
    assert_eq!(
        fewer,
        [("Nhóm “Nhóm 1” (thôn 1) chưa đủ 10 hộ".to_owned(), true)]
    );
    let private = broken("attribute-least.md")
        .into_iter()
        .chain(broken("attribute-true.md"));
    assert_eq!(private.map(|it| it.1).collect::<Vec<_>>(), [false, false]);
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
