//! What the program does with Markdown as a whole: clauses that are written about, and how prose is written.

use crate::site::Site;

#[test]
fn a_clause_nobody_writes_about_is_found_once_a_handbook_cites_the_scheme() {
    let site = Site::small();
    let quiet = site.run(&["check", "--format", "short", "--lang", "en"]);
    assert!(
        !quiet.stdout.contains("A008"),
        "a handbook that cites nothing asks for nothing: {quiet:?}"
    );
    site.edit(
        "content/handbook/to/la-gi.md",
        "## Ai làm gì\n",
        "## Ai làm gì\n\nTổ có hai người [M2.b].\n",
    );
    site.edit(
        "content/campaign/den-ngo.md",
        "\n+++\n",
        "\n+++\nTheo điều [M1.a].\n",
    );
    let run = site.run(&["check", "--format", "short", "--lang", "en"]);
    let found: Vec<&str> = run.stdout.lines().filter(|l| l.contains("A008")).collect();
    assert_eq!(found.len(), 1, "{run:?}");
    assert!(
        found[0].starts_with("data/schemes/mau.toml:9:")
            && found[0].contains("`M1.đ` (How the board works)"),
        "{found:?}"
    );

    assert_eq!(site.run(&["build"]).code, 0);
    let rules = site.read("public/de-an/mau/quy-dinh.html");
    assert!(
        rules.contains(
            "<p>Sổ tay nói về điều này:</p><ul class=\"dash\"><li>Sổ tay của tổ: \
             <a href=\"../../so-tay/to/to-la-gi.html\">Tổ là gì</a></li></ul>"
        ),
        "{rules}"
    );
    assert_eq!(
        rules.matches("Sổ tay nói về").count(),
        1,
        "a post is no chapter"
    );
}

#[test]
fn a_site_has_its_own_table_of_style() {
    let site = Site::small();
    let style = |site: &Site| -> Vec<String> {
        let run = site.run(&["check", "--format", "short", "--lang", "en"]);
        let lines = run.stdout.lines();
        let about = |line: &&str| line.contains("[M01") || line.contains("data/style.toml");
        lines.filter(about).map(str::to_owned).collect()
    };
    assert!(style(&site).is_empty(), "{:?}", style(&site));
    site.edit(
        "content/handbook/to/la-gi.md",
        "## Ai làm gì\n",
        "## Ai làm gì\n\nHàng tuần tổ làm khoá luận, họp ở nhà văn hóa ngày 1/7/2008 cùng CSGT.\n",
    );
    assert_eq!(
        style(&site),
        [
            "content/handbook/to/la-gi.md:8:1: warning[M016]: write `Hằng tuần`, not `Hàng tuần`",
            "content/handbook/to/la-gi.md:8:18: warning[M017]: the tone of `khoá` stands on the wrong vowel",
            "content/handbook/to/la-gi.md:8:52: warning[M018]: the date `1/7/2008` is not written as documents do",
            "content/handbook/to/la-gi.md:8:66: warning[M019]: nothing explains the abbreviation `CSGT`",
        ]
    );
    site.write(
        "data/style.toml",
        "allow = [\"CSGT\", \"khoá luận\", \"hàng tuần\"]\n[[avoid]]\nword = \"nhà văn hóa\"\nuse = \"hội trường\"\nwhi = { vi = \"x\" }\n",
    );
    let found = style(&site);
    assert_eq!(
        found[..2],
        [
            "content/handbook/to/la-gi.md:8:35: warning[M016]: write `hội trường`, not `nhà văn hóa`",
            "content/handbook/to/la-gi.md:8:52: warning[M018]: the date `1/7/2008` is not written as documents do",
        ]
    );
    assert!(found[2].contains("unknown key `whi`"), "{found:?}");
    assert_eq!(found.len(), 3, "{found:?}");
}
