//! `check`, `explain` and `new` as a user meets them.

use crate::site::Site;

#[test]
fn exit_codes_say_what_was_found() {
    let site = Site::small();
    assert_eq!(site.run(&["check"]).code, 0, "warnings publish");
    assert_eq!(site.run(&["check", "--deny", "warnings"]).code, 1);
    assert_eq!(site.run(&["build", "--deny", "warnings"]).code, 1);
    assert!(!site.path("public").exists());
    site.edit(
        "data/site.toml",
        "edition   = \"ba-cap\"",
        "edition   = \"ba-cpa\"",
    );
    let run = site.run(&["check", "--lang", "en"]);
    assert_eq!(run.code, 1);
    assert!(run.stderr.contains("did you mean `ba-cap`"), "{run:?}");
    assert_eq!(site.run(&["bulid"]).code, 2);
    assert_eq!(site.run(&["check", "--root", "nowhere"]).code, 2);
}

#[test]
fn every_problem_is_told_in_one_run() {
    let site = Site::small();
    site.edit(
        "data/rosters/huyen-song/xa-dong-hoa.toml",
        "phone = \"0237 000 1002\"",
        "fone = \"0237 000 1002\"",
    )
    .edit(
        "data/rosters/huyen-song/xa-dong-hoa.toml",
        "person = \"du\"",
        "person = \"ud\"",
    )
    .edit(
        "data/publish.toml",
        "field    = \"unit.head\"",
        "field    = \"unit.haed\"",
    )
    .edit(
        "content/pages/gioi-thieu.md",
        "{{ number }}",
        "{{ nubmer }}",
    )
    .edit(
        "data/schemes/mau.toml",
        "kind = \"size-exact\"",
        "kind = \"size-exatc\"",
    );
    let run = site.run(&["check", "--format", "short", "--lang", "en"]);
    assert_eq!(run.code, 1);
    for place in [
        "xa-dong-hoa.toml:12:1",
        "xa-dong-hoa.toml:75:14",
        "publish.toml",
        "mau.toml",
    ] {
        assert!(run.stdout.contains(place), "{place}: {}", run.stdout);
    }
}

#[test]
fn machine_formats_are_readable() {
    let site = Site::small();
    let json = site.run(&["check", "--format", "json"]).stdout;
    for line in json.lines() {
        let finding: serde_json::Value = serde_json::from_str(line).expect("a JSON object a line");
        assert!(
            finding["path"].is_string() && finding["line"].is_u64(),
            "{finding}"
        );
    }
    let sarif: serde_json::Value =
        serde_json::from_str(&site.run(&["check", "--format", "sarif"]).stdout).expect("JSON");
    assert_eq!(sarif["version"], "2.1.0");
    assert!(
        site.run(&["check", "--format", "github"])
            .stdout
            .starts_with("::warning file=")
    );
}

#[test]
fn the_day_can_be_chosen() {
    let site = Site::small();
    let later = site.run(&["check", "--as-of", "2009-03-01", "--format", "short"]);
    assert!(
        later.stdout.contains("mau/M5"),
        "a roster verified in July is stale in March: {later:?}"
    );
    assert!(
        !site
            .run(&["check", "--format", "short"])
            .stdout
            .contains("mau/M5")
    );
}

#[test]
fn codes_names_and_rules_are_explained_in_both_languages() {
    let site = Site::small();
    for word in ["D003", "unknown-key", "L001", "M2", "mau/M2"] {
        let (vi, en) = (
            site.run(&["explain", word]),
            site.run(&["explain", word, "--lang", "en"]),
        );
        assert_eq!((vi.code, en.code), (0, 0), "{word}: {vi:?}");
        assert!(vi.stdout.len() > 40 && vi.stdout != en.stdout, "{word}");
    }
    let unknown = site.run(&["explain", "D00"]);
    assert_ne!(unknown.code, 0);
}

#[test]
fn a_new_site_builds_as_it_is() {
    let site = Site::small();
    for (folder, arguments) in [
        ("moi", vec!["new", "moi"]),
        ("mau", vec!["new", "mau", "--sample"]),
    ] {
        assert_eq!(site.run(&arguments).code, 0);
        let run = site.run(&["build", "--root", folder]);
        assert_eq!(run.code, 0, "{run:?}");
        assert!(site.path(&format!("{folder}/public/index.html")).exists());
        assert!(
            site.read(&format!("{folder}/.gitignore"))
                .contains("private")
        );
    }
    assert_eq!(
        site.run(&["new", "data"]).code,
        2,
        "a folder that is not empty is refused"
    );
}
