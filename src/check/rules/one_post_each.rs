//! `one-post-each`: no one holds two posts of one body at once.
//!
//! `body` names the kind. Broken at the second post a person holds today.
//!
//! ```toml
//! kind = "one-post-each"
//! body = "team"
//! ```

use super::{
    Check, Kind, Scope, Subject,
    context::RosterCx,
    outcome::{Breach, Findings},
    wording,
};
use crate::model::BodyIdx;

pub(super) const KIND: Kind = Kind {
    name: "one-post-each",
    params: "`body`",
    broken: "one person holds two posts of one body at once",
    scope: Scope::Body,
    make: |params| {
        Some(Box::new(OnePostEach {
            body: params.body()?,
        }))
    },
};

struct OnePostEach {
    body: BodyIdx,
}

impl Check for OnePostEach {
    fn check(&self, cx: &RosterCx<'_>, out: &mut Findings<'_>) {
        for (at, body) in cx.bodies(self.body) {
            for (member, person) in cx.current(body) {
                let mut own = cx.current(body).filter(|(_, who)| *who == person);
                let post = own.next().map_or(member.post, |(first, _)| first.post);
                if post == member.post {
                    continue;
                }
                let (one, two) = (
                    wording::post(cx, body, post),
                    wording::post(cx, body, member.post),
                );
                let (one_en, two_en) = wording::en(one, two);
                let name = wording::body(cx, body);
                let vi = format!("{}: {{who}} giữ cả {} và {}", name.vi, one.vi, two.vi);
                let en = format!(
                    "{}: {{who}} is both {one_en} and {two_en}",
                    wording::en_of(&name)
                );
                let breach = Breach::new(member.span, Subject::Body(at), vi, en).about(person);
                out.add(breach.todo(
                    "ghi `until` cho vị trí đã thôi giữ, hoặc cử người khác",
                    "give `until` for the post no longer held, or have someone else take it",
                ));
            }
        }
    }
}
