//! The shape that templates read, and that no word is lost on the way to it or from it.

use proptest::prelude::*;
use serde_json::{Value, json};

use super::{Block, DEEPEST, Inline, Tree};
use crate::{
    check::Article,
    diag::{Lang, Report},
    markdown::{
        HtmlPolicy, Labels, Medium, Style, prepare, read,
        tests::{Flat, article, schemes},
        text, write,
    },
};

fn tree_of(article: &Article, policy: HtmlPolicy) -> Tree {
    let schemes = schemes();
    let prepared = prepare(
        article,
        &schemes,
        &Style::default(),
        policy,
        &mut Report::default(),
    );
    let labels = Labels::sample(article.lang);
    read(article, &prepared, &schemes, policy, &Flat, &labels)
}

fn tree(body: &str) -> Tree {
    tree_of(&article(body), HtmlPolicy::Escape)
}

/// The blocks as JSON.
fn blocks(body: &str) -> Value {
    serde_json::to_value(tree(body).blocks).unwrap()
}

fn words(text: &str) -> Value {
    json!([{ "type": "text", "text": text }])
}

#[test]
fn headings_have_their_place_in_the_outline() {
    let numbers: Vec<Vec<usize>> = tree("## A\n\n### B\n\n### C\n\n## D\n\n### E\n")
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Heading { number, .. } => Some(number.clone()),
            _ => None,
        })
        .collect();
    let wanted: [&[usize]; 5] = [&[1], &[1, 1], &[1, 2], &[2], &[2, 1]];
    assert_eq!(numbers, wanted);
    assert_eq!(
        blocks("## Bầu {#bau}\n"),
        json!([{ "type": "heading", "level": 2, "number": [1], "id": "bau", "inlines": words("Bầu") }])
    );
}

#[test]
fn text_carries_values_clauses_abbreviations_and_blanks() {
    assert_eq!(
        blocks("Có {{ so-nguoi }} ANTT [P2.II.1.đ]\\\n____ [x](a.md)"),
        json!([{ "type": "paragraph", "inlines": [
            { "type": "text", "text": "Có " },
            { "type": "text", "text": "3" },
            { "type": "text", "text": " " },
            { "type": "abbreviation", "short": "ANTT", "long": "an ninh, trật tự" },
            { "type": "text", "text": " " },
            { "type": "clause", "clause": "P2.II.1.đ", "href": "quy-dinh.html#p2-ii-1-dd" },
            { "type": "break" },
            { "type": "blank", "length": 4 },
            { "type": "text", "text": " " },
            { "type": "link", "href": "a.html", "external": false, "inlines": words("x") },
        ] }])
    );
}

#[test]
fn lists_say_whether_they_are_tight_numbered_or_tasks() {
    let plain = json!([{ "type": "plain", "inlines": words("a") }]);
    assert_eq!(
        blocks("- [x] a\n- [ ] b\n"),
        json!([{ "type": "list", "start": null, "tight": true, "items": [
            { "done": true, "blocks": plain },
            { "done": false, "blocks": [{ "type": "plain", "inlines": words("b") }] },
        ] }])
    );
    assert_eq!(
        blocks("3. a\n\n4. b\n")[0]["items"][0]["blocks"][0]["type"],
        "paragraph"
    );
    assert_eq!(blocks("3. a\n")[0]["start"], 3);
    let loose = tree("- [x] a\n\n- [ ] b\n");
    assert!(
        matches!(&loose.blocks[..], [Block::List { tight: false, items, .. }] if items[0].done == Some(true))
    );
    assert_eq!(
        blocks("X\n: a\n: b\n"),
        json!([{ "type": "definitions", "items": [{ "term": words("X"), "meanings": [
            plain,
            [{ "type": "plain", "inlines": words("b") }],
        ] }] }])
    );
}

