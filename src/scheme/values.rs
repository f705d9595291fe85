//! The named values of a scheme, for Markdown: `<body>.size`, `<office>.title`, `number`, every `[[values]]` name.
//!
//! A number appears in prose in one place only, the scheme; whoever writes prose asks for it by name.

use crate::{
    diag::Lang,
    model::{SchemeIdx, Text, date},
    parse::draft::Every,
};

use super::{BodyKind, PostKind, Scheme, Schemes};

/// The value of a name in a scheme; `<scheme>:<name>` asks another one.
pub fn value(schemes: &Schemes, scheme: SchemeIdx, name: &str) -> Option<Text> {
    let (scheme, name) = match name.split_once(':') {
        Some((other, name)) => (schemes.find(other)?, name),
        None => (scheme, name),
    };
    let scheme = schemes.get(scheme);
    let written = scheme
        .values
        .iter()
        .find(|value| *value.name.value == *name);
    if let Some(written) = written {
        return Some(written.value.clone());
    }
    match name {
        "title" => Some(scheme.title.clone()),
        "short" => Some(scheme.short.clone()),
        "number" => scheme
            .number
            .as_ref()
            .map(|number| Text::same(number.clone())),
        "date" => scheme
            .date
            .map(|day| Text::new(date::show(day, Lang::Vi), date::show(day, Lang::En))),
        dotted => {
            let (id, rest) = dotted.split_once('.')?;
            match scheme.body(id) {
                Some(body) => of_body(scheme, &scheme.bodies[body.at()], rest),
                None if rest == "title" => {
                    Some(scheme.offices[scheme.office(id)?.at()].general.clone())
                }
                None => None,
            }
        }
    }
}

/// Every name that has a value in a scheme, for suggestions and for the reference page.
pub fn value_names(schemes: &Schemes, scheme: SchemeIdx) -> Vec<String> {
    let at = scheme;
    let scheme = schemes.get(at);
    let mut names: Vec<String> = ["title", "short", "number", "date"]
        .map(String::from)
        .into();
    for body in &scheme.bodies {
        let id = &body.id;
        let keys = ["title", "short", "size", "size.least", "size.most"];
        names.extend(keys.iter().map(|key| format!("{id}.{key}")));
        for post in &body.posts {
            let keys = ["count", "least", "most"];
            names.extend(keys.iter().map(|key| format!("{id}.{}.{key}", post.id)));
        }
        names.extend(
            body.meetings
                .iter()
                .map(|it| format!("{id}.{}.every", it.id.value)),
        );
    }
    names.extend(
        scheme
            .offices
            .iter()
            .map(|office| format!("{}.title", office.id)),
    );
    names.extend(
        scheme
            .values
            .iter()
            .map(|value| value.name.value.to_string()),
    );
    names.retain(|name| value(schemes, at, name).is_some());
    names
}

fn of_body(scheme: &Scheme, body: &BodyKind, rest: &str) -> Option<Text> {
    let (least, most) = size(scheme, body);
    match rest {
        "title" => return Some(body.title.clone()),
        "short" => return Some(body.short.clone()),
        "size" => return range(least, most),
        "size.least" => return least.map(number),
        "size.most" => return most.map(number),
        _ => {}
    }
    let (id, key) = rest.rsplit_once('.')?;
    if key == "every" {
        let meeting = body.meetings.iter().find(|it| *it.id.value == *id)?;
        return Some(every(meeting.every));
    }
    let post = &body.posts[body.post(id)?.at()];
    match key {
        "count" => range(post.least, post.most),
        "least" => post.least.map(number),
        "most" => post.most.map(number),
        _ => None,
    }
}

/// The bounds of a body: as written, else of its table, else of all its posts together.
fn size(scheme: &Scheme, body: &BodyKind) -> (Option<u32>, Option<u32>) {
    let written = &body.members;
    if let Some(word) = &written.table {
        let table = scheme
            .tables
            .iter()
            .find(|table| table.id.value == word.value);
        let numbers = || {
            table
                .iter()
                .flat_map(|t| t.rows.iter().map(|row| row.1).chain(t.default))
        };
        return (numbers().min(), numbers().max());
    }
    if written.least.is_some() || written.most.is_some() {
        return (written.least, written.most);
    }
    let sum = |bound: fn(&PostKind) -> Option<u32>| body.posts.iter().map(bound).sum();
    if body.posts.is_empty() {
        return (None, None);
    }
    (sum(|post| post.least), sum(|post| post.most))
}

fn number(number: u32) -> Text {
    Text::same(number.to_string())
}

fn range(least: Option<u32>, most: Option<u32>) -> Option<Text> {
    let least = least.or(most.map(|_| 0))?;
    Some(match (least, most) {
        (least, None) => Text::new(format!("ít nhất {least}"), format!("at least {least}")),
        (least, Some(most)) if least == most => number(least),
        (0, Some(most)) => Text::new(format!("không quá {most}"), format!("at most {most}")),
        (least, Some(most)) if most == least + 1 => {
            Text::new(format!("{least} hoặc {most}"), format!("{least} or {most}"))
        }
        (least, Some(most)) => {
            Text::new(format!("{least} đến {most}"), format!("{least} to {most}"))
        }
    })
}

/// How often, in words.
pub fn every(every: Every) -> Text {
    match every {
        Every::Weeks(1) => Text::new("hằng tuần", "weekly"),
        Every::Months(1) => Text::new("hằng tháng", "monthly"),
        Every::Years(1) => Text::new("hằng năm", "yearly"),
        Every::Weeks(n) => Text::new(format!("{n} tuần một lần"), format!("every {n} weeks")),
        Every::Months(n) => Text::new(format!("{n} tháng một lần"), format!("every {n} months")),
        Every::Years(n) => Text::new(format!("{n} năm một lần"), format!("every {n} years")),
        Every::WhenCalled => Text::new("khi được triệu tập", "when called"),
    }
}
