//! Renders a source to HTML: semantic, without inline style or script, with links as the page sees them.

mod framed;

use pulldown_cmark::{CowStr, Event, Tag, TagEnd, html::push_html};

use super::{
    Heading, HtmlPolicy, Prepared,
    abbr::{self, Abbreviations, Part},
    blocks, boxes,
    events::{Ev, cited, read},
    form,
    labels::{Label, Labels},
    notes::{self, Notes},
    sanitise, targets,
    values::{Piece, figure_in, fill, pieces},
};
use crate::{
    check::Article,
    model::SchemeIdx,
    scheme::{Scheme, Schemes},
};

/// How targets become links on the page that is rendered.
pub trait Resolve {
    /// The link for an internal target; `None` for a dead one, which has been reported.
    fn link(&self, target: &str) -> Option<String>;
    /// The link to a clause.
    fn clause(&self, scheme: SchemeIdx, clause: &str) -> Option<String>;
}

/// The text of a source as HTML.
pub fn render(
    article: &Article,
    prepared: &Prepared,
    schemes: &Schemes,
    policy: HtmlPolicy,
    resolve: &dyn Resolve,
    labels: &Labels,
) -> String {
    let (events, notes) = Notes::take(read(article, schemes));
    let mut page = Page {
        article,
        schemes,
        scheme: schemes.get(article.scheme),
        policy,
        resolve,
        labels,
        headings: &prepared.headings,
        notes,
        abbreviations: Abbreviations::of(schemes.get(article.scheme), article.lang),
        titles: 0,
        links: 0,
        images: 0,
        out: Vec::with_capacity(events.len()),
    };
    page.flow(&events);
    page.footnotes();
    let mut html = String::with_capacity(article.body.len() * 2);
    push_html(&mut html, page.out.into_iter());
    if policy == HtmlPolicy::Sanitise {
        sanitise::clean(&html)
    } else {
        html
    }
}

/// Text that may stand in HTML, in an element or in a quoted attribute. The one escape of this format.
pub(super) fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

struct Page<'a, 'p> {
    article: &'a Article,
    schemes: &'p Schemes,
    scheme: &'p Scheme,
    policy: HtmlPolicy,
    resolve: &'p dyn Resolve,
    labels: &'p Labels,
    headings: &'p [Heading],
    notes: Notes<'a>,
    abbreviations: Abbreviations<'p>,
    /// How many titles, links and images the place being rendered stands in.
    titles: usize,
    links: usize,
    images: usize,
    out: Vec<Event<'a>>,
}

