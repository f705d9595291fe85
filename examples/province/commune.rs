//! Composes the roster of one commune: officers, villages with heads, board, teams and groups, clean by every rule.

use binhyen::model::fold::slug;
use chrono::{Days, NaiveDate};

use super::{
    decree::{BodyKind, Decree, Post},
    geography::Commune,
    names,
    random::Random,
    roster::{Body, Decision, Person, Roster, Seat, Village},
};

/// Groups of households in every village.
pub const GROUPS: usize = 4;

/// A day, written as people read it.
pub fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("days written in this program exist")
}

/// The day the synthetic site is checked for.
pub fn as_of() -> NaiveDate {
    day(2008, 7, 15)
}

/// The number of bodies [`compose`] gives a commune.
pub fn bodies(commune: &Commune, decree: &Decree) -> usize {
    let (place, unit) = (commune.kind.id(), commune.kind.village().0);
    let team = usize::from(decree.team.exists(place, unit));
    let groups = if decree.group.exists(place, unit) {
        GROUPS
    } else {
        0
    };
    usize::from(decree.board.exists(place, unit)) + commune.villages * (team + groups)
}

/// The roster of a commune.
pub fn compose(commune: &Commune, decree: &Decree, random: &mut Random) -> Roster {
    let mut composer = Composer {
        commune,
        decree,
        roster: Roster {
            verified: before(as_of(), random.between(3, 25)),
            phone: office_phone(random),
            police_duty: Some(office_phone(random)),
            people: Vec::with_capacity(commune.villages * 16 + 12),
            decisions: Vec::with_capacity(commune.villages * 2 + 1),
            villages: Vec::with_capacity(commune.villages),
            bodies: Vec::with_capacity(commune.villages * (GROUPS + 1) + 1),
        },
        random,
    };
    composer.villages();
    let (place, unit) = (commune.kind.id(), commune.kind.village().0);
    if decree.board.exists(place, unit) {
        composer.board();
    }
    for village in 0..commune.villages {
        if decree.team.exists(place, unit) {
            composer.team(village);
        }
        if decree.group.exists(place, unit) {
            composer.groups(village);
        }
    }
    composer.roster
}

struct Composer<'a> {
    commune: &'a Commune,
    decree: &'a Decree,
    roster: Roster,
    random: &'a mut Random,
}

