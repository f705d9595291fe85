//! Strings of the tree: cleaned of what cannot be seen, NFC, and read as ids, codes, names or lines.
//!
//! What is wrong is reported and mended, so that one bad character does not set off a row of other findings.

use ecow::EcoString;
use std::borrow::Cow;

use super::{
    caret,
    draft::Word,
    findings::{
        BadCode, BadId, BadPlaceKey, BadUrl, EmptyText, HiddenCharacter, OddSpaces, Shape,
        UnknownChoice,
    },
    near::near,
    tree::Value,
    walk::{Given, Kind},
};
use crate::{
    diag::Sp,
    model::fold::{is_hidden, nfc, slug},
};

/// An id: lower-case ASCII letters, digits and hyphens.
pub(super) const ID: Kind<Word> = Kind {
    shape: Shape::Id,
    read: |given| given.id(),
};

/// A code of one piece: a clause, a rule, a place, the name of a value.
pub(super) const CODE: Kind<Word> = Kind {
    shape: Shape::Text,
    read: |given| given.code(),
};

/// `edition:code`.
pub(super) const PLACE_KEY: Kind<Word> = Kind {
    shape: Shape::Text,
    read: |given| given.place_key(),
};

/// The name of a person or place: single spaces, none at the ends.
pub(super) const NAME: Kind<Sp<EcoString>> = Kind {
    shape: Shape::Text,
    read: |given| given.person_or_place(),
};

/// Any text that is shown.
pub(super) const LINE: Kind<Sp<EcoString>> = Kind {
    shape: Shape::Text,
    read: |given| given.line(),
};

/// An address of the web, ending in `/`.
pub(super) const URL: Kind<Sp<EcoString>> = Kind {
    shape: Shape::Text,
    read: |given| given.url(),
};

