//! Opens a page's content security policy just far enough for the preview: it may ask this server for news, and load
//! one more style sheet from it. All else stays as strict as published, so that what a policy forbids fails here too.

/// What the preview needs, and where a policy says so when it does not by that name.
const NEEDED: [(&str, &[&str]); 2] = [
    ("connect-src", &["default-src"]),
    ("style-src-elem", &["style-src", "default-src"]),
];

/// The policy with what the preview needs added.
pub(super) fn opened(policy: &str) -> String {
    let mut directives: Vec<Directive> = policy.split(';').filter_map(directive).collect();
    for (name, fallbacks) in NEEDED {
        open(&mut directives, name, fallbacks);
    }
    let written: Vec<String> = directives
        .iter()
        .map(|(name, sources)| [&[name.to_owned()], &**sources].concat().join(" "))
        .collect();
    written.join(";")
}

/// A name and what it allows.
type Directive = (String, Vec<String>);

fn directive(text: &str) -> Option<Directive> {
    let mut words = text.split_ascii_whitespace().map(str::to_owned);
    Some((words.next()?.to_ascii_lowercase(), words.collect()))
}

fn open(directives: &mut Vec<Directive>, name: &str, fallbacks: &[&str]) {
    // Of two directives of one name, the first is in force.
    let find = |name: &str| directives.iter().position(|(own, _)| own == name);
    let own = find(name);
    let Some(ruling) = own.or_else(|| fallbacks.iter().find_map(|name| find(name))) else {
        return;
    };
    let sources = allowed(&directives[ruling].1);
    match own {
        Some(at) => directives[at].1 = sources,
        // What ruled in its place says nothing of this alone, so it is left as it is.
        None => directives.push((name.to_owned(), sources)),
    }
}

/// The sources, and this server.
fn allowed(sources: &[String]) -> Vec<String> {
    let none = |source: &&String| !source.eq_ignore_ascii_case("'none'");
    let mut sources: Vec<String> = sources.iter().filter(none).cloned().collect();
    if !sources
        .iter()
        .any(|source| source.eq_ignore_ascii_case("'self'"))
    {
        sources.push("'self'".to_owned());
    }
    sources
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_needed_is_opened() {
        assert_eq!(
            opened("default-src 'none';script-src 'self';style-src 'self'"),
            "default-src 'none';script-src 'self';style-src 'self';connect-src 'self';style-src-elem 'self'"
        );
        assert_eq!(
            opened("default-src 'self'"),
            "default-src 'self';connect-src 'self';style-src-elem 'self'"
        );
        assert_eq!(
            opened("connect-src 'none' ; style-src 'sha256-x=' ; img-src data:"),
            "connect-src 'self';style-src 'sha256-x=';img-src data:;style-src-elem 'sha256-x=' 'self'"
        );
        assert_eq!(
            opened("CONNECT-SRC 'Self' https://a.example"),
            "connect-src 'Self' https://a.example"
        );
    }

    #[test]
    fn a_policy_that_forbids_nothing_here_stays() {
        assert_eq!(opened(""), "");
        assert_eq!(opened("img-src 'self';"), "img-src 'self'");
    }
}
