//! The quick way: looks at each byte once, and knows only what nearly all files hold.
//!
//! Gives up at the first thing that is wrong or rare: an escape, a text over several lines, a dotted key, a table taken up
//! again. It must never accept what the library refuses, nor read it otherwise; a test holds it to that.

use std::ops::Range;

use rustc_hash::FxHashSet;
use toml::value::{Date, Datetime};

use super::{Entries, Entry, Node, Value, place};

/// Lists and tables within each other.
const DEEPEST: usize = 16;
/// Up to so many keys are compared with each other; more are hashed.
const FEW: usize = 16;

/// May stand in a key without quotes.
const KEY: u8 = 1;
/// May stand in a value without quotes.
const BARE: u8 = 1 << 1;
/// May stand between quotes.
const QUOTED: u8 = 1 << 2;
/// May stand in a comment.
const SAID: u8 = 1 << 3;

/// What each byte may be part of.
static CLASSES: [u8; 256] = classes();

/// The tree of a text, if there is nothing wrong or rare in it.
pub(super) fn read(text: &str) -> Option<Entries<'_>> {
    let quick = Quick {
        text,
        at: 0,
        depth: 0,
        entries: Vec::new(),
        items: Vec::new(),
    };
    quick.document()
}

struct Quick<'s> {
    text: &'s str,
    at: usize,
    depth: usize,
    /// Entries of tables that are not closed yet, each table's behind those of the table around it.
    entries: Vec<Entry<'s>>,
    /// Elements of lists that are not closed yet, likewise.
    items: Vec<Node<'s>>,
}

/// `[key]` or `[[key]]`: opens a table that ends with the next one.
struct Header<'s> {
    key: &'s str,
    span: Range<usize>,
    key_span: Range<usize>,
    list: bool,
}

/// What stands at the top, as far as it has been read.
#[derive(Default)]
struct Root<'s> {
    entries: Vec<Entry<'s>>,
    /// The entries that are lists of `[[key]]` tables.
    lists: Vec<usize>,
}

impl<'s> Quick<'s> {
    fn document(mut self) -> Option<Entries<'s>> {
        let mut root = Root::default();
        let mut header = None;
        loop {
            self.spaces();
            match self.next() {
                None => break,
                Some(b'\n' | b'\r' | b'#') => {}
                Some(b'[') => {
                    let table = self.close(0)?;
                    root.add(header.replace(self.header()?), table)?;
                }
                Some(_) => self.entry()?,
            }
            self.line_end()?;
        }
        let table = self.close(0)?;
        root.add(header, table)?;
        each_once(&root.entries).then_some(Entries(root.entries))
    }

    fn header(&mut self) -> Option<Header<'s>> {
        let start = self.at;
        self.take(b'[');
        let list = self.take(b'[');
        let (key, key_span) = self.key()?;
        let closed = self.take(b']') && (!list || self.take(b']'));
        let span = start..self.at;
        closed.then_some(Header {
            key,
            span,
            key_span,
            list,
        })
    }

    /// A key and its value, onto the open table.
    fn entry(&mut self) -> Option<()> {
        let (key, span) = self.key()?;
        self.spaces();
        if !self.take(b'=') {
            return None;
        }
        self.spaces();
        let node = self.value()?;
        self.entries.push(entry(key, span, node));
        Some(())
    }

    fn key(&mut self) -> Option<(&'s str, Range<usize>)> {
        let start = self.at;
        let key = match self.next()? {
            b'"' => self.quoted()?,
            _ => self.run(KEY),
        };
        (self.at > start).then_some((key, start..self.at))
    }

    fn value(&mut self) -> Option<Node<'s>> {
        let start = self.at;
        let value = match self.next()? {
            b'"' => Value::Text(self.quoted()?.into()),
            b'[' => self.nested(Self::list)?,
            b'{' => self.nested(Self::table)?,
            _ => bare(self.run(BARE))?,
        };
        Some(node(value, start..self.at))
    }

    fn nested(&mut self, read: fn(&mut Self) -> Option<Value<'s>>) -> Option<Value<'s>> {
        self.at += 1;
        self.depth += 1;
        let value = (self.depth <= DEEPEST).then(|| read(self))??;
        self.depth -= 1;
        Some(value)
    }

    fn list(&mut self) -> Option<Value<'s>> {
        let from = self.items.len();
        loop {
            self.gap()?;
            if self.take(b']') {
                break;
            }
            let item = self.value()?;
            self.items.push(item);
            self.gap()?;
            if !self.take(b',') && self.next() != Some(b']') {
                return None;
            }
        }
        Some(Value::List(self.items.drain(from..).collect()))
    }

    /// A table in braces, on one line.
    fn table(&mut self) -> Option<Value<'s>> {
        let from = self.entries.len();
        loop {
            self.spaces();
            if self.take(b'}') {
                break;
            }
            self.entry()?;
            self.spaces();
            if !self.take(b',') && self.next() != Some(b'}') {
                return None;
            }
        }
        Some(Value::Table(self.close(from)?))
    }

    /// Takes the entries of a table from those that are open.
    fn close(&mut self, from: usize) -> Option<Entries<'s>> {
        let once = each_once(&self.entries[from..]);
        once.then(|| Entries(self.entries.drain(from..).collect()))
    }

    /// A text in quotes in which nothing has to be decoded.
    fn quoted(&mut self) -> Option<&'s str> {
        self.at += 1;
        let text = self.run(QUOTED);
        self.take(b'"').then_some(text)
    }

    /// Spaces, comments and line ends.
    fn gap(&mut self) -> Option<()> {
        loop {
            self.spaces();
            match self.next() {
                Some(b'\n' | b'\r' | b'#') => self.line_end()?,
                _ => return Some(()),
            }
        }
    }

    /// What may stand behind the last value of a line, and the end of the line or of the text.
    fn line_end(&mut self) -> Option<()> {
        self.spaces();
        if self.take(b'#') {
            self.run(SAID);
        }
        let returns = self.take(b'\r');
        (self.take(b'\n') || !returns && self.next().is_none()).then_some(())
    }

    fn spaces(&mut self) {
        while let Some(b' ' | b'\t') = self.next() {
            self.at += 1;
        }
    }

    /// Reads on while bytes are of a class, which ends between two characters.
    fn run(&mut self, class: u8) -> &'s str {
        let start = self.at;
        let rest = &self.text.as_bytes()[start..];
        let other = |byte: &u8| CLASSES[usize::from(*byte)] & class == 0;
        self.at += rest.iter().position(other).unwrap_or(rest.len());
        &self.text[start..self.at]
    }

    fn take(&mut self, byte: u8) -> bool {
        let there = self.next() == Some(byte);
        self.at += usize::from(there);
        there
    }

    fn next(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }
}

