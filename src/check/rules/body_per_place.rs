//! `body-per-place`: every commune with a roster has one body of this kind.
//!
//! `body` names the kind. Broken when none is recorded, or more than one.
//! A body under another scheme counts when it has the same id; a body the decree does not have here is not asked for.
//!
//! ```toml
//! kind = "body-per-place"
//! body = "board"
//! ```

use super::{
    super::Subject,
    Check, Kind, Scope,
    context::RosterCx,
    outcome::{Breach, Findings},
    wording,
};
use crate::model::BodyIdx;

pub(super) const KIND: Kind = Kind {
    name: "body-per-place",
    params: "`body`",
    broken: "a commune with a roster has no such body, or more than one",
    scope: Scope::Commune,
    make: |params| {
        Some(Box::new(BodyPerPlace {
            body: params.body()?,
        }))
    },
};

struct BodyPerPlace {
    body: BodyIdx,
}

impl Check for BodyPerPlace {
    fn check(&self, cx: &RosterCx<'_>, out: &mut Findings<'_>) {
        if !cx.exists_here(self.body) {
            return;
        }
        let (title, place) = (&cx.kind(self.body).short, wording::commune(cx));
        let (title_en, place_en) = wording::en(title, &place);
        let mut found = cx.standing_for(self.body);
        if found.next().is_none() {
            let vi = format!("{} chưa có {}", place.vi, title.vi);
            let en = format!("{place_en} has no {title_en}");
            let breach = Breach::new(cx.roster.at, Subject::Commune, vi, en);
            out.add(breach.todo(
                "ghi tổ chức này vào `[[bodies]]` khi đã được thành lập",
                "add it to `[[bodies]]` once it is set up",
            ));
        }
        for (at, body) in found {
            let vi = format!("{} có hơn một {}", place.vi, title.vi);
            let en = format!("{place_en} has more than one {title_en}");
            let breach = Breach::new(body.span, Subject::Body(at), vi, en);
            out.add(breach.todo(
                "gộp lại làm một, hoặc bỏ mục thừa",
                "merge them, or remove the one too many",
            ));
        }
    }
}
