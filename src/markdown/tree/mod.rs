//! A source as a tree of blocks and inlines, with values filled in and links resolved: what pages, books and forms are
//! all made of.
//!
//! Holds no address of its own making and no form: whoever renders a tree decides how it looks.
//!
//! # As JSON
//!
//! The whole is `{ "blocks": [Block…], "notes": [Note…] }`. Every block and every inline is an object whose `type` says
//! what it is. A list of inlines is always called `inlines`, a list of blocks `blocks`. What may be missing is `null`.
//!
//! | block | other keys |
//! |---|---|
//! | `heading` | `level` 1–6, `number` (its place in the outline below level 1, as in `[2, 1]`), `id` (anchor or null), `inlines` |
//! | `paragraph` | `inlines` |
//! | `plain` | `inlines`: words of a list item that stand without a paragraph around them |
//! | `list` | `start` (first number; null has bullets), `tight`, `items`: `[{ "done": true, false or null (no task), "blocks" }]` |
//! | `definitions` | `items`: `[{ "term": [Inline…], "meanings": [[Block…]…] }]` |
//! | `table` | `alignments`: `["none", "left", "center", "right"…]`, `caption` ([Inline…] or null), `head`: `[[Inline…]…]`, `rows`: `[[[Inline…]…]…]` |
//! | `quote` | `blocks` |
//! | `box` | `kind`: `tip`, `outside`, `note`, `warning` or `important`; `title`, `blocks` |
//! | `figure` | `image` (as the inline of this name), `caption` ([Inline…] or null) |
//! | `drawing` | `caption` (text), `svg` (a whole document), `words` (lines that say the same) |
//! | `code` | `language` (or null), `text` |
//! | `rule` | |
//! | `raw` | `html` (where a site allows it), `text` (the words in it) |
//!
//! | inline | other keys |
//! |---|---|
//! | `text` | `text` |
//! | `space` | a line break of the source, worth a space |
//! | `break` | a line break that was asked for |
//! | `strong`, `emphasis`, `strike` | `inlines` |
//! | `code` | `text` |
//! | `link` | `href`, `external`, `inlines` |
//! | `image` | `src`, `alt`, `title` (or null) |
//! | `note` | `number`, `mark` (1 where the note is first referred to) |
//! | `clause` | `clause`, `href` (or null) |
//! | `abbreviation` | `short`, `long` |
//! | `blank` | `length`, in underscores: a line to write on |
//! | `raw` | as the block |
//!
//! A note is `{ "number": 1, "marks": 2, "blocks": [Block…] }`; `marks` counts the places that refer to it. Links and
//! images lead wherever the resolver of whoever asked for the tree says. No tree is deeper than [`DEEPEST`].

mod blocks;
mod framed;
mod inlines;
mod make;
mod raw;
#[cfg(test)]
mod tests;

use serde::Serialize;

pub use super::boxes::Kind;
pub use make::read;

/// How deep blocks and inlines may stand in each other. What is deeper stands with its parent: no page could show it,
/// and a reader of JSON gives up at 128 brackets.
pub const DEEPEST: usize = 20;

/// A source.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Tree {
    /// The text.
    pub blocks: Vec<Block>,
    /// Its footnotes, by number.
    pub notes: Vec<Note>,
}

/// A footnote.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Note {
    /// As the reader sees it.
    pub number: usize,
    /// How many places refer to it.
    pub marks: usize,
    /// What it says.
    pub blocks: Vec<Block>,
}

