//! What a change of the sources means for a page that is open.

use crate::{build::Built, source::Stamp};

/// What an open page has to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Change {
    /// Nothing.
    None,
    /// Exchange its style sheets.
    Style,
    /// Load again.
    Page,
}

/// What became of the pages between two published builds, each made from the sources as they were stamped.
pub(super) fn between(old: &Stamp, new: &Stamp, built: Built) -> Change {
    if built.written + built.removed == 0 {
        return Change::None;
    }
    let paths = new.differences(old);
    if !paths.is_empty() && paths.into_iter().all(is_style) {
        Change::Style
    } else {
        Change::Page
    }
}

/// Whether a source changes a page by its name in the head alone.
fn is_style(path: &str) -> bool {
    let parts: Vec<&str> = path.split('/').collect();
    matches!(&*parts, ["themes", _, "assets", .., name] if name.ends_with(".css"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::{fs, path::Path};

    fn put(root: &Path, path: &str, text: &str) -> Stamp {
        let file = root.join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
        Stamp::take(root).unwrap()
    }

    #[test]
    fn only_style_sheets_spare_the_page() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        let wrote = Built {
            written: 9,
            ..Built::default()
        };
        let empty = Stamp::default();
        let style = put(root, "themes/own/assets/site.css", "a");
        assert_eq!(between(&empty, &style, wrote), Change::Style);
        assert_eq!(between(&empty, &style, Built::default()), Change::None);
        let more = put(root, "themes/own/assets/site.css", "a b");
        assert_eq!(between(&style, &more, wrote), Change::Style);
        let both = put(root, "themes/own/templates/base.css", "a");
        assert_eq!(between(&more, &both, wrote), Change::Page);
        assert_eq!(between(&style, &both, wrote), Change::Page);
        assert_eq!(between(&both, &both, wrote), Change::Page);
    }
}
