//! Findings about print sources.

use crate::diag::{finding, findings};

findings![PrintFailed, NotAccessible, NoGlyph];

finding! {
    /// A print source that typst cannot set.
    PrintFailed { source: String, output: String, message: String, hint: Option<String> }
    "T011" "print-failed" Error
    vi: |f| format!("mẫu in `{}` hỏng khi sắp chữ `{}`: {}", f.source, f.output, f.message),
        |f| f.hint.clone(),
        "Mẫu in là tệp Typst trong `themes/<tên>/print/`. Mẫu đọc dữ liệu bằng `json(\"/data.json\")`; tệp khác gọi \
         theo đường dẫn tính từ thư mục `print/` hay `content/`. Số sau tên mẫu là dòng và cột.";
    en: |f| format!("the print source `{}` failed while `{}` was set: {}", f.source, f.output, f.message),
        |f| f.hint.clone(),
        "A print source is a Typst file in `themes/<name>/print/`. It reads its data with `json(\"/data.json\")`, and \
         names other files by their path from the folders `print/` or `content/`. The numbers after its name are line \
         and column.";
}

finding! {
    /// A PDF that people who do not see it could not read.
    NotAccessible { output: String, message: String, hint: Option<String> }
    "T012" "not-accessible" Error
    vi: |f| format!("`{}` chưa đạt chuẩn PDF/UA-1: {}", f.output, f.message),
        |f| f.hint.clone(),
        "Tệp PDF phải đọc được bằng trình đọc màn hình: có tên tài liệu và ngôn ngữ, hình có lời mô tả (`alt`), đề mục \
         không nhảy bậc.";
    en: |f| format!("`{}` does not meet PDF/UA-1: {}", f.output, f.message),
        |f| f.hint.clone(),
        "A PDF must be readable with a screen reader: a title and a language for the document, words (`alt`) for \
         pictures, headings that skip no level.";
}

finding! {
    /// A letter that no font of the print sources has.
    NoGlyph { output: String, letters: String }
    "T013" "no-glyph" Error
    vi: |f| format!("phông chữ in không có chữ `{}` dùng trong `{}`", f.letters, f.output),
        |_| None,
        "Chữ không có trong phông sẽ in ra ô trống. Hãy viết cách khác, hoặc thay phông trong `themes/<tên>/print/fonts/`.";
    en: |f| format!("the fonts for print lack `{}`, used in `{}`", f.letters, f.output),
        |_| None,
        "A letter that no font has prints as an empty box. Write it another way, or replace the fonts in \
         `themes/<name>/print/fonts/`.";
}
