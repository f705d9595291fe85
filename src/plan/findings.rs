//! Findings about addresses and links.

use crate::{
    diag::{finding, findings},
    model::Text,
};

findings![
    AddressTaken,
    AddressVanished,
    LockIsStale,
    MovedFromUnknown,
    MovedToUnknown,
    DeadLink,
    DeadAnchor,
    ClauseNotExplained,
    PhotoMissing,
    NotPacked,
];

fn vi_near(near: &Option<String>) -> Option<String> {
    near.as_ref()
        .map(|near| format!("có phải ý bạn là `{near}`?"))
}

fn en_near(near: &Option<String>) -> Option<String> {
    near.as_ref().map(|near| format!("did you mean `{near}`?"))
}

finding! {
    /// Two subjects that would have the same address.
    AddressTaken { stem: String }
    "A001" "address-taken" Error
    vi: |f| format!("địa chỉ `{}` đã có trang khác dùng", f.stem),
        |_| Some("đổi `slug` hoặc tên cho khác nhau".to_owned()),
        "Hai trang không thể có chung một địa chỉ. Nơi trùng tên tự mang thêm mã, nhưng `slug` do người viết chọn thì \
         giữ nguyên, nên có thể trùng. Hãy đổi `slug` của một trong hai trang.";
    en: |f| format!("the address `{}` belongs to another page", f.stem),
        |_| Some("choose another `slug` or name".to_owned()),
        "Two pages cannot share an address. Places of the same name carry their code, but a `slug` chosen by an author \
         is kept as it is and may collide. Change the `slug` of one of them.";
}

finding! {
    /// An address that was published and would now be gone.
    AddressVanished { stem: String }
    "A002" "address-vanished" Error
    vi: |f| format!("địa chỉ đã công bố `{}` sẽ mất", f.stem),
        |f| Some(format!("thêm vào data/moved.toml: [[moved]] from = \"{}\" và `to` (địa chỉ mới) hoặc `notice` (lời báo)", f.stem)),
        "Liên kết đã phát ra phải dùng được mãi. Mọi địa chỉ đã công bố đều ghi ở `data/addresses.lock`; nếu một trang \
         bị xóa hay đổi định danh, hãy nói trong `data/moved.toml` trang ấy đi đâu. \
         Ví dụ: `[[moved]]`, `from = \"danh-ba/huyen-a/xa-cu\"`, `to = \"danh-ba/huyen-a/xa-moi\"`.";
    en: |f| format!("the published address `{}` would vanish", f.stem),
        |f| Some(format!("add to data/moved.toml: [[moved]] from = \"{}\" with `to` (the new address) or `notice`", f.stem)),
        "Links that were given out must last. Every published address stands in `data/addresses.lock`; when a page is \
         removed or changes its identity, say in `data/moved.toml` what became of it. \
         For example: `[[moved]]`, `from = \"danh-ba/huyen-a/xa-cu\"`, `to = \"danh-ba/huyen-a/xa-moi\"`.";
}

finding! {
    /// `--locked` and a lock that would change.
    LockIsStale { }
    "A003" "lock-is-stale" Error
    vi: |_| "data/addresses.lock chưa ghi đủ địa chỉ, mà `--locked` không cho ghi".to_owned(),
        |_| Some("chạy `binhyen build` không có `--locked` rồi đưa tệp khóa vào kho mã".to_owned()),
        "Với `--locked`, chương trình không được thêm địa chỉ mới. Máy kiểm tra tự động dùng tùy chọn này để chắc rằng \
         tệp khóa trong kho mã khớp với dữ liệu. Hãy dựng một lần không có `--locked` và lưu tệp khóa.";
    en: |_| "data/addresses.lock is out of date and `--locked` forbids writing it".to_owned(),
        |_| Some("run `binhyen build` without `--locked` and commit the lock".to_owned()),
        "With `--locked` no new address may be recorded. Automatic checks use it to make sure that the committed lock \
         agrees with the data. Build once without it and commit the lock.";
}

finding! {
    /// `moved.toml` names an address that was never published, or is still alive.
    MovedFromUnknown { stem: String, near: Option<String> }
    "A004" "moved-from-unknown" Error
    vi: |f| format!("`{}` không phải là địa chỉ đã mất", f.stem),
        |f| vi_near(&f.near),
        "Khóa `from` trong `data/moved.toml` phải là một địa chỉ có trong `data/addresses.lock` mà nay không còn trang. \
         Địa chỉ viết không có đuôi `.html` và không có `/` ở đầu.";
    en: |f| format!("`{}` is no address that is gone", f.stem),
        |f| en_near(&f.near),
        "The key `from` in `data/moved.toml` must be an address that stands in `data/addresses.lock` and has no page any \
         more. Addresses are written without `.html` and without a leading `/`.";
}

finding! {
    /// `moved.toml` redirects to nowhere.
    MovedToUnknown { stem: String, near: Option<String> }
    "A005" "moved-to-unknown" Error
    vi: |f| format!("không có trang nào ở địa chỉ `{}`", f.stem),
        |f| vi_near(&f.near),
        "Khóa `to` trong `data/moved.toml` phải là địa chỉ của một trang đang có. Nếu không còn trang nào thay thế, hãy \
         dùng `notice` để nói rõ chuyện gì đã xảy ra.";
    en: |f| format!("no page has the address `{}`", f.stem),
        |f| en_near(&f.near),
        "The key `to` in `data/moved.toml` must be the address of a living page. When nothing takes its place, use \
         `notice` to say what happened.";
}

