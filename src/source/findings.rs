//! What the reader of the site folder reports. Words only; looks at nothing.

use super::text::{Encoding, NotText};
use crate::diag::{Lang, finding, findings};

findings![
    NotUtf8,
    UnknownFile,
    LinkOutside,
    LinkBroken,
    OddName,
    Unreadable
];

finding! {
    /// A text file that is no UTF-8.
    NotUtf8 { line: usize, column: usize, guess: Encoding }
    "F001" "not-utf8" Error
    vi: |f| format!("tệp không ghi bằng mã UTF-8: byte lạ ở dòng {}, cột {}", f.line, f.column),
        |f| Some(encoding_help(f.guess, Lang::Vi).into()),
        "Mọi tệp chữ phải ghi bằng mã UTF-8, nếu không tiếng Việt sẽ hỏng. \
        Bản ghi của Notepad kiểu cũ (“Unicode”), phông TCVN3 và VNI đều không phải UTF-8. \
        Mở tệp, chọn Lưu thành (Save As) và chọn mã UTF-8. \
        Ví dụ: trong Notepad, ô Encoding ở hộp Save As, chọn `UTF-8`.";
    en: |f| format!("the file is not UTF-8: a stray byte at line {}, column {}", f.line, f.column),
        |f| Some(encoding_help(f.guess, Lang::En).into()),
        "Every text file is read as UTF-8; in any other encoding Vietnamese letters are lost. \
        What an old Notepad calls “Unicode”, and the TCVN3 and VNI fonts, are not UTF-8. \
        Open the file, choose Save As, and choose UTF-8. \
        Example: in Notepad, the box Encoding of the Save As window, value `UTF-8`.";
}

finding! {
    /// A file or folder the program does not read, where it would be missed.
    UnknownFile { near: Option<String> }
    "F002" "stray-file" Warning
    vi: |_| "chương trình không đọc tệp hay thư mục này; nội dung của nó bị bỏ qua".into(),
        |f| Some(match &f.near {
            Some(near) => format!("ý bạn là `{near}`? Đổi lại tên tệp"),
            None => "đổi tên hoặc chuyển tệp; bảng tính thì nhập bằng `binhyen import`".into(),
        }),
        "Trong `data/` và `content/`, mỗi thư mục chỉ nhận vài loại tệp; tệp khác bị bỏ qua, và chương trình nói ra để bạn không tưởng là đã có. \
        Đuôi tệp phải viết chữ thường: `xa-mau.TOML` không được đọc. \
        Danh bạ bằng bảng tính thì nhập bằng `binhyen import`. \
        Ví dụ: `data/site.tml` phải là `data/site.toml`.";
    en: |_| "nothing reads this file or folder; what it says is ignored".into(),
        |f| Some(match &f.near {
            Some(near) => format!("did you mean `{near}`? Rename the file"),
            None => "rename or move it; a spreadsheet is read by `binhyen import`".into(),
        }),
        "Each folder of `data/` and `content/` takes a few kinds of file; anything else is passed over, and said so that nobody waits for it to appear. \
        Extensions are lower-case: `xa-mau.TOML` is not read. \
        A roster in a spreadsheet comes in through `binhyen import`. \
        Example: `data/site.tml` should be `data/site.toml`.";
}

finding! {
    /// A symbolic link that leaves the site folder.
    LinkOutside {}
    "F003" "link-outside" Error
    vi: |_| "liên kết này trỏ ra ngoài thư mục của trang".into(),
        |_| Some("chép hẳn tệp vào thư mục của trang thay cho liên kết".into()),
        "Chương trình không đọc gì ngoài thư mục của trang, để không tệp nào ở nơi khác bị đăng nhầm. \
        Liên kết (symlink) trỏ ra ngoài vì thế bị từ chối, kể cả ở thư mục riêng tư: bỏ qua nó lặng lẽ thì mất luôn phần kiểm tra rò rỉ. \
        Ví dụ: `data/private` trỏ tới một ổ khác; hãy chép tệp vào, hoặc gắn (mount) ổ ấy vào đúng chỗ.";
    en: |_| "this link leaves the site folder".into(),
        |_| Some("copy the file into the site folder instead of linking to it".into()),
        "Nothing outside the site folder is read, so that no file from elsewhere is published by mistake. \
        A symbolic link that leads outside is refused, even for the private folder: to pass it over silently would also lose the leak check. \
        Example: `data/private` linked to another drive; copy the files in, or mount the drive there.";
}

