//! Reads from a scheme file what a rule-clean roster must follow: posts, seats, chain, meetings, clauses.

use toml::{Table, Value};

/// What is needed of a scheme.
pub struct Decree {
    /// Id.
    pub id: String,
    /// Ids of all clauses.
    pub clauses: Vec<String>,
    /// Ids of all rules.
    pub rules: Vec<String>,
    /// Ids of the agencies.
    pub agencies: Vec<String>,
    /// Ids of the steps.
    pub steps: Vec<String>,
    /// The board of a commune.
    pub board: BodyKind,
    /// The team of a village.
    pub team: BodyKind,
    /// The group of households.
    pub group: BodyKind,
    /// The office held by village heads.
    pub head: String,
}

/// A body of the scheme.
pub struct BodyKind {
    /// Id.
    pub id: String,
    /// Kinds of commune where it exists; `None` is all.
    place_kinds: Option<Vec<String>>,
    /// Kinds of village where it exists; `None` is all.
    unit_kinds: Option<Vec<String>>,
    /// Posts, leading first.
    pub posts: Vec<Post>,
    /// Members the body needs as a whole.
    pub members: usize,
    /// Who proposes it.
    pub proposed_by: Option<String>,
    /// Who agrees.
    pub agreed_with: Vec<String>,
    /// Who decides.
    pub decided_by: String,
    /// Whether its members are elected.
    pub elected: bool,
    /// Regular meetings that fall due within a quarter: id and days between them.
    pub meetings: Vec<(String, usize)>,
}

/// A post.
pub struct Post {
    /// Id.
    pub id: String,
    /// Holders it needs.
    pub least: usize,
    /// Holders it may have.
    pub most: usize,
    /// Office of its holder.
    pub office: Option<String>,
    /// Offices that sit here.
    pub seats: Vec<Seat>,
}

/// A seat of a post.
pub struct Seat {
    /// Office.
    pub office: String,
    /// Kinds of commune the scheme asks it of; `None` is all.
    place_kinds: Option<Vec<String>>,
}

impl BodyKind {
    /// Whether it exists in a kind of commune and of village.
    pub fn exists(&self, place: &str, unit: &str) -> bool {
        admits(&self.place_kinds, place) && admits(&self.unit_kinds, unit)
    }
}

impl Seat {
    /// Whether it exists in a kind of commune.
    pub fn exists(&self, place: &str) -> bool {
        admits(&self.place_kinds, place)
    }
}

/// Reads a scheme.
pub fn read(text: &str) -> Result<Decree, String> {
    let scheme: Table = text.parse().map_err(|e| format!("the scheme: {e}"))?;
    let head = tables(&scheme, "offices")
        .find(|office| string(office, "held_by").as_deref() == Some("unit-head"))
        .and_then(|office| string(office, "id"))
        .ok_or("the scheme has no office held by the unit head")?;
    Ok(Decree {
        id: string(&scheme, "id").ok_or("the scheme has no id")?,
        clauses: ids(&scheme, "clauses"),
        rules: ids(&scheme, "rules"),
        agencies: ids(&scheme, "agencies"),
        steps: ids(&scheme, "steps"),
        board: body(&scheme, "ban-chi-dao")?,
        team: body(&scheme, "to-bao-ve")?,
        group: body(&scheme, "to-anxh")?,
        head,
    })
}

/// The scheme without a reference to the one that follows it, which knows places this province does not have.
pub fn alone(text: &str) -> String {
    let mut alone = String::with_capacity(text.len());
    let mut section = "";
    for line in text.lines() {
        if line.starts_with('[') {
            section = line;
        }
        let refers = section.starts_with("[superseded_by]")
            && line
                .trim_start()
                .strip_prefix("scheme")
                .is_some_and(|rest| rest.trim_start().starts_with('='));
        if !refers {
            alone.push_str(line);
            alone.push('\n');
        }
    }
    alone
}

