//! Bytes to text: the BOM goes, and what is no UTF-8 says where and what it probably is.

/// Where text stops being UTF-8, and what the file seems to be written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct NotText {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// What it looks like.
    pub guess: Encoding,
}

/// What a file that is no UTF-8 seems to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// "Unicode" of an old Windows Notepad.
    Utf16,
    /// A spreadsheet or other packed file under a wrong name.
    Packed,
    /// An older encoding of one byte a letter, such as TCVN3 or Windows-1258.
    OneByte,
}

/// The text of a file, without its BOM.
pub(super) fn decode(bytes: Vec<u8>) -> Result<Box<str>, NotText> {
    match String::from_utf8(bytes) {
        Ok(mut text) => {
            if text.starts_with('\u{feff}') {
                text.drain(..'\u{feff}'.len_utf8());
            }
            Ok(text.into_boxed_str())
        }
        Err(error) => Err(locate(error.as_bytes(), error.utf8_error().valid_up_to())),
    }
}

fn locate(bytes: &[u8], valid: usize) -> NotText {
    let before = String::from_utf8_lossy(&bytes[..valid]);
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    NotText {
        line: before.matches('\n').count() + 1,
        column: before[line_start..].chars().count() + 1,
        guess: guess(bytes),
    }
}

fn guess(bytes: &[u8]) -> Encoding {
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        Encoding::Utf16
    } else if bytes.starts_with(b"PK") || bytes.contains(&0) {
        Encoding::Packed
    } else {
        Encoding::OneByte
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bom_goes_and_line_ends_stay() {
        let text = decode(b"\xef\xbb\xbfa = 1\r\n".to_vec());
        assert_eq!(text.as_deref(), Ok("a = 1\r\n"));
    }

    #[test]
    fn the_place_counts_characters() {
        let found = decode("x\nTổ\u{1}".bytes().chain([0xe1]).collect());
        let wanted = NotText {
            line: 2,
            column: 4,
            guess: Encoding::OneByte,
        };
        assert_eq!(found, Err(wanted));
    }

    #[test]
    fn an_old_notepad_is_recognised() {
        let found = decode(b"\xff\xfea\0".to_vec()).map_err(|e| e.guess);
        assert_eq!(found, Err(Encoding::Utf16));
    }
}
