//! Text in two languages, with or without the clause it rests on.

use super::{
    draft::{Cited, Word},
    findings::{NeedsLanguages, Shape},
    strings::{CODE, LINE},
    tree::Value,
    walk::{Given, Kind, Table},
};
use crate::model::Text;

/// `{ vi = "…", en = "…" }`.
pub(super) const TEXT: Kind<Text> = Kind {
    shape: Shape::Languages,
    read: |given| given.text(),
};

impl Table<'_> {
    /// `vi` and `en` of this very table.
    pub fn text_here(&mut self) -> Option<Text> {
        let vi = self.need("vi", LINE);
        let en = self.may("en", LINE);
        Some(Text {
            vi: vi?.value,
            en: en.map(|en| en.value),
        })
    }

    /// `vi`, `en` and `clause` of this very table.
    pub fn cited_here(&mut self) -> Option<Cited> {
        let text = self.text_here();
        let clause = self.clause();
        Some(Cited {
            text: text?,
            clause,
        })
    }

    /// Words under a key, with the clause of this table.
    pub fn cited(&mut self, key: &'static str) -> Option<Cited> {
        let text = self.need(key, TEXT);
        let clause = self.clause();
        Some(Cited {
            text: text?,
            clause,
        })
    }

    /// The optional `clause`.
    pub fn clause(&mut self) -> Option<Word> {
        self.may("clause", CODE)
    }
}

impl Given<'_> {
    fn text(self) -> Option<Text> {
        match &self.value.value {
            Value::Table(_) => self.table(Table::text_here),
            Value::Text(_) => {
                let key = self.name();
                self.reader.note(self.range(), NeedsLanguages { key });
                self.string().map(Text::same)
            }
            _ => self.wrong(Shape::Languages),
        }
    }
}
