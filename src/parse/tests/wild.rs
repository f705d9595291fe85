//! Whatever stands in a file, reading it ends, points inside it and says the same twice.

use proptest::prelude::*;

use super::{lines, one, read};
use crate::source::SourceKind;

const SOUND: &str = r#"place = { edition = "e", code = "1" }
verified = { date = 2008-07-01, by = "Văn phòng" }
[office]
phone = "0237 000 1000"
hours = { vi = "Sáng", en = "Morning" }
[[people]]
id = "mau"
name = "Lê Văn Mẫu"
offices = [ { office = "o", from = 2004-06-01, until = 2009-06-01 } ]
[[bodies]]
kind = "to"
members = [ { person = "mau", post = "p" }, { vacant = "q", since = 2008-06-10 } ]
"#;

const KINDS: [SourceKind; 11] = [
    SourceKind::Site,
    SourceKind::Places,
    SourceKind::Scheme,
    SourceKind::Roster,
    SourceKind::Private,
    SourceKind::Policy,
    SourceKind::Rollout,
    SourceKind::Agencies,
    SourceKind::Lock,
    SourceKind::Moved,
    SourceKind::Article,
];

/// Reads the text as every kind of file; every place must lie inside the text, on character bounds.
fn survives(text: &str) {
    for kind in KINDS {
        let sources = one("content/pages/a.md", kind, text);
        let (_, report) = read(&sources);
        for diagnostic in report.diagnostics() {
            let places = diagnostic.related.iter().map(|related| related.0);
            for at in places.chain(diagnostic.at) {
                let inside = text.get(at.start as usize..at.end as usize);
                assert!(inside.is_some(), "{kind:?} {diagnostic:?}");
            }
        }
        assert_eq!(lines(&sources, &report), {
            let found = read(&sources).1;
            lines(&sources, &found)
        });
    }
}

/// A sound roster with a few pieces cut out and others put in.
fn mangled() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("{"),
        Just("}"),
        Just("["),
        Just("]"),
        Just("\""),
        Just("'"),
        Just("="),
        Just(","),
        Just("\n"),
        Just("\r"),
        Just("\"\"\""),
        Just("\\"),
        Just("\\u200B"),
        Just("\u{200b}"),
        Just("ộ"),
        Just("o\u{323}\u{302}"),
        Just("2008-02-30"),
        Just("-1"),
        Just("[["),
        Just("+++\n"),
    ];
    let cut = (any::<prop::sample::Index>(), 0..12usize, piece);
    prop::collection::vec(cut, 1..6).prop_map(|cuts| {
        let mut text: Vec<char> = SOUND.chars().collect();
        for (at, length, piece) in cuts {
            let at = at.index(text.len() + 1);
            let end = (at + length).min(text.len());
            text.splice(at..end, piece.chars());
        }
        text.into_iter().collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text(text in "\\PC{0,80}") {
        survives(&text);
    }

    #[test]
    fn any_toml_like_text(text in "([a-z]{1,4} ?= ?)?([\\[{\"'=,.0-9a-zộ\u{200b}\r\n+\\\\#:-]|\\]|\\}){0,60}") {
        survives(&text);
    }

    #[test]
    fn any_mangled_roster(text in mangled()) {
        survives(&text);
        survives(&format!("+++\n{text}+++\n"));
    }

    #[test]
    fn composed_and_decomposed_say_the_same(name in "[A-Zà-ỹ]{1,8}( [a-zà-ỹ]{1,8}){0,3}") {
        use unicode_normalization::UnicodeNormalization;
        let file = |name: String| format!("place = {{ edition = \"e\", code = \"1\" }}\n[[people]]\nid = \"a\"\nname = \"{name}\"\n");
        let read = |text: &str| super::roster(text).0.people[0].name.value.clone();
        prop_assert_eq!(read(&file(name.nfc().collect())), read(&file(name.nfd().collect())));
    }

    #[test]
    fn line_ends_do_not_matter(lines in prop::collection::vec("[ a-zà-ỹ.,]{0,20}", 1..5)) {
        let file = |end: &str| format!("place = {{ edition = \"e\", code = \"1\" }}{end}[office]{end}address = \"\"\"{end}x{}\"\"\"{end}", lines.join(end));
        let read = |text: &str| super::roster(text).0.office.address.clone().map(|a| a.value);
        prop_assert_eq!(read(&file("\n")), read(&file("\r\n")));
    }
}
