//! Interface words: all of them stand in the theme's files, in both numbers, and languages lead to each other.

use std::{collections::BTreeMap, fs, path::Path};

use super::{
    super::{embedded, key::Key, lexicon, words::Word},
    plain, rendered,
};
use crate::{diag::Lang, markdown::Labels};

/// What no language translates.
const NAMES: [&str; 2] = ["SVG", "PNG"];

/// Attributes that are read out or shown.
const SPOKEN: [&str; 6] = [
    "alt",
    "aria-label",
    "placeholder",
    "title",
    "value",
    "label",
];

/// A template without what Tera fills in and without its comments.
fn without_tera(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some(at) = rest.find("{%").into_iter().chain(rest.find("{{")).min() {
        plain.push_str(&rest[..at]);
        let close = if rest[at..].starts_with("{%") {
            "%}"
        } else {
            "}}"
        };
        rest = rest[at..].split_once(close).unwrap().1;
        // What was filled in is no part of the words around it.
        plain.push(' ');
    }
    plain + rest
}

/// The words of a template that anyone would see or hear.
fn seen(text: &str) -> Vec<String> {
    let text = without_tera(text);
    let mut words = Vec::new();
    for (at, piece) in text.split('<').enumerate() {
        let (tag, after) = match piece.split_once('>') {
            Some(parts) if at > 0 => parts,
            _ => ("", piece),
        };
        words.push(after.to_owned());
        for attribute in SPOKEN {
            let open = format!(" {attribute}=\"");
            let spoken = tag.split(&*open).skip(1);
            words.extend(spoken.map(|rest| rest.split('"').next().unwrap().to_owned()));
        }
    }
    let words = words.iter().flat_map(|text| text.split_whitespace());
    let words = words.map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
    let words = words.filter(|word| word.chars().any(char::is_alphabetic));
    words
        .filter(|word| !word.starts_with('&') && !NAMES.contains(word))
        .map(str::to_owned)
        .collect()
}

#[test]
fn no_template_speaks_for_itself() {
    assert_eq!(
        seen(
            "<p class=\"x\">{{ t.a }} <b>Gọi</b></p><img alt=\"Ảnh {{ a }}\">{% if a %}, {% endif %}"
        ),
        ["Gọi", "Ảnh"]
    );
    for (name, text) in embedded::TEMPLATES {
        assert_eq!(seen(text), [""; 0], "{name}");
    }
}

/// The source files of a folder, without tests and comments, and without white space.
fn code(folder: &str, files: &mut BTreeMap<String, String>) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    for entry in fs::read_dir(path).unwrap() {
        let entry = entry.unwrap();
        let name = format!("{folder}/{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            if !name.ends_with("/tests") {
                code(&name, files);
            }
        } else if name.ends_with(".rs") && !name.ends_with("/tests.rs") {
            let text = fs::read_to_string(entry.path()).unwrap();
            let text = text.split("#[cfg(test)]").next().unwrap();
            let lines = text
                .lines()
                .filter(|line| !line.trim_start().starts_with("//"));
            files.insert(name, lines.collect::<Vec<_>>().join("\n"));
        }
    }
}

#[test]
fn no_code_speaks_for_itself() {
    let mut files = BTreeMap::new();
    code("src/format", &mut files);
    code("src/markdown", &mut files);
    assert!(files.len() > 60);
    for (name, text) in &files {
        // Findings speak to writers, and what is wrong in Vietnamese is said in Vietnamese.
        let writers = ["findings.rs", "fault.rs", "lint.rs", "theme.rs", "usage.rs"];
        if writers.iter().any(|end| name.ends_with(end)) || name.contains("/spelling") {
            continue;
        }
        assert!(
            !text.contains("lang.pick(\""),
            "{name} has words of its own"
        );
        for (number, line) in (1..).zip(text.lines()) {
            let mut quoted = line.split('"').skip(1).step_by(2);
            let words = quoted.find(|word| word.chars().any(|c| ('à'..='ỹ').contains(&c)));
            // The marks by which a writer names a table or a picture, and a line of a finding.
            let known = ["Bảng: ", "Hình: ", "khi dựng trang từ tệp này"];
            let known = words.is_none_or(|word| known.contains(&word));
            assert!(known, "{name}:{number}: {words:?}");
        }
    }
}

#[test]
fn what_is_counted_has_both_numbers_in_english() {
    let english = lexicon::embedded(embedded::words(Lang::En)).unwrap();
    // These name a number, a place in a row or a share, and count nothing: "Chapter 1 of 8", "Head: 1".
    let ordinal = [
        "chapter_of",
        "cover_of",
        "heads_line",
        "note_back",
        "note_back_again",
        "note_mark",
        "save_book_off",
        "saving_book",
    ];
    let mut files = BTreeMap::new();
    code("src/format/html", &mut files);
    let code: String = files
        .values()
        .flat_map(|text| text.split_whitespace())
        .collect();
    for (name, word) in &english {
        let counts = word.holes().contains(&"n") && !ordinal.contains(&&**name);
        assert_eq!(counts, matches!(word, Word::Counted(..)), "`{name}`");
        if !counts {
            continue;
        }
        // A plural that is asked for without a number is always the other one.
        let Some((key, _)) = Key::ALL.iter().find(|(_, key)| *key == &**name) else {
            assert!(name.starts_with("find_"), "only scripts count without code");
            continue;
        };
        for asked in ["fill(", "get("] {
            let asked = format!("{asked}Key::{key:?}");
            let whole = |rest: &str| !rest.starts_with(|c: char| c.is_alphanumeric());
            let found = code.split(&asked).skip(1).any(whole);
            assert!(!found, "{asked} takes no number");
        }
    }
    assert!(Labels::NAMES.iter().all(|name| english.contains_key(*name)));
}

#[test]
fn languages_lead_to_each_other_and_the_switch_keeps_the_page() {
    let base = "https://binhyen.example/";
    let pages: BTreeMap<String, String> = rendered(&plain()).unwrap().into_iter().collect();
    let alternates = |page: &str| -> Vec<(String, String)> {
        let links = page.split("<link rel=\"alternate\" hreflang=\"").skip(1);
        let links = links.filter_map(|rest| {
            let (lang, rest) = rest.split_once("\" href=\"")?;
            let url = rest.split('"').next()?.strip_prefix(base)?;
            Some((lang.to_owned(), url.to_owned()))
        });
        links.collect()
    };
    let mut both = 0;
    for (path, page) in pages.iter().filter(|(path, _)| path.ends_with(".html")) {
        let found = alternates(page);
        if found.is_empty() {
            continue;
        }
        both += 1;
        let own = if path.starts_with("en/") { "en" } else { "vi" };
        assert!(found.contains(&(own.to_owned(), path.clone())), "{path}");
        for (lang, other) in &found {
            let there = &pages[other];
            assert!(there.contains(&format!("<html lang=\"{lang}\"")), "{other}");
            let mut back = alternates(there);
            let mut forth = found.clone();
            back.sort();
            forth.sort();
            assert_eq!(back, forth, "{path} and {other}");
            if lang != own {
                // Seen from the page, the switch leads to the same page.
                let stem = other.rsplit('/').next().unwrap();
                let switch = format!("{stem}\" lang=\"{lang}\" hreflang=\"{lang}\">");
                assert!(page.contains(&switch), "{path}: {switch}");
            }
        }
    }
    assert!(both > 20, "{both}");
}
