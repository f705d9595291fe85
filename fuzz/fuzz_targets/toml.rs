//! Any text as any kind of TOML file: reading reports and never fails, and every finding lies inside the text.
#![no_main]

use binhyen::{
    parse,
    source::{SourceFile, SourceKind, Sources},
};
use libfuzzer_sys::fuzz_target;

const KINDS: [(SourceKind, &str); 8] = [
    (SourceKind::Roster, "data/rosters/a/b.toml"),
    (SourceKind::Private, "data/private/a/b.toml"),
    (SourceKind::Scheme, "data/schemes/s.toml"),
    (SourceKind::Places, "data/places/p.toml"),
    (SourceKind::Site, "data/site.toml"),
    (SourceKind::Policy, "data/publish.toml"),
    (SourceKind::Rollout, "data/rollout.toml"),
    (SourceKind::Moved, "data/moved.toml"),
];

fuzz_target!(|input: (u8, &str)| {
    let (kind, path) = KINDS[usize::from(input.0) % KINDS.len()];
    let text = input.1;
    let file = SourceFile {
        path: path.into(),
        kind,
        text: text.into(),
    };
    let sources = Sources {
        files: vec![file],
        ..Sources::default()
    };
    let (draft, mut report) = parse::parse(&sources);
    for id in draft.rosters {
        report.merge(parse::roster(&sources, id).1);
    }
    for at in report.diagnostics().iter().filter_map(|found| found.at) {
        let (start, end) = (at.start as usize, at.end as usize);
        assert!(start <= end && end <= text.len());
        assert!(text.is_char_boundary(start) && text.is_char_boundary(end));
    }
});
