//! `size-exact`, `size-least`, `size-most`: how many people sit in a body, each counted once.
//!
//! `body` names the kind; `size` is the number, or `table` gives it by place (the commune, else what it lies in,
//! else the table's default). Without either the body's own `members` count. Past and future members do not.
//! Broken when the number today differs, is lower or is higher; a place the table says nothing about passes.
//!
//! ```toml
//! kind = "size-exact"
//! body = "team"
//! size = 3
//! ```

use rustc_hash::FxHashMap;

use super::{
    Check, Kind, Scope, Subject,
    context::RosterCx,
    outcome::{Breach, Findings},
    params::Params,
    wording,
};
use crate::model::{BodyIdx, PlaceIdx};

pub(super) const EXACT: Kind = Kind {
    name: "size-exact",
    params: "`body`, `size` or `table` (else the body's `members`)",
    broken: "the number of current members differs",
    scope: Scope::Body,
    make: |params| make(params, Bound::Exactly),
};

pub(super) const LEAST: Kind = Kind {
    name: "size-least",
    params: "`body`, `size` or `table` (else the body's `members`)",
    broken: "fewer current members",
    scope: Scope::Body,
    make: |params| make(params, Bound::AtLeast),
};

pub(super) const MOST: Kind = Kind {
    name: "size-most",
    params: "`body`, `size` or `table` (else the body's `members`)",
    broken: "more current members",
    scope: Scope::Body,
    make: |params| make(params, Bound::AtMost),
};

#[derive(Clone, Copy, PartialEq, Eq)]
enum Bound {
    Exactly,
    AtLeast,
    AtMost,
}

enum Limit {
    Everywhere(u32),
    ByPlace(FxHashMap<PlaceIdx, u32>, Option<u32>),
}

struct Size {
    body: BodyIdx,
    bound: Bound,
    limit: Limit,
}

impl Check for Size {
    fn check(&self, cx: &RosterCx<'_>, out: &mut Findings<'_>) {
        let Some(limit) = self.limit.at(cx) else {
            return;
        };
        for (at, body) in cx.bodies(self.body) {
            let size = cx.size(body);
            let (ok, vi, en) = match self.bound {
                Bound::Exactly => (size == limit, "", ""),
                Bound::AtLeast => (size >= limit, "ít nhất ", "at least "),
                Bound::AtMost => (size <= limit, "không quá ", "at most "),
            };
            if !ok {
                let name = wording::body(cx, body);
                let vi = format!("{} có {size} người, quy định {vi}{limit} người", name.vi);
                let en = format!(
                    "{} has {}, the rule is {en}{limit}",
                    wording::en_of(&name),
                    wording::count(size, "member")
                );
                let breach = Breach::new(body.span, Subject::Body(at), vi, en);
                out.add(breach.todo(
                    "kiện toàn cho đủ số người, hoặc cập nhật `members`",
                    "bring the body to its size, or update `members`",
                ));
            }
        }
    }
}

impl Limit {
    fn at(&self, cx: &RosterCx<'_>) -> Option<u32> {
        match self {
            Limit::Everywhere(limit) => Some(*limit),
            Limit::ByPlace(rows, default) => {
                let mut places = cx.gazetteer.ancestry(cx.roster.place);
                places.find_map(|at| rows.get(&at).copied()).or(*default)
            }
        }
    }
}

fn make(params: &mut Params<'_>, bound: Bound) -> Option<Box<dyn Check>> {
    let body = params.body();
    let size = params.number_if_given("size");
    let own = body.map(|body| &params.kind(body).members);
    let fallback = own
        .filter(|_| matches!(size, Some(None)))
        .and_then(|own| own.table.as_ref());
    let table = params.table_if_given(fallback);
    let (body, size, table) = (body?, size?, table?);
    let limit = match (size, table) {
        (Some(size), _) => Limit::Everywhere(size),
        (None, Some(table)) => {
            let rows = table.rows.iter().filter_map(|(key, number)| {
                let (edition, code) = key.value.split_once(':')?;
                Some((params.gazetteer.find(edition, code)?, *number))
            });
            Limit::ByPlace(rows.collect(), table.default)
        }
        (None, None) => {
            let own = &params.kind(body).members;
            let exact = own.least.filter(|least| own.most == Some(*least));
            let number = match bound {
                Bound::Exactly => exact,
                Bound::AtLeast => own.least,
                Bound::AtMost => own.most,
            };
            if number.is_none() {
                params.missing("size");
            }
            Limit::Everywhere(number?)
        }
    };
    Some(Box::new(Size { body, bound, limit }))
}
