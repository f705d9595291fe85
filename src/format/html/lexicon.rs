//! Reads files of interface words: the embedded one of a language, and a site's own on top of it.
//!
//! Reports what a site's file gets wrong; never fills in a word itself.

use ecow::EcoString;
use rustc_hash::FxHashMap;
use toml::de::{DeTable, DeValue};

use super::{
    findings::{UnknownWord, WordShape, WordsSyntax},
    words::{Phrase, Word},
};
use crate::{
    diag::{FileId, Report, Span},
    parse::near::near,
};

/// Words by key.
pub(super) type Lexicon = FxHashMap<EcoString, Word>;

/// The words of an embedded file. Sections are for the eye; keys are unique over the file.
///
/// # Errors
/// What is wrong, for the test that keeps the embedded files right.
pub(super) fn embedded(text: &str) -> Result<Lexicon, String> {
    let table = DeTable::parse(text).map_err(|error| error.to_string())?;
    let mut words = Lexicon::default();
    for (key, value) in table.get_ref() {
        let word = read(value.get_ref()).ok_or_else(|| key.get_ref().to_string())?;
        words.insert(key.get_ref().as_ref().into(), word);
    }
    Ok(words)
}

/// Replaces single words by those of a site's file.
pub(super) fn replace(words: &mut Lexicon, file: FileId, text: &str, report: &mut Report) {
    let (table, errors) = DeTable::parse_recoverable(text);
    if let Some(error) = errors.first() {
        let span = Span::new(file, error.span().unwrap_or(0..0));
        let message = error.message().to_owned();
        report.push(span, WordsSyntax { message });
        return;
    }
    for (key, value) in table.get_ref() {
        let name: &str = key.get_ref();
        let Some(before) = words.get(name) else {
            let near = near(name, words.keys().map(|key| &**key)).map(str::to_owned);
            let key_span = Span::new(file, key.span());
            report.push(
                key_span,
                UnknownWord {
                    key: name.to_owned(),
                    near,
                },
            );
            continue;
        };
        match read(value.get_ref()).filter(|word| fits(before, word)) {
            Some(word) => {
                words.insert(name.into(), word);
            }
            None => report.push(
                Span::new(file, value.span()),
                WordShape {
                    key: name.to_owned(),
                    wants: shape(before),
                },
            ),
        }
    }
}

fn read(value: &DeValue) -> Option<Word> {
    if let Some(text) = value.as_str() {
        return Some(Word::Plain(Phrase::read(text)));
    }
    let forms = value.as_table()?;
    let form = |name: &str| forms.get(name)?.get_ref().as_str().map(Phrase::read);
    if forms.len() != 2 {
        return None;
    }
    Some(Word::Counted(form("one")?, form("other")?))
}

/// A word may be counted or not; its holes must be the same.
fn fits(before: &Word, after: &Word) -> bool {
    before.holes() == after.holes()
}

fn shape(word: &Word) -> String {
    let holes: Vec<String> = word
        .holes()
        .iter()
        .map(|hole| format!("{{{hole}}}"))
        .collect();
    if holes.is_empty() {
        "\"…\"".to_owned()
    } else {
        format!("\"… {} …\"", holes.join(" … "))
    }
}
