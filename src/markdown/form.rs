//! Forms: the lines a text leaves to write on, as runs of three underscores or more.

/// A piece of text.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Piece<'t> {
    /// As written.
    Plain(&'t str),
    /// A line to write on: so many underscores.
    Blank(usize),
}

/// Splits text at its blanks.
pub(super) fn pieces(mut text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    while let Some(from) = text.find("___") {
        let run = text[from..].find(|c| c != '_').unwrap_or(text.len() - from);
        if from > 0 {
            pieces.push(Piece::Plain(&text[..from]));
        }
        pieces.push(Piece::Blank(run));
        text = &text[from + run..];
    }
    if !text.is_empty() {
        pieces.push(Piece::Plain(text));
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_are_told_from_words() {
        assert_eq!(
            pieces("Tên: ____, a__b ___"),
            [
                Piece::Plain("Tên: "),
                Piece::Blank(4),
                Piece::Plain(", a__b "),
                Piece::Blank(3)
            ]
        );
        assert_eq!(pieces(""), []);
    }
}
