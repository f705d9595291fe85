//! Any bytes around a private value: scanning never fails, and the value is found however the page goes on.
#![no_main]

use binhyen::{
    diag::{FileId, Span},
    publish::{GuardBuilder, Media, Surface, Surfaces},
};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: (&[u8], &str)| {
    let mut builder = GuardBuilder::default();
    builder.private("Lê Văn Đẩu Mẫu", Surfaces::NONE, Span::new(FileId(0), 0..1));
    builder.private("0900 000 777", Surfaces::NONE, Span::new(FileId(0), 1..2));
    let guard = builder.build();
    let (bytes, words) = input;
    guard.scan(Media::Markup, Surface::Page, bytes);
    guard.scan(Media::Text, Surface::Page, bytes);
    // What is written before a paragraph of its own cannot hide it, unless it opens something that swallows the page.
    let harmless: String = words.chars().filter(|c| !"<>&\0".contains(*c)).collect();
    let page = format!("<p>{harmless}</p><p>le van dau mau, 0900.000.777</p><p>{harmless}</p>");
    let found = guard.scan(Media::Markup, Surface::Page, page.as_bytes());
    assert_eq!(found.len(), 2, "{page}");
});
