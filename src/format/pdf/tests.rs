//! What paper holds whatever it says: every letter, hostile names, clear words when a print source is broken.

use std::{collections::BTreeSet, fs, path::Path};

use serde_json::json;
use typst::layout::{Frame, FrameItem};

use super::{
    embedded,
    press::{self, Sheet, Tags},
    stock::Stock,
    text,
};
use crate::{
    diag::{Lang, SourceMap as _},
    source::{SourceFile, SourceKind, Sources},
};

/// Every letter of the language, the stacked ones included.
const LETTERS: &str =
    "aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệfghiìíỉĩịjklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvwxyỳýỷỹỵz";

/// A site whose only file is a print source.
fn with(text: &str) -> Sources {
    let mut sources = Sources::default();
    sources.files.push(SourceFile {
        path: "themes/default/print/notice.typ".into(),
        kind: SourceKind::Print,
        text: text.into(),
    });
    sources
}

fn stock(text: &str) -> Stock {
    Stock::gather(&with(text), "default")
}

fn sheet(data: &serde_json::Value) -> Sheet {
    Sheet::new("notice.typ", data)
}

#[test]
fn every_file_of_the_print_folder_comes_along() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/default/print");
    let names = |folder: &Path, prefix: &str, extension: &str| -> BTreeSet<String> {
        let files = fs::read_dir(folder).unwrap();
        let names = files.map(|file| file.unwrap().file_name().into_string().unwrap());
        names
            .filter(|name| name.ends_with(extension))
            .map(|name| format!("{prefix}{name}"))
            .collect()
    };
    let known = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
    let sources: Vec<&str> = embedded::SOURCES.iter().map(|(name, _)| *name).collect();
    let fonts: Vec<&str> = embedded::FONTS.iter().map(|(name, _)| *name).collect();
    let all: BTreeSet<String> = known(&sources);
    assert_eq!(names(&folder, "", ".typ"), all);
    let all: BTreeSet<String> = known(&fonts);
    assert_eq!(names(&folder.join("fonts"), "fonts/", ".ttf"), all);
    // Each family carries its licence.
    assert_eq!(names(&folder.join("fonts"), "", "OFL.txt").len(), 2);
}

#[test]
fn every_letter_is_in_every_face() {
    let stock = stock(
        "#let d = json(\"/data.json\")\n#set text(lang: \"vi\", fallback: false)\n\
         #for (font, weight, style) in d.faces {\n\
         par(text(font: font, weight: weight, style: style, d.letters))\n}",
    );
    let letters = format!("{LETTERS}{}", LETTERS.to_uppercase());
    let faces = [
        ["Be Vietnam Pro", "regular", "normal"],
        ["Be Vietnam Pro", "bold", "normal"],
        ["Be Vietnam Pro", "regular", "italic"],
        ["Be Vietnam Pro", "bold", "italic"],
        ["JetBrains Mono", "regular", "normal"],
    ];
    let data = json!({ "faces": faces, "letters": letters });
    let pages = press::set(&stock, sheet(&data), "x.pdf").unwrap();
    // A letter without a picture would be an error here.
    let words = text::read(&pages, "x.pdf").unwrap();
    let read: String = words.split_whitespace().collect();
    assert_eq!(read, letters.repeat(faces.len()));
    let mut used = BTreeSet::new();
    pages
        .pages()
        .iter()
        .for_each(|page| fonts(&page.frame, &mut used));
    assert_eq!(used.len(), faces.len(), "{used:?}");
}

/// The faces that stand on a page.
fn fonts(frame: &Frame, used: &mut BTreeSet<String>) {
    for (_, item) in frame.items() {
        match item {
            FrameItem::Group(group) => fonts(&group.frame, used),
            FrameItem::Text(text) => used.extend(text.font.font().post_script_name()),
            _ => {}
        }
    }
}

