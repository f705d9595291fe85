//! Findings about values: of another type, out of range, outside a closed set. Words only.

use super::{Quoted, Shape};
use crate::diag::finding;

finding! {
    /// A value of another type than its key takes.
    WrongType { key: Quoted, wanted: Shape, found: Shape }
    "D006" "wrong-type" Error
    vi: |f| format!("{} cần {}, nhưng ở đây là {}", f.key, f.wanted.words(crate::diag::Lang::Vi), f.found.words(crate::diag::Lang::Vi)),
        |f| f.key.text().map(|key| format!("viết {}", f.wanted.example(key))),
        "Mỗi khóa nhận một loại giá trị: chữ nằm trong nháy kép, số và ngày thì không, danh sách nằm trong `[ ]`, bảng nằm trong `{ }`. \
        Số máy là chữ, vì số 0 ở đầu có nghĩa. \
        Ví dụ: `phone = \"0237 000 1000\"`, `households = 212`, `date = 2008-04-02`, `serves = [\"thon-1\"]`.";
    en: |f| format!("{} takes {}, but this is {}", f.key, f.wanted.words(crate::diag::Lang::En), f.found.words(crate::diag::Lang::En)),
        |f| f.key.text().map(|key| format!("write {}", f.wanted.example(key))),
        "A key takes one type of value: words in double quotes, numbers and dates without, lists in `[ ]`, tables in `{ }`. \
        A phone number is text, since its leading zero counts. \
        Example: `phone = \"0237 000 1000\"`, `households = 212`, `date = 2008-04-02`, `serves = [\"thon-1\"]`.";
}

finding! {
    /// Plain text where text by language is needed.
    NeedsLanguages { key: Quoted }
    "D007" "needs-languages" Error
    vi: |f| format!("{} cần chữ theo ngôn ngữ, nhưng ở đây là một chuỗi", f.key),
        |f| f.key.text().map(|key| format!("viết {key} = {{ vi = \"…\", en = \"…\" }}; chưa có tiếng Anh thì bỏ `en`")),
        "Lời đăng trên trang viết theo ngôn ngữ: `vi` bắt buộc, `en` có thể thiếu và khi ấy trang tiếng Anh dùng lời tiếng Việt. \
        Ví dụ: `title = { vi = \"Trưởng ban\", en = \"Head\" }`.";
    en: |f| format!("{} takes text by language, but this is a plain string", f.key),
        |f| f.key.text().map(|key| format!("write {key} = {{ vi = \"…\", en = \"…\" }}; leave out `en` if there is no English yet")),
        "Words shown on the site are written by language: `vi` is required; without `en` the English page shows the Vietnamese. \
        Example: `title = { vi = \"Trưởng ban\", en = \"Head\" }`.";
}

finding! {
    /// An empty list where something must stand.
    EmptyList { key: &'static str }
    "D011" "empty-list" Error
    vi: |f| format!("`{}` không được để trống", f.key),
        |_| Some("thêm ít nhất một mục".into()),
        "Danh sách này phải có ít nhất một mục thì trang mới dựng được. \
        Ví dụ: `languages = [\"vi\"]`; phải có ít nhất một số khẩn cấp `[[emergency]]`.";
    en: |f| format!("`{}` must not be empty", f.key),
        |_| Some("add at least one entry".into()),
        "Without at least one entry in this list the site cannot be built. \
        Example: `languages = [\"vi\"]`; there is at least one `[[emergency]]` number.";
}

finding! {
    /// A word outside a closed set.
    UnknownChoice { word: Quoted, near: Option<&'static str>, choices: &'static [&'static str] }
    "D012" "unknown-choice" Error
    vi: |f| format!("không có lựa chọn {}", f.word),
        |f| Some(match f.near {
            Some(near) => format!("ý bạn là `{near}`?"),
            None => format!("chọn một trong: {}", f.choices.join(", ")),
        }),
        "Khóa này chỉ nhận vài từ cố định, vì mỗi từ có cách xử lý riêng trong chương trình. \
        Ví dụ: `severity = \"warning\"` hoặc `severity = \"error\"`.";
    en: |f| format!("there is no choice {}", f.word),
        |f| Some(match f.near {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("choose one of: {}", f.choices.join(", ")),
        }),
        "This key takes one of a few fixed words, since the program treats each in its own way. \
        Example: `severity = \"warning\"` or `severity = \"error\"`.";
}

finding! {
    /// A number out of range.
    NumberOutOfRange { key: Quoted, least: i64, most: i64 }
    "D013" "number-out-of-range" Error
    vi: |f| format!("{} phải từ {} đến {}", f.key, f.least, f.most),
        |_| None,
        "Con số này nằm ngoài khoảng có nghĩa: một thôn không thể có 0 hộ hay âm 5 hộ. \
        Chưa biết thì bỏ cả dòng, đừng ghi 0. \
        Ví dụ: `households = 212`.";
    en: |f| format!("{} must lie between {} and {}", f.key, f.least, f.most),
        |_| None,
        "This number is outside what makes sense: no village has 0 households, or minus 5. \
        If it is not known leave out the line rather than write 0. \
        Example: `households = 212`.";
}

finding! {
    /// A cadence that cannot be read.
    BadCadence { found: Quoted }
    "D014" "bad-cadence" Error
    vi: |f| format!("không hiểu chu kỳ {}", f.found),
        |_| Some("viết `1 week`, `3 months`, `1 year` hoặc `when called`".into()),
        "Chu kỳ họp viết bằng một số và một đơn vị tiếng Anh: `week`, `month`, `year` (thêm `s` khi nhiều), hoặc `when called` nếu chỉ họp khi được triệu tập. \
        Ví dụ: `every = \"3 months\"`.";
    en: |f| format!("the cadence {} cannot be read", f.found),
        |_| Some("write `1 week`, `3 months`, `1 year` or `when called`".into()),
        "How often a meeting is held is a number and a unit, `week`, `month` or `year` (with `s` for more than one), or `when called`. \
        Example: `every = \"3 months\"`.";
}
