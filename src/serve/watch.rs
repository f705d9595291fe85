//! Rings the bell when the system says that something in the sources was written.
//!
//! Only a way to be quick: what has changed is decided by the stamp, and whoever waits looks now and then unasked, so
//! that a folder without events (a network drive) or too many folders for the system's limit mean a slower preview, not
//! a dead one. Watches the parts a site is read from and nothing else: no output, no `.git`, no `node_modules`.

use std::{
    fs,
    path::{Component, Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

use notify::{
    Config, Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher,
    event::{AccessKind, AccessMode},
};

use super::Bell;
use crate::source::PARTS;

/// Watches one site folder.
pub(super) struct Watch {
    root: PathBuf,
    bell: Bell,
    /// Whether one of the watched folders was removed, made or moved: what stands at its path now is not watched.
    moved: Arc<AtomicBool>,
    watcher: Option<RecommendedWatcher>,
}

impl Watch {
    /// Begins to watch.
    pub(super) fn new(root: &Path, bell: &Bell) -> Self {
        let mut watch = Watch {
            root: root.to_owned(),
            bell: bell.clone(),
            moved: Arc::default(),
            watcher: None,
        };
        watch.renew();
        watch
    }

    /// Watches the folders that stand there now, if they are not those that were watched.
    pub(super) fn keep_up(&mut self) {
        if self.moved.load(Ordering::SeqCst) || self.watcher.is_none() {
            self.renew();
        }
    }

    /// Watches everything anew.
    pub(super) fn renew(&mut self) {
        self.watcher = None;
        self.moved.store(false, Ordering::SeqCst);
        self.watcher = self.start();
    }

    fn start(&self) -> Option<RecommendedWatcher> {
        let root = fs::canonicalize(&self.root).ok()?;
        let (bell, moved, home) = (self.bell.clone(), Arc::clone(&self.moved), root.clone());
        let ring = move |event: notify::Result<Event>| {
            let weight = event.map_or(Weight::Moved, |event| weigh(&event, &home));
            if weight == Weight::Moved {
                moved.store(true, Ordering::SeqCst);
            }
            if weight != Weight::None {
                bell.ring();
            }
        };
        // A link may lead out of the site; following it here could mean to watch the whole disk.
        let config = Config::default().with_follow_symlinks(false);
        let mut watcher = RecommendedWatcher::new(ring, config).ok()?;
        // A folder that cannot be watched is looked at now and then all the same.
        let _ = watcher.watch(&root, RecursiveMode::NonRecursive);
        for part in PARTS {
            if let Ok(folder) = fs::canonicalize(root.join(part)) {
                let _ = watcher.watch(&folder, RecursiveMode::Recursive);
            }
        }
        Some(watcher)
    }
}

/// What an event means for the preview.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Weight {
    /// Nothing.
    None,
    /// A source may have changed.
    Change,
    /// Or even one of the watched folders itself.
    Moved,
}

/// Weighs an event. That a build reads the sources is none.
fn weigh(event: &Event, root: &Path) -> Weight {
    match event.kind {
        EventKind::Access(AccessKind::Close(AccessMode::Write)) => {}
        EventKind::Access(_) => return Weight::None,
        _ => {}
    }
    let weights = event.paths.iter().map(|path| weigh_path(path, root));
    // Events without a path say that some were lost.
    weights.max().unwrap_or(Weight::Moved)
}

fn weigh_path(path: &Path, root: &Path) -> Weight {
    let Ok(below) = path.strip_prefix(root) else {
        // A part that is a link to elsewhere in the site.
        return Weight::Change;
    };
    let mut names = below.components().map(Component::as_os_str);
    match (names.next(), names.next()) {
        (None, _) => Weight::Moved,
        (Some(first), deeper) if PARTS.iter().any(|part| first == *part) => {
            deeper.map_or(Weight::Moved, |_| Weight::Change)
        }
        _ => Weight::None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::serve::bell::Heard;
    use notify::event::CreateKind;
    use std::time::Duration;

    const LONG: Duration = Duration::from_secs(20);
    const QUIET: Duration = Duration::from_millis(150);

    #[test]
    fn reading_and_other_folders_weigh_nothing() {
        let root = Path::new("/site");
        let weight = |kind, path: &str| weigh(&Event::new(kind).add_path(root.join(path)), root);
        let read = EventKind::Access(AccessKind::Open(AccessMode::Any));
        let written = EventKind::Access(AccessKind::Close(AccessMode::Write));
        let made = EventKind::Create(CreateKind::Folder);
        assert_eq!(weight(read, "data/site.toml"), Weight::None);
        assert_eq!(weight(written, "data/site.toml"), Weight::Change);
        assert_eq!(weight(made, "content/pages"), Weight::Change);
        assert_eq!(weight(made, "content"), Weight::Moved);
        assert_eq!(weight(made, ""), Weight::Moved);
        for other in [
            "public",
            ".git",
            "target",
            "node_modules",
            ".public.binhyen-lock",
        ] {
            assert_eq!(weight(made, other), Weight::None, "{other}");
        }
        let lost = Event::new(EventKind::Other);
        assert_eq!(weigh(&lost, root), Weight::Moved);
    }

    #[test]
    fn a_folder_that_was_made_anew_is_watched_anew() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().join("site");
        let bell = Bell::default();
        let make = || fs::create_dir_all(root.join("content/pages")).unwrap();
        let write = |text: &str| fs::write(root.join("content/pages/a.md"), text).unwrap();
        make();
        let mut watch = Watch::new(&root, &bell);
        write("a");
        assert_eq!(bell.wait(LONG), Heard::Change);
        for gone in [root.join("content"), root.clone()] {
            fs::remove_dir_all(gone).unwrap();
            assert_eq!(bell.wait(LONG), Heard::Change);
            bell.settle(QUIET, LONG);
            make();
            watch.keep_up();
            bell.settle(QUIET, LONG);
            write("b");
            assert_eq!(bell.wait(LONG), Heard::Change);
            bell.settle(QUIET, LONG);
        }
    }
}
