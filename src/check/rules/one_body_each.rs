//! `one-body-each`: no one sits in two of these bodies, nor in two bodies of one kind.
//!
//! `bodies` lists the kinds. Broken at the second body a person sits in today.
//!
//! ```toml
//! kind = "one-body-each"
//! bodies = ["team", "group"]
//! ```

use rustc_hash::FxHashMap;

use super::{
    Check, Kind, Scope, Subject,
    context::RosterCx,
    outcome::{Breach, Findings},
    wording,
};
use crate::model::{BodyIdx, PersonIdx};

pub(super) const KIND: Kind = Kind {
    name: "one-body-each",
    params: "`bodies` (list)",
    broken: "one person sits in two of these bodies, or twice in one kind",
    scope: Scope::Body,
    make: |params| {
        Some(Box::new(OneBodyEach {
            bodies: params.bodies()?,
        }))
    },
};

struct OneBodyEach {
    bodies: Vec<BodyIdx>,
}

impl Check for OneBodyEach {
    fn check(&self, cx: &RosterCx<'_>, out: &mut Findings<'_>) {
        let mut first: FxHashMap<PersonIdx, usize> = FxHashMap::default();
        for (at, body) in self.bodies.iter().flat_map(|kind| cx.bodies(*kind)) {
            for (member, person) in cx.current(body) {
                let other = *first.entry(person).or_insert(at);
                if other == at {
                    continue;
                }
                let (one, two) = (
                    wording::body(cx, &cx.roster.bodies[other]),
                    wording::body(cx, body),
                );
                let (one_en, two_en) = wording::en(&one, &two);
                let vi = format!("{{who}} vừa ở {} vừa ở {}", one.vi, two.vi);
                let en = format!("{{who}} sits both in {one_en} and in {two_en}");
                let breach = Breach::new(member.span, Subject::Body(at), vi, en).about(person);
                out.add(breach.todo(
                    "ghi `until` ở nơi đã thôi tham gia, hoặc cử người khác",
                    "give `until` where the person has left, or have someone else take the place",
                ));
            }
        }
    }
}
