//! The decree of the sample site: three bodies, three offices, one rule.

use super::sample::{day, span, word};
use crate::{
    diag::{FileId, Severity},
    model::Text,
    parse::draft::{
        AbbreviationDraft, AgencyTasks, CampaignDraft, Cited, ClauseDraft, DefinitionDraft,
        EstablishmentDraft, Every, MeetingDraft, MembersDraft, RuleDraft, StepDraft, Superseded,
        Where,
    },
    scheme::{BodyKind, Condition, OfficeKind, PostKind, Scheme, Schemes, Serves},
};

fn office(id: &str, level: &str, vi: &str, en: &str) -> OfficeKind {
    OfficeKind {
        id: id.into(),
        level: level.into(),
        title: Text::new(vi, en),
        title_by_kind: Vec::new(),
        official: true,
        unit_head: id == "dung-dau",
        general: Text::new(vi, en),
        clause: None,
    }
}

fn body(
    id: &str,
    titles: (&str, &str),
    level: &str,
    serves: Serves,
    posts: Vec<PostKind>,
) -> BodyKind {
    BodyKind {
        id: id.into(),
        title: Text::new(titles.0, titles.1),
        short: Text::new(titles.0, titles.1),
        level: level.into(),
        serves,
        condition: Condition::default(),
        clause: Some("P2.II.1.b".into()),
        what: Some(Text::same(
            "Giữ an ninh, trật tự, nhắc nhau giữ nếp, có mặt đầu tiên khi có việc.",
        )),
        posts,
        members: MembersDraft::default(),
        standing_force: Vec::new(),
        instead: Vec::new(),
        establishment: Some(EstablishmentDraft {
            proposed_by: None,
            agreed_with: Vec::new(),
            decided_by: word("chu-tich"),
            clause: Some(word("P2.II.1.c")),
        }),
        election: None,
        term: None,
        meetings: vec![MeetingDraft {
            id: word("thang"),
            every: Every::Months(1),
            title: Text::new("Họp hằng tháng", "Monthly meeting"),
            clause: Some(word("P2.II.1.đ")),
        }],
        duties: Vec::new(),
        lines: Vec::new(),
        money: Vec::new(),
    }
}

fn post(id: &str, vi: &str, en: &str, rank: u32) -> PostKind {
    PostKind {
        id: id.into(),
        title: Text::new(vi, en),
        least: None,
        most: None,
        office: None,
        seats: Vec::new(),
        rank,
        clause: None,
    }
}

pub(super) fn schemes() -> Schemes {
    let clause = |id: &str, title: &str, note: Option<&str>| ClauseDraft {
        id: word(id),
        title: Text::same(title),
        note: note.map(Text::same),
    };
    let rule = |id: &str, clause: &str, text: &str| RuleDraft {
        span: span(),
        id: word(id),
        kind: word("post-filled"),
        severity: Severity::Warning,
        clauses: vec![word(clause)],
        words: Text::same(text),
        condition: Where::default(),
        params: Vec::new(),
    };
    let posts = |short: &str| {
        vec![
            post("truong", &format!("Trưởng {short}"), "Head", 1),
            post("pho", &format!("Phó {short}"), "Deputy", 2),
            post("vien", "Thành viên", "Member", 3),
        ]
    };
    let mut scheme = Scheme {
        file: FileId(0),
        id: "375-2008".into(),
        title: Text::same(
            "Củng cố tổ chức Ban chỉ đạo và các mô hình tự quản về an ninh, trật tự tại cơ sở",
        ),
        short: Text::new("Quyết định 375/2008", "Decision 375/2008"),
        number: Some("375/QĐ-UBND".into()),
        date: Some(day(2008, 2, 14)),
        issuer: Some(Text::same("UBND tỉnh Thanh Hóa")),
        summary: None,
        applies: Vec::new(),
        superseded_by: Some(Superseded {
            from: day(2024, 7, 1),
            title: Text::same("Luật 30/2023/QH15"),
            scheme: None,
            notice: Text::new("Trang này giữ lại để tra cứu.", "Kept for reference."),
        }),
        clauses: vec![
            clause("P2.II.1.b", "Thành phần Ban chỉ đạo", None),
            clause("P2.II.1.c", "Thẩm quyền thành lập", None),
            clause(
                "P2.II.1.đ",
                "Chế độ làm việc",
                Some("Mục này đánh hai điểm “d”."),
            ),
        ],
        offices: vec![
            office(
                "chu-tich",
                "commune",
                "Chủ tịch UBND {kind}",
                "Chair of the {kind} committee",
            ),
            office(
                "ca-huyen",
                "district",
                "Trưởng Công an {kind}",
                "Police chief of the {kind}",
            ),
            office("dung-dau", "unit", "Trưởng {kind}", "Head of the {kind}"),
        ],
        bodies: vec![
            body(
                "ban",
                ("Ban chỉ đạo an ninh, trật tự", "Security board"),
                "commune",
                Serves::Commune,
                posts("ban"),
            ),
            body(
                "to",
                ("Tổ bảo vệ an ninh, trật tự", "Security team"),
                "unit",
                Serves::One,
                posts("tổ"),
            ),
            body(
                "nhom",
                ("Tổ an ninh xã hội", "Household group"),
                "area",
                Serves::One,
                posts("nhóm"),
            ),
        ],
        values: Vec::new(),
        tables: Vec::new(),
        rules: vec![rule(
            "B2",
            "P2.II.1.b",
            "Trưởng ban là Chủ tịch UBND xã, phường, thị trấn.",
        )],
        agencies: Vec::new(),
        steering: Some(Cited {
            text: Text::same("Ban chỉ đạo 138 các cấp"),
            clause: None,
        }),
        steps: vec![StepDraft {
            id: word("1"),
            title: Text::same("Chuẩn bị"),
            what: vec![Text::same("Soạn hướng dẫn")],
            when: Text::same("Quý I năm 2008"),
            from: None,
            until: None,
            clause: None,
        }],
        funding: Vec::new(),
        reporting: Vec::new(),
        campaigns: vec![CampaignDraft {
            id: word("vi"),
            call: Text::same("Vì bình yên cuộc sống"),
            by: Text::same("UBMTTQ tỉnh"),
            named: Vec::new(),
            clause: None,
        }],
        bases: Vec::new(),
        abbreviations: vec![AbbreviationDraft {
            short: word("ANTT"),
            long: Text::new("an ninh, trật tự", "security and order"),
        }],
        terms: terms(),
    };
    scheme.agencies = vec![AgencyTasks {
        id: word("ca"),
        name: Text::same("Công an tỉnh"),
        clause: Some(word("P2.II.1.c")),
        tasks: vec![
            Text::same("Chủ trì, tập huấn, sơ kết"),
            Text::same("Khen thưởng"),
        ],
    }];
    Schemes { all: vec![scheme] }
}

fn terms() -> Vec<DefinitionDraft> {
    let term = |vi: &str, en: &str, meaning: &str, clause: Option<&str>| DefinitionDraft {
        word: Text::new(vi, en),
        meaning: Text::same(meaning),
        clause: clause.map(word),
    };
    vec![
        term("ấp", "hamlet", "Khu dân cư nhỏ.", None),
        term("đội", "squad", "Nhóm người.", None),
        term("an ninh", "security", "Sự yên ổn.", Some("P2.II.1.c")),
    ]
}
