//! Draws a roster that keeps every rule of the decree; what breaks them is added by `oddities`.

use crate::{
    communes::{Commune, Kind, Naming},
    names::{Names, Sex, fold},
    oddities::Oddity,
    random::Random,
    roster::{Body, Decision, Head, Member, Roster, Village},
    write::office_number,
};

const THON: [&str; 10] = [
    "Thôn Đình",
    "Thôn Đoài",
    "Thôn Đông",
    "Thôn Thượng",
    "Thôn Hạ",
    "Thôn Trung",
    "Thôn Bến",
    "Thôn Chợ",
    "Thôn Đồng Ngổ",
    "Thôn Đại Đồng",
];
const BAN: [&str; 9] = [
    "Bản Mẫu",
    "Bản Na Thử",
    "Bản Pù Đề",
    "Bản Co Dụ",
    "Bản Suối Đặt",
    "Bản Đồng Họa",
    "Bản Khe Phỏng",
    "Bản Ch'Lưng",
    "Bản Pa D'Hén",
];
/// Terms of village heads: two and a half years, running on the day of the sample.
const TERMS: [(&str, &str); 3] = [
    ("2007-01-15", "2009-07-15"),
    ("2006-12-10", "2009-06-10"),
    ("2007-03-20", "2009-09-20"),
];
const SEATS: [(&str, u32); 6] = [
    ("xa-doi-truong", 11),
    ("bi-thu-doan", 12),
    ("hoi-truong-phu-nu", 13),
    ("chu-tich-ccb", 14),
    ("chu-tich-nong-dan", 15),
    ("can-bo-tu-phap", 16),
];

/// Draws one roster, part after part.
pub struct Artist {
    pub random: Random,
    pub names: Names,
    pub roster: Roster,
    /// Last numbers used of 0900 000 xxx: those that may be published, and those that never may.
    pub open_phone: u32,
    pub closed_phone: u32,
    board_day: String,
    team_day: String,
    vote_day: String,
    group_day: String,
    term: (&'static str, &'static str),
}

pub fn roster(number: usize, commune: &'static Commune) -> Roster {
    let mut artist = Artist::new(number, commune);
    artist.decisions();
    artist.villages();
    artist.board();
    for village in 0..artist.roster.villages.len() {
        if artist.has_team(village) {
            artist.team(village);
        }
    }
    for village in 0..artist.roster.villages.len() {
        artist.groups(village);
    }
    artist.roster
}

/// A day of 2008.
pub fn day(month: u32, day: u32) -> String {
    format!("2008-{month:02}-{day:02}")
}

impl Artist {
    fn new(number: usize, commune: &'static Commune) -> Self {
        let mut random = Random::new(number as u64);
        let roster = Roster {
            commune,
            number,
            verified: Some(day(7, random.between(1, 10))),
            address: String::new(),
            duty_phone: Some(office_number(number, 1)),
            people: Vec::new(),
            decisions: Vec::new(),
            villages: Vec::new(),
            bodies: Vec::new(),
        };
        Artist {
            names: Names::default(),
            roster,
            open_phone: random.between(170, 500),
            closed_phone: random.between(700, 900),
            board_day: day(4, random.between(2, 25)),
            vote_day: day(4, random.between(12, 28)),
            team_day: day(5, random.between(2, 20)),
            group_day: day(6, random.between(2, 24)),
            term: random.pick(&TERMS),
            random,
        }
    }

    fn has_team(&self, village: usize) -> bool {
        let leftover = self.roster.commune.oddities.contains(&Oddity::LeftoverTeam);
        self.roster.commune.kind != Kind::Phuong || (leftover && village == 0)
    }

    fn decisions(&mut self) {
        let number = self.random.between(11, 40);
        let mut decide = |id, after: u32, date: &String, chain: [&'static str; 3]| {
            self.roster.decisions.push(Decision {
                id,
                number: format!("{}/QĐ-UBND", number + after),
                date: date.clone(),
                signed_by: chain[2],
                proposed_by: Some(chain[0]),
                agreed_with: Some(chain[1]),
            });
        };
        decide(
            "bcd",
            0,
            &self.board_day,
            [
                "chu-tich-ubnd",
                "truong-cong-an-huyen",
                "chu-tich-ubnd-huyen",
            ],
        );
        let teams = self.roster.commune.kind != Kind::Phuong
            || self.roster.commune.oddities.contains(&Oddity::LeftoverTeam);
        if teams {
            decide(
                "to-bao-ve",
                7,
                &self.team_day,
                ["truong-thon", "truong-cong-an", "chu-tich-ubnd"],
            );
        }
        decide(
            "to-anxh",
            12,
            &self.group_day,
            ["truong-thon", "truong-cong-an", "ubnd"],
        );
    }

    fn villages(&mut self) {
        let names: Vec<String> = match self.roster.commune.naming {
            Naming::Count(n) => numbered("Thôn", n),
            Naming::Quarter(n) => numbered("Khu phố", n),
            Naming::Thon(n) => self.some(&THON, n),
            Naming::Ban(n) => self.some(&BAN, n),
        };
        self.roster.address.clone_from(&names[names.len() / 2]);
        for name in names {
            let head = self.person(Sex::Either, &name, 90);
            if self.random.percent(60) {
                self.roster.people[head].private = None;
            }
            let households = self.random.between(6, 20) * 10 + self.random.between(0, 9);
            let (from, until) = (self.term.0.to_owned(), self.term.1.to_owned());
            self.roster.villages.push(Village {
                id: fold(&name),
                name,
                households,
                head: Head::Person {
                    at: head,
                    from,
                    until,
                },
            });
        }
    }

