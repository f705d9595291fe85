//! `explain`: what a code means and what to do, from the same table the program's findings come from.

use std::path::Path;

use super::{Exit, catalogue, console::Console};
use crate::{
    diag::{Entry, Fault, Lang, Severity, show::words},
    parse::{
        self,
        draft::{RuleDraft, SchemeDraft, Word},
        near::near,
    },
    source,
};

/// A rule of a scheme, in the language of the run.
struct RuleWords {
    /// `scheme/rule`.
    code: String,
    severity: Severity,
    words: String,
    /// The clauses it rests on, each with its title.
    clauses: Vec<(String, String)>,
}

/// Explains a code, a name or a rule of a scheme of the site; lists the catalogue when none is given.
///
/// # Errors
/// When the code is unknown, with a near one; or when a stream cannot be written.
pub fn explain(word: Option<&str>, root: &Path, console: &mut Console<'_>) -> Result<Exit, Fault> {
    let Some(word) = word else {
        list(console)?;
        return Ok(Exit::Fine);
    };
    if let Some(entry) = catalogue::find(word) {
        print_entry(entry, console)?;
        return Ok(Exit::Fine);
    }
    let rules = scheme_rules(root, word, console.lang)?;
    if rules.is_empty() {
        return Err(unknown(word));
    }
    for rule in &rules {
        print_rule(rule, console)?;
    }
    Ok(Exit::Fine)
}

/// The rules `B2` or `375-2008/B2` of the site's schemes, as they are written; several schemes may have a `B2`.
/// A folder that is no site has none.
fn scheme_rules(root: &Path, word: &str, lang: Lang) -> Result<Vec<RuleWords>, Fault> {
    if !root.join("data/schemes").is_dir() {
        return Ok(Vec::new());
    }
    let (sources, _) = source::read(root)?;
    let (draft, _) = parse::parse(&sources);
    let mut found = Vec::new();
    for scheme in &draft.schemes {
        for rule in &scheme.rules {
            let code = format!("{}/{}", *scheme.id, *rule.id);
            if code == word || **rule.id == *word {
                found.push(rule_words(code, rule, scheme, lang));
            }
        }
    }
    Ok(found)
}

fn rule_words(code: String, rule: &RuleDraft, scheme: &SchemeDraft, lang: Lang) -> RuleWords {
    let titled = |id: &Word| {
        let clause = scheme.clauses.iter().find(|clause| *clause.id == **id);
        let title = clause.map(|clause| clause.title.get(lang).to_owned());
        (id.to_string(), title.unwrap_or_default())
    };
    RuleWords {
        code,
        severity: rule.severity,
        words: rule.words.get(lang).to_owned(),
        clauses: rule.clauses.iter().map(titled).collect(),
    }
}

fn list(console: &mut Console<'_>) -> Result<(), Fault> {
    for entry in catalogue::entries() {
        let severity = words::severity(entry.severity, console.lang);
        console.say(&format!("{:<6} {severity:<9} {}", entry.code, entry.name))?;
    }
    Ok(())
}

fn print_entry(entry: &Entry, console: &mut Console<'_>) -> Result<(), Fault> {
    let severity = words::severity(entry.severity, console.lang);
    console.say(&format!("{severity}[{}]: {}\n", entry.code, entry.name))?;
    console.say(entry.text(console.lang).trim())
}

fn print_rule(rule: &RuleWords, console: &mut Console<'_>) -> Result<(), Fault> {
    let severity = words::severity(rule.severity, console.lang);
    console.say(&format!("{severity}[{}]\n\n{}", rule.code, rule.words))?;
    if !rule.clauses.is_empty() {
        let label = words::clauses(rule.clauses.len(), console.lang);
        console.say(&format!("\n{label}:"))?;
    }
    for (id, title) in &rule.clauses {
        console.say(&format!("  {id}  {title}"))?;
    }
    Ok(())
}

fn unknown(word: &str) -> Fault {
    let known = catalogue::entries().flat_map(|entry| [entry.code, entry.name]);
    let (vi, en) = match near(word, known) {
        Some(near) => (
            format!(", có phải ý bạn là `{near}`?"),
            format!(", did you mean `{near}`?"),
        ),
        None => (
            "; xem mọi mã bằng `binhyen explain`".to_owned(),
            "; see all codes with `binhyen explain`".to_owned(),
        ),
    };
    Fault::refused(
        format!("không có mã hay quy tắc `{word}`{vi}"),
        format!("no code or rule `{word}`{en}"),
    )
}
