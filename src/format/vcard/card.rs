//! What stands on a card: of a person, of the police on duty, of an office.
//!
//! A person's card is the same wherever it is given out, so that a phone that takes it twice knows it again.

use super::{
    lines::Lines,
    part::{Part, Stage},
    roster::{Roster, SURFACE},
    words::parts,
};
use crate::{
    model::{
        Phone, SchemeIdx, UnitIdx, date,
        text::{capital, within},
    },
    plan::{SitePlan, Subject},
    publish::{PublicPerson, Published},
};

/// Writes the cards of one commune in one language.
pub(super) struct Cards<'a> {
    plan: &'a SitePlan<'a>,
    stage: Stage<'a>,
    roster: &'a Roster,
    /// The commune, then what it lies in, as they stand in a sentence.
    lineage: Vec<String>,
}

impl<'a> Cards<'a> {
    /// The cards of a commune.
    pub(super) fn new(plan: &'a SitePlan<'a>, stage: Stage<'a>, roster: &'a Roster) -> Self {
        let gazetteer = &stage.site.gazetteer;
        let lineage = gazetteer.ancestry(stage.commune.place);
        let lineage =
            lineage.map(|at| within(&gazetteer.place(at).name, &gazetteer.kind_of(at).title));
        Cards {
            plan,
            stage,
            roster,
            lineage: lineage.collect(),
        }
    }

    /// The police on duty, where a number is given.
    pub(super) fn duty(&self, out: &mut Vec<u8>) {
        let phone = self.stage.commune.office.police_duty.as_ref();
        self.desk(&self.stage.words.duty, "duty", phone, None, out);
    }

    /// The office, where a number is given.
    pub(super) fn office(&self, out: &mut Vec<u8>) {
        let office = &self.stage.commune.office;
        let email = published(office.email.as_ref()).map(|email| &**email);
        self.desk(
            &self.stage.words.office,
            "office",
            office.phone.as_ref(),
            email,
            out,
        );
    }

    /// A person who can be called.
    pub(super) fn person(&self, person: &PublicPerson, out: &mut Vec<u8>) {
        let (Some(name), Some(phone)) = (person.name.on(SURFACE), person.number(SURFACE)) else {
            return;
        };
        let commune = self.stage.commune;
        let chairs = self.roster.chairs_of(commune, person).iter();
        let played = self.stage.parts(chairs.filter_map(|at| commune.chair(*at)));
        let (family, given, middle) = parts(name);
        let mut lines = Lines::new(out);
        begin(&mut lines);
        lines.line("N", &[family, given, &middle, "", ""]);
        lines.line("FN", &[name]);
        let main = played.first();
        let unit = main.and_then(|part| part.unit);
        if let Some(part) = main {
            self.body(part, &mut lines);
        }
        telephone(phone, &mut lines);
        let street = unit.map_or("", |at| &*commune.units[at.at()].name);
        self.address(street, &mut lines);
        let also = played.iter().skip(1).map(|part| self.in_words(part));
        let scheme = main.map_or(commune.scheme, |part| part.scheme);
        self.end(also.collect(), scheme, unit, &mut lines);
        let folder = self.plan.cards(commune.place).unwrap_or_default();
        self.id(&format!("{folder}{}.vcf", person.id), &mut lines);
    }

    /// A desk rather than a person: its whole name is the given one, since phones sort by it.
    fn desk(
        &self,
        name: &str,
        id: &str,
        phone: Option<&Published<Phone>>,
        email: Option<&str>,
        out: &mut Vec<u8>,
    ) {
        let Some(phone) = published(phone) else {
            return;
        };
        let commune = self.stage.commune;
        let name = name.replace("{place}", &self.lineage[0]);
        let mut lines = Lines::new(out);
        begin(&mut lines);
        lines.line("N", &["", &name, "", "", ""]);
        lines.line("FN", &[&name]);
        lines.line("ORG", &[&capital(&self.lineage.join(", "))]);
        telephone(phone, &mut lines);
        if let Some(email) = email {
            lines.line("EMAIL;TYPE=INTERNET", &[email]);
        }
        let street = published(commune.office.address.as_ref());
        self.address(street.map_or("", |street| street), &mut lines);
        self.end(Vec::new(), commune.scheme, None, &mut lines);
        let stem = self.plan.addresses.stem(Subject::Place(commune.place));
        self.id(
            &format!("{}.vcf#{id}", stem.unwrap_or_default()),
            &mut lines,
        );
    }

