//! Markdown sources: front matter, shelf and language. The Markdown itself is only checked for what cannot be seen.

use super::{
    dates::{DATE, DAY},
    draft::{ArticleDraft, Shelf, StoryDraft},
    findings::{
        HiddenCharacter, LanguageClash, Misplaced, NoFrontMatter, OpenFrontMatter, OtherLanguage,
        Shape,
    },
    numbers::{FLAG, INTEGER},
    reader::{Reader, Secrecy},
    site::LANG,
    story,
    strings::{ID, LINE, NAME},
    syntax,
    walk::{Given, Kind, Table},
};
use crate::{
    diag::{FileId, Lang, Report, Span},
    model::fold::{is_hidden, nfc},
    source::SourceFile,
};

/// The line that opens and closes front matter.
const FENCE: &str = "+++";

/// What a text of the campaign may be besides a post.
const KIND: Kind<Shelf> = Kind {
    shape: Shape::Id,
    read: |given: Given<'_>| given.choice(&["press"]).map(|_| Shelf::Press),
};

/// Reads a Markdown source.
pub(super) fn article(file: FileId, source: &SourceFile) -> (Option<ArticleDraft>, Report) {
    let text = &source.text;
    let mut report = Report::default();
    let Some(front) = front_matter(text) else {
        let first_line = 0..text.lines().next().map_or(0, str::len);
        let at = Span::new(file, first_line);
        if opens(text) {
            report.push(at, OpenFrontMatter {});
        } else {
            report.push(at, NoFrontMatter {});
        }
        return (None, report);
    };
    let mut reader = Reader::new(file, &text[front.clone()], front.start, Secrecy::Open);
    let tree = syntax::tree(&mut reader);
    let head = Span::new(file, 0..FENCE.len());
    let body_at = after_fence(text, front.end);
    let draft = Table::root(&reader, &tree, head, |table| {
        read(table, &source.path, &text[body_at..], body_at)
    });
    report.merge(reader.into_report());
    report_hidden(file, text, body_at, &mut report);
    (draft, report)
}

/// What the path of a source says about it.
struct Standing<'p> {
    shelf: Shelf,
    stem: &'p str,
    /// The language in the file name, if any.
    tag: Option<&'p str>,
}

fn read(table: &mut Table<'_>, path: &str, body: &str, body_at: usize) -> Option<ArticleDraft> {
    let standing = standing(path);
    if standing.is_none() {
        table.reader.note_absent(table.span, Misplaced {});
    }
    let title = table.need("title", NAME);
    let order = table.may("order", INTEGER);
    let summary = table.may("summary", LINE);
    let shelf = standing.as_ref().map(|standing| &standing.shelf);
    // Of a text that stands nowhere nobody can tell; its place is reported, its keys are not.
    let kind = match shelf {
        Some(Shelf::Post) | None => table.may("kind", KIND),
        _ => None,
    };
    let is_post = kind.is_none() && shelf.is_none_or(|shelf| *shelf == Shelf::Post);
    let lang = language(table, standing.as_ref().and_then(|standing| standing.tag));
    let date = if lang == Lang::Vi && is_post && shelf.is_some() {
        table.need("date", DAY)
    } else {
        table.may("date", DAY)
    };
    let changed = table.may("changed", DATE);
    let [form, answers] = uses(table, shelf);
    let scheme = table.may("scheme", ID);
    let slug = table.may("slug", ID);
    let story = if is_post {
        story::story(table)
    } else {
        StoryDraft::default()
    };
    let standing = standing?;
    Some(ArticleDraft {
        file: table.reader.file,
        shelf: kind.unwrap_or(standing.shelf),
        lang,
        stem: standing.stem.into(),
        title: title?,
        order,
        summary,
        date,
        changed,
        form,
        answers,
        scheme,
        slug,
        story,
        body_at,
        body: nfc(body).into(),
    })
}

