//! Values that must not leave: private by type.

use std::fmt;

/// A private value. It cannot be shown, serialised or compared by accident.
///
/// It has no `Display` and no `Serialize`, and its `Debug` is redacted:
///
/// ```compile_fail
/// let born = binhyen::model::Private::new("1961-03-02");
/// println!("{born}");
/// ```
///
/// ```compile_fail
/// let born = binhyen::model::Private::new("1961-03-02");
/// serde_json::to_string(&born);
/// ```
///
/// ```
/// let born = binhyen::model::Private::new("1961-03-02");
/// assert_eq!(format!("{born:?}"), "Private(…)");
/// ```
#[derive(Clone)]
pub struct Private<T>(T);

impl<T> Private<T> {
    /// Wraps a value for good.
    pub const fn new(value: T) -> Self {
        Private(value)
    }

    /// Opens it. Only the rules over private attributes and the leak index may call this; a test holds them to it.
    pub(crate) const fn expose(&self) -> &T {
        &self.0
    }
}

impl<T> fmt::Debug for Private<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Private(…)")
    }
}
