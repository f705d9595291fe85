//! The body of a document: title, paragraphs with their blanks, headings, lists.

use std::fmt::Write as _;

use super::{
    blanks,
    inlines::{Blanks, Look},
};
use crate::markdown::{
    Tree,
    tree::{Block, Definition, Inline, Item},
};

/// The numbering of bullets; that of the numbered lists comes behind it.
pub(super) const BULLETS: usize = 1;

/// A document being written.
#[derive(Debug, Default)]
pub(super) struct Writer {
    /// The body so far.
    pub body: String,
    /// Where its links lead.
    pub links: Vec<String>,
    /// Level and first number of each numbered list.
    pub lists: Vec<(usize, u64)>,
}

impl Writer {
    /// Writes the title, the summary below it, and the text.
    pub(super) fn document(&mut self, title: &str, summary: &str, tree: &Tree) {
        self.line("Title", title);
        if !summary.is_empty() {
            self.line("Subtitle", summary);
        }
        self.blocks(&tree.blocks, 0);
    }

    pub(super) fn raw(&mut self, xml: &str) {
        self.body.push_str(xml);
    }

    /// A paragraph of plain text.
    fn line(&mut self, style: &str, text: &str) {
        self.open(&format!("<w:pStyle w:val=\"{style}\"/>"));
        self.run(text, Look::default());
        self.raw("</w:p>");
    }

    fn open(&mut self, properties: &str) {
        if properties.is_empty() {
            self.raw("<w:p>");
        } else {
            let _ = write!(self.body, "<w:p><w:pPr>{properties}</w:pPr>");
        }
    }

    fn blocks(&mut self, blocks: &[Block], level: usize) {
        for block in blocks {
            self.block(block, level);
        }
    }

    fn block(&mut self, block: &Block, level: usize) {
        match block {
            Block::Heading { level, inlines, .. } => {
                self.open(&format!("<w:pStyle w:val=\"Heading{level}\"/>"));
                self.inlines(inlines, Look::default(), Blanks::Underscores);
                self.raw("</w:p>");
            }
            Block::Paragraph { inlines } | Block::Plain { inlines } => {
                self.paragraph(inlines, "", "");
            }
            Block::List { start, items, .. } => self.list(*start, items, level),
            Block::Definitions { items } => self.definitions(items, level),
            Block::Table {
                alignments,
                caption,
                head,
                rows,
            } => self.table(alignments, caption.as_deref(), head, rows),
            Block::Quote { blocks } => {
                for block in blocks {
                    match block {
                        Block::Paragraph { inlines } | Block::Plain { inlines } => {
                            self.paragraph(inlines, "<w:pStyle w:val=\"Quote\"/>", "");
                        }
                        other => self.block(other, level),
                    }
                }
            }
            Block::Figure { image, caption } => {
                self.line("Caption", &image.alt);
                if let Some(words) = caption {
                    self.paragraph(words, "<w:pStyle w:val=\"Caption\"/>", "");
                }
            }
            Block::Drawing { caption, words, .. } => {
                self.line("Caption", caption);
                words
                    .iter()
                    .for_each(|line| self.line("ListParagraph", line));
            }
            Block::Code { text, .. } => text.lines().for_each(|line| self.line("CodeBlock", line)),
            Block::Rule => self.open_rule(),
            Block::Raw(raw) => self.line("Normal", raw.text.trim()),
            // As on paper, a form is what is filled in, and nothing about it.
            Block::Box { .. } => {}
        }
    }

    fn open_rule(&mut self) {
        self.open("<w:pBdr><w:bottom w:val=\"single\" w:sz=\"6\" w:space=\"1\" w:color=\"auto\"/></w:pBdr>");
        self.raw("</w:p>");
    }

    /// A paragraph. A line with blanks is a paragraph of its own, since it has stops of its own. `mark` stands before the
    /// first.
    fn paragraph(&mut self, inlines: &[Inline], properties: &str, mark: &str) {
        let lines: Vec<&[Inline]> = inlines.split(|one| *one == Inline::Break).collect();
        let is_form = inlines
            .iter()
            .any(|one| matches!(one, Inline::Blank { .. }));
        if !is_form {
            self.open(properties);
            self.run(mark, Look::default());
            self.inlines(inlines, Look::default(), Blanks::Underscores);
            return self.raw("</w:p>");
        }
        for (n, line) in lines.into_iter().enumerate() {
            let stops = blanks::stops(line);
            let leads = if stops.is_some() {
                Blanks::Leaders
            } else {
                Blanks::Underscores
            };
            let mut properties = properties.to_owned();
            if properties.is_empty() {
                properties.push_str("<w:pStyle w:val=\"FormLine\"/>");
            }
            if let Some(stops) = stops {
                properties.push_str("<w:tabs>");
                for stop in stops {
                    let _ = write!(
                        properties,
                        "<w:tab w:val=\"{}\" w:leader=\"dot\" w:pos=\"{stop}\"/>",
                        if stop == blanks::WIDTH {
                            "right"
                        } else {
                            "left"
                        }
                    );
                }
                properties.push_str("</w:tabs>");
            }
            self.open(&properties);
            if n == 0 {
                self.run(mark, Look::default());
            }
            self.inlines(line, Look::default(), leads);
            self.raw("</w:p>");
        }
    }

    fn list(&mut self, start: Option<u64>, items: &[Item], level: usize) {
        let level = level.min(8);
        let number = match start {
            None => BULLETS,
            Some(start) => {
                self.lists.push((level, start));
                BULLETS + self.lists.len()
            }
        };
        let properties = format!(
            "<w:pStyle w:val=\"ListParagraph\"/><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{number}\"/></w:numPr>"
        );
        for item in items {
            let mark = match item.done {
                Some(true) => "☑ ",
                Some(false) => "☐ ",
                None => "",
            };
            let properties = if mark.is_empty() {
                &*properties
            } else {
                "<w:pStyle w:val=\"ListParagraph\"/>"
            };
            match item.blocks.split_first() {
                Some((Block::Paragraph { inlines } | Block::Plain { inlines }, rest)) => {
                    self.paragraph(inlines, properties, mark);
                    self.blocks(rest, level + 1);
                }
                _ => self.blocks(&item.blocks, level + 1),
            }
        }
    }

    fn definitions(&mut self, items: &[Definition], level: usize) {
        for item in items {
            self.open("<w:keepNext/>");
            let look = Look {
                bold: true,
                ..Look::default()
            };
            self.inlines(&item.term, look, Blanks::Underscores);
            self.raw("</w:p>");
            for meaning in &item.meanings {
                self.blocks(meaning, level);
            }
        }
    }
}
