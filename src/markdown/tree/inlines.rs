//! Inlines: words with their values, blanks and abbreviations, citations, links, marks of notes.

use pulldown_cmark::{Event, Tag};

use super::{
    super::{
        abbr::Part,
        blocks,
        events::{Ev, cited},
        form, targets,
        values::{Piece, fill, pieces, plain},
    },
    DEEPEST, Image, Inline, Raw,
    make::Builder,
};
use crate::{markdown::HtmlPolicy, model::SchemeIdx};

impl<'a> Builder<'a, '_> {
    /// The inlines that some events make.
    pub(super) fn inlines(&mut self, events: &[Ev<'a>]) -> Vec<Inline> {
        let mut made = Vec::new();
        let mut at = 0;
        while at < events.len() {
            at = match &events[at].0 {
                Event::Start(tag) => self.span(events, at, tag, &mut made),
                event => {
                    self.one(event, &mut made);
                    at + 1
                }
            };
        }
        made
    }

    /// Makes the element that begins at an index and gives the index behind it, or that of its content where it is
    /// opened.
    fn span(
        &mut self,
        events: &[Ev<'a>],
        at: usize,
        tag: &Tag<'a>,
        made: &mut Vec<Inline>,
    ) -> usize {
        let end = blocks::end_of(events, at);
        let inner = &events[(at + 1).min(end)..end];
        if let Some(clause) = cited(tag) {
            self.clause(self.article.scheme, clause, made);
            return end + 1;
        }
        if self.depth >= DEEPEST && !matches!(tag, Tag::Image { .. }) {
            return at + 1;
        }
        self.depth += 1;
        match tag {
            Tag::Strong => {
                let inlines = self.inlines(inner);
                made.push(Inline::Strong { inlines });
            }
            Tag::Emphasis => {
                let inlines = self.inlines(inner);
                made.push(Inline::Emphasis { inlines });
            }
            Tag::Strikethrough => {
                let inlines = self.inlines(inner);
                made.push(Inline::Strike { inlines });
            }
            Tag::Link { dest_url, .. } => made.push(self.link(dest_url, inner)),
            Tag::Image {
                dest_url, title, ..
            } => made.push(Inline::Image(Image {
                src: self.resolved(dest_url, |resolve, target| resolve.image(target)),
                alt: self.alt(inner),
                title: (!title.is_empty()).then(|| title.to_string()),
            })),
            _ => made.extend(self.inlines(inner)),
        }
        self.depth -= 1;
        end + 1
    }

    fn one(&mut self, event: &Event<'a>, made: &mut Vec<Inline>) {
        match event {
            Event::Text(text) => self.text(text, made),
            Event::Code(text) => made.push(Inline::Code {
                text: text.to_string(),
            }),
            Event::Html(raw) | Event::InlineHtml(raw) => made.push(match self.policy {
                HtmlPolicy::Escape => text(raw),
                HtmlPolicy::Sanitise => Inline::Raw(Raw::new(raw)),
            }),
            Event::SoftBreak => made.push(Inline::Space),
            Event::HardBreak => made.push(Inline::Break),
            Event::FootnoteReference(name) => {
                if let Some(number) = self.notes.number(name).filter(|_| self.links == 0) {
                    let mark = self.mark(number);
                    made.push(Inline::Note { number, mark });
                }
            }
            _ => {}
        }
    }

    fn link(&mut self, target: &str, inner: &[Ev<'a>]) -> Inline {
        self.links += 1;
        let inlines = self.inlines(inner);
        self.links -= 1;
        let is_web = target.to_ascii_lowercase().starts_with("http");
        Inline::Link {
            href: self.resolved(target, |resolve, target| resolve.link(target)),
            external: is_web && targets::kind(target) == targets::Kind::External,
            inlines,
        }
    }

    /// What an image shows, in plain words.
    fn alt(&self, inner: &[Ev<'a>]) -> String {
        let words = inner.iter().map(|(event, _)| match event {
            Event::Text(text) => plain(self.schemes, self.article.scheme, text, self.article.lang),
            Event::Code(text) | Event::InlineHtml(text) => text.to_string(),
            Event::SoftBreak | Event::HardBreak => " ".to_owned(),
            _ => String::new(),
        });
        words.collect()
    }

    fn text(&mut self, words: &str, made: &mut Vec<Inline>) {
        for piece in pieces(words) {
            match piece {
                Piece::Plain(words) => self.words(words, made),
                Piece::Hole(name) => match fill(self.schemes, self.article.scheme, name) {
                    Some((words, scheme, clauses)) => {
                        self.words(words.get(self.article.lang), made);
                        for clause in clauses {
                            made.push(text(" "));
                            self.clause(scheme, &clause, made);
                        }
                    }
                    None => made.push(text(&format!("{{{{ {name} }}}}"))),
                },
            }
        }
    }

    /// Words, with the lines a form leaves to write on.
    fn words(&mut self, words: &str, made: &mut Vec<Inline>) {
        for piece in form::pieces(words) {
            match piece {
                form::Piece::Plain(words) => self.running(words, made),
                form::Piece::Blank(length) => made.push(Inline::Blank { length }),
            }
        }
    }

    /// Running text: the first of each abbreviation says what it stands for.
    fn running(&mut self, words: &str, made: &mut Vec<Inline>) {
        if self.titles > 0 || self.links > 0 {
            made.push(text(words));
            return;
        }
        let parts = self.abbreviations.split(words);
        made.extend(parts.into_iter().map(|part| match part {
            Part::Plain(words) => text(words),
            Part::Short(short, long) => Inline::Abbreviation {
                short: short.to_owned(),
                long: long.to_owned(),
            },
        }));
    }

    /// A clause; in a link it is a word of that link.
    fn clause(&self, scheme: SchemeIdx, clause: &str, made: &mut Vec<Inline>) {
        made.push(if self.links > 0 {
            text(clause)
        } else {
            Inline::Clause {
                clause: clause.to_owned(),
                href: self.resolve.clause(scheme, clause),
            }
        });
    }
}

fn text(words: &str) -> Inline {
    Inline::Text {
        text: words.to_owned(),
    }
}
