//! Files a theme brings along, under names that carry their content's hash, and the format that writes them.
//!
//! Knows nothing of pages: a template finds a file's path in `site.asset["site.css"]`.

use ecow::EcoString;
use std::{borrow::Cow, sync::Arc};

use xxhash_rust::xxh3::xxh3_64;

use super::Theme;
use crate::{
    diag::{Diagnostic, Lang},
    plan::{Format, Inside, Output, SitePlan, Spec, Subject, relative},
    publish::{Media, Surface},
};

/// A file of the theme.
#[derive(Debug, Clone)]
pub struct Asset {
    /// Name in the theme's `assets/`, such as `site.css`.
    pub name: EcoString,
    /// Path below the output folder, with the hash: `assets/site.0123abcd.css`.
    pub path: EcoString,
    /// The bytes, with the names of other assets replaced by their hashed ones in CSS.
    pub bytes: Cow<'static, [u8]>,
    /// How the leak scan reads it.
    pub media: Media,
}

/// The format that writes a theme's files.
#[derive(Debug)]
pub struct Assets {
    theme: Arc<Theme>,
}

impl Assets {
    /// Writes the files of this theme.
    pub const fn new(theme: Arc<Theme>) -> Self {
        Assets { theme }
    }
}

impl Format for Assets {
    fn spec(&self) -> Spec {
        Spec {
            id: "assets",
            media_type: "application/octet-stream",
            extension: "",
            surface: Surface::Page,
            media: Some(Media::Text),
        }
    }

    fn plan(&self, plan: &SitePlan, _: &[(Subject, Lang)]) -> Vec<(Subject, Lang)> {
        let main = plan.site.info.main();
        (0..)
            .zip(self.theme.assets())
            .map(|(at, _)| (Subject::Asset(at), main))
            .collect()
    }

    fn path(&self, _: &SitePlan, subject: Subject, _: Lang) -> Option<String> {
        let Subject::Asset(at) = subject else {
            return None;
        };
        Some(self.theme.assets().get(at as usize)?.path.to_string())
    }

    fn render(
        &self,
        _: &SitePlan,
        output: &Output,
        out: &mut Vec<u8>,
        _: &mut Inside,
    ) -> Result<(), Box<Diagnostic>> {
        if let Subject::Asset(at) = output.subject
            && let Some(asset) = self.theme.assets().get(at as usize)
        {
            out.extend_from_slice(&asset.bytes);
        }
        Ok(())
    }
}

