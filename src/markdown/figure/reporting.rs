//! Which way reports go: from the bodies closest to home to the widest, then on as the scheme says.

use super::{
    super::labels::{Label, Labels},
    Drawn,
    sheet::{Card, Sheet},
};
use crate::{
    diag::Lang,
    parse::draft::LineKind,
    scheme::{BodyKind, Scheme},
};

/// Whether any body reports to anyone.
pub(super) fn has(scheme: &Scheme) -> bool {
    scheme.bodies.iter().any(|body| told(body).next().is_some())
}

pub(super) fn draw(scheme: &Scheme, lang: Lang, labels: &Labels) -> Drawn {
    let mut sheet = Sheet::new();
    let mut words = Vec::new();
    let reports = labels.get(Label::FigureReports);
    let bodies = scheme.bodies.iter().rev();
    for body in bodies.filter(|body| told(body).next().is_some()) {
        let title = body.title.get(lang);
        let to: Vec<String> = told(body).map(|to| to.get(lang).to_owned()).collect();
        sheet.card(Card::Main, title, &[]);
        sheet.arrow(reports);
        sheet.card(Card::Plain, "", &to);
        sheet.gap(14.0);
        words.push(format!("{title} {reports}: {}", to.join("; ")));
    }
    let last = scheme.reporting.len().saturating_sub(1);
    for (at, step) in scheme.reporting.iter().enumerate() {
        let text = step.text.get(lang).to_owned();
        sheet.card(Card::Plain, "", std::slice::from_ref(&text));
        if at < last {
            sheet.arrow("");
        }
        words.push(text);
    }
    Drawn {
        caption: labels.get(Label::FigureReporting).to_owned(),
        sheet,
        words,
    }
}

fn told(body: &BodyKind) -> impl Iterator<Item = &crate::model::Text> {
    let lines = body.lines.iter();
    lines
        .filter(|line| line.kind == LineKind::ReportsTo)
        .map(|line| &line.by)
}
