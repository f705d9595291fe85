//! Divides sorted keys into files by how they begin: a file has a bounded size, and neighbours in the alphabet share one.
//!
//! The division depends on the keys below a beginning alone, so that a change moves nothing elsewhere.

use ecow::EcoString;

/// About how many bytes a file may have before it is divided further.
pub(super) const LIMIT: usize = 8_000;

/// The file that holds everything, where that is little.
pub(super) const WHOLE: &str = "_";

/// The beginnings that name the files, in order. Keys are sorted and come with the bytes they bring.
pub(super) fn split(keys: &[(EcoString, usize)]) -> Vec<EcoString> {
    let mut files = Vec::new();
    if !keys.is_empty() {
        part(keys, 0, &mut files);
    }
    files
}

/// The file a key is in: the longest beginning of it that names one.
pub(super) fn file_of(files: &[EcoString], key: &str) -> Option<usize> {
    if files.len() == 1 && files[0] == WHOLE {
        return Some(0);
    }
    let ends = key.char_indices().map(|(at, c)| at + c.len_utf8());
    let ends: Vec<usize> = ends.collect();
    ends.iter().rev().find_map(|end| {
        files
            .binary_search_by(|file| (**file).cmp(&key[..*end]))
            .ok()
    })
}

/// A key as it may stand in the name of a file.
pub(super) fn safe(key: &str) -> EcoString {
    let plain = |c: char| if c.is_ascii_alphanumeric() { c } else { '_' };
    key.chars().map(plain).collect()
}

fn part(keys: &[(EcoString, usize)], depth: usize, files: &mut Vec<EcoString>) {
    let total: usize = keys.iter().map(|(_, bytes)| bytes).sum();
    let first = &keys[0].0;
    if total <= LIMIT || keys.len() == 1 || first.len() < depth {
        let name = first.get(..depth).unwrap_or(first);
        files.push(if name.is_empty() {
            WHOLE.into()
        } else {
            name.into()
        });
        return;
    }
    for group in keys.chunk_by(|(a, _), (b, _)| a.get(..=depth) == b.get(..=depth)) {
        // A key that ends here has a file of its own, as the only one of its group.
        part(group, depth + 1, files);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(list: &[(&str, usize)]) -> Vec<(EcoString, usize)> {
        list.iter().map(|(key, n)| ((*key).into(), *n)).collect()
    }

    #[test]
    fn little_is_one_file_and_much_is_divided_by_its_beginnings() {
        assert_eq!(split(&keys(&[("an", 5), ("xuan", 5)])), [WHOLE]);
        let list = keys(&[
            ("an", 9_000),
            ("bac", 1_000),
            ("ban", 5_000),
            ("xu", 8_000),
            ("xua", 500),
            ("xuan", 7_000),
            ("xung", 6_000),
        ]);
        let files = split(&list);
        assert_eq!(files, ["a", "b", "xu", "xua", "xun"]);
        let found = |key| file_of(&files, key).map(|at| &*files[at]);
        let at = ["an", "bai", "xu", "xuan", "xung", "xy"].map(found);
        assert_eq!(
            at,
            [
                Some("a"),
                Some("b"),
                Some("xu"),
                Some("xua"),
                Some("xun"),
                None
            ]
        );
    }

    #[test]
    fn a_change_elsewhere_moves_nothing() {
        let mut list = keys(&[("an", 9_000), ("xa", 5_000), ("xe", 8_000)]);
        let before = split(&list);
        list.insert(1, ("ma".into(), 11_000));
        list.insert(2, ("me".into(), 11_000));
        let after = split(&list);
        assert!(before.iter().all(|file| after.contains(file)));
    }

    #[test]
    fn a_big_key_that_begins_others_has_its_own_file() {
        let files = split(&keys(&[("tu", 20_000), ("tuan", 20_000), ("tung", 3)]));
        assert_eq!(files, ["tu", "tua", "tun"]);
        assert_eq!(safe("ngườiß2"), "ng__i_2");
    }
}
