//! Bodies, their members and the decisions they rest on.

use crate::{
    diag::{Diagnostic, Report, Sp, Span},
    model::{BodyIdx, OfficeIdx, PostIdx, SchemeIdx, UnitIdx, collate},
    parse::draft::{BodyDraft, DecisionDraft, MeetingHeld, MemberDraft, Word},
    scheme::{
        BodyKind, PostKind, Serves,
        findings::{DatesReversed, Noun, UnknownBody, UnknownMeeting, UnknownPost},
        look_up, no_duplicates,
    },
};
use ecow::EcoString;

use super::{
    super::{
        Body, Decision, Member,
        findings::{NotASeat, SeatTwice, ServesNothing, ServesOnCommuneBody},
    },
    check_term,
    local::Local,
};

/// Resolves the decisions of a file, in its order; the bodies say which scheme's offices sign.
pub(super) fn decisions(
    drafts: Vec<DecisionDraft>,
    bodies: &[BodyDraft],
    local: &Local,
    report: &mut Report,
) -> Vec<Decision> {
    let mut schemes: Vec<Option<SchemeIdx>> = vec![None; drafts.len()];
    let mut unheard = Report::default(); // unknown decisions are reported with their bodies
    for (body, scheme) in bodies.iter().zip(&local.of_bodies) {
        let word = body.decision.as_ref();
        if let Some(at) = word.and_then(|word| local.decision(word, &mut unheard)) {
            schemes[at].get_or_insert(*scheme);
        }
    }
    let drafts = drafts.into_iter().zip(schemes);
    drafts
        .map(|(draft, scheme)| decision(draft, scheme.unwrap_or(local.scheme), local, report))
        .collect()
}

/// Resolves the bodies of a file: in the order of schemes and kinds, then of villages and names.
pub(super) fn bodies(drafts: Vec<BodyDraft>, local: &Local, report: &mut Report) -> Vec<Body> {
    let drafts = drafts.into_iter().zip(&local.of_bodies);
    let mut bodies: Vec<Body> = Vec::with_capacity(drafts.len());
    bodies.extend(drafts.filter_map(|(draft, scheme)| body(draft, *scheme, local, report)));
    let rank = |scheme| local.schemes.iter().position(|at| *at == scheme);
    bodies.sort_by(|a, b| {
        let key = |body: &Body| (rank(body.scheme), body.kind);
        let served = || a.serves.cmp(&b.serves);
        key(a)
            .cmp(&key(b))
            .then_with(served)
            .then_with(|| collate::compare(name(a), name(b)))
    });
    bodies
}

fn name(body: &Body) -> &str {
    body.name.as_ref().map_or("", |name| &name.value)
}

fn decision(
    draft: DecisionDraft,
    scheme: SchemeIdx,
    local: &Local,
    report: &mut Report,
) -> Decision {
    let schemes = [scheme];
    let mut office = |word: &Word| Some(local.office(word, &schemes, report)?.1);
    let signed_by = office(&draft.signed_by);
    let proposed_by = draft.proposed_by.as_ref().and_then(&mut office);
    let agreed_with = draft.agreed_with.iter().filter_map(&mut office).collect();
    Decision {
        span: draft.span,
        scheme,
        number: draft.number,
        date: draft.date,
        // An index must stand; the unknown office has been reported and nothing will be published.
        signed_by: Sp::new(signed_by.unwrap_or(OfficeIdx(0)), draft.signed_by.span),
        proposed_by,
        agreed_with,
    }
}

fn body(draft: BodyDraft, scheme: SchemeIdx, local: &Local, report: &mut Report) -> Option<Body> {
    let kinds = &local.get(scheme).bodies;
    check_term(draft.term.as_ref(), report);
    let serves = served(&draft.serves, local, report);
    let decision = draft.decision.as_ref();
    let decision = decision.and_then(|word| local.decision(word, report));
    let kind = look_up::<UnknownBody>(&draft.kind, kinds.iter().map(|it| &*it.id), report)?;
    check_serves(&draft, &kinds[kind], report);
    let mut members: Vec<Member> = Vec::with_capacity(draft.members.len());
    let drafts = draft.members.iter();
    members.extend(drafts.filter_map(|it| member(it, scheme, &kinds[kind], local, report)));
    check_twice(&members, &draft.members, report);
    let meetings = draft.meetings.iter();
    Some(Body {
        span: draft.span,
        scheme,
        kind: BodyIdx::new(kind),
        id: draft.id.map(|id| id.value),
        name: draft.name,
        serves,
        decision,
        elected: draft.elected,
        term: draft.term,
        households: draft.households,
        concentrated: draft.concentrated,
        meetings: meetings
            .filter_map(|it| meeting(it, &kinds[kind], report))
            .collect(),
        members,
    })
}

