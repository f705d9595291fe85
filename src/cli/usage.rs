//! What is said about a command line that cannot be understood.
//!
//! English is clap's own; this file owns the Vietnamese, kind by kind.

use clap::error::{ContextKind, ContextValue, Error, ErrorKind};

use crate::diag::Lang;

/// The words for a usage error, ready to print.
pub fn words(error: &Error, lang: Lang) -> String {
    match (lang, vietnamese(error)) {
        (Lang::Vi, Some(words)) => format!("lỗi: {words}\n\nXem hướng dẫn: binhyen --help\n"),
        _ => error.render().to_string(),
    }
}

fn vietnamese(error: &Error) -> Option<String> {
    let get = |kind| text(error, kind);
    let argument = get(ContextKind::InvalidArg);
    Some(match error.kind() {
        ErrorKind::UnknownArgument => {
            let near = get(ContextKind::SuggestedArg);
            format!("không có tùy chọn `{}`{}", argument?, did_you_mean(near))
        }
        ErrorKind::InvalidSubcommand => {
            let near = get(ContextKind::SuggestedSubcommand);
            let name = get(ContextKind::InvalidSubcommand)?;
            format!("không có lệnh `{name}`{}", did_you_mean(near))
        }
        ErrorKind::InvalidValue => invalid_value(error, &argument?)?,
        ErrorKind::ValueValidation => {
            let value = get(ContextKind::InvalidValue)?;
            format!("`{value}` không dùng được cho `{}`", argument?)
        }
        ErrorKind::ArgumentConflict => {
            let (argument, prior) = (argument?, get(ContextKind::PriorArg)?);
            if argument == prior {
                format!("`{argument}` chỉ được ghi một lần")
            } else {
                format!("không dùng `{argument}` cùng với `{prior}`")
            }
        }
        ErrorKind::MissingRequiredArgument => format!("thiếu {}", argument?),
        ErrorKind::TooManyValues => {
            let value = get(ContextKind::InvalidValue)?;
            format!("`{}` không nhận giá trị `{value}`", argument?)
        }
        ErrorKind::InvalidUtf8 => "dòng lệnh có chữ không phải UTF-8".to_owned(),
        _ => return None,
    })
}

fn invalid_value(error: &Error, argument: &str) -> Option<String> {
    let value = text(error, ContextKind::InvalidValue)?;
    if value.is_empty() {
        return Some(format!("`{argument}` cần một giá trị"));
    }
    let valid = text(error, ContextKind::ValidValue).unwrap_or_default();
    let near = did_you_mean(text(error, ContextKind::SuggestedValue));
    Some(format!(
        "`{value}` không phải là giá trị của `{argument}`{near}; các giá trị dùng được: {valid}"
    ))
}

fn did_you_mean(near: Option<String>) -> String {
    near.map(|near| format!(", có phải ý bạn là `{near}`?"))
        .unwrap_or_default()
}

fn text(error: &Error, kind: ContextKind) -> Option<String> {
    match error.get(kind)? {
        ContextValue::String(text) => Some(text.clone()),
        ContextValue::Strings(list) => Some(list.join(", ")),
        _ => None,
    }
}
