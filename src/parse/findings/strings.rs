//! Findings about text: ids, phones, invisible characters, spaces. Words only.

use super::Quoted;
use crate::diag::{Lang, finding};

finding! {
    /// An id with other characters than ids have.
    BadId { id: Quoted, instead: Option<String> }
    "D019" "bad-id" Error
    vi: |f| format!("mã {} viết chưa đúng", f.id),
        |f| Some(match &f.instead {
            Some(instead) => format!("chỉ dùng chữ thường không dấu, chữ số và gạch nối: \"{instead}\""),
            None => "chỉ dùng chữ thường không dấu, chữ số và gạch nối".into(),
        }),
        "Mã chỉ gồm chữ thường không dấu, chữ số và gạch nối, để gõ lại ở nơi khác không bao giờ lệch và để làm địa chỉ trang. \
        Tên có dấu thì viết ở `name`. \
        Ví dụ: `id = \"to-truong\"`, không phải `id = \"Tổ trưởng\"`.";
    en: |f| format!("the id {} is not well formed", f.id),
        |f| Some(match &f.instead {
            Some(instead) => format!("use lower-case ASCII letters, digits and hyphens: \"{instead}\""),
            None => "use lower-case ASCII letters, digits and hyphens".into(),
        }),
        "An id is lower-case ASCII letters, digits and hyphens, so that it is typed alike everywhere and can stand in an address. \
        A name with its marks belongs in `name`. \
        Example: `id = \"to-truong\"`, not `id = \"Tổ trưởng\"`.";
}

finding! {
    /// A code or short label with a space or a colon in it.
    BadCode { code: Quoted }
    "D020" "bad-code" Error
    vi: |f| format!("mã {} không được có dấu cách, dấu hai chấm hay dấu ngoặc", f.code),
        |_| None,
        "Mã điều khoản, mã quy định và mã địa danh được dùng lại trong bài viết và bảng số, nên phải liền một mạch. \
        Ví dụ: `P2.II.1.b`, `B2`, `15517`.";
    en: |f| format!("the code {} cannot have a space, a colon or a bracket", f.code),
        |_| None,
        "Codes of clauses, rules and places are used again in texts and tables, so they are of one piece. \
        Example: `P2.II.1.b`, `B2`, `15517`.";
}

finding! {
    /// A phone number that is none.
    BadPhone { problem: PhoneProblem }
    "D021" "bad-phone" Error
    vi: |f| f.problem.words(Lang::Vi),
        |_| Some("cố định 11 chữ số (0237 000 1000), di động 10 chữ số (0900 000 101), hoặc số ngắn như 113".into()),
        "Số máy phải gọi được: số cố định có 11 chữ số kể cả mã vùng, di động 10 chữ số, số ngắn 3 chữ số, 1800 và 1900 thì 8 hoặc 10. \
        Dấu cách, chấm, gạch và `+84` đều được. Chữ O thay số 0, chữ l thay số 1 là lỗi hay gặp. \
        Ví dụ: `phone = \"0237 000 1000\"`.";
    en: |f| f.problem.words(Lang::En),
        |_| Some("a landline has 11 digits (0237 000 1000), a mobile 10 (0900 000 101), or a short number such as 113".into()),
        "A phone number must be callable: a landline has 11 digits with its area code, a mobile 10, a short number 3, 1800 and 1900 numbers 8 or 10. \
        Spaces, dots, hyphens and `+84` are fine. A letter O for a zero and an l for a one are common slips. \
        Example: `phone = \"0237 000 1000\"`.";
}

finding! {
    /// An address of the web that is none.
    BadUrl {}
    "D022" "bad-url" Error
    vi: |_| "địa chỉ trang phải bắt đầu bằng https:// hoặc http:// và có tên miền".into(),
        |_| Some("viết đủ: \"https://binhyen.example/\"".into()),
        "Địa chỉ này dùng cho liên kết chuẩn, thẻ mạng xã hội và mã QR, nên phải đủ giao thức và tên miền. \
        Ví dụ: `base_url = \"https://binhyen.example/\"`.";
    en: |_| "the address must begin with https:// or http:// and name a host".into(),
        |_| Some("write it in full: \"https://binhyen.example/\"".into()),
        "This address goes into canonical links, social cards and QR codes, so it needs its scheme and host. \
        Example: `base_url = \"https://binhyen.example/\"`.";
}

