//! What is recorded of a body besides its people: its decision and the chain to it, vote, term and meetings.

use serde::Serialize;

use super::{
    ctx::{Chip, Ctx},
    people::Around,
};
use crate::{
    format::html::key::Key,
    parse::draft::{Every, MeetingDraft},
    publish::PublicBody,
    scheme::BodyKind,
};

/// A short sentence with its clause.
#[derive(Debug, Serialize)]
pub(in crate::format::html) struct Fact {
    /// The sentence.
    pub text: String,
    /// The clause.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub clause: Option<Chip>,
}

/// A decision and the chain that led to it.
#[derive(Debug, Serialize)]
pub(in crate::format::html) struct Decision {
    /// Number and date in a sentence.
    pub text: String,
    /// Who proposed, agreed and decided, in order; empty where only the last is known.
    pub chain: String,
    /// The clause of the chain.
    pub clause: Option<Chip>,
}

impl<'a> Ctx<'a> {
    /// Households, vote, term and meetings of a body, as short sentences.
    pub(super) fn facts(&self, body: &'a PublicBody, kind: &'a BodyKind) -> Vec<Fact> {
        let words = self.words;
        let mut facts = Vec::new();
        let mut add = |text: String, clause: Option<&'a str>| {
            let clause = self.chip(body.scheme, clause);
            facts.push(Fact { text, clause });
        };
        if let Some(households) = self.shown(body.households.as_ref()) {
            add(words.count(Key::Households, *households as usize), None);
        }
        if let Some(reason) = &body.concentrated {
            add(reason.to_string(), None);
        }
        if let Some(day) = body.elected {
            let date = self.date(day);
            let election = kind.election.as_ref();
            let clause = election.and_then(|e| e.clause.as_ref()).map(|c| &*c.value);
            add(words.fill(Key::Elected, &[("date", &date)]), clause);
        }
        if let Some(term) = &body.term
            && let Some(until) = &term.until
        {
            let dates = (self.date(term.from), self.date(until.value));
            let rule = kind.term.as_ref().and_then(|rule| rule.clause.as_ref());
            add(
                words.fill(Key::Term, &[("from", &dates.0), ("until", &dates.1)]),
                rule.map(|clause| &*clause.value),
            );
        }
        for meeting in &kind.meetings {
            if let Some(text) = self.meeting(body, kind, meeting) {
                add(text, meeting.clause.as_ref().map(|clause| &*clause.value));
            }
        }
        facts
    }

    /// When a meeting was last held; nothing for one that is held when called and never was.
    fn meeting(
        &self,
        body: &PublicBody,
        kind: &BodyKind,
        meeting: &MeetingDraft,
    ) -> Option<String> {
        let held = body.meetings.iter();
        let held = held.filter(|(at, _)| kind.meetings[*at].id.value == meeting.id.value);
        let last = held.map(|(_, day)| *day).max();
        if matches!(meeting.every, Every::WhenCalled) && last.is_none() {
            return None;
        }
        let title = meeting.title.get(self.lang);
        Some(match last {
            Some(day) => {
                let date = self.date(day);
                self.words
                    .fill(Key::MeetingLast, &[("title", title), ("date", &date)])
            }
            None => self.words.fill(Key::Meeting, &[("title", title)]),
        })
    }

    /// The decision of a body, and who proposed, agreed and decided.
    pub(super) fn decision(&self, body: &'a PublicBody, around: Around<'a>) -> Option<Decision> {
        let decision = self.shown(body.decision.as_ref())?;
        let words = self.words;
        let kind = self.kind(body);
        let office = |at| self.office(decision.scheme, at, around.commune, around.unit);
        let mut chain = String::with_capacity(128);
        let mut add = |who, what| {
            chain.push_str(if chain.is_empty() {
                ""
            } else {
                words.get(Key::Then)
            });
            chain.push_str(office(who));
            chain.push(' ');
            chain.push_str(words.get(what));
        };
        let proposers = decision.proposed_by.iter().map(|who| (who, Key::Proposes));
        let agreers = decision.agreed_with.iter().map(|who| (who, Key::Agrees));
        for (who, what) in proposers.chain(agreers) {
            add(*who, what);
        }
        if decision.proposed_by.is_some() || !decision.agreed_with.is_empty() {
            add(decision.signed_by, Key::Decides);
        }
        let clause = kind.establishment.as_ref().and_then(|e| e.clause.as_ref());
        let date = self.date(decision.date);
        Some(Decision {
            text: words.fill(
                Key::DecisionText,
                &[("number", &decision.number), ("date", &date)],
            ),
            chain,
            clause: self.chip(body.scheme, clause.map(|clause| &*clause.value)),
        })
    }
}
