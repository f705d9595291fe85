//! The words for things that have ids. Owns no finding.

use crate::diag::Lang;

/// A thing that is named by an id or a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Noun {
    Abbreviation,
    Agency,
    Body,
    Campaign,
    Clause,
    Decision,
    Edition,
    Kind,
    Level,
    Meeting,
    Office,
    Person,
    Place,
    Post,
    Row,
    Rule,
    Scheme,
    Served,
    Step,
    Table,
    Tag,
    Value,
    Village,
}

impl Noun {
    /// The word in a language.
    pub fn word(self, lang: Lang) -> &'static str {
        let (vi, en) = match self {
            Noun::Abbreviation => ("chữ viết tắt", "abbreviation"),
            Noun::Agency => ("cơ quan", "agency"),
            Noun::Body => ("tổ chức", "body"),
            Noun::Campaign => ("cuộc vận động", "campaign"),
            Noun::Clause => ("điều khoản", "clause"),
            Noun::Decision => ("quyết định", "decision"),
            Noun::Edition => ("ấn bản địa giới", "edition"),
            Noun::Kind => ("loại địa danh", "kind of place"),
            Noun::Level => ("cấp hành chính", "level"),
            Noun::Meeting => ("cuộc họp", "meeting"),
            Noun::Office => ("chức danh", "office"),
            Noun::Person => ("người", "person"),
            Noun::Place => ("địa danh", "place"),
            Noun::Post => ("vị trí", "post"),
            Noun::Row => ("dòng", "row"),
            Noun::Rule => ("quy tắc", "rule"),
            Noun::Scheme => ("đề án", "scheme"),
            Noun::Served => ("thôn được phục vụ", "served village"),
            Noun::Step => ("bước", "step"),
            Noun::Table => ("bảng", "table"),
            Noun::Tag => ("thẻ", "tag"),
            Noun::Value => ("giá trị", "value"),
            Noun::Village => ("thôn", "village"),
        };
        lang.pick(vi, en)
    }
}
