//! From the TOML reader's errors to findings: which are about one value, which break the file, which only follow.
//!
//! Keeps what was recovered, and says how far it can be believed.

use std::ops::Range;

use toml::{
    Spanned,
    de::{DeTable, DeValue, Error},
};

use super::{
    dates::understand,
    findings::{DateImpossible, DuplicateKey, HiddenCharacter, Problem, Syntax, Unquoted},
    reader::{Reader, Trust},
    tree::{self, Entries},
};
use crate::{
    diag::{Diagnostic, Finding},
    model::fold::is_hidden,
};

/// Structural errors shown per file; those after usually follow from them.
const SHOWN: usize = 2;

/// The tree of the reader's text. Syntax errors are reported, and the reader is told how much to believe of the rest.
pub(super) fn tree<'s>(reader: &mut Reader<'s>) -> Entries<'s> {
    let (entries, flawed) = tree::read(reader.text());
    if let Some((tree, errors)) = flawed {
        let trust = report(reader, tree.get_ref(), &errors);
        reader.doubt(trust);
    }
    entries
}

/// What an error means for the rest of the file.
enum Flaw {
    /// One value is wrong; the rest was read well.
    Value(Problem),
    /// A value is no date.
    Date,
    /// A value lacks its quotes.
    Unquoted,
    /// A key stands twice; the first counts.
    Twice,
    /// A control character stands in the text.
    Hidden(char),
    /// The structure is broken; what follows may be misread.
    Structure(Problem),
}

fn report(reader: &Reader<'_>, tree: &DeTable<'_>, errors: &[Error]) -> Trust {
    let mut flaws: Vec<(Range<usize>, Flaw)> = errors
        .iter()
        .map(|error| {
            let at = error.span().unwrap_or_default();
            match classify(reader, &at, error.message()) {
                Flaw::Structure(Problem::Merge) => {
                    let start = line_start(reader.text(), at.start);
                    (start..start, Flaw::Structure(Problem::Merge))
                }
                flaw => (at, flaw),
            }
        })
        .collect();
    flaws.sort_by_key(|(at, _)| at.start);
    let broken: Vec<(usize, &Problem)> = flaws
        .iter()
        .filter_map(|(at, flaw)| match flaw {
            Flaw::Structure(problem) => Some((at.start, problem)),
            _ => None,
        })
        .collect();
    let mut trust = Trust::default();
    if let Some((first, _)) = broken.first() {
        let start = report_broken(reader, tree, &broken).unwrap_or(*first);
        trust.until = line_start(reader.text(), start);
    }
    for (at, flaw) in flaws {
        if at.start < trust.until {
            report_value(reader, tree, &at, flaw);
            trust.flawed.push(at);
        }
    }
    trust
}

/// Reports a broken structure: at the bracket that was never closed, which it returns, or else where the reader stumbled.
fn report_broken(
    reader: &Reader<'_>,
    tree: &DeTable<'_>,
    broken: &[(usize, &Problem)],
) -> Option<usize> {
    let text = reader.text();
    let first = broken.first()?.0;
    let opener = broken
        .iter()
        .any(|(_, problem)| matches!(problem, Problem::Unclosed(_)))
        .then(|| never_closed(text, tree, first))
        .flatten();
    if let Some((open, close)) = opener {
        let problem = Problem::Unclosed(close);
        let diagnostic = Diagnostic::new(reader.span(open..open + 1), Syntax { problem });
        reader.add(diagnostic.with(
            reader.span(first..first),
            "đến đây thì không đọc tiếp được",
            "reading stopped making sense here",
        ));
        return Some(open);
    }
    let mut shown_line = None;
    let mut shown = 0;
    for (at, problem) in broken {
        let line = line_start(text, *at);
        if shown < SHOWN && shown_line != Some(line) {
            let problem = (*problem).clone();
            reader.add(Diagnostic::new(reader.span(*at..*at), Syntax { problem }));
            shown_line = Some(line);
            shown += 1;
        }
    }
    None
}

fn report_value(reader: &Reader<'_>, tree: &DeTable<'_>, at: &Range<usize>, flaw: Flaw) {
    let raw = reader.raw(at.clone());
    match flaw {
        Flaw::Value(problem) => add(reader, at, Syntax { problem }),
        Flaw::Date => {
            let date = reader.quote(raw);
            add(reader, at, DateImpossible { date });
        }
        Flaw::Unquoted => {
            let value = reader.quote(raw);
            let instead = reader.suggest(|| quoted(raw)).filter(|s| s.len() < 80);
            add(reader, at, Unquoted { value, instead });
        }
        Flaw::Hidden(character) => add(reader, at, HiddenCharacter { character }),
        Flaw::Twice => {
            let key = reader.quote(raw);
            let diagnostic = Diagnostic::new(reader.span(at.clone()), DuplicateKey { key });
            reader.add(match earlier_key(tree, raw, at.start) {
                Some(first) => diagnostic.with(
                    reader.span(first),
                    "viết lần đầu ở đây",
                    "first written here",
                ),
                None => diagnostic,
            });
        }
        Flaw::Structure(_) => {}
    }
}

fn add(reader: &Reader<'_>, at: &Range<usize>, finding: impl Finding + 'static) {
    reader.add(Diagnostic::new(reader.span(at.clone()), finding));
}