fn body(scheme: &Table, id: &str) -> Result<BodyKind, String> {
    let body = tables(scheme, "bodies")
        .find(|body| string(body, "id").as_deref() == Some(id))
        .ok_or_else(|| format!("the scheme has no body \"{id}\""))?;
    let chain = body.get("establishment").and_then(Value::as_table);
    let chain = chain.ok_or_else(|| format!("body \"{id}\" has no establishment"))?;
    let members = body.get("members").and_then(Value::as_table);
    Ok(BodyKind {
        id: id.into(),
        place_kinds: kinds(body, "place_kind"),
        unit_kinds: kinds(body, "unit_kind"),
        posts: tables(body, "posts")
            .map(|post_table| post(scheme, id, post_table))
            .collect(),
        members: members.and_then(|m| number(m, "least")).unwrap_or(0),
        proposed_by: string(chain, "proposed_by"),
        agreed_with: strings(chain, "agreed_with").unwrap_or_default(),
        decided_by: string(chain, "decided_by")
            .ok_or_else(|| format!("body \"{id}\": no one decides"))?,
        elected: body.contains_key("election"),
        meetings: tables(body, "meetings").filter_map(meeting).collect(),
    })
}

fn post(scheme: &Table, body: &str, post: &Table) -> Post {
    let least = number(post, "least").unwrap_or(0);
    let seat = |office: String| Seat {
        place_kinds: seat_kinds(scheme, body, &office),
        office,
    };
    Post {
        id: string(post, "id").unwrap_or_default(),
        least,
        most: number(post, "most").unwrap_or(least),
        office: string(post, "office"),
        seats: strings(post, "seats")
            .unwrap_or_default()
            .into_iter()
            .map(seat)
            .collect(),
    }
}

/// A seat may be asked of some kinds of commune only: then its rule says so.
fn seat_kinds(scheme: &Table, body: &str, office: &str) -> Option<Vec<String>> {
    tables(scheme, "rules")
        .find(|rule| {
            string(rule, "kind").as_deref() == Some("seat-filled")
                && string(rule, "body").as_deref() == Some(body)
                && string(rule, "office").as_deref() == Some(office)
        })
        .and_then(|rule| kinds(rule, "place_kind"))
}

fn meeting(meeting: &Table) -> Option<(String, usize)> {
    let every = string(meeting, "every")?;
    let (count, unit) = every.split_once(' ')?;
    let days = count.parse::<usize>().ok()?
        * match unit.trim_end_matches('s') {
            "week" => 7,
            "month" => 30,
            _ => return None,
        };
    (days <= 92).then_some((string(meeting, "id")?, days))
}

fn kinds(table: &Table, key: &str) -> Option<Vec<String>> {
    strings(table.get("where")?.as_table()?, key)
}

fn admits(kinds: &Option<Vec<String>>, kind: &str) -> bool {
    kinds
        .as_ref()
        .is_none_or(|kinds| kinds.iter().any(|k| k == kind))
}

fn ids(table: &Table, key: &str) -> Vec<String> {
    tables(table, key)
        .filter_map(|entry| string(entry, "id"))
        .collect()
}

fn tables<'a>(table: &'a Table, key: &str) -> impl Iterator<Item = &'a Table> {
    let list = table.get(key).and_then(Value::as_array);
    list.into_iter().flatten().filter_map(Value::as_table)
}

fn string(table: &Table, key: &str) -> Option<String> {
    table.get(key)?.as_str().map(String::from)
}

fn strings(table: &Table, key: &str) -> Option<Vec<String>> {
    match table.get(key)? {
        Value::Array(list) => Some(
            list.iter()
                .filter_map(|item| item.as_str().map(String::from))
                .collect(),
        ),
        Value::String(one) => Some(vec![one.clone()]),
        _ => None,
    }
}

fn number(table: &Table, key: &str) -> Option<usize> {
    usize::try_from(table.get(key)?.as_integer()?).ok()
}
