//! A table of the spanned tree, asked key by key: what is never asked for is unknown, what is needed and absent is missing.
//!
//! Every key is asked for before an entry is given up, so one run reports all that is wrong with it.

use std::ops::Range;

use super::{
    findings::{EmptyList, Missing, OneOf, Quoted, Shape, Standing, UnknownKey, WrongType},
    near::near,
    reader::Reader,
    tree::{Entries, Node, Value},
};
use crate::diag::{Sp, Span};

/// How a value of one kind is read, and what it looks like when it has to be explained.
pub(super) struct Kind<T> {
    /// What it should be.
    pub shape: Shape,
    /// Reads it, and reports what is wrong with it.
    pub read: fn(Given<'_>) -> Option<T>,
}

/// A value that stands in the file, with the key it stands at.
#[derive(Clone, Copy)]
pub(super) struct Given<'a> {
    /// The file.
    pub reader: &'a Reader<'a>,
    /// The key.
    pub key: &'a str,
    /// The value.
    pub value: &'a Node<'a>,
}

/// A table being read.
pub(super) struct Table<'a> {
    /// The file.
    pub reader: &'a Reader<'a>,
    /// The table's header or its braces.
    pub span: Span,
    entries: &'a Entries<'a>,
    /// Where its keys begin in the reader's list. A short list beats a set: tables are small.
    asked_from: usize,
    /// Which entries were asked for, as bits: the first 64.
    found: u64,
    /// Whether all that was left was taken at once.
    taken: bool,
    missing: Vec<(&'static str, Shape)>,
}

