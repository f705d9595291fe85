//! A broken rule, as a finding on the terminal and as a notice on a page.
//!
//! The terminal may name a person; the page never does here, since only the publish stage knows whose name is public.

use super::{
    super::{Broken, Subject},
    context::RosterCx,
};
use crate::{
    diag::{Finding, Lang, Report, Severity, Span},
    model::{PersonIdx, RosterIdx, Text},
};

/// A rule of a scheme that reality breaks.
#[derive(Debug, Clone)]
pub struct RuleBroken {
    /// `scheme/rule`.
    pub code: String,
    /// As the scheme says.
    pub severity: Severity,
    /// What is wrong here.
    pub words: Text,
    /// What to do.
    pub todo: Text,
    /// The rule's own words.
    pub rule: Text,
    /// The clauses it rests on.
    pub clauses: Vec<String>,
}

impl Finding for RuleBroken {
    fn code(&self) -> String {
        self.code.clone()
    }

    fn severity(&self) -> Severity {
        self.severity
    }

    fn words(&self, lang: Lang) -> String {
        self.words.get(lang).to_owned()
    }

    fn help(&self, lang: Lang) -> Option<String> {
        let (todo, rule) = (self.todo.get(lang), self.rule.get(lang));
        let label = lang.pick("Quy tắc", "The rule");
        Some(format!("{todo}. {label}: {rule}"))
    }

    fn clauses(&self) -> Vec<String> {
        self.clauses.clone()
    }
}

/// What breaks a rule here, before it is told to anyone.
///
/// `{who}` in the words stands for a person: a name on the terminal, "someone" on a page.
pub(super) struct Breach {
    at: Span,
    subject: Subject,
    words: Text,
    todo: Text,
    who: Option<PersonIdx>,
    page: Option<Text>,
    publicity: Publicity,
    repeats: Repeats,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Repeats {
    Each,
    OncePerPlace,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Publicity {
    Page,
    TerminalOnly,
}

impl Breach {
    /// What is wrong, where, in Vietnamese and English; one sentence without a full stop.
    pub fn new(at: Span, subject: Subject, vi: String, en: String) -> Self {
        Breach {
            at,
            subject,
            words: Text::new(vi, en),
            todo: Text::default(),
            who: None,
            page: None,
            publicity: Publicity::Page,
            repeats: Repeats::Each,
        }
    }

    /// What to do, in Vietnamese and English, without a full stop.
    pub fn todo(mut self, vi: &str, en: &str) -> Self {
        self.todo = Text::new(vi, en);
        self
    }

    /// Who `{who}` stands for.
    pub fn about(mut self, person: PersonIdx) -> Self {
        self.who = Some(person);
        self
    }

    /// Other words for the page, where the first ones hold something a page may have to withhold.
    pub fn on_page(mut self, vi: String, en: String) -> Self {
        self.page = Some(Text::new(vi, en));
        self
    }

    /// For one cause with many subjects, such as a decision on many bodies: the terminal tells it once, each page its own.
    pub fn once(mut self) -> Self {
        self.repeats = Repeats::OncePerPlace;
        self
    }

    /// For rules over private attributes: no page shows it.
    pub fn terminal_only(mut self) -> Self {
        self.publicity = Publicity::TerminalOnly;
        self
    }
}

/// Takes what one rule finds in one roster.
pub(super) struct Findings<'a> {
    cx: &'a RosterCx<'a>,
    rule: usize,
    roster: RosterIdx,
    told: Vec<Span>,
    report: &'a mut Report,
    broken: &'a mut Vec<Broken>,
}

impl<'a> Findings<'a> {
    /// For the rule at this index of its scheme.
    pub fn new(
        cx: &'a RosterCx<'a>,
        rule: usize,
        roster: RosterIdx,
        report: &'a mut Report,
        broken: &'a mut Vec<Broken>,
    ) -> Self {
        Findings {
            cx,
            rule,
            roster,
            told: Vec::new(),
            report,
            broken,
        }
    }

    /// Adds a breach to the report and to the notices.
    pub fn add(&mut self, breach: Breach) {
        let rule = &self.cx.scheme.rules[self.rule];
        let name = breach
            .who
            .map(|who| &self.cx.roster.people[who.at()].name.value);
        let name = name.map_or_else(Text::default, |name| Text::same(name.clone()));
        let someone = Text::new("một người", "someone");
        let page = breach
            .page
            .as_ref()
            .unwrap_or(&breach.words)
            .fill("who", &someone);
        self.broken.push(Broken {
            scheme: self.cx.at,
            rule: self.rule,
            roster: self.roster,
            subject: breach.subject,
            words: page,
            public: breach.publicity == Publicity::Page,
        });
        if breach.repeats == Repeats::OncePerPlace {
            if self.told.contains(&breach.at) {
                return;
            }
            self.told.push(breach.at);
        }
        let finding = RuleBroken {
            code: format!("{}/{}", self.cx.scheme.id, rule.id.value),
            severity: rule.severity,
            words: breach.words.fill("who", &name),
            todo: breach.todo,
            rule: rule.words.clone(),
            clauses: rule
                .clauses
                .iter()
                .map(|clause| clause.value.to_string())
                .collect(),
        };
        self.report.push(breach.at, finding);
    }
}