impl<'a> Page<'a, '_> {
    fn raw(&mut self, html: impl Into<CowStr<'a>>) {
        self.out.push(Event::InlineHtml(html.into()));
    }

    fn flow(&mut self, events: &[Ev<'a>]) {
        let mut at = 0;
        while at < events.len() {
            at = self.one(events, at);
        }
    }

    /// Renders what begins at an index and gives the index behind it.
    fn one(&mut self, events: &[Ev<'a>], at: usize) -> usize {
        let (event, range) = &events[at];
        abbr::count_titles(event, &mut self.titles);
        match event {
            Event::Start(Tag::Table(_)) => return self.table(events, at),
            Event::Start(Tag::Paragraph) if blocks::is_figure(events, at) => {
                return self.figure(events, at);
            }
            Event::Start(Tag::Paragraph) => {
                if let Some(drawn) = self.drawn(events, at) {
                    self.raw(drawn);
                    return blocks::end_of(events, at) + 1;
                }
                self.out.push(event.clone());
            }
            Event::Start(Tag::BlockQuote(_)) => {
                if let Some(found) = boxes::marker(&self.article.body[range.clone()]) {
                    let line_end = range.start + found.2;
                    return self.boxed(events, at, found, line_end);
                }
                self.out.push(event.clone());
            }
            Event::Start(tag @ Tag::Link { dest_url, .. }) => {
                if let Some(clause) = cited(tag) {
                    let clause = clause.to_owned();
                    self.chip(self.article.scheme, &clause);
                    return blocks::end_of(events, at) + 1;
                }
                let dest_url = dest_url.to_string();
                self.link(&dest_url);
            }
            Event::End(TagEnd::Link) => self.link_end(),
            other => self.plain(other.clone(), events, at),
        }
        at + 1
    }

    fn plain(&mut self, event: Event<'a>, events: &[Ev<'a>], at: usize) {
        match event {
            Event::Start(Tag::Heading { level, .. }) => {
                let id = self.heading(events[at].1.start);
                self.out.push(Event::Start(Tag::Heading {
                    level,
                    id,
                    classes: Vec::new(),
                    attrs: Vec::new(),
                }));
            }
            Event::Start(Tag::Image {
                link_type,
                dest_url,
                title,
                id,
            }) => {
                self.images += 1;
                let dest_url = self.resolved(&dest_url).into();
                self.out.push(Event::Start(Tag::Image {
                    link_type,
                    dest_url,
                    title,
                    id,
                }));
            }
            Event::End(TagEnd::Image) => {
                self.images = self.images.saturating_sub(1);
                self.out.push(Event::End(TagEnd::Image));
            }
            Event::Text(text) if !blocks::in_code(events, at) => self.text(&text),
            Event::Html(raw) | Event::InlineHtml(raw) if self.policy == HtmlPolicy::Escape => {
                self.out.push(Event::Text(raw))
            }
            Event::TaskListMarker(done) => self.task(done),
            Event::FootnoteReference(name) => {
                if let Some(number) = self.notes.number(&name).filter(|_| !self.is_inside()) {
                    let mark = self.notes.marked(number);
                    self.raw(notes::mark(number, mark, self.labels));
                }
            }
            other => self.out.push(other),
        }
    }

    /// The figure of a paragraph that asks for one and holds nothing else.
    fn drawn(&self, events: &[Ev<'a>], at: usize) -> Option<String> {
        let [_, (Event::Text(text), _), (Event::End(_), _), ..] = &events[at..] else {
            return None;
        };
        let name = text.trim().strip_prefix("{{")?.strip_suffix("}}")?.trim();
        let figure = figure_in(self.schemes, self.article.scheme, name)?;
        Some(figure.html(self.scheme, self.article.lang, self.labels))
    }

    /// A task as a sign and a word: a checkbox that cannot be ticked would only tease.
    fn task(&mut self, done: bool) {
        let (sign, label) = if done {
            ("☑", Label::TaskDone)
        } else {
            ("☐", Label::TaskOpen)
        };
        let word = escape(self.labels.get(label));
        self.raw(format!(
            "<span aria-hidden=\"true\">{sign}</span><span class=\"vh\">{word}:</span> "
        ));
    }

    fn text(&mut self, text: &str) {
        let pieces = pieces(text);
        for piece in pieces {
            match piece {
                Piece::Plain(text) => self.words(text),
                Piece::Hole(name) => match fill(self.schemes, self.article.scheme, name) {
                    Some((words, scheme, clauses)) => {
                        self.words(words.get(self.article.lang));
                        for clause in clauses {
                            self.out.push(Event::Text(" ".into()));
                            self.chip(scheme, &clause);
                        }
                    }
                    None => self
                        .out
                        .push(Event::Text(format!("{{{{ {name} }}}}").into())),
                },
            }
        }
    }

    /// Words, with the lines a form leaves to write on.
    fn words(&mut self, text: &str) {
        for piece in form::pieces(text) {
            match piece {
                form::Piece::Plain(text) => self.running(text),
                form::Piece::Blank(run) => self.raw(form::blank(run)),
            }
        }
    }

    /// Running text: the first of each abbreviation says what it stands for.
    fn running(&mut self, text: &str) {
        if self.titles > 0 || self.is_inside() {
            self.out.push(Event::Text(text.to_owned().into()));
            return;
        }
        for part in self.abbreviations.split(text) {
            self.out.push(match part {
                Part::Plain(text) => Event::Text(text.to_owned().into()),
                Part::Short(short, long) => Event::InlineHtml(abbr::mark(short, long).into()),
            });
        }
    }

    /// The anchor of the heading that begins here. Notes are printed last, so headings are not asked for in order.
    fn heading(&self, start: usize) -> Option<CowStr<'a>> {
        let start = start + self.article.body_at;
        let at = self
            .headings
            .binary_search_by_key(&start, |heading| heading.span.start as usize)
            .ok()?;
        Some(self.headings[at].id.to_string().into())
    }

    /// Whether a link would stand in a link or in the words of an image.
    fn is_inside(&self) -> bool {
        self.links + self.images > 0
    }

    fn chip(&mut self, scheme: SchemeIdx, clause: &str) {
        if self.is_inside() {
            self.out.push(Event::Text(clause.to_owned().into()));
            return;
        }
        let words = escape(clause);
        match self.resolve.clause(scheme, clause) {
            Some(href) => self.raw(format!(
                "<a class=\"ck\" href=\"{}\">{words}</a>",
                escape(&href)
            )),
            None => self.raw(words),
        }
    }

    fn link(&mut self, target: &str) {
        if self.images > 0 {
            return;
        }
        self.links += 1;
        let is_web = target.to_ascii_lowercase().starts_with("http");
        let rel = if targets::kind(target) == targets::Kind::External && is_web {
            " rel=\"external noopener\""
        } else {
            ""
        };
        let href = escape(&self.resolved(target));
        self.raw(format!("<a href=\"{href}\"{rel}>"));
    }

    fn link_end(&mut self) {
        if self.images == 0 {
            self.links = self.links.saturating_sub(1);
            self.raw("</a>");
        }
    }

    /// The link a target becomes. What is refused or dead leads nowhere: it has been reported as an error.
    fn resolved(&self, target: &str) -> String {
        match targets::kind(target) {
            targets::Kind::External => target.to_owned(),
            targets::Kind::Internal => self.resolve.link(target).unwrap_or_else(|| "#".to_owned()),
            targets::Kind::Absolute | targets::Kind::Refused => "#".to_owned(),
        }
    }

    fn footnotes(&mut self) {
        let all = self.notes.in_order();
        if all.is_empty() {
            return;
        }
        self.raw(format!(
            "<section class=\"footnotes\" aria-label=\"{}\"><ol>",
            escape(self.labels.get(Label::Notes))
        ));
        for note in all {
            let (number, mut events) = (note.number, note.events);
            self.raw(format!("<li id=\"fn_{number}\">"));
            let last = matches!(events.last(), Some((Event::End(TagEnd::Paragraph), _)))
                .then(|| events.pop())
                .flatten();
            self.flow(&events);
            self.raw(notes::back(number, self.notes.marks(number), self.labels));
            self.out.extend(last.map(|(event, _)| event));
            self.raw("</li>\n");
        }
        self.raw("</ol></section>\n");
    }
}