#[test]
fn what_stands_apart_has_its_caption() {
    assert_eq!(
        blocks("| A | B |\n|:-:|--:|\n| 1 | |\n\nBảng: T\n"),
        json!([{ "type": "table", "alignments": ["center", "right"], "caption": words("T"),
            "head": [words("A"), words("B")], "rows": [[words("1"), []]] }])
    );
    assert_eq!(
        blocks("![b](c.png \"d\")\n\nHình: e\n"),
        json!([{ "type": "figure", "image": { "src": "c.png", "alt": "b", "title": "d" }, "caption": words("e") }])
    );
    assert_eq!(
        blocks("> [!OUTSIDE] Luật\n> a\n"),
        json!([{ "type": "box", "kind": "outside", "title": "Ngoài Quyết định 1: Luật",
            "blocks": [{ "type": "paragraph", "inlines": words("a") }] }])
    );
    assert_eq!(
        blocks("```toml\na\n```\n\n---\n\n> q\n"),
        json!([
            { "type": "code", "language": "toml", "text": "a\n" },
            { "type": "rule" },
            { "type": "quote", "blocks": [{ "type": "paragraph", "inlines": words("q") }] },
        ])
    );
}

#[test]
fn notes_are_numbered_and_count_their_marks() {
    let tree = tree("Một[^a], hai[^b], ba[^a].\n\n[^a]: Chú[^b].\n[^b]: Sâu.\n");
    let notes: Vec<(usize, usize)> = tree
        .notes
        .iter()
        .map(|note| (note.number, note.marks))
        .collect();
    assert_eq!(notes, [(1, 2), (2, 2)]);
    assert_eq!(
        serde_json::to_value(&tree.blocks[0]).unwrap()["inlines"][1],
        json!({ "type": "note", "number": 1, "mark": 1 })
    );
}

#[test]
fn allowed_html_is_kept_with_its_words() {
    let article = article("a <b>c</b>\n\n<div>d &amp; e</div>\n");
    let value = serde_json::to_value(tree_of(&article, HtmlPolicy::Sanitise)).unwrap();
    assert_eq!(
        value["blocks"][0]["inlines"][1],
        json!({ "type": "raw", "html": "<b>", "text": "" })
    );
    assert_eq!(value["blocks"][1]["text"], "d & e\n");
}

#[test]
fn a_book_has_notes_that_pop_up_and_folds_nothing() {
    let tree = tree("a[^n] <br>\n\n[^n]: b\n");
    let html = write(&tree, Medium::Book, &Labels::sample(Lang::Vi));
    for part in [
        "epub:type=\"noteref\" role=\"doc-noteref\" href=\"#fn_1\"",
        "<aside id=\"fn_1\" epub:type=\"footnote\" role=\"doc-footnote\">",
        "href=\"#fr_1\" role=\"doc-backlink\"",
        "&lt;br&gt;",
    ] {
        assert!(html.contains(part), "{part}: {html}");
    }
}

#[test]
fn what_is_deep_is_kept_and_every_reader_of_json_can_read_it() {
    for (open, inner) in [
        ("> ", "x"),
        ("- ", "x"),
        ("a\n: ", "x"),
        ("*", "x"),
        ("> - ", "| x |\n"),
    ] {
        let body = format!("{}{inner}", open.repeat(300));
        let tree = tree(&body);
        let json = serde_json::to_string(&tree).unwrap();
        let read: Result<Value, _> = serde_json::from_str(&json);
        assert!(read.is_ok(), "{open:?}: {read:?}");
        assert!(said(&tree).contains('x'), "{open:?}");
    }
    let mut body = String::new();
    for depth in 0..60 {
        body += &format!("{}a\n{0}:   b\n\n", "    ".repeat(depth));
    }
    let json = serde_json::to_string(&tree(&body)).unwrap();
    assert!(serde_json::from_str::<Value>(&json).is_ok());
    assert!(json.matches("\"definitions\"").count() <= DEEPEST);
}

/// What a reader of a tree reads, without spaces.
fn said(tree: &Tree) -> String {
    let mut out = String::new();
    say(&tree.blocks, &mut out);
    for note in &tree.notes {
        say(&note.blocks, &mut out);
        out.push_str(&"↩".repeat(note.marks));
    }
    dense(&out)
}

