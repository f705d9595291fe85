//! Words in Vietnamese and, where they exist, in English.

use crate::diag::Lang;
use ecow::EcoString;

/// Text in two languages. Vietnamese is always there; English falls back to it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    /// Vietnamese.
    pub vi: EcoString,
    /// English, if written.
    pub en: Option<EcoString>,
}

impl Text {
    /// Text in both languages.
    pub fn new(vi: impl Into<EcoString>, en: impl Into<EcoString>) -> Self {
        Text {
            vi: vi.into(),
            en: Some(en.into()),
        }
    }

    /// Text that is the same in every language, such as a number or a name.
    pub fn same(text: impl Into<EcoString>) -> Self {
        Text {
            vi: text.into(),
            en: None,
        }
    }

    /// The words in a language.
    pub fn get(&self, lang: Lang) -> &str {
        match (lang, &self.en) {
            (Lang::En, Some(en)) => en,
            _ => &self.vi,
        }
    }

    /// Replaces `{name}` in both languages.
    #[must_use]
    pub fn fill(&self, name: &str, with: &Text) -> Text {
        let hole = format!("{{{name}}}");
        Text {
            vi: self.vi.replace(&hole, &with.vi),
            en: self
                .en
                .as_ref()
                .map(|en| en.replace(&hole, with.get(Lang::En))),
        }
    }
}

/// A name in the middle of a sentence: "Xã Xuân Hòa" becomes "xã Xuân Hòa" when it starts with its kind.
pub fn within(name: &str, kind: &Text) -> String {
    let own = bare(name, kind);
    if own.len() == name.len() {
        return name.to_owned();
    }
    format!("{} {own}", kind.vi.to_lowercase())
}

/// A name without its kind: "Xã Xuân Hòa" becomes "Xuân Hòa".
pub fn bare<'n>(name: &'n str, kind: &Text) -> &'n str {
    let kind = &*kind.vi;
    let starts = name
        .get(..kind.len())
        .is_some_and(|head| head.to_lowercase() == kind.to_lowercase());
    let rest = if starts {
        name[kind.len()..].strip_prefix(' ')
    } else {
        None
    };
    rest.filter(|rest| !rest.is_empty()).unwrap_or(name)
}

/// Text with its first letter in upper case.
pub fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(chars).collect()
    })
}

/// Text in the middle of a sentence: its first letter in lower case.
pub fn lower(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| {
        first.to_lowercase().chain(chars).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_is_lower_case_within_a_sentence() {
        assert_eq!(within("Xã Xuân Hòa", &Text::same("xã")), "xã Xuân Hòa");
        assert_eq!(within("Đồng Hới", &Text::same("xã")), "Đồng Hới");
        assert_eq!(within("Xãng Đông", &Text::same("xã")), "Xãng Đông");
        assert_eq!(bare("THỊ XÃ Bỉm Sơn", &Text::same("thị xã")), "Bỉm Sơn");
        assert_eq!(bare("Xã", &Text::same("xã")), "Xã");
        assert_eq!(capital("đường"), "Đường");
    }
}
