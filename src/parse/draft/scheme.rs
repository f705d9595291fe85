//! Draft of a scheme file. Parts without references are used as they are by the compiled scheme.

use chrono::NaiveDate;

use super::Word;
use crate::{
    diag::{FileId, Severity, Sp, Span},
    model::Text,
};

/// Words with the clauses they rest on.
#[derive(Debug, Clone)]
pub struct Cited {
    /// The words.
    pub text: Text,
    /// The clause.
    pub clause: Option<Word>,
}

/// A scheme file.
#[derive(Debug)]
pub struct SchemeDraft {
    /// The file.
    pub file: FileId,
    /// Id.
    pub id: Word,
    /// Full title.
    pub title: Text,
    /// Short name.
    pub short: Text,
    /// Official number.
    pub number: Option<Box<str>>,
    /// Date of the document.
    pub date: Option<NaiveDate>,
    /// Who issued it.
    pub issuer: Option<Text>,
    /// What it does.
    pub summary: Option<Text>,
    /// Where and when it is in force.
    pub applies: Vec<AppliesDraft>,
    /// What replaced it.
    pub superseded_by: Option<Superseded>,
    /// Clauses.
    pub clauses: Vec<ClauseDraft>,
    /// Offices.
    pub offices: Vec<OfficeKindDraft>,
    /// Bodies.
    pub bodies: Vec<BodyKindDraft>,
    /// Extra values for Markdown.
    pub values: Vec<ValueDraft>,
    /// Tables of numbers by place.
    pub tables: Vec<TableDraft>,
    /// Rules.
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
}

/// `[[applies]]`.
#[derive(Debug)]
pub struct AppliesDraft {
    /// Where it stands.
    pub span: Span,
    /// Edition.
    pub edition: Word,
    /// Codes; empty is the whole edition.
    pub places: Vec<Word>,
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub until: Option<NaiveDate>,
}

/// `[superseded_by]`.
#[derive(Debug, Clone)]
pub struct Superseded {
    /// Since.
    pub from: NaiveDate,
    /// What replaced it.
    pub title: Text,
    /// Id of a scheme here.
    pub scheme: Option<Word>,
    /// The notice on everything made from the old one.
    pub notice: Text,
}

/// `[[clauses]]`.
#[derive(Debug, Clone)]
pub struct ClauseDraft {
    /// Id, such as `P2.II.1.b`.
    pub id: Word,
    /// What it is about.
    pub title: Text,
    /// Editor's note.
    pub note: Option<Text>,
}

/// `[[offices]]`.
#[derive(Debug, Clone)]
pub struct OfficeKindDraft {
    /// Id.
    pub id: Word,
    /// Level of place.
    pub level: Word,
    /// Title, with `{kind}`.
    pub title: Text,
    /// Titles for some kinds of place.
    pub title_by_kind: Vec<(Word, Text)>,
    /// `official` or `volunteer`.
    pub contact: Option<Word>,
    /// `unit-head`.
    pub held_by: Option<Word>,
    /// Clause.
    pub clause: Option<Word>,
}

/// `[[bodies]]`.
#[derive(Debug, Clone)]
pub struct BodyKindDraft {
    /// Id.
    pub id: Word,
    /// Title.
    pub title: Text,
    /// Short title.
    pub short: Text,
    /// Level.
    pub level: Word,
    /// `one` or `many`.
    pub serves: Option<Word>,
    /// Where it exists.
    pub condition: Where,
    /// Clause.
    pub clause: Option<Word>,
    /// What it is for.
    pub what: Option<Text>,
    /// Posts.
    pub posts: Vec<PostDraft>,
    /// Size of the whole.
    pub members: MembersDraft,
    /// Standing force.
    pub standing_force: Vec<StandingForceDraft>,
    /// What there is instead, where it does not exist.
    pub instead: Vec<InsteadDraft>,
    /// Chain of establishment.
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

/// A post.
#[derive(Debug, Clone)]
pub struct PostDraft {
    /// Id.
    pub id: Word,
    /// Title.
    pub title: Text,
    /// Least number of holders.
    pub least: Option<u32>,
    /// Greatest number of holders.
    pub most: Option<u32>,
    /// Office that holds it.
    pub office: Option<Word>,
    /// Offices that sit in it.
    pub seats: Vec<Word>,
    /// 1 leads, 2 deputises, 3 members.
    pub rank: u32,
    /// Clause.
    pub clause: Option<Word>,
}

/// Size of a body.
#[derive(Debug, Clone, Default)]
pub struct MembersDraft {
    /// Least.
    pub least: Option<u32>,
    /// Most.
    pub most: Option<u32>,
    /// Or a table by place.
    pub table: Option<Word>,
}

/// Who stands ready.
#[derive(Debug, Clone)]
pub struct StandingForceDraft {
    /// Where.
    pub condition: Where,
    /// Who.
    pub title: Text,
    /// Clause.
    pub clause: Option<Word>,
}

/// What there is instead of a body.
#[derive(Debug, Clone)]
pub struct InsteadDraft {
    /// Where.
    pub condition: Where,
    /// Words.
    pub text: Text,
    /// Clause.
    pub clause: Option<Word>,
}

/// Chain of establishment: proposes → agrees → decides.
#[derive(Debug, Clone)]
pub struct EstablishmentDraft {
    /// Who proposes.
    pub proposed_by: Option<Word>,
    /// Who agrees.
    pub agreed_with: Vec<Word>,
    /// Who decides.
    pub decided_by: Word,
    /// Clause.
    pub clause: Option<Word>,
}

/// How members are elected.
#[derive(Debug, Clone)]
pub struct ElectionDraft {
    /// By whom.
    pub by: Text,
    /// Criteria.
    pub criteria: Vec<Text>,
    /// A preference, not a duty.
    pub preference: Option<Text>,
    /// Clause.
    pub clause: Option<Word>,
}

/// How long a term lasts.
#[derive(Debug, Clone)]
pub struct TermRule {
    /// As long as this office's.
    pub same_as: Option<Word>,
    /// Or years.
    pub years: Option<u32>,
    /// Clause.
    pub clause: Option<Word>,
}

/// How often.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Every {
    /// Every so many weeks.
    Weeks(u32),
    /// Every so many months.
    Months(u32),
    /// Every so many years.
    Years(u32),
    /// When called.
    WhenCalled,
}