fn say(blocks: &[Block], out: &mut String) {
    for block in blocks {
        match block {
            Block::Heading { inlines, .. }
            | Block::Paragraph { inlines }
            | Block::Plain { inlines } => say_inlines(inlines, out),
            Block::List { items, .. } => {
                for item in items {
                    out.push_str(match item.done {
                        Some(true) => "☑Đã làm:",
                        Some(false) => "☐Chưa làm:",
                        None => "",
                    });
                    say(&item.blocks, out);
                }
            }
            Block::Definitions { items } => {
                for item in items {
                    say_inlines(&item.term, out);
                    item.meanings.iter().for_each(|meaning| say(meaning, out));
                }
            }
            Block::Table {
                caption,
                head,
                rows,
                ..
            } => {
                let cells = rows.iter().flatten();
                caption
                    .iter()
                    .chain(head)
                    .chain(cells)
                    .for_each(|cell| say_inlines(cell, out));
            }
            Block::Quote { blocks } => say(blocks, out),
            Block::Box { title, blocks, .. } => {
                out.push_str(title);
                say(blocks, out);
            }
            Block::Figure { caption, .. } => {
                caption.iter().for_each(|words| say_inlines(words, out));
            }
            Block::Code { text, .. } => out.push_str(text),
            Block::Raw(raw) => out.push_str(&raw.text),
            Block::Drawing { .. } | Block::Rule => {}
        }
    }
}

fn say_inlines(inlines: &[Inline], out: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text { text } | Inline::Code { text } => out.push_str(text),
            Inline::Strong { inlines }
            | Inline::Emphasis { inlines }
            | Inline::Strike { inlines }
            | Inline::Link { inlines, .. } => say_inlines(inlines, out),
            Inline::Note { number, .. } => out.push_str(&number.to_string()),
            Inline::Clause { clause, .. } => out.push_str(clause),
            Inline::Abbreviation { short, .. } => out.push_str(short),
            Inline::Raw(raw) => out.push_str(&raw.text),
            Inline::Image(_) | Inline::Blank { .. } | Inline::Space | Inline::Break => {}
        }
    }
}

fn dense(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// What a reader of HTML reads, without spaces: our HTML has no `>` in an attribute.
fn shown(html: &str) -> String {
    let mut out = String::new();
    for piece in html.split('<') {
        out.push_str(piece.split_once('>').map_or(piece, |(_, text)| text));
    }
    dense(&out)
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&")
}

/// Markdown in which much is said and nothing is taken away: no captions, boxes, notes or HTML.
const SAID: &str = "([a-zđạ]{1,4}|ANTT| |\\n|\\n\\n|\\n- |\\n1\\. |\\n> |\\n\\| a \\|\\n\\|-\\|\\n\\| |\\n## |\\n: |\\*\\*|\\*|~~|`|```\\n|&amp;|\\[a\\]\\(b\\.md\\)|\\n---\\n|\\\\\\n|\\n    ){0,40}";

proptest! {
    #[test]
    fn no_word_of_a_source_is_lost(body in SAID) {
        let article = article(&body);
        let all = dense(&text(&article, &schemes()));
        prop_assert_eq!(said(&tree(&body)), all);
    }

    #[test]
    fn pages_and_books_say_what_the_tree_says(body in "([a-zđạ]{1,4}|ANTT| |\\n|\\n\\n|\\n- |\\n- \\[x\\] |\\n> |\\n> \\[!TIP\\] |\\n\\| a \\|\\n\\|-\\|\\n|\\n\\nBảng: |\\n\\nHình: |\\n: |\\*\\*|`|<b>|\\n\\n<div>|&lt;|\"|\\{\\{ rule B2 \\}\\}|\\[P2\\.II\\.1\\.b\\]|\\[\\^n\\]|\\n\\n\\[\\^n\\]: |!\\[x\\]\\(y\\.png\\)|____){0,40}") {
        let tree = tree(&body);
        let labels = Labels::sample(Lang::Vi);
        let said = said(&tree);
        let page = write(&tree, Medium::Page, &labels);
        // The notes of a book begin with their numbers, for those who read them on paper.
        let mut book = shown(&write(&tree, Medium::Book, &labels));
        prop_assert_eq!(&shown(&page), &said);
        for note in &tree.notes {
            book = book.replacen(&format!("{}.", note.number), "", 1);
        }
        prop_assert!(!tree.notes.is_empty() || book == said, "{} / {}", book, said);
    }
}