/// Names files by their content. Style sheets come last, since they name other files.
pub(super) fn hashed(files: Vec<(EcoString, Cow<'static, [u8]>)>) -> Vec<Asset> {
    let (styles, plain): (Vec<_>, Vec<_>) = files
        .into_iter()
        .partition(|(name, _)| name.ends_with(".css"));
    let plain = plain
        .into_iter()
        .map(|(name, bytes)| match std::str::from_utf8(&bytes) {
            Ok(text) if name.ends_with(".js") => {
                let lean = lean(text).into_bytes();
                (name, Cow::Owned(lean))
            }
            _ => (name, bytes),
        });
    let mut assets: Vec<Asset> = plain.map(asset).collect();
    for (name, bytes) in styles {
        let bytes = match std::str::from_utf8(&bytes) {
            Ok(text) => Cow::Owned(renamed(&name, &tight(text), &assets).into_bytes()),
            Err(_) => bytes,
        };
        assets.push(asset((name, bytes)));
    }
    assets.sort_by(|a, b| a.name.cmp(&b.name));
    assets
}

fn asset((name, bytes): (EcoString, Cow<'static, [u8]>)) -> Asset {
    let hash = format!("{:08x}", xxh3_64(&bytes) >> 32);
    let path = match name.rsplit_once('.') {
        Some((stem, extension)) => format!("assets/{stem}.{hash}.{extension}"),
        None => format!("assets/{name}.{hash}"),
    };
    let media = match name.rsplit_once('.').map(|(_, extension)| extension) {
        Some("svg" | "html" | "xml") => Media::Markup,
        _ => Media::Text,
    };
    Asset {
        name,
        path: path.into(),
        bytes,
        media,
    }
}

/// Replaces `url(name)` of known files by their hashed names.
fn renamed(name: &str, text: &str, assets: &[Asset]) -> String {
    let mut changed = text.to_owned();
    for asset in assets {
        let target = relative(&format!("assets/{name}"), &asset.path);
        let written = relative(name, &asset.name);
        for (open, close) in [("url(", ")"), ("url(\"", "\")"), ("url('", "')")] {
            changed = changed.replace(
                &format!("{open}{written}{close}"),
                &format!("{open}{target}{close}"),
            );
        }
    }
    changed
}

/// A style sheet without comments, and without line breaks where they mean nothing: it is read on slow networks.
pub(super) fn tight(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    let mut quote = None;
    while let Some(c) = rest.chars().next() {
        if quote.is_none() && rest.starts_with("/*") {
            rest = rest.find("*/").map_or("", |end| &rest[end + 2..]);
            continue;
        }
        match (quote, c) {
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), c) if open == c => quote = None,
            _ => {}
        }
        rest = &rest[c.len_utf8()..];
        if c == '\\' {
            // What it escapes goes with it, a quote above all.
            out.push(c);
            let escaped = rest.chars().next().unwrap_or_default();
            out.push(escaped);
            rest = &rest[escaped.len_utf8().min(rest.len())..];
            continue;
        }
        let idle = out.is_empty() || out.ends_with(['{', '}', ';', ',', '\n']);
        if quote.is_some() || c != '\n' || !idle {
            out.push(c);
        }
    }
    out
}

/// A script without lines that are comments, and without indentation. One with text over several lines stays as it is: it
/// may hold what only looks like a comment.
fn lean(script: &str) -> String {
    let over_lines = |line: &str| line.matches('`').count() % 2 == 1 || line.ends_with('\\');
    if script.lines().any(over_lines) || script.contains("/*") {
        return script.to_owned();
    }
    let mut lean = String::with_capacity(script.len());
    for line in script.lines().map(str::trim) {
        if !line.is_empty() && !line.starts_with("//") {
            lean.push_str(line);
            lean.push('\n');
        }
    }
    lean
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_style_sheet_names_files_by_their_hash() {
        let files: Vec<(EcoString, Cow<'static, [u8]>)> = vec![
            (
                "site.css".into(),
                Cow::Borrowed(b"a{src:url(\"f/a.woff2\")}"),
            ),
            ("f/a.woff2".into(), Cow::Borrowed(b"font")),
        ];
        let assets = hashed(files);
        let css = std::str::from_utf8(&assets[1].bytes).unwrap();
        assert!(
            assets[0].path.starts_with("assets/f/a."),
            "{}",
            assets[0].path
        );
        assert_eq!(
            css,
            format!("a{{src:url(\"{}\")}}", &assets[0].path["assets/".len()..])
        );
    }

    #[test]
    fn a_script_loses_lines_of_comment_and_indentation_unless_text_goes_over_lines() {
        assert_eq!(
            lean("// a\n(() => {\n  // b\n  const a = `b`;\n\n  let c; // d\n})();\n"),
            "(() => {\nconst a = `b`;\nlet c; // d\n})();\n"
        );
        for whole in [
            "a = `\n  // b\n`;\n",
            "/*\n  // a\n*/\n",
            "a = 'b\\\n  // c';\n",
        ] {
            assert_eq!(lean(whole), whole);
        }
    }

    #[test]
    fn a_style_sheet_loses_comments_and_idle_line_breaks_only() {
        assert_eq!(
            tight("/* a */\n.a{\nb:c;\n}\n.d\n.e{content:\"/*\n*/\"}\n"),
            ".a{b:c;}.d\n.e{content:\"/*\n*/\"}"
        );
    }
}
