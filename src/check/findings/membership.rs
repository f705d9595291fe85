//! Findings about people, posts, offices and villages inside one roster.

use crate::{diag::finding, scheme::findings::unknown};
use ecow::EcoString;

unknown! {
    /// A person the file does not list.
    UnknownPerson "R001" "unknown-person"
    vi: "người có mã", "thêm người này vào `[[people]]` của cùng tệp, hoặc sửa lại mã",
        "Người được gọi bằng mã (`id`) chứ không bằng tên, vì trùng tên là chuyện thường. Mã phải có trong `[[people]]` của cùng tệp danh sách. Hãy sửa mã, hoặc thêm người đó.";
    en: "person with the id", "add the person to `[[people]]` of the same file, or correct the id",
        "People are named by an id, never by a name, since namesakes are normal. The id must stand in `[[people]]` of the same roster file. Correct it, or add the person.";
}

unknown! {
    /// A village the file does not list.
    UnknownUnit "R002" "unknown-village"
    vi: "thôn có mã", "thêm thôn vào `[[villages]]` của cùng tệp, hoặc sửa lại mã",
        "Thôn được gọi bằng mã (`id`) ghi ở `[[villages]]` của cùng tệp danh sách. Mã này không khớp thôn nào. Hãy sửa mã, hoặc thêm thôn đó.";
    en: "village with the id", "add the village to `[[villages]]` of the same file, or correct the id",
        "A village is named by the id it has in `[[villages]]` of the same roster file. This id matches none. Correct it, or add the village.";
}

unknown! {
    /// A decision the file does not list.
    UnknownDecision "R003" "unknown-decision"
    vi: "quyết định có mã", "thêm quyết định vào `[[decisions]]` của cùng tệp, hoặc sửa lại mã",
        "Quyết định được ghi một lần ở `[[decisions]]`, các tổ chức dẫn đến nó bằng mã (`id`). Mã này không khớp quyết định nào trong tệp. Hãy sửa mã, hoặc thêm quyết định.";
    en: "decision with the id", "add the decision to `[[decisions]]` of the same file, or correct the id",
        "A decision is written once, in `[[decisions]]`, and bodies refer to it by its id. This id matches none in the file. Correct it, or add the decision.";
}

finding! {
    /// An office that has no seat in the post.
    NotASeat { office: EcoString, post: EcoString, seats: EcoString }
    "R004" "not-a-seat" Error
    vi: |f| format!("chức danh `{}` không có ghế ở vị trí `{}`", f.office, f.post),
        |f| Some(if f.seats.is_empty() {
            "vị trí này không chia ghế theo chức danh; bỏ `office`".to_owned()
        } else {
            format!("các chức danh có ghế ở đây: {}", f.seats)
        }),
        "`office` của một thành viên cho biết người đó ngồi ở vị trí này với chức danh nào. Chức danh ấy phải nằm trong `seats` (hoặc là `office`) của vị trí trong đề án. Hãy chọn lại chức danh, hoặc bỏ khóa `office`.";
    en: |f| format!("the office `{}` has no seat in the post `{}`", f.office, f.post),
        |f| Some(if f.seats.is_empty() {
            "this post has no seats by office; remove `office`".to_owned()
        } else {
            format!("offices with a seat here: {}", f.seats)
        }),
        "The `office` of a member says for which office the person sits in the post. That office must be among the post's `seats` (or be its `office`) in the scheme. Choose another, or remove the key `office`.";
}

finding! {
    /// One person written twice for one seat at the same time.
    SeatTwice { person: EcoString, post: EcoString }
    "R005" "seat-twice" Error
    vi: |f| format!("người `{}` được ghi hai lần ở vị trí `{}` trong cùng thời gian", f.person, f.post),
        |_| Some("bỏ dòng lặp lại, hoặc ghi `from` và `until` nếu là hai đợt khác nhau".to_owned()),
        "Một người chỉ giữ một vị trí của một tổ chức một lần tại một thời điểm. Hai dòng ở đây trùng người, trùng vị trí và trùng thời gian. Nếu người đó giữ vị trí hai đợt, hãy ghi ngày của từng đợt.";
    en: |f| format!("the person `{}` is written twice for the post `{}` over the same time", f.person, f.post),
        |_| Some("remove the repetition, or give `from` and `until` if they are two spells".to_owned()),
        "A person holds a post of a body once at a time. These two lines have the same person, the same post and overlapping time. If the person held it for two spells, give the dates of each.";
}