    /// The body and what one is called in it.
    fn body(&self, part: &Part, lines: &mut Lines) {
        let place = capital(&self.place(part));
        let mut names: Vec<&str> = part
            .bodies
            .into_iter()
            .filter(|name| !name.is_empty())
            .collect();
        names.push(&place);
        lines.line("ORG", &names);
        lines.line("TITLE", &[&part.title]);
        if !part.role.is_empty() {
            lines.line("ROLE", &[&part.role]);
        }
    }

    /// A part in words: "Thành viên, Ban …, xã …".
    fn in_words(&self, part: &Part) -> String {
        let place = self.place(part);
        let words = [
            &*part.title,
            &*part.role,
            part.bodies[0],
            part.bodies[1],
            &*place,
        ];
        let said: Vec<&str> = words.into_iter().filter(|word| !word.is_empty()).collect();
        format!("{}.", said.join(", "))
    }

    /// The village and the commune, or the commune alone, in a sentence.
    fn place(&self, part: &Part) -> String {
        let commune = &self.lineage[0];
        match part.unit {
            Some(unit) => format!("{}, {commune}", self.stage.commune.units[unit.at()].name),
            None => commune.clone(),
        }
    }

    fn address(&self, street: &str, lines: &mut Lines) {
        let commune = capital(&self.lineage[0]);
        let above = capital(&self.lineage[1..].join(", "));
        lines.line("ADR;TYPE=WORK", &["", "", street, &commune, &above, "", ""]);
    }

    /// What has to be said, and where the page is.
    fn end(&self, also: Vec<String>, scheme: SchemeIdx, unit: Option<UnitIdx>, lines: &mut Lines) {
        let Stage {
            site, words, lang, ..
        } = self.stage;
        let mut notes = Vec::new();
        if site.info.sample {
            notes.push(words.sample.clone());
        }
        notes.extend(also);
        if let Some(day) = self.stage.commune.check_again {
            notes.push(words.again.replace("{date}", &date::show(day, lang)));
        }
        if let Some(by) = &site.schemes.get(scheme).superseded_by {
            let since = words.since.replace("{date}", &date::show(by.from, lang));
            let new = by.title.get(lang);
            notes.push(format!("{}: {new}, {since}.", words.replaced));
        }
        if !notes.is_empty() {
            lines.line("NOTE", &[&notes.join("\n")]);
        }
        let place = self.stage.commune.place;
        let subject = unit.map_or(Subject::Place(place), |unit| Subject::Unit(place, unit));
        let page = self.plan.addresses.path(subject, lang, "html");
        let base = &site.info.base_url;
        lines.line("URL", &[&format!("{base}{}", page.unwrap_or_default())]);
    }

    /// What a phone knows the card by, and how old it is.
    fn id(&self, path: &str, lines: &mut Lines) {
        let site = self.stage.site;
        lines.line("UID", &[&format!("{}{path}", site.info.base_url)]);
        let day = site.as_of.format("%Y-%m-%dT00:00:00Z").to_string();
        lines.line("REV", &[&day]);
        lines.line("END", &["VCARD"]);
    }
}

fn begin(lines: &mut Lines) {
    lines.line("BEGIN", &["VCARD"]);
    lines.line("VERSION", &["3.0"]);
}

/// In international form, which phones match with any way of writing it.
fn telephone(phone: &Phone, lines: &mut Lines) {
    let uri = phone.uri();
    let kind = if phone.is_mobile() {
        "TEL;TYPE=CELL,VOICE"
    } else {
        "TEL;TYPE=WORK,VOICE"
    };
    lines.line(kind, &[uri.trim_start_matches("tel:")]);
}

fn published<T>(value: Option<&Published<T>>) -> Option<&T> {
    value?.on(SURFACE)
}
