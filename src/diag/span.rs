//! Where something stands in a source file.

use std::ops::Deref;

/// Which source file, as an index into the [`SourceMap`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FileId(pub u32);

/// A byte range of one source file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    /// The file.
    pub file: FileId,
    /// First byte, counted from the start of the text as read (after a BOM).
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// A span of `range` bytes in `file`.
    pub fn new(file: FileId, range: std::ops::Range<usize>) -> Self {
        let clamp = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Span {
            file,
            start: clamp(range.start),
            end: clamp(range.end),
        }
    }

    /// The very start of a file, for findings about the file as a whole.
    pub const fn file(file: FileId) -> Self {
        Span {
            file,
            start: 0,
            end: 0,
        }
    }
}

/// A value and where it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sp<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub span: Span,
}

impl<T> Sp<T> {
    /// Pairs a value with its place.
    pub const fn new(value: T, span: Span) -> Self {
        Sp { value, span }
    }

    /// Changes the value and keeps the place.
    pub fn map<U>(self, f: impl FnOnce(T) -> U) -> Sp<U> {
        Sp {
            value: f(self.value),
            span: self.span,
        }
    }
}

impl<T> Deref for Sp<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

/// What a diagnostic needs of the source files to point into them.
pub trait SourceMap {
    /// The path relative to the site folder, with `/`.
    fn path(&self, file: FileId) -> &str;
    /// The text as read, without a BOM.
    fn text(&self, file: FileId) -> &str;
    /// Whether the file holds private values, so that its lines are quoted on a local terminal only.
    fn is_private(&self, file: FileId) -> bool;
}
