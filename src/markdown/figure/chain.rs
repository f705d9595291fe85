//! How a body is set up: who elects, proposes, agrees and decides, one below the other.

use super::{
    super::labels::{Label, Labels},
    Drawn,
    sheet::{Card, Sheet},
};
use crate::{
    diag::Lang,
    model::text::capital,
    parse::draft::Word,
    scheme::{BodyKind, Scheme},
};

pub(super) fn draw(scheme: &Scheme, body: &BodyKind, lang: Lang, labels: &Labels) -> Drawn {
    let office = |word: &Word| {
        scheme.office(word).map_or_else(
            || word.to_string(),
            |at| scheme.offices[at.at()].general.get(lang).to_owned(),
        )
    };
    let mut steps: Vec<(&str, String)> = Vec::new();
    if let Some(election) = &body.election {
        let by = capital(election.by.get(lang));
        steps.push((labels.get(Label::FigureElects), by));
    }
    if let Some(chain) = &body.establishment {
        let proposes = labels.get(Label::FigureProposes);
        steps.extend(chain.proposed_by.iter().map(|who| (proposes, office(who))));
        let agrees = labels.get(Label::FigureAgrees);
        steps.extend(chain.agreed_with.iter().map(|who| (agrees, office(who))));
        steps.push((labels.get(Label::FigureDecides), office(&chain.decided_by)));
    }
    let mut sheet = Sheet::new();
    let last = steps.len().saturating_sub(1);
    for (at, (what, who)) in steps.iter().enumerate() {
        let look = if at == last { Card::Main } else { Card::Plain };
        let title = format!("{}. {}", at + 1, capital(what));
        sheet.card(look, &title, std::slice::from_ref(who));
        if at < last {
            sheet.arrow("");
        }
    }
    Drawn {
        caption: labels.fill(Label::FigureChain, "body", body.title.get(lang)),
        sheet,
        words: steps
            .iter()
            .map(|(what, who)| format!("{who}: {what}"))
            .collect(),
    }
}
