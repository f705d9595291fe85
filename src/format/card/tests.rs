//! Tests over whole cards: what they hold whatever they say.

use proptest::prelude::*;
use resvg::usvg::roxmltree::Document;
use skrifa::{
    FontRef, MetadataProvider,
    instance::{LocationRef, Size},
};

use xxhash_rust::xxh3::xxh3_64;

use super::{
    HEIGHT, PICTURE, WIDTH,
    drawing::{LEADING, RISE, TITLE, draw},
    face::Face,
    lines::{self, BOLD, REGULAR},
    picture::{Ground, paint},
    ring::{Lit, Ring},
};

/// Every letter of the language, in both cases, the stacked ones included.
const LETTERS: &str =
    "aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệfghiìíỉĩịjklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvwxyỳýỷỹỵz";

fn face(above: &str, title: &str, ring: Ring, ground: Ground) -> Face {
    Face {
        above: above.into(),
        title: title.into(),
        site: "Bình yên Thanh Hóa".into(),
        sample: "Dữ liệu mẫu".into(),
        ring,
        ground,
    }
}

fn painted(face: &Face) -> Vec<u8> {
    let mut out = Vec::new();
    paint(
        &draw(face),
        (super::WIDTH, super::HEIGHT),
        face.ground,
        &mut out,
    );
    out
}

#[test]
fn a_card_is_a_small_png_of_its_size_and_always_the_same() {
    let title = "Ẳ Ẵ Ộ Ỵ ".repeat(40);
    let face = face(&title, &title, Ring::new(17, Lit::One(3)), Ground::Green);
    let bytes = painted(&face);
    assert_eq!(bytes, painted(&face));
    assert!(bytes.len() < 60_000, "{}", bytes.len());
    let decoder = png::Decoder::new(std::io::Cursor::new(&bytes));
    let reader = decoder.read_info().unwrap();
    assert_eq!((reader.info().width, reader.info().height), (WIDTH, HEIGHT));
}

#[test]
fn the_picture_of_a_drawing_changes_only_with_its_number() {
    // Another renderer may paint the same drawing otherwise; cards that are kept must then be painted again.
    let face = face(
        "Huyện Thọ Xuân",
        "Xã Xuân Hòa",
        Ring::new(6, Lit::All),
        Ground::Mist,
    );
    let seen = (PICTURE, xxh3_64(&painted(&face)));
    assert_eq!(seen, (1, 10_262_523_928_189_328_902), "count PICTURE up");
}

#[test]
fn every_letter_is_in_the_fonts_and_stays_clear_of_the_next_line() {
    for font in [REGULAR, BOLD] {
        let font = FontRef::new(font).unwrap();
        let metrics = font.glyph_metrics(Size::new(1.0), LocationRef::default());
        let upper = LETTERS.to_uppercase();
        let bounds = LETTERS.chars().chain(upper.chars()).map(|c| {
            let glyph = font.charmap().map(c).unwrap_or_else(|| panic!("no {c}"));
            metrics.bounds(glyph).unwrap()
        });
        let bounds: Vec<_> = bounds.collect();
        let top = bounds.iter().map(|b| b.y_max).fold(0.0, f32::max);
        let foot = bounds.iter().map(|b| b.y_min).fold(0.0, f32::min);
        assert!(top <= RISE && RISE - foot <= LEADING, "{top} {foot}");
    }
}

#[test]
fn short_titles_are_large_and_long_ones_are_even() {
    let fit = |title: &str| lines::fit(title, BOLD, TITLE);
    assert_eq!(fit("Xã Xuân Hòa").lines, ["Xã Xuân Hòa"]);
    assert!(fit("Xã Xuân Hòa").size > fit("Tổ gồm những hộ nào và ai đứng đầu").size);
    let two = fit("Cả khu phố cùng giữ sổ trực đêm").lines;
    assert_eq!(two, ["Cả khu phố cùng", "giữ sổ trực đêm"]);
    assert_eq!(fit("").lines, [""; 0]);
    let endless = fit(&"tổ ".repeat(300)).lines;
    assert_eq!(endless.len(), 4);
    assert!(endless[3].ends_with('…'));
    assert_eq!(fit(&"x".repeat(300)).lines.len(), 1);
}

#[test]
fn what_xml_cannot_hold_is_not_drawn() {
    let face = face(
        "a<b>&\"'",
        "\u{0}\u{b}\u{fffe}<script>",
        Ring::new(0, Lit::All),
        Ground::Mist,
    );
    let svg = draw(&face);
    let read = Document::parse(&svg).unwrap();
    let texts: Vec<&str> = read.descendants().filter_map(|node| node.text()).collect();
    assert!(
        texts.contains(&"a<b>&\"'") && texts.iter().any(|text| text.trim() == "<script>"),
        "{texts:?}"
    );
}

proptest! {
    #[test]
    fn titles_fit_their_room(words in prop::collection::vec("[a-zA-Zàẳộưỵ]{1,24}", 0..60)) {
        let title = words.join(" ");
        let fitted = lines::fit(&title, BOLD, TITLE);
        prop_assert!(fitted.lines.len() <= 4);
        for line in &fitted.lines {
            prop_assert!(lines::width(line, BOLD, fitted.size) <= TITLE.width + 0.5, "{line}");
        }
        let shown = fitted.lines.join(" ");
        prop_assert!(shown == title || shown.contains('…'));
    }
}
