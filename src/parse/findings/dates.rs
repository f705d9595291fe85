//! Findings about dates. Words only.

use super::Quoted;
use crate::diag::finding;

finding! {
    /// A day that is in no calendar, or a date the TOML reader cannot read.
    DateImpossible { date: Quoted }
    "D015" "date-impossible" Error
    vi: |f| format!("không có ngày {}", f.date),
        |_| Some("viết năm-tháng-ngày, tháng và ngày đủ hai chữ số: 2008-04-02".into()),
        "Ngày này không có trong lịch (như 30 tháng 2), hoặc viết thiếu chữ số. \
        Ngày viết theo năm-tháng-ngày, tháng và ngày đủ hai chữ số, không có dấu nháy. \
        Ví dụ: ngày 2 tháng 4 năm 2008 là `2008-04-02`.";
    en: |f| format!("there is no day {}", f.date),
        |_| Some("write year-month-day, with two digits for month and day: 2008-04-02".into()),
        "This day is in no calendar (30 February, say), or a digit is missing. \
        A date is year-month-day with two digits for month and day, and no quotes. \
        Example: 2 April 2008 is `2008-04-02`.";
}

finding! {
    /// A date in quotes, in another order, or with a time.
    DateForm { instead: Option<String> }
    "D016" "date-form" Error
    vi: |_| "ngày viết chưa đúng cách".into(),
        |f| Some(match &f.instead {
            Some(instead) => format!("viết {instead}, không có dấu nháy"),
            None => "viết năm-tháng-ngày, không nháy, không giờ: 2008-04-02".into(),
        }),
        "Ngày viết theo năm-tháng-ngày, không có dấu nháy và không kèm giờ. \
        Viết thế để máy nào cũng hiểu như nhau: 02/04 có nơi hiểu là 4 tháng 2. \
        Ví dụ: `date = 2008-04-02`.";
    en: |_| "the date is not written as a date".into(),
        |f| Some(match &f.instead {
            Some(instead) => format!("write {instead}, without quotes"),
            None => "write year-month-day, without quotes and without a time: 2008-04-02".into(),
        }),
        "A date is year-month-day, without quotes and without a time of day. \
        It is written so because every machine reads it alike: 02/04 is February somewhere. \
        Example: `date = 2008-04-02`.";
}

finding! {
    /// A date so far off that it must be a slip.
    DateOutOfRange { date: Quoted }
    "D017" "date-out-of-range" Error
    vi: |f| format!("năm của {} chắc là gõ nhầm", f.date),
        |_| Some("ngày phải từ năm 1900 đến năm 2100".into()),
        "Ngày trước năm 1900 hay sau năm 2100 gần như chắc chắn là gõ nhầm, và làm sai mọi phép tính thời hạn. \
        Ví dụ: `0208-04-02` phải là `2008-04-02`.";
    en: |f| format!("the year of {} must be a slip", f.date),
        |_| Some("a date lies between 1900 and 2100".into()),
        "A date before 1900 or after 2100 is almost surely a slip of the keyboard, and upsets every reckoning of terms. \
        Example: `0208-04-02` should be `2008-04-02`.";
}
