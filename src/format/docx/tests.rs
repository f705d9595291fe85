//! Blanks fill their lines, and hostile text stays text.

use proptest::prelude::*;

use super::{
    blanks::{WIDTH, stops},
    blocks::Writer,
};
use crate::markdown::{
    Tree,
    tree::{Block, Inline},
};

fn text(text: &str) -> Inline {
    Inline::Text { text: text.into() }
}

fn body(inlines: Vec<Inline>) -> String {
    let mut writer = Writer::default();
    let tree = Tree {
        blocks: vec![Block::Paragraph { inlines }],
        notes: Vec::new(),
    };
    writer.document("T", "", &tree);
    writer.body
}

#[test]
fn blanks_fill_their_line_by_their_length() {
    let blank = |length| Inline::Blank { length };
    let line = [text("Thôn: "), blank(20), text(" Xã: "), blank(10)];
    let stops = stops(&line).unwrap();
    assert_eq!(stops[1], WIDTH);
    let first = stops[0] - 6 * 125;
    let second = WIDTH - stops[0] - 5 * 125;
    assert!(first.abs_diff(2 * second) < 10, "{stops:?}");
    let long = text(&"chữ ".repeat(40));
    assert!(super::blanks::stops(&[long, blank(9)]).is_none());
}

#[test]
fn a_line_with_blanks_is_a_paragraph_with_leaders() {
    let xml = body(vec![
        text("A "),
        Inline::Blank { length: 5 },
        Inline::Break,
        text("B "),
        Inline::Blank { length: 5 },
    ]);
    assert_eq!(
        xml.matches("w:leader=\"dot\" w:pos=\"9638\"").count(),
        2,
        "{xml}"
    );
    assert_eq!(xml.matches("<w:tab/>").count(), 2, "{xml}");
}

proptest! {
    #[test]
    fn hostile_text_ends_nothing(hostile in any::<String>()) {
        // A box to tick has runs of its own, and ends nothing.
        let hostile = hostile.replace(['☐', '☑'], "");
        let xml = body(vec![text(&hostile), Inline::Code { text: hostile.clone() }]);
        let plain = body(vec![text("x"), Inline::Code { text: "x".into() }]);
        let tags = |xml: &str| xml.matches('<').count();
        prop_assert!(tags(&xml) <= tags(&plain), "{}", xml);
    }
}
