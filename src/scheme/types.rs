//! The compiled scheme. Leaf parts without references stay as drafted.

use chrono::NaiveDate;
use ecow::EcoString;

use crate::{
    diag::FileId,
    model::{BodyIdx, Gazetteer, OfficeIdx, PlaceIdx, PostIdx, SchemeIdx, Text},
    parse::draft::{
        AbbreviationDraft, AgencyTasks, CampaignDraft, Cited, ClauseDraft, DefinitionDraft,
        ElectionDraft, EstablishmentDraft, LegalBasis, Line, MeetingDraft, MembersDraft,
        MoneyDraft, RuleDraft, StepDraft, Superseded, TableDraft, TermRule, ValueDraft, Where,
    },
};

/// All schemes of a site.
#[derive(Debug, Default)]
pub struct Schemes {
    /// The schemes, in file order.
    pub all: Vec<Scheme>,
}

/// A decree.
#[derive(Debug)]
pub struct Scheme {
    /// The file.
    pub file: FileId,
    /// Id.
    pub id: EcoString,
    /// Full title.
    pub title: Text,
    /// Short name.
    pub short: Text,
    /// Official number.
    pub number: Option<EcoString>,
    /// Date of the document.
    pub date: Option<NaiveDate>,
    /// Who issued it.
    pub issuer: Option<Text>,
    /// What it does.
    pub summary: Option<Text>,
    /// Where and when it is in force.
    pub applies: Vec<Applies>,
    /// What replaced it.
    pub superseded_by: Option<Superseded>,
    /// Clauses, in the order of the document.
    pub clauses: Vec<ClauseDraft>,
    /// Offices.
    pub offices: Vec<OfficeKind>,
    /// Bodies.
    pub bodies: Vec<BodyKind>,
    /// Extra values.
    pub values: Vec<ValueDraft>,
    /// Tables of numbers by place.
    pub tables: Vec<TableDraft>,
    /// Rules; compiled by the check stage.
    pub rules: Vec<RuleDraft>,
    /// Who does what.
    pub agencies: Vec<AgencyTasks>,
    /// Who steers.
    pub steering: Option<Cited>,
    /// Steps.
    pub steps: Vec<StepDraft>,
    /// Money.
    pub funding: Vec<Cited>,
    /// Reporting.
    pub reporting: Vec<Cited>,
    /// Campaigns.
    pub campaigns: Vec<CampaignDraft>,
    /// Legal bases named.
    pub bases: Vec<LegalBasis>,
    /// Abbreviations.
    pub abbreviations: Vec<AbbreviationDraft>,
    /// Words explained.
    pub terms: Vec<DefinitionDraft>,
}

/// Where and when a scheme is in force.
#[derive(Debug, Clone)]
pub struct Applies {
    /// Index into the gazetteer's editions.
    pub edition: usize,
    /// Places it is limited to, with all that lies in them; empty is the whole edition.
    pub places: Vec<PlaceIdx>,
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub until: Option<NaiveDate>,
}

/// An office that can hold a post, sign, propose or agree.
#[derive(Debug)]
pub struct OfficeKind {
    /// Id.
    pub id: EcoString,
    /// Level of place it belongs to, by name; compared with the edition's levels.
    pub level: EcoString,
    /// Title, with `{kind}`.
    pub title: Text,
    /// Title where no one place is meant, with every kind named: "… xã, phường, thị trấn".
    pub general: Text,
    /// Titles for some kinds of place.
    pub title_by_kind: Vec<(EcoString, Text)>,
    /// Whether its contact is an office's rather than a person's own.
    pub official: bool,
    /// Whether it is held by whoever heads the village.
    pub unit_head: bool,
    /// Clause.
    pub clause: Option<EcoString>,
}

/// How many villages a body serves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Serves {
    /// It belongs to the commune.
    Commune,
    /// One village.
    One,
    /// One or several.
    Many,
}

/// A body of the scheme.
#[derive(Debug)]
pub struct BodyKind {
    /// Id.
    pub id: EcoString,
    /// Title.
    pub title: Text,
    /// Short title.
    pub short: Text,
    /// Level, by name.
    pub level: EcoString,
    /// How many villages it serves.
    pub serves: Serves,
    /// Where it exists.
    pub condition: Condition,
    /// Clause.
    pub clause: Option<EcoString>,
    /// What it is for.
    pub what: Option<Text>,
    /// Posts, in order.
    pub posts: Vec<PostKind>,
    /// Size of the whole.
    pub members: MembersDraft,
    /// Standing force: where, who, clause.
    pub standing_force: Vec<(Condition, Text, Option<EcoString>)>,
    /// What there is instead: where, words, clause.
    pub instead: Vec<(Condition, Text, Option<EcoString>)>,
    /// Chain of establishment (office words are resolved offices of this scheme).
    pub establishment: Option<EstablishmentDraft>,
    /// Election.
    pub election: Option<ElectionDraft>,
    /// Term.
    pub term: Option<TermRule>,
    /// Meetings.
    pub meetings: Vec<MeetingDraft>,
    /// Duties.
    pub duties: Vec<Cited>,
    /// Lines of leadership and guidance.
    pub lines: Vec<Line>,
    /// Allowances and funding.
    pub money: Vec<MoneyDraft>,
}