/// Whether a chapter is a form to fill in, and whether it holds the answers to exercises.
fn uses(table: &mut Table<'_>, shelf: Option<&Shelf>) -> [bool; 2] {
    if !matches!(shelf, Some(Shelf::Chapter(_)) | None) {
        return [false; 2];
    }
    ["form", "answers"].map(|key| table.may(key, FLAG) == Some(true))
}

fn language(table: &mut Table<'_>, tag: Option<&str>) -> Lang {
    let key = table.may("lang", LANG);
    let Some(tag) = tag else {
        return key.map_or(Lang::Vi, |key| key.value);
    };
    let Ok(named) = tag.parse::<Lang>() else {
        let tag = table.reader.quote(tag);
        table.reader.note_absent(table.span, OtherLanguage { tag });
        return Lang::Vi;
    };
    if let Some(key) = key
        && key.value != named
    {
        let finding = LanguageClash {
            name: named.tag(),
            key: key.value.tag(),
        };
        table.reader.note_absent(key.span, finding);
    }
    named
}

fn standing(path: &str) -> Option<Standing<'_>> {
    let parts: Vec<&str> = path.strip_prefix("content/")?.split('/').collect();
    let file = parts.last()?.strip_suffix(".md")?;
    let (stem, tag) = match file.rsplit_once('.') {
        Some((stem, tag)) if is_tag(tag) => (stem, Some(tag)),
        _ => (file, None),
    };
    let shelf = match (parts.as_slice(), stem) {
        (["handbook", book, _], "_index") => Shelf::Book((*book).into()),
        (["handbook", book, _], _) => Shelf::Chapter((*book).into()),
        (["campaign", _], "_index") => Shelf::Campaign,
        (["campaign", _], _) => Shelf::Post,
        (["pages", _], _) => Shelf::Page,
        _ => return None,
    };
    Some(Standing { shelf, stem, tag })
}

fn is_tag(tag: &str) -> bool {
    tag.len() == 2 && tag.bytes().all(|b| b.is_ascii_lowercase())
}

fn opens(text: &str) -> bool {
    text.lines()
        .next()
        .is_some_and(|line| line.trim_end() == FENCE)
}

/// The bytes between the two fences.
fn front_matter(text: &str) -> Option<std::ops::Range<usize>> {
    if !opens(text) {
        return None;
    }
    let start = text.find('\n')? + 1;
    let mut at = start;
    for line in text[start..].split_inclusive('\n') {
        if line.trim_end() == FENCE {
            return Some(start..at);
        }
        at += line.len();
    }
    None
}

fn after_fence(text: &str, fence: usize) -> usize {
    text[fence..]
        .find('\n')
        .map_or(text.len(), |end| fence + end + 1)
}

fn report_hidden(file: FileId, text: &str, body_at: usize, report: &mut Report) {
    for (at, character) in text[body_at..].char_indices() {
        let at = body_at + at;
        if is_hidden(character) && !text[at..].starts_with("\r\n") {
            let span = Span::new(file, at..at + character.len_utf8());
            report.push(span, HiddenCharacter { character });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_path_says_shelf_stem_and_language() {
        let of = |path| standing(path).map(|s| (s.shelf, s.stem, s.tag));
        let book = || ecow::EcoString::from("to-bao-ve");
        assert_eq!(
            of("content/handbook/to-bao-ve/_index.en.md"),
            Some((Shelf::Book(book()), "_index", Some("en")))
        );
        assert_eq!(
            of("content/handbook/to-bao-ve/lap-to.md"),
            Some((Shelf::Chapter(book()), "lap-to", None))
        );
        assert_eq!(of("content/campaign/a.md"), Some((Shelf::Post, "a", None)));
        assert_eq!(of("content/a.md"), None);
        assert_eq!(of("content/handbook/a/b/c.md"), None);
    }

    #[test]
    fn fences_may_end_in_crlf() {
        assert_eq!(front_matter("+++\r\na = 1\r\n+++\r\nx"), Some(5..12));
        assert_eq!(front_matter("+++\n+++"), Some(4..4));
        assert_eq!(front_matter("+++\na = 1\n"), None);
        assert_eq!(front_matter("x\n+++\n+++\n"), None);
    }
}