impl Composer<'_> {
    fn villages(&mut self) {
        let (kind, title) = self.commune.kind.village();
        for name in names::villages(self.commune.villages, self.random) {
            let head = self.person(10);
            self.roster.people[head].phone = Some(volunteer_phone(self.random));
            let elected = after(day(2007, 1, 5), self.random.below(80));
            let name = format!("{title} {name}");
            self.roster.villages.push(Village {
                id: slug(&name),
                name,
                kind,
                households: self.random.between(90, 260),
                head,
                term: (elected, after(elected, 913)),
            });
        }
    }

    fn board(&mut self) {
        let kind = &self.decree.board;
        let date = after(day(2008, 2, 20), self.random.below(90));
        let decision = self.decision(kind, date);
        let mut members = Vec::new();
        for post in &kind.posts {
            if let Some(office) = &post.office {
                let person = self.officer(office);
                members.push(seat(post, None, person, date));
            }
            for place in post
                .seats
                .iter()
                .filter(|s| s.exists(self.commune.kind.id()))
            {
                if place.office == self.decree.head {
                    let heads = self.roster.villages.iter().map(|v| v.head);
                    let office = || Some(place.office.clone());
                    members.extend(heads.map(|head| seat(post, office(), head, date)));
                } else {
                    let person = self.officer(&place.office);
                    members.push(seat(post, Some(place.office.clone()), person, date));
                }
            }
        }
        if self.random.percent(60) {
            self.predecessor(&mut members, date);
        }
        let meetings = self.meetings(kind, date);
        self.roster.bodies.push(Body {
            decision,
            meetings,
            members,
            ..blank(kind)
        });
    }

    fn team(&mut self, village: usize) {
        let kind = &self.decree.team;
        let elected = after(day(2008, 2, 25), self.random.below(85));
        let date = after(elected, self.random.between(2, 9));
        let until = self.roster.villages[village].term.1;
        let decision = self.decision(kind, date);
        let mut members = Vec::new();
        for post in &kind.posts {
            for _ in 0..post.least {
                let person = self.volunteer(date, 15);
                if let Some(office) = &post.office {
                    let since = after(day(2006, 1, 1), self.random.below(700));
                    self.roster.people[person].office =
                        Some((office.clone(), since, Some(village)));
                }
                members.push(seat(post, None, person, date));
            }
        }
        if let Some(post) = kind.posts.last() {
            while members.len() < kind.members {
                let person = self.volunteer(date, 15);
                members.push(seat(post, None, person, date));
            }
        }
        if self.random.percent(12) {
            self.predecessor(&mut members, date);
        }
        let meetings = self.meetings(kind, date);
        self.roster.bodies.push(Body {
            serves: Some(village),
            decision,
            elected: kind.elected.then_some(elected),
            term: Some((date, until)),
            meetings,
            members,
            ..blank(kind)
        });
    }

    fn groups(&mut self, village: usize) {
        let kind = &self.decree.group;
        let date = after(day(2008, 3, 5), self.random.below(85));
        let decision = self.decision(kind, date);
        let share = self.roster.villages[village].households / GROUPS;
        for number in 1..=GROUPS {
            let mut members = Vec::new();
            for post in &kind.posts {
                let most = post.most.max(post.least);
                let full = self.random.percent(85);
                for _ in 0..if full { most } else { post.least } {
                    let person = self.volunteer(date, 40);
                    members.push(seat(post, None, person, date));
                }
            }
            let concentrated = self.random.percent(3);
            let small = self.random.between(6, 9);
            let meetings = self.meetings(kind, date);
            self.roster.bodies.push(Body {
                name: Some(format!("Tổ {number}")),
                serves: Some(village),
                decision,
                elected: kind.elected.then(|| before(date, 5)),
                households: Some(if concentrated {
                    small
                } else {
                    share - self.random.below(5)
                }),
                concentrated,
                meetings,
                members,
                ..blank(kind)
            });
        }
    }

    /// Someone who held the last post before its holder; now and then removed on request.
    fn predecessor(&mut self, members: &mut Vec<Seat>, date: NaiveDate) {
        let person = self.person(20);
        if self.random.percent(10) {
            self.roster.people[person].withdrawn = Some(day(2008, 7, 1));
        }
        let Some(last) = members.last_mut() else {
            return;
        };
        let change = day(2008, 6, 20);
        let past = Seat {
            person: Some(person),
            post: last.post.clone(),
            office: last.office.clone(),
            from: date,
            until: Some(before(change, 1)),
        };
        last.from = change;
        members.push(past);
    }

    fn decision(&mut self, kind: &BodyKind, date: NaiveDate) -> usize {
        let number = self.roster.decisions.len() + self.random.between(11, 14);
        self.roster.decisions.push(Decision {
            number: format!("{number}/QĐ-UBND"),
            date,
            signed_by: kind.decided_by.clone(),
            proposed_by: kind.proposed_by.clone(),
            agreed_with: kind.agreed_with.clone(),
        });
        self.roster.decisions.len() - 1
    }

    fn meetings(&mut self, kind: &BodyKind, since: NaiveDate) -> Vec<(String, NaiveDate)> {
        if self.random.percent(30) && kind.id != self.decree.board.id {
            return Vec::new();
        }
        let mut held = Vec::with_capacity(kind.meetings.len());
        for (meeting, days) in &kind.meetings {
            let date = before(as_of(), self.random.between(1, (days - 1).min(40)));
            held.push((meeting.clone(), date.max(since)));
        }
        held
    }

    fn officer(&mut self, office: &str) -> usize {
        let person = self.person(20);
        let since = after(day(2004, 6, 1), self.random.below(1200));
        let phone = office_phone(self.random);
        let entry = &mut self.roster.people[person];
        entry.office = Some((office.into(), since, None));
        entry.phone = Some(phone);
        person
    }

    fn volunteer(&mut self, since: NaiveDate, women: usize) -> usize {
        let person = self.person(women);
        let phone = self
            .random
            .percent(88)
            .then(|| volunteer_phone(self.random));
        let consent = (self.random.percent(80)).then(|| after(since, self.random.below(20)));
        let withhold = match self.random.below(100) {
            0..3 => Some("phone"),
            3 => Some("name"),
            _ => None,
        };
        let entry = &mut self.roster.people[person];
        (entry.phone, entry.consent, entry.withhold) = (phone, consent, withhold);
        person
    }

    fn person(&mut self, women: usize) -> usize {
        let (name, given) = names::person(self.random, women);
        let index = self.roster.people.len();
        let born = after(day(1945, 1, 1), self.random.below(14_000));
        self.roster.people.push(Person {
            id: format!("{}-{}", slug(given), index + 1),
            name,
            phone: None,
            office: None,
            consent: None,
            withhold: None,
            withdrawn: None,
            born,
            // 999 is the code of no province: the number is nobody's.
            national_id: format!("999{:09}", self.random.below(1_000_000_000)),
        });
        index
    }
}

/// So many days later.
pub fn after(date: NaiveDate, days: usize) -> NaiveDate {
    date + Days::new(days as u64)
}

/// So many days earlier.
pub fn before(date: NaiveDate, days: usize) -> NaiveDate {
    date - Days::new(days as u64)
}

fn seat(post: &Post, office: Option<String>, person: usize, from: NaiveDate) -> Seat {
    Seat {
        post: post.id.clone(),
        office,
        person: Some(person),
        from,
        until: None,
    }
}

fn blank(kind: &BodyKind) -> Body {
    Body {
        kind: kind.id.clone(),
        name: None,
        serves: None,
        decision: 0,
        elected: None,
        term: None,
        households: None,
        concentrated: false,
        meetings: Vec::new(),
        members: Vec::new(),
    }
}

fn office_phone(random: &mut Random) -> String {
    format!("0237 000 {:04}", random.below(10_000))
}

fn volunteer_phone(random: &mut Random) -> String {
    format!("0900 000 {:03}", random.below(1000))
}
