//! "Did you mean": the nearest known word. Owns the measure of nearness; reports nothing itself.

/// The known word nearest to a mistyped one, when near enough to be meant.
pub fn near<'a>(word: &str, among: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    among
        .map(|known| (strsim::normalized_damerau_levenshtein(word, known), known))
        .filter(|(likeness, _)| *likeness >= 0.6)
        .max_by(|a, b| a.0.total_cmp(&b.0).then_with(|| b.1.cmp(a.1)))
        .map(|(_, known)| known)
}
