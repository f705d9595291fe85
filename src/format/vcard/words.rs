//! The interface words of cards, in one language, and the names of people in their parts.

/// What a card says besides what is in the roster. Words with holes keep them: `{place}`, `{date}`.
#[derive(Debug, Default)]
pub struct Words {
    /// What marks a site of invented people.
    pub sample: String,
    /// Who answers the duty phone of a `{place}`.
    pub duty: String,
    /// The office of a `{place}`.
    pub office: String,
    /// The head of a village, where the scheme has no title for it.
    pub head: String,
    /// When the roster is to be checked again: `{date}`.
    pub again: String,
    /// That the rules have been replaced.
    pub replaced: String,
    /// Since a `{date}`.
    pub since: String,
}

/// A full name as cards take it apart: family, given, and what stands between. A Vietnamese name starts with the family's
/// and ends with the given one; a single word is a given name.
pub(super) fn parts(name: &str) -> (&str, &str, String) {
    let words: Vec<&str> = name.split_whitespace().collect();
    match words[..] {
        [] => ("", "", String::new()),
        [given] => ("", given, String::new()),
        [family, ref middle @ .., given] => (family, given, middle.join(" ")),
    }
}

#[cfg(test)]
mod tests {
    use super::parts;

    #[test]
    fn a_name_has_its_family_first() {
        let middle = |words: &str| words.to_owned();
        assert_eq!(parts("Lê Mẫu"), ("Lê", "Mẫu", middle("")));
        assert_eq!(
            parts("Nguyễn Thị  Ngọc Mẫu"),
            ("Nguyễn", "Mẫu", middle("Thị Ngọc"))
        );
        assert_eq!(parts("Páo"), ("", "Páo", middle("")));
    }
}