fn served(words: &[Word], local: &Local, report: &mut Report) -> Vec<UnitIdx> {
    if words.len() > 1 {
        no_duplicates(Noun::Served, words.iter(), report);
    }
    let mut units: Vec<UnitIdx> = words
        .iter()
        .filter_map(|word| local.unit(word, report))
        .collect();
    units.sort_unstable();
    units.dedup();
    units
}

fn check_serves(draft: &BodyDraft, kind: &BodyKind, report: &mut Report) {
    let body = kind.id.clone();
    match (kind.serves, draft.serves.first()) {
        (Serves::Commune, Some(first)) => report.push(first.span, ServesOnCommuneBody { body }),
        (Serves::One | Serves::Many, None) => report.push(draft.kind.span, ServesNothing { body }),
        _ => {}
    }
}

fn meeting(
    held: &MeetingHeld,
    kind: &BodyKind,
    report: &mut Report,
) -> Option<(usize, chrono::NaiveDate)> {
    let names = kind.meetings.iter().map(|meeting| &*meeting.id.value);
    let at = look_up::<UnknownMeeting>(&held.meeting, names, report)?;
    Some((at, held.date))
}

fn member(
    draft: &MemberDraft,
    scheme: SchemeIdx,
    kind: &BodyKind,
    local: &Local,
    report: &mut Report,
) -> Option<Member> {
    let (MemberDraft::Person {
        post: word, office, ..
    }
    | MemberDraft::Vacant {
        post: word, office, ..
    }) = draft;
    let post = look_up::<UnknownPost>(word, kind.posts.iter().map(|post| &*post.id), report);
    let office = office
        .as_ref()
        .and_then(|word| seat(word, scheme, post.map(|at| &kind.posts[at]), local, report));
    let (span, person, from, until) = match draft {
        MemberDraft::Person {
            span,
            person,
            from,
            until,
            ..
        } => (*span, Some(local.person(person, report)), *from, *until),
        MemberDraft::Vacant { span, since, .. } => (*span, None, *since, None),
    };
    if from.zip(until).is_some_and(|(from, until)| until < from) {
        report.push(span, DatesReversed {});
    }
    let person = match person {
        Some(found) => Some(found?),
        None => None,
    };
    let post = PostIdx::new(post?);
    Some(Member {
        span,
        post,
        office,
        person,
        from,
        until,
    })
}

fn seat(
    word: &Word,
    scheme: SchemeIdx,
    post: Option<&PostKind>,
    local: &Local,
    report: &mut Report,
) -> Option<OfficeIdx> {
    let (_, office) = local.office(word, &[scheme], report)?;
    let post = post?;
    if post.seats.contains(&office) || post.office == Some(office) {
        return Some(office);
    }
    let offices = &local.get(scheme).offices;
    let seats = post.seats.iter().chain(&post.office);
    let seats: Vec<String> = seats
        .map(|at| format!("`{}`", offices[at.at()].id))
        .collect();
    let finding = NotASeat {
        office: word.value.clone(),
        post: post.id.clone(),
        seats: seats.join(", ").into(),
    };
    report.push(word.span, finding);
    None
}

/// Reports one person in one seat over the same time; for two offices one person may sit twice.
fn check_twice(members: &[Member], drafts: &[MemberDraft], report: &mut Report) {
    let same = |a: &Member, b: &Member| {
        a.person.is_some() && (a.person, a.post, a.office) == (b.person, b.post, b.office)
    };
    let overlap = |a: &Member, b: &Member| {
        a.from
            .zip(b.until)
            .is_none_or(|(from, until)| from <= until)
            && b.from
                .zip(a.until)
                .is_none_or(|(from, until)| from <= until)
    };
    for (at, member) in members.iter().enumerate() {
        let earlier = members[..at]
            .iter()
            .find(|it| same(it, member) && overlap(it, member));
        if let Some(earlier) = earlier
            && let Some((person, post)) = words_at(drafts, member.span)
        {
            let finding = SeatTwice { person, post };
            let twice = Diagnostic::new(member.span, finding);
            report.add(twice.with(earlier.span, "dòng thứ nhất", "the first line"));
        }
    }
}

fn words_at(drafts: &[MemberDraft], at: Span) -> Option<(EcoString, EcoString)> {
    drafts.iter().find_map(|draft| match draft {
        MemberDraft::Person {
            span, person, post, ..
        } if *span == at => Some((person.value.clone(), post.value.clone())),
        _ => None,
    })
}
