//! What may be shown: the types formats and templates see, and nothing else.

use chrono::NaiveDate;
use ecow::EcoString;
use rustc_hash::FxHashMap;

use crate::{
    check::{AgencyContact, Article, Broken, Rollout},
    diag::{FileId, Lang, Span},
    model::{
        BodyIdx, Gazetteer, OfficeIdx, Phone, PlaceIdx, PostIdx, RosterIdx, SchemeIdx, Text,
        UnitIdx,
    },
    parse::draft::{EmergencyDraft, LockDraft, MovedDraft, PublisherDraft, StyleDraft, Term},
    scheme::Schemes,
};

/// Where a value may appear.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Surface {
    /// On a page.
    Page,
    /// In the search index.
    Search,
    /// In what leaves the site: open data, contact cards, files to take along.
    Export,
    /// On paper.
    Print,
}

/// A set of surfaces.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Surfaces(u8);

/// A value that may be shown on some surfaces, and where it was written.
#[derive(Clone, Debug)]
pub struct Published<T> {
    value: T,
    surfaces: Surfaces,
    origin: Span,
}

/// Everything that may be public. Only the gate can make one.
#[derive(Debug)]
pub struct PublicSite {
    /// Settings.
    pub info: SiteInfo,
    /// The day everything is shown for.
    pub as_of: NaiveDate,
    /// The edition whose places have pages.
    pub edition: usize,
    /// The default scheme.
    pub scheme: SchemeIdx,
    /// Places.
    pub gazetteer: Gazetteer,
    /// Schemes.
    pub schemes: Schemes,
    /// Communes with a roster, in the order of the registry.
    pub communes: Vec<PublicCommune>,
    /// The roster of a place.
    pub roster_of: FxHashMap<PlaceIdx, RosterIdx>,
    /// Progress.
    pub rollout: Option<Rollout>,
    /// Contacts of agencies.
    pub agencies: Vec<AgencyContact>,
    /// Addresses already given.
    pub lock: LockDraft,
    /// What became of addresses that are gone.
    pub moved: Vec<MovedDraft>,
    /// How the texts are written.
    pub style: StyleDraft,
    /// Markdown sources.
    pub articles: Vec<Article>,
    pub(super) _published: Passed,
}

/// Only the gate has one.
#[derive(Debug)]
pub(super) struct Passed;

/// Settings of the site.
#[derive(Debug)]
pub struct SiteInfo {
    /// Title.
    pub title: Text,
    /// One sentence.
    pub summary: Option<Text>,
    /// Where it stands, ending in `/`.
    pub base_url: EcoString,
    /// Languages, the main one first.
    pub languages: Vec<Lang>,
    /// Whether everything is sample data.
    pub sample: bool,
    /// Theme folder.
    pub theme: EcoString,
    /// Who answers for it.
    pub publisher: PublisherDraft,
    /// Emergency numbers.
    pub emergency: Vec<EmergencyDraft>,
    /// Whether raw HTML in Markdown is allowed and then sanitised.
    pub html: bool,
}

/// A commune with a roster.
#[derive(Debug)]
pub struct PublicCommune {
    /// The place.
    pub place: PlaceIdx,
    /// Its scheme.
    pub scheme: SchemeIdx,
    /// The source file.
    pub source: FileId,
    /// Day and name of who vouched for it.
    pub verified: Option<(NaiveDate, EcoString)>,
    /// The day by which it should be verified again.
    pub check_again: Option<NaiveDate>,
    /// The office.
    pub office: PublicOffice,
    /// Villages, in order.
    pub units: Vec<PublicUnit>,
    /// Bodies, in order.
    pub bodies: Vec<PublicBody>,
    /// Rules broken here whose words may be public.
    pub broken: Vec<Broken>,
}

/// The commune's office.
#[derive(Debug, Default)]
pub struct PublicOffice {
    /// Address.
    pub address: Option<Published<EcoString>>,
    /// Phone.
    pub phone: Option<Published<Phone>>,
    /// Duty phone of the police.
    pub police_duty: Option<Published<Phone>>,
    /// E-mail.
    pub email: Option<Published<EcoString>>,
    /// Opening hours.
    pub hours: Option<Text>,
}

/// A village.
#[derive(Debug)]
pub struct PublicUnit {
    /// Local id.
    pub id: EcoString,
    /// Full name.
    pub name: EcoString,
    /// Index into the edition's kinds.
    pub kind: usize,
    /// Households.
    pub households: Option<u32>,
    /// Head, when one is recorded.
    pub head: Option<PublicHead>,
}

/// A village head.
#[derive(Debug)]
pub struct PublicHead {
    /// Who.
    pub holder: Holder,
    /// Term.
    pub term: Option<Term>,
}

/// A body.
#[derive(Debug)]
pub struct PublicBody {
    /// Scheme.
    pub scheme: SchemeIdx,
    /// Kind.
    pub kind: BodyIdx,
    /// Name.
    pub name: Option<EcoString>,
    /// Villages it serves.
    pub serves: Vec<UnitIdx>,
    /// Decision.
    pub decision: Option<Published<PublicDecision>>,
    /// Day of the vote.
    pub elected: Option<NaiveDate>,
    /// Term.
    pub term: Option<Term>,
    /// Households.
    pub households: Option<Published<u32>>,
    /// Why fewer suffice.
    pub concentrated: Option<EcoString>,
    /// Last meetings: index into the kind's meetings, day.
    pub meetings: Vec<(usize, NaiveDate)>,
    /// Seats held or declared vacant on the day, by rank, then post, seat and file order.
    pub seats: Vec<PublicSeat>,
    /// Former members that may be shown.
    pub past: Vec<PublicSeat>,
}

