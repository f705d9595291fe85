//! The cover of a book: upright, with the ornament of the cards, a bead for each chapter.

use std::fmt::Write as _;

use super::{
    drawing::{INK, LEADING, RISE, text},
    lines::{self, BOLD, Lines, REGULAR, Room},
    picture::{self, Ground},
    ring::{Lit, Ring},
};

/// Width and height: three by four, as shelves of reading programs have it.
const SIZE: (u32, u32) = (1200, 1600);

/// The left edge of all text.
const LEFT: f32 = 90.0;

/// How much larger than on a card the ornament is, and where its middle goes from where a card has it.
const RING: &str = "translate(-1103 593) scale(1.8)";

const TITLE: Room = Room {
    width: 1020.0,
    sizes: &[(120.0, 3), (104.0, 3), (88.0, 4), (74.0, 5), (62.0, 6)],
};

const LINE: Room = Room {
    width: 1020.0,
    sizes: &[(44.0, 1), (38.0, 2), (32.0, 2)],
};

/// The cover of a book as PNG: what stands above the title, the title, the site and the mark of a sample, which may be
/// empty.
pub fn cover([above, title, site, sample]: [&str; 4], chapters: usize) -> Vec<u8> {
    let (width, height) = SIZE;
    let mut svg = format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" font-family="Be Vietnam Pro" fill="{INK}">"#
    );
    let above = lines::fit(above, REGULAR, LINE);
    let top = block(&above, 400, 96.0, &mut svg);
    block(&lines::fit(title, BOLD, TITLE), 700, top + 12.0, &mut svg);
    let _ = write!(svg, r#"<g transform="{RING}">"#);
    Ring::new(chapters, Lit::All).draw(&mut svg);
    svg.push_str("</g>");
    let top = block(&lines::fit(site, BOLD, LINE), 700, 1430.0, &mut svg);
    block(&lines::fit(sample, REGULAR, LINE), 400, top, &mut svg);
    svg.push_str("</svg>");
    let mut out = Vec::new();
    picture::paint(&svg, SIZE, Ground::Mist, &mut out);
    out
}

/// Lines from a top edge down; gives where they end.
fn block(lines: &Lines, weight: u16, top: f32, svg: &mut String) -> f32 {
    let mut at = top;
    for line in &lines.lines {
        text(
            line,
            weight,
            lines.size,
            (LEFT, at + lines.size * RISE),
            svg,
        );
        at += lines.size * LEADING;
    }
    at
}
