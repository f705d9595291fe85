//! Findings about a roster as a whole, its scheme, and its private twin.

use crate::{
    diag::{Lang, finding},
    model::{Text, date},
};
use chrono::NaiveDate;
use ecow::EcoString;

finding! {
    /// A roster for a place of another level.
    NotRosterLevel { place: EcoString, level: Text }
    "R011" "not-roster-level" Error
    vi: |f| format!("{} không thuộc cấp có danh sách", f.place),
        |f| Some(format!("danh sách là của từng nơi thuộc cấp “{}”", f.level.vi)),
        "Ấn bản địa giới cho biết cấp nào có danh sách (`roster_level`). Nơi ghi ở `place` thuộc cấp khác, nên không có trang cho danh sách này. Hãy sửa mã ở `place`.";
    en: |f| format!("{} is not of the level that has rosters", f.place),
        |f| Some(format!("a roster belongs to one place of the level \"{}\"", f.level.get(Lang::En))),
        "The edition of geography says which level has rosters (`roster_level`). The place given in `place` is of another, so this roster would have no page. Correct the code in `place`.";
}

finding! {
    /// Two rosters of one place.
    PlaceTwice { place: EcoString }
    "R012" "place-twice" Error
    vi: |f| format!("{} đã có danh sách ở một tệp khác", f.place),
        |_| Some("gộp hai tệp làm một, hoặc sửa lại mã ở `place`".to_owned()),
        "Mỗi nơi chỉ có một tệp danh sách, để không có hai nguồn nói khác nhau. Hai tệp ở đây cùng ghi một `place`. Thường là do chép tệp của xã khác mà quên đổi mã.";
    en: |f| format!("{} already has a roster in another file", f.place),
        |_| Some("merge the two files, or correct the code in `place`".to_owned()),
        "Each place has one roster file, so that no two sources disagree. These two files give the same `place`. Usually the file of another commune was copied and the code not changed.";
}

finding! {
    /// A roster of an edition the site does not follow.
    OtherEdition { place: EcoString, site: EcoString }
    "R013" "other-edition" Warning
    vi: |f| format!("{} thuộc ấn bản địa giới khác với trang (`{}`)", f.place, f.site),
        |_| Some("đổi `place` sang nơi tương ứng trong ấn bản của trang, hoặc đổi `edition` trong `site.toml`".to_owned()),
        "Các trang danh bạ theo một ấn bản địa giới, ghi ở `edition` trong `site.toml`. Danh sách này là của một nơi thuộc ấn bản khác, nên không có trong danh bạ. Khi địa giới thay đổi, hãy chuyển danh sách sang nơi kế thừa.";
    en: |f| format!("{} is of another edition of geography than the site's (`{}`)", f.place, f.site),
        |_| Some("change `place` to the corresponding place of the site's edition, or change `edition` in `site.toml`".to_owned()),
        "The pages of the directory follow one edition of geography, given as `edition` in `site.toml`. This roster is of a place of another edition, so it is not in the directory. When boundaries change, move the roster to the place that succeeded.";
}

finding! {
    /// A scheme that never applies to the place.
    SchemeNotHere { scheme: Text, place: EcoString }
    "R014" "scheme-not-here" Warning
    vi: |f| format!("{} không áp dụng ở {}", f.scheme.vi, f.place),
        |_| Some("chọn đề án khác ở `scheme`, hoặc bổ sung `[[applies]]` trong tệp đề án".to_owned()),
        "Đề án ghi ở `[[applies]]` nơi nó có hiệu lực. Nơi của danh sách này không nằm trong đó, nên các quy tắc của đề án không có căn cứ ở đây. Hãy kiểm tra `scheme` của danh sách và `[[applies]]` của đề án.";
    en: |f| format!("{} does not apply in {}", f.scheme.get(Lang::En), f.place),
        |_| Some("choose another `scheme`, or add an `[[applies]]` to the scheme's file".to_owned()),
        "A scheme says in `[[applies]]` where it is in force. The place of this roster is not among them, so the scheme's rules have no basis here. Check the roster's `scheme` and the scheme's `[[applies]]`.";
}

