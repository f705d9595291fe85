//! Text in XML, the same for every format that writes some: feeds, drawings, the map of the site.

/// Text that may stand in XML, in an element or in a quoted attribute. What XML cannot hold at all is left out.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c if allows(c) => out.push(c),
            _ => {}
        }
    }
    out
}

/// Whether XML can hold a character at all.
pub const fn allows(c: char) -> bool {
    match c {
        '\t' | '\n' | '\r' => true,
        '\u{fffe}' | '\u{ffff}' => false,
        c => c >= ' ',
    }
}

#[cfg(test)]
mod tests {
    use super::escape;
    use proptest::prelude::*;

    /// Reads what was escaped, as an XML reader would.
    fn read(text: &str) -> String {
        text.replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&quot;", "\"")
            .replace("&#39;", "'")
            .replace("&amp;", "&")
    }

    proptest! {
        #[test]
        fn what_is_escaped_reads_the_same_and_ends_nothing(text in any::<String>()) {
            let escaped = escape(&text);
            prop_assert!(!escaped.contains(['<', '>', '"', '\'']), "{}", escaped);
            let allowed = |c: char| matches!(c, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..);
            prop_assert!(escaped.chars().all(allowed));
            let shown: String = text.chars().filter(|c| allowed(*c)).collect();
            prop_assert_eq!(read(&escaped), shown);
            for rest in escaped.split('&').skip(1) {
                let known = ["amp;", "lt;", "gt;", "quot;", "#39;"];
                prop_assert!(known.iter().any(|name| rest.starts_with(name)), "{}", escaped);
            }
        }
    }
}
