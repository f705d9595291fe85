//! `post-at-most`: no more people hold a post than there are places.
//!
//! `body` and `post` name the post; `most` is the number, else the post's own. Broken at the first holder too many.
//!
//! ```toml
//! kind = "post-at-most"
//! body = "team"
//! post = "leader"
//! most = 1
//! ```

use super::{
    Check, Kind, Scope, Subject,
    context::RosterCx,
    outcome::{Breach, Findings},
    wording,
};
use crate::model::{BodyIdx, PostIdx};

pub(super) const KIND: Kind = Kind {
    name: "post-at-most",
    params: "`body`, `post`, `most` (else the post's)",
    broken: "more current holders than `most`",
    scope: Scope::Body,
    make: |params| {
        let body = params.body();
        let post = params.post(body);
        let own = body
            .zip(post)
            .and_then(|(body, post)| params.kind(body).posts[post.at()].most);
        let most = params.number("most", own);
        Some(Box::new(PostAtMost {
            body: body?,
            post: post?,
            most: most?,
        }))
    },
};

struct PostAtMost {
    body: BodyIdx,
    post: PostIdx,
    most: u32,
}

impl Check for PostAtMost {
    fn check(&self, cx: &RosterCx<'_>, out: &mut Findings<'_>) {
        for (at, body) in cx.bodies(self.body) {
            let Some((extra, _)) = cx.holders(body, self.post).nth(self.most as usize) else {
                continue;
            };
            let (name, post) = (wording::body(cx, body), wording::post(cx, body, self.post));
            let (name_en, post_en) = wording::en(&name, post);
            let (count, most) = (cx.holders(body, self.post).count(), self.most);
            let vi = format!(
                "{} có {count} {}, quy định không quá {most}",
                name.vi, post.vi
            );
            let en = format!("{name_en} has {count} in the post {post_en}, at most {most} may be");
            let breach = Breach::new(extra.span, Subject::Body(at), vi, en);
            out.add(breach.todo(
                "ghi `until` cho người đã thôi giữ vị trí, hoặc bỏ mục thừa",
                "give `until` for whoever no longer holds the post, or remove the entry",
            ));
        }
    }
}
