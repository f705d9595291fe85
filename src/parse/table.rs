//! A walker over the spanned TOML tree: reads fields by type, and reports what is missing, unknown or of a wrong type.

use chrono::NaiveDate;
use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use super::{
    cx::Cx,
    draft::Word,
    findings::{BadDate, BadId, BadNumber, BadPhone, MissingKey, UnknownKey, WrongType},
    near::near,
};
use crate::{
    diag::{Sp, Span},
    model::{Phone, PhoneError, Text, fold::nfc},
};

/// A value and where it stands.
#[derive(Clone, Copy)]
pub(super) struct Node<'a> {
    cx: &'a Cx<'a>,
    value: &'a DeValue<'a>,
    /// Where it stands.
    pub span: Span,
}

/// A table whose keys have been held against those it may have.
#[derive(Clone, Copy)]
pub(super) struct Table<'a> {
    /// The file.
    pub cx: &'a Cx<'a>,
    table: &'a DeTable<'a>,
    /// Where it stands.
    pub span: Span,
    keys: &'static [&'static str],
}

impl<'a> Table<'a> {
    /// Takes a table that may have these keys; others are reported. No keys at all means any.
    pub(super) fn new(
        cx: &'a Cx<'a>,
        table: &'a DeTable<'a>,
        span: Span,
        keys: &'static [&'static str],
    ) -> Self {
        if !keys.is_empty() {
            for key in table.keys().filter(|key| !keys.contains(&&**key.get_ref())) {
                let near = near(key.get_ref(), keys.iter().copied()).map(str::to_owned);
                let known = keys
                    .iter()
                    .map(|key| format!("`{key}`"))
                    .collect::<Vec<_>>()
                    .join(", ");
                cx.push(
                    cx.span(key.span()),
                    UnknownKey {
                        key: key.get_ref().to_string(),
                        near,
                        known,
                    },
                );
            }
        }
        Table {
            cx,
            table,
            span,
            keys,
        }
    }

    /// The same table, held against these keys: for the root of a file, whose keys its loader knows.
    pub(super) fn with(self, keys: &'static [&'static str]) -> Self {
        Table::new(self.cx, self.table, self.span, keys)
    }

    /// All entries, in file order.
    pub(super) fn entries(&self) -> Vec<(Word, Node<'a>)> {
        let mut entries: Vec<_> = self
            .table
            .iter()
            .map(|(key, value)| (self.key(key), self.node(value)))
            .collect();
        entries.sort_by_key(|(key, _)| key.span.start);
        entries
    }

    /// The value of a key.
    pub(super) fn get(&self, key: &str) -> Option<Node<'a>> {
        debug_assert!(
            self.keys.is_empty() || self.keys.contains(&key),
            "`{key}` is not declared"
        );
        self.table.get(key).map(|value| self.node(value))
    }

    /// The value of a key that must be there.
    pub(super) fn must(&self, key: &'static str) -> Option<Node<'a>> {
        let found = self.get(key);
        if found.is_none() {
            self.cx.push(self.span, MissingKey { key });
        }
        found
    }

    /// Text in two languages.
    pub(super) fn text(&self, key: &str) -> Option<Text> {
        self.get(key)?.text()
    }

    /// A string that will be shown.
    pub(super) fn string(&self, key: &str) -> Option<Sp<Box<str>>> {
        self.get(key)?.shown()
    }

    /// A reference or code, as written.
    pub(super) fn label(&self, key: &str) -> Option<Word> {
        self.get(key)?.label()
    }

    /// A list of references or codes.
    pub(super) fn labels(&self, key: &str) -> Vec<Word> {
        self.list(key).into_iter().filter_map(Node::label).collect()
    }

    /// A date.
    pub(super) fn date(&self, key: &str) -> Option<Sp<NaiveDate>> {
        self.get(key)?.date()
    }

    /// A date, without its place.
    pub(super) fn day(&self, key: &str) -> Option<NaiveDate> {
        self.date(key).map(|date| date.value)
    }

    /// A number from 0.
    pub(super) fn count(&self, key: &str) -> Option<Sp<u32>> {
        self.get(key)?.count()
    }

    /// A phone number.
    pub(super) fn phone(&self, key: &str) -> Option<Sp<Phone>> {
        self.get(key)?.phone()
    }

    /// The elements of a list; nothing when it is absent.
    pub(super) fn list(&self, key: &str) -> Vec<Node<'a>> {
        self.get(key).map(Node::list).unwrap_or_default()
    }

    /// The tables of a list.
    pub(super) fn tables(&self, key: &str, keys: &'static [&'static str]) -> Vec<Table<'a>> {
        self.list(key)
            .into_iter()
            .filter_map(|node| node.table(keys))
            .collect()
    }

    /// A table.
    pub(super) fn table(&self, key: &str, keys: &'static [&'static str]) -> Option<Table<'a>> {
        self.get(key)?.table(keys)
    }

    fn key(&self, key: &Spanned<std::borrow::Cow<'_, str>>) -> Word {
        Sp::new(nfc(key.get_ref()).into(), self.cx.span(key.span()))
    }

    fn node(&self, value: &'a Spanned<DeValue<'a>>) -> Node<'a> {
        Node {
            cx: self.cx,
            value: value.get_ref(),
            span: self.cx.span(value.span()),
        }
    }
}

