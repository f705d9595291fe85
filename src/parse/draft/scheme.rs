//! Draft of a scheme file. Parts without references are used as they are by the compiled scheme.

use chrono::NaiveDate;
use ecow::EcoString;

use super::{BodyKindDraft, Word};
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
    pub number: Option<EcoString>,
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
    /// Words explained.
    pub terms: Vec<DefinitionDraft>,
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

/// `[[terms]]`.
#[derive(Debug, Clone)]
pub struct DefinitionDraft {
    /// The word.
    pub word: Text,
    /// What it means here.
    pub meaning: Text,
    /// The clause that uses it.
    pub clause: Option<Word>,
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
