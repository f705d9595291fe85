//! A small public site made by hand, for the tests of views and templates: invented people, two editions, all four states.

use chrono::NaiveDate;
use ecow::EcoString;

use crate::{
    check::{Article, Broken, Rollout, Subject as BrokenSubject},
    diag::{FileId, Lang, Sp, Span},
    model::{
        BodyIdx, Edition, Gazetteer, Kind, Level, OfficeIdx, Phone, Place, PlaceIdx, PlaceKey,
        PostIdx, RosterIdx, SchemeIdx, Share, Successor, Text, UnitIdx,
    },
    parse::draft::{EmergencyDraft, MovedDraft, PublisherDraft, Shelf, Term},
    publish::{
        Contact, Holder, PublicBody, PublicCommune, PublicDecision, PublicHead, PublicOffice,
        PublicPerson, PublicSeat, PublicSite, PublicUnit, Published, SiteInfo,
    },
};

/// The site, with a commune of `villages` villages.
pub(super) fn site(communes: usize, villages: usize) -> PublicSite {
    let mut site = PublicSite::sample(info(), gazetteer(communes), super::decree::schemes());
    site.as_of = day(2008, 7, 15);
    for at in 0..communes {
        let place = PlaceIdx::new(3 + at);
        let mut commune = commune(place, villages);
        if at == 0 {
            commune.broken = broken();
        }
        site.roster_of.insert(place, RosterIdx::new(at));
        site.communes.push(commune);
    }
    site.rollout = Some(Rollout {
        scheme: SchemeIdx::new(0),
        note: Some(Text::new(
            "Danh sách thí điểm là bịa.",
            "The pilots are invented.",
        )),
        steps: vec![(0, Some(day(2008, 2, 14)), Some(day(2008, 3, 31)))],
        pilots: vec![PlaceIdx::new(2)],
    });
    site.articles = articles();
    site.moved = vec![MovedDraft {
        from: word("danh-ba/xa-cu"),
        to: None,
        notice: Some(Text::new("Xã này đã nhập vào xã khác.", "It has merged.")),
    }];
    site
}

pub(super) fn day(y: i32, m: u32, d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(y, m, d).unwrap()
}

pub(super) fn span() -> Span {
    Span::file(FileId(0))
}

pub(super) fn word(text: &str) -> Sp<EcoString> {
    Sp::new(text.into(), span())
}

fn phone(digits: &str) -> Published<Phone> {
    Published::sample(Phone::parse(digits).unwrap())
}

fn info() -> SiteInfo {
    let emergency = [
        ("113", "Công an", "Police"),
        ("114", "Cứu hỏa", "Fire"),
        ("115", "Cấp cứu", "Ambulance"),
    ];
    SiteInfo {
        title: Text::new("Bình yên Thanh Hóa", "Peaceful Thanh Hóa"),
        summary: Some(Text::new(
            "Tìm tổ trưởng, trưởng thôn, công an xã và gọi được ngay.",
            "Find who keeps the peace where you live, and call at once.",
        )),
        base_url: "https://binhyen.example/".into(),
        languages: vec![Lang::Vi, Lang::En],
        sample: true,
        theme: "default".into(),
        publisher: PublisherDraft {
            name: Text::same("Ban biên tập Bình yên"),
            email: Some("bien-tap@binhyen.example".into()),
            ..PublisherDraft::default()
        },
        emergency: emergency
            .into_iter()
            .map(|(number, vi, en)| EmergencyDraft {
                number: Phone::parse(number).unwrap(),
                title: Text::new(vi, en),
            })
            .collect(),
        html: false,
    }
}

