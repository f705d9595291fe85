//! Findings about the words of search.

use crate::diag::{finding, findings};

findings![UsageSyntax];

finding! {
    /// A file of search words that cannot be read.
    UsageSyntax { message: String }
    "T010" "search-words" Error
    vi: |f| format!("tệp lời tìm kiếm không đọc được: {}", f.message),
        |_| None,
        "Tệp `themes/<tên>/find/vi.toml` ghi chữ viết tắt (`abbreviations`, `beside_village`), lời xưng hô (`courtesy`), lời \
         bỏ qua (`ignored`) và lời khẩn cấp (`emergency`). Mẫu ở tệp cùng tên của giao diện mặc định.";
    en: |f| format!("the file of search words cannot be read: {}", f.message),
        |_| None,
        "The file `themes/<name>/find/vi.toml` holds abbreviations (`abbreviations`, `beside_village`), words of courtesy \
         (`courtesy`), words left out (`ignored`) and words of danger (`emergency`). The default theme's file of the same \
         name is the model.";
}