impl<'a> Table<'a> {
    /// Reads the table of a whole file with `read`; what is missing is reported at `head`.
    pub fn root<T>(
        reader: &'a Reader<'a>,
        entries: &'a Entries<'a>,
        head: Span,
        read: impl FnOnce(&mut Table<'a>) -> T,
    ) -> T {
        let mut table = Table {
            reader,
            span: head,
            entries,
            asked_from: reader.asked_so_far(),
            found: 0,
            taken: false,
            missing: Vec::new(),
        };
        let result = read(&mut table);
        table.finish();
        result
    }

    /// An optional value.
    pub fn may<T>(&mut self, key: &'static str, kind: Kind<T>) -> Option<T> {
        self.ask(key).and_then(kind.read)
    }

    /// A required value.
    pub fn need<T>(&mut self, key: &'static str, kind: Kind<T>) -> Option<T> {
        self.want(key, kind.shape).and_then(kind.read)
    }

    /// An optional list of values; without the key it is empty.
    pub fn list<T>(&mut self, key: &'static str, kind: Kind<T>) -> Vec<T> {
        let given = self.ask(key);
        given.map_or_else(Vec::new, |given| given.each(Shape::Strings, kind.read))
    }

    /// A required list of at least one value.
    pub fn need_list<T>(&mut self, key: &'static str, kind: Kind<T>) -> Vec<T> {
        let given = self.want(key, Shape::Strings);
        given.map_or_else(Vec::new, |given| {
            given.refuse_empty(key);
            given.each(Shape::Strings, kind.read)
        })
    }

    /// An optional table.
    pub fn table<T>(
        &mut self,
        key: &'static str,
        read: impl FnOnce(&mut Table<'a>) -> Option<T>,
    ) -> Option<T> {
        self.ask(key).and_then(|given| given.table(read))
    }

    /// A required table.
    pub fn need_table<T>(
        &mut self,
        key: &'static str,
        read: impl FnOnce(&mut Table<'a>) -> Option<T>,
    ) -> Option<T> {
        self.want(key, Shape::Table)
            .and_then(|given| given.table(read))
    }

    /// An optional list of tables; without the key it is empty.
    pub fn tables<T>(
        &mut self,
        key: &'static str,
        mut read: impl FnMut(&mut Table<'a>) -> Option<T>,
    ) -> Vec<T> {
        let given = self.ask(key);
        given.map_or_else(Vec::new, |given| {
            given.each(Shape::Tables, |item| item.table(&mut read))
        })
    }

    /// A required list of at least one table.
    pub fn need_tables<T>(
        &mut self,
        key: &'static str,
        mut read: impl FnMut(&mut Table<'a>) -> Option<T>,
    ) -> Vec<T> {
        let given = self.want(key, Shape::Tables);
        given.map_or_else(Vec::new, |given| {
            given.refuse_empty(key);
            given.each(Shape::Tables, |item| item.table(&mut read))
        })
    }

    /// Everything not asked for so far, in file order; none of it counts as unknown any more.
    pub fn rest(&mut self) -> Vec<(Sp<&'a str>, Given<'a>)> {
        let reader = self.reader;
        let asked = reader.asked_since(self.asked_from);
        let mut rest: Vec<_> = self
            .entries
            .iter()
            .filter(|entry| !asked.contains(&&*entry.key))
            .map(|entry| {
                let name: &'a str = &entry.key;
                let given = Given {
                    reader,
                    key: name,
                    value: &entry.node,
                };
                (Sp::new(name, reader.span(entry.key_span())), given)
            })
            .collect();
        rest.sort_by_key(|(key, _)| key.span.start);
        self.taken = true;
        rest
    }

    /// Whether a key is there; asks for it too.
    pub fn has(&mut self, key: &'static str) -> bool {
        self.ask(key).is_some()
    }

    /// Reports unless exactly one of two keys is there. Both are asked for elsewhere.
    pub fn exactly_one(&mut self, first: &'static str, second: &'static str) {
        match (self.has(first), self.has(second)) {
            (true, true) => self.one_of(first, second, Standing::Both),
            (false, false) => self.one_of(first, second, Standing::Neither),
            _ => {}
        }
    }

    /// Reports when both of two keys are there. Both are asked for elsewhere.
    pub fn at_most_one(&mut self, first: &'static str, second: &'static str) {
        if self.has(first) && self.has(second) {
            self.one_of(first, second, Standing::Both);
        }
    }

    fn one_of(&self, first: &'static str, second: &'static str, stand: Standing) {
        let finding = OneOf {
            first,
            second,
            stand,
        };
        self.reader.note_absent(self.span, finding);
    }

    fn want(&mut self, key: &'static str, shape: Shape) -> Option<Given<'a>> {
        let given = self.ask(key);
        if given.is_none() {
            self.missing.push((key, shape));
        }
        given
    }

    fn ask(&mut self, key: &'static str) -> Option<Given<'a>> {
        self.reader.ask(key);
        let (at, value) = self.entries.find(key)?;
        self.found |= u32::try_from(at).map_or(0, |at| 1u64.checked_shl(at).unwrap_or(0));
        Some(Given {
            reader: self.reader,
            key,
            value,
        })
    }

    fn finish(mut self) {
        let all = self.found.count_ones() as usize == self.entries.len();
        if !all && !self.taken {
            self.report_unknown();
        }
        self.reader.forget_asked(self.asked_from);
        for (key, shape) in self.missing {
            self.reader.note_absent(self.span, Missing { key, shape });
        }
    }

    /// An unknown key that is a slip for a missing one is one finding, not two.
    fn report_unknown(&mut self) {
        let asked = self.reader.asked_since(self.asked_from);
        let mut strangers: Vec<_> = self
            .entries
            .iter()
            .filter(|entry| !asked.contains(&&*entry.key))
            .collect();
        strangers.sort_by_key(|entry| entry.key_span().start);
        for stranger in strangers {
            let absent = asked.iter().copied();
            let absent = absent.filter(|key| self.entries.get(key).is_none());
            let near = near(&stranger.key, absent);
            self.missing.retain(|(key, _)| Some(*key) != near);
            let finding = UnknownKey {
                key: self.reader.quote(&stranger.key),
                near,
                known: asked.clone(),
            };
            self.reader.note(stranger.key_span(), finding);
        }
    }
}

impl<'a> Given<'a> {
    /// Where the value stands in the TOML.
    pub fn range(self) -> Range<usize> {
        self.value.span()
    }

    /// Where the value stands in the file.
    pub fn span(self) -> Span {
        self.reader.span(self.value.span())
    }

    /// The key, for a finding. Keys that were asked for are never private.
    pub fn name(self) -> Quoted {
        Quoted::shown(self.key)
    }

    /// The value with its place.
    pub fn at<T>(self, value: T) -> Sp<T> {
        Sp::new(value, self.span())
    }

    /// Reports that the value is of another type; for a reader to end with.
    pub fn wrong<T>(self, wanted: Shape) -> Option<T> {
        let finding = WrongType {
            key: self.name(),
            wanted,
            found: shape_of(&self.value.value),
        };
        self.reader.note(self.range(), finding);
        None
    }

    /// Reads the value as a table.
    pub fn table<T>(self, read: impl FnOnce(&mut Table<'a>) -> Option<T>) -> Option<T> {
        match &self.value.value {
            Value::Table(entries) => Table::root(self.reader, entries, self.span(), read),
            _ => self.wrong(Shape::Table),
        }
    }

    /// Reads every element of a list; what is no list is reported as not being `shape`.
    pub fn each<T>(self, shape: Shape, read: impl FnMut(Given<'a>) -> Option<T>) -> Vec<T> {
        let Value::List(items) = &self.value.value else {
            return self.wrong(shape).unwrap_or_default();
        };
        let (reader, key) = (self.reader, self.key);
        // Nearly always all of them: growing step by step would leave half of the memory unused.
        let mut found = Vec::with_capacity(items.len());
        let given = items.iter().map(|value| Given { reader, key, value });
        found.extend(given.filter_map(read));
        found
    }

    fn refuse_empty(self, key: &'static str) {
        if matches!(&self.value.value, Value::List(items) if items.is_empty()) {
            self.reader.note(self.range(), EmptyList { key });
        }
    }
}

fn shape_of(value: &Value<'_>) -> Shape {
    match value {
        Value::Text(_) => Shape::Text,
        Value::Integer(..) => Shape::Integer,
        Value::Float(_) => Shape::Decimal,
        Value::Flag(_) => Shape::Flag,
        Value::Date(date) if date.time.is_some() => Shape::Time,
        Value::Date(_) => Shape::Date,
        Value::List(_) => Shape::List,
        Value::Table(_) => Shape::Table,
    }
}
