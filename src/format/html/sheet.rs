//! The part of a style sheet that some templates use, for a file that carries its style inside.
//!
//! Knows no rule of any sheet: a selector stays when every class it asks for is named in the templates. Classes in
//! brackets, as in `:is(…)`, are not looked at, so that too much is kept rather than too little; a sheet that does not
//! parse is kept whole.

use rustc_hash::FxHashSet;

/// At-rules that hold rules.
const NESTED: [&str; 4] = ["@media", "@supports", "@container", "@layer"];

/// The rules of a sheet whose classes are all among the words of `text`.
pub(super) fn used(css: &str, text: &str) -> String {
    let words = text.split(|c: char| !is_name(c)).collect();
    let mut kept = String::with_capacity(css.len());
    match rules(css, &words, &mut kept) {
        Some(()) => kept,
        None => css.to_owned(),
    }
}

fn rules(mut css: &str, words: &FxHashSet<&str>, kept: &mut String) -> Option<()> {
    loop {
        css = css.trim_start();
        if css.is_empty() {
            return Some(());
        }
        let at = find(css, &['{', ';'])?;
        let (head, body) = (css[..at].trim_end(), &css[at + 1..]);
        if css[at..].starts_with(';') {
            kept.push_str(&css[..=at]);
            css = body;
            continue;
        }
        let end = find(body, &['}'])?;
        let (body, rest) = (&body[..end], &body[end + 1..]);
        css = rest;
        let before = kept.len();
        if NESTED.iter().any(|rule| head.starts_with(rule)) {
            kept.push_str(head);
            kept.push('{');
            let start = kept.len();
            rules(body, words, kept)?;
            if kept.len() == start {
                kept.truncate(before);
                continue;
            }
        } else {
            selectors(head, words, kept);
            if kept.len() == before {
                continue;
            }
            kept.push('{');
            kept.push_str(body);
        }
        kept.push('}');
    }
}

/// Writes the selectors of a list that may match; an at-rule is no selector, and stays.
fn selectors(mut list: &str, words: &FxHashSet<&str>, kept: &mut String) {
    if list.starts_with('@') {
        return kept.push_str(list);
    }
    let mut first = true;
    while !list.is_empty() {
        let end = find(list, &[',']);
        let (one, rest) = end.map_or((list, ""), |at| (&list[..at], &list[at + 1..]));
        list = rest;
        if may_match(one, words) {
            kept.push_str(if first { "" } else { "," });
            kept.push_str(one.trim());
            first = false;
        }
    }
}

fn may_match(selector: &str, words: &FxHashSet<&str>) -> bool {
    let mut rest = selector;
    while let Some(at) = find(rest, &['.']) {
        rest = &rest[at + 1..];
        let end = rest.find(|c| !is_name(c)).unwrap_or(rest.len());
        if !words.contains(&rest[..end]) {
            return false;
        }
    }
    true
}

/// The first of some marks outside quotes, brackets and blocks that open on the way.
fn find(css: &str, marks: &[char]) -> Option<usize> {
    let (mut quote, mut depth, mut escaped) = (None, 0_usize, false);
    for (at, c) in css.char_indices() {
        if std::mem::take(&mut escaped) {
            continue;
        }
        match (quote, c) {
            (_, '\\') => escaped = true,
            (Some(open), c) => quote = Some(open).filter(|open| *open != c),
            (None, '"' | '\'') => quote = Some(c),
            (None, c) if depth == 0 && marks.contains(&c) => return Some(at),
            (None, '(' | '[' | '{') => depth += 1,
            (None, ')' | ']' | '}') => depth = depth.checked_sub(1)?,
            _ => {}
        }
    }
    None
}

const fn is_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '-' | '_')
}

#[cfg(test)]
mod tests {
    use super::used;

    #[test]
    fn rules_stay_when_their_classes_are_named() {
        let css = "@charset \"u\";a,.b{c:url(\"x{}.z\")}.d .b:hover{e:f}.d,.b,.g{h:i}.d{}@media (min-width:1em){.d{x:y}}@media print{.b{x:y}.d{x:y}}@page{margin:0}:is(.d,.b)>a{x:y}";
        let kept = used(css, "<p class=\"b g{{ n }}\">");
        assert_eq!(
            kept,
            "@charset \"u\";a,.b{c:url(\"x{}.z\")}.b,.g{h:i}@media print{.b{x:y}}@page{margin:0}:is(.d,.b)>a{x:y}"
        );
    }

    #[test]
    fn what_does_not_parse_stays_whole() {
        for css in [".a{b:c", ".a{b:\"}", ".a}b{c:d}", "@media x{.a{b:c}"] {
            assert_eq!(used(css, ""), css);
        }
    }
}
