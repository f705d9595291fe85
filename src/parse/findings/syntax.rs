//! Findings about TOML itself: what the text breaks off at, in words an editor of rosters understands. Words only.

use super::Quoted;
use crate::diag::{Lang, finding};

finding! {
    /// Text that is no TOML.
    Syntax { problem: Problem }
    "D001" "syntax" Error
    vi: |f| f.problem.words(Lang::Vi),
        |f| f.problem.help(Lang::Vi).map(Into::into),
        "Tệp viết chưa đúng cách, nên từ chỗ này trở đi chương trình có thể hiểu sai. \
        Chương trình chỉ nêu một hai lỗi đầu mỗi tệp, vì các lỗi sau thường do lỗi đầu mà ra: sửa rồi chạy lại. \
        Thường là thiếu dấu nháy, dấu phẩy, hay dấu đóng `}` và `]`. \
        Ví dụ: `{ person = \"mau\", post = \"to-pho\" }` đủ hai dấu ngoặc, có phẩy ở giữa, chữ nằm trong nháy kép.";
    en: |f| f.problem.words(Lang::En),
        |f| f.problem.help(Lang::En).map(Into::into),
        "The file is not well formed, and from here on it may be misread. \
        Only the first one or two such errors of a file are shown, since the rest usually follow from them: mend them and run again. \
        Mostly a quote, a comma or a closing `}` or `]` is missing. \
        Example: `{ person = \"mau\", post = \"to-pho\" }` has both braces, a comma between, and its words in double quotes.";
}

finding! {
    /// A value that should stand in quotes.
    Unquoted { value: Quoted, instead: Option<String> }
    "D002" "unquoted" Error
    vi: |f| format!("giá trị {} không nằm trong dấu nháy, cũng không phải số hay ngày", f.value),
        |f| Some(match &f.instead {
            Some(instead) => format!("viết {instead}"),
            None => "đặt trong dấu nháy kép thẳng: \"…\"; ngày thì viết năm-tháng-ngày, không nháy: 2008-04-02".into(),
        }),
        "Chữ và số máy phải nằm trong dấu nháy kép thẳng `\"…\"`; chỉ số, ngày và `true`, `false` là không. \
        Dấu nháy cong “…” của Word không tính là dấu nháy. \
        Ngày viết theo năm-tháng-ngày và không có nháy. \
        Ví dụ: `phone = \"0237 000 1000\"`, `date = 2008-04-02`.";
    en: |f| format!("the value {} is not in quotes, and is no number or date", f.value),
        |f| Some(match &f.instead {
            Some(instead) => format!("write {instead}"),
            None => "put it in straight double quotes: \"…\"; a date is year-month-day without quotes: 2008-04-02".into(),
        }),
        "Words and phone numbers stand in straight double quotes `\"…\"`; only numbers, dates, `true` and `false` do not. \
        The curly quotes “…” of a word processor do not count. \
        A date is year-month-day, without quotes. \
        Example: `phone = \"0237 000 1000\"`, `date = 2008-04-02`.";
}

/// What is wrong with the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// A bracket, brace or header is not closed; holds the sign that is missing.
    Unclosed(char),
    /// A string is not closed on its line.
    OpenString,
    /// Two values without a comma; holds the closing sign that may be missing instead.
    NoComma(char),
    /// A comma too many.
    ExtraComma,
    /// A key without `=`.
    NoEquals,
    /// A key without a value.
    NoValue,
    /// A second `=`.
    ExtraEquals,
    /// A key with a character that needs quotes.
    KeyCharacter(Quoted),
    /// No key before `=`.
    NoKey,
    /// Something after a complete value.
    AfterValue,
    /// `True`, `yes` and their like.
    Flag,
    /// A number with leading zeros or a stray sign.
    Number,
    /// A backslash that starts no escape.
    Escape,
    /// A carriage return without a line feed.
    LoneReturn,
    /// The mark of an unresolved merge.
    Merge,
    /// Nesting without end.
    TooDeep,
    /// Anything else, as the TOML reader says it in English.
    Other(String),
}

