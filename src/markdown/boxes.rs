//! Boxes: `> [!TIP]` and its sisters, each with words that say what stands in it.

use serde::Serialize;

use super::labels::{Label, Labels};

/// A kind of box.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// Advice, not a rule.
    Tip,
    /// What comes from another law.
    Outside,
    /// The editor's note.
    Note,
    /// Beware.
    Warning,
    /// Do not miss.
    Important,
}

const MARKERS: [(&str, Kind); 5] = [
    ("[!TIP]", Kind::Tip),
    ("[!OUTSIDE]", Kind::Outside),
    ("[!NOTE]", Kind::Note),
    ("[!WARNING]", Kind::Warning),
    ("[!IMPORTANT]", Kind::Important),
];

/// The word of a quotation that begins like a box of no known kind, and the markers there are.
pub(super) fn stranger(quotation: &str) -> Option<(&str, impl Iterator<Item = &'static str>)> {
    let line = quotation.lines().next()?;
    let inner = line.trim_start().strip_prefix('>')?.trim();
    let end = inner.strip_prefix("[!")?.find(']')?;
    let known = MARKERS.into_iter().map(|(word, _)| word);
    let unknown = marker(quotation).is_none();
    unknown.then_some((&inner[..end + 3], known))
}

/// The kind of a quotation that is a box, what its first line says after the marker, and where that line ends.
pub(super) fn marker(quotation: &str) -> Option<(Kind, &str, usize)> {
    let line = quotation.lines().next()?;
    let inner = line.trim_start().strip_prefix('>')?.trim();
    let (word, kind) = MARKERS
        .into_iter()
        .find(|(word, _)| inner.starts_with(word))?;
    Some((kind, inner[word.len()..].trim(), line.len()))
}

impl Kind {
    /// The class of the box.
    pub(super) const fn class(self) -> &'static str {
        match self {
            Kind::Tip => "tip",
            Kind::Outside | Kind::Warning | Kind::Important => "outside",
            Kind::Note => "ed",
        }
    }

    /// The heading of the box. `rest` is what the writer put after the marker: the name of the law, say.
    pub(super) fn title(self, scheme: &str, rest: &str, labels: &Labels) -> String {
        let title = match self {
            Kind::Tip => labels.get(Label::BoxTip).to_owned(),
            Kind::Outside => labels.fill(Label::BoxOutside, "scheme", scheme),
            Kind::Note => labels.get(Label::EditorNote).to_owned(),
            Kind::Warning => labels.get(Label::BoxWarning).to_owned(),
            Kind::Important => labels.get(Label::BoxImportant).to_owned(),
        };
        if rest.is_empty() {
            title
        } else {
            format!("{title}: {rest}")
        }
    }
}
