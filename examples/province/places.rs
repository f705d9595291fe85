//! Writes `data/places/`: the three-level edition the rosters follow and the two-level one after it.

use super::geography::Geography;

/// Kinds and levels below the commune, the same in both editions.
const LEVELS_BELOW: &str = r#"  { id = "commune", title = { vi = "Xã, phường, thị trấn", en = "Commune" } },
  { id = "unit", title = { vi = "Thôn, bản, khu phố", en = "Village" } },
  { id = "area", title = { vi = "Khu dân cư", en = "Residential area" } },
]
roster_level = "commune"
unit_level = "unit"
"#;
const KINDS_BELOW: &str = r#"  { id = "xa", level = "commune", title = { vi = "xã", en = "commune" } },
  { id = "phuong", level = "commune", title = { vi = "phường", en = "ward" } },
  { id = "thi-tran", level = "commune", title = { vi = "thị trấn", en = "town" } },
  { id = "thon", level = "unit", title = { vi = "thôn", en = "village" } },
  { id = "ban", level = "unit", title = { vi = "bản", en = "hamlet" } },
  { id = "khu-pho", level = "unit", title = { vi = "khu phố", en = "quarter" } },
  { id = "khu-dan-cu", level = "area", title = { vi = "khu dân cư", en = "residential area" } },
]
"#;

/// `data/places/three-level.toml`.
pub fn three_level(geography: &Geography) -> String {
    let mut text = String::from(
        r#"id = "three-level"
title = { vi = "Ba cấp (bịa)", en = "Three levels (invented)" }
from = 2000-01-01
until = 2025-06-30
source = { vi = "Bịa để đo tốc độ; không phải địa danh thật.", en = "Invented to measure speed; no real places." }
levels = [
  { id = "province", title = { vi = "Tỉnh", en = "Province" } },
  { id = "district", title = { vi = "Huyện, thị xã, thành phố", en = "District" } },
"#,
    );
    text.push_str(LEVELS_BELOW);
    text.push_str(
        r#"kinds = [
  { id = "tinh", level = "province", title = { vi = "tỉnh", en = "province" } },
  { id = "huyen", level = "district", title = { vi = "huyện", en = "district" } },
  { id = "thi-xa", level = "district", title = { vi = "thị xã", en = "district town" } },
  { id = "thanh-pho", level = "district", title = { vi = "thành phố", en = "city" } },
"#,
    );
    text.push_str(KINDS_BELOW);
    text.push_str("places = [\n  { code = \"38\", kind = \"tinh\", name = \"Tỉnh Mẫu\" },\n");
    for d in &geography.districts {
        let (code, kind, name) = (&d.code, d.kind, &d.name);
        line(&mut text, code, kind, name, "38");
        text.push_str(" },\n");
    }
    for (index, c) in geography.communes.iter().enumerate() {
        let parent = &geography.districts[c.district].code;
        line(&mut text, &c.code, c.kind.id(), &c.name, parent);
        // A plain grid: coordinates that are valid and all different.
        let (lat, lon) = (
            19.3 + (index / 80) as f64 / 100.0,
            104.4 + (index % 80) as f64 / 50.0,
        );
        put!(text, ", lat = {lat:.3}, lon = {lon:.3}");
        successors(&mut text, geography, &c.successors);
        text.push_str(" },\n");
    }
    text.push_str("]\n");
    text
}

/// `data/places/two-level.toml`.
pub fn two_level(geography: &Geography) -> String {
    let mut text = String::from(
        r#"id = "two-level"
title = { vi = "Hai cấp (bịa)", en = "Two levels (invented)" }
from = 2025-07-01
levels = [
  { id = "province", title = { vi = "Tỉnh", en = "Province" } },
"#,
    );
    text.push_str(LEVELS_BELOW);
    text.push_str(
        "kinds = [\n  { id = \"tinh\", level = \"province\", title = { vi = \"tỉnh\", en = \"province\" } },\n",
    );
    text.push_str(KINDS_BELOW);
    text.push_str("places = [\n  { code = \"38\", kind = \"tinh\", name = \"Tỉnh Mẫu\" },\n");
    for merged in &geography.merged {
        line(&mut text, &merged.code, merged.kind, &merged.name, "38");
        text.push_str(" },\n");
    }
    text.push_str("]\n");
    text
}

fn line(text: &mut String, code: &str, kind: &str, name: &str, parent: &str) {
    put!(
        text,
        "  {{ code = \"{code}\", kind = \"{kind}\", name = \"{name}\", parent = \"{parent}\""
    );
}

fn successors(text: &mut String, geography: &Geography, successors: &[(usize, &str)]) {
    if successors.is_empty() {
        return;
    }
    text.push_str(", successors = [");
    for (at, (group, share)) in successors.iter().enumerate() {
        let code = &geography.merged[*group].code;
        let comma = if at > 0 { "," } else { "" };
        put!(
            text,
            "{comma} {{ edition = \"two-level\", code = \"{code}\", share = \"{share}\" }}"
        );
    }
    text.push_str(" ]");
}
