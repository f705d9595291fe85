//! Findings about Markdown sources as files: front matter, place, language. Words only.

use super::Quoted;
use crate::diag::finding;

finding! {
    /// A Markdown file without front matter.
    NoFrontMatter {}
    "D101" "no-front-matter" Error
    vi: |_| "bài chưa có phần đầu giữa hai dòng `+++`".into(),
        |_| Some("thêm ở ngay đầu tệp ba dòng: `+++`, `title = \"…\"`, `+++`".into()),
        "Mỗi bài bắt đầu bằng phần đầu viết theo TOML giữa hai dòng `+++`, ít nhất có `title`. \
        Dòng `+++` thứ nhất phải là dòng đầu của tệp. \
        Ví dụ: `+++`, xuống dòng `title = \"Lập tổ\"`, xuống dòng `+++`.";
    en: |_| "the text has no front matter between two `+++` lines".into(),
        |_| Some("put three lines at the very start: `+++`, `title = \"…\"`, `+++`".into()),
        "A text begins with front matter, TOML between two `+++` lines, with at least a `title`. \
        The first `+++` is the first line of the file. \
        Example: `+++`, then `title = \"Lập tổ\"`, then `+++`.";
}

finding! {
    /// Front matter without its second `+++`.
    OpenFrontMatter {}
    "D102" "open-front-matter" Error
    vi: |_| "phần đầu của bài không có dòng `+++` đóng lại".into(),
        |_| Some("thêm một dòng `+++` ngay trước lời văn".into()),
        "Phần đầu mở bằng dòng `+++` và phải đóng bằng một dòng `+++` nữa, nếu không cả bài bị đọc như TOML. \
        Dòng ấy chỉ có ba dấu cộng, không có gì khác. \
        Ví dụ: `+++`, `title = \"Lập tổ\"`, `+++`, rồi đến lời văn.";
    en: |_| "the front matter has no closing `+++` line".into(),
        |_| Some("add a `+++` line just before the text".into()),
        "Front matter opens with a `+++` line and closes with another; without it the whole text would be read as TOML. \
        The line holds three plus signs and nothing else. \
        Example: `+++`, `title = \"Lập tổ\"`, `+++`, then the text.";
}

finding! {
    /// A Markdown file in a folder that publishes nothing.
    Misplaced {}
    "D103" "misplaced-article" Error
    vi: |_| "bài nằm ngoài các thư mục được đăng".into(),
        |_| Some("chuyển vào content/handbook/<sách>/, content/campaign/ hoặc content/pages/".into()),
        "Bài ở `content/handbook/<sách>/` là chương sách, ở `content/campaign/` là bài của cuộc vận động, ở `content/pages/` là trang riêng; chỗ khác không có địa chỉ nào để đăng. \
        Thư mục không lồng sâu hơn. \
        Ví dụ: `content/lap-to.md` chuyển thành `content/handbook/to-bao-ve/lap-to.md`.";
    en: |_| "the text stands outside the folders that are published".into(),
        |_| Some("move it into content/handbook/<book>/, content/campaign/ or content/pages/".into()),
        "Texts in `content/handbook/<book>/` are chapters, in `content/campaign/` posts, in `content/pages/` pages of their own; elsewhere they have no address. \
        The folders are not nested deeper. \
        Example: `content/lap-to.md` moves to `content/handbook/to-bao-ve/lap-to.md`.";
}

finding! {
    /// A file name and a `lang` key that disagree.
    LanguageClash { name: &'static str, key: &'static str }
    "D104" "language-clash" Error
    vi: |f| format!("tên tệp nói bài viết bằng `{}`, còn `lang` nói `{}`", f.name, f.key),
        |_| Some("xóa `lang`, hoặc đổi tên tệp".into()),
        "Ngôn ngữ của bài đọc từ tên tệp (`ten.en.md` là bản tiếng Anh của `ten.md`); `lang` chỉ cần khi tên tệp không nói. \
        Hai nơi nói khác nhau thì không biết theo nơi nào. \
        Ví dụ: tệp `lap-to.en.md` không được có `lang = \"vi\"`.";
    en: |f| format!("the file name says `{}`, but `lang` says `{}`", f.name, f.key),
        |_| Some("delete `lang`, or rename the file".into()),
        "The language of a text is read from its file name (`name.en.md` is the English of `name.md`); `lang` is needed only where the name says nothing. \
        When they differ nobody can tell which is right. \
        Example: `lap-to.en.md` cannot have `lang = \"vi\"`.";
}

finding! {
    /// A file name that ends in a language the program does not speak.
    OtherLanguage { tag: Quoted }
    "D105" "other-language" Error
    vi: |f| format!("tên tệp mang mã ngôn ngữ {}, chương trình chỉ có `vi` và `en`", f.tag),
        |_| Some("đổi tên tệp: `ten.md` hoặc `ten.en.md`".into()),
        "Phần giữa hai dấu chấm cuối của tên tệp là ngôn ngữ của bài: `en` là tiếng Anh, không có gì là tiếng Việt. \
        Ngôn ngữ khác chưa có lời giao diện nên chưa đăng được. \
        Ví dụ: `lap-to.fr.md` không được nhận.";
    en: |f| format!("the file name ends in the language {}, and there are only `vi` and `en`", f.tag),
        |_| Some("rename the file: `name.md` or `name.en.md`".into()),
        "What stands between the last two dots of the name is the language of the text: `en` is English, nothing is Vietnamese. \
        Other languages have no interface words and cannot be published yet. \
        Example: `lap-to.fr.md` is not taken.";
}
