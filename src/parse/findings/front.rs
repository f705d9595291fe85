//! Findings about front matter.

use crate::diag::finding;

finding! {
    /// A Markdown file without front matter.
    NoFrontMatter { }
    "D101" "no-front-matter" Error
    vi: |_| "tệp Markdown thiếu phần đầu".to_owned(),
        |_| Some("thêm ở đầu tệp ba dòng: +++, title = \"…\", +++".to_owned()),
        "Mỗi tệp Markdown bắt đầu bằng phần đầu viết theo TOML giữa hai dòng `+++`, ít nhất có `title`. Nhan đề không viết \
         lại trong bài.";
    en: |_| "the Markdown file has no front matter".to_owned(),
        |_| Some("begin the file with three lines: +++, title = \"…\", +++".to_owned()),
        "Every Markdown file begins with front matter in TOML between two `+++` lines, with at least a `title`. The title \
         is not repeated in the text.";
}

finding! {
    /// Front matter without an end.
    Unclosed { }
    "D102" "unclosed-front-matter" Error
    vi: |_| "phần đầu không có dòng +++ kết thúc".to_owned(),
        |_| Some("thêm một dòng +++ sau khóa cuối cùng".to_owned()),
        "Phần đầu nằm giữa hai dòng chỉ có `+++`. Thiếu dòng thứ hai thì không biết bài viết bắt đầu từ đâu.";
    en: |_| "the front matter has no closing +++".to_owned(),
        |_| Some("add a line +++ after the last key".to_owned()),
        "Front matter stands between two lines of `+++` alone. Without the second nobody knows where the text begins.";
}

finding! {
    /// A Markdown file where none is read.
    Misplaced { }
    "D103" "misplaced-article" Error
    vi: |_| "tệp Markdown nằm ngoài các thư mục bài viết".to_owned(),
        |_| Some("chuyển vào content/handbook/<quyển>/, content/campaign/ hoặc content/pages/".to_owned()),
        "Bài viết nằm ở một trong ba nơi: sổ tay (`content/handbook/<quyển>/`), cuộc vận động (`content/campaign/`) và \
         trang lẻ (`content/pages/`). Nơi nằm quyết định địa chỉ của trang.";
    en: |_| "the Markdown file lies outside the folders of articles".to_owned(),
        |_| Some("move it to content/handbook/<book>/, content/campaign/ or content/pages/".to_owned()),
        "Articles lie in one of three places: handbooks (`content/handbook/<book>/`), the campaign (`content/campaign/`) \
         and pages (`content/pages/`). The place decides the address.";
}
