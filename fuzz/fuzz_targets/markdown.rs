//! Any text as an article: reading its front matter and its Markdown never fails.
#![no_main]

use binhyen::{
    parse,
    source::{SourceFile, SourceKind, Sources},
};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    for text in [text.to_owned(), format!("+++\ntitle = \"A\"\n+++\n{text}")] {
        let file = SourceFile {
            path: "content/pages/a.md".into(),
            kind: SourceKind::Article,
            text: text.as_str().into(),
        };
        let sources = Sources {
            files: vec![file],
            ..Sources::default()
        };
        let (draft, report) = parse::parse(&sources);
        for at in report.diagnostics().iter().filter_map(|found| found.at) {
            assert!(at.end as usize <= text.len());
        }
        drop(draft);
    }
});