finding! {
    /// A symbolic link that leads nowhere or round in a circle.
    LinkBroken {}
    "F004" "link-broken" Error
    vi: |_| "liên kết hỏng: nơi nó trỏ tới không có, hoặc trỏ vòng về chính nó".into(),
        |_| Some("xóa liên kết, hoặc trỏ lại cho đúng".into()),
        "Liên kết (symlink) này trỏ tới một nơi không còn, hoặc trỏ vòng về thư mục chứa nó. \
        Xóa nó đi hoặc sửa lại. \
        Ví dụ: `content/pages/anh.png` trỏ tới một tấm ảnh đã bị xóa.";
    en: |_| "this link is broken: it leads nowhere, or round to itself".into(),
        |_| Some("delete the link, or point it at the right place".into()),
        "This symbolic link leads to a place that is gone, or back to a folder it stands in. \
        Delete it or mend it. \
        Example: `content/pages/photo.png` linked to a picture that was deleted.";
}

finding! {
    /// A file name that is no text.
    OddName {}
    "F005" "odd-name" Warning
    vi: |_| "tên tệp có ký tự không đọc được; tệp bị bỏ qua".into(),
        |_| Some("đổi tên tệp: chữ thường không dấu, chữ số, gạch nối".into()),
        "Tên tệp này không ghi bằng mã UTF-8, thường do giải nén từ một máy cũ. \
        Chương trình không thể đặt địa chỉ cho nó nên bỏ qua. \
        Ví dụ: đổi tên thành `xa-xuan-hoa.toml`.";
    en: |_| "the file name has characters that cannot be read; the file is ignored".into(),
        |_| Some("rename it: lower-case ASCII letters, digits, hyphens".into()),
        "The name of this file is not UTF-8; it often comes out of an archive made on an old machine. \
        It cannot be given an address and is passed over. \
        Example: rename it to `xa-xuan-hoa.toml`.";
}

finding! {
    /// A file that is there and cannot be read.
    Unreadable { why: String }
    "F006" "unreadable" Error
    vi: |f| format!("không đọc được tệp: {}", f.why),
        |_| Some("xem quyền đọc của tệp, hoặc tệp có đang được ghi dở không".into()),
        "Tệp có trong thư mục của trang nhưng hệ điều hành không cho đọc. \
        Thường là thiếu quyền đọc, hoặc tệp vừa bị xóa hay đang được chép dở. \
        Ví dụ: trên Linux, `chmod a+r data/rosters/huyen-mau/xa-mau.toml`.";
    en: |f| format!("the file cannot be read: {}", f.why),
        |_| Some("look at who may read it, and whether it is still being written".into()),
        "The file is in the site folder and the system does not let it be read. \
        Usually the permission is missing, or the file was just deleted or is still being copied. \
        Example: on Linux, `chmod a+r data/rosters/huyen-mau/xa-mau.toml`.";
}

impl From<NotText> for NotUtf8 {
    fn from(wrong: NotText) -> Self {
        NotUtf8 {
            line: wrong.line,
            column: wrong.column,
            guess: wrong.guess,
        }
    }
}

fn encoding_help(guess: Encoding, lang: Lang) -> &'static str {
    match guess {
        Encoding::Utf16 => lang.pick(
            "tệp được lưu kiểu “Unicode” (UTF-16); lưu lại và chọn mã UTF-8",
            "the file was saved as “Unicode” (UTF-16); save it again as UTF-8",
        ),
        Encoding::Packed => lang.pick(
            "đây không phải tệp chữ (có thể là bảng tính đổi đuôi); dùng `binhyen import` để nhập bảng tính",
            "this is no text file (perhaps a renamed spreadsheet); `binhyen import` reads spreadsheets",
        ),
        Encoding::OneByte => lang.pick(
            "chữ được ghi bằng bảng mã cũ (TCVN3, VNI hay Windows-1258); chuyển sang Unicode rồi lưu bằng mã UTF-8",
            "the letters are in an old encoding (TCVN3, VNI or Windows-1258); convert to Unicode and save as UTF-8",
        ),
    }
}
