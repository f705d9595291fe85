//! What a page is, for machines: JSON-LD in the words of schema.org, as a data block that no browser runs.
//!
//! Written by hand in a fixed order. The one escape is [`text`]: nothing in it can end the block or start a tag.

use std::fmt::Write as _;

use crate::{diag::Lang, parse::draft::PublisherDraft};

/// The data block of a page, without its tags; empty when there is nothing to say.
pub(super) fn block(about: &str, trail: &str) -> String {
    let context = "{\"@context\":\"https://schema.org\",";
    match (about.is_empty(), trail.is_empty()) {
        (true, true) => String::new(),
        (false, true) => format!("{context}{about}}}"),
        (true, false) => format!("{context}{}}}", breadcrumbs(trail)),
        (false, false) => format!(
            "{context}\"@graph\":[{{{about}}},{{{}}}]}}",
            breadcrumbs(trail)
        ),
    }
}

/// One step of a trail, with its full address. `position` counts from 1.
pub(super) fn step(position: usize, name: &str, address: &str, trail: &mut String) {
    let comma = if trail.is_empty() { "" } else { "," };
    let _ = write!(
        trail,
        "{comma}{{\"@type\":\"ListItem\",\"position\":{position},\"name\":{},\"item\":{}}}",
        text(name),
        text(address)
    );
}

/// Who answers for the site.
pub(super) fn organization(
    publisher: &PublisherDraft,
    lang: Lang,
    address: &str,
    logo: Option<&str>,
) -> String {
    let mut json = named("Organization", publisher.name.get(lang));
    field("url", address, &mut json);
    let optional = [
        ("logo", logo.map(|path| format!("{address}{path}"))),
        ("email", publisher.email.as_ref().map(ToString::to_string)),
        (
            "telephone",
            publisher
                .phone
                .as_ref()
                .map(|phone| phone.uri().trim_start_matches("tel:").to_owned()),
        ),
        (
            "address",
            publisher.address.as_ref().map(|it| it.get(lang).to_owned()),
        ),
    ];
    for (key, value) in optional {
        if let Some(value) = value {
            field(key, &value, &mut json);
        }
    }
    json
}

/// What is said of an article.
pub(super) struct About<'a> {
    /// Title.
    pub title: &'a str,
    /// One sentence.
    pub summary: &'a str,
    /// Its full address.
    pub address: &'a str,
    /// Language tag.
    pub lang: &'a str,
    /// Day it was posted.
    pub published: &'a str,
    /// Day it was last changed.
    pub modified: &'a str,
    /// Who tells it.
    pub byline: Option<&'a str>,
    /// Who answers for the site.
    pub publisher: &'a str,
    /// The full address of the site.
    pub site: &'a str,
}

/// An article.
pub(super) fn article(about: &About) -> String {
    let mut json = String::from("\"@type\":\"Article\"");
    for (key, value) in [
        ("headline", about.title),
        ("description", about.summary),
        ("inLanguage", about.lang),
        ("mainEntityOfPage", about.address),
        ("datePublished", about.published),
        ("dateModified", about.modified),
    ] {
        if !value.is_empty() {
            field(key, value, &mut json);
        }
    }
    let mut publisher = named("Organization", about.publisher);
    field("url", about.site, &mut publisher);
    let author = about
        .byline
        .map_or_else(|| publisher.clone(), |name| named("Person", name));
    let _ = write!(
        json,
        ",\"author\":{{{author}}},\"publisher\":{{{publisher}}}"
    );
    json
}

fn named(kind: &str, name: &str) -> String {
    format!("\"@type\":\"{kind}\",\"name\":{}", text(name))
}

fn field(key: &str, value: &str, json: &mut String) {
    let _ = write!(json, ",\"{key}\":{}", text(value));
}

fn breadcrumbs(trail: &str) -> String {
    format!("\"@type\":\"BreadcrumbList\",\"itemListElement\":[{trail}]")
}

/// Text as a JSON string that may stand in a script element.
fn text(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => {
                out.push('\\');
                out.push(c);
            }
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' | '\0'..='\u{1f}' => {
                let _ = write!(out, "\\u{:04x}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_text_reads_the_same_and_cannot_end_its_block(written in any::<String>()) {
            let json = text(&written);
            prop_assert!(!json.contains(['<', '>', '&', '\u{2028}', '\u{2029}']), "{}", json);
            prop_assert_eq!(serde_json::from_str::<String>(&json).unwrap(), written);
        }
    }

    #[test]
    fn a_block_is_json_whatever_it_holds() {
        let mut trail = String::new();
        step(1, "Xã </script>", "https://a.example/", &mut trail);
        step(2, "B", "https://a.example/b.html", &mut trail);
        let about = article(&About {
            title: "“A” & B",
            summary: "",
            address: "https://a.example/b.html",
            lang: "vi",
            published: "2008-06-28",
            modified: "",
            byline: Some("Lê Mẫu"),
            publisher: "Ban biên tập",
            site: "https://a.example/",
        });
        for (about, trail) in [("", &*trail), (&*about, ""), (&*about, &*trail)] {
            let read: serde_json::Value = serde_json::from_str(&block(about, trail)).unwrap();
            assert_eq!(read["@context"], "https://schema.org");
        }
        let both: serde_json::Value = serde_json::from_str(&block(&about, &trail)).unwrap();
        assert_eq!(both["@graph"][0]["author"]["name"], "Lê Mẫu");
        assert_eq!(
            both["@graph"][1]["itemListElement"][0]["name"],
            "Xã </script>"
        );
        assert_eq!(block("", ""), "");
    }
}
