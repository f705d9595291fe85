//! Findings about progress, agencies and Markdown sources.

use crate::{
    diag::{Lang, finding},
    model::date::show,
    scheme::findings::unknown,
};
use chrono::NaiveDate;
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

finding! {
    /// A correction or change dated before the post.
    ChangedBeforePost { day: NaiveDate, posted: NaiveDate }
    "R023" "changed-before-post" Warning
    vi: |f| format!("ngày sửa {} đứng trước ngày đăng {}", show(f.day, Lang::Vi), show(f.posted, Lang::Vi)),
        |_| Some("sửa lại một trong hai ngày".to_owned()),
        "`changed` và ngày của `[[corrections]]` là ngày bài đã đăng được sửa, nên không thể trước `date`. Thường là gõ nhầm ngày hoặc tháng. \
        Ví dụ: bài `date = 2008-06-12` không thể có đính chính ngày `2008-06-10`.";
    en: |f| format!("changed on {}, before it was posted on {}", show(f.day, Lang::En), show(f.posted, Lang::En)),
        |_| Some("correct one of the two dates".to_owned()),
        "`changed` and the dates of `[[corrections]]` are days on which a published post was changed, so they cannot come before `date`. Usually a day or month was mistyped. \
        For example, a post of `date = 2008-06-12` cannot have a correction of `2008-06-10`.";
}

finding! {
    /// A photo whose subjects agreed only after the post.
    ConsentAfterPost { day: NaiveDate, posted: NaiveDate }
    "R024" "consent-after-post" Warning
    vi: |f| format!("ảnh được đồng ý ngày {}, sau ngày đăng {}", show(f.day, Lang::Vi), show(f.posted, Lang::Vi)),
        |_| Some("hỏi lại ngày đồng ý, hoặc gỡ ảnh cho đến khi có".to_owned()),
        "Người trong ảnh đồng ý rồi mới đăng ảnh; `consent` là ngày ấy. Ngày này sau ngày đăng bài thì ảnh đã đăng khi chưa ai đồng ý, hoặc ngày bị gõ nhầm. \
        Nếu ảnh được thêm vào bài sau ngày đăng, hãy ghi ngày thêm vào `changed` và kiểm tra lại.";
    en: |f| format!("the photo was agreed to on {}, after the post of {}", show(f.day, Lang::En), show(f.posted, Lang::En)),
        |_| Some("ask for the day of consent again, or take the photo down until there is one".to_owned()),
        "Those in a photo agree before it is published; `consent` is that day. A day after the post means that the photo was up without consent, or that the date was mistyped. \
        When the photo was added later, write that day in `changed` and look again.";
}

finding! {
    /// Two spellings that would share one page of a tag.
    TagSpelledTwice { tag: EcoString, first: EcoString }
    "R025" "tag-spelled-twice" Warning
    vi: |f| format!("thẻ “{}” trùng địa chỉ với thẻ “{}”", f.tag, f.first),
        |_| Some("viết hai thẻ giống nhau, hoặc chọn chữ khác hẳn".to_owned()),
        "Địa chỉ trang của thẻ là chữ thường, không dấu. Hai cách viết cho cùng một địa chỉ thì chung một trang, mang cách viết gặp trước. \
        Thường là cùng một thẻ viết hai kiểu, như `Hòa giải` và `hoà giải`; nếu là hai chuyện khác nhau, như `biển` và `biên`, hãy chọn chữ khác.";
    en: |f| format!("the tag “{}” has the address of the tag “{}”", f.tag, f.first),
        |_| Some("write both alike, or choose other words".to_owned()),
        "The address of a tag's page is its words in lower case without accents. Two spellings of one address share one page, under the spelling met first. \
        Usually it is one tag spelled in two ways, such as `Hòa giải` and `hoà giải`; for two different things, such as `biển` and `biên`, choose other words.";
}
