//! Invented names: places from two syllables, villages, people. No name stands for a real person.

use super::random::Random;

/// Leading syllables of communes; a district keeps to one or two of them, as real ones do.
const LEADING: [&str; 64] = [
    "Xuân",
    "Thọ",
    "Hoằng",
    "Quảng",
    "Vĩnh",
    "Đông",
    "Thiệu",
    "Yên",
    "Triệu",
    "Nga",
    "Hà",
    "Hậu",
    "Nông",
    "Cẩm",
    "Thạch",
    "Ngọc",
    "Như",
    "Thường",
    "Quan",
    "Bá",
    "Lang",
    "Tĩnh",
    "Hải",
    "Trường",
    "Tân",
    "Minh",
    "Phú",
    "An",
    "Bình",
    "Đại",
    "Định",
    "Giao",
    "Hưng",
    "Khánh",
    "Kim",
    "Lam",
    "Liên",
    "Long",
    "Mai",
    "Mỹ",
    "Nam",
    "Nguyệt",
    "Nhân",
    "Phong",
    "Phúc",
    "Sơn",
    "Tam",
    "Thái",
    "Thanh",
    "Thành",
    "Thuận",
    "Tiên",
    "Trung",
    "Tường",
    "Vạn",
    "Văn",
    "Việt",
    "Cao",
    "Châu",
    "Chí",
    "Diễn",
    "Gia",
    "Hiệp",
    "Hồng",
];

/// Closing syllables of communes.
const CLOSING: [&str; 60] = [
    "Hòa",
    "Lâm",
    "Lập",
    "Giang",
    "Lộc",
    "Thịnh",
    "Tâm",
    "Tiến",
    "Quang",
    "Sơn",
    "Phú",
    "Ninh",
    "Khê",
    "Lĩnh",
    "Đức",
    "Thắng",
    "Trạch",
    "Vân",
    "Hợp",
    "Cát",
    "Xuyên",
    "Lợi",
    "Lưu",
    "Quý",
    "Kim",
    "Phượng",
    "Đạt",
    "Thái",
    "Châu",
    "Tân",
    "Hải",
    "Bình",
    "Yên",
    "Thủy",
    "Trung",
    "Đồng",
    "Ngọc",
    "Long",
    "Phong",
    "Chính",
    "Nghĩa",
    "Vinh",
    "Khang",
    "Định",
    "Tùng",
    "Xá",
    "Mậu",
    "Cường",
    "Thiện",
    "Hiền",
    "Dương",
    "Trường",
    "Minh",
    "Vượng",
    "Thượng",
    "Ích",
    "Điền",
    "Bằng",
    "Luận",
    "Toàn",
];

/// Further syllables, when two do not suffice.
const FURTHER: [&str; 6] = ["Đông", "Tây", "Bắc", "Nam", "Thượng", "Hạ"];

const VILLAGES: [&str; 60] = [
    "Đồng Tâm",
    "Đồng Tiến",
    "Đoàn Kết",
    "Quyết Thắng",
    "Quyết Tiến",
    "Thống Nhất",
    "Hòa Bình",
    "Tân Lập",
    "Tân Thành",
    "Tân Sơn",
    "Phú Cường",
    "Phúc Lộc",
    "Xuân Thịnh",
    "Trung Thành",
    "Trung Sơn",
    "Yên Trường",
    "Yên Lược",
    "Thọ Đồn",
    "Mỹ Lý",
    "Ngọc Trung",
    "Ngọc Lâm",
    "Bái Trại",
    "Cồn Mốc",
    "Cửa Hà",
    "Đa Nẫm",
    "Đình Hương",
    "Giáp Mai",
    "Hội Hiền",
    "Kiều Đại",
    "Làng Vạc",
    "Lam Vỹ",
    "Liên Minh",
    "Long Vân",
    "Mật Sơn",
    "Nam Thượng",
    "Nhân Mỹ",
    "Phong Mỹ",
    "Phú Khê",
    "Quần Tín",
    "Quan Sơn",
    "Sơn Hạ",
    "Tam Đa",
    "Thạch Cừ",
    "Thành Mai",
    "Thịnh Vạn",
    "Thượng Nam",
    "Tiên Nông",
    "Toán Phúc",
    "Trịnh Xá",
    "Tứ Dân",
    "Vạn Thắng",
    "Văn Giáo",
    "Vĩnh Gia",
    "Vực Phác",
    "Xa Vệ",
    "Bến Cốc",
    "Ao Giếng",
    "Cây Đa",
    "Đầm Sen",
    "Gốc Gạo",
];

