//! What stands apart from the running text: tables and pictures with their captions, and boxes.

use pulldown_cmark::{Event, Tag, TagEnd};

use super::{
    super::{blocks, boxes, events::Ev, values::plain},
    Page, escape,
};

impl<'a> Page<'a, '_> {
    pub(super) fn table(&mut self, events: &[Ev<'a>], start: usize) -> usize {
        let end = blocks::end_of(events, start);
        let caption = blocks::caption(events, end + 1, &["Bảng: ", "Table: "]);
        self.raw("<table>");
        if let Some((words, _)) = &caption {
            self.raw("<caption>");
            self.flow(words);
            self.raw("</caption>");
        }
        let mut head = false;
        let mut at = start + 1;
        while at < end {
            let cell = if head { "th" } else { "td" };
            match &events[at].0 {
                Event::Start(Tag::TableHead) => {
                    head = true;
                    self.raw("<thead><tr>");
                }
                Event::End(TagEnd::TableHead) => {
                    head = false;
                    self.raw("</tr></thead><tbody>");
                }
                Event::Start(Tag::TableRow) => self.raw("<tr>"),
                Event::End(TagEnd::TableRow) => self.raw("</tr>"),
                Event::Start(Tag::TableCell) if head => self.raw("<th scope=\"col\">"),
                Event::Start(Tag::TableCell) => self.raw("<td>"),
                Event::End(TagEnd::TableCell) => self.raw(format!("</{cell}>")),
                _ => {
                    at = self.one(events, at);
                    continue;
                }
            }
            at += 1;
        }
        self.raw("</tbody></table>\n");
        caption.map_or(end + 1, |(_, behind)| behind)
    }

    pub(super) fn figure(&mut self, events: &[Ev<'a>], start: usize) -> usize {
        let end = blocks::end_of(events, start);
        let caption = blocks::caption(events, end + 1, &["Hình: ", "Figure: "]);
        self.raw("<figure>");
        self.flow(&events[start + 1..end]);
        if let Some((words, _)) = &caption {
            self.raw("<figcaption>");
            self.flow(words);
            self.raw("</figcaption>");
        }
        self.raw("</figure>\n");
        caption.map_or(end + 1, |(_, behind)| behind)
    }

    pub(super) fn boxed(
        &mut self,
        events: &[Ev<'a>],
        start: usize,
        found: (boxes::Kind, &str, usize),
        line_end: usize,
    ) -> usize {
        let end = blocks::end_of(events, start);
        let (kind, rest, _) = found;
        let lang = self.article.lang;
        let rest = plain(self.schemes, self.article.scheme, rest, lang);
        let scheme = self.scheme.short.get(lang);
        let title = escape(&kind.title(scheme, &rest, self.labels));
        self.raw(format!(
            "<aside class=\"{}\" role=\"note\"><p class=\"bl\">{title}</p>\n",
            kind.class()
        ));
        let marker = |(event, range): &&Ev| {
            let inline = !matches!(
                event,
                Event::Start(Tag::Paragraph) | Event::End(TagEnd::Paragraph)
            );
            inline && range.start < line_end
        };
        let inner: Vec<Ev> = events[start + 1..end]
            .iter()
            .filter(|event| !marker(event))
            .cloned()
            .collect();
        self.flow(&blocks::without_empty_start(inner));
        self.raw("</aside>\n");
        end + 1
    }
}
