//! The registry: the draft with every reference resolved and every rule answered. Still holds private values.

use chrono::NaiveDate;
use ecow::EcoString;

use crate::{
    diag::{FileId, Lang, Sp, Span},
    model::{
        BodyIdx, Gazetteer, OfficeIdx, PersonIdx, Phone, PlaceIdx, PostIdx, Private, RosterIdx,
        SchemeIdx, Text, UnitIdx,
    },
    parse::draft::{
        Correction, Cover, LockDraft, MeetingDraft, MovedDraft, Photo, PolicyDraft, Shelf,
        SiteDraft, StyleDraft, Term, VerifiedDraft,
    },
    scheme::Schemes,
};

/// Everything, resolved. Only the check stage can make one.
#[derive(Debug)]
pub struct Registry {
    /// Site settings.
    pub site: SiteDraft,
    /// The day everything is checked for.
    pub as_of: NaiveDate,
    /// The edition whose places have pages, as an index into the gazetteer.
    pub edition: usize,
    /// The default scheme.
    pub scheme: SchemeIdx,
    /// Places.
    pub gazetteer: Gazetteer,
    /// Schemes.
    pub schemes: Schemes,
    /// Rosters, in the order of their places.
    pub rosters: Vec<Roster>,
    /// What may be public.
    pub policy: PolicyDraft,
    /// Progress.
    pub rollout: Option<Rollout>,
    /// Contacts of agencies.
    pub agencies: Vec<AgencyContact>,
    /// Addresses already given.
    pub lock: LockDraft,
    /// What became of addresses that are gone.
    pub moved: Vec<MovedDraft>,
    /// How the site's texts are written.
    pub style: StyleDraft,
    /// Markdown sources.
    pub articles: Vec<Article>,
    /// Rules broken by reality.
    pub broken: Vec<Broken>,
    pub(super) _checked: Checked,
}

/// Held by every registry, so that no other stage can make one.
#[derive(Debug)]
pub(super) struct Checked;

/// The roster of one commune.
#[derive(Debug)]
pub struct Roster {
    /// The file.
    pub file: FileId,
    /// Where its place is written; findings about the whole point here.
    pub at: Span,
    /// The commune.
    pub place: PlaceIdx,
    /// The scheme of bodies that name no other.
    pub scheme: SchemeIdx,
    /// Who vouched for it.
    pub verified: Option<VerifiedDraft>,
    /// The commune's office.
    pub office: Office,
    /// People, in file order.
    pub people: Vec<Person>,
    /// Decisions, in file order.
    pub decisions: Vec<Decision>,
    /// Villages, in Vietnamese order.
    pub units: Vec<Unit>,
    /// Bodies, in the scheme's order, then Vietnamese order of what they serve and their names.
    pub bodies: Vec<Body>,
}

/// The commune's office.
#[derive(Debug, Default)]
pub struct Office {
    /// Where the table stands, when written.
    pub span: Option<Span>,
    /// Address.
    pub address: Option<Sp<EcoString>>,
    /// Phone.
    pub phone: Option<Sp<Phone>>,
    /// Duty phone of the police.
    pub police_duty: Option<Sp<Phone>>,
    /// E-mail.
    pub email: Option<Sp<EcoString>>,
    /// Opening hours.
    pub hours: Option<Text>,
}

/// A person.
#[derive(Debug)]
pub struct Person {
    /// Local id.
    pub id: EcoString,
    /// Where the entry stands.
    pub span: Span,
    /// Full name.
    pub name: Sp<EcoString>,
    /// Phone.
    pub phone: Option<Sp<Phone>>,
    /// Offices of the roster's scheme, or of a scheme one of its bodies names.
    pub offices: Vec<Holding>,
    /// Day of consent to publish a contact.
    pub consent: Option<NaiveDate>,
    /// Asked to keep the phone back.
    pub withhold_phone: bool,
    /// Asked to keep the name back.
    pub withhold_name: bool,
    /// Removed everywhere from this day.
    pub withdrawn: Option<Sp<NaiveDate>>,
    /// Private values, when the private folder is there.
    pub private: Option<Box<PrivateFacts>>,
}