fn gazetteer(communes: usize) -> Gazetteer {
    let level = |id: &str, vi: &str, en: &str| Level {
        id: id.into(),
        title: Text::new(vi, en),
    };
    let kind = |id: &str, level, vi: &str, en: &str| Kind {
        id: id.into(),
        level,
        title: Text::new(vi, en),
    };
    let edition = |id: &str, roster_level, levels, kinds, from| Edition {
        id: id.into(),
        title: Text::same(id),
        from: Some(from),
        until: None,
        source: None,
        levels,
        roster_level,
        unit_level: roster_level + 1,
        kinds,
    };
    let province = || level("province", "Tỉnh", "Province");
    let commune = || level("commune", "Xã, phường, thị trấn", "Communes");
    let unit = || level("unit", "Thôn, bản, khu phố", "Villages");
    let three = vec![
        province(),
        level("district", "Huyện", "Districts"),
        commune(),
        unit(),
        level("area", "Khu dân cư", "Areas"),
    ];
    let kinds = vec![
        kind("tinh", 0, "tỉnh", "province"),
        kind("huyen", 1, "huyện", "district"),
        kind("xa", 2, "xã", "commune"),
        kind("thon", 3, "thôn", "village"),
        kind("phuong", 2, "phường", "ward"),
    ];
    let mut gazetteer = Gazetteer {
        editions: vec![
            edition("three-level", 2, three, kinds, day(2004, 1, 1)),
            edition(
                "two-level",
                1,
                vec![province(), commune(), unit()],
                vec![
                    kind("tinh", 0, "tỉnh", "province"),
                    kind("xa", 1, "xã", "commune"),
                ],
                day(2025, 7, 1),
            ),
        ],
        ..Gazetteer::default()
    };
    let mut add = |edition: usize, kind: usize, level, name: &str, parent: Option<usize>| {
        let at = gazetteer.places.len();
        gazetteer.places.push(Place {
            key: PlaceKey {
                edition: gazetteer.editions[edition].id.clone(),
                code: at.to_string().into(),
            },
            edition,
            kind,
            level,
            name: name.into(),
            parent: parent.map(PlaceIdx::new),
            centre: Some((
                19.5 + (at * 7 % 31) as f64 / 50.0,
                105.0 + (at * 13 % 37) as f64 / 40.0,
            )),
            successors: Vec::new(),
            predecessors: Vec::new(),
            span: span(),
        });
        gazetteer.children.push(Vec::new());
        if let Some(parent) = parent {
            gazetteer.children[parent].push(PlaceIdx::new(at));
        }
        at
    };
    add(0, 0, 0, "Tỉnh Thanh Hóa", None);
    add(0, 1, 1, "Huyện Thọ Xuân", Some(0));
    add(0, 2, 2, "Xã Xuân Lập", Some(1));
    for n in 0..communes {
        let name = if n == 0 {
            "Xã Xuân Hòa".to_owned()
        } else {
            format!("Xã Xuân Thành {n}")
        };
        add(0, 2, 2, &name, Some(1));
    }
    for n in 0..12 {
        add(0, 2, 2, &format!("Xã Yên Định {n}"), Some(1));
    }
    let new = add(1, 1, 1, "Xã Xuân Hòa", None);
    let share = Share::Whole;
    for old in [2, 3] {
        gazetteer.places[old].successors.push(Successor {
            place: PlaceIdx::new(new),
            share,
        });
        gazetteer.places[new].predecessors.push(PlaceIdx::new(old));
    }
    gazetteer
}

fn person(name: &str, contact: Contact) -> Holder {
    Holder::Person(Box::new(PublicPerson {
        id: "p".into(),
        name: Published::sample(name.into()),
        contact,
        offices: Published::sample(Vec::new()),
    }))
}

fn seat(post: usize, office: Option<usize>, holder: Holder) -> PublicSeat {
    PublicSeat {
        post: PostIdx::new(post),
        office: office.map(OfficeIdx::new),
        holder,
        from: Some(day(2008, 6, 10)),
        until: None,
    }
}

fn public_body(kind: usize, serves: Vec<usize>, seats: Vec<PublicSeat>) -> PublicBody {
    PublicBody {
        scheme: SchemeIdx::new(0),
        kind: BodyIdx::new(kind),
        name: None,
        serves: serves.into_iter().map(UnitIdx::new).collect(),
        decision: Some(Published::sample(PublicDecision {
            scheme: SchemeIdx(0),
            number: "15/QĐ-UBND".into(),
            date: day(2008, 4, 2),
            signed_by: OfficeIdx::new(0),
            proposed_by: Some(OfficeIdx::new(2)),
            agreed_with: vec![OfficeIdx::new(1)],
        })),
        elected: None,
        term: None,
        households: (kind == 2).then(|| Published::sample(14)),
        concentrated: None,
        meetings: vec![(0, day(2008, 7, 1))],
        seats,
        past: Vec::new(),
    }
}

