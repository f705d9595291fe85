//! Findings about editions of geography.

use crate::diag::finding;
use ecow::EcoString;

finding! {
    /// The villages' level is not below the rosters' one.
    UnitsAboveRoster {}
    "P003" "units-above-roster" Error
    vi: |_| "`unit_level` không ở dưới `roster_level`".to_owned(),
        |_| Some("`levels` ghi từ trên xuống; chọn một cấp đứng sau `roster_level`".to_owned()),
        "Danh sách là của một nơi ở cấp `roster_level`, và ghi các thôn ở cấp `unit_level` nằm trong nơi đó. Vì vậy `unit_level` phải đứng sau `roster_level` trong `levels`. Hãy kiểm tra thứ tự các cấp và hai khóa này.";
    en: |_| "`unit_level` is not below `roster_level`".to_owned(),
        |_| Some("`levels` go from the top down; choose one after `roster_level`".to_owned()),
        "A roster belongs to a place of `roster_level` and lists villages of `unit_level` inside it. So `unit_level` must come after `roster_level` in `levels`. Check the order of the levels and these two keys.";
}

finding! {
    /// A place below the top that lies in nothing.
    NoParent {}
    "P004" "no-parent" Error
    vi: |_| "địa danh không thuộc cấp trên nào".to_owned(),
        |_| Some("thêm `parent` là mã của nơi chứa nó".to_owned()),
        "Chỉ địa danh ở cấp cao nhất mới không có `parent`. Mọi nơi khác phải ghi mã của nơi chứa nó trong cùng ấn bản, để trang của nó có chỗ trong danh bạ. Hãy thêm `parent`.";
    en: |_| "the place lies in no other".to_owned(),
        |_| Some("add `parent`, the code of the place it lies in".to_owned()),
        "Only a place of the top level has no `parent`. Every other one gives the code of the place of the same edition it lies in, so that its page has a position in the directory. Add `parent`.";
}

finding! {
    /// A parent that is not of a higher level.
    ParentNotAbove { parent: EcoString }
    "P005" "parent-not-above" Error
    vi: |f| format!("{} không ở cấp cao hơn nơi này", f.parent),
        |_| Some("kiểm tra lại mã ở `parent` và loại (`kind`) của cả hai nơi".to_owned()),
        "`parent` phải là một nơi ở cấp cao hơn, theo thứ tự của `levels`. Ở đây nơi được ghi lại cùng cấp hoặc thấp hơn. Thường là do gõ nhầm mã, hoặc `kind` của một trong hai nơi bị sai.";
    en: |f| format!("{} is not of a higher level than this place", f.parent),
        |_| Some("check the code in `parent` and the `kind` of both places".to_owned()),
        "A `parent` is a place of a higher level, in the order of `levels`. Here it is of the same level or a lower one. Usually the code is mistyped, or the `kind` of one of the two is wrong.";
}

finding! {
    /// A place that became itself again.
    SuccessorCycle { name: EcoString }
    "P006" "successor-cycle" Error
    vi: |f| format!("theo `successors` thì {} lại trở thành chính nó", f.name),
        |_| Some("`successors` chỉ đi từ nơi cũ sang nơi mới; bỏ chiều ngược lại".to_owned()),
        "`successors` cho biết một nơi về sau trở thành nơi nào, để người tra tên cũ đến được trang mới. Chuỗi ở đây quay vòng, nên không có nơi mới nhất. Hãy bỏ mục đi ngược thời gian.";
    en: |f| format!("by its `successors`, {} becomes itself again", f.name),
        |_| Some("`successors` lead from old to new only; remove the way back".to_owned()),
        "`successors` say what a place later became, so that those who look up the old name reach the new page. This chain goes in a circle, so there is no latest place. Remove the entry that goes back in time.";
}
