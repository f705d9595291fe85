//! What stands apart from the running text: tables, definitions, pictures with their captions, boxes.

use super::{
    super::{
        labels::Label,
        tree::{Block, Definition, Image, Inline, Kind},
    },
    Medium, Writer, escape,
};

impl Writer<'_> {
    pub(super) fn table(
        &mut self,
        caption: Option<&[Inline]>,
        head: &[Vec<Inline>],
        rows: &[Vec<Vec<Inline>>],
    ) {
        self.raw("<table>");
        if let Some(words) = caption {
            self.within("caption", words);
        }
        self.raw("<thead><tr>");
        for cell in head {
            self.raw("<th scope=\"col\">");
            self.inlines(cell);
            self.raw("</th>");
        }
        self.raw("</tr></thead>");
        // XHTML knows no body without a row.
        if self.medium == Medium::Page || !rows.is_empty() {
            self.raw("<tbody>");
            for row in rows {
                self.raw("<tr>");
                row.iter().for_each(|cell| self.within("td", cell));
                self.raw("</tr>");
            }
            self.raw("</tbody>");
        }
        self.raw("</table>\n");
    }

    pub(super) fn definitions(&mut self, items: &[Definition]) {
        self.open("<dl>\n");
        for item in items {
            self.open("");
            self.within("dt", &item.term);
            self.raw("\n");
            for meaning in &item.meanings {
                self.open("<dd>");
                self.blocks(meaning);
                self.raw("</dd>\n");
            }
        }
        self.raw("</dl>\n");
    }

    pub(super) fn figure(&mut self, image: &Image, caption: Option<&[Inline]>) {
        self.raw("<figure>");
        self.image(image);
        if let Some(words) = caption {
            self.within("figcaption", words);
        }
        self.raw("</figure>\n");
    }

    /// A drawing with the same in words: folded away on a page, below it in a book, whose readers fold nothing.
    pub(super) fn drawing(&mut self, caption: &str, svg: &str, words: &[String]) {
        let caption = escape(caption);
        let lines = words
            .iter()
            .map(|line| format!("<li>{}</li>", escape(line)));
        let words = format!("<ul>{}</ul>", lines.collect::<String>());
        let said = escape(self.labels.get(Label::FigureInWords));
        let said = match self.medium {
            Medium::Page => format!("<details><summary>{said}</summary>{words}</details>"),
            Medium::Book => format!("<p class=\"said\">{said}</p>{words}\n"),
        };
        self.raw(&format!(
            "<div class=\"drawn\"><figure>{svg}<figcaption>{caption}</figcaption></figure>{said}</div>"
        ));
    }

    pub(super) fn boxed(&mut self, kind: Kind, title: &str, blocks: &[Block]) {
        let (class, title) = (kind.class(), escape(title));
        self.raw(&format!(
            "<aside class=\"{class}\" role=\"note\"><p class=\"bl\">{title}</p>\n"
        ));
        self.blocks(blocks);
        self.raw("</aside>\n");
    }
}
