//! The named values of a scheme, as prose asks for them.

use std::path::Path;

use binhyen::{diag::Lang, scheme};

use crate::mdtest::sections;

#[test]
fn numbers_and_titles_have_names() {
    let asked = [
        ("board.title", "Ban chỉ đạo", "Board"),
        ("team.short", "Tổ", "Team"),
        ("team.size", "2 hoặc 3", "2 or 3"),
        ("team.size.most", "3", "3"),
        ("team.leader.count", "1", "1"),
        ("team.deputy.count", "1 hoặc 2", "1 or 2"),
        ("group.size", "1", "1"),
        ("board.monthly.every", "hằng tháng", "monthly"),
        ("board.extra.every", "khi được triệu tập", "when called"),
        (
            "head.title",
            "Trưởng thôn, khu phố",
            "Head of the village/quarter",
        ),
        ("t:short", "Quyết định thử", "the test decree"),
        ("group.least", "10", "10"),
        ("crew.size", "1 đến 3", "1 to 3"),
    ];
    let section = sections(SITE).remove(0);
    let world = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/rules/world");
    let registry = section.registry(&world).unwrap();
    let value = |name: &str| scheme::value(&registry.schemes, registry.scheme, name);
    for (name, vi, en) in asked {
        let found = value(name).unwrap_or_else(|| panic!("{name} has no value"));
        assert_eq!(
            (found.get(Lang::Vi), found.get(Lang::En)),
            (vi, en),
            "{name}"
        );
    }
    for name in [
        "board.size",
        "team.chief.count",
        "u:short",
        "team",
        "number",
    ] {
        assert_eq!(value(name), None, "{name}");
    }
    let names = scheme::value_names(&registry.schemes, registry.scheme);
    assert!(names.iter().all(|name| value(name).is_some()));
    assert!(names.iter().any(|name| name == "team.leader.count"));
}

const SITE: &str = r#"
## Values

```toml scheme
[[values]]
name = "group.least"
value = 10

[[bodies]]
id = "crew"
title = { vi = "Đội" }
short = { vi = "Đội" }
level = "unit"
serves = "many"
posts = []
members_table = "sizes"
```
"#;
