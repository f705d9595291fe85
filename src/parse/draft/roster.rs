//! Drafts of roster files and of their private twins.

use chrono::NaiveDate;
use ecow::EcoString;

use super::Word;
use crate::{
    diag::{FileId, Sp, Span},
    model::{Phone, Private, Text},
};

/// `place = { edition = …, code = … }`.
#[derive(Debug)]
pub struct PlaceRef {
    /// The whole table.
    pub span: Span,
    /// Edition.
    pub edition: Word,
    /// Code.
    pub code: Word,
}

/// From one day to another; the end is inside.
#[derive(Debug, Clone, Copy)]
pub struct Term {
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub until: Option<Sp<NaiveDate>>,
}

/// A roster file.
#[derive(Debug)]
pub struct RosterDraft {
    /// The file.
    pub file: FileId,
    /// Its commune; `None` when unreadable (reported).
    pub place: Option<PlaceRef>,
    /// Scheme, else the site's.
    pub scheme: Option<Word>,
    /// Who vouched for it and when.
    pub verified: Option<VerifiedDraft>,
    /// The commune's office.
    pub office: OfficeDraft,
    /// People.
    pub people: Vec<PersonDraft>,
    /// Decisions.
    pub decisions: Vec<DecisionDraft>,
    /// Villages.
    pub units: Vec<UnitDraft>,
    /// Bodies.
    pub bodies: Vec<BodyDraft>,
}

/// `verified = { date, by }`.
#[derive(Debug)]
pub struct VerifiedDraft {
    /// The day.
    pub date: Sp<NaiveDate>,
    /// Who.
    pub by: EcoString,
}

/// `[office]`.
#[derive(Debug, Default)]
pub struct OfficeDraft {
    /// Where the table stands, when written.
    pub span: Option<Span>,
    /// Address.
    pub address: Option<Sp<EcoString>>,
    /// Phone.
    pub phone: Option<Sp<Phone>>,
    /// Duty phone of the commune police.
    pub police_duty: Option<Sp<Phone>>,
    /// E-mail.
    pub email: Option<Sp<EcoString>>,
    /// Opening hours.
    pub hours: Option<Text>,
}

/// A person.
#[derive(Debug)]
pub struct PersonDraft {
    /// Where the entry stands.
    pub span: Span,
    /// Local id.
    pub id: Word,
    /// Full name.
    pub name: Sp<EcoString>,
    /// Phone.
    pub phone: Option<Sp<Phone>>,
    /// Offices held.
    pub offices: Vec<HoldingDraft>,
    /// Day of the consent to publish a contact.
    pub consent: Option<Sp<NaiveDate>>,
    /// Fields the person asked to keep back: `phone`, `name`.
    pub withhold: Vec<Word>,
    /// Day from which the person is removed everywhere.
    pub withdrawn: Option<Sp<NaiveDate>>,
}

/// An office held.
#[derive(Debug)]
pub struct HoldingDraft {
    /// Office of the scheme.
    pub office: Word,
    /// First day.
    pub from: Option<NaiveDate>,
    /// Last day.
    pub until: Option<NaiveDate>,
    /// Village, for a village office.
    pub unit: Option<Word>,
}

/// A decision.
#[derive(Debug)]
pub struct DecisionDraft {
    /// Where the entry stands.
    pub span: Span,
    /// Local id.
    pub id: Word,
    /// Number.
    pub number: Sp<EcoString>,
    /// Date.
    pub date: Sp<NaiveDate>,
    /// Office that signed.
    pub signed_by: Word,
    /// Office that proposed.
    pub proposed_by: Option<Word>,
    /// Offices that agreed.
    pub agreed_with: Vec<Word>,
}

/// A village.
#[derive(Debug)]
pub struct UnitDraft {
    /// Where the entry stands.
    pub span: Span,
    /// Local id, part of its identity.
    pub id: Word,
    /// Full name with its kind.
    pub name: Sp<EcoString>,
    /// Kind.
    pub kind: Word,
    /// Households.
    pub households: Option<u32>,
    /// Head.
    pub head: Option<HeadDraft>,
}

/// A village head, or none for now.
#[derive(Debug)]
pub enum HeadDraft {
    /// Someone.
    Person {
        /// Local id of the person.
        person: Word,
        /// Term.
        term: Option<Term>,
    },
    /// No one since.
    Vacant {
        /// The day.
        since: Sp<NaiveDate>,
    },
}

/// A body.
#[derive(Debug)]
pub struct BodyDraft {
    /// Where the entry stands.
    pub span: Span,
    /// Body of the scheme.
    pub kind: Word,
    /// Scheme, else the file's.
    pub scheme: Option<Word>,
    /// Local id.
    pub id: Option<Word>,
    /// Name.
    pub name: Option<Sp<EcoString>>,
    /// Villages it serves.
    pub serves: Vec<Word>,
    /// Decision.
    pub decision: Option<Word>,
    /// Day of the vote.
    pub elected: Option<Sp<NaiveDate>>,
    /// Term.
    pub term: Option<Term>,
    /// Households.
    pub households: Option<Sp<u32>>,
    /// Why fewer households suffice.
    pub concentrated: Option<EcoString>,
    /// The last meetings held.
    pub meetings: Vec<MeetingHeld>,
    /// Members, past members and declared vacancies.
    pub members: Vec<MemberDraft>,
}

/// A meeting that was held.
#[derive(Debug)]
pub struct MeetingHeld {
    /// Meeting of the scheme's body.
    pub meeting: Word,
    /// The day.
    pub date: NaiveDate,
}

/// A seat.
#[derive(Debug)]
pub enum MemberDraft {
    /// Held by someone.
    Person {
        /// Where the entry stands.
        span: Span,
        /// Local id of the person.
        person: Word,
        /// Post.
        post: Word,
        /// Office for which the person sits, where the post has seats.
        office: Option<Word>,
        /// First day.
        from: Option<NaiveDate>,
        /// Last day.
        until: Option<NaiveDate>,
    },
    /// Declared vacant.
    Vacant {
        /// Where the entry stands.
        span: Span,
        /// Post.
        post: Word,
        /// Seat.
        office: Option<Word>,
        /// Since.
        since: Option<NaiveDate>,
    },
}

/// A file of `data/private/`.
#[derive(Debug)]
pub struct PrivateDraft {
    /// The file.
    pub file: FileId,
    /// Commune whose roster it belongs to.
    pub place: Option<PlaceRef>,
    /// People.
    pub people: Vec<PrivatePersonDraft>,
}

/// The private values of a person.
#[derive(Debug)]
pub struct PrivatePersonDraft {
    /// Local id of the person in the roster.
    pub id: Word,
    /// Date of birth.
    pub born: Option<Private<Sp<NaiveDate>>>,
    /// Permanent resident.
    pub resident: Option<Private<bool>>,
    /// All values that are text: national id, home, phone, e-mail, health, note.
    pub texts: Vec<Private<Sp<EcoString>>>,
}
