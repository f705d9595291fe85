//! Words for what the TOML parser says, in Vietnamese.

/// A syntax error in Vietnamese, as near to the parser's words as helps a clerk.
pub(super) fn vietnamese(message: &str) -> String {
    let known = [
        ("duplicate key", "khóa này đã có ở trên trong cùng bảng"),
        ("key with no value", "khóa chưa có giá trị: thiếu dấu `=`"),
        ("missing value", "thiếu giá trị sau dấu `=`"),
        (
            "string values must be quoted",
            "chữ phải đặt trong ngoặc kép",
        ),
        ("unclosed", "chưa đóng ngoặc"),
        ("missing", "thiếu dấu"),
        ("date", "ngày này không có trong lịch"),
        ("escape", "dấu `\\` trong ngoặc kép phải viết là `\\\\`"),
        ("quot", "thiếu hoặc thừa dấu ngoặc kép"),
        ("string", "chữ trong ngoặc kép viết chưa đúng"),
        ("extra", "thừa dấu phẩy hoặc ký tự"),
        ("newline", "thiếu xuống dòng hoặc xuống dòng sai chỗ"),
    ];
    let lower = message.to_lowercase();
    let found = known
        .iter()
        .find(|(word, _)| lower.contains(word))
        .map(|(_, vi)| *vi);
    found.map_or_else(
        || format!("không đọc được theo TOML ({message})"),
        |vi| format!("{vi} ({message})"),
    )
}

/// The name of a TOML type in Vietnamese.
pub(super) fn type_name(name: &str) -> &str {
    match name {
        "string" => "chữ",
        "integer" => "số nguyên",
        "float" => "số thập phân",
        "boolean" => "true/false",
        "datetime" => "ngày giờ",
        "array" => "danh sách",
        "table" => "bảng",
        other => other,
    }
}