#[test]
fn a_name_is_never_read_as_typst() {
    let stock =
        stock("#let d = json(\"/data.json\")\n#set document(title: \"T\")\n#heading(d.name)");
    for name in [
        "#sys.inputs]",
        "$x$ * y *",
        "\\ ] ) } // /* <a> @b",
        "= Đề mục",
    ] {
        let pages = press::set(&stock, sheet(&json!({ "name": name })), "x.pdf").unwrap();
        let words = text::read(&pages, "x.pdf").unwrap();
        assert!(words.contains(name), "{name}: {words}");
    }
}

#[test]
fn what_is_wrong_in_a_print_source_is_told_with_its_place() {
    let written = "#let d = json(\"/data.json\")\n#set document(title: \"T\")\n#d.nothing\n";
    let sources = with(written);
    let stock = Stock::gather(&sources, "default");
    let found = press::set(&stock, sheet(&json!({})), "a/b.pdf").unwrap_err();
    let words = found.finding.words(Lang::En);
    assert_eq!(found.finding.code(), "T011");
    assert!(
        words.contains("notice.typ:3:") && words.contains("a/b.pdf"),
        "{words}"
    );
    let span = found.at.unwrap();
    let text = sources.text(span.file);
    assert_eq!(&text[span.start as usize..span.end as usize], "nothing");
}

#[test]
fn a_letter_that_no_font_has_is_told() {
    let stock =
        stock("#set text(font: \"Be Vietnam Pro\")\n#let d = json(\"/data.json\")\n#d.name");
    let pages = press::set(&stock, sheet(&json!({ "name": "Thôn 漢" })), "x.pdf").unwrap();
    let found = text::read(&pages, "x.pdf").unwrap_err();
    assert_eq!(found.finding.code(), "T013");
    assert!(found.finding.words(Lang::Vi).contains('漢'));
}

#[test]
fn a_file_that_no_screen_reader_could_read_is_refused() {
    let stock = stock(
        "#set document(title: \"T\")\n#image(bytes(\"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>\"))",
    );
    let pages = press::set(&stock, sheet(&json!({})), "x.pdf").unwrap();
    let found = press::write(&pages, Tags::Written, "x.pdf").unwrap_err();
    assert_eq!(found.finding.code(), "T012");
}

#[test]
fn a_file_from_outside_is_not_there() {
    for path in ["/etc/passwd", "../../Cargo.toml", "/print/fonts/none.ttf"] {
        let stock = stock(&format!("#read(\"{path}\")"));
        assert!(press::set(&stock, sheet(&json!({})), "x.pdf").is_err());
    }
}

#[test]
fn the_words_of_paper_are_there_and_used() {
    let words: toml::Table =
        toml::from_str(include_str!("../../../themes/default/i18n/vi.toml")).unwrap();
    let views = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/format/pdf/view");
    let views = fs::read_dir(views).unwrap();
    let views: String = views
        .map(|file| fs::read_to_string(file.unwrap().path()).unwrap())
        .collect();
    for key in super::FILLED {
        assert!(words.contains_key(key), "no word `{key}`");
        assert!(
            views.contains(&format!("\"{key}\"")),
            "`{key}` fills nothing"
        );
    }
    let sources: String = embedded::SOURCES.iter().map(|(_, text)| *text).collect();
    let is_name = |c: char| c.is_ascii_lowercase() || c == '_';
    let said: BTreeSet<&str> = sources
        .split("data.w.")
        .skip(1)
        .map(|rest| rest.split(|c| !is_name(c)).next().unwrap_or_default())
        .collect();
    for name in &said {
        assert!(
            words.contains_key(&format!("print_{name}")),
            "sheets say `data.w.{name}`"
        );
    }
    for key in words.keys() {
        if let Some(name) = key.strip_prefix("print_") {
            assert!(
                said.contains(name) || super::FILLED.contains(&&**key),
                "`{key}` is used nowhere"
            );
        }
    }
}