finding! {
    /// A scheme that is not in force on the day of the check.
    SchemeNotNow { scheme: Text, place: EcoString, day: NaiveDate }
    "R015" "scheme-not-in-force" Warning
    vi: |f| format!("{} không có hiệu lực ở {} vào ngày {}", f.scheme.vi, f.place, date::show(f.day, Lang::Vi)),
        |_| Some("chuyển danh sách sang đề án đang có hiệu lực, hoặc kiểm tra ngày của `[[applies]]`".to_owned()),
        "Danh sách được đối chiếu với đề án vào ngày kiểm tra (`as_of`). Ngày đó đề án chưa có hiệu lực, hoặc đã hết hiệu lực ở nơi này. Trang vẫn được xuất bản; nếu đề án đã bị thay thế, trang mang lời báo.";
    en: |f| format!("{} is not in force in {} on {}", f.scheme.get(Lang::En), f.place, date::show(f.day, Lang::En)),
        |_| Some("move the roster to the scheme in force, or check the dates of `[[applies]]`".to_owned()),
        "A roster is held against its scheme on the day of the check (`as_of`). On that day the scheme is not yet, or no longer, in force in this place. The page is still published; if the scheme was superseded, it carries a notice.";
}

finding! {
    /// A private file whose place has no roster.
    PrivateWithoutRoster {}
    "R016" "private-without-roster" Error
    vi: |_| "tệp riêng tư này không ứng với danh sách nào".to_owned(),
        |_| Some("sửa `place` cho khớp với danh sách, hoặc xóa tệp".to_owned()),
        "Mỗi tệp trong `data/private/` bổ sung cho danh sách của cùng một `place`. Không có danh sách nào như vậy, nên dữ liệu riêng tư này bị giữ lại mà không ai dùng. Hãy sửa `place`, hoặc xóa tệp nếu không còn cần.";
    en: |_| "this private file belongs to no roster".to_owned(),
        |_| Some("correct `place` to match a roster, or delete the file".to_owned()),
        "Each file in `data/private/` adds to the roster of the same `place`. There is no such roster, so private data is kept that nobody uses. Correct `place`, or delete the file if it is no longer needed.";
}

finding! {
    /// Two private entries of one person. The id is pointed at and not repeated: nothing of a private file is.
    PrivateTwice {}
    "R022" "private-twice" Error
    vi: |_| "người này đã có một mục riêng tư".to_owned(),
        |_| Some("gộp hai mục làm một".to_owned()),
        "Mỗi người chỉ có một mục trong các tệp của `data/private/` cùng `place`. Mục thứ hai không được đọc. Hãy gộp hai mục làm một, hoặc sửa mã của mục ghi nhầm người.";
    en: |_| "this person has a private entry already".to_owned(),
        |_| Some("merge the two entries".to_owned()),
        "Each person has one entry in the files of `data/private/` with the same `place`. The second one is not read. Merge the two, or correct the id of the one that means somebody else.";
}

finding! {
    /// A private entry of a person the roster does not have. What stands for the id may be a private value, so it is
    /// pointed at and not repeated.
    PrivateWithoutPerson { near: Option<EcoString> }
    "R017" "private-without-person" Error
    vi: |_| "danh sách không có người mang mã này".to_owned(),
        |f| crate::scheme::findings::meant_vi(f.near.as_deref(), "sửa lại mã, hoặc xóa mục này"),
        "Mỗi mục trong tệp riêng tư phải mang mã của một người trong danh sách cùng `place`. Mã này không có ở đó. Hãy sửa mã, hoặc xóa mục nếu người đó không còn trong danh sách.";
    en: |_| "the roster has no person with this id".to_owned(),
        |f| crate::scheme::findings::meant_en(f.near.as_deref(), "correct the id, or delete this entry"),
        "Each entry of a private file carries the id of a person in the roster of the same `place`. This id is not there. Correct it, or delete the entry if the person is no longer in the roster.";
}