impl<'a> Given<'a> {
    /// The string, NFC, with `\n` line ends and without invisible characters, which are reported.
    pub fn string(self) -> Option<Cow<'a, str>> {
        self.string_or(Shape::Text)
    }

    /// The same; another type is reported as not being `wanted`.
    pub fn string_or(self, wanted: Shape) -> Option<Cow<'a, str>> {
        match &self.value.value {
            Value::Text(text) if is_plain(text) => Some(Cow::Borrowed(text)),
            Value::Text(text) => Some(self.clean(text)),
            _ => self.wrong(wanted),
        }
    }

    /// The place of a character of the string, counted in bytes of the decoded text.
    pub fn character(self, decoded_at: usize) -> std::ops::Range<usize> {
        let range = self.range();
        let within = caret::place(self.reader.raw(range.clone()), decoded_at);
        range.start + within.start..range.start + within.end
    }

    /// One of a few fixed words, as its index.
    pub fn choice(self, choices: &'static [&'static str]) -> Option<usize> {
        let word = self.string_or(Shape::Id)?;
        let found = choices.iter().position(|choice| *choice == word);
        if found.is_none() {
            let finding = UnknownChoice {
                word: self.reader.quote(&word),
                near: near(&word, choices.iter().copied()),
                choices,
            };
            self.reader.note(self.range(), finding);
        }
        found
    }

    fn id(self) -> Option<Word> {
        if let Value::Text(id) = &self.value.value
            && !id.is_empty()
            && is_id(id)
        {
            return Some(self.at((&**id).into()));
        }
        let id = self.filled(self.string_or(Shape::Id)?)?;
        if !is_id(&id) {
            let finding = BadId {
                id: self.reader.quote(&id),
                instead: self.reader.suggest(|| slug(&id)).filter(|s| s != "-"),
            };
            self.reader.note(self.range(), finding);
            if self.reader.is_private() {
                // What stands here may be a private value in the wrong place; no later stage shall quote it.
                return None;
            }
        }
        Some(self.at(id.into()))
    }

    fn code(self) -> Option<Word> {
        let code = self.filled(self.string()?)?;
        if code.contains(|c: char| c.is_whitespace() || ":[]{}\"'`".contains(c)) {
            let code = self.reader.quote(&code);
            self.reader.note(self.range(), BadCode { code });
        }
        Some(self.at(code.into()))
    }

    fn place_key(self) -> Option<Word> {
        let key = self.filled(self.string()?)?;
        if !is_place_key(&key) {
            let found = self.reader.quote(&key);
            self.reader.note(self.range(), BadPlaceKey { found });
        }
        Some(self.at(key.into()))
    }

    fn person_or_place(self) -> Option<Sp<EcoString>> {
        let name = self.filled(self.string()?)?;
        if !has_odd_spaces(&name) {
            return Some(self.at(name.into()));
        }
        let key = self.name();
        self.reader.note(self.range(), OddSpaces { key });
        let words: Vec<&str> = name.split_whitespace().collect();
        Some(self.at(words.join(" ").into()))
    }

    fn line(self) -> Option<Sp<EcoString>> {
        let text = self.filled(self.string()?)?;
        Some(self.at(text.trim().into()))
    }

    fn url(self) -> Option<Sp<EcoString>> {
        let url = self.line()?;
        let host = ["https://", "http://"]
            .iter()
            .find_map(|scheme| url.strip_prefix(scheme));
        if host.is_none_or(|host| host.starts_with('/') || host.is_empty() || host.contains(' ')) {
            self.reader.note(self.range(), BadUrl {});
        }
        let slash = if url.ends_with('/') { "" } else { "/" };
        Some(url.map(|url| format!("{url}{slash}").into()))
    }

    /// The text, unless there is nothing in it, which is reported.
    fn filled(self, text: Cow<'a, str>) -> Option<Cow<'a, str>> {
        if text.contains(|c: char| !c.is_whitespace()) {
            return Some(text);
        }
        let key = self.name();
        self.reader.note(self.range(), EmptyText { key });
        None
    }

    fn clean(self, text: &'a str) -> Cow<'a, str> {
        let mut text = Cow::Borrowed(text);
        if text.contains("\r\n") {
            text = text.replace("\r\n", "\n").into();
        }
        if text.contains(is_hidden) {
            self.report_hidden();
            text = text.replace(is_hidden, "").into();
        }
        match nfc(&text) {
            Cow::Borrowed(_) => text,
            Cow::Owned(composed) => composed.into(),
        }
    }

    fn report_hidden(self) {
        let Value::Text(text) = &self.value.value else {
            return;
        };
        for (at, character) in text.char_indices().filter(|(_, c)| is_hidden(*c)) {
            if !text[at..].starts_with("\r\n") {
                self.reader
                    .note(self.character(at), HiddenCharacter { character });
            }
        }
    }
}

/// Whether a word has the form of an id.
pub(super) fn is_id(word: &str) -> bool {
    word.bytes()
        .all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'-'))
}

/// Whether a word has the form `edition:code`.
pub(super) fn is_place_key(word: &str) -> bool {
    word.split_once(':').is_some_and(|(edition, code)| {
        is_id(edition) && !edition.is_empty() && !code.is_empty() && !code.contains([':', ' '])
    })
}

/// Printable ASCII and composed Latin letters, which is what nearly all strings consist of, need no cleaning.
fn is_plain(text: &str) -> bool {
    let mut rest = text.as_bytes();
    loop {
        rest = match rest {
            [] => return true,
            [b' '..=b'~', rest @ ..]
            | [0xc3..=0xc8, _, rest @ ..]
            | [0xe1, 0xb8..=0xbb, _, rest @ ..] => rest,
            _ => return false,
        };
    }
}

fn has_odd_spaces(name: &str) -> bool {
    let mut before = ' ';
    for c in name.chars() {
        if c.is_whitespace() && (c != ' ' || before == ' ') {
            return true;
        }
        before = c;
    }
    before == ' '
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_plain_is_composed_and_visible() {
        for c in ('\u{1}'..='\u{ffff}').filter(|c| is_plain(&c.to_string())) {
            assert_eq!(nfc(&c.to_string()), c.to_string());
            assert!(!is_hidden(c), "{c:?}");
        }
        assert!(is_plain("Nguyễn Thị Ước, Đặng Ỷ"));
        assert!(!is_plain("Nguye\u{302}\u{303}n"));
    }
}
