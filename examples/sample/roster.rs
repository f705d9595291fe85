//! What a sample roster is made of, before it is written. Dates are written words already.

use crate::communes::Commune;

pub struct Roster {
    pub commune: &'static Commune,
    /// Position in the table of communes, from 1; makes office numbers and national ids distinct.
    pub number: usize,
    pub verified: Option<String>,
    pub address: String,
    pub duty_phone: Option<String>,
    pub people: Vec<Person>,
    pub decisions: Vec<Decision>,
    pub villages: Vec<Village>,
    pub bodies: Vec<Body>,
}

#[derive(Default)]
pub struct Person {
    pub id: String,
    pub name: String,
    pub phone: Option<String>,
    pub consent: Option<String>,
    pub withhold: Option<&'static str>,
    pub withdrawn: Option<String>,
    pub offices: Vec<Holding>,
    pub private: Option<Private>,
}

pub struct Holding {
    pub office: &'static str,
    pub from: String,
    pub until: Option<String>,
    pub unit: Option<String>,
}

pub struct Private {
    pub born: String,
    pub home: String,
    pub phone: Option<String>,
    pub resident: bool,
    pub health: Option<&'static str>,
    pub note: Option<&'static str>,
}

pub struct Decision {
    pub id: &'static str,
    pub number: String,
    pub date: String,
    pub signed_by: &'static str,
    pub proposed_by: Option<&'static str>,
    pub agreed_with: Option<&'static str>,
}

pub struct Village {
    pub id: String,
    pub name: String,
    pub households: u32,
    pub head: Head,
}

pub enum Head {
    Person {
        at: usize,
        from: String,
        until: String,
    },
    Vacant {
        since: String,
    },
}

pub struct Body {
    pub kind: &'static str,
    pub name: Option<String>,
    pub serves: Option<usize>,
    pub decision: Option<&'static str>,
    pub elected: Option<String>,
    pub term: Option<(String, String)>,
    pub households: Option<u32>,
    pub concentrated: Option<&'static str>,
    pub meetings: Vec<(&'static str, String)>,
    pub members: Vec<Member>,
}

pub struct Member {
    /// Position of the person; `None` is a declared vacancy.
    pub person: Option<usize>,
    pub post: &'static str,
    pub office: Option<&'static str>,
    pub from: String,
    pub until: Option<String>,
}

impl Roster {
    /// The team of a village.
    pub fn team(&mut self, village: usize) -> Option<&mut Body> {
        self.body("to-bao-ve", village)
    }

    /// The first household group of a village.
    pub fn group(&mut self, village: usize) -> Option<&mut Body> {
        self.body("to-anxh", village)
    }

    pub fn board(&mut self) -> Option<&mut Body> {
        self.bodies
            .iter_mut()
            .find(|body| body.kind == "ban-chi-dao")
    }

    pub fn decision(&mut self, id: &str) -> Option<&mut Decision> {
        self.decisions.iter_mut().find(|decision| decision.id == id)
    }

    /// Position of whoever holds a post of a village's team.
    pub fn in_team(&mut self, village: usize, post: &str) -> Option<usize> {
        let team = self.team(village)?;
        team.members.iter().find(|m| m.post == post)?.person
    }

    fn body(&mut self, kind: &str, village: usize) -> Option<&mut Body> {
        self.bodies
            .iter_mut()
            .find(|body| body.kind == kind && body.serves == Some(village))
    }
}