fn classify(reader: &Reader<'_>, at: &Range<usize>, message: &str) -> Flaw {
    let text = reader.text();
    if is_merge_mark(&text[line_start(text, at.start)..]) {
        return Flaw::Structure(Problem::Merge);
    }
    let what = message.split(", expected").next().unwrap_or(message);
    if what.starts_with("invalid date") || what.starts_with("invalid time") {
        return Flaw::Date;
    }
    let here = text.get(at.start..).and_then(|rest| rest.chars().next());
    let structure = match what {
        "duplicate key" => return Flaw::Twice,
        "string values must be quoted" if at.is_empty() => return Flaw::Value(Problem::NoValue),
        "string values must be quoted" => return Flaw::Unquoted,
        "carriage return must be followed by newline" => return Flaw::Value(Problem::LoneReturn),
        _ if is_about_numbers(what) => return Flaw::Value(Problem::Number),
        _ if what.contains("boolean") => return Flaw::Value(Problem::Flag),
        _ if what.contains("escape") || what.contains("unicode") => {
            return Flaw::Value(Problem::Escape);
        }
        _ if what.contains("string") || what.contains("comment") => match here {
            Some(character) if is_hidden(character) => return Flaw::Hidden(character),
            _ => Problem::OpenString,
        },
        "missing comma between array elements" | "unexpected `=` in array" => Problem::NoComma(']'),
        "missing comma between key-value pairs" | "extra assignment between key-value pairs" => {
            Problem::NoComma('}')
        }
        "unclosed inline table" => Problem::Unclosed('}'),
        "unclosed array" | "unclosed table" | "unclosed array table" => Problem::Unclosed(']'),
        "extra comma in array" | "extra comma in inline table" => Problem::ExtraComma,
        "invalid unquoted key" if here != Some(':') => {
            let found: String = here.into_iter().collect();
            Problem::KeyCharacter(reader.quote(&found))
        }
        "invalid unquoted key" | "key with no value" => Problem::NoEquals,
        "unquoted keys cannot be empty" => Problem::NoKey,
        "extra `=`" => Problem::ExtraEquals,
        "unexpected key or value" => Problem::AfterValue,
        _ if what.starts_with("cannot recurse") => Problem::TooDeep,
        _ => Problem::Other(what.to_owned()),
    };
    Flaw::Structure(structure)
}

fn is_about_numbers(what: &str) -> bool {
    [
        "leading zero",
        "sign",
        "radix",
        "digits",
        "float",
        "integer",
        "prefix",
    ]
    .iter()
    .any(|word| what.contains(word))
        && !what.contains("unicode")
        && !what.contains("assignment")
}

fn is_merge_mark(line: &str) -> bool {
    ["<<<<<<<", "=======", ">>>>>>>"]
        .iter()
        .any(|mark| line.starts_with(mark))
}

/// How an unquoted value should stand: as a date when it is one, else in straight quotes.
fn quoted(raw: &str) -> String {
    match understand(raw) {
        Some(date) => date.to_string(),
        None => {
            let bare = raw.trim_matches(|c: char| "“”‘’„\"'".contains(c) || c.is_whitespace());
            format!("\"{bare}\"")
        }
    }
}

fn line_start(text: &str, at: usize) -> usize {
    let before = text.as_bytes().get(..at).unwrap_or(text.as_bytes());
    memchr::memrchr(b'\n', before).map_or(0, |at| at + 1)
}

/// The innermost list or inline table around `at` that does not end in its closing sign, and that sign.
fn never_closed(text: &str, tree: &DeTable<'_>, at: usize) -> Option<(usize, char)> {
    tree.values()
        .find_map(|value| never_closed_in(text, value, at))
}

fn never_closed_in(text: &str, value: &Spanned<DeValue<'_>>, at: usize) -> Option<(usize, char)> {
    let inner = match value.get_ref() {
        DeValue::Array(items) => items
            .iter()
            .find_map(|item| never_closed_in(text, item, at)),
        DeValue::Table(table) => never_closed(text, table, at),
        _ => return None,
    };
    inner.or_else(|| {
        let span = value.span();
        let close = match text.as_bytes().get(span.start)? {
            b'[' => ']',
            b'{' => '}',
            _ => return None,
        };
        let around = span.start < at && at <= span.end;
        let open = text.as_bytes().get(span.end.checked_sub(1)?) != Some(&(close as u8));
        (around && open).then_some((span.start, close))
    })
}

/// Where the same key stands last before `before`.
fn earlier_key(tree: &DeTable<'_>, key: &str, before: usize) -> Option<Range<usize>> {
    tree.iter()
        .flat_map(|(name, value)| {
            let here = (name.get_ref() == key).then(|| name.span());
            let below = match value.get_ref() {
                DeValue::Table(table) => earlier_key(table, key, before),
                DeValue::Array(items) => items
                    .iter()
                    .filter_map(|item| item.get_ref().as_table())
                    .filter_map(|table| earlier_key(table, key, before))
                    .max_by_key(|range| range.start),
                _ => None,
            };
            [here, below].into_iter().flatten()
        })
        .filter(|range| range.start < before)
        .max_by_key(|range| range.start)
}
