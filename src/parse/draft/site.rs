//! Drafts of `site.toml`, `rollout.toml`, `agencies.toml`, `addresses.lock` and `moved.toml`.

use chrono::NaiveDate;
use ecow::EcoString;

use super::{PlaceRef, Word};
use crate::{
    diag::{FileId, Lang, Sp, Span},
    model::{Phone, Text},
};

/// `data/site.toml`.
#[derive(Debug)]
pub struct SiteDraft {
    /// The file.
    pub file: FileId,
    /// Title of the site.
    pub title: Text,
    /// One sentence for the home page.
    pub summary: Option<Text>,
    /// Where the site will stand, ending in `/`.
    pub base_url: Sp<EcoString>,
    /// Languages, the main one first; never empty.
    pub languages: Vec<Lang>,
    /// Edition of geography the pages follow.
    pub edition: Word,
    /// Default scheme.
    pub scheme: Word,
    /// The day the site is checked for.
    pub as_of: Option<Sp<NaiveDate>>,
    /// Whether everything is marked as sample data.
    pub sample: bool,
    /// Name of the theme folder.
    pub theme: Word,
    /// Who answers for the site.
    pub publisher: PublisherDraft,
    /// Emergency numbers; never empty.
    pub emergency: Vec<EmergencyDraft>,
    /// Whether raw HTML in Markdown is allowed (and then sanitised).
    pub html: bool,
}

/// Who answers for the site.
#[derive(Debug, Default, Clone)]
pub struct PublisherDraft {
    /// Name.
    pub name: Text,
    /// E-mail.
    pub email: Option<EcoString>,
    /// Phone.
    pub phone: Option<Phone>,
    /// Postal address.
    pub address: Option<Text>,
}

/// An emergency number.
#[derive(Debug, Clone)]
pub struct EmergencyDraft {
    /// The number.
    pub number: Phone,
    /// Who answers.
    pub title: Text,
}

/// `data/rollout.toml`.
#[derive(Debug)]
pub struct RolloutDraft {
    /// The file.
    pub file: FileId,
    /// Scheme it is about.
    pub scheme: Word,
    /// A remark shown with the figures.
    pub note: Option<Text>,
    /// When the steps really began and ended.
    pub steps: Vec<StepHeld>,
    /// Pilot places.
    pub pilots: Vec<PlaceRef>,
}

/// A step as it happened.
#[derive(Debug)]
pub struct StepHeld {
    /// Id of the step in the scheme.
    pub step: Word,
    /// First day.
    pub started: Option<NaiveDate>,
    /// Last day.
    pub finished: Option<NaiveDate>,
}

/// An entry of `data/agencies.toml`.
#[derive(Debug)]
pub struct AgencyDraft {
    /// Where it is written.
    pub span: Span,
    /// Scheme.
    pub scheme: Word,
    /// Agency of the scheme.
    pub agency: Word,
    /// Office phone.
    pub phone: Option<Phone>,
    /// Office address.
    pub address: Option<Text>,
    /// Office e-mail.
    pub email: Option<EcoString>,
}

/// `data/addresses.lock`: stem → key, with places.
#[derive(Debug, Default)]
pub struct LockDraft {
    /// The file, when there is one.
    pub file: Option<FileId>,
    /// (stem, key) in file order.
    pub entries: Vec<(Word, EcoString)>,
}

/// An entry of `data/moved.toml`.
#[derive(Debug)]
pub struct MovedDraft {
    /// The stem that is gone.
    pub from: Word,
    /// The stem it redirects to.
    pub to: Option<Word>,
    /// Or a notice to show there.
    pub notice: Option<Text>,
}
