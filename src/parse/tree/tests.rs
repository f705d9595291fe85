//! The quick way and the long way give the same tree.

use proptest::prelude::*;
use toml::de::DeTable;

use super::{Entries, Node, Value, entries, quick};

fn sorted(mut table: Entries<'_>) -> Entries<'_> {
    table.0.sort_by(|a, b| a.key.cmp(&b.key));
    for entry in &mut table.0 {
        sort(&mut entry.node);
    }
    table
}

fn sort(node: &mut Node<'_>) {
    match &mut node.value {
        Value::Table(table) => *table = sorted(std::mem::take(table)),
        Value::List(items) => items.iter_mut().for_each(sort),
        _ => {}
    }
}

/// Whether the quick way was taken; what it gave must be what the long way gives.
fn agree(text: &str) -> bool {
    let (tree, errors) = DeTable::parse_recoverable(text);
    let Some(found) = quick::read(text) else {
        return false;
    };
    assert!(errors.is_empty(), "{text}\n{errors:?}");
    assert_eq!(sorted(found), sorted(entries(tree.get_ref())), "{text}");
    true
}

#[test]
fn plain_files_take_the_quick_way() {
    for text in [
        "",
        "# chỉ có lời\n",
        "a = 1\nb = \"Lê Văn Mẫu\"\r\n\r\n[c]\nd = 2008-04-02\n[[e]]\nf = [1, 2,\n 3]\n[[e]]\nf = { g = true, h = -1.5 }\n",
        "a = \"\"\n\"b c\" = 0\nc = -0.50 # lời\nd\t= 2008-02-29",
        "a = { b = [ { c = \"đ\" }, ], }\n[b]\n[[c]]\n[d]\n[[c]]\nx = 1\n",
        "a = [ # lời\r\n  \"#\", # lời\r\n\n]\r\nb = {}\n",
    ] {
        assert!(agree(text), "{text}");
    }
}

#[test]
fn what_is_wrong_or_rare_takes_the_long_way() {
    for text in [
        "a.b = 1",
        "[a.b]\n",
        "a = 1\na = 2",
        "[a]\n[a]\n",
        "a = 1\n[a]\n",
        "a = 1\n[[a]]\n",
        "[a]\n[[a]]\n",
        "[[a]]\n[a]\n",
        "a = [1\n",
        "a = \n",
        "a = 2008-02-30",
        "a = 'x\n",
        "a = { b = 1, b = 2 }",
        "= 1",
        "[[a]\n",
        "a = \"\u{1}\"",
        "# \u{1}\n",
        "a = 1\rb = 2",
        "a = abc",
        "a = 1\r",
        "a = 01",
        "a = 1.",
        "a = -",
        "a = \"x\" \"y\"",
        "a = [1,,2]",
        "a = {,}",
        "\u{feff}a = 1",
        "a = 'x'",
        "a = \"\"\"hai\ndòng\"\"\"",
        "a = \"\\u0111\"",
        "a = 0x1F",
        "a = 1_000",
        "a = 2008-04-02T10:00:00",
        "a = { b = 1,\n c = 2 }",
        "[ a ]\n",
    ] {
        assert!(!agree(text), "{text}");
    }
    assert!(!agree(&format!(
        "a = {}1{}",
        "[".repeat(100),
        "]".repeat(100)
    )));
}

fn scalar() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("1".to_owned()),
        Just("2008-04-02".to_owned()),
        Just("2008-02-30".to_owned()),
        Just("true".to_owned()),
        "\"[a-zà-ỹ\\\\ #=]{0,6}\"",
        "'[a-z\"]{0,4}'",
        "[0-9+.e_x-]{1,6}",
    ]
}

fn value() -> impl Strategy<Value = String> {
    scalar().prop_recursive(3, 16, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4)
                .prop_map(|items| format!("[{}]", items.join(", "))),
            prop::collection::vec((prop::sample::select(&["a", "b", "c.d"]), inner), 0..3)
                .prop_map(|entries| {
                    let entries: Vec<String> = entries
                        .into_iter()
                        .map(|(key, value)| format!("{key} = {value}"))
                        .collect();
                    format!("{{ {} }}", entries.join(", "))
                }),
        ]
    })
}

fn line() -> impl Strategy<Value = String> {
    let key = || prop::sample::select(&["a", "b", "\"c d\"", "e", "f.g"]);
    prop_oneof![
        4 => (key(), value()).prop_map(|(key, value)| format!("{key} = {value}")),
        1 => key().prop_map(|key| format!("[{key}]")),
        2 => key().prop_map(|key| format!("[[{key}]]")),
        1 => Just("# lời".to_owned()),
        1 => Just(String::new()),
    ]
}

proptest! {
    #[test]
    fn both_ways_agree(lines in prop::collection::vec(line(), 0..12), cut in any::<prop::sample::Index>()) {
        let text = lines.join("\n");
        agree(&text);
        let mut at = cut.index(text.len() + 1);
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        agree(&text[..at]);
    }
}
