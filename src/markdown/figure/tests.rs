//! Figures say the same in lines and in words, and no text runs out of its box.

use super::{
    super::{labels::Labels, tree::Block},
    find, names,
    sheet::{WIDTH, wrap},
};
use crate::{
    diag::{Lang, Report},
    model::Gazetteer,
    parse::parse,
    scheme::{Schemes, compile},
    source::{SourceFile, SourceKind, Sources},
};

const SCHEME: &str = r#"
id = "s"
title = { vi = "Đề án" }
short = { vi = "Đề án" }
offices = [
  { id = "chair", level = "commune", title = { vi = "Chủ tịch {kind}", en = "Chair" } },
  { id = "chief", level = "commune", title = { vi = "Trưởng <Công an> {kind}", en = "Chief" } },
]

[[bodies]]
id = "board"
title = { vi = "Ban chỉ đạo", en = "Board" }
short = { vi = "Ban", en = "Board" }
level = "commune"
posts = [{ id = "head", title = { vi = "Trưởng ban", en = "Head" }, least = 1, most = 1, rank = 1 }]
establishment = { proposed_by = "chief", agreed_with = ["chief"], decided_by = "chair" }
election = { by = { vi = "đại diện các hộ", en = "the households" } }
meetings = [
  { id = "w", every = "1 week", title = { vi = "Giao ban", en = "Briefing" } },
  { id = "m", every = "3 months", title = { vi = "Họp", en = "Meeting" } },
  { id = "c", every = "when called", title = { vi = "Bất thường", en = "Extraordinary" } },
]
lines = [
  { kind = "leadership", by = { vi = "Đảng ủy", en = "The Party committee" } },
  { kind = "reports-to", by = { vi = "Trưởng ban", en = "The head" } },
]
"#;

fn schemes() -> Schemes {
    let file = SourceFile {
        path: "data/schemes/s.toml".into(),
        kind: SourceKind::Scheme,
        text: SCHEME.into(),
    };
    let (draft, _) = parse(&Sources {
        files: vec![file],
        ..Sources::default()
    });
    compile(draft.schemes, &Gazetteer::default(), &mut Report::default())
}

#[test]
fn every_figure_of_a_scheme_is_drawn_and_told() {
    let schemes = schemes();
    let scheme = &schemes.all[0];
    let names = names(scheme);
    let all = [
        "structure",
        "calendar",
        "reporting",
        "chain board",
        "lines board",
    ];
    assert_eq!(names, all.map(|name| format!("figure {name}")));
    for name in names {
        let figure = find(scheme, &name["figure ".len()..]).expect("listed");
        for lang in Lang::ALL {
            let Block::Drawing { svg, words, .. } =
                figure.draw(scheme, lang, &Labels::sample(lang))
            else {
                panic!("no drawing");
            };
            assert!(
                svg.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 288 "),
                "{svg}"
            );
            assert!(!words.is_empty());
            assert!(!svg.contains("<Công an>"), "{svg}");
        }
    }
    assert!(find(scheme, "chain nobody").is_none());
    assert!(find(scheme, "structure again").is_none());
}

#[test]
fn words_stay_in_their_lines() {
    let lines = wrap(
        "Chủ tịch UBND huyện, thị xã, thành phố ra quyết định thành lập",
        WIDTH,
        1.0,
    );
    assert!(lines.len() > 1);
    assert!(
        lines.iter().all(|line| line.chars().count() <= 40),
        "{lines:?}"
    );
}
