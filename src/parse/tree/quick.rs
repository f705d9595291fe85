//! The quick way: builds the tree while the tokens are read, and gives up at the first thing that is wrong or rare
//! (dotted keys, `[a.b]` headers, a table taken up again).

use std::{borrow::Cow, cell::RefCell};

use rustc_hash::FxHashSet;
use toml::value::{Date, Datetime};
use toml_parser::{
    ErrorSink, Source, Span,
    decoder::{Encoding, ScalarKind},
    lexer::Token,
    parser::{EventReceiver, parse_document},
};

use super::{Entries, Entry, Node, Value, place};

/// The same limit as the library's.
const DEEPEST: usize = 80;
/// Up to so many keys are compared with each other; more are hashed.
const FEW: usize = 16;

/// The tree of a text, if there is nothing wrong or rare in it.
pub(super) fn read(text: &str) -> Option<Entries<'_>> {
    TOKENS.with_borrow_mut(|tokens| build(text, tokens))
}

thread_local! {
    /// One list for all files of a thread: a fresh one for each costs more than reading it.
    static TOKENS: RefCell<Vec<Token>> = const { RefCell::new(Vec::new()) };
}

fn build<'s>(text: &'s str, tokens: &mut Vec<Token>) -> Option<Entries<'s>> {
    let source = Source::new(text);
    tokens.clear();
    tokens.extend(source.lex());
    let mut builder = Builder::new(source);
    let mut errors = 0usize;
    let mut count = |_: toml_parser::ParseError| errors += 1;
    parse_document(tokens, &mut builder, &mut count);
    if errors > 0 {
        return None;
    }
    builder.finish()
}

struct Builder<'s> {
    source: Source<'s>,
    root: Vec<Entry<'s>>,
    /// Entries of the root that are lists of `[[header]]` tables.
    lists: Vec<usize>,
    header: Option<Header<'s>>,
    /// The key whose value comes next, outside of all brackets.
    key: Option<Key<'s>>,
    open: Vec<Open<'s>>,
    /// Entries of tables that are not closed yet, each table's behind those of the table around it.
    entries: Vec<Entry<'s>>,
    /// Elements of lists that are not closed yet, likewise.
    items: Vec<Node<'s>>,
    /// Something wrong or rare was met.
    given_up: bool,
}

struct Header<'s> {
    list: bool,
    closed: bool,
    start: usize,
    end: usize,
    key: Option<Key<'s>>,
}

struct Key<'s> {
    text: Cow<'s, str>,
    span: Span,
}

/// A value that is not closed yet.
struct Open<'s> {
    start: usize,
    kind: Kind<'s>,
}

/// Where its elements begin, and the key whose value comes next.
enum Kind<'s> {
    List(usize),
    Table(usize, Option<Key<'s>>),
}

impl<'s> Builder<'s> {
    const fn new(source: Source<'s>) -> Self {
        Builder {
            source,
            root: Vec::new(),
            lists: Vec::new(),
            header: None,
            key: None,
            open: Vec::new(),
            entries: Vec::new(),
            items: Vec::new(),
            given_up: false,
        }
    }

