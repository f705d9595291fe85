//! The default theme, compiled in. One table; a test holds it equal to the folder.

use crate::diag::Lang;

macro_rules! templates {
    ($($name:literal,)*) => {
        /// Templates by name.
        pub(super) static TEMPLATES: &[(&str, &str)] = &[
            $(($name, include_str!(concat!("../../../themes/default/templates/", $name))),)*
        ];
    };
}

macro_rules! assets {
    ($($name:literal,)*) => {
        /// Assets by name.
        pub(super) static ASSETS: &[(&str, &[u8])] = &[
            $(($name, include_bytes!(concat!("../../../themes/default/assets/", $name))),)*
        ];
    };
}

templates![
    "absent.html",
    "assets.html",
    "base.html",
    "body.html",
    "book.html",
    "books.html",
    "call.html",
    "campaign.html",
    "chapter.html",
    "commune.html",
    "cover.html",
    "deeds.html",
    "dots.html",
    "duties.html",
    "footer.html",
    "glossary.html",
    "header.html",
    "home.html",
    "moved.html",
    "not-found.html",
    "notes.html",
    "page.html",
    "parts.html",
    "places.html",
    "post.html",
    "press.html",
    "progress.html",
    "rules.html",
    "saved.html",
    "saves.html",
    "schemes.html",
    "search.html",
    "seat.html",
    "standalone.html",
    "steps.html",
    "strip.html",
    "tag.html",
    "tags.html",
    "tier.html",
    "unit.html",
];

assets![
    "finder-box.js",
    "finder-page.js",
    "finder.css",
    "finder.js",
    "icon.svg",
    "logo.png",
    "logo.svg",
    "offline.js",
    "site.css",
    "site.js",
    "standalone.css",
    "sw.js",
];

/// The interface words of a language.
pub(super) const fn words(lang: Lang) -> &'static str {
    match lang {
        Lang::Vi => include_str!("../../../themes/default/i18n/vi.toml"),
        Lang::En => include_str!("../../../themes/default/i18n/en.toml"),
    }
}

#[cfg(test)]
mod tests {
    use std::{collections::BTreeMap, fs, path::Path};

    use super::*;

    fn folder(name: &str) -> BTreeMap<String, Vec<u8>> {
        let path = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("themes/default")
            .join(name);
        fs::read_dir(path)
            .unwrap()
            .map(|entry| {
                let entry = entry.unwrap();
                let name = entry.file_name().into_string().unwrap();
                (name, fs::read(entry.path()).unwrap())
            })
            .collect()
    }

    #[test]
    fn the_table_equals_the_folder() {
        let templates: BTreeMap<_, _> = TEMPLATES
            .iter()
            .map(|(name, text)| (name.to_string(), text.as_bytes().to_vec()))
            .collect();
        assert_eq!(templates, folder("templates"));
        let assets: BTreeMap<_, _> = ASSETS
            .iter()
            .map(|(name, bytes)| (name.to_string(), bytes.to_vec()))
            .collect();
        assert_eq!(assets, folder("assets"));
        let words: BTreeMap<_, _> = Lang::ALL
            .iter()
            .map(|lang| {
                (
                    format!("{}.toml", lang.tag()),
                    words(*lang).as_bytes().to_vec(),
                )
            })
            .collect();
        assert_eq!(words, folder("i18n"));
    }
}
