//! Findings about Markdown.

use super::style::Entry;
use crate::{
    diag::{Lang, finding, findings},
    model::Text,
};

findings![
    UnknownValue,
    UnknownRule,
    UnknownClause,
    RefusedLink,
    AbsoluteLink,
    RawHtml,
    NoAlt,
    SkippedLevel,
    TitleInText,
    VagueLink,
    EmptyHeader,
    EmptyLink,
    UnusedNote,
    UnknownBox,
    UnknownNote,
    AvoidedWord,
    MisplacedTone,
    DateForm,
    UnexplainedShort,
];

fn vi_near(near: &Option<String>) -> Option<String> {
    near.as_ref()
        .map(|near| format!("có phải ý bạn là `{near}`?"))
}

fn en_near(near: &Option<String>) -> Option<String> {
    near.as_ref().map(|near| format!("did you mean `{near}`?"))
}

finding! {
    /// A value the scheme does not have.
    UnknownValue { name: String, near: Option<String> }
    "M001" "unknown-value" Error
    vi: |f| format!("đề án không có giá trị nào tên là `{}`", f.name),
        |f| vi_near(&f.near),
        "`{{ tên }}` in một giá trị của đề án, để số trong bài luôn khớp với số trong quy định. Các tên dùng được ghi ở \
         `docs/data.md`, chẳng hạn `{{ to-bao-ve.size }}`; giá trị của đề án khác viết `{{ mã-đề-án:tên }}`.";
    en: |f| format!("the scheme has no value `{}`", f.name),
        |f| en_near(&f.near),
        "`{{ name }}` prints a value of the scheme, so that numbers in prose always agree with the rules. The names are \
         listed in `docs/data.md`, such as `{{ to-bao-ve.size }}`; a value of another scheme is `{{ scheme-id:name }}`.";
}

finding! {
    /// A rule the scheme does not have.
    UnknownRule { rule: String, near: Option<String> }
    "M002" "unknown-rule" Error
    vi: |f| format!("đề án không có quy tắc `{}`", f.rule),
        |f| vi_near(&f.near),
        "`{{ rule B2 }}` in lời của quy tắc `B2` kèm điều khoản. Mã quy tắc là `id` trong `[[rules]]` của tệp đề án.";
    en: |f| format!("the scheme has no rule `{}`", f.rule),
        |f| en_near(&f.near),
        "`{{ rule B2 }}` prints the words of rule `B2` with its clause. A rule's id stands under `[[rules]]` of the scheme.";
}

finding! {
    /// A citation of a clause the scheme does not have.
    UnknownClause { clause: String, near: Option<String> }
    "M003" "clause-not-in-scheme" Error
    vi: |f| format!("đề án không có điều khoản `{}`", f.clause),
        |f| vi_near(&f.near),
        "`[P2.II.2.b]` dẫn một điều khoản và nối tới lời của nó. Chữ trong ngoặc vuông trông như điều khoản mà không có \
         trong `[[clauses]]` là lỗi: người đọc tin vào điều được dẫn.";
    en: |f| format!("the scheme has no clause `{}`", f.clause),
        |f| en_near(&f.near),
        "`[P2.II.2.b]` cites a clause and links to its words. A word in brackets that looks like a clause and is not under \
         `[[clauses]]` is an error: readers rely on what is cited.";
}

finding! {
    /// A link to something that runs.
    RefusedLink { }
    "M004" "refused-link" Error
    vi: |_| "liên kết này không được phép".to_owned(),
        |_| Some("dùng http, https, mailto, tel, hoặc đường dẫn tới tệp nguồn".to_owned()),
        "Liên kết `javascript:`, `data:` và các loại lạ có thể chạy mã trên máy người đọc, nên bị từ chối.";
    en: |_| "this kind of link is not allowed".to_owned(),
        |_| Some("use http, https, mailto, tel, or the path of a source".to_owned()),
        "Links such as `javascript:` and `data:` can run code on a reader's machine and are refused.";
}

finding! {
    /// A link from the root of a host or disk.
    AbsoluteLink { target: String }
    "M005" "absolute-link" Error
    vi: |f| format!("liên kết `{}` tính từ gốc máy chủ", f.target),
        |_| Some("viết theo tệp nguồn, ví dụ `../to-bao-ve/lap-to.md`".to_owned()),
        "Trang phải mở được từ USB và từ mọi máy chủ, nên mọi liên kết trong trang đều tương đối và viết theo tệp nguồn.";
    en: |f| format!("the link `{}` starts at the root of a host", f.target),
        |_| Some("name the source file, for example `../to-bao-ve/lap-to.md`".to_owned()),
        "The site must open from a USB stick and on any host, so all links inside it are relative and name source files.";
}

