//! Writes a tree as HTML: semantic, without inline style or script. What it writes is well-formed XML too, but for raw
//! HTML, which only pages show.

mod framed;
mod notes;

use std::fmt::Write as _;

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

use super::{
    HtmlPolicy, Labels, Prepared,
    labels::Label,
    sanitise,
    tree::{Block, Image, Inline, Item, Raw, Tree, read},
};
use crate::{check::Article, model::SchemeIdx, scheme::Schemes};

/// The widest line to write on, in underscores.
const WIDEST: usize = 60;

/// What an address of an image may not hold as it is.
const UNSAFE: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'<')
    .add(b'>')
    .add(b'\\')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

/// How targets become links on the page that is rendered.
pub trait Resolve {
    /// The link for an internal target; `None` for a dead one, which has been reported.
    fn link(&self, target: &str) -> Option<String>;
    /// The link to a clause.
    fn clause(&self, scheme: SchemeIdx, clause: &str) -> Option<String>;
    /// The address of an image of this site.
    fn image(&self, target: &str) -> Option<String> {
        self.link(target)
    }
}

/// What the HTML is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Medium {
    /// A page of the site.
    Page,
    /// A part of a book in EPUB: XHTML, with notes that pop up, and nothing folded.
    Book,
}

/// The text of a source as HTML for a page.
pub fn render(
    article: &Article,
    prepared: &Prepared,
    schemes: &Schemes,
    policy: HtmlPolicy,
    resolve: &dyn Resolve,
    labels: &Labels,
) -> String {
    let tree = read(article, prepared, schemes, policy, resolve, labels);
    let html = write(&tree, Medium::Page, labels);
    if policy == HtmlPolicy::Sanitise {
        sanitise::clean(&html)
    } else {
        html
    }
}

/// A tree as HTML.
pub fn write(tree: &Tree, medium: Medium, labels: &Labels) -> String {
    let mut writer = Writer {
        medium,
        labels,
        out: String::new(),
    };
    writer.blocks(&tree.blocks);
    writer.notes(&tree.notes);
    writer.out
}

/// Text that may stand in HTML, in an element or in a quoted attribute. The one escape of this format.
pub(super) fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

/// HTML being written.
struct Writer<'w> {
    medium: Medium,
    labels: &'w Labels,
    out: String,
}

