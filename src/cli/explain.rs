//! `explain`: what a code means and what to do, from the same table the program's findings come from.

use std::path::Path;

use super::{Exit, catalogue, console::Console};
use crate::{
    diag::{Entry, Fault, Lang, Severity, show::words},
    parse::near::near,
};

/// A rule of a scheme, in the language of the run.
#[derive(Debug)]
pub struct RuleWords {
    /// Its code: `scheme/rule`.
    pub code: String,
    /// How much it weighs.
    pub severity: Severity,
    /// The rule in words.
    pub words: String,
    /// The clauses it rests on, each with its title.
    pub clauses: Vec<(String, String)>,
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
    } else if let Some(rule) = scheme_rule(root, word, console.lang) {
        print_rule(&rule, console)?;
    } else {
        return Err(unknown(word));
    }
    Ok(Exit::Fine)
}

/// The rule `B2` or `375-2008/B2` of the site's schemes.
fn scheme_rule(_root: &Path, _word: &str, _lang: Lang) -> Option<RuleWords> {
    None
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
