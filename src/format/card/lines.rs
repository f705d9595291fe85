//! Lines of text: measured with the real font, broken so that they are even, made smaller until they fit.

use skrifa::{
    FontRef, MetadataProvider,
    instance::{LocationRef, Size},
};

/// Be Vietnam Pro, the regular face.
pub(super) const REGULAR: &[u8] = include_bytes!("fonts/BeVietnamPro-Regular.ttf");

/// Be Vietnam Pro, the bold face.
pub(super) const BOLD: &[u8] = include_bytes!("fonts/BeVietnamPro-Bold.ttf");

/// Between words stands anything white that does not join them.
const JOINED: char = '\u{a0}';

/// Lines that fit, and the size they are set in.
#[derive(Debug, PartialEq)]
pub(super) struct Lines {
    /// The size, in pixels.
    pub size: f32,
    /// The lines, from the top.
    pub lines: Vec<String>,
}

/// Room for text: how wide, and how many lines at each size, the largest size first.
#[derive(Clone, Copy, Debug)]
pub(super) struct Room {
    /// Width, in pixels.
    pub width: f32,
    /// Sizes, with the lines that fit at each.
    pub sizes: &'static [(f32, usize)],
}

/// Sets text in the largest size it fits in, in even lines. What is too long at the smallest ends in "…".
pub(super) fn fit(text: &str, font: &[u8], room: Room) -> Lines {
    let Some(measure) = Measure::new(font) else {
        return Lines {
            size: room.sizes.last().map_or(16.0, |(size, _)| *size),
            lines: vec![text.to_owned()],
        };
    };
    let mut last = Lines {
        size: 0.0,
        lines: Vec::new(),
    };
    for (size, most) in room.sizes {
        let width = room.width / size;
        let lines = measure.even(text, width);
        let fits = lines.len() <= *most && lines.iter().all(|line| measure.width(line) <= width);
        last = Lines { size: *size, lines };
        if fits {
            return last;
        }
        last.lines = measure.cut(text, width, *most);
    }
    last
}

/// The width of a line in pixels.
pub(super) fn width(line: &str, font: &[u8], size: f32) -> f32 {
    Measure::new(font).map_or(0.0, |measure| measure.width(line) * size)
}

/// Measures in units of the font's size.
struct Measure<'f> {
    font: FontRef<'f>,
}

impl<'f> Measure<'f> {
    fn new(font: &'f [u8]) -> Option<Self> {
        FontRef::new(font).ok().map(|font| Measure { font })
    }

    fn width(&self, line: &str) -> f32 {
        let glyphs = self.font.charmap();
        let metrics = self
            .font
            .glyph_metrics(Size::new(1.0), LocationRef::default());
        let advance = |c| metrics.advance_width(glyphs.map(c).unwrap_or_default());
        line.chars().filter_map(advance).sum()
    }

    /// As few lines as there must be, each as wide as the widest needs to be and no wider.
    fn even(&self, text: &str, width: f32) -> Vec<String> {
        let greedy = self.greedy(text, width);
        let (mut narrow, mut wide) = (0.0, width);
        let mut best = greedy;
        for _ in 0..10 {
            let middle = f32::midpoint(narrow, wide);
            let lines = self.greedy(text, middle);
            let fits = lines.iter().all(|line| self.width(line) <= middle);
            if fits && lines.len() <= best.len() {
                (best, wide) = (lines, middle);
            } else {
                narrow = middle;
            }
        }
        best
    }

    /// Each line as full as it can be.
    fn greedy(&self, text: &str, width: f32) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        for word in words(text) {
            match lines.last_mut() {
                Some(line) if self.width(line) + self.width(" ") + self.width(word) <= width => {
                    line.push(' ');
                    line.push_str(word);
                }
                _ => lines.push(word.to_owned()),
            }
        }
        lines
    }

    /// The first lines, the last of them ending in "…" where something is left out.
    fn cut(&self, text: &str, width: f32, most: usize) -> Vec<String> {
        let mut lines = self.greedy(text, width);
        let more = lines.len() > most;
        lines.truncate(most);
        let last = lines.len().saturating_sub(1);
        for (at, line) in lines.iter_mut().enumerate() {
            if (more && at == last) || self.width(line) > width {
                self.shorten(line, width);
            }
        }
        lines
    }

    fn shorten(&self, line: &mut String, width: f32) {
        let dots = self.width("…");
        while self.width(line) + dots > width && line.pop().is_some() {}
        line.truncate(line.trim_end_matches([' ', ',', ';', ':', '.']).len());
        line.push('…');
    }
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| c.is_whitespace() && c != JOINED)
        .filter(|word| !word.is_empty())
}