    fn finish(mut self) -> Option<Entries<'s>> {
        self.end_section();
        let whole = !self.given_up && self.open.is_empty() && self.key.is_none();
        (whole && each_once(&self.root)).then_some(Entries(self.root))
    }

    /// Puts the table of the last header where it belongs.
    fn end_section(&mut self) {
        let entries: Vec<_> = self.entries.drain(..).collect();
        self.given_up |= !each_once(&entries) || self.key.is_some();
        let Some(header) = self.header.take() else {
            self.root = entries;
            return;
        };
        let Some(key) = header.key.filter(|_| header.closed) else {
            self.given_up = true;
            return;
        };
        let node = |value| Node {
            value,
            start: place(header.start),
            end: place(header.end),
        };
        let table = node(Value::Table(Entries(entries)));
        if !header.list {
            self.root.push(entry(key, table));
            return;
        }
        let lists = self.lists.iter().copied();
        match lists.rev().find(|at| self.root[*at].key == key.text) {
            Some(at) => match &mut self.root[at].node.value {
                Value::List(items) => items.push(table),
                _ => self.given_up = true,
            },
            None => {
                self.lists.push(self.root.len());
                self.root.push(entry(key, node(Value::List(vec![table]))));
            }
        }
    }

    fn begin_section(&mut self, start: usize, list: bool) {
        self.end_section();
        self.header = Some(Header {
            list,
            closed: false,
            start,
            end: start,
            key: None,
        });
    }

    fn opened(&mut self, span: Span, kind: Kind<'s>) -> bool {
        let start = span.start();
        self.open.push(Open { start, kind });
        self.given_up |= self.open.len() > DEEPEST;
        !self.given_up
    }

    fn close_header(&mut self, end: usize) {
        match &mut self.header {
            Some(header) => {
                header.closed = true;
                header.end = end;
            }
            None => self.given_up = true,
        }
    }

    fn value(&mut self, value: Value<'s>, start: usize, end: usize) {
        let node = Node {
            value,
            start: place(start),
            end: place(end),
        };
        let key = match self.open.last_mut().map(|open| &mut open.kind) {
            Some(Kind::List(_)) => {
                self.items.push(node);
                return;
            }
            Some(Kind::Table(_, key)) => key,
            None => &mut self.key,
        };
        match key.take() {
            Some(key) => self.entries.push(entry(key, node)),
            None => self.given_up = true,
        }
    }

    fn scalar_value(
        &mut self,
        span: Span,
        encoding: Option<Encoding>,
        error: &mut dyn ErrorSink,
    ) -> Option<Value<'s>> {
        let raw = self.source.get(span)?;
        if encoding == Some(Encoding::BasicString)
            && let Some(text) = plain(raw.as_str())
        {
            return Some(Value::Text(text.into()));
        }
        let mut text = Cow::Borrowed("");
        let raw = toml_parser::Raw::new_unchecked(raw.as_str(), encoding, span);
        Some(match raw.decode_scalar(&mut text, error) {
            ScalarKind::String => Value::Text(text),
            ScalarKind::Boolean(flag) => Value::Flag(flag),
            ScalarKind::DateTime => Value::Date(date(&text)?),
            ScalarKind::Float => Value::Float(text),
            ScalarKind::Integer(radix) => Value::Integer(text, radix.value()),
        })
    }
}

