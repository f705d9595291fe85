//! All bodies of a scheme, from the commune down to neighbours, with their posts.

use super::{
    super::labels::{Label, Labels},
    Drawn,
    sheet::{Card, Sheet},
};
use crate::{
    diag::Lang,
    scheme::{BodyKind, Scheme, Serves},
};

pub(super) fn draw(scheme: &Scheme, lang: Lang, labels: &Labels) -> Drawn {
    let mut sheet = Sheet::new();
    let mut words = Vec::new();
    for (at, body) in scheme.bodies.iter().enumerate() {
        if at > 0 {
            sheet.arrow(labels.get(Label::FigureCloser));
        }
        let posts = posts(body, lang);
        let reach = reach(body, labels);
        let title = body.title.get(lang);
        sheet.card(Card::Plain, title, &[reach.to_owned(), posts.clone()]);
        words.push(format!("{title}: {reach}. {posts}."));
    }
    Drawn {
        caption: labels.fill(Label::FigureStructure, "scheme", scheme.short.get(lang)),
        sheet,
        words,
    }
}

fn reach<'l>(body: &BodyKind, labels: &'l Labels) -> &'l str {
    labels.get(match body.serves {
        Serves::Commune => Label::ServesCommune,
        Serves::One => Label::ServesOne,
        Serves::Many => Label::ServesMany,
    })
}

/// "Tổ trưởng (1), Tổ phó (1 hoặc 2), Tổ viên".
fn posts(body: &BodyKind, lang: Lang) -> String {
    let posts: Vec<String> = body
        .posts
        .iter()
        .map(|post| {
            let title = post.title.get(lang);
            match (post.least, post.most) {
                (Some(least), Some(most)) if least == most => format!("{title} ({least})"),
                (Some(least), Some(most)) => format!("{title} ({least}–{most})"),
                _ => title.to_owned(),
            }
        })
        .collect();
    posts.join(", ")
}