impl<'a> Node<'a> {
    /// As a table with these keys.
    pub(super) fn table(self, keys: &'static [&'static str]) -> Option<Table<'a>> {
        match self.value {
            DeValue::Table(table) => Some(Table::new(self.cx, table, self.span, keys)),
            _ => self.wrong("một bảng { … }", "a table { … }"),
        }
    }

    /// As a list.
    pub(super) fn list(self) -> Vec<Node<'a>> {
        match self.value {
            DeValue::Array(array) => {
                let node = |value: &'a Spanned<DeValue<'a>>| Node {
                    cx: self.cx,
                    value: value.get_ref(),
                    span: self.cx.span(value.span()),
                };
                array.iter().map(node).collect()
            }
            _ => self
                .wrong("một danh sách [ … ]", "a list [ … ]")
                .unwrap_or_default(),
        }
    }

    /// Whether it is a list.
    pub(super) const fn is_list(self) -> bool {
        matches!(self.value, DeValue::Array(_))
    }

    /// Whether it is a number.
    pub(super) const fn is_number(self) -> bool {
        matches!(self.value, DeValue::Integer(_))
    }

    /// Adds a finding about this value.
    pub(super) fn push(self, finding: impl crate::diag::Finding + 'static) {
        self.cx.push(self.span, finding);
    }

    /// As a string.
    pub(super) fn str(self) -> Option<&'a str> {
        match self.value {
            DeValue::String(text) => Some(text),
            _ => self.wrong("chữ trong ngoặc kép \"…\"", "a string \"…\""),
        }
    }

    /// As a string that will be shown.
    pub(super) fn shown(self) -> Option<Sp<Box<str>>> {
        self.cx.shown(self.str()?, self.span)
    }

    /// As a reference or code.
    pub(super) fn label(self) -> Option<Word> {
        self.shown()
    }

    /// As the id of something defined here: small ASCII letters, digits and hyphens.
    pub(super) fn id(self) -> Option<Word> {
        let id = self.label()?;
        let good = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if id.chars().all(good) && !id.starts_with('-') && !id.ends_with('-') {
            return Some(id);
        }
        let near = crate::model::fold::slug(&id);
        self.cx.push(
            self.span,
            BadId {
                id: id.to_string(),
                near,
            },
        );
        None
    }

    /// As text: `{ vi, en }`, or one string for every language.
    pub(super) fn text(self) -> Option<Text> {
        if let DeValue::String(_) = self.value {
            return self.shown().map(|text| Text::same(text.value));
        }
        let table = match self.value {
            DeValue::Table(table) => Table::new(self.cx, table, self.span, &["vi", "en"]),
            _ => return self.wrong("{ vi = \"…\", en = \"…\" }", "{ vi = \"…\", en = \"…\" }"),
        };
        let vi = table.must("vi")?.shown()?.value;
        Some(Text {
            vi,
            en: table.string("en").map(|en| en.value),
        })
    }

    /// As a date between 1900 and 2100.
    pub(super) fn date(self) -> Option<Sp<NaiveDate>> {
        let DeValue::Datetime(written) = self.value else {
            return self.wrong(
                "một ngày như 2008-04-02 (không có ngoặc kép)",
                "a date such as 2008-04-02 (no quotes)",
            );
        };
        let date = written
            .date
            .filter(|_| written.time.is_none())
            .and_then(|date| {
                NaiveDate::from_ymd_opt(date.year.into(), date.month.into(), date.day.into())
            });
        let sane = date.filter(|date| (1900..=2100).contains(&chrono::Datelike::year(date)));
        if sane.is_none() {
            self.cx.push(self.span, BadDate {});
        }
        sane.map(|date| Sp::new(date, self.span))
    }

    /// As a whole number.
    pub(super) fn integer(self) -> Option<Sp<i64>> {
        let DeValue::Integer(number) = self.value else {
            return self.wrong("một số nguyên", "a whole number");
        };
        let digits = number.as_str().replace('_', "");
        let value = i64::from_str_radix(digits.trim_start_matches('+'), number.radix()).ok();
        if value.is_none() {
            self.cx.push(self.span, BadNumber {});
        }
        value.map(|value| Sp::new(value, self.span))
    }

    /// As a number from 0 that fits its use.
    pub(super) fn count(self) -> Option<Sp<u32>> {
        let number = self.integer()?;
        let count = u32::try_from(number.value)
            .ok()
            .filter(|count| *count <= 10_000_000);
        if count.is_none() {
            self.cx.push(self.span, BadNumber {});
        }
        count.map(|count| Sp::new(count, self.span))
    }

    /// As a number of degrees.
    pub(super) fn degrees(self) -> Option<f64> {
        let text = match self.value {
            DeValue::Float(number) => number.as_str().replace('_', ""),
            DeValue::Integer(number) => number.as_str().to_owned(),
            _ => return self.wrong("một số", "a number"),
        };
        text.parse()
            .ok()
            .filter(|degrees: &f64| degrees.abs() <= 180.0)
            .or_else(|| {
                self.cx.push(self.span, BadNumber {});
                None
            })
    }

    /// As yes or no.
    pub(super) fn bool(self) -> Option<bool> {
        match self.value {
            DeValue::Boolean(value) => Some(*value),
            _ => self.wrong("true hoặc false", "true or false"),
        }
    }

    /// As a phone number.
    pub(super) fn phone(self) -> Option<Sp<Phone>> {
        let written = self.str()?;
        match Phone::parse(written) {
            Ok(phone) => Some(Sp::new(phone, self.span)),
            Err(error) => {
                let at = match error {
                    PhoneError::Character(at) => {
                        let len = written[at..].chars().next().map_or(1, char::len_utf8);
                        self.cx.inside(self.span, written, at, len)
                    }
                    _ => self.span,
                };
                self.cx.push(at, BadPhone { error });
                None
            }
        }
    }

    /// As one word of a closed set; the finding lists it.
    pub(super) fn choice<T: Copy>(self, among: &[(&'static str, T)]) -> Option<T> {
        let word = self.label()?;
        let found = among
            .iter()
            .find(|(name, _)| **name == *word.value)
            .map(|(_, value)| *value);
        if found.is_none() {
            let near = near(&word, among.iter().map(|(name, _)| *name)).map(str::to_owned);
            let known = among
                .iter()
                .map(|(name, _)| format!("`{name}`"))
                .collect::<Vec<_>>()
                .join(", ");
            self.cx.push(
                self.span,
                super::findings::UnknownChoice {
                    word: word.to_string(),
                    near,
                    known,
                },
            );
        }
        found
    }

    fn wrong<T>(self, vi: &'static str, en: &'static str) -> Option<T> {
        self.cx.push(
            self.span,
            WrongType {
                vi,
                en,
                found: self.value.type_str(),
            },
        );
        None
    }
}
