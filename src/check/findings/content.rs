//! Findings about progress, agencies and Markdown sources.

use crate::{diag::finding, scheme::findings::unknown};
use ecow::EcoString;

unknown! {
    /// A step the scheme does not have.
    UnknownStep "S030" "unknown-step"
    vi: "bước", "dùng mã của một `[[steps]]` trong đề án",
        "Tiến độ ở `rollout.toml` ghi theo các bước mà đề án nêu trong `[[steps]]`. Mã này không phải bước nào của đề án đó. Hãy sửa mã cho đúng.";
    en: "step", "use the id of one of the scheme's `[[steps]]`",
        "The progress in `rollout.toml` goes by the steps the scheme gives in `[[steps]]`. This id is no step of that scheme. Correct it.";
}

unknown! {
    /// An agency the scheme does not have.
    UnknownAgency "S031" "unknown-agency"
    vi: "cơ quan", "dùng mã của một `[[agencies]]` trong đề án",
        "Thông tin liên hệ ở `agencies.toml` là của các cơ quan mà đề án giao việc trong `[[agencies]]`. Mã này không phải cơ quan nào của đề án đó. Hãy sửa mã cho đúng.";
    en: "agency", "use the id of one of the scheme's `[[agencies]]`",
        "The contacts in `agencies.toml` are of agencies to which the scheme gives tasks in `[[agencies]]`. This id is no agency of that scheme. Correct it.";
}

finding! {
    /// A text in a language the site does not publish.
    LanguageNotPublished { lang: &'static str }
    "R020" "language-not-published" Warning
    vi: |f| format!("trang không xuất bản ngôn ngữ `{}`, nên bài này không hiện ở đâu", f.lang),
        |_| Some("thêm ngôn ngữ vào `languages` trong `site.toml`, hoặc bỏ bài".to_owned()),
        "`languages` trong `site.toml` cho biết trang có những ngôn ngữ nào. Bài này viết bằng ngôn ngữ khác. Hãy thêm ngôn ngữ đó, hoặc chuyển bài ra khỏi `content/`.";
    en: |f| format!("the site does not publish the language `{}`, so this text shows nowhere", f.lang),
        |_| Some("add the language to `languages` in `site.toml`, or remove the text".to_owned()),
        "`languages` in `site.toml` says which languages the site has. This text is in another. Add that language, or move the text out of `content/`.";
}

finding! {
    /// A translation of nothing.
    NoOriginal { stem: EcoString, main: &'static str }
    "R021" "no-original" Warning
    vi: |f| format!("bản dịch `{}` không có bản gốc bằng ngôn ngữ chính (`{}`)", f.stem, f.main),
        |_| Some("thêm bản gốc cùng tên trong cùng thư mục, hoặc sửa tên tệp cho khớp".to_owned()),
        "Bản dịch được ghép với bản gốc theo tên tệp: `ten.en.md` là bản tiếng Anh của `ten.md`. Ở đây không có tệp gốc cùng tên. Thường là do một trong hai tệp bị đổi tên.";
    en: |f| format!("the translation `{}` has no original in the main language (`{}`)", f.stem, f.main),
        |_| Some("add the original with the same name in the same folder, or correct the file's name".to_owned()),
        "A translation is paired with its original by file name: `name.en.md` is the English of `name.md`. Here there is no original of that name. Usually one of the two files was renamed.";
}
