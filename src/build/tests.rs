//! Staging and committing on a real disk.

use std::{fs, path::Path};

use tempfile::TempDir;

use super::{
    Commit, Form, commit, destination,
    render::Files,
    site::ids,
    stage::{Placed, Stage},
};

/// A folder with an empty site in it.
fn folder() -> TempDir {
    let folder = TempDir::new().unwrap();
    fs::create_dir(folder.path().join("site")).unwrap();
    folder
}

fn open(folder: &Path) -> Stage {
    let (out, root) = (folder.join("out"), folder.join("site"));
    Stage::open(destination::examine(&out, &root).unwrap()).unwrap()
}

/// Publishes one file, made for a key or without one.
fn publish(folder: &Path, key: Option<u64>) {
    let stage = open(folder);
    let placed = stage.put("a/b.png", key, b"bytes").unwrap();
    let files: Files = [("a/b.png".into(), placed)].into_iter().collect();
    commit::commit(&stage, &files, Commit::FileByFile).unwrap();
}

#[test]
fn a_file_is_kept_for_the_key_it_was_made_for_until_it_is_touched() {
    let folder = folder();
    let kept = |key| open(folder.path()).kept("a/b.png", key);
    assert_eq!(kept(7), None);
    publish(folder.path(), None);
    assert_eq!(kept(7), None);
    // The same bytes, and now it is known from what.
    publish(folder.path(), Some(7));
    let entry = kept(7).map(Placed::entry).unwrap();
    assert_eq!((entry.key, entry.size), (Some(7), 5));
    assert_eq!(kept(8), None);
    let file = folder.path().join("out/a/b.png");
    fs::write(&file, b"bytes").unwrap();
    assert_eq!(kept(7), None, "written by someone else");
    publish(folder.path(), Some(7));
    fs::remove_file(&file).unwrap();
    assert_eq!(kept(7), None, "gone");
}

#[test]
fn forms_are_called_as_what_makes_them() {
    let made = ids(Form::ALL).unwrap().concat();
    for form in Form::ALL {
        assert!(made.contains(&form.id()), "{form:?} among {made:?}");
    }
    let always = [vec!["assets", "files"], vec!["sitemap", "robots"]];
    assert_eq!(ids(&[]).unwrap(), always);
}
