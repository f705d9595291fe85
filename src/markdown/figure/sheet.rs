//! A drawing being made from top to bottom: cards, arrows and dots, 288 units wide, the text column of the narrowest phone,
//! so that letters are never smaller than those of the text around.

use std::fmt::Write;

use super::super::html::escape;

/// Width of every drawing.
pub(super) const WIDTH: f64 = 288.0;
const MARGIN: f64 = 12.0;
const SIZE: f64 = 16.0;
const LINE: f64 = 22.0;
/// Widths of letters differ by font; this is the mean of the widest common one, so that no line runs over its box.
const LETTER: f64 = 0.56;

/// See the module.
pub(super) struct Sheet {
    body: String,
    y: f64,
}

/// How a card looks.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Card {
    /// A frame.
    Plain,
    /// A thick frame: what the figure is about.
    Main,
}

impl Sheet {
    pub(super) const fn new() -> Self {
        Sheet {
            body: String::new(),
            y: 4.0,
        }
    }

    /// A card with a title and lines below it.
    pub(super) fn card(&mut self, look: Card, title: &str, lines: &[String]) {
        let inner = WIDTH - 4.0 - 2.0 * MARGIN;
        let title = wrap(title, inner, 1.08);
        let lines: Vec<String> = lines
            .iter()
            .flat_map(|line| wrap(line, inner, 1.0))
            .collect();
        let rows = (title.len() + lines.len()) as f64;
        let height = rows * LINE + 18.0;
        let stroke = if look == Card::Main { 3.0 } else { 1.5 };
        let _ = write!(
            self.body,
            "<rect x=\"2\" y=\"{:.1}\" width=\"{:.1}\" height=\"{height:.1}\" fill=\"none\" stroke=\"currentColor\" \
             stroke-width=\"{stroke}\"/>",
            self.y,
            WIDTH - 4.0
        );
        let mut at = self.y + 9.0 + 15.5;
        for (line, weight) in title
            .iter()
            .map(|line| (line, 700))
            .chain(lines.iter().map(|line| (line, 400)))
        {
            self.text(2.0 + MARGIN, at, weight, "start", line);
            at += LINE;
        }
        self.y += height;
    }

    /// An arrow down, with a word beside it.
    pub(super) fn arrow(&mut self, label: &str) {
        let (x, from, to) = (32.0, self.y, self.y + 34.0);
        let _ = write!(
            self.body,
            "<path d=\"M{x} {:.1}V{:.1}M{:.1} {:.1}L{x} {:.1}L{:.1} {:.1}\" fill=\"none\" stroke=\"currentColor\" \
             stroke-width=\"2\"/>",
            from + 2.0,
            to - 2.0,
            x - 6.0,
            to - 9.0,
            to - 2.0,
            x + 6.0,
            to - 9.0
        );
        self.text(x + 16.0, from + 22.5, 400, "start", label);
        self.y = to;
    }

    /// A line of text over the whole width.
    pub(super) fn heading(&mut self, text: &str) {
        for line in wrap(text, WIDTH - 4.0, 1.08) {
            self.y += LINE;
            let at = self.y - 5.0;
            self.text(2.0, at, 700, "start", &line);
        }
    }

    /// Twelve numbers, one over each column.
    pub(super) fn months(&mut self) {
        self.y += LINE;
        let at = self.y - 6.0;
        for month in 1..=12 {
            self.text(column(month), at, 400, "middle", &month.to_string());
        }
    }

    /// A row of the calendar: so many dots in each month, on a line.
    pub(super) fn row(&mut self, label: &str, dots: &[u32; 12]) {
        for line in wrap(label, WIDTH - 4.0, 1.0) {
            self.y += LINE;
            let at = self.y - 5.0;
            self.text(2.0, at, 400, "start", &line);
        }
        let middle = self.y + 10.0;
        let _ = write!(
            self.body,
            "<path d=\"M2 {middle:.1}H{:.1}\" stroke=\"currentColor\" stroke-width=\".75\"/>",
            WIDTH - 2.0
        );
        for (month, count) in (1..).zip(dots) {
            let radius = if *count > 1 { 2.4 } else { 5.5 };
            for n in 0..*count {
                let shift = (f64::from(n) - f64::from(*count - 1) / 2.0) * 6.0;
                let _ = write!(
                    self.body,
                    "<circle cx=\"{:.1}\" cy=\"{middle:.1}\" r=\"{radius}\" fill=\"currentColor\"/>",
                    column(month) + shift
                );
            }
        }
        self.y += 22.0;
    }

    /// Empty room.
    pub(super) fn gap(&mut self, height: f64) {
        self.y += height;
    }

    fn text(&mut self, x: f64, y: f64, weight: u32, anchor: &str, text: &str) {
        let _ = write!(
            self.body,
            "<text x=\"{x:.1}\" y=\"{y:.1}\" font-size=\"{SIZE}\" font-weight=\"{weight}\" text-anchor=\"{anchor}\" \
             fill=\"currentColor\">{}</text>",
            escape(text)
        );
    }

    /// The whole drawing, with its title for those who do not see it.
    pub(super) fn svg(&self, title: &str) -> String {
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {:.0}\" role=\"img\" aria-label=\"{}\">{}</svg>",
            (self.y + 4.0).ceil(),
            escape(title),
            self.body
        )
    }
}

/// The middle of a month's column.
fn column(month: u32) -> f64 {
    let step = (WIDTH - 12.0) / 12.0;
    6.0 + step * (f64::from(month) - 0.5)
}

/// Words in lines no wider than `width`; a word that is wider stands alone.
pub(super) fn wrap(text: &str, width: f64, stretch: f64) -> Vec<String> {
    let room = (width / (SIZE * LETTER * stretch)) as usize;
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= room => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}