finding! {
    /// Raw HTML that is shown as text.
    RawHtml { }
    "M006" "raw-html" Warning
    vi: |_| "thẻ HTML được in ra như chữ thường".to_owned(),
        |_| Some("viết bằng Markdown, hoặc đặt `html = true` dưới `[markdown]` trong site.toml".to_owned()),
        "Mặc định thẻ HTML trong bài không có tác dụng: nó hiện ra nguyên văn. Nếu trang cần HTML, hãy bật trong \
         `site.toml`; khi đó mã chạy được và kiểu dáng riêng vẫn bị lọc bỏ.";
    en: |_| "the HTML is shown as text".to_owned(),
        |_| Some("write Markdown, or set `html = true` under `[markdown]` in site.toml".to_owned()),
        "By default HTML in an article has no effect and is shown as it is. A site that needs it can allow it in \
         `site.toml`; whatever runs or styles is then still taken out.";
}

finding! {
    /// An image without alternative text.
    NoAlt { }
    "M007" "image-without-alt" Warning
    vi: |_| "ảnh thiếu lời thay thế".to_owned(),
        |_| Some("ghi điều ảnh cho thấy: ![Ba người đi tuần](anh.jpg)".to_owned()),
        "Người không nhìn thấy ảnh, hoặc mạng chậm không tải được ảnh, chỉ có lời thay thế. Hãy nói điều ảnh cho thấy.";
    en: |_| "the image has no alternative text".to_owned(),
        |_| Some("say what it shows: ![Three people on patrol](photo.jpg)".to_owned()),
        "Whoever cannot see the image, or cannot load it, has the alternative text only. Say what the image shows.";
}

finding! {
    /// A heading that skips a level.
    SkippedLevel { from: u8, to: u8 }
    "M008" "heading-level-skipped" Warning
    vi: |f| format!("đề mục nhảy từ cấp {} xuống cấp {}", f.from, f.to),
        |f| Some(format!("dùng {}", "#".repeat(usize::from(f.from) + 1))),
        "Trình đọc màn hình đi theo cấp đề mục. Nhan đề trang là cấp 1, nên mục đầu tiên trong bài là `##`.";
    en: |f| format!("the heading skips from level {} to {}", f.from, f.to),
        |f| Some(format!("use {}", "#".repeat(usize::from(f.from) + 1))),
        "Screen readers walk by heading level. The page's title is level 1, so the first heading of a text is `##`.";
}

finding! {
    /// A level-one heading in the text.
    TitleInText { }
    "M009" "title-in-text" Warning
    vi: |_| "nhan đề đã có ở phần đầu, không viết lại trong bài".to_owned(),
        |_| Some("bỏ dòng này, hoặc dùng ##".to_owned()),
        "`title` ở phần đầu đã thành đề mục cấp 1 của trang. Một trang chỉ có một đề mục cấp 1.";
    en: |_| "the title stands in the front matter and is not repeated in the text".to_owned(),
        |_| Some("remove this line, or use ##".to_owned()),
        "`title` in the front matter is the page's level-one heading. A page has one only.";
}

finding! {
    /// Link words that say nothing.
    VagueLink { words: String }
    "M010" "vague-link" Warning
    vi: |f| format!("chữ của liên kết, “{}”, không nói nó dẫn tới đâu", f.words),
        |_| Some("đặt liên kết vào tên của nơi đến: [cách lập tổ](lap-to.md)".to_owned()),
        "Nhiều người lướt qua danh sách liên kết. Một danh sách toàn “tại đây” không giúp được ai.";
    en: |f| format!("the link words “{}” do not say where it leads", f.words),
        |_| Some("put the link on the name of its target: [setting up a team](lap-to.md)".to_owned()),
        "Many people skim a list of links. A list of “here” helps nobody.";
}

