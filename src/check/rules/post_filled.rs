//! `post-filled`: enough people hold a post.
//!
//! `body` and `post` name the post; `least` is the number, else the post's own.
//! Broken for each seat declared vacant that would be needed, and once more when holders and vacancies together are too few.
//!
//! ```toml
//! kind = "post-filled"
//! body = "team"
//! post = "leader"
//! least = 1
//! ```

use super::{
    Check, Kind, Scope, Subject,
    context::RosterCx,
    outcome::{Breach, Findings},
    wording,
};
use crate::{
    check::Body,
    model::{BodyIdx, PostIdx},
};

pub(super) const KIND: Kind = Kind {
    name: "post-filled",
    params: "`body`, `post`, `least` (else the post's)",
    broken: "fewer current holders than `least`; a post declared vacant is reported as vacant",
    scope: Scope::Body,
    make: |params| {
        let body = params.body();
        let post = params.post(body);
        let own = body
            .zip(post)
            .and_then(|(body, post)| params.kind(body).posts[post.at()].least);
        let least = params.number("least", own);
        Some(Box::new(PostFilled {
            body: body?,
            post: post?,
            least: least?,
        }))
    },
};

struct PostFilled {
    body: BodyIdx,
    post: PostIdx,
    least: u32,
}

impl Check for PostFilled {
    fn check(&self, cx: &RosterCx<'_>, out: &mut Findings<'_>) {
        for (at, body) in cx.bodies(self.body) {
            let holders = cx.holders(body, self.post).count();
            let mut missing = (self.least as usize).saturating_sub(holders);
            for vacancy in cx.vacancies(body, self.post).take(missing) {
                let (vi, en) = wording::vacant(cx, body, vacancy);
                let breach = Breach::new(vacancy.span, Subject::Body(at), vi, en);
                out.add(breach.todo(
                    "cử người giữ vị trí này rồi ghi vào `members`",
                    "have someone take the post and enter it in `members`",
                ));
                missing -= 1;
            }
            if missing > 0 {
                out.add(self.too_few(cx, at, body, holders));
            }
        }
    }
}

impl PostFilled {
    fn too_few(&self, cx: &RosterCx<'_>, at: usize, body: &Body, holders: usize) -> Breach {
        let (name, post, least) = (
            wording::body(cx, body),
            wording::post(cx, body, self.post),
            self.least,
        );
        let (name_en, post_en) = wording::en(&name, post);
        let (vi, en) = if holders == 0 {
            (
                format!("{} chưa có {}", name.vi, post.vi),
                format!("{name_en} has no {post_en}"),
            )
        } else {
            (
                format!(
                    "{} có {holders} {}, quy định ít nhất {least}",
                    name.vi, post.vi
                ),
                format!(
                    "{name_en} has {holders} in the post {post_en}, at least {least} are needed"
                ),
            )
        };
        Breach::new(body.span, Subject::Body(at), vi, en).todo(
            "ghi người giữ vị trí này, hoặc khai báo khuyết bằng `{ vacant = \"…\" }`",
            "enter who holds the post, or declare it with `{ vacant = \"…\" }`",
        )
    }
}
