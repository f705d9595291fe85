//! Interface words of one language: read from TOML, one key a line, overridden word by word.
//!
//! Knows which keys the program itself speaks ([`Key`]); holds no word of its own.

use std::collections::BTreeMap;

use ecow::EcoString;
use rustc_hash::FxHashMap;
use tera::{Map, Value};

use super::key::Key;
use crate::markdown::Labels;
pub use crate::model::text::{capital, lower, within};

/// The words of one language, complete.
#[derive(Debug)]
pub struct Words {
    spoken: Vec<Word>,
    value: Value,
    thousands: EcoString,
    scripted: Vec<(EcoString, Word)>,
    written: FxHashMap<EcoString, Word>,
    labels: Labels,
}

/// One word as written: text with `{holes}`, or a singular and a plural.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Word {
    /// The same whatever the number.
    Plain(Phrase),
    /// By number: one, other.
    Counted(Phrase, Phrase),
}

/// Text with holes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phrase {
    parts: Vec<Part>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Part {
    Text(EcoString),
    Hole(EcoString),
}

impl Words {
    /// Gathers the words; `None` names the first key the program needs and that is missing.
    pub fn gather(words: FxHashMap<EcoString, Word>) -> Result<Self, &'static str> {
        let value: Map = words
            .iter()
            .filter_map(|(key, word)| match word {
                Word::Plain(phrase) => Some((key.to_string().into(), Value::from(phrase.text()?))),
                Word::Counted(..) => None,
            })
            .collect();
        let scripted = words.iter().filter(|(key, _)| is_scripted(key));
        let scripted = scripted.map(|(key, word)| (key.clone(), word.clone()));
        let scripted: Vec<(EcoString, Word)> = scripted.collect();
        let labels = Labels::gather(|name| Some(words.get(name)?.default_phrase().written()))?;
        let spoken: Vec<Word> = Key::ALL
            .iter()
            .map(|(_, name)| words.get(*name).cloned().ok_or(*name))
            .collect::<Result<_, _>>()?;
        let thousands = spoken[Key::Thousands as usize].default_phrase().text();
        Ok(Words {
            thousands: thousands.unwrap_or_default().into(),
            spoken,
            value: Value::from(value),
            scripted,
            labels,
            written: words,
        })
    }

    /// All words without holes, for templates: `t.call`.
    pub const fn value(&self) -> &Value {
        &self.value
    }

    /// The words that scripts speak, each with its key, in no order.
    pub fn scripted(&self) -> &[(EcoString, Word)] {
        &self.scripted
    }

    /// A word by its name in the theme's file, as written: for any number, and for one where that differs.
    pub fn named(&self, name: &str) -> Option<(String, Option<String>)> {
        Some(self.written.get(name)?.written())
    }

    /// The words that paper speaks, by their names without `print_`.
    pub fn printed(&self) -> BTreeMap<String, String> {
        let words = self.written.iter().filter_map(|(name, word)| {
            let name = name.strip_prefix("print_")?;
            Some((name.to_owned(), word.default_phrase().text()?.to_owned()))
        });
        words.collect()
    }

    /// What rendered articles say besides their writer.
    pub const fn labels(&self) -> &Labels {
        &self.labels
    }

    /// A word with its holes in braces, for formats that fill them themselves.
    pub fn open(&self, key: Key) -> String {
        self.word(key).default_phrase().written()
    }

    /// A word without holes.
    pub fn get(&self, key: Key) -> &str {
        self.word(key).default_phrase().text().unwrap_or_default()
    }

    /// A word with its holes filled.
    pub fn fill(&self, key: Key, with: &[(&str, &str)]) -> String {
        self.word(key).default_phrase().fill(with)
    }

    /// A word with its holes as they are written, for a script that fills them.
    pub fn pattern(&self, key: Key) -> String {
        let phrase = self.word(key).default_phrase();
        phrase.parts.iter().map(Part::written).collect()
    }

    /// A word in the form for a number, which fills `{n}`.
    pub fn count(&self, key: Key, n: usize) -> String {
        self.count_of(key, n, "")
    }

    /// A word in the form for a number of something, which fills `{n}` and `{kind}`.
    pub fn count_of(&self, key: Key, n: usize, kind: &str) -> String {
        let phrase = match self.word(key) {
            Word::Counted(one, _) if n == 1 => one,
            word => word.default_phrase(),
        };
        phrase.fill(&[("n", &self.number(n)), ("kind", kind)])
    }

    /// A number with this language's separator of thousands.
    pub fn number(&self, n: usize) -> String {
        let digits = n.to_string();
        let mut shown = String::with_capacity(digits.len() + 2);
        for (at, c) in digits.char_indices() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                shown.push_str(&self.thousands);
            }
            shown.push(c);
        }
        shown
    }

    /// Names in a row: "A, B và C".
    pub fn list<S: AsRef<str>>(&self, names: &[S]) -> String {
        let mut row = String::new();
        for (at, name) in names.iter().enumerate() {
            if at > 0 {
                let last = at + 1 == names.len();
                row.push_str(self.get(if last { Key::And } else { Key::Comma }));
            }
            row.push_str(name.as_ref());
        }
        row
    }

    fn word(&self, key: Key) -> &Word {
        &self.spoken[key as usize]
    }
}