finding! {
    /// A table whose header is empty.
    EmptyHeader { }
    "M011" "table-without-header" Warning
    vi: |_| "bảng không có tên cột".to_owned(),
        |_| Some("ghi tên cột ở dòng đầu".to_owned()),
        "Tên cột giúp người nghe trình đọc màn hình hiểu từng ô, và giúp bảng thành thẻ trên điện thoại.";
    en: |_| "the table has no column names".to_owned(),
        |_| Some("name the columns in the first row".to_owned()),
        "Column names let a screen reader explain each cell, and let a table become cards on a phone.";
}

finding! {
    /// A link without words.
    EmptyLink { }
    "M012" "link-without-words" Warning
    vi: |_| "liên kết không có chữ".to_owned(),
        |_| Some("đặt liên kết vào tên của nơi đến: [cách lập tổ](lap-to.md)".to_owned()),
        "Liên kết không có chữ thì không ai thấy để bấm, và trình đọc màn hình chỉ đọc được địa chỉ.";
    en: |_| "the link has no words".to_owned(),
        |_| Some("put the link on the name of its target: [setting up a team](lap-to.md)".to_owned()),
        "Nobody can see a link without words, and a screen reader has only its address to read out.";
}

finding! {
    /// A footnote that nothing refers to.
    UnusedNote { name: String }
    "M013" "note-not-used" Warning
    vi: |f| format!("chú thích `{}` không được dẫn ở đâu nên không được in", f.name),
        |f| Some(format!("ghi [^{}] ở chỗ cần chú thích, hoặc bỏ chú thích", f.name)),
        "Chú thích chỉ được in khi trong bài có dấu dẫn tới nó. Lời chú không ai dẫn tới sẽ không hiện trên trang.";
    en: |f| format!("nothing refers to the note `{}`, so it is not printed", f.name),
        |f| Some(format!("write [^{}] where it belongs, or remove the note", f.name)),
        "A note is printed only when a mark in the text leads to it. Words of a note without a mark do not show.";
}

finding! {
    /// A quotation that begins like a box and is none.
    UnknownBox { word: String, near: Option<String> }
    "M014" "unknown-box" Warning
    vi: |f| format!("không có loại khung nào tên là `{}`, nên đoạn này được in như lời trích", f.word),
        |f| vi_near(&f.near).or_else(|| Some("các loại khung: [!TIP], [!OUTSIDE], [!NOTE], [!WARNING], [!IMPORTANT]".to_owned())),
        "Khung gợi ý, khung về luật khác và ghi chú của người biên tập mở đầu bằng một dấu riêng. Viết sai dấu thì lời khuyên bị in như lời của văn bản, đúng điều khung sinh ra để tránh.";
    en: |f| format!("there is no kind of box `{}`, so this prints as a quotation", f.word),
        |f| en_near(&f.near).or_else(|| Some("the kinds of box: [!TIP], [!OUTSIDE], [!NOTE], [!WARNING], [!IMPORTANT]".to_owned())),
        "Boxes for advice, for other laws and for the editor's notes begin with a mark of their own. With a misspelt mark, advice prints as if the decree said it, which is what boxes are there to prevent.";
}

finding! {
    /// A mark of a footnote that is not there.
    UnknownNote { name: String, near: Option<String> }
    "M015" "unknown-note" Warning
    vi: |f| format!("không có chú thích `{}`, nên dấu này được in như chữ thường", f.name),
        |f| vi_near(&f.near).or_else(|| Some(format!("viết lời chú ở cuối bài: [^{}]: lời chú", f.name))),
        "Dấu `[^tên]` dẫn tới lời chú `[^tên]: …` trong cùng bài. Không có lời chú ấy thì cả dấu ngoặc hiện nguyên trên trang.";
    en: |f| format!("there is no note `{}`, so its mark prints as it is", f.name),
        |f| en_near(&f.near).or_else(|| Some(format!("write the note at the end of the article: [^{}]: words", f.name))),
        "A mark `[^name]` leads to the note `[^name]: …` of the same article. Without that note the brackets show on the page.";
}

