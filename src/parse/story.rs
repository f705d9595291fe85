//! What only posts have in their front matter: byline, places, tags, cover, photo, corrections.

use super::{
    dates::DATE,
    draft::{Correction, Cover, Photo, StoryDraft},
    numbers::DOTS,
    strings::{LINE, NAME, PLACE_KEY},
    walk::Table,
};
use crate::diag::Sp;

/// Reads what only a post has.
pub(super) fn story(table: &mut Table<'_>) -> StoryDraft {
    StoryDraft {
        byline: table.may("byline", LINE).map(|byline| byline.value),
        places: table.list("places", PLACE_KEY),
        tags: table.list("tags", NAME),
        cover: table.table("cover", cover),
        photo: table.table("photo", photo),
        corrections: table.tables("corrections", correction),
    }
}

fn cover(table: &mut Table<'_>) -> Option<Cover> {
    let count = table.need("count", DOTS);
    let of = table.need("of", LINE);
    Some(Cover {
        count: count?,
        of: of?.value,
    })
}

fn photo(table: &mut Table<'_>) -> Option<Photo> {
    let file = table.need("file", LINE);
    let alt = table.need("alt", LINE);
    let caption = table.may("caption", LINE);
    let credit = table.need("credit", LINE);
    let consent = table.need("consent", DATE);
    Some(Photo {
        file: file?,
        alt: alt?.value,
        caption: caption.map(|caption: Sp<_>| caption.value),
        credit: credit?.value,
        consent: consent?,
    })
}

fn correction(table: &mut Table<'_>) -> Option<Correction> {
    let date = table.need("date", DATE);
    let text = table.need("text", LINE);
    Some(Correction {
        date: date?,
        text: text?.value,
    })
}
