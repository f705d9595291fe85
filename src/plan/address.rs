//! Addresses: one stem a subject, computed once, recorded in the lock.

use rustc_hash::FxHashMap;

use super::Subject;
use crate::diag::Lang;

/// The stem of every subject: its path without language folder and extension.
#[derive(Debug, Default)]
pub struct AddressBook {
    stems: FxHashMap<Subject, Box<str>>,
    main: Lang,
}

impl AddressBook {
    /// The stem of a subject: `danh-ba/huyen-tho-xuan/xa-xuan-hoa`.
    pub fn stem(&self, subject: Subject) -> Option<&str> {
        self.stems.get(&subject).map(|stem| &**stem)
    }

    /// The path of a subject in a language: stem with extension, below `en/` for a second language.
    pub fn path(&self, subject: Subject, lang: Lang, extension: &str) -> Option<String> {
        let stem = self.stem(subject)?;
        Some(if lang == self.main {
            format!("{stem}.{extension}")
        } else {
            format!("{}/{stem}.{extension}", lang.tag())
        })
    }
}

/// The relative link from one output path to another: both below the output folder, with `/`.
pub fn relative(from: &str, to: &str) -> String {
    let folder = from.rfind('/').map_or("", |at| &from[..=at]);
    let shared = folder
        .split_inclusive('/')
        .zip(to.split_inclusive('/'))
        .take_while(|(a, b)| a == b);
    let shared: usize = shared.map(|(part, _)| part.len()).sum();
    let mut link = "../".repeat(folder[shared..].matches('/').count());
    link.push_str(&to[shared..]);
    link
}

#[cfg(test)]
mod tests {
    use super::relative;

    #[test]
    fn links_are_relative_to_the_page() {
        assert_eq!(relative("index.html", "danh-ba.html"), "danh-ba.html");
        assert_eq!(
            relative("danh-ba/a/b.html", "index.html"),
            "../../index.html"
        );
        assert_eq!(
            relative("danh-ba/a/b.html", "danh-ba/a/b/c.html"),
            "b/c.html"
        );
        assert_eq!(relative("danh-ba/a/b.html", "danh-ba/a.html"), "../a.html");
        assert_eq!(relative("danh-ba/a/b.html", "danh-ba/a/b.html"), "b.html");
    }
}
