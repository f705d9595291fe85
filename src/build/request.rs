//! What a build is asked to do, and what came of it.
//!
//! Whoever asks fills everything in: nothing here is read from the environment or the clock.

use std::{num::NonZeroUsize, path::PathBuf};

use chrono::NaiveDate;

use crate::{
    diag::{Report, Severity},
    source::Sources,
};

/// One run over a site.
#[derive(Clone, Debug)]
pub struct Request {
    /// The site folder.
    pub root: PathBuf,
    /// The day everything is checked and shown for.
    pub day: Day,
    /// Which findings forbid publishing.
    pub deny: Deny,
    /// Threads to use; `None` is one a core.
    pub threads: Option<NonZeroUsize>,
    /// How far to go.
    pub job: Job,
}

/// The day a site is checked for: what was asked, else what `site.toml` says, else the fallback.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Day {
    /// What the user asked for.
    pub asked: Option<NaiveDate>,
    /// `SOURCE_DATE_EPOCH`, else today.
    pub fallback: NaiveDate,
}

impl Day {
    /// Chooses, given the day `site.toml` names.
    pub fn choose(self, site: Option<NaiveDate>) -> NaiveDate {
        self.asked.or(site).unwrap_or(self.fallback)
    }
}

/// Which findings forbid publishing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Deny {
    /// Errors alone.
    #[default]
    Errors,
    /// Warnings too.
    Warnings,
}

impl Deny {
    /// Whether a report forbids publishing.
    pub fn stops(self, report: &Report) -> bool {
        report.has_errors() || self == Deny::Warnings && report.count(Severity::Warning) > 0
    }
}

/// How far to go.
#[derive(Clone, Debug)]
pub enum Job {
    /// Find everything that is wrong, up to the plan; write nothing.
    Check,
    /// Publish.
    Build(Target),
}

impl Job {
    /// Whether the whole is packed into one file too.
    pub const fn bundle(&self) -> Bundle {
        match self {
            Job::Check => Bundle::None,
            Job::Build(target) => target.bundle,
        }
    }

    /// The forms of output it is about.
    pub fn forms(&self) -> &[Form] {
        match self {
            Job::Check => Form::ALL,
            Job::Build(target) => &target.forms,
        }
    }
}

/// Where and how to publish.
#[derive(Clone, Debug)]
pub struct Target {
    /// The folder of the published site.
    pub out: PathBuf,
    /// What to do with addresses that are new.
    pub addresses: Addresses,
    /// How the new site takes the place of the old one.
    pub commit: Commit,
    /// Whether the whole is packed into one file too.
    pub bundle: Bundle,
    /// The forms of output to make; assets and files are made whatever it says.
    pub forms: Vec<Form>,
}

/// Whether the whole site is packed into one file too.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Bundle {
    /// It is not.
    #[default]
    None,
    /// It is, beside the first page.
    Packed,
}

/// A form of output that may be left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Pages.
    Html,
    /// A whole commune in one file.
    Standalone,
    /// The Atom feed of the campaign.
    Feed,
    /// Social cards.
    Card,
    /// Contact cards.
    VCard,
    /// Handbooks to take along.
    Epub,
    /// Forms to fill in.
    Docx,
    /// Paper.
    #[cfg(feature = "pdf")]
    Pdf,
    /// Handbooks as booklets to fold.
    #[cfg(feature = "pdf")]
    Booklet,
    /// The search index.
    Search,
}

impl Form {
    /// All of them.
    pub const ALL: &[Form] = &[
        Form::Html,
        Form::Standalone,
        Form::Feed,
        Form::Card,
        Form::VCard,
        Form::Epub,
        Form::Docx,
        #[cfg(feature = "pdf")]
        Form::Pdf,
        #[cfg(feature = "pdf")]
        Form::Booklet,
        Form::Search,
    ];

    /// Its id: that of its format.
    pub const fn id(self) -> &'static str {
        match self {
            Form::Html => "html",
            Form::Standalone => "don",
            Form::Feed => "feed",
            Form::Card => "card",
            Form::VCard => "vcf",
            Form::Epub => "epub",
            Form::Docx => "docx",
            #[cfg(feature = "pdf")]
            Form::Pdf => "pdf",
            #[cfg(feature = "pdf")]
            Form::Booklet => "a5",
            Form::Search => "search",
        }
    }
}

/// What to do with addresses that are not in the lock.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Addresses {
    /// Append them.
    #[default]
    Append,
    /// Refuse them.
    Locked,
    /// Give them out as a build would, and write none down: what is only looked at was never published.
    Unrecorded,
}

/// How the new site takes the place of the old one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Commit {
    /// File by file, each whole.
    #[default]
    FileByFile,
    /// The whole tree, by one exchange.
    Atomic,
}

/// What came of it.
#[derive(Debug, Default)]
pub struct Outcome {
    /// What was read, for pointing into it.
    pub sources: Sources,
    /// What was found.
    pub report: Report,
    /// What was published; `None` for a check, or when the findings forbade it.
    pub built: Option<Built>,
}

/// What was published.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Built {
    /// Pages of the whole site.
    pub pages: usize,
    /// Pages among the files that were written.
    pub changed: usize,
    /// Files that were written: new or changed.
    pub written: usize,
    /// Files that were removed.
    pub removed: usize,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_asked_for_wins_and_today_comes_last() {
        let day = |d| NaiveDate::from_ymd_opt(2008, 7, d);
        let fallback = day(3).unwrap_or_default();
        let asked = Day {
            asked: day(1),
            fallback,
        };
        let open = Day {
            asked: None,
            fallback,
        };
        assert_eq!(Some(asked.choose(day(2))), day(1));
        assert_eq!(Some(open.choose(day(2))), day(2));
        assert_eq!(Some(open.choose(None)), day(3));
    }
}
