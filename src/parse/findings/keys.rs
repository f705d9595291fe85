//! Findings about keys: unknown, missing, twice, too many at once. Words only.

use super::{Quoted, Shape};
use crate::diag::finding;

finding! {
    /// A key written twice in one table.
    DuplicateKey { key: Quoted }
    "D004" "duplicate-key" Error
    vi: |f| format!("khóa {} đã viết trong bảng này rồi", f.key),
        |_| Some("giữ một chỗ, xóa chỗ kia; muốn thêm một mục mới thì mở khối `[[…]]` mới".into()),
        "Trong một bảng, mỗi khóa chỉ viết một lần; viết hai lần thì không biết chỗ nào đúng. \
        Hay gặp khi chép một khối `[[people]]` mà quên dòng `[[people]]` của khối sau. \
        Ví dụ sai: `name = \"An\"` rồi lại `name = \"Bình\"` trong cùng một khối.";
    en: |f| format!("the key {} is already written in this table", f.key),
        |_| Some("keep one and delete the other; for another entry begin a new `[[…]]` block".into()),
        "A key stands once in a table; twice, and nobody can tell which is right. \
        It often comes of copying a `[[people]]` block and losing the `[[people]]` line of the second. \
        Wrong: `name = \"An\"` and then `name = \"Bình\"` in the same block.";
}

finding! {
    /// A key the table does not have.
    UnknownKey { key: Quoted, near: Option<&'static str>, known: Vec<&'static str> }
    "D003" "unknown-key" Error
    vi: |f| format!("khóa lạ {}", f.key),
        |f| Some(match f.near {
            Some(near) => format!("ý bạn là `{near}`?"),
            None => format!("ở đây chỉ có các khóa: {}", f.known.join(", ")),
        }),
        "Chương trình không biết khóa này, và không bỏ qua lặng lẽ: một khóa viết sai là một điều không được đăng. \
        Hay gặp hai lỗi: gõ sai tên khóa, hoặc viết khóa chung của tệp ở dưới một khối `[…]` nên nó thuộc về khối ấy. \
        Khóa chung như `place`, `scheme`, `verified` phải đứng trước khối `[…]` đầu tiên. \
        Ví dụ: `fone = \"…\"` phải là `phone = \"…\"`.";
    en: |f| format!("unknown key {}", f.key),
        |f| Some(match f.near {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("the keys here are: {}", f.known.join(", ")),
        }),
        "The program does not know this key and will not pass over it silently: a misspelt key is a fact that would not be published. \
        Two slips are common: a typing error, or a key of the whole file written below a `[…]` header, so that it belongs to that block. \
        Keys of the whole file such as `place`, `scheme` and `verified` stand before the first `[…]`. \
        Example: `fone = \"…\"` should be `phone = \"…\"`.";
}

finding! {
    /// A required key that is not there.
    Missing { key: &'static str, shape: Shape }
    "D005" "missing-key" Error
    vi: |f| format!("thiếu `{}`", f.key),
        |f| Some(format!("thêm một dòng: {}", f.shape.example(f.key))),
        "Mục này thiếu một khóa bắt buộc. \
        Dấu mũ chỉ vào đầu mục, vì chỗ thiếu thì không có dòng nào để chỉ. \
        Thêm khóa ấy vào mục. \
        Ví dụ: người nào cũng phải có `id = \"mau\"` và `name = \"Lê Văn Mẫu\"`.";
    en: |f| format!("`{}` is missing", f.key),
        |f| Some(format!("add a line: {}", f.shape.example(f.key))),
        "This entry lacks a key it must have. \
        The caret points at the head of the entry, since what is missing has no line of its own. \
        Add the key to the entry. \
        Example: every person has `id = \"mau\"` and `name = \"Lê Văn Mẫu\"`.";
}

finding! {
    /// Two keys of which exactly one (or at most one) may stand.
    OneOf { first: &'static str, second: &'static str, stand: Standing }
    "D008" "one-of" Error
    vi: |f| if f.stand == Standing::Both {
            format!("chỉ được viết một trong hai: `{}` hoặc `{}`", f.first, f.second)
        } else {
            format!("phải có `{}` hoặc `{}`", f.first, f.second)
        },
        |f| Some(if f.stand == Standing::Both { "xóa bớt một khóa".into() } else { format!("thêm `{}`, hoặc `{}`", f.first, f.second) }),
        "Hai khóa này nói hai điều trái nhau, nên một mục chỉ có một trong hai. \
        Một chỗ hoặc có người (`person`) hoặc đang khuyết (`vacant`), không thể cả hai. \
        Ví dụ: `head = { person = \"hoa\" }` hoặc `head = { vacant = 2008-06-01 }`.";
    en: |f| if f.stand == Standing::Both {
            format!("only one of `{}` and `{}` may stand here", f.first, f.second)
        } else {
            format!("`{}` or `{}` must stand here", f.first, f.second)
        },
        |f| Some(if f.stand == Standing::Both { "delete one of them".into() } else { format!("add `{}`, or `{}`", f.first, f.second) }),
        "These two keys say opposite things, so an entry has one of them. \
        A seat is held (`person`) or vacant (`vacant`), never both. \
        Example: `head = { person = \"hoa\" }` or `head = { vacant = 2008-06-01 }`.";
}

finding! {
    /// A key that makes no sense without another.
    Together { here: &'static str, lacking: &'static str }
    "D009" "together" Error
    vi: |f| format!("có `{}` thì phải có `{}`", f.here, f.lacking),
        |f| Some(format!("thêm `{}`, hoặc xóa `{}`", f.lacking, f.here)),
        "Hai khóa này chỉ có nghĩa khi đi cùng nhau: vĩ độ không có kinh độ thì không chỉ vào đâu. \
        Thêm khóa còn thiếu, hoặc bỏ cả hai. \
        Ví dụ: `lat = 19.9, lon = 105.5`.";
    en: |f| format!("`{}` needs `{}`", f.here, f.lacking),
        |f| Some(format!("add `{}`, or delete `{}`", f.lacking, f.here)),
        "These two keys mean something only together: a latitude without a longitude points nowhere. \
        Add the one that is missing, or leave out both. \
        Example: `lat = 19.9, lon = 105.5`.";
}

finding! {
    /// An id, code or word used twice where each is used once.
    Duplicate { what: Quoted }
    "D010" "duplicate" Error
    vi: |f| format!("{} đã dùng rồi", f.what),
        |_| Some("đặt mã khác cho một trong hai; trùng họ tên thì được, trùng mã thì không".into()),
        "Trong một tệp, mỗi mã chỉ chỉ một mục; hai người cùng mã thì không biết ai giữ chức gì. \
        Trùng họ tên là chuyện thường và không sao, chỉ cần mã khác nhau. \
        Ví dụ: hai người tên Lê Văn Mẫu dùng mã `mau` và `mau-2`.";
    en: |f| format!("{} is used already", f.what),
        |_| Some("give one of them another id; people may share a name, never an id".into()),
        "Within a file an id stands for one entry; were two people to share one, nobody could tell who holds what. \
        Namesakes are common and harmless as long as their ids differ. \
        Example: two people named Lê Văn Mẫu have the ids `mau` and `mau-2`.";
}

/// How many of two keys stand where one should.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Both.
    Both,
    /// Neither.
    Neither,
}