impl<'s> Root<'s> {
    /// Puts the table of a header where it belongs; without one they are the entries before the first.
    fn add(&mut self, header: Option<Header<'s>>, table: Entries<'s>) -> Option<()> {
        let Some(header) = header else {
            self.entries = table.0;
            return Some(());
        };
        let table = node(Value::Table(table), header.span.clone());
        if !header.list {
            self.entries.push(entry(header.key, header.key_span, table));
            return Some(());
        }
        let mut lists = self.lists.iter().rev();
        if let Some(at) = lists.find(|at| self.entries[**at].key == header.key) {
            let Value::List(items) = &mut self.entries[*at].node.value else {
                return None;
            };
            items.push(table);
            return Some(());
        }
        self.lists.push(self.entries.len());
        let list = node(Value::List(vec![table]), header.span);
        self.entries.push(entry(header.key, header.key_span, list));
        Some(())
    }
}

fn entry<'s>(key: &'s str, span: Range<usize>, node: Node<'s>) -> Entry<'s> {
    Entry {
        key: key.into(),
        key_start: place(span.start),
        key_end: place(span.end),
        node,
    }
}

fn node(value: Value<'_>, span: Range<usize>) -> Node<'_> {
    Node {
        value,
        start: place(span.start),
        end: place(span.end),
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

/// A value without quotes: a day, a number in plain digits, yes or no.
fn bare(text: &str) -> Option<Value<'_>> {
    match text.as_bytes() {
        b"true" => Some(Value::Flag(true)),
        b"false" => Some(Value::Flag(false)),
        [_, _, _, _, b'-', _, _, b'-', _, _] => date(text).map(Value::Date),
        _ => number(text),
    }
}

fn number(text: &str) -> Option<Value<'_>> {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let (whole, part) = match unsigned.split_once('.') {
        Some((whole, part)) => (whole, Some(part)),
        None => (unsigned, None),
    };
    let sound = digits(whole) && (whole.len() == 1 || !whole.starts_with('0'));
    match part {
        _ if !sound => None,
        None => Some(Value::Integer(text.into(), 10)),
        Some(part) => digits(part).then(|| Value::Float(text.into())),
    }
}

/// A day that every month has is read at once; the others by the library, which knows the months.
fn date(text: &str) -> Option<Datetime> {
    let number = |range: Range<usize>| -> Option<u16> {
        let digits = text.as_bytes().get(range)?;
        digits.iter().try_fold(0, |number, digit| {
            digit
                .is_ascii_digit()
                .then(|| number * 10 + u16::from(digit - b'0'))
        })
    };
    let (year, month, day) = (number(0..4)?, number(5..7)?, number(8..10)?);
    if !(1..=12).contains(&month) || !(1..=28).contains(&day) {
        return text.parse().ok();
    }
    Some(Datetime {
        date: Some(Date {
            year,
            month: month as u8,
            day: day as u8,
        }),
        time: None,
        offset: None,
    })
}

const fn classes() -> [u8; 256] {
    let mut classes = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        classes[byte] = match byte as u8 {
            b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' | b'-' | b'_' => KEY | BARE | QUOTED | SAID,
            b'+' | b'.' | b':' => BARE | QUOTED | SAID,
            b'"' | b'\\' => SAID,
            b'\t' | b' '..=b'~' | 0x80.. => QUOTED | SAID,
            _ => 0,
        };
        byte += 1;
    }
    classes
}
