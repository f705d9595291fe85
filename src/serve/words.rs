//! The words of the preview in the browser, in both languages. What a finding says is its own.

use serde::Serialize;

use crate::diag::Lang;

/// Words the script needs whatever happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub(super) struct Page {
    hide: &'static str,
    dismiss: &'static str,
    show: &'static str,
    lost: &'static str,
}

/// Words the script needs whatever happens.
pub(super) fn page(lang: Lang) -> Page {
    match lang {
        Lang::Vi => Page {
            hide: "Ẩn để xem trang",
            dismiss: "Bỏ qua",
            show: "Xem lỗi",
            lost: "Mất liên lạc với binhyen serve; trang này có thể đã cũ",
        },
        Lang::En => Page {
            hide: "Hide to see the page",
            dismiss: "Dismiss",
            show: "Show errors",
            lost: "No contact with binhyen serve; this page may be old",
        },
    }
}

/// What can be seen meanwhile.
pub(super) fn lead(standing: bool, lang: Lang) -> &'static str {
    if standing {
        lang.pick(
            "Trang phía sau là bản dựng được gần nhất. Sửa xong, bản mới tự hiện.",
            "The page behind is the last good one. Once mended, the new one appears by itself.",
        )
    } else {
        lang.pick(
            "Chưa dựng được trang nào. Sửa xong, trang tự hiện.",
            "Nothing could be built yet. Once mended, the page appears by itself.",
        )
    }
}

/// The title when the machine, not the content, is at fault.
pub(super) fn impossible(lang: Lang) -> &'static str {
    lang.pick("Không dựng được trang", "The site could not be built")
}

/// How many findings are left out.
pub(super) fn more(count: usize, lang: Lang) -> Option<String> {
    let words = match lang {
        Lang::Vi => format!("Còn {count} mục nữa, xem ở cửa sổ dòng lệnh."),
        Lang::En => format!("{count} more in the terminal."),
    };
    (count > 0).then_some(words)
}

/// The title of the page shown while there is no site.
pub(super) fn nothing_yet(lang: Lang) -> &'static str {
    lang.pick("Chưa dựng được trang", "No site yet")
}

/// What a browser is told that asks for what is not there, on a site without a page for that.
pub(super) fn not_found(lang: Lang) -> &'static str {
    lang.pick("Không có trang này", "There is no such page")
}

/// What a program is told that asks in a way that is not answered.
pub(super) fn refused(lang: Lang) -> &'static str {
    lang.pick("Yêu cầu không hợp lệ", "This cannot be asked for")
}

/// What a browser is told that came by another name.
pub(super) fn foreign_host(lang: Lang) -> &'static str {
    lang.pick(
        "Chỉ xem được qua địa chỉ 127.0.0.1 hoặc localhost",
        "Only answers at 127.0.0.1 or localhost",
    )
}
