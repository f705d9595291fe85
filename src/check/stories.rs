//! Posts: their places, the order of their days, and one spelling for each tag.

use rustc_hash::FxHashMap;

use crate::{
    diag::{Diagnostic, Lang, Report, Sp},
    model::fold::slug,
    parse::draft::{ArticleDraft, StoryDraft},
    scheme::{find_key, findings::Noun, no_duplicates},
};

use super::{
    Frame, Story,
    findings::{ChangedBeforePost, ConsentAfterPost, TagSpelledTwice},
};
use ecow::EcoString;

/// Resolves what only a post has.
pub(super) fn story(draft: StoryDraft, frame: &Frame, report: &mut Report) -> Story {
    no_duplicates(Noun::Place, draft.places.iter(), report);
    no_duplicates(Noun::Tag, draft.tags.iter(), report);
    let mut places = Vec::with_capacity(draft.places.len());
    for word in &draft.places {
        let found = find_key(frame.gazetteer, word, report);
        places.extend(found.filter(|place| !places.contains(place)));
    }
    let mut tags: Vec<EcoString> = Vec::with_capacity(draft.tags.len());
    for tag in draft.tags {
        if !tags.iter().any(|earlier| slug(earlier) == slug(&tag)) {
            tags.push(tag.value);
        }
    }
    let mut corrections = draft.corrections;
    corrections.sort_by_key(|correction| correction.date.value);
    Story {
        byline: draft.byline,
        places,
        tags,
        cover: draft.cover,
        photo: draft.photo,
        corrections,
    }
}

/// Reports a change before the post, and a photo that was agreed to after it.
pub(super) fn check_days(draft: &ArticleDraft, report: &mut Report) {
    let Some(posted) = draft.date else {
        return;
    };
    let corrections = draft.story.corrections.iter().map(|it| it.date);
    for Sp { value, span } in corrections.chain(draft.changed) {
        if value < posted {
            report.push(span, ChangedBeforePost { day: value, posted });
        }
    }
    let consent = draft.story.photo.as_ref().map(|photo| photo.consent);
    if let Some(Sp { value, span }) = consent
        && value > posted
    {
        report.push(span, ConsentAfterPost { day: value, posted });
    }
}

/// Reports a tag that has the address of another one: one of them is misspelt, or both would share a page.
pub(super) fn one_spelling(drafts: &[ArticleDraft], report: &mut Report) {
    let mut first: FxHashMap<(Lang, String), &Sp<EcoString>> = FxHashMap::default();
    for draft in drafts {
        for tag in &draft.story.tags {
            let earlier = *first.entry((draft.lang, slug(tag))).or_insert(tag);
            if earlier.value != tag.value {
                let finding = TagSpelledTwice {
                    tag: tag.value.clone(),
                    first: earlier.value.clone(),
                };
                let twice = Diagnostic::new(tag.span, finding);
                report.add(twice.with(earlier.span, "viết lần đầu ở đây", "first written here"));
            }
        }
    }
}
