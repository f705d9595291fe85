//! The fixed words of a report, in both languages: severities, labels, the closing line.
//!
//! What a finding says is its own; this file says only what stands around it.

use crate::diag::{Lang, Report, Severity};

/// The name of a severity.
pub fn severity(severity: Severity, lang: Lang) -> &'static str {
    match severity {
        Severity::Error => lang.pick("lỗi", "error"),
        Severity::Warning => lang.pick("cảnh báo", "warning"),
    }
}

/// The label of the clauses a finding rests on.
pub fn clauses(count: usize, lang: Lang) -> &'static str {
    lang.pick("điều khoản", if count == 1 { "clause" } else { "clauses" })
}

/// The label of what to do.
pub fn help(lang: Lang) -> &'static str {
    lang.pick("cách sửa", "help")
}

/// The label of a remark.
pub fn note(lang: Lang) -> &'static str {
    lang.pick("ghi chú", "note")
}

/// Why a line is not quoted.
pub fn not_quoted(lang: Lang) -> &'static str {
    lang.pick(
        "dòng này nằm trong tệp riêng tư nên không được trích ra",
        "the line stands in a private file and is not quoted",
    )
}

/// The closing line, such as `2 lỗi, 5 cảnh báo`; none when nothing was found.
pub fn summary(report: &Report, lang: Lang) -> Option<String> {
    let parts: Vec<String> = [Severity::Error, Severity::Warning]
        .into_iter()
        .map(|weight| (report.count(weight), weight))
        .filter(|(count, _)| *count > 0)
        .map(|(count, weight)| counted(count, weight, lang))
        .collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// The line that says how many warnings a long report leaves out.
pub fn left_out(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("còn {count} cảnh báo không in ra; xem hết bằng `--all`"),
        Lang::En if count == 1 => "1 more warning is not shown; see all with `--all`".to_owned(),
        Lang::En => format!("{count} more warnings are not shown; see all with `--all`"),
    }
}

/// So many findings of a severity, such as `5 cảnh báo`.
pub fn counted(count: usize, weight: Severity, lang: Lang) -> String {
    let plural = match lang {
        Lang::En if count != 1 => "s",
        _ => "",
    };
    format!("{count} {}{plural}", severity(weight, lang))
}
