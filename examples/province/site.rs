//! Writes what a site has once: `site.toml`, `rollout.toml`, `agencies.toml`.

use super::{commune::as_of, decree::Decree, geography::Geography};

/// `data/site.toml`.
pub fn site(decree: &Decree, languages: &[String]) -> String {
    let languages = languages.join("\", \"");
    let (scheme, as_of) = (&decree.id, as_of());
    format!(
        r#"title = {{ vi = "Bình yên tỉnh Mẫu", en = "Peaceful Sample Province" }}
summary = {{ vi = "Tỉnh bịa để đo tốc độ.", en = "An invented province to measure speed." }}
base_url = "https://mau.example/"
languages = ["{languages}"]
edition = "three-level"
scheme = "{scheme}"
as_of = {as_of}
sample = true

[publisher]
name = {{ vi = "Dữ liệu mẫu", en = "Sample data" }}
phone = "0237 000 0000"
address = {{ vi = "Tỉnh Mẫu", en = "Sample Province" }}

[[emergency]]
number = "113"
title = {{ vi = "Công an", en = "Police" }}

[[emergency]]
number = "114"
title = {{ vi = "Chữa cháy", en = "Fire" }}
"#
    )
}

/// `data/rollout.toml`: the first step done, the second under way, about a quarter of the communes as pilots.
pub fn rollout(decree: &Decree, geography: &Geography) -> String {
    let mut text = format!(
        "scheme = \"{}\"\nnote = {{ vi = \"Danh sách xã thí điểm là bịa.\", en = \"The list of pilots is invented.\" }}\nsteps = [\n",
        decree.id
    );
    for (at, step) in decree.steps.iter().take(2).enumerate() {
        let days = match at {
            0 => "started = 2008-02-14, finished = 2008-03-31",
            _ => "started = 2008-04-01",
        };
        put!(text, "  {{ step = \"{step}\", {days} }},\n");
    }
    text.push_str("]\npilots = [\n");
    for commune in geography.communes.iter().step_by(4) {
        put!(
            text,
            "  {{ edition = \"three-level\", code = \"{}\" }},\n",
            commune.code
        );
    }
    text.push_str("]\n");
    text
}

/// `data/agencies.toml`.
pub fn agencies(decree: &Decree) -> String {
    let mut text = String::new();
    for (at, agency) in decree.agencies.iter().enumerate() {
        put!(
            text,
            "[[agencies]]\nscheme = \"{}\"\nagency = \"{agency}\"\n",
            decree.id
        );
        put!(text, "phone = \"0237 000 {:04}\"\n", 100 + at);
        put!(
            text,
            "address = {{ vi = \"Tỉnh Mẫu\", en = \"Sample Province\" }}\n\n"
        );
    }
    text
}
