//! Blocks of the flow: headings, paragraphs, lists, quotations, code.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Tag};

use super::{
    super::{blocks, boxes, events::Ev, values::figure_in},
    Block, DEEPEST, Definition, Inline, Item, Raw,
    make::Builder,
};
use crate::markdown::HtmlPolicy;

impl<'a> Builder<'a, '_> {
    /// The blocks that some events make. Inlines that stand in no paragraph are plain words.
    pub(super) fn blocks(&mut self, events: &[Ev<'a>]) -> Vec<Block> {
        let mut made = Vec::new();
        let (mut at, mut words) = (0, 0..0);
        while at < events.len() {
            let next = match &events[at].0 {
                Event::Start(tag) if !is_block(tag) => {
                    extend(&mut words, at..blocks::end_of(events, at) + 1)
                }
                Event::Start(_) | Event::End(_) | Event::Rule | Event::Html(_) => {
                    self.plain(events, &mut words, &mut made);
                    self.block(events, at, &mut made)
                }
                _ => extend(&mut words, at..at + 1),
            };
            at = next;
        }
        self.plain(events, &mut words, &mut made);
        made
    }

    fn plain(&mut self, events: &[Ev<'a>], words: &mut Range<usize>, made: &mut Vec<Block>) {
        let inlines = self.inlines(&events[words.clone()]);
        *words = 0..0;
        if !inlines.is_empty() {
            made.push(Block::Plain { inlines });
        }
    }

    /// Makes the block that begins at an index and gives the index behind it. What is too deep is opened where it stands.
    fn block(&mut self, events: &[Ev<'a>], at: usize, made: &mut Vec<Block>) -> usize {
        match &events[at].0 {
            Event::Start(tag) if self.depth < DEEPEST => {
                self.depth += 1;
                let behind = self.element(events, at, tag, made);
                self.depth -= 1;
                return behind;
            }
            Event::Html(_) => return self.html(events, at, made),
            Event::Rule => made.push(Block::Rule),
            _ => {}
        }
        at + 1
    }

    fn element(
        &mut self,
        events: &[Ev<'a>],
        at: usize,
        tag: &Tag<'a>,
        made: &mut Vec<Block>,
    ) -> usize {
        let end = blocks::end_of(events, at);
        let range = &events[at].1;
        let inner = &events[(at + 1).min(end)..end];
        match tag {
            Tag::Paragraph if blocks::is_figure(events, at) => {
                return self.figure(events, at, made);
            }
            Tag::Paragraph => made.push(self.paragraph(inner)),
            Tag::Heading { level, .. } => made.push(self.heading(*level, range.start, inner)),
            Tag::Table(alignments) => return self.table(events, at, alignments, made),
            Tag::BlockQuote(_) => match boxes::marker(&self.article.body[range.clone()]) {
                Some(found) => made.push(self.boxed(inner, found, range.start + found.2)),
                None => {
                    let blocks = self.blocks(inner);
                    made.push(Block::Quote { blocks });
                }
            },
            Tag::CodeBlock(kind) => made.push(code(kind, inner)),
            Tag::List(start) => {
                let items = self.items(inner);
                made.push(Block::List {
                    start: *start,
                    tight: !items.iter().flat_map(|item| &item.blocks).any(is_loose),
                    items,
                });
            }
            Tag::DefinitionList => {
                let items = self.definitions(inner);
                made.push(Block::Definitions { items });
            }
            // Nothing else holds blocks, but what a future parser may add.
            _ => made.extend(self.blocks(inner)),
        }
        end + 1
    }

    fn paragraph(&mut self, inner: &[Ev<'a>]) -> Block {
        if let [(Event::Text(text), _)] = inner
            && let Some(drawing) = self.drawing(text)
        {
            return drawing;
        }
        let inlines = self.inlines(inner);
        Block::Paragraph { inlines }
    }

    /// The figure of a paragraph that asks for one and holds nothing else.
    fn drawing(&self, text: &str) -> Option<Block> {
        let name = text.trim().strip_prefix("{{")?.strip_suffix("}}")?.trim();
        let figure = figure_in(self.schemes, self.article.scheme, name)?;
        Some(figure.draw(self.scheme, self.article.lang, self.labels))
    }

    fn heading(&mut self, level: HeadingLevel, start: usize, inner: &[Ev<'a>]) -> Block {
        let level = level as u8;
        let (number, id) = (self.number(level.into()), self.anchor(start));
        self.titles += 1;
        let inlines = self.inlines(inner);
        self.titles -= 1;
        Block::Heading {
            level,
            number,
            id,
            inlines,
        }
    }

    fn items(&mut self, events: &[Ev<'a>]) -> Vec<Item> {
        let mut items = Vec::new();
        let mut at = 0;
        while at < events.len() {
            let end = blocks::end_of(events, at);
            let mut inner = events[(at + 1).min(end)..end].to_vec();
            let task = inner.iter().take(2).position(is_task);
            let done = task.and_then(|at| match inner.remove(at) {
                (Event::TaskListMarker(done), _) => Some(done),
                _ => None,
            });
            let blocks = self.blocks(&inner);
            items.push(Item { done, blocks });
            at = end + 1;
        }
        items
    }

    fn definitions(&mut self, events: &[Ev<'a>]) -> Vec<Definition> {
        let mut items: Vec<Definition> = Vec::new();
        let mut at = 0;
        while at < events.len() {
            let end = blocks::end_of(events, at);
            let inner = &events[(at + 1).min(end)..end];
            if let (Event::Start(Tag::DefinitionListTitle), _) = &events[at] {
                self.titles += 1;
                let term = self.inlines(inner);
                self.titles -= 1;
                items.push(Definition {
                    term,
                    meanings: Vec::new(),
                });
            } else {
                let meaning = self.blocks(inner);
                match items.last_mut() {
                    Some(item) => item.meanings.push(meaning),
                    None => items.push(Definition {
                        term: Vec::new(),
                        meanings: vec![meaning],
                    }),
                }
            }
            at = end + 1;
        }
        items
    }

    /// HTML line by line, as one block; text, where the site allows none.
    fn html(&mut self, events: &[Ev<'a>], at: usize, made: &mut Vec<Block>) -> usize {
        let mut html = String::new();
        let mut end = at;
        while let Some((Event::Html(line), _)) = events.get(end) {
            html.push_str(line);
            end += 1;
        }
        match self.policy {
            HtmlPolicy::Escape => made.push(Block::Plain {
                inlines: vec![Inline::Text { text: html }],
            }),
            HtmlPolicy::Sanitise => made.push(Block::Raw(Raw::new(&html))),
        }
        end
    }
}

fn extend(words: &mut Range<usize>, more: Range<usize>) -> usize {
    if words.start == words.end {
        *words = more;
    } else {
        words.end = more.end;
    }
    words.end
}

fn code(kind: &CodeBlockKind, inner: &[Ev]) -> Block {
    let language = match kind {
        CodeBlockKind::Fenced(info) => info.split(' ').next().filter(|word| !word.is_empty()),
        CodeBlockKind::Indented => None,
    };
    let lines = inner.iter().filter_map(|(event, _)| match event {
        Event::Text(text) | Event::Html(text) => Some(&**text),
        _ => None,
    });
    Block::Code {
        language: language.map(str::to_owned),
        text: lines.collect(),
    }
}

const fn is_task((event, _): &Ev) -> bool {
    matches!(event, Event::TaskListMarker(_))
}

/// Whether a block of an item keeps its distance from what stands around it.
const fn is_loose(block: &Block) -> bool {
    matches!(block, Block::Paragraph { .. })
}

const fn is_block(tag: &Tag) -> bool {
    !matches!(
        tag,
        Tag::Emphasis
            | Tag::Strong
            | Tag::Strikethrough
            | Tag::Superscript
            | Tag::Subscript
            | Tag::Link { .. }
            | Tag::Image { .. }
    )
}
