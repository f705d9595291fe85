//! The drawing of a card as SVG, in one ink on nothing: the ground is laid under it when it is painted.
//!
//! All text goes through [`escape`].

use std::fmt::Write;

use crate::model::xml::escape;

use super::{
    HEIGHT, WIDTH,
    face::Face,
    lines::{self, BOLD, Lines, REGULAR, Room},
};

/// The one ink. Only how much of it there is counts; its colour belongs to the ground.
pub(super) const INK: &str = "#000";

/// The left edge of all text.
const LEFT: f32 = 80.0;

/// The right edge of the foot.
const RIGHT: f32 = 1120.0;

/// The line around which the title and what stands above it are centred.
const MIDDLE: f32 = 266.0;

/// The base line of the foot.
const FOOT: f32 = 563.0;

/// How far the marks on capitals rise above the base line, by size.
pub(super) const RISE: f32 = 1.23;

/// Height of a line by size: from the marks on capitals to the dots below vowels, so that no line touches the next.
pub(super) const LEADING: f32 = 1.48;

/// Between the line above and the title.
const GAP: f32 = 8.0;

/// Where the title goes.
pub(super) const TITLE: Room = Room {
    width: 640.0,
    sizes: &[
        (84.0, 2),
        (74.0, 3),
        (64.0, 3),
        (56.0, 4),
        (50.0, 4),
        (44.0, 4),
        (38.0, 4),
    ],
};

/// Where the line above goes.
const ABOVE: Room = Room {
    width: 640.0,
    sizes: &[(32.0, 1), (28.0, 2)],
};

/// Draws a card.
pub(super) fn draw(face: &Face) -> String {
    let mut svg = String::with_capacity(4096);
    let _ = write!(
        svg,
        r#"<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" font-family="Be Vietnam Pro" fill="{INK}">"#
    );
    face.ring.draw(&mut svg);
    titles(face, &mut svg);
    foot(face, &mut svg);
    svg.push_str("</svg>");
    svg
}

/// The title under what it belongs to, both centred on one line.
fn titles(face: &Face, svg: &mut String) {
    let above = lines::fit(&face.above, REGULAR, ABOVE);
    let title = lines::fit(&face.title, BOLD, TITLE);
    let gap = if above.lines.is_empty() { 0.0 } else { GAP };
    let mut top = MIDDLE - (height(&above) + gap + height(&title)) / 2.0;
    block(&above, 400, top, svg);
    top += height(&above) + gap;
    block(&title, 700, top, svg);
}

/// The site, and that its people are invented where they are.
fn foot(face: &Face, svg: &mut String) {
    let _ = write!(
        svg,
        r#"<path d="M{LEFT} 500H{RIGHT}" stroke="{INK}" stroke-width="2" stroke-opacity=".35"/>"#
    );
    let mut right = RIGHT;
    if !face.sample.is_empty() {
        right -= sample(&face.sample, svg) + 40.0;
    }
    let room = Room {
        width: right - LEFT,
        sizes: &[(30.0, 1), (26.0, 1)],
    };
    let site = lines::fit(&face.site, BOLD, room);
    for line in &site.lines {
        text(line, 700, site.size, (LEFT, FOOT), svg);
    }
}

/// The mark of a sample, in a box of dashes at the right; gives its width.
fn sample(words: &str, svg: &mut String) -> f32 {
    let room = Room {
        width: 400.0,
        sizes: &[(26.0, 1)],
    };
    let fitted = lines::fit(words, BOLD, room);
    let wide = fitted.lines.first();
    let wide = wide.map_or(0.0, |line| lines::width(line, BOLD, fitted.size)) + 40.0;
    let left = RIGHT - wide;
    let _ = write!(
        svg,
        r#"<rect x="{left:.1}" y="526" width="{wide:.1}" height="54" fill="none" stroke="{INK}" stroke-width="2" stroke-dasharray="8 6"/>"#
    );
    for line in &fitted.lines {
        text(line, 700, fitted.size, (left + 20.0, FOOT - 1.0), svg);
    }
    wide
}

fn height(lines: &Lines) -> f32 {
    #[allow(clippy::cast_precision_loss, reason = "at most four lines")]
    let count = lines.lines.len() as f32;
    count * lines.size * LEADING
}

/// Lines from a top edge down.
fn block(lines: &Lines, weight: u16, top: f32, svg: &mut String) {
    let mut base = top + lines.size * RISE;
    for line in &lines.lines {
        text(line, weight, lines.size, (LEFT, base), svg);
        base += lines.size * LEADING;
    }
}

pub(super) fn text(line: &str, weight: u16, size: f32, (x, y): (f32, f32), svg: &mut String) {
    let _ = write!(
        svg,
        r#"<text x="{x:.1}" y="{y:.1}" font-size="{size}" font-weight="{weight}">"#
    );
    svg.push_str(&escape(line));
    svg.push_str("</text>");
}