/// Surnames, the frequent ones several times.
const SURNAMES: [&str; 30] = [
    "Nguyễn", "Nguyễn", "Nguyễn", "Nguyễn", "Nguyễn", "Nguyễn", "Lê", "Lê", "Lê", "Lê", "Lê",
    "Trần", "Trần", "Phạm", "Phạm", "Hoàng", "Hoàng", "Trịnh", "Trịnh", "Bùi", "Đỗ", "Vũ", "Hà",
    "Lương", "Cao", "Mai", "Đinh", "Trương", "Ngô", "Quách",
];
const MALE_MIDDLES: [&str; 8] = ["Văn", "Văn", "Văn", "Đình", "Hữu", "Xuân", "Đức", "Bá"];
const FEMALE_MIDDLES: [&str; 6] = ["Thị", "Thị", "Thị", "Thị", "Ngọc", "Thu"];
const MALE: [&str; 44] = [
    "An", "Bảy", "Bình", "Chiến", "Chung", "Cường", "Dũng", "Duy", "Đại", "Đạt", "Đông", "Giang",
    "Hải", "Hiếu", "Hòa", "Hoan", "Hùng", "Hưng", "Khánh", "Kiên", "Lâm", "Lợi", "Long", "Lực",
    "Mạnh", "Minh", "Nam", "Nghĩa", "Phong", "Phúc", "Quân", "Quyền", "Sơn", "Tài", "Tâm", "Thành",
    "Thắng", "Thọ", "Tiến", "Toàn", "Trung", "Tuấn", "Tùng", "Vinh",
];
const FEMALE: [&str; 24] = [
    "Ánh", "Bích", "Dung", "Duyên", "Hà", "Hằng", "Hạnh", "Hiền", "Hoa", "Huệ", "Hương", "Lan",
    "Liên", "Loan", "Mai", "Nga", "Ngân", "Nhung", "Oanh", "Phương", "Thảo", "Thu", "Tuyết", "Yến",
];

/// The name of the `index`-th commune, without its kind: unique however many there are.
pub fn commune(index: usize) -> String {
    let (round, pair) = (index / 3840, index % 3840);
    // Closing syllables step by 7, so that neighbours do not follow the list.
    let (leading, closing) = (LEADING[pair / 60], CLOSING[(pair % 60) * 7 % 60]);
    let mut name = if leading == closing {
        format!("{leading} Khai")
    } else {
        format!("{leading} {closing}")
    };
    if round > 0 {
        name.push(' ');
        name.push_str(FURTHER[(round - 1) % FURTHER.len()]);
        if round > FURTHER.len() {
            name.push_str(&format!(" {}", (round - 1) / FURTHER.len() + 1));
        }
    }
    name
}

/// The name of a district whose communes begin with the `first`-th commune's syllable.
pub fn district(index: usize, first: usize) -> String {
    let leading = LEADING[first % 3840 / 60];
    let closing = CLOSING[(index * 11 + 3) % 60];
    let name = if leading == closing { "Lãnh" } else { closing };
    match index / 60 {
        0 => format!("{leading} {name}"),
        round => format!("{leading} {name} {}", FURTHER[(round - 1) % FURTHER.len()]),
    }
}

/// The names of a commune's villages, without their kind: numbers, or words each used once.
pub fn villages(count: usize, random: &mut Random) -> Vec<String> {
    if count > VILLAGES.len() || random.percent(55) {
        return (1..=count).map(|number| number.to_string()).collect();
    }
    let mut names = VILLAGES;
    random.shuffle(&mut names);
    names[..count].iter().map(|name| (*name).into()).collect()
}

/// A person's full name and given name.
pub fn person(random: &mut Random, women: usize) -> (String, &'static str) {
    let (middles, given): (&[_], _) = if random.percent(women) {
        (&FEMALE_MIDDLES, random.pick(&FEMALE))
    } else {
        (&MALE_MIDDLES, random.pick(&MALE))
    };
    let surname = random.pick(&SURNAMES);
    let middle = random.pick(middles);
    (format!("{surname} {middle} {given}"), given)
}
