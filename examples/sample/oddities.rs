//! What is wrong or missing on purpose, as it is in life: each says which rule it tries.

use std::collections::HashSet;

use crate::{
    draw::day,
    roster::{Body, Head, Holding, Member, Person, Roster},
};

/// Numbers are positions of villages, from 0.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Oddity {
    /// A deputy leader left, and no one yet.
    DeputyVacant(usize),
    /// The team's leader left, and no one yet.
    LeaderVacant(usize),
    /// A leader asked that the number be taken off.
    WithheldPhone(usize),
    /// A number written down without consent.
    NoConsent(usize),
    /// The deputy of the first group asked that the name be taken off.
    NameWithheld(usize),
    /// A member withdrew altogether.
    Withdrawn(usize),
    /// The term of head and team has run out.
    OverdueTerm(usize),
    /// The team's term outlasts the head's.
    TermOutlasts(usize),
    /// The board was set up by the commune itself.
    BoardSignedByCommune,
    /// The teams were recognised by the police chief.
    TeamSignedByPolice,
    /// The groups were recognised by the chair, not by the committee.
    GroupSignedByChair,
    /// The teams' decision does not say who agreed.
    ChainMissing,
    /// The board is older than the decree.
    EarlyDecision,
    /// The board has not met for long.
    BoardMeetsLate,
    /// A team of two.
    TeamOfTwo(usize),
    /// No team yet.
    NoTeam(usize),
    /// A ward that still keeps a team, from when it was a commune.
    LeftoverTeam,
    /// One person in the teams of two villages.
    TwoTeams(usize, usize),
    /// The chair of the Front also sits for the Women's Union.
    TwoSeats,
    /// The leader is not the village police officer.
    NotOfficer(usize),
    /// A member lives elsewhere.
    NotResident(usize),
    /// No vote recorded.
    NoVote(usize),
    /// The vote is later than the decision.
    VoteAfterDecision(usize),
    /// A village without a head.
    HeadVacant(usize),
    /// The head of the ward guards left, and no one yet.
    GuardSeatVacant,
    /// Eight households, no reason given.
    SmallGroup(usize),
    /// Seven households in one row.
    Concentrated(usize),
    /// A group that sent no list.
    GroupNoData(usize),
    /// Two groups became one and kept all their officers.
    MergedGroups(usize),
    /// Two people of one name.
    Namesakes(usize),
    /// Verified too long ago, then edited.
    Stale,
    /// Never verified.
    NeverVerified,
    /// No duty phone.
    NoDutyPhone,
}

/// Works the oddity into the roster; does nothing where there is no such village or body.
pub fn apply(roster: &mut Roster, oddity: Oddity) {
    // Each of the four knows some oddities; the first that does ends the search.
    let _ = people(roster, oddity)
        .or_else(|| teams(roster, oddity))
        .or_else(|| papers(roster, oddity))
        .or_else(|| groups(roster, oddity));
    silence(roster);
}

/// Whoever serves no longer has no number here.
fn silence(roster: &mut Roster) {
    let heads = roster
        .villages
        .iter()
        .filter_map(|village| match village.head {
            Head::Person { at, .. } => Some(at),
            Head::Vacant { .. } => None,
        });
    let members = roster.bodies.iter().flat_map(|body| &body.members);
    let now = members
        .filter(|m| m.until.is_none())
        .filter_map(|m| m.person);
    let serving: HashSet<usize> = heads.chain(now).collect();
    for (at, person) in roster.people.iter_mut().enumerate() {
        let officer = person.offices.iter().any(|held| held.until.is_none());
        if !serving.contains(&at) && !officer {
            (person.phone, person.consent) = (None, None);
        }
    }
}

fn people(roster: &mut Roster, oddity: Oddity) -> Option<()> {
    match oddity {
        Oddity::WithheldPhone(village) => {
            let at = roster.in_team(village, "to-truong")?;
            close(&mut roster.people[at], village);
            roster.people[at].consent = Some(day(5, 9));
            roster.people[at].withhold = Some("phone");
        }
        Oddity::NoConsent(village) => {
            let at = roster.in_team(village, "to-vien")?;
            close(&mut roster.people[at], village);
        }
        Oddity::Withdrawn(village) => {
            let at = roster.in_team(village, "to-vien")?;
            close(&mut roster.people[at], village);
            roster.people[at].withdrawn = Some(day(6, 20));
        }
        Oddity::NameWithheld(village) => {
            let at = roster.group(village)?.members.get(1)?.person?;
            close(&mut roster.people[at], village);
            roster.people[at].withhold = Some("name");
        }
        Oddity::NotResident(village) => {
            let at = roster.in_team(village, "to-vien")?;
            roster.people[at].private.as_mut()?.resident = false;
        }
        Oddity::Namesakes(village) => {
            let (one, other) = (
                roster.in_team(village, "to-pho")?,
                roster.in_team(village + 1, "to-vien")?,
            );
            roster.people[other].name = roster.people[one].name.clone();
            roster.people[other].id = format!("{}-khac", roster.people[one].id);
        }
        _ => return None,
    }
    Some(())
}

