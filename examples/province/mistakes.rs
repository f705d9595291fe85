//! Plants broken rules and vacancies: evenly over all bodies, so that a number asked for is a number planted.

use super::{
    commune::{after, as_of, before, day},
    decree::Decree,
    random::Random,
    roster::{Decision, Roster},
};

/// Deals so many mistakes over so many bodies.
pub struct Planter {
    mistakes: usize,
    bodies: usize,
    seen: usize,
}

impl Planter {
    /// A deal; no more mistakes than bodies.
    pub fn new(mistakes: usize, bodies: usize) -> Self {
        Self {
            mistakes: mistakes.min(bodies),
            bodies,
            seen: 0,
        }
    }

    /// Goes over a commune's bodies and breaks those that are due.
    pub fn plant(&mut self, roster: &mut Roster, decree: &Decree, random: &mut Random) -> usize {
        let mut planted = 0;
        for body in 0..roster.bodies.len() {
            let before = self.seen * self.mistakes / self.bodies;
            self.seen += 1;
            if self.seen * self.mistakes / self.bodies > before {
                break_body(roster, body, decree, random);
                planted += 1;
            }
        }
        planted
    }
}

fn break_body(roster: &mut Roster, body: usize, decree: &Decree, random: &mut Random) {
    let kind = &roster.bodies[body].kind;
    if *kind == decree.board.id {
        break_board(roster, body, random);
    } else if *kind == decree.team.id {
        break_team(roster, body, decree, random);
    } else {
        break_group(roster, body, random);
    }
}

fn break_board(roster: &mut Roster, body: usize, random: &mut Random) {
    match random.below(6) {
        0 => roster.verified = day(2007, 11, 2),
        1 => roster.police_duty = None,
        2 => of(roster, body).agreed_with.clear(),
        3 => of(roster, body).date = day(2008, 1, 10),
        4 => roster.bodies[body]
            .meetings
            .iter_mut()
            .for_each(|(_, date)| *date = day(2008, 3, 3)),
        _ => vacate(roster, body, 1),
    }
}

fn break_team(roster: &mut Roster, body: usize, decree: &Decree, random: &mut Random) {
    let elected = roster.bodies[body].elected;
    match random.below(7) {
        0 => roster.bodies[body].elected = None,
        1 => of(roster, body).proposed_by = None,
        2 => of(roster, body).signed_by = decree.board.decided_by.clone(),
        3 => roster.bodies[body].elected = elected.map(|date| after(date, 30)),
        4 => {
            if let Some(term) = &mut roster.bodies[body].term {
                term.1 = before(as_of(), random.between(5, 40));
            }
        }
        5 => roster.bodies[body].members.truncate(2),
        _ => vacate(roster, body, 1),
    }
}

fn break_group(roster: &mut Roster, body: usize, random: &mut Random) {
    match random.below(3) {
        0 => {
            let group = &mut roster.bodies[body];
            (group.households, group.concentrated) = (Some(7), false);
        }
        1 => {
            // The leader is also the deputy.
            let members = &mut roster.bodies[body].members;
            members[1].person = members[0].person;
        }
        _ => vacate(roster, body, 0),
    }
}

/// Declares a seat vacant; who sat there leaves.
fn vacate(roster: &mut Roster, body: usize, seat: usize) {
    let seat = &mut roster.bodies[body].members[seat];
    (seat.person, seat.from, seat.until) = (None, day(2008, 6, 25), None);
}

fn of(roster: &mut Roster, body: usize) -> &mut Decision {
    let decision = roster.bodies[body].decision;
    &mut roster.decisions[decision]
}
