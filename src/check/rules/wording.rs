//! How a sentence names a commune, a village, a body, a post and an office. Owns names only, no judgement.

use super::{
    super::{Body, Decision, Member},
    context::RosterCx,
};
use crate::{
    diag::Lang,
    model::{Kind, OfficeIdx, PostIdx, Text, UnitIdx, date},
};
use chrono::NaiveDate;

/// The commune in the middle of a sentence: "xã Xuân Hòa".
pub(super) fn commune(cx: &RosterCx) -> Text {
    let place = cx.roster.place;
    named(&cx.gazetteer.place(place).name, cx.gazetteer.kind_of(place))
}

/// A village in the middle of a sentence: "thôn 1".
pub(super) fn unit(cx: &RosterCx, at: UnitIdx) -> Text {
    let unit = cx.unit(at);
    named(&unit.name.value, &cx.edition.kinds[unit.kind])
}

/// A body with what it serves: its short title and the commune, or its name and the villages in brackets.
pub(super) fn body(cx: &RosterCx, body: &Body) -> Text {
    let kind = &cx.schemes.get(body.scheme).bodies[body.kind.at()];
    let of = if body.serves.is_empty() {
        commune(cx)
    } else {
        let units: Vec<Text> = body.serves.iter().map(|at| unit(cx, *at)).collect();
        let join = |lang| {
            units
                .iter()
                .map(|it| it.get(lang))
                .collect::<Vec<_>>()
                .join(", ")
        };
        Text::new(join(Lang::Vi), join(Lang::En))
    };
    let (short, of_en) = (kind.short.get(Lang::En), of.get(Lang::En));
    match &body.name {
        Some(name) => Text::new(
            format!("{} “{}” ({})", kind.short.vi, name.value, of.vi),
            format!("{short} \"{}\" ({of_en})", name.value),
        ),
        None => Text::new(
            format!("{} {}", kind.short.vi, of.vi),
            format!("{short} of {of_en}"),
        ),
    }
}

/// A decision on bodies of a kind, and the same of one body for a page, which may have to withhold the number.
pub(super) fn decision(cx: &RosterCx, of: &Body, decision: &Decision) -> (Text, Text) {
    let kind = &cx.schemes.get(of.scheme).bodies[of.kind.at()].short;
    let (number, name) = (&decision.number.value, body(cx, of));
    let (kind_en, name_en) = en(kind, &name);
    let terminal = Text::new(
        format!("quyết định {number} về {}", kind.vi),
        format!("decision {number} on the {kind_en}"),
    );
    let page = Text::new(
        format!("quyết định về {}", name.vi),
        format!("the decision on {name_en}"),
    );
    (terminal, page)
}

/// The title of a post of a body.
pub(super) fn post<'a>(cx: &RosterCx<'a>, body: &Body, post: PostIdx) -> &'a Text {
    &cx.schemes.get(body.scheme).bodies[body.kind.at()].posts[post.at()].title
}

/// The title of an office of the rule's scheme, as it is called where a body stands.
pub(super) fn office(cx: &RosterCx, office: OfficeIdx, body: &Body) -> Text {
    let kind = &cx.scheme.offices[office.at()];
    let Some(level) = cx.edition.level(&kind.level) else {
        return kind.general.clone(); // a level of another edition
    };
    let served = body
        .serves
        .first()
        .filter(|_| level == cx.edition.unit_level);
    let at = cx.gazetteer.at_level(cx.roster.place, level);
    match (served, at) {
        (Some(unit), _) => cx
            .scheme
            .office_title(office, &cx.edition.kinds[cx.unit(*unit).kind]),
        (None, Some(place)) => cx.scheme.office_title(office, cx.gazetteer.kind_of(place)),
        (None, None) => kind.general.clone(),
    }
}

/// That a declared vacancy is vacant, in both languages.
pub(super) fn vacant(cx: &RosterCx, of: &Body, seat: &Member) -> (String, String) {
    let (name, post) = (body(cx, of), post(cx, of, seat.post));
    let (name_en, post_en) = en(&name, post);
    let (vacant_vi, vacant_en) = vacant_since(seat.from);
    (
        format!("{}: {} {vacant_vi}", name.vi, post.vi),
        format!("{name_en}: the post {post_en} {vacant_en}"),
    )
}

/// "đang khuyết từ 20/6/2008" and "has been vacant since 20 June 2008"; without a day "đang khuyết", "is vacant".
pub(super) fn vacant_since(from: Option<NaiveDate>) -> (String, String) {
    let known = |(vi, en)| {
        (
            format!("đang khuyết từ {vi}"),
            format!("has been vacant since {en}"),
        )
    };
    let unknown = || ("đang khuyết".to_owned(), "is vacant".to_owned());
    from.map(day).map_or_else(unknown, known)
}

/// A number of English things: "1 member", "2 members".
pub(super) fn count(number: u32, thing: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {thing}{plural}")
}

/// The English of a text.
pub(super) fn en_of(text: &Text) -> &str {
    text.get(Lang::En)
}

/// The English of two texts.
pub(super) fn en<'t>(one: &'t Text, two: &'t Text) -> (&'t str, &'t str) {
    (en_of(one), en_of(two))
}

/// Who signed a decision on a body.
pub(super) fn signer(cx: &RosterCx, body: &Body, decision: &Decision) -> Text {
    let signer = decision.signed_by.value;
    if decision.scheme == cx.at {
        return office(cx, signer, body);
    }
    cx.schemes.get(decision.scheme).offices[signer.at()]
        .general
        .clone()
}

/// A day in both languages.
pub(super) fn day(day: NaiveDate) -> (String, String) {
    (date::show(day, Lang::Vi), date::show(day, Lang::En))
}

/// A full name without the capital of its kind; English keeps the name.
fn named(name: &str, kind: &Kind) -> Text {
    let word = &*kind.title.vi;
    let begins = name.chars().zip(word.chars());
    let is_kind = begins.clone().count() == word.chars().count()
        && begins
            .into_iter()
            .all(|(a, b)| a.to_lowercase().eq(b.to_lowercase()));
    let vi = if is_kind {
        let rest: String = name.chars().skip(word.chars().count()).collect();
        format!("{word}{rest}")
    } else {
        name.to_owned()
    };
    Text::new(vi, name)
}