finding! {
    /// A link to a source that does not exist.
    DeadLink { target: String, near: Option<String> }
    "A006" "dead-link" Error
    vi: |f| format!("liên kết tới `{}` không dẫn tới đâu", f.target),
        |f| vi_near(&f.near),
        "Liên kết trong Markdown viết theo đường dẫn của tệp nguồn, tính từ tệp đang viết: `../to-bao-ve/lap-to.md`. \
         Chương trình đổi thành địa chỉ trang khi dựng. Liên kết tới tệp không có, hay tới trang không có, là lỗi.";
    en: |f| format!("the link to `{}` leads nowhere", f.target),
        |f| en_near(&f.near),
        "Links in Markdown name the source file, relative to the file they stand in: `../to-bao-ve/lap-to.md`. The build \
         turns them into addresses. A link to a file or page that does not exist is an error.";
}

finding! {
    /// A link to a heading that does not exist.
    DeadAnchor { target: String, anchor: String, near: Option<String> }
    "A007" "dead-anchor" Error
    vi: |f| format!("`{}` không có mục `#{}`", f.target, f.anchor),
        |f| vi_near(&f.near),
        "Phần sau dấu `#` phải là tên neo của một đề mục trong tệp đích: đề mục viết thường, không dấu, nối bằng gạch. \
         Đề mục `## Bầu và công nhận` có neo `#bau-va-cong-nhan`.";
    en: |f| format!("`{}` has no heading `#{}`", f.target, f.anchor),
        |f| en_near(&f.near),
        "What follows `#` must be the anchor of a heading in the target: the heading in lower case, without accents, \
         joined by hyphens. The heading `## Bầu và công nhận` has the anchor `#bau-va-cong-nhan`.";
}

finding! {
    /// A clause that no Markdown source cites, of a scheme that has a handbook.
    ClauseNotExplained { clause: String, title: Text }
    "A008" "clause-not-explained" Warning
    vi: |f| format!("chưa bài nào dẫn điều khoản `{}` ({})", f.clause, f.title.get(crate::diag::Lang::Vi)),
        |f| Some(format!("dẫn nó ở chương thích hợp: [{}]", f.clause)),
        "Đề án đã có sổ tay thì mỗi điều khoản nên được nói tới ở ít nhất một bài: người cán bộ tra điều khoản trên trang \
         quy định sẽ gặp ngay các chương giải thích nó. Dẫn bằng `[P2.II.1.a]`, hoặc in một quy tắc dựa trên điều khoản \
         ấy: `{{ rule B2 }}`. Điều khoản không cần giải thích thì bỏ khỏi `[[clauses]]`, nếu không quy tắc nào dùng nó.";
    en: |f| format!("no article cites the clause `{}` ({})", f.clause, f.title.get(crate::diag::Lang::En)),
        |f| Some(format!("cite it in the chapter it belongs to: [{}]", f.clause)),
        "Once a scheme has a handbook, every clause should be spoken of in at least one article: whoever looks a clause up \
         on the page of rules then finds the chapters that explain it. Cite it with `[P2.II.1.a]`, or print a rule that \
         rests on it: `{{ rule B2 }}`. A clause that needs no words can leave `[[clauses]]` when no rule uses it.";
}

finding! {
    /// A photo that is not there.
    PhotoMissing { file: String, near: Option<String> }
    "A009" "photo-missing" Error
    vi: |f| format!("không có tệp ảnh `{}`", f.file),
        |f| vi_near(&f.near).or_else(|| Some("đặt tệp ảnh cạnh bài viết, hoặc sửa `file`".to_owned())),
        "`photo = { file = \"…\" }` viết tên tệp ảnh theo đường dẫn tính từ bài viết; tệp ảnh thường nằm cạnh bài. Hãy chép \
         tệp ảnh vào thư mục của bài, hoặc sửa tên cho khớp cả chữ hoa, chữ thường.";
    en: |f| format!("there is no image file `{}`", f.file),
        |f| en_near(&f.near).or_else(|| Some("put the image beside the text, or correct `file`".to_owned())),
        "`photo = { file = \"…\" }` names the image by its path from the text; images usually stand beside it. Copy the \
         image into the folder of the text, or correct the name, lower and upper case included.";
}

finding! {
    /// An archive that cannot be packed.
    NotPacked { why: String }
    "O006" "not-packed" Error
    vi: |f| format!("không đóng gói được tệp: {}", f.why),
        |_| Some("đây là lỗi của chương trình hoặc máy thiếu bộ nhớ; hãy báo kèm tệp nguồn. Trang cũ giữ nguyên".to_owned()),
        "Sách EPUB và tệp Word là những gói ZIP. Gói không đóng được khi hai phần trùng tên hoặc máy hết bộ nhớ; \
         không có gì được công bố.";
    en: |f| format!("a file cannot be packed: {}", f.why),
        |_| Some("this is a fault of the program, or memory is short; please report it with the source. The old site stays".to_owned()),
        "EPUB books and Word files are ZIP archives. One cannot be packed when two parts have the same name, or there is no \
         memory; nothing was published.";
}
