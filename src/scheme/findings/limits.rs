//! Findings about parts of a scheme that contradict themselves or the geography.

use crate::diag::finding;
use ecow::EcoString;

finding! {
    /// A span of time that ends before it begins.
    DatesReversed {}
    "S012" "dates-reversed" Error
    vi: |_| "ngày kết thúc sớm hơn ngày bắt đầu".to_owned(),
        |_| Some("kiểm tra lại `from` và `until`".to_owned()),
        "Một khoảng thời gian có ngày bắt đầu (`from`) và ngày kết thúc (`until`, tính cả ngày đó). Ở đây ngày kết thúc lại sớm hơn, nên khoảng này không bao giờ có hiệu lực. Thường là do gõ nhầm năm hoặc đảo hai ngày.";
    en: |_| "the last day is before the first".to_owned(),
        |_| Some("check `from` and `until`".to_owned()),
        "A span of time has a first day (`from`) and a last one (`until`, still inside). Here the last day comes first, so the span never holds. Usually a year is mistyped or the two days are swapped.";
}

finding! {
    /// A least number above the greatest.
    BoundsReversed { least: u32, most: u32 }
    "S013" "bounds-reversed" Error
    vi: |f| format!("số ít nhất ({}) lớn hơn số nhiều nhất ({})", f.least, f.most),
        |_| Some("kiểm tra lại `least` và `most`".to_owned()),
        "`least` là số ít nhất, `most` là số nhiều nhất. Ở đây không số nào thỏa mãn cả hai. Hãy đối chiếu với văn bản và sửa lại.";
    en: |f| format!("the least number ({}) is above the greatest ({})", f.least, f.most),
        |_| Some("check `least` and `most`".to_owned()),
        "`least` is the least number and `most` the greatest. Here no number satisfies both. Compare with the decree and correct them.";
}

finding! {
    /// A scheme that is in force nowhere.
    NeverApplies {}
    "S014" "never-applies" Error
    vi: |_| "đề án không áp dụng ở nơi nào".to_owned(),
        |_| Some("thêm ít nhất một `[[applies]]` với ấn bản địa giới và ngày có hiệu lực".to_owned()),
        "`[[applies]]` cho biết đề án có hiệu lực ở đâu và từ ngày nào. Đề án này chưa có mục nào hợp lệ, nên không thể đối chiếu danh sách với nó. Hãy thêm ít nhất một mục.";
    en: |_| "the scheme applies nowhere".to_owned(),
        |_| Some("add at least one `[[applies]]` with an edition and the day it takes effect".to_owned()),
        "`[[applies]]` says where a scheme is in force and since when. This scheme has no valid entry, so no roster can be held against it. Add at least one.";
}

finding! {
    /// A body at a level that has no rosters.
    BodyAboveRoster { level: EcoString }
    "S015" "body-above-roster" Error
    vi: |f| format!("cấp `{}` ở trên cấp có danh sách, nên không ghi được tổ chức này", f.level),
        |_| Some("chọn cấp có danh sách (`roster_level`) hoặc cấp bên dưới".to_owned()),
        "Mỗi danh sách là của một nơi thuộc cấp `roster_level`, và chỉ ghi các tổ chức của cấp đó hoặc cấp dưới. Tổ chức này khai báo ở cấp cao hơn. Hãy sửa `level`, hoặc bỏ tổ chức khỏi `[[bodies]]` và mô tả nó trong nội dung.";
    en: |f| format!("the level `{}` is above the level of rosters, so this body cannot be recorded", f.level),
        |_| Some("choose the level of rosters (`roster_level`) or one below".to_owned()),
        "Each roster belongs to a place of `roster_level` and records bodies of that level or below. This body is declared at a higher one. Correct its `level`, or leave it out of `[[bodies]]` and describe it in the content.";
}

finding! {
    /// `serves` on a body of the roster level.
    ServesMisplaced {}
    "S016" "serves-misplaced" Error
    vi: |_| "`serves` chỉ dành cho tổ chức dưới cấp có danh sách".to_owned(),
        |_| Some("bỏ `serves`, hoặc sửa `level`".to_owned()),
        "`serves` cho biết một tổ chức ở thôn phục vụ một hay nhiều thôn. Tổ chức ở cấp có danh sách là của cả xã, nên khóa này không có nghĩa. Hãy bỏ khóa, hoặc sửa `level` nếu đây là tổ chức ở thôn.";
    en: |_| "`serves` is for bodies below the level of rosters".to_owned(),
        |_| Some("remove `serves`, or correct `level`".to_owned()),
        "`serves` says whether a village body serves one village or several. A body at the level of rosters belongs to the whole place, so the key means nothing. Remove it, or correct `level` if this is a village body.";
}

finding! {
    /// A key of a `where` that cannot matter where it stands.
    ConditionSaysNothing { key: &'static str }
    "S017" "condition-says-nothing" Error
    vi: |f| format!("`{}` trong `where` không có tác dụng ở đây", f.key),
        |_| Some("bỏ khóa này; `docs/data.md` cho biết điều kiện nào dùng được ở đâu".to_owned()),
        "Mỗi điều kiện của `where` hỏi về xã, về thôn hoặc về một tổ chức cụ thể. Ở đây không có đối tượng mà khóa này hỏi tới, nên nó sẽ bị bỏ qua một cách âm thầm. Hãy bỏ khóa, hoặc chuyển điều kiện sang một quy tắc về tổ chức.";
    en: |f| format!("`{}` in `where` means nothing here", f.key),
        |_| Some("remove the key; `docs/data.md` says which condition can be used where".to_owned()),
        "Each condition of a `where` asks about the commune, a village or a particular body. Here there is nothing this key could ask about, so it would silently be ignored. Remove it, or move the condition to a rule about bodies.";
}