fn commune(place: PlaceIdx, villages: usize) -> PublicCommune {
    let called = |name: &str, digits: &str| person(name, Contact::Public(phone(digits)));
    let mut board = vec![
        seat(0, Some(0), called("Lê Văn Mẫu", "02370001002")),
        seat(1, None, called("Trịnh Đình Thử", "02370001003")),
        seat(1, None, called("Đỗ Thị Ví Dụ", "02370001004")),
    ];
    for name in [
        "Trịnh Văn Thử",
        "Lê Quỳnh Mẫu",
        "Hoàng Thị Ví Dụ",
        "Bùi Hữu Thử",
        "Nguyễn Đăng Mẫu",
    ] {
        board.push(seat(2, Some(0), called(name, "02370001011")));
    }
    board.push(seat(2, Some(1), Holder::Vacant));
    for n in 0..villages {
        board.push(seat(
            2,
            Some(2),
            called(&format!("Hoàng Văn {n}"), "0900000100"),
        ));
    }
    let mut bodies = vec![public_body(0, Vec::new(), board)];
    for n in 0..villages {
        let leader = match n % 6 {
            2 => person("Phạm Ngọc Dụ", Contact::Withheld),
            3 => Holder::Vacant,
            5 => continue,
            _ => called("Nguyễn Hữu Mẫu", "0900000101"),
        };
        let seats = vec![
            seat(0, None, leader),
            seat(1, None, Holder::Vacant),
            seat(2, None, person("Trịnh Thị Ví Dụ", Contact::Withheld)),
        ];
        bodies.push(public_body(1, vec![n], seats));
        bodies.push(public_body(
            2,
            vec![n],
            vec![seat(0, None, called("Lê Quỳnh Thử", "0900000111"))],
        ));
        bodies.push(public_body(2, vec![n], Vec::new()));
    }
    PublicCommune {
        place,
        scheme: SchemeIdx::new(0),
        source: FileId(0),
        verified: Some((day(2008, 7, 1), "Văn phòng UBND xã".into())),
        check_again: Some(day(2009, 1, 1)),
        office: PublicOffice {
            address: Some(Published::sample("Thôn 2".into())),
            phone: Some(phone("02370001000")),
            police_duty: Some(phone("02370001001")),
            email: None,
            hours: None,
        },
        units: (1..=villages).map(unit).collect(),
        bodies,
        broken: Vec::new(),
    }
}

fn unit(n: usize) -> PublicUnit {
    PublicUnit {
        id: format!("thon-{n}").into(),
        name: format!("Thôn {n}").into(),
        kind: 3,
        households: Some(212),
        head: (n != 4).then(|| PublicHead {
            holder: person("Hoàng Thị Thử", Contact::Public(phone("0900000100"))),
            term: Some(Term {
                from: day(2007, 1, 15),
                until: Some(Sp::new(day(2009, 7, 15), span())),
            }),
        }),
    }
}

fn broken() -> Vec<Broken> {
    vec![Broken {
        scheme: SchemeIdx::new(0),
        rule: 0,
        roster: RosterIdx::new(0),
        subject: BrokenSubject::Commune,
        words: Text::same("Ban chỉ đạo còn khuyết một thành viên"),
        public: true,
    }]
}

fn articles() -> Vec<Article> {
    let article = |shelf: Shelf, stem: &str, title: &str, body: &str| Article {
        file: FileId(0),
        shelf,
        lang: Lang::Vi,
        stem: stem.into(),
        title: word(title),
        order: None,
        summary: Some(word(
            "Ba người, do các hộ bầu ra. Từ lúc họp đến khi có quyết định công nhận.",
        )),
        date: Some(day(2008, 6, 28)),
        scheme: SchemeIdx::new(0),
        slug: None,
        changed: None,
        form: false,
        answers: false,
        story: crate::check::Story::default(),
        body_at: 0,
        body: body.into(),
    };
    let text = "## Tổ có những ai\n\nMỗi thôn một tổ. Có [danh mục](bau.md).\n\n- một\n- hai\n\n| Chức danh | Số người |\n|---|---|\n| Tổ trưởng | 1 |\n";
    vec![
        article(
            Shelf::Book("to-bao-ve".into()),
            "_index",
            "Tổ bảo vệ an ninh, trật tự",
            "Lời đầu.",
        ),
        article(Shelf::Chapter("to-bao-ve".into()), "lap", "Lập tổ", text),
        article(Shelf::Chapter("to-bao-ve".into()), "bau", "Bầu tổ", text),
        article(
            Shelf::Campaign,
            "_index",
            "Vì bình yên cuộc sống",
            "Mỗi nhà một việc tốt.",
        ),
        article(Shelf::Post, "den", "Ngọn đèn đầu ngõ xóm Đình", text),
        article(Shelf::Page, "gioi-thieu", "Giới thiệu", text),
    ]
}
