//! Writes the sample rosters and their private twins: `sample <data folder>`.
//!
//! It was run once; what it wrote lives on as data and may be edited. A file that exists is left alone.
//! Same program, same bytes. It must not invent a real person: every given name says that it is an example.

mod communes;
mod draw;
mod names;
mod oddities;
mod people;
mod random;
mod roster;
mod write;

use std::{
    env,
    error::Error,
    fs::{self, OpenOptions},
    io::{ErrorKind, Write as _},
    path::{Path, PathBuf},
};

fn main() -> Result<(), Box<dyn Error>> {
    let Some(to) = env::args_os().nth(1).map(PathBuf::from) else {
        return Err("usage: sample <data folder>".into());
    };
    for (at, commune) in communes::COMMUNES.iter().enumerate() {
        let mut roster = draw::roster(at + 1, commune);
        for oddity in commune.oddities {
            oddities::apply(&mut roster, *oddity);
        }
        let file = format!("{}/{}.toml", commune.folder(), commune.file());
        write_new(&to.join("rosters").join(&file), &write::public(&roster))?;
        write_new(&to.join("private").join(&file), &write::private(&roster))?;
    }
    Ok(())
}

fn write_new(path: &Path, text: &str) -> Result<(), Box<dyn Error>> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    match OpenOptions::new().write(true).create_new(true).open(path) {
        Ok(mut file) => Ok(file.write_all(text.as_bytes())?),
        Err(e) if e.kind() == ErrorKind::AlreadyExists => Ok(()),
        Err(e) => Err(format!("{}: {e}", path.display()).into()),
    }
}
