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
}

const INLINE: [&str; 32] = [
    "a", "b", "i", "q", "s", "u", "em", "rb", "rt", "tt", "abbr", "bdi", "bdo", "big", "cite",
    "code", "data", "del", "dfn", "font", "ins", "kbd", "label", "mark", "ruby", "samp", "small",
    "span", "strike", "strong", "sub", "sup",
];
const INLINE_TOO: [&str; 4] = ["time", "tspan", "var", "wbr"];
const SPACE: [&str; 6] = ["br", "img", "svg", "use", "path", "input"];

/// Names that are no block, by hash: a page has hundreds of tags, and comparing texts is what takes time.
static TABLE: [(u64, Effect); SLOTS] = table();
const SLOTS: usize = 256;

/// What the tag of this name does.
pub(super) fn effect(name: &[u8]) -> Effect {
    if name.len() > 8 {
        return Effect::Block;
    }
    let word = word(name);
    let mut at = slot(word);
    loop {
        match TABLE[at] {
            (0, _) => return Effect::Block,
            (known, effect) if known == word => return effect,
            _ => at = (at + 1) % SLOTS,
        }
    }
}

/// Up to eight letters as a number, without their case.
const fn word(name: &[u8]) -> u64 {
    let (mut word, mut at) = (0, 0);
    while at < name.len() {
        word = word << 8 | name[at].to_ascii_lowercase() as u64;
        at += 1;
    }
    word
}

const fn slot(word: u64) -> usize {
    (word.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 56) as usize
}

const fn table() -> [(u64, Effect); SLOTS] {
    let table = [(0, Effect::Block); SLOTS];
    let table = with(table, &INLINE, Effect::Inline);
    let table = with(table, &INLINE_TOO, Effect::Inline);
    with(table, &SPACE, Effect::Space)
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
            assert_eq!(effect(name.to_uppercase().as_bytes()), Effect::Inline);
        }
        assert_eq!(effect(b"br"), Effect::Space);
        for block in ["p", "td", "li", "h1", "section", "blockquote", "entry", ""] {
            assert_eq!(effect(block.as_bytes()), Effect::Block, "{block}");
        }
    }
}