/// Private values of a person.
#[derive(Debug)]
pub struct PrivateFacts {
    /// Date of birth.
    pub born: Option<Private<Sp<NaiveDate>>>,
    /// Permanent resident.
    pub resident: Option<Private<bool>>,
    /// Text values.
    pub texts: Vec<Private<Sp<EcoString>>>,
}

/// An office held by a person.
#[derive(Debug, Clone, Copy)]
pub struct Holding {
    /// The scheme of the office: the roster's, else one that a body of the roster names.
    pub scheme: SchemeIdx,
    /// The office.
    pub office: OfficeIdx,
    /// First day.
    pub from: Option<NaiveDate>,
    /// Last day.
    pub until: Option<NaiveDate>,
    /// Village.
    pub unit: Option<UnitIdx>,
}

/// A decision.
#[derive(Debug)]
pub struct Decision {
    /// Where the entry stands.
    pub span: Span,
    /// The scheme of its offices: of the first body that rests on it, else the roster's.
    pub scheme: SchemeIdx,
    /// Number.
    pub number: Sp<EcoString>,
    /// Date.
    pub date: Sp<NaiveDate>,
    /// Who signed, with its place.
    pub signed_by: Sp<OfficeIdx>,
    /// Who proposed.
    pub proposed_by: Option<OfficeIdx>,
    /// Who agreed.
    pub agreed_with: Vec<OfficeIdx>,
}

/// A village.
#[derive(Debug)]
pub struct Unit {
    /// Local id.
    pub id: EcoString,
    /// Where the entry stands.
    pub span: Span,
    /// Full name.
    pub name: Sp<EcoString>,
    /// Index into the edition's kinds.
    pub kind: usize,
    /// Households.
    pub households: Option<u32>,
    /// Head.
    pub head: Option<Head>,
}

/// A village head.
#[derive(Debug, Clone, Copy)]
pub enum Head {
    /// Someone.
    Person {
        /// Who.
        person: PersonIdx,
        /// Term.
        term: Option<Term>,
    },
    /// No one since.
    Vacant {
        /// The day.
        since: NaiveDate,
    },
}

/// A body.
#[derive(Debug)]
pub struct Body {
    /// Where the entry stands.
    pub span: Span,
    /// Its scheme.
    pub scheme: SchemeIdx,
    /// Its kind in that scheme.
    pub kind: BodyIdx,
    /// Local id.
    pub id: Option<EcoString>,
    /// Name.
    pub name: Option<Sp<EcoString>>,
    /// Villages it serves.
    pub serves: Vec<UnitIdx>,
    /// Index into the roster's decisions.
    pub decision: Option<usize>,
    /// Day of the vote.
    pub elected: Option<Sp<NaiveDate>>,
    /// Term.
    pub term: Option<Term>,
    /// Households.
    pub households: Option<Sp<u32>>,
    /// Why fewer suffice.
    pub concentrated: Option<EcoString>,
    /// Last meetings: index into the kind's meetings, day.
    pub meetings: Vec<(usize, NaiveDate)>,
    /// Seats, in file order.
    pub members: Vec<Member>,
}

/// A seat of a body.
#[derive(Debug, Clone, Copy)]
pub struct Member {
    /// Where the entry stands.
    pub span: Span,
    /// Post.
    pub post: PostIdx,
    /// Office of the body's scheme for which it is held.
    pub office: Option<OfficeIdx>,
    /// Who holds it; `None` is declared vacant.
    pub person: Option<PersonIdx>,
    /// First day, or the day it fell vacant.
    pub from: Option<NaiveDate>,
    /// Last day.
    pub until: Option<NaiveDate>,
}

