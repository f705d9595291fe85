//! What a finding is, and the macro that defines one with both its languages in one place.

use std::fmt::Debug;

use super::Lang;

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// Reality breaks a rule, or something deserves a look: the site is published with a notice.
    Warning,
    /// The data cannot be read, or would leak: nothing is published.
    Error,
}

/// The catalogue entry of a kind of finding: what `explain` prints.
#[derive(Debug)]
pub struct Entry {
    /// Stable code, such as `D003`.
    pub code: &'static str,
    /// Stable short name, such as `unknown-key`.
    pub name: &'static str,
    /// How much it weighs.
    pub severity: Severity,
    /// What it means and what to do, in Vietnamese (Markdown).
    pub vi: &'static str,
    /// The same in English.
    pub en: &'static str,
}

impl Entry {
    /// The explanation in a language.
    pub fn text(&self, lang: Lang) -> &'static str {
        lang.pick(self.vi, self.en)
    }
}

/// One thing found in the content, with typed fields; its words are made when it is shown.
pub trait Finding: Debug + Send + Sync {
    /// The code shown in brackets: a catalogue code, or `scheme/rule` for a scheme's own rule.
    fn code(&self) -> String;
    /// How much it weighs.
    fn severity(&self) -> Severity;
    /// One sentence without a full stop: what is wrong.
    fn words(&self, lang: Lang) -> String;
    /// What to do about it; "did you mean" belongs here.
    fn help(&self, lang: Lang) -> Option<String>;
    /// The clauses it rests on, for a broken rule.
    fn clauses(&self) -> Vec<String> {
        Vec::new()
    }
}

/// Defines a finding: a struct, its [`Entry`] and its words in both languages.
///
/// ```ignore
/// finding! {
///     /// A key the table does not have.
///     UnknownKey { key: String, near: Option<String> }
///     "D003" "unknown-key" Error
///     vi: |f| format!("khóa lạ `{}`", f.key), |f| f.near.as_ref().map(|n| format!("ý bạn là `{n}`?")), "Giải thích …";
///     en: |f| format!("unknown key `{}`", f.key), |f| f.near.as_ref().map(|n| format!("did you mean `{n}`?")), "Explanation …";
/// }
/// ```
macro_rules! finding {
    (
        $(#[$meta:meta])*
        $name:ident { $($field:ident : $ty:ty),* $(,)? }
        $code:literal $slug:literal $severity:ident
        vi: $vi:expr, $vi_help:expr, $vi_explain:literal;
        en: $en:expr, $en_help:expr, $en_explain:literal $(;)?
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone)]
        #[allow(missing_docs)]
        pub struct $name { $(pub $field: $ty),* }

        impl $name {
            /// What `explain` prints.
            pub const ENTRY: $crate::diag::Entry = $crate::diag::Entry {
                code: $code,
                name: $slug,
                severity: $crate::diag::Severity::$severity,
                vi: $vi_explain,
                en: $en_explain,
            };
        }

        impl $crate::diag::Finding for $name {
            fn code(&self) -> String {
                $code.to_owned()
            }

            fn severity(&self) -> $crate::diag::Severity {
                $crate::diag::Severity::$severity
            }

            fn words(&self, lang: $crate::diag::Lang) -> String {
                let vi: fn(&Self) -> String = $vi;
                let en: fn(&Self) -> String = $en;
                lang.pick(vi, en)(self)
            }

            fn help(&self, lang: $crate::diag::Lang) -> Option<String> {
                let vi: fn(&Self) -> Option<String> = $vi_help;
                let en: fn(&Self) -> Option<String> = $en_help;
                lang.pick(vi, en)(self)
            }
        }
    };
}

/// The catalogue of a module: `findings![UnknownKey, WrongType]` is its `FINDINGS`.
macro_rules! findings {
    ($($name:ident),* $(,)?) => {
        /// Every kind of finding this module makes.
        pub static FINDINGS: &[$crate::diag::Entry] = &[$($name::ENTRY),*];
    };
}

pub(crate) use {finding, findings};