/// A number that must not be published: none such is public anywhere in the sample.
fn close(person: &mut Person, village: usize) {
    person.phone = Some(format!("0900 000 {:03}", 600 + village * 7));
    person.consent = None;
}

fn teams(roster: &mut Roster, oddity: Oddity) -> Option<()> {
    match oddity {
        Oddity::DeputyVacant(village) => {
            leave(roster.team(village)?, "to-pho", &day(6, 10));
            roster
                .team(village)?
                .members
                .push(vacancy("to-pho", None, day(6, 10)));
        }
        Oddity::LeaderVacant(village) => {
            let at = roster.in_team(village, "to-truong")?;
            end_office(&mut roster.people[at], &day(6, 20));
            leave(roster.team(village)?, "to-truong", &day(6, 20));
            roster
                .team(village)?
                .members
                .push(vacancy("to-truong", None, day(6, 20)));
        }
        Oddity::NotOfficer(village) => {
            let at = roster.in_team(village, "to-truong")?;
            end_office(&mut roster.people[at], &day(5, 31));
        }
        Oddity::TeamOfTwo(village) => leave(roster.team(village)?, "to-vien", &day(6, 1)),
        Oddity::NoTeam(village) => no_team(roster, village)?,
        Oddity::TwoTeams(one, other) => {
            let at = roster.in_team(one, "to-vien")?;
            let team = roster.team(other)?;
            leave(team, "to-vien", &day(5, 31));
            team.members.push(seated(at, "to-vien", None, day(6, 1)));
        }
        Oddity::NoVote(village) => roster.team(village)?.elected = None,
        Oddity::VoteAfterDecision(village) => roster.team(village)?.elected = Some(day(5, 25)),
        Oddity::TermOutlasts(village) => {
            roster.team(village)?.term.as_mut()?.1 = "2010-05-20".to_owned();
        }
        Oddity::OverdueTerm(village) => {
            let Head::Person { from, until, .. } = &mut roster.villages[village].head else {
                return None;
            };
            (*from, *until) = ("2005-12-30".to_owned(), day(6, 30));
            roster.team(village)?.term.as_mut()?.1 = day(6, 30);
        }
        _ => return None,
    }
    Some(())
}

/// The officer stays; those who were never elected are no part of the roster.
fn no_team(roster: &mut Roster, village: usize) -> Option<()> {
    let gone = ["to-pho", "to-vien"].map(|post| roster.in_team(village, post));
    roster.team(village)?;
    roster
        .bodies
        .retain(|body| body.kind != "to-bao-ve" || body.serves != Some(village));
    forget(roster, gone.into_iter().flatten().collect());
    Some(())
}

fn papers(roster: &mut Roster, oddity: Oddity) -> Option<()> {
    match oddity {
        Oddity::BoardSignedByCommune => roster.decision("bcd")?.signed_by = "chu-tich-ubnd",
        Oddity::TeamSignedByPolice => roster.decision("to-bao-ve")?.signed_by = "truong-cong-an",
        Oddity::GroupSignedByChair => roster.decision("to-anxh")?.signed_by = "chu-tich-ubnd",
        Oddity::ChainMissing => roster.decision("to-bao-ve")?.agreed_with = None,
        Oddity::EarlyDecision => roster.decision("bcd")?.date = day(1, 21),
        Oddity::BoardMeetsLate => {
            roster.board()?.meetings = vec![("hang-thang", day(5, 6))];
        }
        Oddity::Stale => roster.verified = Some("2007-12-20".to_owned()),
        Oddity::NeverVerified => roster.verified = None,
        Oddity::NoDutyPhone => roster.duty_phone = None,
        Oddity::TwoSeats => two_seats(roster)?,
        Oddity::GuardSeatVacant => {
            let office = "truong-ban-bao-ve-dan-pho";
            let board = roster.board()?;
            let member = board
                .members
                .iter_mut()
                .find(|m| m.office == Some(office))?;
            member.until = Some(day(6, 12));
            let at = member.person?;
            board
                .members
                .push(vacancy("thanh-vien", Some(office), day(6, 12)));
            end_office(&mut roster.people[at], &day(6, 12));
        }
        Oddity::HeadVacant(village) => {
            let Head::Person { at, .. } = roster.villages[village].head else {
                return None;
            };
            roster.villages[village].head = Head::Vacant { since: day(6, 15) };
            let board = roster.board()?;
            let member = board.members.iter_mut().find(|m| m.person == Some(at))?;
            member.until = Some(day(6, 15));
            board
                .members
                .push(vacancy("thanh-vien", Some("truong-thon"), day(6, 15)));
        }
        _ => return None,
    }
    Some(())
}

