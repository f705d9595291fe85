//! A roster in memory, and its two files: what may be public and what must not be.

use chrono::NaiveDate;

use super::{decree::Decree, geography::Commune};

/// A commune's roster.
pub struct Roster {
    /// Day of the last verification.
    pub verified: NaiveDate,
    /// Phone of the office.
    pub phone: String,
    /// Duty phone of the police.
    pub police_duty: Option<String>,
    /// People; everything else names them by index.
    pub people: Vec<Person>,
    /// Decisions.
    pub decisions: Vec<Decision>,
    /// Villages.
    pub villages: Vec<Village>,
    /// Bodies.
    pub bodies: Vec<Body>,
}

/// A person, with the private values.
pub struct Person {
    /// Id in the file.
    pub id: String,
    /// Full name.
    pub name: String,
    /// Phone.
    pub phone: Option<String>,
    /// Office, since when, and the village it is of.
    pub office: Option<(String, NaiveDate, Option<usize>)>,
    /// Day of consent.
    pub consent: Option<NaiveDate>,
    /// A field kept back on request.
    pub withhold: Option<&'static str>,
    /// Day from which the person is removed.
    pub withdrawn: Option<NaiveDate>,
    /// Private: day of birth.
    pub born: NaiveDate,
    /// Private: number of the identity card.
    pub national_id: String,
}

/// A decision; its id is its place in the list.
pub struct Decision {
    /// Number.
    pub number: String,
    /// Date.
    pub date: NaiveDate,
    /// Office that signed.
    pub signed_by: String,
    /// Office that proposed.
    pub proposed_by: Option<String>,
    /// Offices that agreed.
    pub agreed_with: Vec<String>,
}

/// A village; its id is the slug of its name, kept beside it.
pub struct Village {
    /// Id in the file.
    pub id: String,
    /// Full name.
    pub name: String,
    /// Id of its kind.
    pub kind: &'static str,
    /// Households.
    pub households: usize,
    /// Person who is its head.
    pub head: usize,
    /// Term of the head.
    pub term: (NaiveDate, NaiveDate),
}

/// A body.
pub struct Body {
    /// Body of the scheme.
    pub kind: String,
    /// Name, where a village has several.
    pub name: Option<String>,
    /// Village it serves.
    pub serves: Option<usize>,
    /// Its decision.
    pub decision: usize,
    /// Day of the vote.
    pub elected: Option<NaiveDate>,
    /// Term.
    pub term: Option<(NaiveDate, NaiveDate)>,
    /// Households.
    pub households: Option<usize>,
    /// Why fewer households suffice.
    pub concentrated: bool,
    /// Meetings held.
    pub meetings: Vec<(String, NaiveDate)>,
    /// Seats.
    pub members: Vec<Seat>,
}

/// A seat, held or vacant.
pub struct Seat {
    /// Post.
    pub post: String,
    /// Office for which it is held.
    pub office: Option<String>,
    /// Who holds it; `None` is a declared vacancy.
    pub person: Option<usize>,
    /// First day, of the seat or of the vacancy.
    pub from: NaiveDate,
    /// Last day.
    pub until: Option<NaiveDate>,
}

impl Roster {
    /// The text of `data/rosters/<district>/<commune>.toml`.
    pub fn public(&self, commune: &Commune, decree: &Decree) -> String {
        let mut text = String::with_capacity(self.people.len() * 190 + self.bodies.len() * 260);
        self.write_head(&mut text, commune, decree);
        for person in &self.people {
            self.write_person(&mut text, person);
        }
        for (index, decision) in self.decisions.iter().enumerate() {
            write_decision(&mut text, index, decision);
        }
        for village in &self.villages {
            self.write_village(&mut text, village);
        }
        for body in &self.bodies {
            self.write_body(&mut text, body);
        }
        text
    }

    /// The text of `data/private/<district>/<commune>.toml`.
    pub fn private(&self, commune: &Commune) -> String {
        let mut text = String::with_capacity(self.people.len() * 90);
        let code = &commune.code;
        put!(
            text,
            "place = {{ edition = \"three-level\", code = \"{code}\" }}\n"
        );
        for person in &self.people {
            let Person {
                id,
                born,
                national_id,
                ..
            } = person;
            put!(
                text,
                "\n[[people]]\nid = \"{id}\"\nborn = {born}\nnational_id = \"{national_id}\"\n"
            );
        }
        text
    }

