//! Folding, slugs and phones of any text.
#![no_main]

use binhyen::model::{Phone, fold};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let folded = fold::fold(text);
    assert_eq!(fold::fold(&folded), folded, "folding twice is folding once");
    let slug = fold::slug(text);
    assert!(!slug.is_empty());
    assert!(slug.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'));
    assert_eq!(fold::slug(&slug), slug);
    if let Ok(phone) = Phone::parse(text) {
        assert_eq!(Phone::parse(&phone.show()).as_ref(), Ok(&phone));
        assert!(phone.uri().starts_with("tel:"));
    }
});
