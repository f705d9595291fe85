//! A synthetic province: a complete site folder of any size, the same for the same seed, with invented people.
//!
//! Used by the example that writes it to disk and by the benchmark that builds it.

/// Writes formatted text into a `String`.
macro_rules! put {
    ($text:expr, $($format:tt)*) => {{
        use std::fmt::Write as _;
        write!($text, $($format)*).expect("a String takes all that is written")
    }};
}

mod chapters;
mod commune;
mod decree;
mod folder;
mod geography;
mod mistakes;
mod names;
mod places;
mod prose;
mod random;
mod roster;
mod site;

use std::path::{Path, PathBuf};

use decree::Decree;
use folder::Folder;
pub use folder::InUse;
use geography::Geography;
use mistakes::Planter;
use random::Random;

/// What province to write.
pub struct Options {
    /// Communes of the three-level edition.
    pub communes: usize,
    /// Villages in a commune, on average.
    pub villages: f64,
    /// Seed.
    pub seed: u64,
    /// Whether `data/private/` is written.
    pub people_private: PeoplePrivate,
    /// Languages of the site, the main one first.
    pub languages: Vec<String>,
    /// Broken rules to plant; `None` is one for every fifty bodies.
    pub mistakes: Option<usize>,
    /// The scheme file.
    pub scheme: PathBuf,
    /// The file of what may be public.
    pub policy: PathBuf,
}

/// Whether the private values of people are written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum PeoplePrivate {
    /// Two values a person.
    On,
    /// No private folder.
    Off,
}

/// What was written.
#[derive(Debug, Default)]
pub struct Summary {
    /// Districts.
    pub districts: usize,
    /// Communes, each with a roster.
    pub communes: usize,
    /// Villages.
    pub villages: usize,
    /// Bodies.
    pub bodies: usize,
    /// People.
    pub people: usize,
    /// Broken rules planted.
    pub mistakes: usize,
    /// Handbook chapters.
    pub chapters: usize,
    /// Files.
    pub files: usize,
    /// Bytes.
    pub bytes: u64,
}

/// The average number of villages in a commune of a province or country of so many.
pub fn villages_for(communes: usize) -> f64 {
    if communes == 3321 { 27.1 } else { 9.5 }
}

/// Writes a province into a folder.
pub fn write(root: &Path, options: &Options, in_use: InUse) -> Result<Summary, String> {
    let scheme = folder::read(&options.scheme)?;
    let policy = folder::read(&options.policy)?;
    let decree = decree::read(&scheme)?;
    let geography = geography::lay_out(options.communes, options.villages, options.seed);
    let mut folder = Folder::open(root, in_use)?;
    folder.write("data/site.toml", &site::site(&decree, &options.languages))?;
    folder.write("data/publish.toml", &policy)?;
    folder.write("data/rollout.toml", &site::rollout(&decree, &geography))?;
    folder.write("data/agencies.toml", &site::agencies(&decree))?;
    let scheme_path = format!("data/schemes/{}.toml", decree.id);
    folder.write(&scheme_path, &decree::alone(&scheme))?;
    let three_level = places::three_level(&geography);
    folder.write("data/places/three-level.toml", &three_level)?;
    folder.write("data/places/two-level.toml", &places::two_level(&geography))?;
    let chapters = chapters::write(&mut folder, &decree, options.seed)?;
    let communes = geography.communes.iter();
    let mut summary = Summary {
        districts: geography.districts.len(),
        communes: communes.len(),
        villages: communes.clone().map(|commune| commune.villages).sum(),
        bodies: communes.map(|c| commune::bodies(c, &decree)).sum(),
        chapters,
        ..Summary::default()
    };
    write_rosters(&mut folder, &mut summary, &geography, &decree, options)?;
    (summary.files, summary.bytes) = (folder.files, folder.bytes);
    Ok(summary)
}

fn write_rosters(
    folder: &mut Folder,
    summary: &mut Summary,
    geography: &Geography,
    decree: &Decree,
    options: &Options,
) -> Result<(), String> {
    let mistakes = options.mistakes.unwrap_or(summary.bodies / 50);
    let mut planter = Planter::new(mistakes, summary.bodies);
    for (index, commune) in geography.communes.iter().enumerate() {
        let mut random = Random::stream(options.seed, 1000 + index as u64);
        let mut roster = commune::compose(commune, decree, &mut random);
        summary.mistakes += planter.plant(&mut roster, decree, &mut random);
        summary.people += roster.people.len();
        let district = &geography.districts[commune.district].folder;
        let path = format!("{district}/{}.toml", commune.file);
        let public = roster.public(commune, decree);
        folder.write(&format!("data/rosters/{path}"), &public)?;
        if options.people_private == PeoplePrivate::On {
            folder.write(&format!("data/private/{path}"), &roster.private(commune))?;
        }
    }
    Ok(())
}