finding! {
    /// An office of a village without its village.
    OfficeNeedsUnit { office: EcoString }
    "R006" "office-needs-village" Error
    vi: |f| format!("chức danh `{}` là của thôn nhưng chưa ghi thôn nào", f.office),
        |_| Some("thêm `unit` là mã của thôn".to_owned()),
        "Chức danh ở cấp thôn gắn với một thôn cụ thể, để biết ai giữ vị trí ở tổ của thôn nào. Ở đây chưa có `unit`. Hãy thêm mã của thôn.";
    en: |f| format!("the office `{}` belongs to a village, but none is given", f.office),
        |_| Some("add `unit`, the id of the village".to_owned()),
        "An office of the village level belongs to one village, so that it is known whose team its holder leads. Here `unit` is missing. Add the id of the village.";
}

finding! {
    /// A village given for an office that belongs to none.
    OfficeTakesNoUnit { office: EcoString }
    "R007" "office-takes-no-village" Error
    vi: |f| format!("chức danh `{}` không phải của thôn nên không có `unit`", f.office),
        |_| Some("bỏ `unit`, hoặc chọn chức danh cấp thôn".to_owned()),
        "`unit` chỉ dành cho chức danh ở cấp thôn. Chức danh này thuộc cấp khác theo đề án. Hãy bỏ `unit`, hoặc sửa lại chức danh.";
    en: |f| format!("the office `{}` is not of a village, so it takes no `unit`", f.office),
        |_| Some("remove `unit`, or choose an office of the village level".to_owned()),
        "`unit` is for offices of the village level only. By the scheme this office is of another level. Remove `unit`, or correct the office.";
}

finding! {
    /// The office of a village's head written with a person.
    HeadOfficeInPerson { office: EcoString }
    "R008" "head-office-in-person" Error
    vi: |f| format!("chức danh `{}` phải ghi ở `head` của thôn, không ghi ở người", f.office),
        |_| Some("chuyển sang `head = { person = \"…\" }` trong `[[villages]]`".to_owned()),
        "Theo đề án, ai đứng đầu thôn thì giữ chức danh này. Điều đó được ghi một lần ở `head` của thôn, để không có hai nơi nói khác nhau. Hãy bỏ chức danh khỏi `offices` và ghi người đó ở `head`.";
    en: |f| format!("the office `{}` is written at the village's `head`, not with the person", f.office),
        |_| Some("move it to `head = { person = \"…\" }` in `[[villages]]`".to_owned()),
        "By the scheme whoever heads a village holds this office. That is written once, at the village's `head`, so that no two places disagree. Remove the office from `offices` and name the person at `head`.";
}

finding! {
    /// A body below the roster's level that serves no village.
    ServesNothing { body: EcoString }
    "R009" "serves-nothing" Error
    vi: |f| format!("tổ chức `{}` chưa ghi phục vụ thôn nào", f.body),
        |_| Some("thêm `serves = [\"…\"]` với mã các thôn".to_owned()),
        "Tổ chức ở dưới cấp xã phải cho biết nó phục vụ thôn nào, để người dân tìm được từ trang của thôn. Ở đây `serves` còn trống. Hãy ghi mã của một hay nhiều thôn trong `[[villages]]`.";
    en: |f| format!("the body `{}` serves no village yet", f.body),
        |_| Some("add `serves = [\"…\"]` with the ids of the villages".to_owned()),
        "A body below the roster's level says which villages it serves, so that citizens find it from the page of their village. Here `serves` is empty. Give the ids of one or more `[[villages]]`.";
}

finding! {
    /// `serves` on a body of the whole commune.
    ServesOnCommuneBody { body: EcoString }
    "R010" "serves-on-commune-body" Error
    vi: |f| format!("tổ chức `{}` là của cả xã nên không có `serves`", f.body),
        |_| Some("bỏ `serves`".to_owned()),
        "Theo đề án, tổ chức này thuộc cấp có danh sách, tức là của toàn xã, phường, thị trấn. `serves` chỉ dành cho tổ chức ở thôn. Hãy bỏ khóa này, hoặc sửa `kind`.";
    en: |f| format!("the body `{}` is the whole commune's, so it takes no `serves`", f.body),
        |_| Some("remove `serves`".to_owned()),
        "By the scheme this body is of the roster's level, that is, of the whole commune. `serves` is for village bodies only. Remove the key, or correct `kind`.";
}