/// Whether a script speaks a word: those of the finder, and the names of sections, which can be found.
fn is_scripted(key: &str) -> bool {
    key.starts_with("find_") || key.starts_with("nav_")
}

impl Part {
    fn written(&self) -> String {
        match self {
            Part::Text(text) => text.to_string(),
            Part::Hole(name) => format!("{{{name}}}"),
        }
    }
}

impl Word {
    /// As written, holes and all: for any number, and for one where that differs.
    pub fn written(&self) -> (String, Option<String>) {
        match self {
            Word::Plain(phrase) => (phrase.written(), None),
            Word::Counted(one, other) => (other.written(), Some(one.written())),
        }
    }

    /// The names of the holes, in order, without repeats.
    pub fn holes(&self) -> Vec<&str> {
        let phrases = match self {
            Word::Plain(phrase) => vec![phrase],
            Word::Counted(one, other) => vec![other, one],
        };
        let mut holes = Vec::new();
        for part in phrases.into_iter().flat_map(|phrase| &phrase.parts) {
            if let Part::Hole(name) = part
                && !holes.contains(&&**name)
            {
                holes.push(name);
            }
        }
        holes.sort_unstable();
        holes
    }

    const fn default_phrase(&self) -> &Phrase {
        match self {
            Word::Plain(phrase) | Word::Counted(_, phrase) => phrase,
        }
    }
}

impl Phrase {
    /// Reads text with `{holes}`; a brace that closes nowhere is text.
    pub fn read(text: &str) -> Self {
        let mut parts = Vec::new();
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('{') {
            let Some((name, tail)) = after.split_once('}') else {
                break;
            };
            if !before.is_empty() {
                parts.push(Part::Text(before.into()));
            }
            parts.push(Part::Hole(name.into()));
            rest = tail;
        }
        if !rest.is_empty() {
            parts.push(Part::Text(rest.into()));
        }
        Phrase { parts }
    }

    /// The text, where there is no hole.
    fn text(&self) -> Option<&str> {
        match &self.parts[..] {
            [] => Some(""),
            [Part::Text(text)] => Some(text),
            _ => None,
        }
    }

    /// As it was read.
    fn written(&self) -> String {
        let part = |part: &Part| match part {
            Part::Text(text) => text.to_string(),
            Part::Hole(name) => format!("{{{name}}}"),
        };
        self.parts.iter().map(part).collect()
    }

    fn fill(&self, with: &[(&str, &str)]) -> String {
        let mut filled = String::with_capacity(48);
        for part in &self.parts {
            match part {
                Part::Text(text) => filled.push_str(text),
                Part::Hole(name) => {
                    let found = with.iter().find(|(hole, _)| *hole == &**name);
                    filled.push_str(found.map_or("", |(_, value)| value));
                }
            }
        }
        filled
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holes_are_filled_and_stray_braces_kept() {
        let phrase = Phrase::read("Gọi {name}, {place} {");
        assert_eq!(
            phrase.fill(&[("name", "An"), ("place", "Thôn 1")]),
            "Gọi An, Thôn 1 {"
        );
        assert_eq!(Word::Plain(phrase).holes(), ["name", "place"]);
    }
}