impl Member {
    /// Whether someone holds the seat on this day.
    pub fn holds(&self, day: NaiveDate) -> bool {
        self.person.is_some() && crate::model::date::holds(self.from, self.until, day)
    }
}

/// Progress of a scheme.
#[derive(Debug)]
pub struct Rollout {
    /// Scheme.
    pub scheme: SchemeIdx,
    /// A remark.
    pub note: Option<Text>,
    /// Step index, started, finished.
    pub steps: Vec<(usize, Option<NaiveDate>, Option<NaiveDate>)>,
    /// Pilot places.
    pub pilots: Vec<PlaceIdx>,
}

/// Contact of an agency.
#[derive(Debug)]
pub struct AgencyContact {
    /// Scheme.
    pub scheme: SchemeIdx,
    /// Index into the scheme's agencies.
    pub agency: usize,
    /// Phone.
    pub phone: Option<Phone>,
    /// Address.
    pub address: Option<Text>,
    /// E-mail.
    pub email: Option<EcoString>,
}

/// A Markdown source.
#[derive(Debug)]
pub struct Article {
    /// The file.
    pub file: FileId,
    /// Where it stands.
    pub shelf: Shelf,
    /// Language.
    pub lang: Lang,
    /// Pairs translations.
    pub stem: EcoString,
    /// Title.
    pub title: Sp<EcoString>,
    /// Order.
    pub order: Option<i64>,
    /// One sentence.
    pub summary: Option<Sp<EcoString>>,
    /// Date of a post.
    pub date: Option<NaiveDate>,
    /// Day of the last change.
    pub changed: Option<NaiveDate>,
    /// A chapter that is a form to print and fill in by hand.
    pub form: bool,
    /// A chapter with the answers to exercises, which those who are taught do not get.
    pub answers: bool,
    /// Scheme.
    pub scheme: SchemeIdx,
    /// Slug, if chosen.
    pub slug: Option<Sp<EcoString>>,
    /// What only a post has.
    pub story: Story,
    /// Where the Markdown begins in the file.
    pub body_at: usize,
    /// The Markdown.
    pub body: EcoString,
}

/// What only a post has.
#[derive(Debug, Default)]
pub struct Story {
    /// Who tells it.
    pub byline: Option<EcoString>,
    /// Where it happened.
    pub places: Vec<PlaceIdx>,
    /// What it is about.
    pub tags: Vec<EcoString>,
    /// The number its cover is drawn from.
    pub cover: Option<Cover>,
    /// Its photo.
    pub photo: Option<Photo>,
    /// What was wrong in it, in the order of the days.
    pub corrections: Vec<Correction>,
}

impl Article {
    /// The one sentence, when there is one.
    pub fn summary(&self) -> Option<&str> {
        self.summary.as_ref().map(|summary| &*summary.value)
    }
}

/// A rule that reality breaks, for the notice on the page.
#[derive(Debug, Clone)]
pub struct Broken {
    /// Scheme.
    pub scheme: SchemeIdx,
    /// Index into the scheme's rules.
    pub rule: usize,
    /// Roster.
    pub roster: RosterIdx,
    /// What of the roster.
    pub subject: Subject,
    /// What is wrong here, without any private value.
    pub words: Text,
    /// Whether the words may stand on a public page (rules over private attributes may not).
    pub public: bool,
}

/// What of a roster a finding is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// The commune as a whole.
    Commune,
    /// A village.
    Unit(UnitIdx),
    /// A body, as an index into the roster's bodies.
    Body(usize),
}

impl Article {
    /// The latest day on which something was changed in it: a correction, the last change, the day it was posted.
    pub fn updated(&self) -> Option<NaiveDate> {
        let corrected = self.story.corrections.last().map(|last| last.date.value);
        self.date.max(self.changed).max(corrected)
    }
}

impl Registry {
    /// The meeting of a body's kind.
    pub fn meeting(&self, body: &Body, at: usize) -> &MeetingDraft {
        &self.schemes.get(body.scheme).bodies[body.kind.at()].meetings[at]
    }
}
