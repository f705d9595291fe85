//! "Did you mean": the known word nearest to one that is not known. Knows words only, no tables.

use crate::model::fold::fold;

/// The candidate that `word` most likely meant, if any is near enough to be worth saying.
///
/// Case, accents, hyphens and underscores do not count; a third of the letters may differ. The first of equals wins.
pub fn near<'a>(word: &str, candidates: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let plain = plain(word);
    let reach = (plain.chars().count() / 3).clamp(1, 4);
    candidates
        .filter(|candidate| *candidate != word)
        .map(|candidate| (distance(&plain, candidate, reach), candidate))
        .filter(|(steps, _)| *steps <= reach)
        .min_by_key(|(steps, _)| *steps)
        .map(|(_, candidate)| candidate)
}

fn distance(plain_word: &str, candidate: &str, reach: usize) -> usize {
    // Cheap bound first: most of a long list differs in length alone.
    if candidate.len().abs_diff(plain_word.len()) > reach + 4 {
        return usize::MAX;
    }
    strsim::damerau_levenshtein(plain_word, &plain(candidate))
}

fn plain(word: &str) -> String {
    let mut folded = fold(word);
    folded.retain(|c| !matches!(c, '-' | '_' | ' '));
    folded
}

#[cfg(test)]
mod tests {
    use super::near;

    #[test]
    fn finds_slips_of_the_keyboard() {
        let keys = ["name", "phone", "police_duty", "offices"];
        assert_eq!(near("nmae", keys.into_iter()), Some("name"));
        assert_eq!(near("Phones", keys.into_iter()), Some("phone"));
        assert_eq!(near("police-duty", keys.into_iter()), Some("police_duty"));
        assert_eq!(
            near("tổ phó", ["to-truong", "to-pho"].into_iter()),
            Some("to-pho")
        );
    }

    #[test]
    fn says_nothing_rather_than_nonsense() {
        assert_eq!(near("address", ["name", "phone"].into_iter()), None);
        assert_eq!(near("", ["name"].into_iter()), None);
        assert_eq!(near("id", ["name"].into_iter()), None);
    }
}
