//! Findings about the shape of TOML: syntax, keys, types.

use super::{en_near, vi_near};
use crate::{diag::finding, parse::syntax};

finding! {
    /// Text that is not TOML.
    Syntax { message: String }
    "D001" "syntax" Error
    vi: |f| syntax::vietnamese(&f.message),
        |_| Some("so với một tệp đúng, chẳng hạn tệp mẫu có chú thích; thường là thiếu dấu ngoặc kép, dấu phẩy hoặc dấu đóng ngoặc".to_owned()),
        "Tệp dữ liệu viết theo TOML: `khóa = \"giá trị\"`, danh sách `[ … ]`, bảng `{ … }`. Một dấu thiếu có thể gây ra \
         nhiều lỗi theo sau, nên mỗi tệp chỉ báo hai lỗi đầu. Ngày phải là ngày có trong lịch: `2008-04-02`.";
    en: |f| format!("this is not TOML: {}", f.message),
        |_| Some("compare with a file that is right; a quote, a comma or a closing bracket is often missing".to_owned()),
        "Data files are TOML: `key = \"value\"`, lists `[ … ]`, tables `{ … }`. One missing mark can cause many errors, so \
         only the first two of a file are shown. A date must exist in the calendar: `2008-04-02`.";
}

finding! {
    /// A value of another type than its key takes.
    WrongType { vi: &'static str, en: &'static str, found: &'static str }
    "D002" "wrong-type" Error
    vi: |f| format!("ở đây phải là {}, không phải {}", f.vi, syntax::type_name(f.found)),
        |_| None,
        "Mỗi khóa nhận một loại giá trị: chữ trong ngoặc kép, số, ngày không có ngoặc kép, danh sách hay bảng. \
         `docs/data.md` ghi loại của từng khóa. Ví dụ: `phone = \"0237 000 1000\"`, `date = 2008-04-02`.";
    en: |f| format!("expected {}, found {}", f.en, f.found),
        |_| None,
        "Every key takes one type of value: a string in quotes, a number, a date without quotes, a list or a table. \
         `docs/data.md` gives the type of each. For example: `phone = \"0237 000 1000\"`, `date = 2008-04-02`.";
}

finding! {
    /// A key the table does not have.
    UnknownKey { key: String, near: Option<String>, known: String }
    "D003" "unknown-key" Error
    vi: |f| format!("không có khóa nào tên là `{}` ở đây", f.key),
        |f| vi_near(&f.near, &f.known),
        "Khóa gõ sai sẽ làm mất dữ liệu mà không ai hay, nên mọi khóa lạ đều là lỗi. Hãy sửa tên khóa theo gợi ý, hoặc xem \
         danh sách khóa ở `docs/data.md`. Ghi chú thì viết sau dấu `#`.";
    en: |f| format!("there is no key `{}` here", f.key),
        |f| en_near(&f.near, &f.known),
        "A misspelt key would lose data without anybody noticing, so every unknown key is an error. Correct it as \
         suggested, or see the keys in `docs/data.md`. Remarks are written after `#`.";
}

finding! {
    /// A key that must be there.
    MissingKey { key: &'static str }
    "D004" "missing-key" Error
    vi: |f| format!("thiếu khóa `{}`", f.key),
        |f| Some(format!("thêm `{} = …`", f.key)),
        "Bảng này cần có khóa được nêu. `docs/data.md` cho biết khóa nào bắt buộc và viết thế nào.";
    en: |f| format!("the key `{}` is missing", f.key),
        |f| Some(format!("add `{} = …`", f.key)),
        "This table needs the key that is named. `docs/data.md` says which keys are required and how they are written.";
}

finding! {
    /// Two entries of the same id.
    Duplicate { id: String }
    "D006" "duplicate" Error
    vi: |f| format!("`{}` đã có ở trên", f.id),
        |_| Some("mỗi mục cần một mã riêng; người trùng tên vẫn là hai mã".to_owned()),
        "Trong một tệp, mỗi người, quyết định, thôn, chức danh hay điều khoản có một mã (`id`) riêng. Trùng tên người là \
         chuyện thường, nên phân biệt bằng mã, ví dụ `hoa` và `hoa-thon-2`.";
    en: |f| format!("`{}` is already there", f.id),
        |_| Some("every entry needs an id of its own; namesakes are two ids".to_owned()),
        "In one file every person, decision, village, post or clause has an id of its own. Namesakes are normal, so they \
         are told apart by id, for example `hoa` and `hoa-thon-2`.";
}

finding! {
    /// A string without text.
    Empty { }
    "D008" "empty" Error
    vi: |_| "ở đây không được để trống".to_owned(),
        |_| Some("ghi giá trị, hoặc bỏ cả dòng nếu chưa biết".to_owned()),
        "Chuỗi rỗng hay chỉ có dấu cách không nói lên điều gì. Điều chưa biết thì bỏ cả khóa; trang sẽ ghi rõ là chưa có.";
    en: |_| "this must not be empty".to_owned(),
        |_| Some("write a value, or leave the line out when it is not known".to_owned()),
        "An empty string says nothing. Leave the key out when the value is not known; the page will say so.";
}

finding! {
    /// A word that is not of its closed set.
    UnknownChoice { word: String, near: Option<String>, known: String }
    "D014" "unknown-choice" Error
    vi: |f| format!("`{}` không dùng được ở đây", f.word),
        |f| vi_near(&f.near, &f.known),
        "Khóa này chỉ nhận một trong vài từ cố định, ghi ở `docs/data.md`.";
    en: |f| format!("`{}` cannot stand here", f.word),
        |f| en_near(&f.near, &f.known),
        "This key takes one of a few fixed words, listed in `docs/data.md`.";
}
