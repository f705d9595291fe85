//! Findings of the gate.

use crate::diag::{finding, findings};

findings![UnknownWord, UnknownBasis, UnknownBody, PrivateOrigin];

fn vi_near(near: &Option<String>) -> Option<String> {
    near.as_ref()
        .map(|near| format!("có phải ý bạn là `{near}`?"))
}

fn en_near(near: &Option<String>) -> Option<String> {
    near.as_ref().map(|near| format!("did you mean `{near}`?"))
}

finding! {
    /// A word of `publish.toml` that is in no closed set.
    UnknownWord { key: &'static str, word: String, near: Option<String>, known: String }
    "G001" "unknown-permission-word" Error
    vi: |f| format!("`{}` không phải là giá trị của `{}`", f.word, f.key),
        |f| vi_near(&f.near).or_else(|| Some(format!("các giá trị dùng được: {}", f.known))),
        "Trong `data/publish.toml`, các khóa `field`, `capacity`, `needs` và `surfaces` chỉ nhận những từ cố định, \
         ghi ở `docs/data.md`. Quy định cho phép có từ lạ thì không cho phép gì cả, để không bao giờ công khai nhầm. \
         Ví dụ đúng: `field = \"person.phone\"`, `surfaces = [\"page\", \"print\"]`.";
    en: |f| format!("`{}` is no value of `{}`", f.word, f.key),
        |f| en_near(&f.near).or_else(|| Some(format!("the values are: {}", f.known))),
        "In `data/publish.toml` the keys `field`, `capacity`, `needs` and `surfaces` take words of closed sets, listed \
         in `docs/data.md`. A permission with an unknown word permits nothing, so that nothing is published by mistake. \
         For example: `field = \"person.phone\"`, `surfaces = [\"page\", \"print\"]`.";
}

finding! {
    /// A permission that rests on a basis that is not listed.
    UnknownBasis { basis: String, near: Option<String> }
    "G002" "unknown-basis" Error
    vi: |f| format!("chưa ghi căn cứ pháp lý `{}`", f.basis),
        |f| vi_near(&f.near).or_else(|| Some(format!("thêm `[[bases]]` có `id = \"{}\"` và ghi rõ luật", f.basis))),
        "Mỗi quy định cho phép công khai phải dựa trên một căn cứ pháp lý ghi ở `[[bases]]` trong `data/publish.toml`. \
         Không có căn cứ thì dữ liệu không được công khai. Hãy thêm căn cứ, hoặc sửa `basis` cho đúng `id` đã có.";
    en: |f| format!("no legal basis `{}` is listed", f.basis),
        |f| en_near(&f.near).or_else(|| Some(format!("add a `[[bases]]` with `id = \"{}\"` and name the law", f.basis))),
        "Every permission to publish rests on a legal basis listed under `[[bases]]` in `data/publish.toml`. Without one \
         nothing is published. Add the basis, or correct `basis` to an `id` that is listed.";
}

finding! {
    /// A permission limited to a body that no scheme has.
    UnknownBody { body: String, near: Option<String> }
    "G003" "permission-for-unknown-body" Error
    vi: |f| format!("không đề án nào có tổ chức `{}`", f.body),
        |f| vi_near(&f.near),
        "Khóa `body` trong `data/publish.toml` nêu các tổ chức mà quy định cho phép áp dụng. Tên tổ chức là `id` trong \
         `[[bodies]]` của một đề án ở `data/schemes/`. Quy định có tên lạ thì không cho phép gì cả.";
    en: |f| format!("no scheme has a body `{}`", f.body),
        |f| en_near(&f.near),
        "The key `body` in `data/publish.toml` lists the bodies a permission is limited to, by their `id` under \
         `[[bodies]]` of a scheme in `data/schemes/`. A permission with an unknown body permits nothing.";
}

finding! {
    /// A published value that was written in a private file: the provenance check.
    PrivateOrigin { }
    "G004" "private-origin" Error
    vi: |_| "một giá trị ghi trong tệp riêng tư lọt qua cửa công khai".to_owned(),
        |_| Some("đây là lỗi của chương trình; trang cũ được giữ nguyên".to_owned()),
        "Mỗi giá trị được công khai đều nhớ nó được viết ở tệp nào, dòng nào. Trước khi dựng trang, chương trình kiểm tra \
         rằng không giá trị nào viết ở `data/private/`. Kiểm tra này bảo vệ những giá trị không thể tìm bằng chữ, như \
         ngày sinh hoặc tên trùng với người khác.";
    en: |_| "a value written in a private file came through the gate".to_owned(),
        |_| Some("this is a fault of the program; the old site stays as it was".to_owned()),
        "Every published value remembers the file and line it was written in. Before anything is rendered the program \
         checks that none was written below `data/private/`. This covers the values no text search can find, such as a \
         date of birth or the name of a namesake.";
}
