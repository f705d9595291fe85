//! Adds the preview's script to a page as it is served. The file on the disk stays what a build wrote.

use std::ops::Range;

use super::{
    hub::Marks,
    policy,
    tags::{attribute, tags},
};

/// Where the preview's own files are. No output can be there: names that begin with a dot are never published.
pub(super) const OWN: &str = "/.binhyen/";

/// A page with the script in it, and policies that let it ask for news.
pub(super) fn with_script(page: &[u8], marks: &Marks) -> Vec<u8> {
    // First in the head, so that a policy on scripts, which rules what follows it, says nothing of this one.
    let at = tags(page, "head").next().map_or(page.len(), |tag| tag.end);
    let mut edits = policies(page);
    edits.push((at..at, script(marks)));
    edits.sort_by_key(|(place, _)| place.start);
    let mut out = Vec::with_capacity(page.len() + 256);
    let mut done = 0;
    for (place, text) in edits {
        out.extend_from_slice(&page[done..place.start]);
        out.extend_from_slice(text.as_bytes());
        done = place.end;
    }
    out.extend_from_slice(&page[done..]);
    out
}

/// A page of our own that says one thing; the title is ours too.
pub(super) fn bare(title: &str, lang: &str, marks: &Marks) -> Vec<u8> {
    let page = format!(
        "<!doctype html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n<title>{title}</title>\n\
         <link rel=\"stylesheet\" href=\"{OWN}bare.css\">\n</head>\n<body><h1>{title}</h1></body>\n</html>\n"
    );
    with_script(page.as_bytes(), marks)
}

/// Marks are of our own making: letters, digits and dots.
fn script(marks: &Marks) -> String {
    let Marks { page, style } = marks;
    format!(
        "<script src=\"{OWN}preview.js\" data-page=\"{page}\" data-style=\"{style}\" defer></script>"
    )
}

/// Where policies stand in a page, and what to write in their place.
fn policies(page: &[u8]) -> Vec<(Range<usize>, String)> {
    let is_policy = |tag: &Range<usize>| {
        attribute(page, tag, "http-equiv")
            .is_some_and(|name| page[name].eq_ignore_ascii_case(b"content-security-policy"))
    };
    let metas = tags(page, "meta").filter(is_policy);
    metas
        .filter_map(|tag| attribute(page, &tag, "content"))
        .map(|place| {
            let policy = unescape(&String::from_utf8_lossy(&page[place.clone()]));
            let single = page[..place.start].ends_with(b"'");
            (place, escape(&policy::opened(&policy), single))
        })
        .collect()
}

/// What a quoted attribute says; a policy has no need of other references.
fn unescape(text: &str) -> String {
    text.replace("&#39;", "'")
        .replace("&#x27;", "'")
        .replace("&apos;", "'")
        .replace("&quot;", "\"")
        .replace("&amp;", "&")
}

/// The same for an attribute in double quotes, or in single ones.
fn escape(text: &str, single: bool) -> String {
    let text = text.replace('&', "&amp;");
    if single {
        text.replace('\'', "&#39;")
    } else {
        text.replace('"', "&quot;")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marks() -> Marks {
        Marks {
            page: "a.1".to_owned(),
            style: "a.2".to_owned(),
        }
    }

    fn served(page: &str) -> String {
        String::from_utf8(with_script(page.as_bytes(), &marks())).unwrap()
    }

    #[test]
    fn the_script_stands_first_in_the_head_and_the_policy_lets_it_ask() {
        let script = script(&marks());
        let policy = |quoted: &str| {
            format!(
                "<meta charset=utf-8><meta content={quoted} http-equiv=\"Content-Security-Policy\"></head>"
            )
        };
        for (written, read) in [
            (
                "\"default-src 'none'\"",
                "\"default-src 'none';connect-src 'self';style-src-elem 'self'\"",
            ),
            (
                "'default-src &#39;none&#39;'",
                "'default-src &#39;none&#39;;connect-src &#39;self&#39;;style-src-elem &#39;self&#39;'",
            ),
        ] {
            let head = "<!doctype html><HEAD lang=\"a>b\">";
            assert_eq!(
                served(&format!("{head}{}", policy(written))),
                format!("{head}{script}{}", policy(read))
            );
        }
    }

    #[test]
    fn all_else_stays_as_it_is() {
        let script = script(&marks());
        for page in [
            "",
            "text",
            "<header>no head</header>",
            "<html><head></head><body>Ẳm</body>",
            "<head><meta name=\"content-security-policy\" content=\"default-src 'none'\">",
            "<head><meta http-equiv=refresh content=\"0; url=a.html\">",
        ] {
            assert_eq!(served(page).replace(&script, ""), page);
        }
        let bytes = [b"<head>".as_slice(), b"\xff\xfe</head>"].concat();
        assert!(with_script(&bytes, &marks()).ends_with(b"\xff\xfe</head>"));
    }

    #[test]
    fn a_bare_page_says_its_title_and_listens() {
        let page = String::from_utf8(bare("Chưa dựng được trang", "vi", &marks())).unwrap();
        assert!(page.contains("<h1>Chưa dựng được trang</h1>") && page.contains(&script(&marks())));
    }
}