/// A post of a body.
#[derive(Debug)]
pub struct PostKind {
    /// Id.
    pub id: EcoString,
    /// Title.
    pub title: Text,
    /// Least number of holders.
    pub least: Option<u32>,
    /// Greatest number of holders.
    pub most: Option<u32>,
    /// Office that holds it.
    pub office: Option<OfficeIdx>,
    /// Offices that sit in it, in order.
    pub seats: Vec<OfficeIdx>,
    /// 1 leads, 2 deputises, 3 members.
    pub rank: u32,
    /// Clause.
    pub clause: Option<EcoString>,
}

/// A `where` whose words have been checked.
#[derive(Debug, Clone, Default)]
pub struct Condition {
    /// As written; kinds are compared by id.
    pub written: Where,
    /// The places of `written.place`, resolved.
    pub places: Vec<PlaceIdx>,
}

impl Condition {
    /// Whether the part about the commune holds for `place`.
    pub fn holds_at(&self, gazetteer: &Gazetteer, place: PlaceIdx) -> bool {
        let kinds = &self.written.place_kind;
        let kind = &gazetteer.kind_of(place).id;
        (kinds.is_empty() || kinds.iter().any(|k| k.value == *kind))
            && (self.places.is_empty()
                || gazetteer
                    .ancestry(place)
                    .any(|at| self.places.contains(&at)))
    }

    /// Whether the part about the village holds for a village of this kind.
    pub fn holds_for_unit(&self, kind: &str) -> bool {
        let kinds = &self.written.unit_kind;
        kinds.is_empty() || kinds.iter().any(|k| *k.value == *kind)
    }
}

impl Schemes {
    /// The scheme with this id.
    pub fn find(&self, id: &str) -> Option<SchemeIdx> {
        self.all
            .iter()
            .position(|scheme| &*scheme.id == id)
            .map(SchemeIdx::new)
    }

    /// The scheme at an index.
    pub fn get(&self, at: SchemeIdx) -> &Scheme {
        &self.all[at.at()]
    }
}

impl Scheme {
    /// The body with this id.
    pub fn body(&self, id: &str) -> Option<BodyIdx> {
        self.bodies
            .iter()
            .position(|body| &*body.id == id)
            .map(BodyIdx::new)
    }

    /// The office with this id.
    pub fn office(&self, id: &str) -> Option<OfficeIdx> {
        self.offices
            .iter()
            .position(|office| &*office.id == id)
            .map(OfficeIdx::new)
    }

    /// The clause with this id.
    pub fn clause(&self, id: &str) -> Option<&ClauseDraft> {
        self.clauses.iter().find(|clause| *clause.id.value == *id)
    }

    /// The part of [`Applies`] that covers a place, if any.
    pub fn applies_at(
        &self,
        gazetteer: &Gazetteer,
        place: PlaceIdx,
    ) -> impl Iterator<Item = &Applies> {
        let edition = gazetteer.place(place).edition;
        self.applies.iter().filter(move |applies| {
            applies.edition == edition
                && (applies.places.is_empty()
                    || gazetteer
                        .ancestry(place)
                        .any(|at| applies.places.contains(&at)))
        })
    }

    /// The title of an office at a place of this kind, with `{kind}` filled in.
    pub fn office_title(&self, office: OfficeIdx, kind: &crate::model::Kind) -> Text {
        let office = &self.offices[office.at()];
        let title = office
            .title_by_kind
            .iter()
            .find(|(id, _)| *id == kind.id)
            .map_or(&office.title, |(_, title)| title);
        title.fill("kind", &kind.title)
    }
}

impl BodyKind {
    /// The post with this id.
    pub fn post(&self, id: &str) -> Option<PostIdx> {
        self.posts
            .iter()
            .position(|post| &*post.id == id)
            .map(PostIdx::new)
    }
}

/// The anchor of a clause: `P2.II.1.đ` → `p2-ii-1-dd`, since each section of the text letters two points "d".
pub fn anchor(clause: &str) -> String {
    let mut anchor = String::with_capacity(clause.len() + 1);
    for c in clause.chars() {
        match c {
            'đ' | 'Đ' => anchor.push_str("dd"),
            '.' | ' ' | '/' => anchor.push('-'),
            _ => anchor.extend(c.to_lowercase()),
        }
    }
    anchor
}
