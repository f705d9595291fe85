//! The values of a TOML text with their places, as the loaders read them.
//!
//! A text without errors and without anything rare takes the quick way, straight from the tokens; every other one takes
//! the long way over the TOML library's own tree, which knows how to recover. Both give the same tree.

mod quick;
#[cfg(test)]
mod tests;

use std::{borrow::Cow, ops::Range};

use toml::{
    Spanned,
    de::{DeTable, DeValue, Error},
    value::Datetime,
};

/// A value and where it stands.
#[derive(Debug, PartialEq)]
pub(super) struct Node<'s> {
    pub value: Value<'s>,
    start: u32,
    end: u32,
}

/// A value.
#[derive(Debug, PartialEq)]
pub(super) enum Value<'s> {
    /// A string, without its quotes and escapes.
    Text(Cow<'s, str>),
    /// Digits without separators and prefix, and their radix.
    Integer(Cow<'s, str>, u32),
    /// As written, without separators.
    Float(Cow<'s, str>),
    /// `true` or `false`.
    Flag(bool),
    /// A date, a time, or both; neither when it could not be read.
    Date(Datetime),
    /// An array, or all tables of a `[[header]]`.
    List(Vec<Node<'s>>),
    /// A table of any form.
    Table(Entries<'s>),
}

/// A key and what stands at it.
#[derive(Debug, PartialEq)]
pub(super) struct Entry<'s> {
    pub key: Cow<'s, str>,
    key_start: u32,
    key_end: u32,
    pub node: Node<'s>,
}

/// What a table holds, each key once.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Entries<'s>(Vec<Entry<'s>>);

/// The library's tree of a text with errors, and the errors.
type Flawed<'s> = (Spanned<DeTable<'s>>, Vec<Error>);

/// The tree of a text, and the library's when there are errors in it.
pub(super) fn read(text: &str) -> (Entries<'_>, Option<Flawed<'_>>) {
    if let Some(entries) = quick::read(text) {
        return (entries, None);
    }
    let (tree, errors) = DeTable::parse_recoverable(text);
    let entries = entries(tree.get_ref());
    let flawed = (!errors.is_empty()).then_some((tree, errors));
    (entries, flawed)
}

impl Node<'_> {
    /// Where it stands.
    pub fn span(&self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

impl Entry<'_> {
    /// Where the key stands.
    pub fn key_span(&self) -> Range<usize> {
        self.key_start as usize..self.key_end as usize
    }
}

impl<'s> Entries<'s> {
    /// What stands at a key. Tables are small: comparing is quicker than hashing.
    pub fn get(&self, key: &str) -> Option<&Node<'s>> {
        self.find(key).map(|(_, node)| node)
    }

    /// The same, and which entry it is.
    pub fn find(&self, key: &str) -> Option<(usize, &Node<'s>)> {
        let at = self.0.iter().position(|entry| entry.key == key)?;
        Some((at, &self.0[at].node))
    }

    /// All entries, in no particular order.
    pub fn iter(&self) -> std::slice::Iter<'_, Entry<'s>> {
        self.0.iter()
    }

    /// How many.
    pub fn len(&self) -> usize {
        self.0.len()
    }
}

fn entries<'s>(table: &DeTable<'s>) -> Entries<'s> {
    let entries = table.iter().map(|(key, value)| Entry {
        key: key.get_ref().clone(),
        key_start: place(key.span().start),
        key_end: place(key.span().end),
        node: node(value),
    });
    Entries(entries.collect())
}

fn node<'s>(spanned: &Spanned<DeValue<'s>>) -> Node<'s> {
    let value = match spanned.get_ref() {
        DeValue::String(text) => Value::Text(text.clone()),
        DeValue::Integer(number) => {
            Value::Integer(number.as_str().to_owned().into(), number.radix())
        }
        DeValue::Float(number) => Value::Float(number.as_str().to_owned().into()),
        DeValue::Boolean(flag) => Value::Flag(*flag),
        DeValue::Datetime(date) => Value::Date(*date),
        DeValue::Array(items) => Value::List(items.iter().map(node).collect()),
        DeValue::Table(table) => Value::Table(entries(table)),
    };
    Node {
        value,
        start: place(spanned.span().start),
        end: place(spanned.span().end),
    }
}

/// Places beyond 4 GB are not told apart; no such file is read.
fn place(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
