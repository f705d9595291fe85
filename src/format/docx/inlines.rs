//! Runs of text with their looks, links, and blanks as leaders.

use super::blocks::Writer;
use crate::{markdown::tree::Inline, model::xml::escape};

/// The font of boxes to tick.
const SIGNS: &str = "<w:rFonts w:ascii=\"Segoe UI Symbol\" w:hAnsi=\"Segoe UI Symbol\" w:eastAsia=\"Segoe UI Symbol\" \
                     w:cs=\"Segoe UI Symbol\"/>";

/// How a run looks, as properties of a run.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Look {
    pub bold: bool,
    pub italic: bool,
    pub struck: bool,
    pub code: bool,
    pub link: bool,
}

/// How the blanks of a line are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Blanks {
    /// As tabs that lead to the next stop.
    Leaders,
    /// As underscores.
    Underscores,
}

impl Writer {
    pub(super) fn inlines(&mut self, inlines: &[Inline], look: Look, blanks: Blanks) {
        for inline in inlines {
            self.inline(inline, look, blanks);
        }
    }

    fn inline(&mut self, inline: &Inline, look: Look, blanks: Blanks) {
        match inline {
            Inline::Text { text } => self.run(text, look),
            Inline::Space => self.run(" ", look),
            Inline::Break => self.raw("<w:r><w:br/></w:r>"),
            Inline::Code { text } => self.run(text, Look { code: true, ..look }),
            Inline::Strong { inlines } => {
                self.inlines(inlines, Look { bold: true, ..look }, blanks);
            }
            Inline::Emphasis { inlines } => {
                let look = Look {
                    italic: true,
                    ..look
                };
                self.inlines(inlines, look, blanks);
            }
            Inline::Strike { inlines } => {
                let look = Look {
                    struck: true,
                    ..look
                };
                self.inlines(inlines, look, blanks);
            }
            Inline::Link { href, inlines, .. } => {
                self.link_open(href);
                self.inlines(inlines, Look { link: true, ..look }, blanks);
                self.raw("</w:hyperlink>");
            }
            Inline::Clause { clause, href } => match href {
                Some(href) => {
                    self.link_open(href);
                    self.run(clause, Look { link: true, ..look });
                    self.raw("</w:hyperlink>");
                }
                None => self.run(clause, look),
            },
            Inline::Abbreviation { short, .. } => self.run(short, look),
            Inline::Image(image) => self.run(&image.alt, look),
            Inline::Raw(raw) => self.run(&raw.text, look),
            Inline::Blank { .. } if blanks == Blanks::Leaders => {
                self.raw("<w:r><w:tab/></w:r>");
            }
            Inline::Blank { length } => self.run(&"_".repeat(*length), look),
            // Notes are left out, and so are their marks.
            Inline::Note { .. } => {}
        }
    }

    /// Begins a link; where it leads stands in the relations of the document.
    fn link_open(&mut self, href: &str) {
        let known = self.links.iter().position(|link| link == href);
        let at = known.unwrap_or_else(|| {
            self.links.push(href.to_owned());
            self.links.len() - 1
        });
        self.raw(&format!("<w:hyperlink r:id=\"l{at}\">"));
    }

    /// A run of text. Boxes to tick have a run and a font of their own: in a font that lacks them, the letters behind
    /// them would be measured wrong.
    pub(super) fn run(&mut self, text: &str, look: Look) {
        let mut rest = text;
        while let Some(at) = rest.find(['☐', '☑']) {
            let (before, behind) = rest.split_at(at);
            let (sign, behind) = behind.split_at('☐'.len_utf8());
            self.piece(before, "", look);
            self.piece(sign, SIGNS, look);
            rest = behind;
        }
        self.piece(rest, "", look);
    }

    fn piece(&mut self, text: &str, font: &str, look: Look) {
        if text.is_empty() {
            return;
        }
        let style = match (look.link, look.code) {
            (true, _) => "<w:rStyle w:val=\"Hyperlink\"/>",
            (_, true) => "<w:rStyle w:val=\"Code\"/>",
            _ => "",
        };
        let mut properties = format!("{style}{font}");
        for (has, property) in [
            (look.bold, "<w:b/>"),
            (look.italic, "<w:i/>"),
            (look.struck, "<w:strike/>"),
        ] {
            if has {
                properties.push_str(property);
            }
        }
        if !properties.is_empty() {
            properties = format!("<w:rPr>{properties}</w:rPr>");
        }
        let text = escape(&text.replace('\n', " "));
        self.raw(&format!(
            "<w:r>{properties}<w:t xml:space=\"preserve\">{text}</w:t></w:r>"
        ));
    }
}
