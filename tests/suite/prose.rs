//! What the program does with Markdown as a whole: clauses that are written about.

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