/// A meeting.
#[derive(Debug, Clone)]
pub struct MeetingDraft {
    /// Id.
    pub id: Word,
    /// How often.
    pub every: Every,
    /// Title.
    pub title: Text,
    /// Clause.
    pub clause: Option<Word>,
}

/// What a line to another body means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineKind {
    /// Leads.
    Leadership,
    /// Manages.
    Management,
    /// Guides professionally.
    Guidance,
    /// Is reported to.
    ReportsTo,
    /// Works with.
    CooperatesWith,
}

/// A line to another body.
#[derive(Debug, Clone)]
pub struct Line {
    /// What it means.
    pub kind: LineKind,
    /// Who.
    pub by: Text,
    /// Clause.
    pub clause: Option<Word>,
}

/// Money.
#[derive(Debug, Clone)]
pub struct MoneyDraft {
    /// For what.
    pub what: Text,
    /// From where.
    pub source: Option<Text>,
    /// Percent of the base named in `what`.
    pub percent: Option<u32>,
    /// Clause.
    pub clause: Option<Word>,
}

/// `[[values]]`.
#[derive(Debug, Clone)]
pub struct ValueDraft {
    /// Name.
    pub name: Word,
    /// Value; a number is the same in every language.
    pub value: Text,
    /// Clause.
    pub clause: Option<Word>,
}

/// `[tables.<id>]`.
#[derive(Debug, Clone)]
pub struct TableDraft {
    /// Id.
    pub id: Word,
    /// Title.
    pub title: Text,
    /// (`edition:code`, number).
    pub rows: Vec<(Word, u32)>,
    /// For places without a row.
    pub default: Option<u32>,
}

/// `[[rules]]`: its parameters belong to its kind.
#[derive(Debug, Clone)]
pub struct RuleDraft {
    /// Where it stands.
    pub span: Span,
    /// Id, such as `B2`.
    pub id: Word,
    /// Kind, of the closed set in the check stage.
    pub kind: Word,
    /// How much it weighs.
    pub severity: Severity,
    /// Clauses it rests on.
    pub clauses: Vec<Word>,
    /// The rule in words.
    pub words: Text,
    /// Where it holds.
    pub condition: Where,
    /// All other keys.
    pub params: Vec<(Word, Param)>,
}

/// A parameter of a rule.
#[derive(Debug, Clone)]
pub enum Param {
    /// A word.
    Word(Word),
    /// A number.
    Number(Sp<i64>),
    /// Words.
    Words(Vec<Word>),
}

/// `[[agencies]]`.
#[derive(Debug, Clone)]
pub struct AgencyTasks {
    /// Id.
    pub id: Word,
    /// Name.
    pub name: Text,
    /// Clause.
    pub clause: Option<Word>,
    /// Tasks.
    pub tasks: Vec<Text>,
}

/// `[[steps]]`.
#[derive(Debug, Clone)]
pub struct StepDraft {
    /// Id.
    pub id: Word,
    /// Title.
    pub title: Text,
    /// What is done.
    pub what: Vec<Text>,
    /// When, in words.
    pub when: Text,
    /// First day.
    pub from: Option<NaiveDate>,
    /// Last day.
    pub until: Option<NaiveDate>,
    /// Clause.
    pub clause: Option<Word>,
}

/// `[[campaigns]]`.
#[derive(Debug, Clone)]
pub struct CampaignDraft {
    /// Id.
    pub id: Word,
    /// The call.
    pub call: Text,
    /// Whose it is.
    pub by: Text,
    /// Whom it names.
    pub named: Vec<Text>,
    /// Clause.
    pub clause: Option<Word>,
}

/// `[[bases]]`.
#[derive(Debug, Clone)]
pub struct LegalBasis {
    /// Title.
    pub title: Text,
    /// Date.
    pub date: Option<NaiveDate>,
}

/// `[[abbreviations]]`.
#[derive(Debug, Clone)]
pub struct AbbreviationDraft {
    /// Short form.
    pub short: Word,
    /// Long form.
    pub long: Text,
}

/// A condition: all that is given must hold; empty always holds.
#[derive(Debug, Clone, Default)]
pub struct Where {
    /// Kinds of the commune.
    pub place_kind: Vec<Word>,
    /// Kinds of the village.
    pub unit_kind: Vec<Word>,
    /// `edition:code` of the commune or of a place it lies in.
    pub place: Vec<Word>,
    /// Decided on or after.
    pub decided_from: Option<NaiveDate>,
    /// Decided on or before.
    pub decided_until: Option<NaiveDate>,
    /// Whether a `concentrated` reason is given.
    pub concentrated: Option<bool>,
    /// Least number of households.
    pub households_at_least: Option<u32>,
}
