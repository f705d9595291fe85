//! Broken inputs, one by one: the code, the place and the words of every finding.

use super::{lines, one, read, roster};
use crate::{diag::Lang, parse::parse, source::SourceKind};

const PLACE: &str = "place = { edition = \"e\", code = \"1\" }\n";

/// Findings of a roster whose first line is a sound `place`.
fn found(rest: &str) -> Vec<String> {
    roster(&format!("{PLACE}{rest}")).1
}

fn found_in(kind: SourceKind, path: &str, text: &str) -> Vec<String> {
    let sources = one(path, kind, text);
    let (_, report) = read(&sources);
    lines(&sources, &report)
}

fn each(cases: &[(&str, &[&str])]) {
    for (text, wanted) in cases {
        assert_eq!(&found(text), wanted, "{text}");
    }
}

#[test]
fn keys() {
    each(&[
        (
            "[[people]]\nid = \"a\"\nname = \"A\"\nfone = \"113\"\n",
            &["D003 5:1 unknown key `fone`"],
        ),
        // A slip for a missing key is one finding, not two.
        (
            "[[people]]\nid = \"a\"\nnmae = \"A\"\n",
            &["D003 4:1 unknown key `nmae`"],
        ),
        (
            "[[people]]\nphone = \"113\"\n",
            &["D005 2:1 `id` is missing", "D005 2:1 `name` is missing"],
        ),
        (
            "[[people]]\nid = \"a\"\nid = \"b\"\nname = \"A\"\n",
            &["D004 4:1 the key `id` is already written in this table"],
        ),
        (
            "[[bodies]]\nkind = \"k\"\nmembers = [ { person = \"a\", post = \"p\", vacant = \"p\" }, { post = \"p\" } ]\n",
            &[
                "D008 4:13 only one of `person` and `vacant` may stand here",
                "D008 4:57 `person` or `vacant` must stand here",
            ],
        ),
    ]);
}

#[test]
fn values() {
    each(&[
        (
            "[office]\nphone = 113\n",
            &["D006 3:9 `phone` takes a phone number in quotes, but this is a whole number"],
        ),
        (
            "people = { id = \"a\", name = \"A\" }\n",
            &["D006 2:10 `people` takes a list of tables, but this is a table `{ … }`"],
        ),
        (
            "[office]\nhours = \"sáng\"\n",
            &["D007 3:9 `hours` takes text by language, but this is a plain string"],
        ),
        (
            "[[villages]]\nid = \"t\"\nname = \"T\"\nkind = \"thon\"\nhouseholds = -5\n",
            &["D013 6:14 `households` must lie between 1 and 1000000"],
        ),
    ]);
}

#[test]
fn dates() {
    each(&[
        (
            "verified = { date = 2008-02-30, by = \"x\" }\n",
            &["D015 2:21 there is no day `2008-02-30`"],
        ),
        (
            "verified = { date = 2008-4-2, by = \"x\" }\n",
            &["D015 2:21 there is no day `2008-4-2`"],
        ),
        (
            "verified = { date = \"2008-04-02\", by = \"x\" }\n",
            &["D016 2:21 the date is not written as a date"],
        ),
        (
            "verified = { date = 2008-04-02T07:00:00, by = \"x\" }\n",
            &["D016 2:21 the date is not written as a date"],
        ),
        (
            "verified = { date = 02/04/2008, by = \"x\" }\n",
            &["D002 2:21 the value `02/04/2008` is not in quotes, and is no number or date"],
        ),
        (
            "verified = { date = 0208-04-02, by = \"x\" }\n",
            &["D017 2:21 the year of `0208-04-02` must be a slip"],
        ),
        (
            "verified = { date = 07:30:00, by = \"x\" }\n",
            &["D006 2:21 `date` takes a date, such as 2008-04-02, but this is a date with a time"],
        ),
        // Impossible dates do not hide each other.
        (
            "[[people]]\nid = \"a\"\nname = \"A\"\nconsent = 2008-02-30\nwithdrawn = 2008-13-01\n",
            &[
                "D015 5:11 there is no day `2008-02-30`",
                "D015 6:13 there is no day `2008-13-01`",
            ],
        ),
    ]);
}

