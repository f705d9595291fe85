//! All bodies of a scheme, from the commune down to neighbours, with their posts.

use super::{
    Drawn,
    sheet::{Card, Sheet},
};
use crate::{
    diag::Lang,
    scheme::{BodyKind, Scheme, Serves},
};

pub(super) fn draw(scheme: &Scheme, lang: Lang) -> Drawn {
    let mut sheet = Sheet::new();
    let mut words = Vec::new();
    for (at, body) in scheme.bodies.iter().enumerate() {
        if at > 0 {
            sheet.arrow(lang.pick("hẹp hơn một bậc", "one step closer to home"));
        }
        let posts = posts(body, lang);
        let reach = reach(body, lang);
        let title = body.title.get(lang);
        sheet.card(Card::Plain, title, &[reach.to_owned(), posts.clone()]);
        words.push(format!("{title}: {reach}. {posts}."));
    }
    Drawn {
        caption: format!(
            "{} {}",
            lang.pick("Các tổ chức theo", "The bodies under"),
            scheme.short.get(lang)
        ),
        sheet,
        words,
    }
}

fn reach(body: &BodyKind, lang: Lang) -> &'static str {
    match body.serves {
        Serves::Commune => lang.pick("một cho cả xã, phường, thị trấn", "one for the commune"),
        Serves::One => lang.pick("phụ trách một nơi ở", "for one village or part of it"),
        Serves::Many => lang.pick(
            "phụ trách một hoặc nhiều nơi ở",
            "for one or several villages",
        ),
    }
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