    fn write_head(&self, text: &mut String, commune: &Commune, decree: &Decree) {
        let (code, id) = (&commune.code, &decree.id);
        put!(
            text,
            "place = {{ edition = \"three-level\", code = \"{code}\" }} # {}\n",
            commune.name
        );
        put!(text, "scheme = \"{id}\"\n");
        put!(
            text,
            "verified = {{ date = {}, by = \"Văn phòng, {}\" }}\n",
            self.verified,
            commune.name
        );
        put!(
            text,
            "\n[office]\naddress = \"{}\"\nphone = \"{}\"\n",
            self.villages[0].name,
            self.phone
        );
        if let Some(phone) = &self.police_duty {
            put!(text, "police_duty = \"{phone}\"\n");
        }
    }

    fn write_village(&self, text: &mut String, village: &Village) {
        put!(
            text,
            "\n[[villages]]\nid = \"{}\"\nname = \"{}\"\n",
            village.id,
            village.name
        );
        put!(
            text,
            "kind = \"{}\"\nhouseholds = {}\n",
            village.kind,
            village.households
        );
        let (person, (from, until)) = (&self.people[village.head].id, village.term);
        put!(
            text,
            "head = {{ person = \"{person}\", term = {{ from = {from}, until = {until} }} }}\n"
        );
    }

    fn write_person(&self, text: &mut String, person: &Person) {
        put!(
            text,
            "\n[[people]]\nid = \"{}\"\nname = \"{}\"\n",
            person.id,
            person.name
        );
        if let Some(phone) = &person.phone {
            put!(text, "phone = \"{phone}\"\n");
        }
        if let Some((office, from, village)) = &person.office {
            put!(text, "offices = [{{ office = \"{office}\", from = {from}");
            if let Some(village) = village {
                put!(text, ", unit = \"{}\"", self.villages[*village].id);
            }
            text.push_str(" }]\n");
        }
        if let Some(consent) = person.consent {
            put!(text, "consent = {consent}\n");
        }
        if let Some(field) = person.withhold {
            put!(text, "withhold = [\"{field}\"]\n");
        }
        if let Some(day) = person.withdrawn {
            put!(text, "withdrawn = {day}\n");
        }
    }

    fn write_body(&self, text: &mut String, body: &Body) {
        put!(text, "\n[[bodies]]\nkind = \"{}\"\n", body.kind);
        if let Some(name) = &body.name {
            put!(text, "name = \"{name}\"\n");
        }
        if let Some(village) = body.serves {
            put!(text, "serves = [\"{}\"]\n", self.villages[village].id);
        }
        put!(text, "decision = \"qd-{}\"\n", body.decision + 1);
        if let Some(day) = body.elected {
            put!(text, "elected = {day}\n");
        }
        if let Some((from, until)) = body.term {
            put!(text, "term = {{ from = {from}, until = {until} }}\n");
        }
        if let Some(households) = body.households {
            put!(text, "households = {households}\n");
        }
        if body.concentrated {
            text.push_str("concentrated = \"Khu tập thể, các hộ ở một dãy nhà\"\n");
        }
        if !body.meetings.is_empty() {
            text.push_str("meetings = [");
            for (at, (meeting, date)) in body.meetings.iter().enumerate() {
                let comma = if at > 0 { ", " } else { "" };
                put!(text, "{comma}{{ meeting = \"{meeting}\", date = {date} }}");
            }
            text.push_str("]\n");
        }
        text.push_str("members = [\n");
        for seat in &body.members {
            self.write_seat(text, seat);
        }
        text.push_str("]\n");
    }

    fn write_seat(&self, text: &mut String, seat: &Seat) {
        let (post, from) = (&seat.post, seat.from);
        match seat.person {
            Some(person) => put!(
                text,
                "  {{ person = \"{}\", post = \"{post}\"",
                self.people[person].id
            ),
            None => put!(text, "  {{ vacant = \"{post}\""),
        }
        if let Some(office) = &seat.office {
            put!(text, ", office = \"{office}\"");
        }
        let since = if seat.person.is_some() {
            "from"
        } else {
            "since"
        };
        put!(text, ", {since} = {from}");
        if let Some(until) = seat.until {
            put!(text, ", until = {until}");
        }
        text.push_str(" },\n");
    }
}

fn write_decision(text: &mut String, index: usize, decision: &Decision) {
    put!(
        text,
        "\n[[decisions]]\nid = \"qd-{}\"\nnumber = \"{}\"\n",
        index + 1,
        decision.number
    );
    put!(
        text,
        "date = {}\nsigned_by = \"{}\"\n",
        decision.date,
        decision.signed_by
    );
    if let Some(office) = &decision.proposed_by {
        put!(text, "proposed_by = \"{office}\"\n");
    }
    if !decision.agreed_with.is_empty() {
        put!(
            text,
            "agreed_with = [\"{}\"]\n",
            decision.agreed_with.join("\", \"")
        );
    }
}