#[test]
fn strings() {
    each(&[
        (
            "[[people]]\nid = \"Lê Mẫu\"\nname = \"Lê Mẫu\"\n",
            &["D019 3:6 the id `Lê Mẫu` is not well formed"],
        ),
        (
            "[[people]]\nid = \"a\"\nname = \" Lê  Mẫu\"\n",
            &["D025 4:8 `name` has spaces too many"],
        ),
        (
            "[[people]]\nid = \"a\"\nname = \" \"\n",
            &["D024 4:8 `name` is empty"],
        ),
        (
            "[[people]]\nid = \"a\"\nname = \"Lê\u{200b} Mẫu\"\n",
            &["D023 4:11 there is an invisible character U+200B (zero-width space)"],
        ),
        (
            "[[people]]\nid = \"a\"\nname = \"Lê\\u202E Mẫu\"\n",
            &["D023 4:11 there is an invisible character U+202E (direction control)"],
        ),
        (
            "[[people]]\nid = \"a\"\nname = \"Lê\u{1} Mẫu\"\n",
            &["D023 4:11 there is an invisible character U+0001 (control character)"],
        ),
        (
            "[office]\nphone = \"0237 000 10o0\"\n",
            &["D021 3:21 a phone number cannot have `o`"],
        ),
        (
            "[office]\nphone = \"0237 000 100\"\n",
            &["D021 3:9 10 digits make no phone number"],
        ),
        (
            "[office]\nphone = \"0237\u{200b} 000 1000\"\n",
            &["D023 3:14 there is an invisible character U+200B (zero-width space)"],
        ),
    ]);
}

#[test]
fn values_that_break_off() {
    each(&[
        (
            "[office]\nphone = 0237 000 1000\n",
            &["D002 3:9 the value `0237 000 1000` is not in quotes, and is no number or date"],
        ),
        (
            "[office]\nphone = 0237\n",
            &["D001 3:9 not a well-formed number"],
        ),
        (
            "[office]\naddress = “Thôn 2”\n",
            &["D002 3:11 the value `“Thôn 2”` is not in quotes, and is no number or date"],
        ),
        (
            "[office]\naddress = \"Thôn 2\nphone = \"113\"\n",
            &["D001 3:18 the closing quote is missing"],
        ),
    ]);
}

#[test]
fn broken_structure() {
    each(&[
        (
            "[office]\naddress =\n",
            &["D001 3:10 nothing follows the `=`"],
        ),
        (
            "[office]\naddress: \"x\"\n",
            &["D001 3:8 `=` is missing after the key"],
        ),
        (
            "[office]\nđịa-chỉ = \"x\"\n",
            &["D001 3:1 a key cannot have `đ`"],
        ),
        (
            "verified = { date = 2008-07-01, by = \"x\"\n[office]\nphone = \"113\"\n",
            &["D001 2:12 opened here and never closed with `}`"],
        ),
        (
            "people = [\n  { id = \"a\", name = \"A\" },\n\n[office]\nphone = \"113\"\n",
            &["D001 2:10 opened here and never closed with `]`"],
        ),
        (
            "<<<<<<< HEAD\nscheme = \"a\"\n=======\nscheme = \"b\"\n>>>>>>> x\n",
            &[
                "D001 2:1 the mark of an unfinished merge",
                "D001 4:1 the mark of an unfinished merge",
            ],
        ),
        (
            "people = [ { id = \"a\", name = \"A\" } { id = \"b\", name = \"B\" } ]\n",
            &["D001 2:37 a comma `,` or a closing `]` is missing"],
        ),
    ]);
}

#[test]
fn what_follows_a_broken_line_is_not_judged() {
    let broken = "[office]\nfone = \"113\"\naddress \"x\"\n[[people]]\nnmae = \"A\"\n";
    assert_eq!(
        found(broken),
        [
            "D003 3:1 unknown key `fone`",
            "D001 4:9 `=` is missing after the key",
        ]
    );
}

#[test]
fn the_site_file() {
    let text = "title = \"Bình yên\"\nbase_url = \"binhyen.vn\"\nlanguages = []\nedition = \"e\"\npublisher = { name = { vi = \"x\", fr = \"y\" } }\n";
    assert_eq!(
        found_in(SourceKind::Site, "data/site.toml", text),
        [
            "D005 1:1 `emergency` is missing",
            "D005 1:1 `scheme` is missing",
            "D007 1:9 `title` takes text by language, but this is a plain string",
            "D022 2:12 the address must begin with https:// or http:// and name a host",
            "D011 3:13 `languages` must not be empty",
            "D003 5:34 unknown key `fr`",
        ]
    );
}

