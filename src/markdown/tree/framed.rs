//! What stands apart from the running text: tables and pictures with their captions, and boxes.

use pulldown_cmark::{Event, Tag, TagEnd};

use super::{
    super::{blocks, events::Ev, values::plain},
    Alignment, Block, Inline, Kind,
    make::Builder,
};

impl<'a> Builder<'a, '_> {
    pub(super) fn table(
        &mut self,
        events: &[Ev<'a>],
        start: usize,
        alignments: &[pulldown_cmark::Alignment],
        made: &mut Vec<Block>,
    ) -> usize {
        let end = blocks::end_of(events, start);
        let caption = blocks::caption(events, end + 1, &["Bảng: ", "Table: "]);
        let behind = caption.as_ref().map_or(end + 1, |(_, behind)| *behind);
        let caption = caption.map(|(words, _)| self.inlines(&words));
        let (mut head, mut rows) = (Vec::new(), Vec::new());
        let mut at = start + 1;
        while at < end {
            let row_end = blocks::end_of(events, at);
            let cells = self.cells(&events[(at + 1).min(row_end)..row_end]);
            match &events[at].0 {
                Event::Start(Tag::TableHead) => head = cells,
                _ => rows.push(cells),
            }
            at = row_end + 1;
        }
        made.push(Block::Table {
            alignments: alignments.iter().map(|one| (*one).into()).collect(),
            caption,
            head,
            rows,
        });
        behind
    }

    fn cells(&mut self, events: &[Ev<'a>]) -> Vec<Vec<Inline>> {
        let mut cells = Vec::new();
        let mut at = 0;
        while at < events.len() {
            let end = blocks::end_of(events, at);
            cells.push(self.inlines(&events[(at + 1).min(end)..end]));
            at = end + 1;
        }
        cells
    }

    pub(super) fn figure(
        &mut self,
        events: &[Ev<'a>],
        start: usize,
        made: &mut Vec<Block>,
    ) -> usize {
        let end = blocks::end_of(events, start);
        let caption = blocks::caption(events, end + 1, &["Hình: ", "Figure: "]);
        let behind = caption.as_ref().map_or(end + 1, |(_, behind)| *behind);
        let mut inlines = self.inlines(&events[start + 1..end]);
        let caption = caption.map(|(words, _)| self.inlines(&words));
        if let Some(Inline::Image(image)) = inlines.pop() {
            made.push(Block::Figure { image, caption });
        }
        behind
    }

    pub(super) fn boxed(
        &mut self,
        inner: &[Ev<'a>],
        found: (Kind, &str, usize),
        line_end: usize,
    ) -> Block {
        let (kind, rest, _) = found;
        let lang = self.article.lang;
        let rest = plain(self.schemes, self.article.scheme, rest, lang);
        let title = kind.title(self.scheme.short.get(lang), &rest, self.labels);
        let is_marker = |(event, range): &&Ev| {
            let inline = !matches!(
                event,
                Event::Start(Tag::Paragraph) | Event::End(TagEnd::Paragraph)
            );
            inline && range.start < line_end
        };
        let inner = inner.iter().filter(|event| !is_marker(event)).cloned();
        let inner = blocks::without_empty_start(inner.collect());
        Block::Box {
            kind,
            title,
            blocks: self.blocks(&inner),
        }
    }
}

impl From<pulldown_cmark::Alignment> for Alignment {
    fn from(alignment: pulldown_cmark::Alignment) -> Self {
        match alignment {
            pulldown_cmark::Alignment::None => Alignment::None,
            pulldown_cmark::Alignment::Left => Alignment::Left,
            pulldown_cmark::Alignment::Center => Alignment::Center,
            pulldown_cmark::Alignment::Right => Alignment::Right,
        }
    }
}
