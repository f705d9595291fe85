//! Building blocks of the findings' words: a quoted piece of the source, and the shape of a value.

use ecow::EcoString;
use std::fmt;

use crate::diag::Lang;

/// A piece of the source shown in a finding; of a private file only an ellipsis is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quoted(Option<EcoString>);

impl Quoted {
    /// A piece that may be shown.
    pub fn shown(text: &str) -> Self {
        Quoted(Some(text.into()))
    }

    /// A piece that may not: the text itself is not even kept.
    pub const fn withheld() -> Self {
        Quoted(None)
    }

    /// The text, when it may be shown.
    pub fn text(&self) -> Option<&str> {
        self.0.as_deref()
    }
}

/// In backticks, on one line, and never so long that it hides the message.
impl fmt::Display for Quoted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const MOST: usize = 60;
        let Some(text) = &self.0 else {
            return f.write_str("`…`");
        };
        f.write_str("`")?;
        for c in text.chars().take(MOST) {
            match c {
                '\n' | '\r' | '\t' => f.write_str(" ")?,
                c if crate::model::fold::is_hidden(c) => write!(f, "<U+{:04X}>", c as u32)?,
                c => write!(f, "{c}")?,
            }
        }
        if text.chars().nth(MOST).is_some() {
            f.write_str("…")?;
        }
        f.write_str("`")
    }
}

/// What a value is, or should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Any string.
    Text,
    /// An id.
    Id,
    /// A phone number.
    Phone,
    /// A whole number.
    Integer,
    /// A number with a decimal point.
    Decimal,
    /// `true` or `false`.
    Flag,
    /// A date.
    Date,
    /// A date with a time, or a time.
    Time,
    /// `{ vi = "…", en = "…" }`.
    Languages,
    /// A list of strings.
    Strings,
    /// Any list.
    List,
    /// A table.
    Table,
    /// A list of tables.
    Tables,
}

impl Shape {
    /// In plain words.
    pub fn words(self, lang: Lang) -> &'static str {
        match self {
            Shape::Text => lang.pick("chữ trong dấu nháy", "text in quotes"),
            Shape::Id => lang.pick("một mã trong dấu nháy", "an id in quotes"),
            Shape::Phone => lang.pick("số máy trong dấu nháy", "a phone number in quotes"),
            Shape::Integer => lang.pick("số nguyên", "a whole number"),
            Shape::Decimal => lang.pick("số có dấu chấm thập phân", "a decimal number"),
            Shape::Flag => lang.pick("`true` hoặc `false`", "`true` or `false`"),
            Shape::Date => lang.pick("ngày, như 2008-04-02", "a date, such as 2008-04-02"),
            Shape::Time => lang.pick("ngày kèm giờ", "a date with a time"),
            Shape::Languages => lang.pick("chữ theo ngôn ngữ", "text by language"),
            Shape::Strings => lang.pick("danh sách chữ", "a list of texts"),
            Shape::List => lang.pick("danh sách `[ … ]`", "a list `[ … ]`"),
            Shape::Table => lang.pick("bảng `{ … }`", "a table `{ … }`"),
            Shape::Tables => lang.pick("danh sách bảng", "a list of tables"),
        }
    }

    /// How `key` is written when its value has this shape.
    pub fn example(self, key: &str) -> String {
        match self {
            Shape::Text => format!("{key} = \"…\""),
            Shape::Id => format!("{key} = \"chu-thuong\""),
            Shape::Phone => format!("{key} = \"0237 000 1000\""),
            Shape::Integer => format!("{key} = 12"),
            Shape::Decimal => format!("{key} = 19.9"),
            Shape::Flag => format!("{key} = true"),
            Shape::Date | Shape::Time => format!("{key} = 2008-04-02"),
            Shape::Languages => format!("{key} = {{ vi = \"…\", en = \"…\" }}"),
            Shape::Strings => format!("{key} = [\"…\", \"…\"]"),
            Shape::List => format!("{key} = [ … ]"),
            Shape::Table => format!("{key} = {{ … }}"),
            Shape::Tables => format!("{key} = [ {{ … }}, {{ … }} ]"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_stay_on_one_line_and_show_what_hides() {
        assert_eq!(Quoted::shown("a\nb\u{200b}").to_string(), "`a b<U+200B>`");
        assert_eq!(Quoted::withheld().to_string(), "`…`");
        assert_eq!(
            Quoted::shown(&"x".repeat(99)).to_string().chars().count(),
            63
        );
    }
}
