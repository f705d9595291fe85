//! Rosters as TOML, one person, village or member a line.

use crate::roster::{Body, Decision, Head, Holding, Member, Person, Private, Roster, Village};

pub fn public(roster: &Roster) -> String {
    let mut out = format!(
        "# Dữ liệu mẫu: người và số máy không có thật. {}, {}.\n",
        roster.commune.name, roster.commune.district
    );
    out.push_str(&place(roster));
    out.push_str("scheme = \"375-2008\"\n");
    if let Some(date) = &roster.verified {
        let by = format!("Văn phòng UBND {}", roster.commune.kind.word());
        out.push_str(&format!("verified = {{ date = {date}, by = \"{by}\" }}\n"));
    }
    out.push_str(&office(roster));
    out.push_str("people = [\n");
    for person in &roster.people {
        out.push_str(&format!("  {},\n", person_line(person)));
    }
    out.push_str("]\ndecisions = [\n");
    for decision in &roster.decisions {
        out.push_str(&format!("  {},\n", decision_line(decision)));
    }
    out.push_str("]\nvillages = [\n");
    for village in &roster.villages {
        out.push_str(&format!("  {},\n", village_line(roster, village)));
    }
    out.push_str("]\n");
    for body in &roster.bodies {
        out.push_str(&body_table(roster, body));
    }
    out
}

pub fn private(roster: &Roster) -> String {
    let mut out =
        String::from("# Dữ liệu mẫu, bịa. Ở trang thật thư mục này không đưa lên kho chung.\n");
    out.push_str(&place(roster));
    out.push_str("people = [\n");
    let known = roster
        .people
        .iter()
        .filter_map(|p| Some((&p.id, p.private.as_ref()?)));
    for (at, (id, facts)) in known.enumerate() {
        let national_id = format!("038000{:03}{:03}", roster.number, at + 1);
        out.push_str(&format!("  {},\n", private_line(id, &national_id, facts)));
    }
    out.push_str("]\n");
    out
}

fn place(roster: &Roster) -> String {
    let code = roster.commune.code;
    format!("place = {{ edition = \"three-level\", code = \"{code}\" }}\n")
}

/// The office's own number; the roster's others follow it.
pub fn office_number(roster: usize, line: u32) -> String {
    format!("0237 000 {:04}", 1000 + roster * 100 + line as usize)
}

fn office(roster: &Roster) -> String {
    let mut keys = vec![
        text("address", &roster.address),
        text("phone", &office_number(roster.number, 0)),
    ];
    keys.extend(
        roster
            .duty_phone
            .as_ref()
            .map(|phone| text("police_duty", phone)),
    );
    format!("office = {}\n", table(&keys))
}

fn person_line(person: &Person) -> String {
    let mut keys = vec![text("id", &person.id), text("name", &person.name)];
    keys.extend(person.phone.as_ref().map(|phone| text("phone", phone)));
    keys.extend(person.consent.as_ref().map(|date| bare("consent", date)));
    keys.extend(
        person
            .withhold
            .map(|field| format!("withhold = [\"{field}\"]")),
    );
    keys.extend(
        person
            .withdrawn
            .as_ref()
            .map(|date| bare("withdrawn", date)),
    );
    if !person.offices.is_empty() {
        let each: Vec<String> = person.offices.iter().map(holding).collect();
        keys.push(format!("offices = [{}]", each.join(", ")));
    }
    table(&keys)
}

fn holding(holding: &Holding) -> String {
    let mut keys = vec![text("office", holding.office), bare("from", &holding.from)];
    keys.extend(holding.until.as_ref().map(|date| bare("until", date)));
    keys.extend(holding.unit.as_ref().map(|unit| text("unit", unit)));
    table(&keys)
}

fn decision_line(decision: &Decision) -> String {
    let mut keys = vec![
        text("id", decision.id),
        text("number", &decision.number),
        bare("date", &decision.date),
        text("signed_by", decision.signed_by),
    ];
    keys.extend(
        decision
            .proposed_by
            .map(|office| text("proposed_by", office)),
    );
    keys.extend(
        decision
            .agreed_with
            .map(|office| format!("agreed_with = [\"{office}\"]")),
    );
    table(&keys)
}

fn village_line(roster: &Roster, village: &Village) -> String {
    let head = match &village.head {
        Head::Vacant { since } => format!("{{ vacant = {since} }}"),
        Head::Person { at, from, until } => format!(
            "{{ person = \"{}\", term = {{ from = {from}, until = {until} }} }}",
            roster.people[*at].id
        ),
    };
    table(&[
        text("id", &village.id),
        text("name", &village.name),
        text("kind", roster.commune.unit_kind),
        format!("households = {}", village.households),
        bare("head", &head),
    ])
}

fn body_table(roster: &Roster, body: &Body) -> String {
    let mut lines = vec![format!("\n[[bodies]]\n{}", text("kind", body.kind))];
    lines.extend(body.name.as_ref().map(|name| text("name", name)));
    lines.extend(
        body.serves
            .map(|at| format!("serves = [\"{}\"]", roster.villages[at].id)),
    );
    lines.extend(body.decision.map(|id| text("decision", id)));
    lines.extend(body.elected.as_ref().map(|date| bare("elected", date)));
    lines.extend(
        body.term
            .as_ref()
            .map(|(from, until)| format!("term = {{ from = {from}, until = {until} }}")),
    );
    lines.extend(body.households.map(|n| format!("households = {n}")));
    lines.extend(body.concentrated.map(|reason| text("concentrated", reason)));
    if !body.meetings.is_empty() {
        let held = |(meeting, date): &(&str, String)| {
            table(&[text("meeting", meeting), bare("date", date)])
        };
        let each: Vec<String> = body.meetings.iter().map(held).collect();
        lines.push(format!("meetings = [{}]", each.join(", ")));
    }
    let members: String = body
        .members
        .iter()
        .map(|member| format!("  {},\n", member_line(roster, member)))
        .collect();
    let end = if members.is_empty() {
        "members = []\n"
    } else {
        "members = [\n"
    };
    let close = if members.is_empty() { "" } else { "]\n" };
    format!("{}\n{end}{members}{close}", lines.join("\n"))
}

fn member_line(roster: &Roster, member: &Member) -> String {
    let mut keys = match member.person {
        Some(at) => vec![
            text("person", &roster.people[at].id),
            text("post", member.post),
        ],
        None => vec![text("vacant", member.post)],
    };
    keys.extend(member.office.map(|office| text("office", office)));
    let since = if member.person.is_some() {
        "from"
    } else {
        "since"
    };
    keys.push(bare(since, &member.from));
    keys.extend(member.until.as_ref().map(|date| bare("until", date)));
    table(&keys)
}

fn private_line(id: &str, national_id: &str, facts: &Private) -> String {
    let mut keys = vec![
        text("id", id),
        bare("born", &facts.born),
        text("national_id", national_id),
        text("home", &facts.home),
    ];
    keys.extend(facts.phone.as_ref().map(|phone| text("phone", phone)));
    keys.push(format!("resident = {}", facts.resident));
    keys.extend(facts.health.map(|health| text("health", health)));
    keys.extend(facts.note.map(|note| text("note", note)));
    table(&keys)
}

/// No text of the sample holds a quotation mark or a backslash.
fn text(key: &str, value: &str) -> String {
    format!("{key} = \"{value}\"")
}

fn bare(key: &str, value: &str) -> String {
    format!("{key} = {value}")
}

fn table(keys: &[String]) -> String {
    format!("{{ {} }}", keys.join(", "))
}