#[test]
fn the_scheme_file() {
    let text = "id = \"s\"\ntitle = { vi = \"x\" }\nshort = { vi = \"x\" }\n\
        [[applies]]\nedition = \"e\"\nfrom = 2008-01-01\n\
        [[bodies]]\nid = \"b\"\ntitle = { vi = \"x\" }\nshort = { vi = \"x\" }\nlevel = \"l\"\n\
        term = { }\nmeetings = [ { id = \"m\", every = \"monthly\", title = { vi = \"x\" } } ]\n\
        [tables.t]\ntitle = { vi = \"x\" }\nrows = { \"15517\" = 3 }\n\
        [[rules]]\nid = \"R 1\"\nkind = \"k\"\nseverity = \"warn\"\nclause = [\"P1\", \"P2\"]\nvi = \"x\"\nsize = 1.5\n";
    assert_eq!(
        found_in(SourceKind::Scheme, "data/schemes/s.toml", text),
        [
            "D008 12:8 `same_as` or `years` must stand here",
            "D014 13:34 the cadence `monthly` cannot be read",
            "D026 16:10 `15517` is not an edition and a code",
            "D020 18:6 the code `R 1` cannot have a space, a colon or a bracket",
            "D012 20:12 there is no choice `warn`",
            "D006 23:8 `size` takes text in quotes, but this is a decimal number",
        ]
    );
}

#[test]
fn places_need_both_coordinates() {
    let text = "id = \"e\"\ntitle = { vi = \"x\" }\nroster_level = \"c\"\nunit_level = \"u\"\n\
        levels = [ { id = \"c\", title = { vi = \"x\" } } ]\n\
        kinds = [ { id = \"xa\", level = \"c\", title = { vi = \"x\" } } ]\n\
        places = [ { code = \"1\", kind = \"xa\", name = \"Xã\", lat = 100.5 }, { code = \"1\", kind = \"xa\", name = \"Xã\" } ]\n";
    assert_eq!(
        found_in(SourceKind::Places, "data/places/e.toml", text),
        [
            "D009 7:12 `lat` needs `lon`",
            "D013 7:58 `lat` must lie between -90 and 90",
        ]
    );
}

#[test]
fn articles() {
    let cases: &[(&str, &str, &[&str])] = &[
        (
            "content/pages/a.md",
            "# Lập tổ\n",
            &["D101 1:1 the text has no front matter between two `+++` lines"],
        ),
        (
            "content/pages/a.md",
            "+++\ntitle = \"x\"\n",
            &["D102 1:1 the front matter has no closing `+++` line"],
        ),
        (
            "content/a.md",
            "+++\ntitle = \"x\"\n+++\n",
            &["D103 1:1 the text stands outside the folders that are published"],
        ),
        (
            "content/pages/a.en.md",
            "+++\ntitle = \"x\"\nlang = \"vi\"\n+++\n",
            &["D104 3:8 the file name says `en`, but `lang` says `vi`"],
        ),
        (
            "content/pages/a.fr.md",
            "+++\ntitle = \"x\"\n+++\n",
            &["D105 1:1 the file name ends in the language `fr`, and there are only `vi` and `en`"],
        ),
        (
            "content/campaign/a.md",
            "+++\ntitle = \"x\"\nslug = \"Bài một\"\n+++\nchữ\u{200b}\r\n",
            &[
                "D005 1:1 `date` is missing",
                "D019 3:8 the id `Bài một` is not well formed",
                "D023 5:4 there is an invisible character U+200B (zero-width space)",
            ],
        ),
    ];
    for (path, text, wanted) in cases {
        assert_eq!(&found_in(SourceKind::Article, path, text), wanted, "{text}");
    }
}

#[test]
fn private_files_are_never_quoted() {
    let text = "place = { edition = \"e\", code = \"1\" }\n\
        [[people]]\nid = \"Bí Mật\"\nborn = \"02/03/1961\"\nhome = Bí Mật\n\"Bí Mật\" = 1\nresident = \"Bí Mật\"\n\
        [[people]]\nid = \"Bí Mật\"\nborn = 1961-02-30\n[[people]]\nid = \"c\"\nborn = 0061-02-03\nnote = \"\"\n";
    let sources = one("data/private/a.toml", SourceKind::Private, text);
    let (draft, report) = parse(&sources);
    // People whose ids may be values in the wrong place go no further.
    assert_eq!(draft.private[0].people.len(), 1);
    assert_eq!(
        report.diagnostics().len(),
        9,
        "{:#?}",
        lines(&sources, &report)
    );
    for diagnostic in report.diagnostics() {
        let finding = &diagnostic.finding;
        for lang in Lang::ALL {
            let help = finding.help(lang).unwrap_or_default();
            let said = format!("{}{help}{finding:?}", finding.words(lang));
            assert!(!said.contains("Bí") && !said.contains("61"), "{said}");
        }
    }
}
