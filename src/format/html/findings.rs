//! Findings about themes: templates, interface words and the rendering of a page.

use crate::diag::{finding, findings};

findings![
    TemplateSyntax,
    TemplateMissing,
    UndefinedInTemplate,
    TemplateFailed,
    StrayTemplate,
    UnknownWord,
    WordShape,
    WordsSyntax,
    UnknownTheme
];

fn vi_near(near: &Option<String>) -> Option<String> {
    near.as_ref()
        .map(|near| format!("có phải ý bạn là `{near}`?"))
}

fn en_near(near: &Option<String>) -> Option<String> {
    near.as_ref().map(|near| format!("did you mean `{near}`?"))
}

finding! {
    /// A template that cannot be read.
    TemplateSyntax { template: String, message: String }
    "T001" "template-syntax" Error
    vi: |f| format!("mẫu `{}` không đọc được: {}", f.template, f.message),
        |_| None,
        "Mẫu viết sai cú pháp Tera 2, hoặc gọi bộ lọc, phép thử hay thành phần không có. Số sau tên mẫu là dòng và cột. \
         Cú pháp của Tera 1 khác đôi chỗ: `macro` nay là `component`.";
    en: |f| format!("the template `{}` cannot be read: {}", f.template, f.message),
        |_| None,
        "The template breaks the syntax of Tera 2, or uses a filter, test or component that does not exist. The numbers \
         after its name are line and column. Tera 1 differs in places: a `macro` is now a `component`.";
}

finding! {
    /// A template that extends or includes one that does not exist.
    TemplateMissing { template: String, missing: String, near: Option<String> }
    "T002" "template-missing" Error
    vi: |f| format!("mẫu `{}` cần mẫu `{}`, không có mẫu này", f.template, f.missing),
        |f| vi_near(&f.near),
        "`extends` và `include` gọi mẫu theo tên tệp trong `templates/`. Mẫu phải nằm trong giao diện của trang hoặc \
         trong giao diện mặc định đi kèm chương trình.";
    en: |f| format!("the template `{}` needs the template `{}`, which does not exist", f.template, f.missing),
        |f| en_near(&f.near),
        "`extends` and `include` name a template by its file name below `templates/`. It must be in the site's theme or \
         in the default theme that comes with the program.";
}

finding! {
    /// A template that uses a value its page does not have.
    UndefinedInTemplate { template: String, name: String, output: String, near: Option<String> }
    "T003" "undefined-in-template" Error
    vi: |f| format!("mẫu `{}` dùng `{}`, trang `{}` không có giá trị này", f.template, f.name, f.output),
        |f| vi_near(&f.near),
        "Mỗi trang chỉ có các giá trị của riêng nó: `v` là nội dung, `p` là khung trang, `t` là lời giao diện, `site` là \
         cấu hình. Giá trị không có thì báo lỗi chứ không in ra chỗ trống.";
    en: |f| format!("the template `{}` uses `{}`, which the page `{}` does not have", f.template, f.name, f.output),
        |f| en_near(&f.near),
        "A page has its own values only: `v` is the content, `p` the frame, `t` the interface words, `site` the settings. \
         A value that does not exist is an error rather than a blank.";
}

finding! {
    /// A template that failed for another reason.
    TemplateFailed { template: String, output: String, message: String }
    "T004" "template-failed" Error
    vi: |f| format!("mẫu `{}` hỏng khi dựng trang `{}`: {}", f.template, f.output, f.message),
        |_| None,
        "Thường là sai kiểu: lặp qua một chuỗi, so sánh số với chữ, đưa tham số sai kiểu cho thành phần.";
    en: |f| format!("the template `{}` failed while rendering the page `{}`: {}", f.template, f.output, f.message),
        |_| None,
        "Most often a wrong type: a loop over text, a number compared with text, a component given the wrong type.";
}

finding! {
    /// A template of the site that replaces none and that none uses.
    StrayTemplate { path: String, near: Option<String> }
    "T005" "stray-template" Warning
    vi: |f| format!("tệp `{}` không thay mẫu nào và không mẫu nào gọi đến", f.path),
        |f| vi_near(&f.near),
        "Muốn thay một mẫu, đặt tệp cùng tên trong `themes/<tên>/templates/`. Tên lệch một chữ thì mẫu mặc định vẫn được dùng.";
    en: |f| format!("the file `{}` replaces no template and none uses it", f.path),
        |f| en_near(&f.near),
        "To replace a template, put a file of the same name in `themes/<name>/templates/`. With a name that is off by a \
         letter the default template stays in use.";
}

finding! {
    /// A word that the interface does not have.
    UnknownWord { key: String, near: Option<String> }
    "T006" "unknown-interface-word" Error
    vi: |f| format!("giao diện không có lời nào tên `{}`", f.key),
        |f| vi_near(&f.near),
        "Tệp `themes/<tên>/i18n/vi.toml` chỉ thay những lời đã có. Danh sách đầy đủ ở tệp cùng tên của giao diện mặc định.";
    en: |f| format!("the interface has no word called `{}`", f.key),
        |f| en_near(&f.near),
        "The file `themes/<name>/i18n/vi.toml` replaces words that exist. The default theme's file of the same name lists them all.";
}

finding! {
    /// A word written in another form than the one it replaces.
    WordShape { key: String, wants: String }
    "T007" "word-shape" Error
    vi: |f| format!("lời `{}` viết sai dạng", f.key),
        |f| Some(format!("cần: {}", f.wants)),
        "Một lời là chuỗi, hoặc `{ one = \"…\", other = \"…\" }` khi đi với con số. Chỗ trống như `{name}` phải giữ đủ và đúng \
         tên: chương trình điền giá trị vào đó.";
    en: |f| format!("the word `{}` is written in the wrong form", f.key),
        |f| Some(format!("wanted: {}", f.wants)),
        "A word is a string, or `{ one = \"…\", other = \"…\" }` where it goes with a number. Holes such as `{name}` must all be \
         kept, by name: the program fills them.";
}

finding! {
    /// A file of words that is no TOML.
    WordsSyntax { message: String }
    "T008" "words-syntax" Error
    vi: |f| format!("tệp lời giao diện không phải TOML hợp lệ: {}", f.message),
        |_| None,
        "Mỗi dòng là `khóa = \"lời\"`.";
    en: |f| format!("the file of interface words is no valid TOML: {}", f.message),
        |_| None,
        "Each line reads `key = \"words\"`.";
}

finding! {
    /// A theme that has no files.
    UnknownTheme { name: String, near: Option<String> }
    "T009" "unknown-theme" Error
    vi: |f| format!("không có giao diện `{}`: thư mục `themes/{}/` trống hoặc không có", f.name, f.name),
        |f| vi_near(&f.near),
        "`theme` trong `site.toml` là tên một thư mục trong `themes/`, hoặc `default`.";
    en: |f| format!("there is no theme `{}`: the folder `themes/{}/` is empty or missing", f.name, f.name),
        |f| en_near(&f.near),
        "`theme` in `site.toml` names a folder in `themes/`, or is `default`.";
}