/// A block.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "type", rename_all = "lowercase")]
pub enum Block {
    /// A heading.
    Heading {
        /// 1 to 6.
        level: u8,
        /// Its place in the outline, below level 1.
        number: Vec<usize>,
        /// Anchor, unique in the source.
        id: Option<String>,
        /// Words.
        inlines: Vec<Inline>,
    },
    /// A paragraph.
    Paragraph {
        /// Words.
        inlines: Vec<Inline>,
    },
    /// Words that stand without a paragraph around them.
    Plain {
        /// Words.
        inlines: Vec<Inline>,
    },
    /// A list.
    List {
        /// The first number; `None` has bullets.
        start: Option<u64>,
        /// Whether its items stand close together.
        tight: bool,
        /// Items.
        items: Vec<Item>,
    },
    /// Terms and what they mean.
    Definitions {
        /// Terms.
        items: Vec<Definition>,
    },
    /// A table.
    Table {
        /// Of each column.
        alignments: Vec<Alignment>,
        /// What it shows.
        caption: Option<Vec<Inline>>,
        /// The cells of its head.
        head: Vec<Vec<Inline>>,
        /// Its rows, each of cells.
        rows: Vec<Vec<Vec<Inline>>>,
    },
    /// A quotation.
    Quote {
        /// What is quoted.
        blocks: Vec<Block>,
    },
    /// A box.
    Box {
        /// What it is.
        kind: Kind,
        /// Its heading.
        title: String,
        /// What stands in it.
        blocks: Vec<Block>,
    },
    /// An image that stands alone.
    Figure {
        /// The image.
        image: Image,
        /// What stands below it.
        caption: Option<Vec<Inline>>,
    },
    /// A figure drawn from the scheme's data.
    Drawing {
        /// What stands below it.
        caption: String,
        /// The drawing, a whole SVG document.
        svg: String,
        /// The same in words.
        words: Vec<String>,
    },
    /// Code, line by line.
    Code {
        /// As the writer calls it.
        language: Option<String>,
        /// The code.
        text: String,
    },
    /// A line across.
    Rule,
    /// HTML that the site allows.
    Raw(Raw),
}

/// An inline.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "type", rename_all = "lowercase")]
pub enum Inline {
    /// Words.
    Text {
        /// The words.
        text: String,
    },
    /// A line break of the source, worth a space.
    Space,
    /// A line break.
    Break,
    /// What weighs more.
    Strong {
        /// What it is said of.
        inlines: Vec<Inline>,
    },
    /// What is stressed.
    Emphasis {
        /// What it is said of.
        inlines: Vec<Inline>,
    },
    /// What no longer holds.
    Strike {
        /// What it is said of.
        inlines: Vec<Inline>,
    },
    /// Code.
    Code {
        /// The code.
        text: String,
    },
    /// A link.
    Link {
        /// Where to; `#` leads nowhere.
        href: String,
        /// Whether to another site.
        external: bool,
        /// Its words.
        inlines: Vec<Inline>,
    },
    /// An image in a line.
    Image(Image),
    /// A mark of a footnote.
    Note {
        /// The number of the note.
        number: usize,
        /// Counts the marks of this note.
        mark: usize,
    },
    /// A clause that is cited.
    Clause {
        /// The clause.
        clause: String,
        /// Where it is explained.
        href: Option<String>,
    },
    /// An abbreviation where it is first used.
    Abbreviation {
        /// As written.
        short: String,
        /// What it stands for.
        long: String,
    },
    /// A line to write on.
    Blank {
        /// In underscores.
        length: usize,
    },
    /// HTML that the site allows.
    Raw(Raw),
}

/// HTML that the site allows, as the writer wrote it: not yet made harmless.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Raw {
    /// The HTML, often only half of an element.
    pub html: String,
    /// The words in it.
    pub text: String,
}

/// An image.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Image {
    /// Where it lies.
    pub src: String,
    /// What it shows, for those who do not see it.
    pub alt: String,
    /// What the writer says of it.
    pub title: Option<String>,
}

/// An item of a list.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Item {
    /// Whether a task is done; `None` is no task.
    pub done: Option<bool>,
    /// What stands in it.
    pub blocks: Vec<Block>,
}

/// A term and what it means.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Definition {
    /// The term.
    pub term: Vec<Inline>,
    /// What it means, once or more.
    pub meanings: Vec<Vec<Block>>,
}

/// How the cells of a column stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Alignment {
    /// As the page likes.
    None,
    /// To the left.
    Left,
    /// In the middle.
    Center,
    /// To the right.
    Right,
}
