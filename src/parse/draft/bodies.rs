//! Draft of a scheme's bodies: posts, establishment, election, meetings, lines, money.

use super::{Cited, Where, Word};
use crate::model::Text;

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
