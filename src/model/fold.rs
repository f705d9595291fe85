//! Folding: Vietnamese without its marks, for slugs, search and the leak scan. One function, used everywhere.

use unicode_normalization::{UnicodeNormalization, is_nfc};

/// NFC: what a Mac writes as letter plus mark becomes one letter. Borrowed when nothing changes.
pub fn nfc(text: &str) -> std::borrow::Cow<'_, str> {
    if is_nfc(text) {
        text.into()
    } else {
        text.nfc().collect::<String>().into()
    }
}

/// The base letters of one character, in lower case without marks: `Đ` → `d`, `Ộ` → `o`. Others stay as they are.
pub fn fold_char(c: char, mut push: impl FnMut(char)) {
    if c.is_ascii() {
        push(c.to_ascii_lowercase());
        return;
    }
    unicode_normalization::char::decompose_canonical(c, |part| match part {
        'đ' | 'Đ' => push('d'),
        '\u{300}'..='\u{36f}' => {}
        other => other.to_lowercase().for_each(&mut push),
    });
}

/// Text in lower case without marks: "Đề án Hòa" → "de an hoa". Spaces and punctuation stay.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars() {
        fold_char(c, |c| folded.push(c));
    }
    folded
}

/// The address form of a name: folded, ASCII letters and digits, single hyphens: "Xã Xuân Hòa" → `xa-xuan-hoa`.
///
/// The result is never empty (`-` stands for text without a letter or digit), has no leading or trailing hyphen
/// otherwise, and slugging a slug changes nothing.
pub fn slug(text: &str) -> String {
    let mut slug = String::with_capacity(text.len());
    let mut gap = false;
    for c in text.chars() {
        fold_char(c, |c| {
            if c.is_ascii_alphanumeric() {
                if gap && !slug.is_empty() {
                    slug.push('-');
                }
                gap = false;
                slug.push(c);
            } else if !matches!(c, '\'' | '’' | '‘') {
                gap = true;
            }
        });
    }
    if slug.is_empty() {
        "-".to_owned()
    } else {
        slug
    }
}

/// Characters that are invisible or turn the direction of text: they have no place in a name or a number.
pub fn is_hidden(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}')
        || (c.is_control() && c != '\n' && c != '\t')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_accents_and_d() {
        assert_eq!(
            fold("Đặng Thị Ước, Xã Xuân Hòa"),
            "dang thi uoc, xa xuan hoa"
        );
        assert_eq!(fold("Hoa\u{300}"), "hoa");
        assert_eq!(fold("THUỶ QUỲ Nghĩa"), "thuy quy nghia");
    }

    #[test]
    fn slugs_are_ascii() {
        assert_eq!(slug("Xã Xuân Hòa"), "xa-xuan-hoa");
        assert_eq!(slug("Thị trấn Mường Lát"), "thi-tran-muong-lat");
        assert_eq!(slug("Bản Xa L'ao – khu 2"), "ban-xa-lao-khu-2");
        assert_eq!(slug("—"), "-");
    }
}

#[cfg(test)]
mod properties {
    use super::*;
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization;

    proptest! {
        #[test]
        fn a_slug_is_plain_and_stable(text in "\\PC{0,40}") {
            let once = slug(&text);
            prop_assert!(!once.is_empty());
            prop_assert!(once.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-'), "{}", once);
            prop_assert!(once == "-" || (!once.starts_with('-') && !once.ends_with('-') && !once.contains("--")));
            prop_assert_eq!(slug(&once), once.clone());
        }

        #[test]
        fn folding_ignores_how_accents_are_stored_and_folds_once(text in "[A-ZĐa-zđàảãáạăằẳẵắặâầẩẫấậèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ ]{0,40}") {
            let apart: String = text.nfd().collect();
            prop_assert_eq!(fold(&text), fold(&apart));
            prop_assert_eq!(fold(&fold(&text)), fold(&text));
            prop_assert!(fold(&text).is_ascii());
            prop_assert_eq!(fold(&text), fold(&text.to_uppercase()));
        }

        #[test]
        fn nfc_is_idempotent(text in "\\PC{0,40}") {
            let once = nfc(&text).into_owned();
            prop_assert_eq!(nfc(&once).into_owned(), once.clone());
        }
    }
}
