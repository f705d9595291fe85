//! The syntax of a card: content lines with escaped values, folded as RFC 2426 asks (section 2.6, and 5 for the grammar).
//!
//! Knows no property and no person.

/// Longest line in bytes, without its end.
const WIDEST: usize = 75;

/// Writes content lines at the end of some bytes.
#[derive(Debug)]
pub(super) struct Lines<'a> {
    out: &'a mut Vec<u8>,
    /// Bytes of the line so far.
    width: usize,
}

impl<'a> Lines<'a> {
    /// Lines at the end of `out`.
    pub(super) const fn new(out: &'a mut Vec<u8>) -> Self {
        Lines { out, width: 0 }
    }

    /// One property: its name with parameters, which need no escape, and its components, of which most have one.
    pub(super) fn line(&mut self, name: &str, components: &[&str]) {
        self.put(name);
        self.put(":");
        for (at, component) in components.iter().enumerate() {
            if at > 0 {
                self.put(";");
            }
            escape(component, |atom| self.put(atom));
        }
        self.out.extend_from_slice(b"\r\n");
        self.width = 0;
    }

    /// A piece that stays whole: a character, or an escape, which readers that do not unfold first would misread in two.
    fn put(&mut self, atom: &str) {
        if self.width + atom.len() > WIDEST {
            self.out.extend_from_slice(b"\r\n ");
            self.width = 1;
        }
        self.out.extend_from_slice(atom.as_bytes());
        self.width += atom.len();
    }
}

/// Gives a text value piece by piece as it is written. What no line of text holds (a bell, a lone carriage return) is left
/// out.
fn escape(value: &str, mut give: impl FnMut(&str)) {
    let mut buffer = [0; 4];
    for c in value.chars() {
        match c {
            '\\' => give("\\\\"),
            ';' => give("\\;"),
            ',' => give("\\,"),
            '\n' => give("\\n"),
            c if c.is_control() => {}
            c => give(c.encode_utf8(&mut buffer)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        diag::{FileId, Span},
        publish::{GuardBuilder, Media, Surface, Surfaces},
    };
    use proptest::prelude::*;

    fn written(name: &str, components: &[&str]) -> String {
        let mut out = Vec::new();
        Lines::new(&mut out).line(name, components);
        String::from_utf8(out).unwrap()
    }

    /// Reads a line as any reader of cards does: unfold, then split, then undo the escapes.
    fn read(line: &str) -> (String, Vec<String>) {
        let line = line.replace("\r\n ", "");
        let (name, rest) = line.strip_suffix("\r\n").unwrap().split_once(':').unwrap();
        let mut components = vec![String::new()];
        let mut chars = rest.chars();
        while let Some(c) = chars.next() {
            let last = components.last_mut().unwrap();
            match c {
                '\\' => match chars.next().unwrap() {
                    'n' => last.push('\n'),
                    c => last.push(c),
                },
                ';' => components.push(String::new()),
                ',' => panic!("a bare comma makes two values"),
                c => last.push(c),
            }
        }
        (name.to_owned(), components)
    }

    /// Text as rosters have it, and anything else.
    fn text() -> impl Strategy<Value = String> {
        prop_oneof![
            any::<String>(),
            "[A-Za-zàảãáạăằẳẵắặâầẩẫấậđĐẲỳ ,;\\\\\n]{0,200}",
        ]
    }

    proptest! {
        #[test]
        fn what_is_written_reads_the_same(values in prop::collection::vec(text(), 1..4)) {
            let components: Vec<&str> = values.iter().map(|value| &**value).collect();
            let shown: Vec<String> = values
                .iter()
                .map(|value| value.chars().filter(|c| *c == '\n' || !c.is_control()).collect())
                .collect();
            let line = written("NOTE", &components);
            prop_assert_eq!(read(&line), ("NOTE".to_owned(), shown));
            let lines = line.strip_suffix("\r\n").unwrap().split("\r\n");
            for (at, line) in lines.enumerate() {
                prop_assert!(line.len() <= WIDEST, "{}", line);
                prop_assert!(at == 0 || line.starts_with(' '));
                // An escape is never in two lines.
                let slashes = line.len() - line.trim_end_matches('\\').len();
                prop_assert!(slashes % 2 == 0, "{}", line);
            }
        }

        #[test]
        fn a_private_value_in_a_folded_line_is_found(before in "[a-zđạ ,;\n]{0,160}", after in "[a-z ,]{0,90}") {
            for value in ["Số nhà 41, ngách Cây Đa Cụt, phố Mẫu", "0900 000 781"] {
                let mut guard = GuardBuilder::default();
                guard.private(value, Surfaces::NONE, Span::file(FileId(0)));
                let line = written("NOTE", &[&format!("{before} {value} {after}")]);
                let leaks = guard.build().scan(Media::Text, Surface::Export, line.as_bytes());
                prop_assert_eq!(leaks.len(), 1, "{}", line);
            }
        }
    }

    #[test]
    fn long_lines_fold_between_characters() {
        let line = written("NOTE", &[&"ạ".repeat(40)]);
        let first: Vec<&str> = line.split("\r\n").collect();
        assert_eq!(first[0], format!("NOTE:{}", "ạ".repeat(23)));
        assert_eq!(first[1], format!(" {}", "ạ".repeat(17)));
        assert_eq!(written("N", &["Lê", "Mẫu", ""]), "N:Lê;Mẫu;\r\n");
    }
}
