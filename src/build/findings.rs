//! Findings of the build: leaks and paths.

use crate::diag::{finding, findings};

findings![
    Leaked, Weak, SamePath, CaseClash, BadPath, Repeated, Panicked, Unread
];

finding! {
    /// A private value in an output.
    Leaked { output: String }
    "L001" "leak" Error
    vi: |f| format!("giá trị riêng tư ghi ở đây lọt vào `{}`", f.output),
        |_| Some("tìm nó trong bài viết, giao diện hay danh bạ rồi bỏ đi; chưa có gì được công bố".to_owned()),
        "Mỗi tệp sắp công bố đều được dò: bỏ dấu, bỏ dấu cách trong số, rồi tìm mọi giá trị trong `data/private/` và mọi \
         giá trị không được phép công khai. Tìm thấy thì dừng, trang cũ giữ nguyên. Thông báo chỉ nơi ghi giá trị, không \
         bao giờ in lại giá trị.";
    en: |f| format!("the private value written here appears in `{}`", f.output),
        |_| Some("find it in the articles, the theme or the rosters and take it out; nothing was published".to_owned()),
        "Every file about to be published is scanned: accents and the spaces inside numbers are dropped, and all values of \
         `data/private/` and all that may not be public are looked for. When one is found the build stops and the old site \
         stays. The message names where the value is written and never repeats it.";
}

finding! {
    /// A private value too short to search for.
    Weak { }
    "L002" "weak-private-value" Warning
    vi: |_| "giá trị riêng tư này quá ngắn để dò trong các tệp công bố".to_owned(),
        |_| Some("ghi đầy đủ hơn, hoặc bỏ đi nếu không cần".to_owned()),
        "Một số ngắn hay một từ ngắn có mặt khắp nơi, dò chữ sẽ báo nhầm. Giá trị như vậy vẫn được bảo vệ: kiểu dữ liệu \
         không cho in, và phép kiểm tra nguồn gốc chứng minh mọi giá trị công bố đều viết ở tệp công khai.";
    en: |_| "this private value is too short to look for in what is published".to_owned(),
        |_| Some("write it in full, or leave it out when it is not needed".to_owned()),
        "A short number or word is everywhere, and a search for it would cry wolf. Such a value is still protected: its \
         type cannot be printed, and the provenance check proves that all that is published was written in public files.";
}

finding! {
    /// Two outputs of one path.
    SamePath { path: String }
    "O001" "same-path" Error
    vi: |f| format!("hai trang cùng ghi vào `{}`", f.path),
        |_| Some("đổi `slug` hoặc tên của một trong hai".to_owned()),
        "Hai đầu ra không thể có chung một tệp. Thường là một tệp ảnh hay trang đặt trùng tên với trang có sẵn.";
    en: |f| format!("two outputs have the path `{}`", f.path),
        |_| Some("change the `slug` or name of one of them".to_owned()),
        "Two outputs cannot share a file. Often an image or page has the name of a page that is already there.";
}

finding! {
    /// Two outputs that differ in case only.
    CaseClash { path: String, other: String }
    "O002" "case-clash" Error
    vi: |f| format!("`{}` và `{}` chỉ khác nhau chữ hoa, chữ thường", f.path, f.other),
        |_| Some("đổi tên một trong hai tệp".to_owned()),
        "Trên Windows, máy Mac và USB, hai tên chỉ khác chữ hoa chữ thường là một tệp: tệp sau đè tệp trước.";
    en: |f| format!("`{}` and `{}` differ in case only", f.path, f.other),
        |_| Some("rename one of the files".to_owned()),
        "On Windows, on a Mac and on most USB sticks two names that differ in case only are one file.";
}

finding! {
    /// A path that some disks cannot hold.
    BadPath { path: String }
    "O003" "bad-path" Warning
    vi: |f| format!("đường dẫn `{}` quá dài hoặc có tên mà Windows không nhận", f.path),
        |_| Some("rút ngắn `slug`, hoặc đổi tên tệp".to_owned()),
        "Đường dẫn dài trên 200 ký tự, hay tên như `con`, `aux`, `nul`, không chép được sang USB và máy Windows.";
    en: |f| format!("the path `{}` is too long or has a name that Windows refuses", f.path),
        |_| Some("shorten the `slug`, or rename the file".to_owned()),
        "A path of more than 200 characters, or a name such as `con`, `aux`, `nul`, cannot be copied to a USB stick or a \
         Windows machine.";
}

finding! {
    /// The same error on more pages.
    Repeated { count: usize }
    "O004" "repeated" Error
    vi: |f| format!("lỗi trên còn gặp ở {} trang khác", f.count),
        |_| None,
        "Một lỗi trong mẫu trang thường gặp ở mọi trang dùng mẫu ấy. Lỗi được kể một lần, kèm số trang còn lại.";
    en: |f| format!("the error above is met on {} more page(s)", f.count),
        |_| None,
        "An error in a template is usually met on every page that uses it. It is told once, with the number of the others.";
}

finding! {
    /// A format that panicked.
    Panicked { output: String }
    "O005" "render-panicked" Error
    vi: |f| format!("chương trình gặp lỗi khi dựng `{}`", f.output),
        |_| Some("đây là lỗi của chương trình; hãy báo kèm tệp nguồn. Trang cũ giữ nguyên".to_owned()),
        "Lỗi này nằm trong chương trình, không nằm trong dữ liệu. Không có gì được công bố.";
    en: |f| format!("the program failed while rendering `{}`", f.output),
        |_| Some("this is a fault of the program; please report it with the source. The old site stays".to_owned()),
        "This fault lies in the program, not in the data. Nothing was published.";
}

finding! {
    /// Packed bytes that nobody could look into.
    Unread { output: String }
    "O007" "unread" Error
    vi: |f| format!("không dò được bên trong `{}`", f.output),
        |_| Some("đây là lỗi của chương trình; hãy báo kèm tệp nguồn. Trang cũ giữ nguyên".to_owned()),
        "Tệp nén hay tệp in chỉ được công bố khi phần đọc được bên trong đã được dò tìm giá trị riêng tư. Định dạng này \
         không đưa ra gì để dò, nên chương trình dừng lại.";
    en: |f| format!("nobody could look inside `{}`", f.output),
        |_| Some("this is a fault of the program; please report it with the source. The old site stays".to_owned()),
        "A packed or printed file is published only when what can be read inside it has been scanned for private values. \
         This format handed nothing over, so the build stops.";
}
