//! Whole runs of the command line, on streams in memory.

use std::{ffi::OsString, fs, path::Path};

use super::*;

/// What a run answered.
struct Ran {
    exit: Exit,
    out: String,
    err: String,
}

fn run_in(folder: &Path, args: &[&str]) -> Ran {
    let mut env = Env::read().unwrap();
    env.folder = folder.to_owned();
    env.lang = None;
    let args: Vec<OsString> = ["binhyen"].iter().chain(args).map(OsString::from).collect();
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let exit = run_on(&args, &env, &mut out, &mut err);
    Ran {
        exit,
        out: String::from_utf8(out).unwrap(),
        err: String::from_utf8(err).unwrap(),
    }
}

fn run_nowhere(args: &[&str]) -> Ran {
    let folder = tempfile::tempdir().unwrap();
    run_in(folder.path(), args)
}

#[test]
fn help_is_an_answer_in_the_language_asked_for() {
    let vi = run_nowhere(&["build", "--help"]);
    assert_eq!(vi.exit, Exit::Fine);
    assert!(vi.out.contains("Cách dùng: binhyen build"), "{}", vi.out);
    let en = run_nowhere(&["--lang=en", "--help"]);
    assert!(en.out.contains("Usage: binhyen <COMMAND>"), "{}", en.out);
    assert!(run_nowhere(&["--version"]).out.starts_with("binhyen "));
}

#[test]
fn only_commands_that_work_are_listed() {
    let help = run_nowhere(&["--lang", "en", "--help"]).out;
    for command in ["build", "serve", "check", "explain", "new"] {
        assert!(help.contains(&format!("  {command} ")), "{command}: {help}");
    }
    for later in ["import", "export", "diff"] {
        assert!(!help.contains(&format!("  {later} ")), "{later}");
    }
}

#[test]
fn a_line_that_cannot_be_understood_is_a_fault_in_words() {
    let said = |args: &[&str]| {
        let ran = run_nowhere(args);
        assert_eq!(ran.exit, Exit::Fault, "{args:?}");
        assert_eq!(ran.out, "", "{args:?}");
        ran.err
    };
    assert!(said(&["biuld"]).starts_with("lỗi: không có lệnh `biuld`, có phải ý bạn là `build`?"));
    assert!(
        said(&["build", "--lockd"])
            .starts_with("lỗi: không có tùy chọn `--lockd`, có phải ý bạn là `--locked`?")
    );
    assert!(
        said(&["check", "--format", "xml"])
            .contains("các giá trị dùng được: human, short, json, github, sarif")
    );
    assert!(
        said(&["build", "--formats", "html,cart"])
            .contains("có phải ý bạn là `card`?; các giá trị dùng được: html, feed, card, vcf")
    );
    assert!(
        said(&["check", "--as-of", "hôm qua"])
            .starts_with("lỗi: `hôm qua` không dùng được cho `--as-of <NGÀY>`")
    );
    assert!(said(&["check", "--as-of"]).starts_with("lỗi: `--as-of <NGÀY>` cần một giá trị"));
    assert!(said(&["check", "--all", "--all"]).contains("chỉ được ghi một lần"));
    assert!(said(&["new"]).starts_with("lỗi: thiếu <THƯ MỤC>"));
    assert!(said(&["check", "--all=1"]).contains("không nhận giá trị"));
    assert!(said(&["--lang", "en", "biuld"]).contains("unrecognized subcommand"));
    assert!(said(&[]).contains("Cách dùng"));
}

#[test]
fn explain_takes_a_code_or_a_name_and_lists_all() {
    let list = run_nowhere(&["explain"]).out;
    for entry in catalogue::entries() {
        assert!(
            list.contains(entry.code) && list.contains(entry.name),
            "{}",
            entry.code
        );
    }
    let by_code = run_nowhere(&["explain", "g001"]);
    assert_eq!(by_code.exit, Exit::Fine);
    assert!(
        by_code
            .out
            .starts_with("lỗi[G001]: unknown-permission-word\n\n")
    );
    let by_name = run_nowhere(&["explain", "unknown-permission-word"]);
    assert_eq!(by_name.out, by_code.out);
    let unknown = run_nowhere(&["explain", "unknown-permision-word"]);
    assert_eq!(unknown.exit, Exit::Fault);
    assert!(
        unknown
            .err
            .contains("có phải ý bạn là `unknown-permission-word`?"),
        "{}",
        unknown.err
    );
}

#[test]
fn explain_finds_the_rules_of_the_sites_schemes() {
    let folder = tempfile::tempdir().unwrap();
    run_in(folder.path(), &["new", "."]);
    let by_id = run_in(folder.path(), &["explain", "Q1"]);
    assert_eq!(by_id.exit, Exit::Fine, "{}", by_id.err);
    let words = "cảnh báo[quy-che-mau/Q1]\n\nMỗi thôn, khu phố có một nhóm tự quản.\n\nđiều khoản:\n  D1  Điều 1. Nhóm tự quản\n";
    assert_eq!(by_id.out, words);
    assert_eq!(
        run_in(folder.path(), &["explain", "quy-che-mau/Q1"]).out,
        words
    );
    assert_eq!(
        run_in(folder.path(), &["explain", "quy-che-mau/Q9"]).exit,
        Exit::Fault
    );
}

#[test]
fn new_fills_an_empty_folder_and_refuses_any_other() {
    let folder = tempfile::tempdir().unwrap();
    let made = run_in(folder.path(), &["new", "trang", "--sample"]);
    assert_eq!(made.exit, Exit::Fine, "{}", made.err);
    assert!(made.out.contains("binhyen serve --root trang"));
    assert!(folder.path().join("trang/data/site.toml").is_file());
    let ignored = fs::read_to_string(folder.path().join("trang/.gitignore")).unwrap();
    assert_eq!(ignored, "/public\n/data/private\n");
    let again = run_in(folder.path(), &["new", "trang"]);
    assert_eq!(again.exit, Exit::Fault);
    assert!(again.err.contains("không trống"), "{}", again.err);
}