impl EventReceiver for Builder<'_> {
    fn std_table_open(&mut self, span: Span, _: &mut dyn ErrorSink) {
        self.begin_section(span.start(), false);
    }

    fn std_table_close(&mut self, span: Span, _: &mut dyn ErrorSink) {
        self.close_header(span.end());
    }

    fn array_table_open(&mut self, span: Span, _: &mut dyn ErrorSink) {
        self.begin_section(span.start(), true);
    }

    fn array_table_close(&mut self, span: Span, _: &mut dyn ErrorSink) {
        self.close_header(span.end());
    }

    fn inline_table_open(&mut self, span: Span, _: &mut dyn ErrorSink) -> bool {
        self.opened(span, Kind::Table(self.entries.len(), None))
    }

    fn inline_table_close(&mut self, span: Span, _: &mut dyn ErrorSink) {
        match self.open.pop() {
            Some(Open {
                start,
                kind: Kind::Table(from, None),
            }) if each_once(&self.entries[from..]) => {
                let entries = Entries(self.entries.drain(from..).collect());
                self.value(Value::Table(entries), start, span.end());
            }
            _ => self.given_up = true,
        }
    }

    fn array_open(&mut self, span: Span, _: &mut dyn ErrorSink) -> bool {
        self.opened(span, Kind::List(self.items.len()))
    }

    fn array_close(&mut self, span: Span, _: &mut dyn ErrorSink) {
        match self.open.pop() {
            Some(Open {
                start,
                kind: Kind::List(from),
            }) => {
                let items = self.items.drain(from..).collect();
                self.value(Value::List(items), start, span.end());
            }
            _ => self.given_up = true,
        }
    }

    fn simple_key(&mut self, span: Span, encoding: Option<Encoding>, error: &mut dyn ErrorSink) {
        let Some(raw) = self.source.get(span) else {
            self.given_up = true;
            return;
        };
        let text = if encoding.is_none() && is_bare(raw.as_str()) {
            Cow::Borrowed(raw.as_str())
        } else {
            let mut text = Cow::Borrowed("");
            let raw = toml_parser::Raw::new_unchecked(raw.as_str(), encoding, span);
            raw.decode_key(&mut text, error);
            text
        };
        let key = Some(Key { text, span });
        let place = match (self.open.last_mut(), &mut self.header) {
            (
                Some(Open {
                    kind: Kind::Table(_, key),
                    ..
                }),
                _,
            ) => key,
            (Some(_), _) => {
                self.given_up = true;
                return;
            }
            (None, Some(header)) if !header.closed => &mut header.key,
            (None, _) => &mut self.key,
        };
        self.given_up |= place.is_some();
        *place = key;
    }

    fn key_sep(&mut self, _: Span, _: &mut dyn ErrorSink) {
        self.given_up = true;
    }

    fn scalar(&mut self, span: Span, encoding: Option<Encoding>, error: &mut dyn ErrorSink) {
        match self.scalar_value(span, encoding, error) {
            Some(value) => self.value(value, span.start(), span.end()),
            None => self.given_up = true,
        }
    }

    fn comment(&mut self, span: Span, _: &mut dyn ErrorSink) {
        let text = self.source.input().as_bytes().get(span.start()..span.end());
        let odd = |b: &u8| *b < b' ' && *b != b'\t' || *b == 0x7f;
        self.given_up |= text.is_none_or(|text| text.iter().any(odd));
    }

    fn newline(&mut self, span: Span, _: &mut dyn ErrorSink) {
        let text = self.source.input().as_bytes().get(span.start()..span.end());
        self.given_up |= !matches!(text, Some(b"\n" | b"\r\n"));
    }

    fn error(&mut self, _: Span, _: &mut dyn ErrorSink) {
        self.given_up = true;
    }
}

fn entry<'s>(key: Key<'s>, node: Node<'s>) -> Entry<'s> {
    Entry {
        key: key.text,
        key_start: place(key.span.start()),
        key_end: place(key.span.end()),
        node,
    }
}

fn each_once(entries: &[Entry<'_>]) -> bool {
    if entries.len() <= FEW {
        return entries
            .iter()
            .enumerate()
            .all(|(at, entry)| entries[..at].iter().all(|other| other.key != entry.key));
    }
    let mut seen = FxHashSet::default();
    entries.iter().all(|entry| seen.insert(&*entry.key))
}

/// What stands between the quotes, when nothing there has to be decoded or refused.
fn plain(raw: &str) -> Option<&str> {
    let inner = raw.strip_prefix('"')?.strip_suffix('"')?;
    let odd = |b: u8| b < b' ' || b == b'\\' || b == b'"' || b == 0x7f;
    (!inner.bytes().any(odd)).then_some(inner)
}

fn is_bare(key: &str) -> bool {
    !key.is_empty()
        && key
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')
}

/// A day of any month is read at once; all else by the library.
fn date(text: &str) -> Option<Datetime> {
    let number = |range: std::ops::Range<usize>| -> Option<u16> {
        let digits = text.as_bytes().get(range)?;
        digits.iter().try_fold(0, |number, digit| {
            digit
                .is_ascii_digit()
                .then(|| number * 10 + u16::from(digit - b'0'))
        })
    };
    let dashes = text.len() == 10 && text.as_bytes()[4] == b'-' && text.as_bytes()[7] == b'-';
    if dashes
        && let (Some(year), Some(month @ 1..=12), Some(day @ 1..=28)) =
            (number(0..4), number(5..7), number(8..10))
    {
        return Some(Datetime {
            date: Some(Date {
                year,
                month: month as u8,
                day: day as u8,
            }),
            time: None,
            offset: None,
        });
    }
    text.parse().ok()
}
