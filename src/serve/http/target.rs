//! From the target of a request to a path below the site. Touches no disk.
//!
//! **No path climbs out**: what has a part that a disk could read otherwise than as a plain name is refused, not mended.

use percent_encoding::percent_decode_str;

/// A path below the site, with `/`: no part of it is empty, begins with a dot, or holds a separator of any system.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct SitePath {
    /// The parts, joined; empty for the site itself.
    pub path: String,
    /// Whether it ends as a folder does.
    pub folder: bool,
}

/// The path a target names; `None` when it names none.
pub(super) fn site_path(target: &str) -> Option<SitePath> {
    let raw = raw_path(target).strip_prefix('/')?;
    let decoded = percent_decode_str(raw).decode_utf8().ok()?;
    let (path, folder) = match decoded.strip_suffix('/') {
        Some(path) => (path, true),
        None => (&*decoded, decoded.is_empty()),
    };
    let safe = path.is_empty() && decoded.is_empty() || path.split('/').all(is_name);
    safe.then(|| SitePath {
        path: path.to_owned(),
        folder,
    })
}

/// The target without its query.
pub(super) fn raw_path(target: &str) -> &str {
    target.split(['?', '#']).next().unwrap_or_default()
}

/// Whether a part is a plain name. Hidden files are never published, so that none need be served.
fn is_name(part: &str) -> bool {
    let odd = |c: char| c.is_control() || matches!(c, '\\' | ':');
    !part.is_empty() && !part.starts_with('.') && !part.contains(odd)
}

#[cfg(test)]
mod tests {
    use super::*;
    use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
    use proptest::prelude::*;
    use std::path::{Component, Path};

    fn path(target: &str) -> Option<String> {
        site_path(target).map(|found| found.path)
    }

    #[test]
    fn plain_paths_are_decoded_once() {
        let folder = |path: &str| {
            Some(SitePath {
                path: path.to_owned(),
                folder: true,
            })
        };
        assert_eq!(site_path("/"), folder(""));
        assert_eq!(site_path("/?a=/../b"), folder(""));
        assert_eq!(site_path("/en/"), folder("en"));
        assert_eq!(
            path("/danh-ba/xa.html?x").as_deref(),
            Some("danh-ba/xa.html")
        );
        assert_eq!(path("/%C4%91%E1%BA%B9p.png").as_deref(), Some("đẹp.png"));
        assert_eq!(path("/a%2Fb").as_deref(), Some("a/b"));
        assert_eq!(path("/a%252e%252e").as_deref(), Some("a%2e%2e"));
    }

    #[test]
    fn nothing_that_may_climb_out_is_a_path() {
        for target in [
            "",
            "a",
            "*",
            "http://evil.example/a",
            "//evil.example/a",
            "/..",
            "/../a",
            "/a/../../b",
            "/%2e%2e/a",
            "/.%2E/a",
            "/a/%2e%2e%2f%2e%2e%2fb",
            "/..%5ca",
            "/a\\..\\b",
            "/c:/windows",
            "/c%3a%5cwindows",
            "/a%00.html",
            "/a%0d%0ab",
            "/.binhyen",
            "/a/.git/config",
            "/./a",
            "/a//b",
            "/a/.",
            "/%ff",
        ] {
            assert_eq!(site_path(target), None, "{target}");
        }
    }

    proptest! {
        #[test]
        fn a_path_stays_below_the_site(target in "/(\\.|%2e|%2E|/|%2f|\\\\|%5c|%00|:|a|é|%|\\?|#){0,12}") {
            if let Some(found) = site_path(&target) {
                let parts: Vec<Component> = Path::new(&found.path).components().collect();
                prop_assert!(parts.iter().all(|part| matches!(part, Component::Normal(_))), "{found:?}");
                prop_assert!(!found.path.contains(['\\', '\0', ':']), "{found:?}");
            }
        }

        #[test]
        fn every_plain_name_can_be_asked_for(name in "[^./\\\\:\\p{Cc}][^/\\\\:\\p{Cc}]{0,12}") {
            let target = format!("/{}", utf8_percent_encode(&name, NON_ALPHANUMERIC));
            prop_assert_eq!(path(&target), Some(name));
        }
    }
}