impl Problem {
    fn words(&self, lang: Lang) -> String {
        let fixed = match self {
            Problem::Unclosed(close) => {
                return lang.pick(
                    format!("mở ra ở đây mà không có dấu đóng `{close}`"),
                    format!("opened here and never closed with `{close}`"),
                );
            }
            Problem::NoComma(close) => {
                return lang.pick(
                    format!("thiếu dấu phẩy `,` hoặc dấu đóng `{close}`"),
                    format!("a comma `,` or a closing `{close}` is missing"),
                );
            }
            Problem::KeyCharacter(found) => {
                return lang.pick(
                    format!("tên khóa không được có {found}"),
                    format!("a key cannot have {found}"),
                );
            }
            Problem::Other(message) => {
                return lang.pick(
                    format!("chỗ này viết chưa đúng TOML ({message})"),
                    format!("this is not TOML ({message})"),
                );
            }
            Problem::OpenString => ("thiếu dấu nháy đóng", "the closing quote is missing"),
            Problem::ExtraComma => ("thừa dấu phẩy", "a comma too many"),
            Problem::NoEquals => ("thiếu dấu `=` sau tên khóa", "`=` is missing after the key"),
            Problem::NoValue => ("sau dấu `=` chưa có gì", "nothing follows the `=`"),
            Problem::ExtraEquals => ("thừa dấu `=`", "an `=` too many"),
            Problem::NoKey => ("trước dấu `=` chưa có tên khóa", "no key before the `=`"),
            Problem::AfterValue => ("thừa chữ sau giá trị", "something follows the value"),
            Problem::Flag => (
                "không phải `true` hay `false`",
                "neither `true` nor `false`",
            ),
            Problem::Number => ("số viết chưa đúng", "not a well-formed number"),
            Problem::Escape => ("dấu `\\` dùng chưa đúng", "a `\\` that means nothing"),
            Problem::LoneReturn => ("dấu xuống dòng bị hỏng", "a broken line end"),
            Problem::Merge => (
                "dấu vết gộp tệp chưa xong",
                "the mark of an unfinished merge",
            ),
            Problem::TooDeep => ("lồng quá nhiều tầng", "nested too deeply"),
        };
        lang.pick(fixed.0, fixed.1).to_owned()
    }

    fn help(&self, lang: Lang) -> Option<&'static str> {
        let (vi, en) = match self {
            Problem::OpenString => (
                "thêm dấu nháy kép `\"` ở cuối; chữ nhiều dòng thì đặt giữa ba dấu nháy `\"\"\"`",
                "add a `\"` at its end; text of several lines stands between three quotes `\"\"\"`",
            ),
            Problem::NoEquals => ("viết: khóa = giá trị", "write: key = value"),
            Problem::NoValue => (
                "viết giá trị, hoặc xóa cả dòng nếu chưa có",
                "write a value, or delete the line if there is none yet",
            ),
            Problem::KeyCharacter(_) => (
                "tên khóa chỉ dùng chữ không dấu, chữ số, `-` và `_`; khóa có ký tự khác thì đặt trong nháy kép",
                "a key is ASCII letters, digits, `-` and `_`; with other characters it stands in double quotes",
            ),
            Problem::AfterValue => (
                "mỗi dòng một khóa: xuống dòng trước khóa sau; ghi chú thì đặt sau dấu `#`",
                "one key a line: break the line before the next; a remark begins with `#`",
            ),
            Problem::Flag => (
                "viết chữ thường: `true` hoặc `false`",
                "in lower case: `true` or `false`",
            ),
            Problem::Number => (
                "số không bắt đầu bằng 0; số máy thì đặt trong nháy kép: \"0237 000 1000\"",
                "a number has no leading zero; a phone number stands in quotes: \"0237 000 1000\"",
            ),
            Problem::Escape => (
                "muốn viết dấu `\\` thì viết `\\\\`, hoặc dùng nháy đơn '…'",
                "for a `\\` write `\\\\`, or use single quotes '…'",
            ),
            Problem::LoneReturn => (
                "mở tệp bằng trình soạn thảo khác và lưu lại",
                "open the file in another editor and save it again",
            ),
            Problem::Merge => (
                "chọn một trong hai bản rồi xóa các dòng `<<<<<<<`, `=======`, `>>>>>>>`",
                "keep one of the two versions and delete the lines `<<<<<<<`, `=======`, `>>>>>>>`",
            ),
            _ => return None,
        };
        Some(lang.pick(vi, en))
    }
}
