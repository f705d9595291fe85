//! What can be read on set pages: for the leak scan, and for letters that no font has.

use std::collections::BTreeSet;

use typst::{
    layout::{Abs, Frame, FrameItem, Point},
    model::{Destination, Document as _},
};
use typst_layout::PagedDocument;

use super::findings::NoGlyph;
use crate::diag::Diagnostic;

/// What stands on the pages.
#[derive(Debug, Default)]
struct Placed {
    /// The words in reading order, and the addresses that links lead to.
    words: String,
    /// Letters that no font has.
    missing: BTreeSet<String>,
    /// Where the last word ended.
    end: Option<(Abs, Point)>,
}

/// Reads pages as they were set: the words in reading order, and the addresses that links lead to.
///
/// # Errors
/// A finding when no font has one of the letters: it would print as an empty box.
pub(super) fn read(pages: &PagedDocument, output: &str) -> Result<String, Box<Diagnostic>> {
    let mut placed = Placed::default();
    if let Some(title) = &pages.info().title {
        placed.words.push_str(title);
    }
    for page in pages.pages() {
        placed.words.push('\n');
        placed.end = None;
        placed.frame(&page.frame, Point::zero());
    }
    if placed.missing.is_empty() {
        return Ok(placed.words);
    }
    let letters: Vec<&str> = placed.missing.iter().map(|letters| &**letters).collect();
    Err(Box::new(Diagnostic::nowhere(NoGlyph {
        output: output.to_owned(),
        letters: letters.join(" "),
    })))
}

impl Placed {
    fn frame(&mut self, frame: &Frame, origin: Point) {
        for (at, item) in frame.items() {
            let at = origin + *at;
            match item {
                FrameItem::Group(group) => {
                    let moved = Point::new(group.transform.tx, group.transform.ty);
                    self.frame(&group.frame, at + moved);
                }
                FrameItem::Text(text) => {
                    self.part(at, text.size);
                    self.words.push_str(&text.text);
                    self.end = Some((text.size, at + Point::with_x(text.width())));
                    for glyph in text.glyphs.iter().filter(|glyph| glyph.id == 0) {
                        let letters = text.text.get(glyph.range()).unwrap_or_default();
                        self.missing.insert(letters.to_owned());
                    }
                }
                FrameItem::Link(Destination::Url(url), _) => {
                    self.words.push('\n');
                    self.words.push_str(url.as_str());
                    self.end = None;
                }
                _ => {}
            }
        }
    }

    /// A gap between what stands side by side is a space; another line is another line.
    fn part(&mut self, at: Point, size: Abs) {
        let Some((before, end)) = self.end else {
            self.words.push('\n');
            return;
        };
        let em = before.max(size);
        if (at.y - end.y).abs() > em * 0.5 || at.x < end.x - em {
            self.words.push('\n');
        } else if at.x - end.x > em * 0.1 {
            self.words.push(' ');
        }
    }
}
