//! The style sheet held against the rules of the look: contrast, room for stacked marks, sizes.

use std::collections::BTreeMap;

use super::super::embedded::ASSETS;

fn css() -> String {
    let (_, bytes) = ASSETS.iter().find(|(name, _)| *name == "site.css").unwrap();
    let text = std::str::from_utf8(bytes).unwrap();
    // Comments speak of numbers too.
    let mut plain = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("/*") {
        plain.push_str(before);
        rest = after.split_once("*/").unwrap().1;
    }
    plain + rest
}

/// The colours of a `:root` block by name.
fn colours(block: &str) -> BTreeMap<String, [f64; 3]> {
    let block = block.split('}').next().unwrap();
    let declared = block.split([';', '{', '\n']).filter_map(|line| {
        let (name, value) = line.trim().strip_prefix("--")?.split_once(":#")?;
        Some((name.to_owned(), rgb(value)))
    });
    declared.collect()
}

fn rgb(hex: &str) -> [f64; 3] {
    let long: String = match hex.len() {
        3 => hex.chars().flat_map(|c| [c, c]).collect(),
        _ => hex.to_owned(),
    };
    [0, 2, 4].map(|at| f64::from(u8::from_str_radix(&long[at..at + 2], 16).unwrap()) / 255.0)
}

/// Relative luminance as WCAG 2.2 defines it.
fn luminance(colour: [f64; 3]) -> f64 {
    let part = |value: f64| {
        if value <= 0.04045 {
            value / 12.92
        } else {
            ((value + 0.055) / 1.055).powf(2.4)
        }
    };
    let [r, g, b] = colour.map(part);
    0.2126 * r + 0.7152 * g + 0.0722 * b
}

fn contrast(a: [f64; 3], b: [f64; 3]) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

#[test]
fn text_stands_out_in_light_and_dark() {
    assert!((contrast([0.0; 3], [1.0; 3]) - 21.0).abs() < 0.01);
    let css = css();
    let mut roots = css.split(":root{");
    roots.next();
    let light = colours(roots.next().unwrap());
    let mut dark = light.clone();
    dark.extend(colours(roots.next().unwrap()));
    assert_ne!(light, dark);
    let white = [1.0; 3];
    for (mode, of) in [("light", &light), ("dark", &dark)] {
        let text = [
            ("ink", of["bg"]),
            ("ink", of["mist"]),
            ("soft", of["bg"]),
            ("soft", of["mist"]),
            ("green", of["bg"]),
            ("green", of["mist"]),
            ("on", of["green"]),
        ];
        for (name, ground) in text {
            let found = contrast(of[name], ground);
            assert!(found >= 7.0, "{mode}: {name} {found:.1}");
        }
        for ground in ["band", "deep"] {
            let found = contrast(white, of[ground]);
            assert!(found >= 7.0, "{mode}: white on {ground} {found:.1}");
        }
        // Edges of controls and signs of states are no text: 3 is asked for, 4.5 is kept.
        for ground in ["bg", "mist"] {
            let found = contrast(of["edge"], of[ground]);
            assert!(found >= 4.5, "{mode}: edge on {ground} {found:.1}");
        }
    }
}

/// Every rule as its selector and its declarations; blocks within blocks are taken apart.
fn rules(css: &str) -> Vec<(&str, &str)> {
    let ends = css.split('}').filter_map(|rule| {
        let (before, body) = rule.rsplit_once('{')?;
        let selector = before.rsplit(['{', ';', '\n']).next()?;
        Some((selector, body))
    });
    ends.collect()
}

/// The values of a property in a rule.
fn values<'a>(body: &'a str, property: &str) -> Vec<&'a str> {
    let declared = body.split(';').filter_map(|one| one.split_once(':'));
    let of = declared.filter(|(name, _)| name.trim() == property);
    of.map(|(_, value)| value.trim().trim_end_matches("!important"))
        .collect()
}

/// A length in `rem`, and for paper in points of the smallest size.
fn rem(length: &str) -> Option<f64> {
    length.strip_suffix("rem")?.parse().ok()
}

#[test]
fn stacked_marks_have_room_and_no_text_is_small() {
    let css = css();
    let (screen, paper) = css.split_once("@media print{").unwrap();
    let mut seen = 0;
    for (selector, body) in rules(screen).into_iter().chain(rules(paper)) {
        for height in values(body, "line-height") {
            seen += 1;
            let ratio = match (rem(height), values(body, "font-size").first()) {
                (Some(height), Some(size)) => height / rem(size).unwrap(),
                (Some(height), None) => panic!("{selector}: {height}rem of what?"),
                _ => height.parse().unwrap(),
            };
            assert!(ratio >= 1.3, "{selector}: {height}");
        }
        if let Some(font) = values(body, "font")
            .first()
            .filter(|font| font.contains('/'))
        {
            let ratio = font.split('/').nth(1).unwrap().split(' ').next().unwrap();
            assert!(ratio.parse::<f64>().unwrap() >= 1.3, "{font}");
        }
    }
    assert!(seen > 20, "{seen}");
    for (selector, body) in rules(screen) {
        for size in values(body, "font-size") {
            // A fluid size is never below its first length.
            let least = size.strip_prefix("clamp(").unwrap_or(size);
            let least = rem(least.split(',').next().unwrap());
            assert!(
                least.is_some_and(|least| least >= 1.0),
                "{selector}: {size}"
            );
        }
    }
    for word in ["text-transform", "font-style", "letter-spacing"] {
        assert!(!css.contains(word), "{word}");
    }
}
