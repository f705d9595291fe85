//! The ornament: rings around a dot, and dots on the outer ring, each of which counts something.

use std::fmt::Write;

use super::drawing::INK;

/// The middle of the rings.
const CENTRE: (f64, f64) = (946.0, 274.0);

/// The outer ring.
const RADIUS: f64 = 174.0;

/// The ornament of a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Ring {
    dots: usize,
    lit: Lit,
}

/// Which dots are full.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lit {
    /// All: homes, villages, stories.
    All,
    /// One: the chapter that is read.
    One(usize),
    /// None: the chapters to read.
    None,
}

impl Ring {
    /// So many dots, more than a ring can hold left out.
    pub(super) fn new(dots: usize, lit: Lit) -> Self {
        Ring {
            dots: dots.min(72),
            lit,
        }
    }

    /// Draws it.
    pub(super) fn draw(self, svg: &mut String) {
        let (x, y) = CENTRE;
        let _ = write!(
            svg,
            r#"<g transform="rotate(-90 {x} {y})" fill="none" stroke="{INK}"><circle cx="{x}" cy="{y}" r="26" fill="{INK}" stroke="none"/><circle cx="{x}" cy="{y}" r="70" stroke-width="4" stroke-opacity=".7"/><circle cx="{x}" cy="{y}" r="122" stroke-width="3" stroke-opacity=".5"/>"#
        );
        if self.dots == 0 {
            self.outline(r#"stroke-dasharray="1 13" stroke-linecap="round""#, svg);
        } else {
            self.beads(svg);
        }
        svg.push_str("</g>");
    }

    /// The outer ring with its dots; it is broken where a dot is.
    fn beads(self, svg: &mut String) {
        #[allow(clippy::cast_precision_loss, reason = "at most 72 dots")]
        let turn = |at: usize| at as f64 / self.dots as f64;
        let share = std::f64::consts::TAU * RADIUS * turn(1);
        let dot = (share * 0.26).clamp(3.5, 13.0);
        let gap = 2.0 * dot + 10.0;
        if share > gap + 28.0 {
            let line = share - gap;
            let start = line + gap / 2.0;
            let dashes =
                format!(r#"stroke-dasharray="{line:.2} {gap:.2}" stroke-dashoffset="{start:.2}""#);
            self.outline(&dashes, svg);
        }
        let (mut full, mut hollow) = (String::new(), String::new());
        for at in 0..self.dots {
            let (sin, cos) = (turn(at) * std::f64::consts::TAU).sin_cos();
            let (x, y) = (CENTRE.0 + RADIUS * cos, CENTRE.1 + RADIUS * sin);
            let is_full = match self.lit {
                Lit::All => true,
                Lit::One(here) => here == at,
                Lit::None => false,
            };
            let (marks, r) = match is_full {
                true => (&mut full, dot),
                false => (&mut hollow, dot - 1.5),
            };
            let _ = write!(marks, r#"<circle cx="{x:.2}" cy="{y:.2}" r="{r:.2}"/>"#);
        }
        let _ = write!(
            svg,
            r#"<g stroke-width="3">{hollow}</g><g fill="{INK}" stroke="none">{full}</g>"#
        );
    }

    fn outline(self, dashes: &str, svg: &mut String) {
        let (x, y) = CENTRE;
        let _ = write!(
            svg,
            r#"<circle cx="{x}" cy="{y}" r="{RADIUS}" stroke-width="4" {dashes}/>"#
        );
    }
}
