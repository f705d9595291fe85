//! Names that read well and are plainly invented, and the ids made from them.

use std::collections::HashSet;

use crate::random::Random;

/// Where a commune lies; names differ with it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Land {
    Plain,
    Mountain,
}

const PLAIN: [&str; 18] = [
    "Nguyễn", "Lê", "Trịnh", "Phạm", "Hoàng", "Đỗ", "Bùi", "Vũ", "Mai", "Trương", "Lưu", "Đặng",
    "Đinh", "Cao", "Ngô", "Doãn", "Dương", "Đàm",
];
const MOUNTAIN: [&str; 12] = [
    "Hà", "Lò", "Vi", "Lương", "Ngân", "Lộc", "Phạm", "Thao", "Giàng", "Sùng", "Cầm", "Đinh",
];
const MALE: [&str; 13] = [
    "Văn", "Hữu", "Đình", "Xuân", "Quang", "Đức", "Bá", "Duy", "Sỹ", "Ngọc", "Trọng", "Công",
    "Đăng",
];
const MALE_MOUNTAIN: [&str; 6] = ["Văn", "Xuân", "A", "Đức", "Hồng", "Minh"];
const FEMALE: [&str; 5] = ["Thị", "Thị", "Thị", "Thị Ngọc", "Thị Hồng"];
const GIVEN: [&str; 16] = [
    "Mẫu",
    "Thử",
    "Ví Dụ",
    "Thí Dụ",
    "Minh Họa",
    "Giả",
    "Phỏng",
    "Nháp",
    "Họa",
    "Tập",
    "Đặt",
    "Đề",
    "Dụ",
    "Giả Định",
    "Làm Mẫu",
    "Đề Dụ",
];
/// Mông spelling with an apostrophe, as it occurs in real lists.
const APOSTROPHE: [&str; 3] = ["M'Thử", "D'Mẫu", "Ch'Dụ"];

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Sex {
    Male,
    Female,
    Either,
}

/// Names and ids given so far in one commune: no two are alike unless asked for.
#[derive(Default)]
pub struct Names {
    names: HashSet<String>,
    ids: HashSet<String>,
}

impl Names {
    pub fn draw(&mut self, random: &mut Random, land: Land, sex: Sex) -> (String, String) {
        loop {
            let name = one(random, land, sex);
            if self.names.insert(name.clone()) {
                let id = self.id(&name);
                return (id, name);
            }
        }
    }

    /// A fresh id for a name: all of it but the surname.
    fn id(&mut self, name: &str) -> String {
        let folded = fold(name);
        let stem = folded
            .split_once('-')
            .map_or(folded.as_str(), |(_, rest)| rest);
        let mut id = stem.to_owned();
        let mut count = 1;
        while !self.ids.insert(id.clone()) {
            count += 1;
            id = format!("{stem}-{count}");
        }
        id
    }
}

fn one(random: &mut Random, land: Land, sex: Sex) -> String {
    let female = match sex {
        Sex::Male => false,
        Sex::Female => true,
        Sex::Either => random.percent(35),
    };
    let (surname, male) = match land {
        Land::Plain => (random.pick(&PLAIN), random.pick(&MALE)),
        Land::Mountain => (random.pick(&MOUNTAIN), random.pick(&MALE_MOUNTAIN)),
    };
    let middle = if female { random.pick(&FEMALE) } else { male };
    let given = if land == Land::Mountain && random.percent(8) {
        random.pick(&APOSTROPHE)
    } else {
        random.pick(&GIVEN)
    };
    format!("{surname} {middle} {given}")
}

/// Lower-case ASCII letters, digits and hyphens.
pub fn fold(text: &str) -> String {
    const MARKED: [(&str, char); 7] = [
        ("àáảãạăằắẳẵặâầấẩẫậ", 'a'),
        ("èéẻẽẹêềếểễệ", 'e'),
        ("ìíỉĩị", 'i'),
        ("òóỏõọôồốổỗộơờớởỡợ", 'o'),
        ("ùúủũụưừứửữự", 'u'),
        ("ỳýỷỹỵ", 'y'),
        ("đ", 'd'),
    ];
    let plain = |c: char| {
        let marked = MARKED.iter().find(|(letters, _)| letters.contains(c));
        marked.map_or(c, |(_, plain)| *plain)
    };
    let mut out = String::new();
    for c in text.to_lowercase().chars().map(plain) {
        if c.is_ascii_alphanumeric() {
            out.push(c);
        } else if c == ' ' && !out.ends_with('-') {
            out.push('-');
        }
    }
    out
}
