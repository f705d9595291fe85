//! What a book holds is tested with whole sites in `tests/suite/books.rs`; here, what needs no site.

use super::package::media_type;

#[test]
fn a_book_holds_the_images_that_every_reading_program_shows() {
    assert_eq!(media_type("a/b.JPEG"), Some(("jpg", "image/jpeg")));
    assert_eq!(media_type("a.svg"), Some(("svg", "image/svg+xml")));
    assert_eq!(media_type("a.avif"), None);
    assert_eq!(media_type("a"), None);
}
