//! Who stands above a body, whom it reports to and works with.

use super::{
    super::labels::{Label, Labels},
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

pub(super) fn draw(body: &BodyKind, lang: Lang, labels: &Labels) -> Drawn {
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
        sheet.card(Card::Plain, &capital(name(kind, labels)), &who);
        sheet.arrow("");
        words.push(format!(
            "{}: {}",
            capital(name(kind, labels)),
            who.join("; ")
        ));
    }
    sheet.card(Card::Main, title, &[]);
    for kind in BELOW {
        let who = of(kind);
        if who.is_empty() {
            continue;
        }
        sheet.arrow("");
        sheet.card(Card::Plain, &capital(name(kind, labels)), &who);
        words.push(format!(
            "{}: {}",
            capital(name(kind, labels)),
            who.join("; ")
        ));
    }
    Drawn {
        caption: labels.fill(Label::FigureLines, "body", title),
        sheet,
        words,
    }
}

fn name(kind: LineKind, labels: &Labels) -> &str {
    labels.get(match kind {
        LineKind::Leadership => Label::FigureLeads,
        LineKind::Management => Label::FigureManages,
        LineKind::Guidance => Label::FigureGuides,
        LineKind::ReportsTo => Label::FigureReported,
        LineKind::CooperatesWith => Label::FigureCooperates,
    })
}
