//! Findings about single values.

use crate::{diag::finding, model::PhoneError};

finding! {
    /// An id with characters an id does not have.
    BadId { id: String, near: String }
    "D005" "bad-id" Error
    vi: |f| format!("mã `{}` chỉ được có chữ thường không dấu, chữ số và dấu gạch nối", f.id),
        |f| Some(format!("viết `{}`", f.near)),
        "Mã (`id`) dùng để trỏ tới một mục và có thể nằm trong địa chỉ trang, nên phải đơn giản: `a`–`z`, `0`–`9`, `-`. \
         Tên có dấu thì ghi ở `name` hoặc `title`.";
    en: |f| format!("the id `{}` may only have small letters without accents, digits and hyphens", f.id),
        |f| Some(format!("write `{}`", f.near)),
        "An id refers to an entry and may stand in an address, so it is plain: `a`–`z`, `0`–`9`, `-`. Names with accents \
         belong in `name` or `title`.";
}

finding! {
    /// An invisible character.
    HiddenCharacter { code: u32 }
    "D007" "hidden-character" Error
    vi: |f| format!("có ký tự ẩn U+{:04X} trong chữ", f.code),
        |_| Some("xóa rồi gõ lại; ký tự này thường lẫn vào khi chép từ Word, Zalo hay trang web".to_owned()),
        "Ký tự không nhìn thấy hoặc đổi chiều chữ làm tên hiện sai, tìm không ra, gọi không được. Chương trình từ chối \
         chúng trong mọi chữ sẽ in ra.";
    en: |f| format!("there is a hidden character U+{:04X} in the text", f.code),
        |_| Some("delete it and type again; it often comes along when copying from a document, a chat or a page".to_owned()),
        "Characters that are invisible or turn the direction of text make names look wrong and impossible to find, and \
         numbers impossible to call. They are refused in all text that will be shown.";
}

finding! {
    /// A phone number that is none.
    BadPhone { error: PhoneError }
    "D009" "bad-phone" Error
    vi: |f| match f.error {
            PhoneError::Character(_) => "số điện thoại có ký tự lạ".to_owned(),
            PhoneError::Length(found) => format!("số điện thoại có {found} chữ số: di động cần 10, máy bàn cần 11"),
            PhoneError::Prefix => "đầu số này không có ở Việt Nam".to_owned(),
        },
        |_| Some("viết như `0237 000 1000` hoặc `0900 000 101`".to_owned()),
        "Số điện thoại in ra phải gọi được, nên được kiểm tra: di động 10 số (đầu 03, 05, 07, 08, 09), máy bàn 11 số \
         (đầu 02), tổng đài 1800 và 1900, số ngắn 3 chữ số. Dấu cách, chấm, gạch, ngoặc và `+84` đều được.";
    en: |f| match f.error {
            PhoneError::Character(_) => "the phone number has a stray character".to_owned(),
            PhoneError::Length(found) => format!("the phone number has {found} digits: a mobile has 10, a landline 11"),
            PhoneError::Prefix => "no Vietnamese number begins like this".to_owned(),
        },
        |_| Some("write it as `0237 000 1000` or `0900 000 101`".to_owned()),
        "A printed number must be callable, so it is checked: mobiles have 10 digits (03, 05, 07, 08, 09), landlines 11 \
         (02), hotlines begin with 1800 or 1900, short numbers have 3 digits. Spaces, dots, hyphens, brackets and `+84` \
         are fine.";
}

finding! {
    /// A date that cannot be meant.
    BadDate { }
    "D010" "bad-date" Error
    vi: |_| "ngày này không dùng được".to_owned(),
        |_| Some("viết ngày như 2008-04-02, không kèm giờ, từ năm 1900 đến 2100".to_owned()),
        "Ngày viết theo thứ tự năm-tháng-ngày, không kèm giờ và múi giờ. Năm ngoài khoảng 1900–2100 gần như chắc chắn là \
         gõ nhầm.";
    en: |_| "this date cannot be meant".to_owned(),
        |_| Some("write a date as 2008-04-02, without a time, between 1900 and 2100".to_owned()),
        "Dates are written year-month-day, without a time or a time zone. A year outside 1900–2100 is almost certainly \
         mistyped.";
}

finding! {
    /// Spaces at the edges or doubled.
    Spaces { }
    "D012" "stray-spaces" Warning
    vi: |_| "chữ có dấu cách thừa".to_owned(),
        |_| Some("xóa dấu cách ở đầu, ở cuối và dấu cách đôi; khi in, chương trình đã bỏ".to_owned()),
        "Dấu cách thừa làm việc tìm và xếp thứ tự sai lệch. Chương trình bỏ chúng khi đọc, nhưng tệp nguồn nên sạch.";
    en: |_| "the text has stray spaces".to_owned(),
        |_| Some("remove spaces at the edges and doubled ones; they were dropped in reading".to_owned()),
        "Stray spaces upset search and order. They are dropped in reading, but the source should be clean.";
}

finding! {
    /// A number outside what it can be.
    BadNumber { }
    "D013" "bad-number" Error
    vi: |_| "số này không dùng được ở đây".to_owned(),
        |_| Some("ghi một số không âm, vừa với ý nghĩa của khóa".to_owned()),
        "Số hộ, số người, số ngày không thể âm hay lớn vô lý. Có thể bạn gõ thừa chữ số.";
    en: |_| "this number cannot stand here".to_owned(),
        |_| Some("write a number from 0 that fits the key".to_owned()),
        "Households, people and days cannot be negative or absurdly large. Perhaps a digit too many was typed.";
}

finding! {
    /// A base address that cannot be one.
    BadUrl { }
    "D015" "bad-url" Error
    vi: |_| "địa chỉ gốc phải bắt đầu bằng https:// hoặc http:// và không có dấu cách".to_owned(),
        |_| Some("ví dụ: base_url = \"https://binhyen.example/\"".to_owned()),
        "`base_url` là nơi trang sẽ đứng trên mạng. Nó có mặt trong sơ đồ trang, trang 404 và liên kết chính thức; mọi \
         liên kết khác đều tương đối. Thiếu dấu `/` ở cuối thì chương trình tự thêm.";
    en: |_| "a base address begins with https:// or http:// and has no spaces".to_owned(),
        |_| Some("for example: base_url = \"https://binhyen.example/\"".to_owned()),
        "`base_url` is where the site will stand. It is used in the sitemap, the 404 page and canonical links; all other \
         links are relative. A missing `/` at the end is added.";
}
