//! Findings about how a scheme writes its rules. What a rule finds in a roster is the rule's own.

use crate::{
    diag::finding,
    scheme::findings::{meant_en, meant_vi, unknown},
};
use ecow::EcoString;

unknown! {
    /// A rule of a kind the program does not have.
    UnknownRuleKind "S020" "unknown-rule-kind"
    vi: "loại quy tắc", "chọn một loại trong `docs/rules.md`",
        "Quy tắc của đề án chọn từ một tập loại cố định, liệt kê trong `docs/rules.md`. Loại này không có trong đó. Hãy sửa tên; nếu cần một kiểu suy luận mới thì phải viết thêm một tệp mã.";
    en: "rule kind", "choose a kind from `docs/rules.md`",
        "The rules of a scheme choose from a closed set of kinds, listed in `docs/rules.md`. This kind is not among them. Correct the name; a new kind of reasoning needs a new file of code.";
}

finding! {
    /// A parameter the rule's kind does not have.
    UnknownParameter { kind: EcoString, name: EcoString, near: Option<EcoString> }
    "S021" "unknown-parameter" Error
    vi: |f| format!("quy tắc loại `{}` không có tham số `{}`", f.kind, f.name),
        |f| meant_vi(f.near.as_deref(), "bỏ khóa này; `docs/rules.md` liệt kê tham số của từng loại"),
        "Mỗi loại quy tắc có các tham số riêng, liệt kê trong `docs/rules.md`. Khóa này không thuộc loại đang dùng nên sẽ không có tác dụng. Hãy sửa tên hoặc bỏ khóa.";
    en: |f| format!("a rule of kind `{}` has no parameter `{}`", f.kind, f.name),
        |f| meant_en(f.near.as_deref(), "remove the key; `docs/rules.md` lists the parameters of each kind"),
        "Each kind of rule has its own parameters, listed in `docs/rules.md`. This key is none of the kind in use, so it would have no effect. Correct its name or remove it.";
}

finding! {
    /// A parameter the rule's kind needs.
    MissingParameter { kind: EcoString, name: &'static str }
    "S022" "missing-parameter" Error
    vi: |f| format!("quy tắc loại `{}` thiếu tham số `{}`", f.kind, f.name),
        |f| Some(format!("thêm `{} = …`", f.name)),
        "Loại quy tắc này cần tham số đó để biết phải kiểm tra gì, và đề án không có giá trị mặc định để dùng thay. Hãy thêm tham số vào quy tắc. `docs/rules.md` liệt kê tham số của từng loại.";
    en: |f| format!("a rule of kind `{}` needs the parameter `{}`", f.kind, f.name),
        |f| Some(format!("add `{} = …`", f.name)),
        "This kind of rule needs the parameter to know what to check, and the scheme has no default to use instead. Add it to the rule. `docs/rules.md` lists the parameters of each kind.";
}

finding! {
    /// A parameter of the wrong type.
    ParameterType { name: &'static str, expected: (&'static str, &'static str) }
    "S023" "parameter-type" Error
    vi: |f| format!("tham số `{}` phải là {}", f.name, f.expected.0),
        |_| None,
        "Tham số của quy tắc có kiểu cố định: một từ trong ngoặc kép, một số nguyên không âm, hoặc một danh sách từ. Giá trị ở đây thuộc kiểu khác. Hãy viết lại theo kiểu đã nêu.";
    en: |f| format!("the parameter `{}` must be {}", f.name, f.expected.1),
        |_| None,
        "Parameters of rules have fixed types: a quoted word, a whole number that is not negative, or a list of words. The value here is of another type. Write it as the type named.";
}

finding! {
    /// A rule on a meeting that has no cadence.
    MeetingWithoutCadence { meeting: EcoString }
    "S024" "meeting-without-cadence" Error
    vi: |f| format!("cuộc họp `{}` chỉ họp khi được triệu tập nên không thể quá hạn", f.meeting),
        |_| Some("chọn cuộc họp định kỳ, hoặc bỏ quy tắc".to_owned()),
        "Quy tắc này so lần họp gần nhất với chu kỳ (`every`) của cuộc họp. Cuộc họp \"when called\" không có chu kỳ, nên quy tắc sẽ không bao giờ phát hiện gì. Hãy chọn cuộc họp khác hoặc bỏ quy tắc.";
    en: |f| format!("the meeting `{}` is held only when called, so it is never overdue", f.meeting),
        |_| Some("choose a regular meeting, or remove the rule".to_owned()),
        "This rule compares the last meeting with the meeting's cadence (`every`). A meeting \"when called\" has none, so the rule would never find anything. Choose another meeting, or remove the rule.";
}