finding! {
    /// A character nobody can see.
    HiddenCharacter { character: char }
    "D023" "hidden-character" Error
    vi: |f| format!("có ký tự không nhìn thấy U+{:04X} ({})", f.character as u32, character_name(f.character, Lang::Vi)),
        |_| Some("xóa ký tự ấy; gõ lại đoạn quanh đó nếu không chọn được nó".into()),
        "Ký tự này không hiện ra nhưng làm hai tên trông giống nhau mà khác nhau, làm hỏng tìm kiếm, hoặc đảo chiều chữ để lừa người đọc. \
        Nó thường đến từ Word, Zalo hay trang web khi chép dán. \
        Ví dụ: `\"Lê Văn Mẫu\"` với U+200B giữa hai chữ tìm sẽ không thấy.";
    en: |f| format!("there is an invisible character U+{:04X} ({})", f.character as u32, character_name(f.character, Lang::En)),
        |_| Some("delete it; retype the text around it if it cannot be selected".into()),
        "This character does not show, yet it makes two names differ that look alike, defeats search, or turns the direction of text to deceive. \
        It usually comes from a word processor, a chat or a web page by copying. \
        Example: `\"Lê Văn Mẫu\"` with U+200B between two words is never found.";
}

finding! {
    /// Empty quotes where something must stand.
    EmptyText { key: Quoted }
    "D024" "empty-text" Error
    vi: |f| format!("{} để trống", f.key),
        |_| Some("viết nội dung, hoặc xóa cả khóa nếu không bắt buộc".into()),
        "Hai dấu nháy không có gì bên trong thì trang sẽ in ra một chỗ trống. \
        Điều chưa biết thì bỏ cả dòng, trang sẽ nói “chưa có dữ liệu”. \
        Ví dụ sai: `name = \"\"`.";
    en: |f| format!("{} is empty", f.key),
        |_| Some("write something, or delete the key if it is not required".into()),
        "Quotes with nothing in them would print as a blank. \
        What is not known is left out altogether, and the page says “no data yet”. \
        Wrong: `name = \"\"`.";
}

finding! {
    /// A name with spaces where none belong.
    OddSpaces { key: Quoted }
    "D025" "odd-spaces" Warning
    vi: |f| format!("{} thừa dấu cách", f.key),
        |_| Some("chương trình đã dùng bản bỏ dấu cách thừa; hãy sửa trong tệp".into()),
        "Dấu cách ở đầu, ở cuối hay hai dấu cách liền nhau làm hai tên giống nhau thành khác nhau. \
        Chương trình bỏ chúng khi đọc và vẫn đăng, nhưng nên sửa trong tệp. \
        Ví dụ: `\"Lê  Văn Mẫu \"` nên là `\"Lê Văn Mẫu\"`.";
    en: |f| format!("{} has spaces too many", f.key),
        |_| Some("the extra spaces were dropped; mend the file all the same".into()),
        "A space at the start or end, or two together, makes two equal names differ. \
        They are dropped when read, and the site is published, but the file should be mended. \
        Example: `\"Lê  Văn Mẫu \"` should be `\"Lê Văn Mẫu\"`.";
}

finding! {
    /// A place without its edition.
    BadPlaceKey { found: Quoted }
    "D026" "bad-place-key" Error
    vi: |f| format!("{} chưa đủ danh mục và mã", f.found),
        |_| Some("viết danh-mục:mã, như \"three-level:15517\"".into()),
        "Mã địa danh có thể dùng lại ở danh mục khác, nên nơi này phải ghi cả danh mục lẫn mã, cách nhau bằng dấu hai chấm. \
        Ví dụ: `place = [\"three-level:15517\"]`.";
    en: |f| format!("{} is not an edition and a code", f.found),
        |_| Some("write edition:code, such as \"three-level:15517\"".into()),
        "A place code may be used again in another edition, so here both stand, with a colon between. \
        Example: `place = [\"three-level:15517\"]`.";
}

/// Why a phone number is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PhoneProblem {
    /// A character no phone number has.
    Character(Quoted),
    /// So many digits fit no number.
    Length(usize),
    /// The first digits are no prefix.
    Prefix,
}

impl PhoneProblem {
    fn words(&self, lang: Lang) -> String {
        match self {
            PhoneProblem::Character(found) => lang.pick(
                format!("số máy không được có {found}"),
                format!("a phone number cannot have {found}"),
            ),
            PhoneProblem::Length(digits) => lang.pick(
                format!("số máy có {digits} chữ số, không khớp loại số nào"),
                format!("{digits} digits make no phone number"),
            ),
            PhoneProblem::Prefix => lang.pick(
                "đầu số này không có ở Việt Nam".to_owned(),
                "no Vietnamese number begins like this".to_owned(),
            ),
        }
    }
}

fn character_name(character: char, lang: Lang) -> &'static str {
    match character {
        '\u{200b}' => lang.pick("dấu cách rộng bằng không", "zero-width space"),
        '\u{200c}' | '\u{200d}' | '\u{2060}' => {
            lang.pick("dấu nối rộng bằng không", "zero-width joiner")
        }
        '\u{feff}' => lang.pick("dấu BOM lạc chỗ", "stray byte order mark"),
        '\u{ad}' => lang.pick("gạch nối mềm", "soft hyphen"),
        '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
            lang.pick("dấu đổi chiều chữ", "direction control")
        }
        c if c.is_control() => lang.pick("ký tự điều khiển", "control character"),
        _ => lang.pick("dấu định dạng", "format character"),
    }
}