fn two_seats(roster: &mut Roster) -> Option<()> {
    let office = "hoi-truong-phu-nu";
    let board = roster.board()?;
    let chair = board
        .members
        .iter()
        .find(|m| m.post == "pho-truong-ban")?
        .person?;
    let seat = board
        .members
        .iter_mut()
        .find(|m| m.office == Some(office))?;
    seat.until = Some(day(5, 31));
    let before = seat.person?;
    board
        .members
        .push(seated(chair, "thanh-vien", Some(office), day(6, 1)));
    end_office(&mut roster.people[before], &day(5, 31));
    let holding = Holding {
        office,
        from: day(6, 1),
        until: None,
        unit: None,
    };
    roster.people[chair].offices.push(holding);
    Some(())
}

fn groups(roster: &mut Roster, oddity: Oddity) -> Option<()> {
    match oddity {
        Oddity::SmallGroup(village) => roster.group(village)?.households = Some(8),
        Oddity::Concentrated(village) => {
            let group = roster.group(village)?;
            group.households = Some(7);
            group.concentrated = Some("Bảy hộ ở chung một dãy nhà của lâm trường");
        }
        Oddity::GroupNoData(village) => {
            let group = roster.group(village)?;
            let gone = group.members.drain(..).filter_map(|m| m.person).collect();
            forget(roster, gone);
        }
        Oddity::MergedGroups(village) => {
            let (mut second, mut seen) = (None, 0);
            roster.bodies.retain(|body| {
                let here = body.kind == "to-anxh" && body.serves == Some(village);
                seen += usize::from(here);
                if here && seen == 2 {
                    let officers: Vec<usize> =
                        body.members.iter().filter_map(|m| m.person).collect();
                    second = Some((body.households, officers));
                }
                !(here && seen == 2)
            });
            let (households, officers) = second?;
            let group = roster.group(village)?;
            group.households = Some(group.households? + households?);
            let from = group.members.first()?.from.clone();
            let deputies = officers
                .into_iter()
                .map(|at| seated(at, "to-pho", None, from.clone()));
            group.members.extend(deputies);
        }
        _ => return None,
    }
    Some(())
}

fn leave(body: &mut Body, post: &str, on: &str) {
    for member in body.members.iter_mut().filter(|m| m.post == post) {
        member.until = Some(on.to_owned());
    }
}

fn end_office(person: &mut Person, on: &str) {
    for holding in &mut person.offices {
        holding.until = Some(on.to_owned());
    }
}

fn seated(at: usize, post: &'static str, office: Option<&'static str>, from: String) -> Member {
    Member {
        person: Some(at),
        post,
        office,
        from,
        until: None,
    }
}

fn vacancy(post: &'static str, office: Option<&'static str>, since: String) -> Member {
    Member {
        person: None,
        post,
        office,
        from: since,
        until: None,
    }
}

/// Takes people out and moves the others up.
fn forget(roster: &mut Roster, mut gone: Vec<usize>) {
    gone.sort_unstable();
    let moved = |at: usize| at - gone.iter().filter(|g| **g < at).count();
    for at in gone.iter().rev() {
        roster.people.remove(*at);
    }
    for village in &mut roster.villages {
        if let Head::Person { at, .. } = &mut village.head {
            *at = moved(*at);
        }
    }
    for member in roster.bodies.iter_mut().flat_map(|body| &mut body.members) {
        member.person = member.person.map(moved);
    }
}
