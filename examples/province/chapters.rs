//! Writes `content/`: four handbooks of ten chapters with tables, lists, footnotes, citations and links, a campaign
//! with posts, pages.

use super::{decree::Decree, folder::Folder, prose, random::Random};

/// Folder and title of every book.
const BOOKS: [(&str, &str); 4] = [
    ("ban-chi-dao", "Sổ tay Ban chỉ đạo"),
    ("to-bao-ve", "Sổ tay Tổ bảo vệ"),
    ("to-anxh", "Sổ tay Tổ an ninh xã hội"),
    ("tap-huan", "Tài liệu tập huấn"),
];
/// File and title of every chapter of a book.
const CHAPTERS: [(&str, &str); 10] = [
    ("bat-dau", "Bắt đầu từ đâu"),
    ("lap-to", "Lập và ra mắt"),
    ("phan-cong", "Phân công trong tổ"),
    ("hop", "Họp ngắn mà được việc"),
    ("so-sach", "Sổ sách dễ ghi"),
    ("tuan-tra", "Đi tuần an toàn"),
    ("hoa-giai", "Hòa giải ở khu dân cư"),
    ("bao-tin", "Báo tin nhanh và đúng"),
    ("kinh-phi", "Kinh phí rõ ràng"),
    ("so-ket", "Sơ kết và biểu dương"),
];
const HEADINGS: [&str; 10] = [
    "Vì sao cần làm",
    "Những ai tham gia",
    "Cách làm từng ngày",
    "Khi có việc gấp",
    "Điều hay gặp",
    "Phối hợp với tổ bên cạnh",
    "Giữ gìn giấy tờ",
    "Nói chuyện với bà con",
    "Chuyện kể ở một xóm",
    "Tự kiểm tra",
];
const POSTS: [&str; 6] = [
    "Xóm thắp sáng đường quê",
    "Tiếng kẻng an ninh",
    "Một đêm cùng tổ tuần tra",
    "Trả lại của rơi",
    "Ngõ không rác, nhà không trộm",
    "Bốn nhà chung một sổ trực",
];
const PAGES: [(&str, &str); 2] = [("gioi-thieu", "Giới thiệu"), ("rieng-tu", "Quyền riêng tư")];

/// Writes all Markdown; the number of chapters.
pub fn write(folder: &mut Folder, decree: &Decree, seed: u64) -> Result<usize, String> {
    let mut random = Random::stream(seed, 2);
    for (at, (book, title)) in BOOKS.iter().enumerate() {
        let index = format!(
            "{}{}\n",
            front(title, &format!("order = {}\n", at + 1)),
            prose::paragraph(&mut random, 4)
        );
        folder.write(&format!("content/handbook/{book}/_index.md"), &index)?;
        for (order, (file, title)) in CHAPTERS.iter().enumerate() {
            let text = chapter(at, order, title, decree, &mut random);
            folder.write(
                &format!("content/handbook/{book}/{:02}-{file}.md", order + 1),
                &text,
            )?;
        }
    }
    campaign(folder, &mut random)?;
    for (file, title) in PAGES {
        let text = format!("{}{}\n", front(title, ""), prose::paragraph(&mut random, 8));
        folder.write(&format!("content/pages/{file}.md"), &text)?;
    }
    Ok(BOOKS.len() * CHAPTERS.len())
}

fn campaign(folder: &mut Folder, random: &mut Random) -> Result<(), String> {
    let index = format!(
        "{}{}\n",
        front("Vì bình yên cuộc sống", ""),
        prose::paragraph(random, 5)
    );
    folder.write("content/campaign/_index.md", &index)?;
    for (at, title) in POSTS.iter().enumerate() {
        let date = format!("date = 2008-06-{:02}\n", 3 + at * 4);
        let (first, second) = (prose::paragraph(random, 6), prose::paragraph(random, 5));
        let text = format!("{}{first}\n\n{second}\n", front(title, &date));
        folder.write(&format!("content/campaign/viec-tot-{}.md", at + 1), &text)?;
    }
    Ok(())
}

fn chapter(book: usize, order: usize, title: &str, decree: &Decree, random: &mut Random) -> String {
    let mut text = front(title, &format!("order = {}\n", order + 1));
    let mut headings = HEADINGS;
    random.shuffle(&mut headings);
    let cite = |random: &mut Random| match decree.clauses.is_empty() {
        true => String::new(),
        false => format!(" [{}]", random.pick(&decree.clauses)),
    };
    put!(
        text,
        "{}{}\n\n## Chuẩn bị\n\n",
        prose::paragraph(random, 4),
        cite(random)
    );
    for _ in 0..5 {
        let (thing, who) = (prose::capital(prose::thing(random)), prose::person(random));
        put!(text, "- {thing}: {who} lo, xong {}.\n", prose::time(random));
    }
    let mut headings = headings.iter();
    let mut section = |text: &mut String, random: &mut Random| {
        let heading = headings
            .next()
            .expect("a chapter has fewer sections than there are headings");
        let first = prose::paragraph(random, 2);
        put!(text, "\n## {heading}\n\n{first}{}\n\n", cite(random));
        put!(text, "{}\n", prose::paragraph(random, 1));
    };
    section(&mut text, random);
    table(&mut text, random);
    section(&mut text, random);
    text.push_str("\n### Các bước\n\n");
    for step in 1..=5 {
        put!(text, "{step}. {}\n", prose::sentence(random));
    }
    section(&mut text, random);
    put!(text, "\n> [!TIP]\n> {}\n", prose::paragraph(random, 2));
    if !decree.rules.is_empty() {
        put!(text, "\n{{{{ rule {} }}}}\n", random.pick(&decree.rules));
    }
    section(&mut text, random);
    put!(text, "\nMỗi **tổ** nên giữ *một* cuốn sổ.[^so] ");
    put!(
        text,
        "Việc theo văn bản số {{{{ number }}}} thì ghi riêng.\n\n[^so]: {}\n",
        prose::sentence(random)
    );
    further(&mut text, book, order);
    text
}

fn table(text: &mut String, random: &mut Random) {
    text.push_str("\n| Việc | Người làm | Khi nào | Số lần |\n|---|---|---|--:|\n");
    for _ in 0..5 {
        let (what, who) = (prose::capital(prose::thing(random)), prose::person(random));
        put!(
            text,
            "| {what} | {who} | {} | {} |\n",
            prose::time(random),
            random.between(1, 12)
        );
    }
    text.push_str("\nBảng: Phân việc trong một kỳ\n");
}

/// Links to the next chapter, to one of another book, and to an anchor in it.
fn further(text: &mut String, book: usize, order: usize) {
    let next = (order + 1) % CHAPTERS.len();
    let (file, title) = CHAPTERS[next];
    put!(
        text,
        "\n## Đọc thêm\n\n- [{title}]({:02}-{file}.md)\n",
        next + 1
    );
    let (other, name) = BOOKS[(book + 1) % BOOKS.len()];
    let (file, title) = CHAPTERS[order];
    let path = format!("../{other}/{:02}-{file}.md", order + 1);
    put!(
        text,
        "- [{name}: {title}]({path})\n- [Chuẩn bị]({path}#chuan-bi)\n"
    );
}

fn front(title: &str, more: &str) -> String {
    format!("+++\ntitle = \"{title}\"\n{more}summary = \"Nội dung mẫu để đo tốc độ.\"\n+++\n\n")
}
