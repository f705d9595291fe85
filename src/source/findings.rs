//! Findings of the reader.

use crate::diag::{finding, findings};

findings![NotUtf8, StrayFile];

finding! {
    /// A text file that is not UTF-8.
    NotUtf8 { line: usize, column: usize }
    "F001" "not-utf8" Error
    vi: |f| format!("tệp không phải UTF-8: byte lạ ở dòng {}, cột {}", f.line, f.column),
        |_| Some("mở tệp, chọn \"Lưu dưới dạng\" và bảng mã UTF-8".to_owned()),
        "Mọi tệp chữ phải lưu bằng bảng mã UTF-8 để dấu tiếng Việt không hỏng. Tệp lưu bằng TCVN3, VNI hay Windows-1258 \
         bị từ chối cả tệp, vì đoán sai là in sai tên người.";
    en: |f| format!("the file is not UTF-8: a stray byte at line {}, column {}", f.line, f.column),
        |_| Some("open the file and save it with the encoding UTF-8".to_owned()),
        "Every text file must be saved as UTF-8. A file in TCVN3, VNI or Windows-1258 is refused as a whole, since a wrong \
         guess would print a wrong name.";
}

finding! {
    /// A file in `data/` or `content/` that nothing reads.
    StrayFile { near: Option<String> }
    "F002" "stray-file" Warning
    vi: |_| "không có gì đọc tệp này".to_owned(),
        |f| f.near.as_ref().map(|near| format!("có phải ý bạn là `{near}`?")),
        "Mỗi tệp trong `data/` có chỗ và đuôi tên cố định, ghi ở `docs/data.md`. Tệp đặt sai chỗ, sai đuôi (`.TOML`, \
         `.toml.txt`, `.xlsx`) thì không được đọc; cảnh báo này để không dữ liệu nào bị bỏ quên.";
    en: |_| "nothing reads this file".to_owned(),
        |f| f.near.as_ref().map(|near| format!("did you mean `{near}`?")),
        "Every file in `data/` has a fixed place and extension, listed in `docs/data.md`. A file in the wrong place or with \
         a wrong extension (`.TOML`, `.toml.txt`, `.xlsx`) is not read; this warning makes sure that none is forgotten.";
}
