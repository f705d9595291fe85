//! Sound inputs: what is kept of them, in every form the same content may take.

use unicode_normalization::UnicodeNormalization;

use super::{lines, many, one, read, roster};
use crate::{
    diag::{Lang, Severity},
    parse::{
        FINDINGS,
        draft::{Every, HeadDraft, MemberDraft, Param, Shelf},
        parse,
    },
    source::SourceKind,
};

const ROSTER: &str = r#"place = { edition = "ba-cap", code = "15517" }
verified = { date = 2008-07-01, by = "Văn phòng" }

[office]
address = """
Thôn 2
xã Xuân Hòa"""
phone = "0237.000.1000"
hours = { vi = "Thứ Hai đến thứ Sáu", en = "Monday to Friday" }

[[people]]
id = "mau"
name = "Lê Văn Mẫu"
offices = [ { office = "chu-tich", from = 2004-06-01 } ]

[[villages]]
id = "thon-1"
name = "Thôn 1"
kind = "thon"
head = { vacant = 2008-06-01 }

[[bodies]]
kind = "to"
serves = ["thon-1"]
members = [
  { person = "mau", post = "to-truong", from = 2008-04-02 },
  {
    vacant = "to-pho",
    since = 2008-06-10,
  },
]
"#;

#[test]
fn a_roster_is_kept_whole() {
    let (roster, found) = roster(ROSTER);
    assert_eq!(found, [""; 0]);
    assert_eq!(&*roster.people[0].name.value, "Lê Văn Mẫu");
    assert_eq!(&*roster.people[0].offices[0].office.value, "chu-tich");
    let phone = roster.office.phone.as_ref().map(|p| p.show());
    assert_eq!(phone.as_deref(), Some("0237 000 1000"));
    let head = roster.units[0].head.as_ref().unwrap();
    assert!(matches!(head, HeadDraft::Vacant { .. }));
    let [
        MemberDraft::Person { post, .. },
        MemberDraft::Vacant { since, .. },
    ] = &roster.bodies[0].members[..]
    else {
        panic!("{:?}", roster.bodies[0].members);
    };
    assert_eq!(&*post.value, "to-truong");
    assert_eq!(
        since.map(|day| day.to_string()).as_deref(),
        Some("2008-06-10")
    );
}

#[test]
fn spans_point_at_the_value() {
    let (roster, _) = roster(ROSTER);
    let name = &roster.people[0].name;
    let text = &ROSTER[name.span.start as usize..name.span.end as usize];
    assert_eq!(text, "\"Lê Văn Mẫu\"");
}

/// What a draft says, without its places.
fn said(text: &str) -> String {
    let (roster, found) = roster(text);
    format!(
        "{found:?} {:?} {:?} {:?}",
        roster.people[0].name.value,
        roster.office.address.as_ref().map(|a| &a.value),
        roster.verified.as_ref().map(|v| &v.by),
    )
}

#[test]
fn what_a_mac_or_windows_writes_says_the_same() {
    let plain = said(ROSTER);
    assert_eq!(said(&ROSTER.nfd().collect::<String>()), plain);
    assert_eq!(said(&ROSTER.replace('\n', "\r\n")), plain);
}

