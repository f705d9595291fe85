//! How Vietnamese is written: words to avoid, tones, dates, abbreviations. Over titles, summaries and texts.
//!
//! Code and what stands in “…” is left alone: it is someone else's.

mod capitals;
mod dates;
#[cfg(test)]
mod tests;
mod tones;

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

use super::{
    events::{Ev, cited},
    findings::{AvoidedWord, DateForm, MisplacedTone, UnexplainedShort},
    style::Style,
    words,
};
use crate::{
    check::Article,
    diag::{Lang, Report, Sp, Span},
    parse::near::near,
    scheme::Scheme,
};

/// What a text is held against.
pub(super) struct Speller<'a> {
    /// The article.
    pub article: &'a Article,
    /// Its scheme.
    pub scheme: &'a Scheme,
    /// The table of style.
    pub style: &'a Style,
}

/// Where a piece of text stands.
#[derive(Clone, Copy)]
struct Place {
    /// The byte of the file at which the text begins.
    from: usize,
    /// The whole of it, when bytes of the text are not bytes of the file.
    whole: Option<Span>,
}

impl Speller<'_> {
    /// Reports what should be written otherwise.
    pub(super) fn check(&self, events: &[Ev], report: &mut Report) {
        if self.article.lang != Lang::Vi {
            return;
        }
        self.line(&self.article.title, report);
        if let Some(summary) = &self.article.summary {
            self.line(summary, report);
        }
        self.body(events, report);
    }

    /// A line of the front matter.
    fn line(&self, line: &Sp<ecow::EcoString>, report: &mut Report) {
        let span = line.span;
        let (start, end) = (span.start as usize, span.end as usize);
        // With its quotes and nothing escaped, the text stands in the file as it is.
        let place = Place {
            from: start + 1,
            whole: (start + line.len() + 2 != end).then_some(span),
        };
        let mut quoted = false;
        for range in unquoted(line, &mut quoted) {
            self.piece(line, range, place, false, report);
        }
    }

    fn body(&self, events: &[Ev], report: &mut Report) {
        let body = &*self.article.body;
        let place = Place {
            from: self.article.body_at,
            whole: None,
        };
        let (mut silent, mut links, mut quoted) = (0_usize, 0_usize, false);
        for (event, range) in events {
            match event {
                Event::Start(tag) if is_silent(tag) => silent += 1,
                Event::Start(Tag::Link { .. }) => links += 1,
                Event::End(TagEnd::CodeBlock) => silent = silent.saturating_sub(1),
                // A silent link ends the silence it began.
                Event::End(TagEnd::Link) if silent > 0 => silent -= 1,
                Event::End(TagEnd::Link) => links = links.saturating_sub(1),
                Event::Start(tag) if is_block(tag) => quoted = false,
                Event::Text(_) if silent == 0 => {
                    let text = body.get(range.clone()).unwrap_or_default();
                    for piece in unquoted(text, &mut quoted) {
                        let piece = range.start + piece.start..range.start + piece.end;
                        self.piece(body, piece, place, links > 0, report);
                    }
                }
                _ => {}
            }
        }
    }

    /// A piece of a text that is the writer's own.
    fn piece(
        &self,
        text: &str,
        piece: Range<usize>,
        place: Place,
        linked: bool,
        report: &mut Report,
    ) {
        let own = &text[piece.clone()];
        let at = |range: Range<usize>| {
            place.whole.unwrap_or_else(|| {
                let from = place.from + piece.start;
                Span::new(self.article.file, from + range.start..from + range.end)
            })
        };
        let mut taken = 0;
        for word in words::words(own) {
            if word.start < taken {
                continue;
            }
            taken = self.word(own, word, &at, report);
        }
        for entry in self.style.marks() {
            for (from, found) in own.match_indices(&*entry.word) {
                let finding = AvoidedWord::of(entry, found);
                report.push(at(from..from + found.len()), finding);
            }
        }
        for (range, right) in dates::wrong(own) {
            let date = own[range.clone()].to_owned();
            report.push(at(range), DateForm { date, right });
        }
        if !linked {
            self.shorts(own, &at, report);
        }
    }

    /// A word, or what begins with it; gives where to go on.
    fn word(
        &self,
        text: &str,
        word: Range<usize>,
        at: &dyn Fn(Range<usize>) -> Span,
        report: &mut Report,
    ) -> usize {
        if let Some((entry, end)) = self.style.at(text, &word) {
            if !entry.allowed {
                let finding = AvoidedWord::of(entry, &text[word.start..end]);
                report.push(at(word.start..end), finding);
            }
            return end;
        }
        let first = &text[word.clone()];
        if let Some(right) = tones::mended(first) {
            let finding = MisplacedTone {
                word: first.to_owned(),
                right,
            };
            report.push(at(word.clone()), finding);
        }
        word.end
    }

    fn shorts(&self, text: &str, at: &dyn Fn(Range<usize>) -> Span, report: &mut Report) {
        for range in capitals::candidates(text) {
            let word = &text[range.clone()];
            let known = self.scheme.abbreviations.iter().map(|it| &*it.short.value);
            // An article may explain one itself: "căn cước công dân (CCCD)".
            let explained = || self.article.body.contains(&format!("({word})"));
            if known.clone().any(|it| it == word) || self.style.allows(word) || explained() {
                continue;
            }
            let near = near(word, known.chain(self.style.allowed())).map(str::to_owned);
            let word = word.to_owned();
            report.push(at(range), UnexplainedShort { word, near });
        }
    }
}

/// Whether nothing in an element is the writer's prose: code, citations, bare addresses.
fn is_silent(tag: &Tag) -> bool {
    match tag {
        Tag::CodeBlock(_) => true,
        Tag::Link { link_type, .. } => {
            cited(tag).is_some() || matches!(link_type, LinkType::Autolink | LinkType::Email)
        }
        _ => false,
    }
}

/// Whether an element begins a stretch of text of its own, so that a quotation left open does not reach into it.
const fn is_block(tag: &Tag) -> bool {
    matches!(
        tag,
        Tag::Paragraph
            | Tag::Heading { .. }
            | Tag::Item
            | Tag::TableCell
            | Tag::DefinitionListTitle
            | Tag::DefinitionListDefinition
    )
}

/// What of a text is neither quoted, nor a value, nor the mark of a box.
fn unquoted(text: &str, quoted: &mut bool) -> Vec<Range<usize>> {
    let mut pieces = Vec::new();
    let mut from = 0;
    let mut start = 0;
    while let Some(found) = text[from..].find(['“', '”', '{', '[']) {
        let at = from + found;
        let rest = &text[at..];
        let own = !*quoted;
        let skipped = if rest.starts_with('“') {
            *quoted = true;
            '“'.len_utf8()
        } else if rest.starts_with('”') {
            *quoted = false;
            '”'.len_utf8()
        } else {
            let (open, close) = if rest.starts_with("{{") {
                ("{{", "}}")
            } else {
                ("[!", "]")
            };
            match rest.strip_prefix(open).and_then(|inner| inner.find(close)) {
                Some(end) => open.len() + end + close.len(),
                None => {
                    from = at + 1;
                    continue;
                }
            }
        };
        if own {
            pieces.push(start..at);
        }
        from = at + skipped;
        start = from;
    }
    if !*quoted {
        pieces.push(start..text.len());
    }
    pieces.retain(|piece| !piece.is_empty());
    pieces
}
