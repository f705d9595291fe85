//! `attribute-least`, `attribute-true`: rules over private attributes of members.
//!
//! `attribute` is `age` (with `least`) or `resident`; `body` and `post` choose whose (everyone's, when `body` is left out
//! where it may be). Broken when the private value is below `least`, or is false; an unknown value passes.
//! The finding shows no value and no name, and no page shows the finding.
//!
//! ```toml
//! kind = "attribute-least"
//! body = "team"
//! attribute = "age"
//! least = 18
//! ```

use super::{
    super::{Person, Subject},
    Check, Kind, Scope,
    context::RosterCx,
    outcome::{Breach, Findings},
    wording,
};
use crate::{
    diag::Span,
    model::{BodyIdx, PostIdx, Text, date},
};

pub(super) const LEAST: Kind = Kind {
    name: "attribute-least",
    params: "`body` (optional), `post` (optional), `attribute` = `age`, `least`",
    broken: "a private attribute is below; the finding shows no value",
    scope: Scope::Body,
    make: |params| {
        let body = params.body_if_given();
        let post = match body {
            Some(Some(_)) => params.post_if_given(body.flatten()),
            _ => Some(None),
        };
        let attribute = params.one_of("attribute", &["age"]);
        let least = params.number("least", None);
        let (body, post, _, least) = (body?, post?, attribute?, least?);
        Some(Box::new(Attribute {
            body,
            post,
            test: Test::Age(least),
        }))
    },
};

pub(super) const TRUE: Kind = Kind {
    name: "attribute-true",
    params: "`body`, `post` (optional), `attribute` = `resident`",
    broken: "a private attribute is false; unknown passes",
    scope: Scope::Body,
    make: |params| {
        let body = params.body();
        let post = params.post_if_given(body);
        let attribute = params.one_of("attribute", &["resident"]);
        let (body, post, _) = (Some(body?), post?, attribute?);
        Some(Box::new(Attribute {
            body,
            post,
            test: Test::Resident,
        }))
    },
};

enum Test {
    Age(u32),
    Resident,
}

struct Attribute {
    body: Option<BodyIdx>,
    post: Option<PostIdx>,
    test: Test,
}

impl Check for Attribute {
    fn check(&self, cx: &RosterCx<'_>, out: &mut Findings<'_>) {
        let Some(kind) = self.body else {
            if cx.at_home() {
                self.check_everyone(cx, out);
            }
            return;
        };
        for (at, body) in cx.bodies(kind) {
            for (member, person) in cx.current(body) {
                let person = &cx.roster.people[person.at()];
                if self.post.is_none_or(|post| post == member.post) && self.fails(cx, person) {
                    let post = wording::post(cx, body, member.post);
                    let name = wording::body(cx, body);
                    let (name_en, post_en) = wording::en(&name, post);
                    let who = Text::new(
                        format!("{}: người giữ vị trí {}", name.vi, post.vi),
                        format!("{name_en}: the holder of the post {post_en}"),
                    );
                    out.add(self.breach(member.span, Subject::Body(at), &who));
                }
            }
        }
    }
}

impl Attribute {
    fn check_everyone(&self, cx: &RosterCx<'_>, out: &mut Findings<'_>) {
        for person in cx
            .roster
            .people
            .iter()
            .filter(|person| self.fails(cx, person))
        {
            let who = Text::new("người có mục này", "the person of this entry");
            out.add(self.breach(person.span, Subject::Commune, &who));
        }
    }

    fn fails(&self, cx: &RosterCx<'_>, person: &Person) -> bool {
        let Some(private) = &person.private else {
            return false;
        };
        match self.test {
            Test::Age(least) => {
                let born = private.born.as_ref().map(|born| born.expose().value);
                born.is_some_and(|born| date::age(born, cx.as_of) < least)
            }
            Test::Resident => private.resident.as_ref().is_some_and(|it| !it.expose()),
        }
    }

    fn breach(&self, at: Span, subject: Subject, who: &Text) -> Breach {
        let (vi, en) = match self.test {
            Test::Age(_) => ("chưa đủ tuổi theo quy định", "is below the age required"),
            Test::Resident => (
                "không cư trú thường xuyên tại địa bàn",
                "does not live there permanently",
            ),
        };
        let vi = format!("{} {vi}", who.vi);
        let en = format!("{} {en}", wording::en_of(who));
        Breach::new(at, subject, vi, en).terminal_only().todo(
            "đối chiếu với hồ sơ trong `data/private/`",
            "compare with the records in `data/private/`",
        )
    }
}
