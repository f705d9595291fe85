//! The people of a roster: their names, numbers, offices and private facts.

use crate::{
    draw::{Artist, day},
    names::Sex,
    roster::{Holding, Person, Private},
    write::office_number,
};

const LANES: [&str; 10] = [
    "ngõ Giếng",
    "ngõ Tre",
    "ngõ Đa",
    "ngõ Cau",
    "ngõ Gạo",
    "ngõ Mít",
    "ngõ Trầu",
    "ngõ Sen",
    "đường đê",
    "đường bờ kênh",
];

impl Artist {
    /// Someone with an office of the commune and that office's number.
    pub fn official(&mut self, office: &'static str, line: u32) -> usize {
        let sex = match office {
            "hoi-truong-phu-nu" => Sex::Female,
            "xa-doi-truong" | "truong-cong-an" => Sex::Male,
            _ => Sex::Either,
        };
        let home = self.roster.address.clone();
        let at = self.person(sex, &home, 0);
        self.roster.people[at].phone = Some(office_number(self.roster.number, line));
        if line > 4 {
            // Only the three who lead were asked for private facts.
            self.roster.people[at].private = None;
        }
        self.hold(at, office, None);
        at
    }

    /// Gives a person an office.
    pub fn hold(&mut self, at: usize, office: &'static str, unit: Option<String>) {
        let (year, month) = (self.random.between(2004, 2007), self.random.between(1, 12));
        let from = format!("{year}-{month:02}-01");
        self.roster.people[at].offices.push(Holding {
            office,
            from,
            until: None,
            unit,
        });
    }

    /// A new person; with the given chance a phone and the consent to publish it.
    pub fn person(&mut self, sex: Sex, home: &str, phone: u32) -> usize {
        let (id, name) = self
            .names
            .draw(&mut self.random, self.roster.commune.land, sex);
        let mut person = Person {
            id,
            name,
            ..Person::default()
        };
        if self.random.percent(phone) {
            self.open_phone = 170 + (self.open_phone - 170 + 1) % 430;
            person.phone = Some(format!("0900 000 {:03}", self.open_phone));
            person.consent = Some(day(5, self.random.between(3, 30)));
        }
        person.private = Some(self.private(home));
        self.roster.people.push(person);
        self.roster.people.len() - 1
    }

    fn private(&mut self, home: &str) -> Private {
        let house = self.random.between(1, 98);
        let lane = self.random.pick(&LANES);
        let phone = self.random.percent(25).then(|| {
            self.closed_phone = 700 + (self.closed_phone - 700 + 1) % 300;
            format!("0900 000 {:03}", self.closed_phone)
        });
        let (year, month) = (self.random.between(1948, 1984), self.random.between(1, 12));
        Private {
            born: format!("{year}-{month:02}-{:02}", self.random.between(1, 28)),
            home: format!("Số nhà {house}, {lane}, {home}"),
            phone,
            resident: true,
            health: self
                .random
                .percent(2)
                .then_some("Đang điều trị bệnh khớp, xin miễn trực đêm"),
            note: self.random.percent(2).then_some("Chỉ gọi giúp sau 18 giờ"),
        }
    }
}