finding! {
    /// A word that the table of style says not to write.
    AvoidedWord { word: String, instead: Option<String>, why: Option<Text> }
    "M016" "word-to-avoid" Warning
    vi: |f| match &f.instead {
            Some(instead) => format!("viết `{instead}`, không viết `{}`", f.word),
            None => format!("tránh viết `{}`", f.word),
        },
        |f| f.why.as_ref().map(|why| why.get(Lang::Vi).to_owned()),
        "Bảng chính tả và từ nên tránh đi kèm chương trình; trang thêm hay bỏ từ trong `data/style.toml`: một mục \
         `[[avoid]]` với `word`, `use`, `why` thêm hoặc thay một từ, còn `allow = [\"…\"]` để một từ được yên. Lời trong \
         ngoặc kép “…” và trong mã không bị xét. Cách viết chung ở `docs/style.vi.md`.";
    en: |f| match &f.instead {
            Some(instead) => format!("write `{instead}`, not `{}`", f.word),
            None => format!("avoid `{}`", f.word),
        },
        |f| f.why.as_ref().map(|why| why.get(Lang::En).to_owned()),
        "A table of spellings and words to avoid comes with the program; a site changes it in `data/style.toml`: an entry of \
         `[[avoid]]` with `word`, `use`, `why` adds or replaces a word, and `allow = [\"…\"]` leaves one alone. Words in \
         quotes “…” and code are not looked at. The style as a whole is in `docs/style.vi.md`.";
}

impl AvoidedWord {
    /// What an entry says of a piece of text.
    pub(super) fn of(entry: &Entry, found: &str) -> Self {
        AvoidedWord {
            word: found.to_owned(),
            instead: entry.instead_of(found),
            why: entry.why.clone(),
        }
    }
}

finding! {
    /// A tone on the wrong vowel.
    MisplacedTone { word: String, right: String }
    "M017" "tone-misplaced" Warning
    vi: |f| format!("dấu thanh của `{}` đặt chưa đúng chỗ", f.word),
        |f| vi_near(&Some(f.right.clone())),
        "Khi âm tiết kết thúc bằng oa, oe, uy, dấu thanh đặt ở chữ đứng trước: hòa, khỏe, thủy. Khi sau đó còn chữ khác, \
         dấu đặt ở chữ đứng sau: hoàn, xoáy, huỳnh; và sau q cũng vậy: quý, quả. Một kiểu cho cả trang thì tìm mới ra.";
    en: |f| format!("the tone of `{}` stands on the wrong vowel", f.word),
        |f| en_near(&Some(f.right.clone())),
        "Where a syllable ends in oa, oe or uy the tone stands on the first of the two: hòa, khỏe, thủy. Where a letter \
         follows it stands on the second: hoàn, xoáy, huỳnh; and likewise after q: quý, quả. One way of writing lets people \
         find what they search for.";
}

finding! {
    /// A date whose zeros are not as in official documents.
    DateForm { date: String, right: String }
    "M018" "date-in-prose" Warning
    vi: |f| format!("ngày `{}` viết chưa đúng thể thức", f.date),
        |f| Some(format!("viết {}", f.right)),
        "Ngày viết như trong văn bản hành chính: thêm số 0 trước ngày từ 1 đến 9 và trước tháng 1, tháng 2; các tháng khác \
         không thêm. Ví dụ 01/7/2024, 14/02/2008.";
    en: |f| format!("the date `{}` is not written as documents do", f.date),
        |f| Some(format!("write {}", f.right)),
        "Dates are written as in official documents: a zero before days 1 to 9 and before months 1 and 2, and before no other \
         month. For example 01/7/2024, 14/02/2008.";
}

finding! {
    /// An abbreviation that nothing explains.
    UnexplainedShort { word: String, near: Option<String> }
    "M019" "abbreviation-not-explained" Warning
    vi: |f| format!("chữ viết tắt `{}` chưa được giải thích", f.word),
        |f| vi_near(&f.near).or_else(|| Some(format!("viết đủ chữ, hoặc giải thích ở lần đầu: tên đầy đủ ({})", f.word))),
        "Người dân không buộc phải biết chữ viết tắt. Chữ có trong `[[abbreviations]]` của đề án thì trang tự giải thích; chữ \
         khác hãy viết đủ, hoặc giải thích ở lần đầu: căn cước công dân (CCCD). Chữ ai cũng biết ghi vào `allow` của \
         `data/style.toml`.";
    en: |f| format!("nothing explains the abbreviation `{}`", f.word),
        |f| en_near(&f.near).or_else(|| Some(format!("write it out, or explain its first use: the full name ({})", f.word))),
        "Nobody has to know abbreviations. Those under `[[abbreviations]]` of the scheme are explained by the page itself; \
         write others out, or explain the first use: căn cước công dân (CCCD). One that everybody knows goes into `allow` of \
         `data/style.toml`.";
}
