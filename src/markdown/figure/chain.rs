//! How a body is set up: who elects, proposes, agrees and decides, one below the other.

use super::{
    Drawn,
    sheet::{Card, Sheet},
};
use crate::{
    diag::Lang,
    model::text::capital,
    parse::draft::Word,
    scheme::{BodyKind, Scheme},
};

pub(super) fn draw(scheme: &Scheme, body: &BodyKind, lang: Lang) -> Drawn {
    let office = |word: &Word| {
        scheme.office(word).map_or_else(
            || word.to_string(),
            |at| scheme.offices[at.at()].general.get(lang).to_owned(),
        )
    };
    let mut steps: Vec<(&str, String)> = Vec::new();
    if let Some(election) = &body.election {
        let by = capital(election.by.get(lang));
        steps.push((lang.pick("bầu", "elect"), by));
    }
    if let Some(chain) = &body.establishment {
        let proposes = lang.pick("đề nghị", "proposes");
        steps.extend(chain.proposed_by.iter().map(|who| (proposes, office(who))));
        let agrees = lang.pick("thống nhất", "agrees");
        steps.extend(chain.agreed_with.iter().map(|who| (agrees, office(who))));
        steps.push((
            lang.pick("ra quyết định", "decides"),
            office(&chain.decided_by),
        ));
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
        caption: format!(
            "{}: {}",
            lang.pick("Trình tự lập", "How it is set up"),
            body.title.get(lang)
        ),
        sheet,
        words: steps
            .iter()
            .map(|(what, who)| format!("{who}: {what}"))
            .collect(),
    }
}
