//! Footnotes: marks in the text, and the notes themselves at its end, with a way back.

use super::{
    super::{
        labels::Label,
        tree::{Block, Note},
    },
    Medium, Writer, escape,
};

impl Writer<'_> {
    /// The `mark`th mark of a note in the text. No heading has an anchor with `_`.
    pub(super) fn mark(&mut self, number: usize, mark: usize) {
        let label = self.labels.fill(Label::NoteMark, "n", &number.to_string());
        let (id, label) = (id(number, mark), escape(&label));
        let role = match self.medium {
            Medium::Page => "",
            Medium::Book => " epub:type=\"noteref\" role=\"doc-noteref\"",
        };
        self.raw(&format!(
            "<sup><a id=\"{id}\"{role} href=\"#fn_{number}\" aria-label=\"{label}\">{number}</a></sup>"
        ));
    }

    pub(super) fn notes(&mut self, notes: &[Note]) {
        if notes.is_empty() {
            return;
        }
        let label = escape(self.labels.get(Label::Notes));
        match self.medium {
            Medium::Page => {
                self.raw(&format!(
                    "<section class=\"footnotes\" aria-label=\"{label}\"><ol>"
                ));
                for note in notes {
                    self.raw(&format!("<li id=\"fn_{}\">", note.number));
                    self.note(note);
                    self.raw("</li>\n");
                }
                self.raw("</ol></section>\n");
            }
            Medium::Book => {
                self.raw(&format!(
                    "<section class=\"footnotes\" aria-label=\"{label}\">\n"
                ));
                for note in notes {
                    self.raw(&format!(
                        "<aside id=\"fn_{0}\" epub:type=\"footnote\" role=\"doc-footnote\"><p class=\"n\">{0}.</p>\n",
                        note.number
                    ));
                    self.note(note);
                    self.raw("</aside>\n");
                }
                self.raw("</section>\n");
            }
        }
    }

    /// What a note says. The way back stands in its last paragraph.
    fn note(&mut self, note: &Note) {
        match note.blocks.split_last() {
            Some((Block::Paragraph { inlines }, before)) => {
                self.blocks(before);
                self.open("<p>");
                self.inlines(inlines);
                self.back(note);
                self.raw("</p>\n");
            }
            _ => {
                self.blocks(&note.blocks);
                self.back(note);
            }
        }
    }

    /// The way back from a note to each of its marks.
    fn back(&mut self, note: &Note) {
        let number = note.number;
        for mark in 1..=note.marks {
            let label = match mark {
                1 => Label::NoteBack,
                _ => Label::NoteBackAgain,
            };
            let label = self.labels.fill(label, "n", &number.to_string());
            let label = escape(&label.replace("{mark}", &mark.to_string()));
            let id = id(number, mark);
            let role = match self.medium {
                Medium::Page => "",
                Medium::Book => " role=\"doc-backlink\"",
            };
            self.raw(&format!(
                " <a href=\"#{id}\"{role} aria-label=\"{label}\">↩</a>"
            ));
        }
    }
}

fn id(number: usize, mark: usize) -> String {
    match mark {
        1 => format!("fr_{number}"),
        mark => format!("fr_{number}_{mark}"),
    }
}