impl Writer<'_> {
    fn raw(&mut self, html: &str) {
        self.out.push_str(html);
    }

    /// Words in an element, where quotation marks mean nothing.
    fn text(&mut self, text: &str) {
        for c in text.chars() {
            match c {
                '&' => self.raw("&amp;"),
                '<' => self.raw("&lt;"),
                '>' => self.raw("&gt;"),
                c => self.out.push(c),
            }
        }
    }

    /// Begins an element on a line of its own.
    fn open(&mut self, tag: &str) {
        if !self.out.is_empty() && !self.out.ends_with('\n') {
            self.out.push('\n');
        }
        self.raw(tag);
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading {
                level, id, inlines, ..
            } => self.heading(*level, id.as_deref(), inlines),
            Block::Paragraph { inlines } => self.paragraph(inlines),
            Block::Plain { inlines } => self.inlines(inlines),
            Block::List { start, items, .. } => self.list(*start, items),
            Block::Definitions { items } => self.definitions(items),
            Block::Table {
                caption,
                head,
                rows,
                ..
            } => self.table(caption.as_deref(), head, rows),
            Block::Quote { blocks } => {
                self.open("<blockquote>\n");
                self.blocks(blocks);
                self.raw("</blockquote>\n");
            }
            Block::Box {
                kind,
                title,
                blocks,
            } => self.boxed(*kind, title, blocks),
            Block::Figure { image, caption } => self.figure(image, caption.as_deref()),
            Block::Drawing {
                caption,
                svg,
                words,
            } => self.drawing(caption, svg, words),
            Block::Code { language, text } => self.code(language.as_deref(), text),
            Block::Rule => self.open("<hr />\n"),
            Block::Raw(raw) => self.allowed(raw),
        }
    }

    fn heading(&mut self, level: u8, id: Option<&str>, inlines: &[Inline]) {
        self.open(&format!("<h{level}"));
        if let Some(id) = id {
            self.raw(&format!(" id=\"{}\"", escape(id)));
        }
        self.raw(">");
        self.inlines(inlines);
        self.raw(&format!("</h{level}>\n"));
    }

    fn paragraph(&mut self, inlines: &[Inline]) {
        self.open("<p>");
        self.inlines(inlines);
        self.raw("</p>\n");
    }

    fn list(&mut self, start: Option<u64>, items: &[Item]) {
        match start {
            None => self.open("<ul>\n"),
            Some(1) => self.open("<ol>\n"),
            Some(start) => self.open(&format!("<ol start=\"{start}\">\n")),
        }
        for item in items {
            self.open("<li>");
            self.item(item);
            self.raw("</li>\n");
        }
        self.raw(if start.is_some() {
            "</ol>\n"
        } else {
            "</ul>\n"
        });
    }

    fn item(&mut self, item: &Item) {
        let Some(done) = item.done else {
            return self.blocks(&item.blocks);
        };
        match item.blocks.split_first() {
            Some((Block::Paragraph { inlines }, rest)) => {
                self.open("<p>");
                self.task(done);
                self.inlines(inlines);
                self.raw("</p>\n");
                self.blocks(rest);
            }
            _ => {
                self.task(done);
                self.blocks(&item.blocks);
            }
        }
    }

    /// A task as a sign and a word: a checkbox that cannot be ticked would only tease.
    fn task(&mut self, done: bool) {
        let (sign, label) = if done {
            ("☑", Label::TaskDone)
        } else {
            ("☐", Label::TaskOpen)
        };
        let word = escape(self.labels.get(label));
        self.raw(&format!(
            "<span aria-hidden=\"true\">{sign}</span><span class=\"vh\">{word}:</span> "
        ));
    }

    fn code(&mut self, language: Option<&str>, text: &str) {
        self.open("<pre><code");
        if let Some(language) = language {
            self.raw(&format!(" class=\"language-{}\"", escape(language)));
        }
        self.raw(">");
        self.text(text);
        self.raw("</code></pre>\n");
    }

    fn inlines(&mut self, inlines: &[Inline]) {
        for inline in inlines {
            self.inline(inline);
        }
    }

    fn inline(&mut self, inline: &Inline) {
        match inline {
            Inline::Text { text } => self.text(text),
            Inline::Space => self.raw("\n"),
            Inline::Break => self.raw("<br />\n"),
            Inline::Strong { inlines } => self.within("strong", inlines),
            Inline::Emphasis { inlines } => self.within("em", inlines),
            Inline::Strike { inlines } => self.within("del", inlines),
            Inline::Code { text } => {
                self.raw("<code>");
                self.text(text);
                self.raw("</code>");
            }
            Inline::Link {
                href,
                external,
                inlines,
            } => {
                let rel = match (external, self.medium) {
                    (true, Medium::Page) => " rel=\"external noopener\"",
                    _ => "",
                };
                self.raw(&format!("<a href=\"{}\"{rel}>", escape(href)));
                self.inlines(inlines);
                self.raw("</a>");
            }
            Inline::Image(image) => self.image(image),
            Inline::Note { number, mark } => self.mark(*number, *mark),
            Inline::Clause { clause, href } => self.clause(clause, href.as_deref()),
            Inline::Abbreviation { short, long } => {
                let (short, long) = (escape(short), escape(long));
                self.raw(&format!("<abbr title=\"{long}\">{short}</abbr>"));
            }
            Inline::Blank { length } => self.blank(*length),
            Inline::Raw(raw) => self.allowed(raw),
        }
    }

    fn within(&mut self, element: &str, inlines: &[Inline]) {
        self.raw(&format!("<{element}>"));
        self.inlines(inlines);
        self.raw(&format!("</{element}>"));
    }

    /// An image; what a book cannot hold is told in its words.
    fn image(&mut self, image: &Image) {
        if self.medium == Medium::Book && image.src == "#" {
            return self.text(&image.alt);
        }
        let src = utf8_percent_encode(&image.src, UNSAFE).to_string();
        let (src, alt) = (escape(&src), escape(&image.alt));
        self.raw(&format!("<img src=\"{src}\" alt=\"{alt}\""));
        if let Some(title) = &image.title {
            self.raw(&format!(" title=\"{}\"", escape(title)));
        }
        self.raw(" />");
    }

    fn clause(&mut self, clause: &str, href: Option<&str>) {
        let words = escape(clause);
        match href {
            Some(href) => {
                let href = escape(href);
                self.raw(&format!("<a class=\"ck\" href=\"{href}\">{words}</a>"));
            }
            None => self.raw(&words),
        }
    }

    /// A line to write on. A space is about half as wide as an underscore.
    fn blank(&mut self, length: usize) {
        self.raw("<span class=\"blank\" aria-hidden=\"true\">");
        let _ = write!(self.out, "{}", "\u{a0}".repeat(2 * length.min(WIDEST)));
        self.raw("</span>");
    }

    /// HTML that the site allows. A book must be well-formed, so it has the words alone.
    fn allowed(&mut self, raw: &Raw) {
        match self.medium {
            Medium::Page => self.raw(&raw.html),
            Medium::Book => self.text(&raw.text),
        }
    }
}
