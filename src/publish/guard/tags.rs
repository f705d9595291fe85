//! What a tag does to the text around it, by its name.

/// What a tag does to the text around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Effect {
    /// Nothing: a change of style.
    Inline,
    /// A space.
    Space,
    /// Another cell, paragraph or item. What is not known divides.
    Block,
    /// The same, and what follows up to its closing tag is no text.
    Raw,
}

const INLINE: [&str; 32] = [
    "a", "b", "i", "q", "s", "u", "em", "rb", "rt", "tt", "abbr", "bdi", "bdo", "big", "cite",
    "code", "data", "del", "dfn", "font", "ins", "kbd", "label", "mark", "ruby", "samp", "small",
    "span", "strike", "strong", "sub", "sup",
];
const INLINE_TOO: [&str; 4] = ["time", "tspan", "var", "wbr"];
const SPACE: [&str; 6] = ["br", "img", "svg", "use", "path", "input"];
const RAW: [&str; 2] = ["script", "style"];

impl Effect {
    /// Whether no value goes over the tag.
    pub(super) const fn divides(self) -> bool {
        matches!(self, Effect::Block | Effect::Raw)
    }
}

/// Names that are no plain block, by hash: a page has hundreds of tags, and comparing texts is what takes time.
static TABLE: [(u64, Effect); SLOTS] = table();
const SLOTS: usize = 256;

/// Reads the name of a tag: where it ends, and what the tag does.
pub(super) fn read(bytes: &[u8], from: usize) -> (usize, Effect) {
    let (mut word, mut at) = (0, from);
    while let Some(letter) = bytes.get(at).map(|b| LETTERS[usize::from(*b)])
        && letter != 0
    {
        word = word << 8 | u64::from(letter);
        at += 1;
    }
    let effect = if at - from > 8 {
        Effect::Block
    } else {
        effect(word)
    };
    (at, effect)
}

/// What the tag of this name does, the name as a number.
fn effect(word: u64) -> Effect {
    let mut at = slot(word);
    loop {
        match TABLE[at] {
            (0, _) => return Effect::Block,
            (known, effect) if known == word => return effect,
            _ => at = (at + 1) % SLOTS,
        }
    }
}

/// Up to eight letters as a number.
const fn word(name: &[u8]) -> u64 {
    let (mut word, mut at) = (0, 0);
    while at < name.len() {
        word = word << 8 | name[at] as u64;
        at += 1;
    }
    word
}

/// What may stand in a name, in lower case; zero for what may not.
static LETTERS: [u8; 256] = letters();

const fn letters() -> [u8; 256] {
    let mut letters = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        let b = byte as u8;
        if b.is_ascii_alphanumeric() || b == b':' || b == b'-' {
            letters[byte] = b.to_ascii_lowercase();
        }
        byte += 1;
    }
    letters
}

const fn slot(word: u64) -> usize {
    (word.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 56) as usize
}

const fn table() -> [(u64, Effect); SLOTS] {
    let table = [(0, Effect::Block); SLOTS];
    let table = with(table, &INLINE, Effect::Inline);
    let table = with(table, &INLINE_TOO, Effect::Inline);
    let table = with(table, &SPACE, Effect::Space);
    with(table, &RAW, Effect::Raw)
}

const fn with(
    mut table: [(u64, Effect); SLOTS],
    names: &[&str],
    effect: Effect,
) -> [(u64, Effect); SLOTS] {
    let mut at = 0;
    while at < names.len() {
        let word = word(names[at].as_bytes());
        let mut slot = slot(word);
        while table[slot].0 != 0 {
            slot = (slot + 1) % SLOTS;
        }
        table[slot] = (word, effect);
        at += 1;
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_told_apart() {
        for name in INLINE.iter().chain(&INLINE_TOO) {
            let tag = name.to_uppercase() + " class";
            assert_eq!(read(tag.as_bytes(), 0), (name.len(), Effect::Inline));
        }
        assert_eq!(read(b"<br>", 1), (3, Effect::Space));
        assert_eq!(read(b"Script>", 0), (6, Effect::Raw));
        for block in ["p", "td", "li", "h1", "section", "blockquote", "entry", ""] {
            assert_eq!(read(block.as_bytes(), 0), (block.len(), Effect::Block));
        }
    }
}
