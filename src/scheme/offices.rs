//! Compiles the offices of a scheme: their levels, kinds and closed words.

use crate::{
    diag::Report,
    model::Text,
    parse::{
        draft::{OfficeKindDraft, Word},
        near::near,
    },
};

use super::{
    OfficeKind,
    findings::UnknownWord,
    ground::{Ground, KindsOf},
};

/// Compiles all offices.
pub(super) fn compile(
    drafts: Vec<OfficeKindDraft>,
    ground: &Ground,
    report: &mut Report,
) -> Vec<OfficeKind> {
    drafts
        .into_iter()
        .map(|draft| office(draft, ground, report))
        .collect()
}

/// The position of a word in a closed set; reported when it is not there.
pub(crate) fn closed(word: &Word, allowed: &[&str], report: &mut Report) -> Option<usize> {
    let found = allowed.iter().position(|known| **known == *word.value);
    if found.is_none() {
        let near = near(&word.value, allowed.iter().copied());
        let quoted: Vec<String> = allowed.iter().map(|word| format!("`{word}`")).collect();
        let finding = UnknownWord {
            name: word.value.clone(),
            near: near.map(Into::into),
            allowed: quoted.join(", ").into(),
        };
        report.push(word.span, finding);
    }
    found
}

fn office(draft: OfficeKindDraft, ground: &Ground, report: &mut Report) -> OfficeKind {
    ground.tier(&draft.level, report);
    let level = KindsOf::Level(&draft.level.value);
    ground.kinds(
        draft.title_by_kind.iter().map(|(kind, _)| kind),
        level,
        report,
    );
    let contact = draft.contact.as_ref();
    let contact = contact.and_then(|word| closed(word, &["volunteer", "official"], report));
    let held_by = draft.held_by.as_ref();
    let held_by = held_by.and_then(|word| closed(word, &["unit-head"], report));
    OfficeKind {
        general: draft.title.fill("kind", &all_kinds(ground, level)),
        id: draft.id.value,
        level: draft.level.value.clone(),
        title: draft.title,
        title_by_kind: draft
            .title_by_kind
            .into_iter()
            .map(|(kind, title)| (kind.value, title))
            .collect(),
        official: contact == Some(1),
        unit_head: held_by.is_some(),
        clause: draft.clause.map(|word| word.value),
    }
}

/// All kinds of a level in a row, as decrees name an office: "xã, phường, thị trấn".
fn all_kinds(ground: &Ground, level: KindsOf<'_>) -> Text {
    let titles: Vec<&Text> = ground.kinds_of(level).map(|kind| &kind.title).collect();
    let vi: Vec<&str> = titles.iter().map(|title| &*title.vi).collect();
    let mut en: Vec<&str> = Vec::new();
    for title in titles {
        let word = title.get(crate::diag::Lang::En);
        if !en.contains(&word) {
            en.push(word);
        }
    }
    Text::new(vi.join(", "), en.join("/"))
}
