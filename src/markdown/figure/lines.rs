//! Who stands above a body, whom it reports to and works with.

use super::{
    Drawn,
    sheet::{Card, Sheet},
};
use crate::{diag::Lang, model::text::capital, parse::draft::LineKind, scheme::BodyKind};

/// From above to below the body.
const ABOVE: [LineKind; 3] = [
    LineKind::Leadership,
    LineKind::Management,
    LineKind::Guidance,
];
const BELOW: [LineKind; 2] = [LineKind::ReportsTo, LineKind::CooperatesWith];

pub(super) fn draw(body: &BodyKind, lang: Lang) -> Drawn {
    let title = body.title.get(lang);
    let of = |kind: LineKind| -> Vec<String> {
        let lines = body.lines.iter().filter(|line| line.kind == kind);
        lines.map(|line| line.by.get(lang).to_owned()).collect()
    };
    let mut sheet = Sheet::new();
    let mut words = Vec::new();
    for kind in ABOVE {
        let who = of(kind);
        if who.is_empty() {
            continue;
        }
        sheet.card(Card::Plain, &capital(name(kind, lang)), &who);
        sheet.arrow("");
        words.push(format!("{}: {}", capital(name(kind, lang)), who.join("; ")));
    }
    sheet.card(Card::Main, title, &[]);
    for kind in BELOW {
        let who = of(kind);
        if who.is_empty() {
            continue;
        }
        sheet.arrow("");
        sheet.card(Card::Plain, &capital(name(kind, lang)), &who);
        words.push(format!("{}: {}", capital(name(kind, lang)), who.join("; ")));
    }
    Drawn {
        caption: format!(
            "{}: {title}",
            lang.pick("Ai chỉ đạo, ai hướng dẫn", "Who leads and who guides")
        ),
        sheet,
        words,
    }
}

fn name(kind: LineKind, lang: Lang) -> &'static str {
    match kind {
        LineKind::Leadership => lang.pick("lãnh đạo", "leads"),
        LineKind::Management => lang.pick("quản lý, điều hành", "manages"),
        LineKind::Guidance => lang.pick("hướng dẫn nghiệp vụ", "guides the work"),
        LineKind::ReportsTo => lang.pick("nhận báo cáo", "is reported to"),
        LineKind::CooperatesWith => lang.pick("cùng làm việc", "works with it"),
    }
}
