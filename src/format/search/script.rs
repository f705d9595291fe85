//! The scripts of the index: each calls the finder with its name and its data, so that it loads without a server.
//!
//! Names stand whole and numbers with all their digits: the leak scan reads these files as text.

use std::{
    fmt::Write as _,
    sync::{Mutex, PoisonError},
};

use ecow::EcoString;
use xxhash_rust::xxh3::xxh3_64;

use crate::plan::Sink;

/// The folder of the index.
pub(super) const FOLDER: &str = "tim";

/// JSON being written. Commas come by themselves.
#[derive(Clone, Debug, Default)]
pub(super) struct Json(String);

impl Json {
    /// Opens a list.
    pub(super) fn list(&mut self) -> &mut Self {
        self.bare("[")
    }

    /// Ends a list.
    pub(super) fn end(&mut self) -> &mut Self {
        self.0.push(']');
        self
    }

    /// Opens an object.
    pub(super) fn object(&mut self) -> &mut Self {
        self.bare("{")
    }

    /// Ends an object.
    pub(super) fn done(&mut self) -> &mut Self {
        self.0.push('}');
        self
    }

    /// A key of an object; its value comes next.
    pub(super) fn key(&mut self, key: &str) -> &mut Self {
        self.text(key);
        self.0.push(':');
        self
    }

    /// A text.
    pub(super) fn text(&mut self, text: &str) -> &mut Self {
        self.bare("\"");
        for c in text.chars() {
            match c {
                '"' | '\\' => {
                    self.0.push('\\');
                    self.0.push(c);
                }
                // Line ends of old scripts too.
                c if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') => {
                    let _ = write!(self.0, "\\u{:04x}", c as u32);
                }
                c => self.0.push(c),
            }
        }
        self.0.push('"');
        self
    }

    /// A text, or 0 where there is none.
    pub(super) fn maybe(&mut self, text: Option<&str>) -> &mut Self {
        match text {
            Some(text) => self.text(text),
            None => self.number(0usize),
        }
    }

    /// A number.
    pub(super) fn number(&mut self, number: impl TryInto<i64>) -> &mut Self {
        let number: i64 = number.try_into().unwrap_or(i64::MAX);
        self.bare("");
        let _ = write!(self.0, "{number}");
        self
    }

    /// An index, or -1 where there is none.
    pub(super) fn index(&mut self, at: Option<usize>) -> &mut Self {
        match at {
            Some(at) => self.number(at),
            None => self.number(-1),
        }
    }

    /// A list of texts.
    pub(super) fn texts<S: AsRef<str>>(&mut self, texts: impl IntoIterator<Item = S>) -> &mut Self {
        self.list();
        for text in texts {
            self.text(text.as_ref());
        }
        self.end()
    }

    /// JSON that is written already.
    pub(super) fn raw(&mut self, json: &Json) -> &mut Self {
        self.bare(&json.0)
    }

    /// How many bytes it has.
    pub(super) const fn len(&self) -> usize {
        self.0.len()
    }

    fn bare(&mut self, what: &str) -> &mut Self {
        if !self.0.is_empty() && !self.0.ends_with(['[', '{', ':', ',']) {
            self.0.push(',');
        }
        self.0.push_str(what);
        self
    }
}

/// Writes the files of the index, and remembers what was written.
pub(super) struct Shards<'s> {
    sink: &'s dyn Sink,
    written: Mutex<Vec<(EcoString, u64)>>,
}

impl<'s> Shards<'s> {
    /// Writes into a sink.
    pub(super) fn new(sink: &'s dyn Sink) -> Self {
        Shards {
            sink,
            written: Mutex::default(),
        }
    }

    /// Writes a part under its name.
    pub(super) fn put(&self, name: &str, data: &Json) {
        let mut script = String::with_capacity(data.len() + name.len() + 24);
        let mut quoted = Json::default();
        quoted.text(name);
        let _ = writeln!(script, "Finder.take({},{});", quoted.0, data.0);
        self.sink
            .put(&format!("{FOLDER}/{name}.js"), script.as_bytes());
        let mut written = self.written.lock().unwrap_or_else(PoisonError::into_inner);
        written.push((name.into(), xxh3_64(script.as_bytes())));
    }

    /// A word that changes when any part does.
    pub(super) fn version(&self) -> String {
        let mut written = self
            .written
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone();
        written.sort_unstable();
        let mut all = String::new();
        for (name, hash) in written {
            let _ = write!(all, "{name} {hash:x} ");
        }
        format!("{:08x}", xxh3_64(all.as_bytes()) >> 32)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_json() {
        let mut json = Json::default();
        json.object()
            .key("a")
            .list()
            .text("x\"\\\n\u{2028}")
            .number(-3)
            .maybe(None);
        json.list()
            .end()
            .index(None)
            .end()
            .key("b")
            .texts(["1", "2"])
            .done();
        let read: serde_json::Value = serde_json::from_str(&json.0).unwrap();
        assert_eq!(
            read,
            serde_json::json!({ "a": ["x\"\\\n\u{2028}", -3, 0, [], -1], "b": ["1", "2"] })
        );
    }
}