    /// `count` names of a list, in its order.
    fn some(&mut self, among: &[&str], count: usize) -> Vec<String> {
        let mut left: Vec<&str> = among.to_vec();
        while left.len() > count {
            let at = self.random.between(0, left.len() as u32 - 1) as usize;
            left.remove(at);
        }
        left.into_iter().map(str::to_owned).collect()
    }

    fn board(&mut self) {
        let mut members = Vec::new();
        let leaders = [
            ("truong-ban", "chu-tich-ubnd", 2),
            ("pho-truong-ban-thuong-truc", "truong-cong-an", 3),
            ("pho-truong-ban", "chu-tich-mttq", 4),
        ];
        let from = self.board_day.clone();
        let seat = |person, post, office| {
            let from = from.clone();
            Member {
                person: Some(person),
                post,
                office,
                from,
                until: None,
            }
        };
        for (post, office, line) in leaders {
            members.push(seat(self.official(office, line), post, None));
        }
        let kind = self.roster.commune.kind;
        for (office, line) in SEATS {
            // The text names no military head of a township.
            if office != "xa-doi-truong" || kind != Kind::ThiTran {
                members.push(seat(
                    self.official(office, line),
                    "thanh-vien",
                    Some(office),
                ));
            }
        }
        if kind == Kind::Phuong {
            let office = "truong-ban-bao-ve-dan-pho";
            let home = self.roster.villages[0].name.clone();
            let guard = self.person(Sex::Male, &home, 100);
            self.hold(guard, office, None);
            members.push(seat(guard, "thanh-vien", Some(office)));
        }
        for village in &self.roster.villages {
            if let Head::Person { at, .. } = village.head {
                members.push(seat(at, "thanh-vien", Some("truong-thon")));
            }
        }
        let meetings = self.board_meetings();
        self.roster.bodies.push(Body {
            meetings,
            ..body("ban-chi-dao", "bcd", None, members)
        });
    }

    fn board_meetings(&mut self) -> Vec<(&'static str, String)> {
        let mut meetings = Vec::new();
        if self.random.percent(60) {
            meetings.push(("hang-thang", day(7, self.random.between(1, 8))));
        }
        if self.random.percent(30) {
            meetings.push(("so-ket", day(7, self.random.between(1, 8))));
        }
        meetings
    }

    fn team(&mut self, village: usize) {
        let (home, unit) = {
            let village = &self.roster.villages[village];
            (village.name.clone(), village.id.clone())
        };
        let leader = self.person(Sex::Male, &home, 92);
        self.hold(leader, "cong-an-vien", Some(unit));
        let deputy = self.person(Sex::Either, &home, 70);
        let member = self.person(Sex::Either, &home, 65);
        let from = self.team_day.clone();
        let seats = [
            (leader, "to-truong"),
            (deputy, "to-pho"),
            (member, "to-vien"),
        ];
        let members = seats.map(|(at, post)| post_of(at, post, &from)).into();
        let meetings = if self.random.percent(20) {
            vec![("hang-tuan", day(7, self.random.between(7, 14)))]
        } else {
            Vec::new()
        };
        self.roster.bodies.push(Body {
            elected: Some(self.vote_day.clone()),
            term: Some((self.team_day.clone(), self.term.1.to_owned())),
            meetings,
            ..body("to-bao-ve", "to-bao-ve", Some(village), members)
        });
    }

    fn groups(&mut self, village: usize) {
        let home = self.roster.villages[village].name.clone();
        let count = self.random.pick(&[2, 2, 2, 2, 2, 2, 2, 3, 3, 4]);
        for number in 1..=count {
            let leader = self.person(Sex::Either, &home, 60);
            let mut members = vec![post_of(leader, "to-truong", &self.group_day)];
            for _ in 0..if self.random.percent(15) { 2 } else { 1 } {
                let deputy = self.person(Sex::Either, &home, 12);
                members.push(post_of(deputy, "to-pho", &self.group_day));
            }
            // Few families' private facts are kept: only those the commune asked for.
            for member in &members {
                if let Some(at) = member.person.filter(|_| !self.random.percent(6)) {
                    self.roster.people[at].private = None;
                }
            }
            let meetings = if self.random.percent(15) {
                vec![("sinh-hoat", day(7, self.random.between(1, 12)))]
            } else {
                Vec::new()
            };
            self.roster.bodies.push(Body {
                name: Some(format!("Tổ {number}")),
                households: Some(self.random.between(10, 18)),
                meetings,
                ..body("to-anxh", "to-anxh", Some(village), members)
            });
        }
    }
}

/// `Thôn 1`, `Thôn 10`, `Thôn 2`: the order in which a spreadsheet sorts words.
fn numbered(word: &str, count: usize) -> Vec<String> {
    let mut numbers: Vec<String> = (1..=count).map(|n| n.to_string()).collect();
    numbers.sort();
    numbers.iter().map(|n| format!("{word} {n}")).collect()
}

fn post_of(at: usize, post: &'static str, from: &str) -> Member {
    Member {
        person: Some(at),
        post,
        office: None,
        from: from.to_owned(),
        until: None,
    }
}

fn body(
    kind: &'static str,
    decision: &'static str,
    serves: Option<usize>,
    members: Vec<Member>,
) -> Body {
    Body {
        kind,
        name: None,
        serves,
        decision: Some(decision),
        elected: None,
        term: None,
        households: None,
        concentrated: None,
        meetings: Vec::new(),
        members,
    }
}
