//! Findings about names in a scheme that stand for nothing, or for two things.

use super::{Noun, meant_en, meant_vi};
use crate::diag::{Lang, finding};
use ecow::EcoString;

/// Defines a finding about a word that names nothing; all have the same two fields.
macro_rules! unknown {
    (
        $(#[$meta:meta])*
        $name:ident $code:literal $slug:literal
        vi: $vi:literal, $vi_todo:literal, $vi_explain:literal;
        en: $en:literal, $en_todo:literal, $en_explain:literal $(;)?
    ) => {
        $crate::diag::finding! {
            $(#[$meta])*
            $name { name: EcoString, near: Option<EcoString> }
            $code $slug Error
            vi: |f| format!(concat!("không có ", $vi, " `{}`"), f.name),
                |f| $crate::scheme::findings::meant_vi(f.near.as_deref(), $vi_todo), $vi_explain;
            en: |f| format!(concat!("there is no ", $en, " `{}`"), f.name),
                |f| $crate::scheme::findings::meant_en(f.near.as_deref(), $en_todo), $en_explain;
        }

        impl $crate::scheme::Unknown for $name {
            fn new(name: &str, near: Option<&str>) -> Self {
                $name { name: name.into(), near: near.map(Into::into) }
            }
        }
    };
}
pub(crate) use unknown;

unknown! {
    /// A scheme no file defines.
    UnknownScheme "S001" "unknown-scheme"
    vi: "đề án", "viết mã (`id`) của một tệp trong `data/schemes/`",
        "Mỗi đề án là một tệp trong `data/schemes/`, gọi tên bằng `id` của tệp. Chỗ này nhắc đến một mã không tệp nào có. Hãy sửa mã cho đúng, hoặc thêm tệp của đề án đó.";
    en: "scheme", "write the `id` of a file in `data/schemes/`",
        "Each scheme is a file in `data/schemes/` and is named by the `id` in it. This word is the id of none. Correct it, or add the file of that scheme.";
}

unknown! {
    /// A clause the scheme does not list.
    UnknownClause "S002" "unknown-clause"
    vi: "điều khoản", "thêm điều khoản vào `[[clauses]]` của đề án, hoặc sửa lại trích dẫn",
        "Mọi điều khoản được trích dẫn phải có trong `[[clauses]]` của đề án, để trang quy định có chỗ mà dẫn tới. Trích dẫn này không khớp điều khoản nào. Lưu ý: `d` và `đ` là hai điểm khác nhau.";
    en: "clause", "add the clause to the scheme's `[[clauses]]`, or correct the citation",
        "Every clause that is cited must stand in the scheme's `[[clauses]]`, so that the page of rules has a place to link to. This citation matches none. Note that `d` and `đ` are two different points.";
}

unknown! {
    /// An office the scheme does not have.
    UnknownOffice "S003" "unknown-office"
    vi: "chức danh", "thêm chức danh vào `[[offices]]` của đề án, hoặc sửa lại mã",
        "Chức danh (`[[offices]]`) là của đề án: ai ký, ai đề nghị, ai giữ vị trí nào đều gọi bằng mã của chức danh. Mã này không có trong đề án đang dùng ở đây. Hãy sửa mã, hoặc khai báo chức danh trong tệp đề án.";
    en: "office", "add the office to the scheme's `[[offices]]`, or correct the id",
        "Offices belong to the scheme: who signs, proposes or holds a post is named by an office's id. The scheme used here has no office with this id. Correct it, or declare the office in the scheme's file.";
}

unknown! {
    /// A body the scheme does not have.
    UnknownBody "S004" "unknown-body"
    vi: "loại tổ chức", "dùng mã của một `[[bodies]]` trong đề án",
        "Loại tổ chức được khai báo trong `[[bodies]]` của đề án. Mã này không có trong đề án đang dùng ở đây. Nếu tổ chức theo một đề án khác, hãy ghi `scheme = \"…\"` ngay tại tổ chức đó.";
    en: "body", "use the id of one of the scheme's `[[bodies]]`",
        "Bodies are declared in the scheme's `[[bodies]]`. The scheme used here has none with this id. If the body follows another scheme, write `scheme = \"…\"` in its entry.";
}

unknown! {
    /// A post the body does not have.
    UnknownPost "S005" "unknown-post"
    vi: "vị trí", "dùng mã của một vị trí (`posts`) thuộc tổ chức này",
        "Mỗi loại tổ chức có các vị trí riêng, khai báo trong `posts` của nó ở tệp đề án. Mã này không phải vị trí của loại tổ chức đang nói đến. Hãy sửa mã cho đúng.";
    en: "post", "use the id of one of this body's `posts`",
        "Each body has its own posts, declared in its `posts` in the scheme's file. This id is no post of the body in question. Correct it.";
}

unknown! {
    /// A meeting the body does not have.
    UnknownMeeting "S006" "unknown-meeting"
    vi: "cuộc họp", "dùng mã của một cuộc họp (`meetings`) thuộc tổ chức này",
        "Các cuộc họp định kỳ của một tổ chức được khai báo trong `meetings` của nó ở tệp đề án. Mã này không phải cuộc họp nào của tổ chức đó. Hãy sửa mã cho đúng.";
    en: "meeting", "use the id of one of this body's `meetings`",
        "The regular meetings of a body are declared in its `meetings` in the scheme's file. This id is none of them. Correct it.";
}

unknown! {
    /// A table the scheme does not have.
    UnknownTable "S007" "unknown-table"
    vi: "bảng", "khai báo bảng bằng `[tables.<mã>]` trong đề án, hoặc sửa lại mã",
        "Số lượng khác nhau theo từng nơi được ghi trong một bảng `[tables.<mã>]` của đề án. Mã này không phải bảng nào. Hãy sửa mã hoặc thêm bảng.";
    en: "table", "declare it as `[tables.<id>]` in the scheme, or correct the id",
        "Numbers that differ from place to place stand in a table `[tables.<id>]` of the scheme. This id is no table. Correct it, or add the table.";
}

unknown! {
    /// A level no edition has.
    UnknownLevel "S008" "unknown-level"
    vi: "cấp hành chính", "dùng mã của một cấp (`levels`) trong ấn bản địa giới",
        "Các cấp hành chính được khai báo trong `levels` của mỗi ấn bản địa giới (`data/places/`). Mã này không có ở ấn bản nào mà chỗ này áp dụng. Hãy sửa mã cho đúng.";
    en: "level", "use the id of one of the edition's `levels`",
        "Levels are declared in the `levels` of each edition of geography (`data/places/`). No edition that applies here has this one. Correct it.";
}

unknown! {
    /// A kind of place no edition has at the level in question.
    UnknownKind "S009" "unknown-kind"
    vi: "loại địa danh", "dùng mã của một loại (`kinds`) thuộc đúng cấp trong ấn bản địa giới",
        "Loại địa danh (xã, phường, thôn…) được khai báo trong `kinds` của ấn bản địa giới, mỗi loại thuộc một cấp. Mã này không phải loại nào của cấp cần ở đây. Hãy sửa mã, hoặc thêm loại vào ấn bản.";
    en: "kind of place", "use the id of one of the edition's `kinds` at the right level",
        "Kinds of place (commune, ward, village…) are declared in the `kinds` of an edition, each at one level. This id is no kind of the level needed here. Correct it, or add the kind to the edition.";
}

finding! {
    /// A word outside a closed set.
    UnknownWord { name: EcoString, near: Option<EcoString>, allowed: EcoString }
    "S010" "unknown-word" Error
    vi: |f| format!("không nhận giá trị `{}`", f.name),
        |f| meant_vi(f.near.as_deref(), &format!("chọn một trong: {}", f.allowed)),
        "Khóa này chỉ nhận một trong vài từ cố định. Giá trị đang ghi không nằm trong số đó. Tài liệu `docs/data.md` liệt kê các từ được nhận.";
    en: |f| format!("the value `{}` is not accepted", f.name),
        |f| meant_en(f.near.as_deref(), &format!("choose one of: {}", f.allowed)),
        "This key takes one of a few fixed words. The value written is none of them. `docs/data.md` lists the words.";
}

finding! {
    /// A name that is given twice.
    DuplicateName { noun: Noun, name: EcoString }
    "S011" "duplicate-name" Error
    vi: |f| format!("{} `{}` bị trùng", f.noun.word(Lang::Vi), f.name),
        |_| Some("đặt cho mỗi mục một mã riêng, hoặc bỏ mục thừa".to_owned()),
        "Mỗi mục trong một danh sách phải có mã riêng, vì nơi khác gọi đến nó bằng mã. Ở đây cùng một mã được dùng hai lần. Hãy đổi mã của một mục, hoặc bỏ mục lặp lại.";
    en: |f| format!("the {} `{}` is given twice", f.noun.word(Lang::En), f.name),
        |_| Some("give each its own id, or remove the one too many".to_owned()),
        "Each entry of a list needs an id of its own, since other places refer to it by that id. Here one id is used twice. Change the id of one entry, or remove the repetition.";
}

unknown! {
    /// An edition no file defines.
    UnknownEdition "P001" "unknown-edition"
    vi: "ấn bản địa giới", "viết mã (`id`) của một tệp trong `data/places/`",
        "Mỗi ấn bản địa giới là một tệp trong `data/places/`, gọi tên bằng `id` của tệp. Chỗ này nhắc đến một mã không tệp nào có. Hãy sửa mã cho đúng, hoặc thêm tệp của ấn bản đó.";
    en: "edition", "write the `id` of a file in `data/places/`",
        "Each edition of geography is a file in `data/places/` and is named by the `id` in it. This word is the id of none. Correct it, or add the file of that edition.";
}

unknown! {
    /// A place its edition does not have.
    UnknownPlace "P002" "unknown-place"
    vi: "địa danh", "tra lại mã trong tệp của ấn bản (`data/places/`)",
        "Địa danh được gọi bằng cặp ấn bản và mã, vì cùng một mã có thể là nơi khác ở ấn bản khác. Ấn bản đã nêu không có mã này. Hãy tra lại mã trong tệp của ấn bản; trong bảng và điều kiện, viết dạng `ấn-bản:mã`.";
    en: "place", "look the code up in the edition's file (`data/places/`)",
        "A place is named by an edition and a code, since one code may be another place in another edition. The edition named here has no such code. Look it up in the edition's file; in tables and conditions write `edition:code`.";
}
