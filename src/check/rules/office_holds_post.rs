//! `office-holds-post`: whoever holds a post holds an office, ex officio.
//!
//! `body` and `post` name the post; `office` is the office, else the post's own.
//! Broken for each holder who does not hold the office on the day; an office of a village counts for a village served.
//!
//! ```toml
//! kind = "office-holds-post"
//! body = "board"
//! post = "head"
//! office = "chair"
//! ```

use super::{
    Check, Kind, Scope, Subject,
    context::RosterCx,
    outcome::{Breach, Findings},
    wording,
};
use crate::model::{BodyIdx, OfficeIdx, PostIdx};

pub(super) const KIND: Kind = Kind {
    name: "office-holds-post",
    params: "`body`, `post`, `office` (else the post's)",
    broken: "a current holder of the post does not hold the office (of a served village, for a unit office) on the day",
    scope: Scope::Body,
    make: |params| {
        let body = params.body();
        let post = params.post(body);
        let own = body
            .zip(post)
            .and_then(|(body, post)| params.kind(body).posts[post.at()].office);
        let office = params.office("office", own);
        Some(Box::new(OfficeHoldsPost {
            body: body?,
            post: post?,
            office: office?,
        }))
    },
};

struct OfficeHoldsPost {
    body: BodyIdx,
    post: PostIdx,
    office: OfficeIdx,
}

impl Check for OfficeHoldsPost {
    fn check(&self, cx: &RosterCx<'_>, out: &mut Findings<'_>) {
        for (at, body) in cx.bodies(self.body) {
            let holders = cx.holders(body, self.post);
            for (member, person) in holders.filter(|it| !cx.holds_office(it.1, self.office, body)) {
                let (name, post) = (wording::body(cx, body), wording::post(cx, body, self.post));
                let office = wording::office(cx, self.office, body);
                let (name_en, post_en) = wording::en(&name, post);
                let vi = format!(
                    "{}: {{who}} giữ vị trí {} nhưng không phải là {}",
                    name.vi, post.vi, office.vi
                );
                let en = format!(
                    "{name_en}: {{who}} is in the post {post_en} without being {}",
                    wording::en_of(&office)
                );
                let breach = Breach::new(member.span, Subject::Body(at), vi, en).about(person);
                out.add(breach.todo(
                    "ghi chức danh vào `offices` của người đó, hoặc cập nhật người giữ vị trí",
                    "enter the office in the person's `offices`, or update who holds the post",
                ));
            }
        }
    }
}
