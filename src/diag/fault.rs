//! What stops the program: a broken disk, a forbidden folder, a bug. Never about the content.

use std::{io, path::PathBuf};

use super::Lang;

/// One thing that makes going on impossible; exit code 2.
#[derive(Debug)]
pub enum Fault {
    /// An operation on a file or folder failed.
    Io {
        /// What was tried, in Vietnamese and English, as a verb: `("đọc", "read")`.
        action: (&'static str, &'static str),
        /// The file or folder.
        path: PathBuf,
        /// What the system answered.
        error: io::Error,
    },
    /// Something the user asked for cannot be done, in Vietnamese and English.
    Refused {
        /// Vietnamese words.
        vi: String,
        /// English words.
        en: String,
    },
}

impl Fault {
    /// An input or output error on a path.
    pub fn io(
        action: (&'static str, &'static str),
        path: impl Into<PathBuf>,
        error: io::Error,
    ) -> Self {
        Fault::Io {
            action,
            path: path.into(),
            error,
        }
    }

    /// A refusal, in both languages.
    pub fn refused(vi: impl Into<String>, en: impl Into<String>) -> Self {
        Fault::Refused {
            vi: vi.into(),
            en: en.into(),
        }
    }

    /// The words to print.
    pub fn words(&self, lang: Lang) -> String {
        match self {
            Fault::Io {
                action,
                path,
                error,
            } => {
                let path = path.display();
                lang.pick(
                    format!("không {} được {path}: {error}", action.0),
                    format!("cannot {} {path}: {error}", action.1),
                )
            }
            Fault::Refused { vi, en } => lang.pick(vi, en).clone(),
        }
    }
}
