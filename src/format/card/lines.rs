//! Lines of text: measured with the real font, broken so that they are even, made smaller until they fit.

use std::ops::Range;

use skrifa::{
    FontRef, MetadataProvider,
    instance::{LocationRef, Size},
};

/// Be Vietnam Pro, the regular face.
pub(super) const REGULAR: &[u8] =
    include_bytes!("../../../themes/default/print/fonts/BeVietnamPro-Regular.ttf");

/// Be Vietnam Pro, the bold face.
pub(super) const BOLD: &[u8] =
    include_bytes!("../../../themes/default/print/fonts/BeVietnamPro-Bold.ttf");

/// Between words stands anything white that does not join them.
const JOINED: char = '\u{a0}';

/// Lines that fit, and the size they are set in.
#[derive(Debug, Default, PartialEq)]
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
    let Ok(font) = FontRef::new(font) else {
        return Lines::default();
    };
    let words = Words::read(text, &font);
    let mut smallest = (0.0, 0);
    for (size, most) in room.sizes {
        let width = room.width / size;
        let lines = words.even(width);
        if lines.len() <= *most && lines.iter().all(|line| line.width <= width) {
            return Lines {
                size: *size,
                lines: lines.iter().map(|line| words.text(line)).collect(),
            };
        }
        smallest = (*size, *most);
    }
    let (size, most) = smallest;
    Lines {
        size,
        lines: words.cut(&font, room.width / size, most),
    }
}

/// The width of a line in pixels.
pub(super) fn width(line: &str, font: &[u8], size: f32) -> f32 {
    FontRef::new(font).map_or(0.0, |font| advance(line, &font) * size)
}

/// The width of text in a font of size one.
fn advance(text: &str, font: &FontRef) -> f32 {
    let glyphs = font.charmap();
    let metrics = font.glyph_metrics(Size::new(1.0), LocationRef::default());
    let advance = |c| metrics.advance_width(glyphs.map(c).unwrap_or_default());
    text.chars().filter_map(advance).sum()
}

/// Words with their widths in a font of size one, each measured once.
struct Words<'t> {
    words: Vec<(&'t str, f32)>,
    space: f32,
}

/// Some words in a row.
struct Line {
    words: Range<usize>,
    width: f32,
}

impl<'t> Words<'t> {
    fn read(text: &'t str, font: &FontRef) -> Self {
        let words = text.split(|c: char| c.is_whitespace() && c != JOINED);
        Words {
            words: words
                .filter(|word| !word.is_empty())
                .map(|word| (word, advance(word, font)))
                .collect(),
            space: advance(" ", font),
        }
    }

    fn text(&self, line: &Line) -> String {
        let words = self.words[line.words.clone()].iter();
        words.map(|(word, _)| *word).collect::<Vec<_>>().join(" ")
    }

    /// As few lines as there must be, each as wide as the widest needs to be and no wider.
    fn even(&self, width: f32) -> Vec<Line> {
        let mut best = self.greedy(width);
        let (mut narrow, mut wide) = (0.0, width);
        for _ in 0..10 {
            let middle = f32::midpoint(narrow, wide);
            let lines = self.greedy(middle);
            if lines.len() <= best.len() && lines.iter().all(|line| line.width <= middle) {
                (best, wide) = (lines, middle);
            } else {
                narrow = middle;
            }
        }
        best
    }

    /// Each line as full as it can be.
    fn greedy(&self, width: f32) -> Vec<Line> {
        let mut lines: Vec<Line> = Vec::new();
        for (at, (_, word)) in self.words.iter().enumerate() {
            match lines.last_mut() {
                Some(line) if line.width + self.space + word <= width => {
                    line.words.end = at + 1;
                    line.width += self.space + word;
                }
                _ => lines.push(Line {
                    words: at..at + 1,
                    width: *word,
                }),
            }
        }
        lines
    }

    /// The first lines, the last of them ending in "…" where something is left out.
    fn cut(&self, font: &FontRef, width: f32, most: usize) -> Vec<String> {
        let lines = self.greedy(width);
        let last = most.min(lines.len()).saturating_sub(1);
        let more = lines.len() > most;
        let shown = lines.iter().take(most).enumerate();
        shown
            .map(|(at, line)| match self.text(line) {
                text if (more && at == last) || line.width > width => shorten(text, font, width),
                text => text,
            })
            .collect()
    }
}

/// As much of a line as fits before "…".
fn shorten(mut line: String, font: &FontRef, width: f32) -> String {
    let dots = advance("…", font);
    while advance(&line, font) + dots > width && line.pop().is_some() {}
    line.truncate(line.trim_end_matches([' ', ',', ';', ':', '.']).len());
    line.push('…');
    line
}