#[test]
fn rules_keep_their_parameters() {
    let text = "id = \"s\"\ntitle = { vi = \"x\" }\nshort = { vi = \"x\" }\napplies = [ { edition = \"e\", from = 2008-01-01 } ]\n\
        [[bodies]]\nid = \"b\"\ntitle = { vi = \"x\" }\nshort = { vi = \"x\" }\nlevel = \"l\"\n\
        meetings = [ { id = \"m\", every = \"3 months\", title = { vi = \"x\" } } ]\n\
        [tables.t]\ntitle = { vi = \"x\" }\nrows = { \"e:15517\" = 5 }\n\
        [[values]]\nname = \"b.so\"\nvalue = 10\n\
        [[rules]]\nid = \"R1\"\nkind = \"k\"\nseverity = \"error\"\nclause = [\"P1.đ\", \"P2\"]\nvi = \"x\"\n\
        body = \"b\"\nleast = 3\nbodies = [\"b\", \"c\"]\nwhere = { place = [\"e:1\"], concentrated = true }\n";
    let sources = one("data/schemes/s.toml", SourceKind::Scheme, text);
    let (draft, report) = parse(&sources);
    assert_eq!(lines(&sources, &report), [""; 0]);
    let scheme = &draft.schemes[0];
    assert_eq!(scheme.bodies[0].meetings[0].every, Every::Months(3));
    assert_eq!(&*scheme.tables[0].rows[0].0.value, "e:15517");
    assert_eq!(&*scheme.values[0].value.vi, "10");
    let rule = &scheme.rules[0];
    assert_eq!(rule.severity, Severity::Error);
    assert_eq!(rule.clauses.len(), 2);
    assert_eq!(rule.condition.concentrated, Some(true));
    let kinds: Vec<_> = rule
        .params
        .iter()
        .map(|(key, param)| match param {
            Param::Word(_) => format!("{} word", key.value),
            Param::Number(n) => format!("{} {}", key.value, n.value),
            Param::Words(words) => format!("{} {} words", key.value, words.len()),
        })
        .collect();
    assert_eq!(kinds, ["body word", "least 3", "bodies 2 words"]);
}

#[test]
fn an_article_keeps_its_body_and_where_it_begins() {
    let text = "+++\r\ntitle = \"Lập tổ\"\r\norder = 3\r\n+++\r\n# Bầu\r\n";
    let path = "content/handbook/to/lap-to.en.md";
    let (draft, report) = parse(&one(path, SourceKind::Article, text));
    assert!(report.diagnostics().is_empty());
    let article = &draft.articles[0];
    assert_eq!(article.shelf, Shelf::Chapter("to".into()));
    assert_eq!((article.lang, &*article.stem), (Lang::En, "lap-to"));
    assert_eq!(&text[article.body_at..], &*article.body);
    assert_eq!(&*article.body, "# Bầu\r\n");
    let title = &text[article.title.span.start as usize..article.title.span.end as usize];
    assert_eq!(title, "\"Lập tổ\"");
}

#[test]
fn the_lock_keeps_its_order() {
    let text = "\"b/a\" = \"k1\"\n\"a\" = \"k2\"\n";
    let (draft, _) = parse(&one("data/addresses.lock", SourceKind::Lock, text));
    let stems: Vec<_> = draft.lock.entries.iter().map(|(s, _)| &*s.value).collect();
    assert_eq!(stems, ["b/a", "a"]);
}

#[test]
fn files_come_out_in_path_order() {
    let files: Vec<(String, String)> = (0..40)
        .map(|at| (format!("data/rosters/{at:02}.toml"), format!("x{at} = 1\n")))
        .collect();
    let files: Vec<_> = files
        .iter()
        .map(|(path, text)| (path.as_str(), SourceKind::Roster, text.as_str()))
        .collect();
    let sources = many(&files);
    let (draft, report) = read(&sources);
    let ids: Vec<u32> = draft.rosters.iter().map(|id| id.0).collect();
    assert_eq!(ids, (0..40).collect::<Vec<_>>());
    let first = lines(&sources, &report);
    let again = read(&sources).1;
    assert_eq!(first, lines(&sources, &again));
}

#[test]
fn every_finding_is_explained_in_both_languages() {
    let mut codes: Vec<&str> = FINDINGS.iter().map(|entry| entry.code).collect();
    codes.dedup();
    assert_eq!(codes.len(), FINDINGS.len());
    assert!(codes.is_sorted(), "{codes:?}");
    for entry in FINDINGS.iter().chain(crate::source::FINDINGS) {
        for (lang, example) in [(Lang::Vi, "Ví dụ"), (Lang::En, "xample")] {
            let text = entry.text(lang);
            let shown = text.contains(example) || text.contains("Wrong:");
            assert!(shown, "{}: {text}", entry.code);
            assert!(text.matches(". ").count() >= 1, "{}: {text}", entry.code);
        }
    }
}