/// A seat.
#[derive(Debug)]
pub struct PublicSeat {
    /// Post.
    pub post: PostIdx,
    /// Office for which it is held.
    pub office: Option<OfficeIdx>,
    /// Who holds it.
    pub holder: Holder,
    /// First day, or the day it fell vacant.
    pub from: Option<NaiveDate>,
    /// Last day.
    pub until: Option<NaiveDate>,
}

/// Who holds a seat.
#[derive(Debug)]
pub enum Holder {
    /// Someone who may be named.
    Person(Box<PublicPerson>),
    /// Someone who may not.
    Withheld,
    /// No one ("đang khuyết").
    Vacant,
}

/// A person who may be named.
#[derive(Debug)]
pub struct PublicPerson {
    /// Local id, stable within the commune; for anchors and card names, never shown.
    pub id: EcoString,
    /// Full name.
    pub name: Published<EcoString>,
    /// How to reach them.
    pub contact: Contact,
    /// Offices held on the day; empty where they may be shown nowhere.
    pub offices: Published<Vec<OfficeHeld>>,
}

/// An office held on the day.
#[derive(Debug, Clone, Copy)]
pub struct OfficeHeld {
    /// The scheme of the office.
    pub scheme: SchemeIdx,
    /// The office.
    pub office: OfficeIdx,
    /// Village.
    pub unit: Option<UnitIdx>,
}

/// How to reach a person.
#[derive(Debug)]
pub enum Contact {
    /// A number.
    Public(Published<Phone>),
    /// There is one, and it may not be shown ("không công khai").
    Withheld,
    /// None is recorded.
    Missing,
}

/// A decision.
#[derive(Debug)]
pub struct PublicDecision {
    /// The scheme of its offices.
    pub scheme: SchemeIdx,
    /// Number.
    pub number: EcoString,
    /// Date.
    pub date: NaiveDate,
    /// Who signed.
    pub signed_by: OfficeIdx,
    /// Who proposed.
    pub proposed_by: Option<OfficeIdx>,
    /// Who agreed.
    pub agreed_with: Vec<OfficeIdx>,
}

impl Surface {
    /// All surfaces.
    pub const ALL: [Surface; 4] = [
        Surface::Page,
        Surface::Search,
        Surface::Export,
        Surface::Print,
    ];

    /// The word for it in `publish.toml`.
    pub const fn word(self) -> &'static str {
        match self {
            Surface::Page => "page",
            Surface::Search => "search",
            Surface::Export => "export",
            Surface::Print => "print",
        }
    }
}

impl Surfaces {
    /// Nowhere.
    pub const NONE: Surfaces = Surfaces(0);
    /// Everywhere.
    pub const ALL: Surfaces = Surfaces(0b1111);

    /// This set and one more.
    #[must_use]
    pub const fn with(self, surface: Surface) -> Self {
        Surfaces(self.0 | 1 << surface as u8)
    }

    /// Both sets together.
    #[must_use]
    pub const fn union(self, other: Surfaces) -> Self {
        Surfaces(self.0 | other.0)
    }

    /// Whether it has this one.
    pub const fn has(self, surface: Surface) -> bool {
        self.0 & 1 << surface as u8 != 0
    }

    /// The set as bits, as a key.
    pub(super) const fn bits(self) -> u8 {
        self.0
    }

    /// Whether it has none.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }
}

impl<T> Published<T> {
    /// Only the gate publishes.
    pub(super) const fn new(value: T, surfaces: Surfaces, origin: Span) -> Self {
        Published {
            value,
            surfaces,
            origin,
        }
    }

    /// A value for the tests of formats, which start where the gate ends.
    #[cfg(test)]
    pub(crate) const fn sample(value: T) -> Self {
        let origin = Span {
            file: FileId(0),
            start: 0,
            end: 0,
        };
        Self::new(value, Surfaces::ALL, origin)
    }

    /// The same, or nothing where it may appear nowhere.
    pub(super) fn allowed(value: T, surfaces: Surfaces, origin: Span) -> Option<Self> {
        (!surfaces.is_empty()).then(|| Self::new(value, surfaces, origin))
    }

    /// The value, where it may appear.
    pub const fn on(&self, surface: Surface) -> Option<&T> {
        if self.surfaces.has(surface) {
            Some(&self.value)
        } else {
            None
        }
    }

    /// Where it was written.
    pub const fn origin(&self) -> Span {
        self.origin
    }
}

impl PublicSite {
    /// A site without rosters, for the tests of formats, which start where the gate ends.
    #[cfg(test)]
    pub(crate) fn sample(info: SiteInfo, gazetteer: Gazetteer, schemes: Schemes) -> Self {
        PublicSite {
            info,
            as_of: NaiveDate::default(),
            edition: 0,
            scheme: SchemeIdx::new(0),
            gazetteer,
            schemes,
            communes: Vec::new(),
            roster_of: FxHashMap::default(),
            rollout: None,
            agencies: Vec::new(),
            lock: LockDraft::default(),
            moved: Vec::new(),
            style: StyleDraft::default(),
            articles: Vec::new(),
            _published: Passed,
        }
    }

    /// The roster of a place.
    pub fn commune(&self, place: PlaceIdx) -> Option<&PublicCommune> {
        self.roster_of.get(&place).map(|at| &self.communes[at.at()])
    }
}
