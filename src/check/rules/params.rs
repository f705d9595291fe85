//! Reads the parameters of a rule: each by name and type, against its scheme, with a default where there is one.
//!
//! Every fault is reported where it stands; a check whose parameters are faulty is not made.

use crate::{
    diag::{Report, Span},
    model::{BodyIdx, Gazetteer, OfficeIdx, PostIdx},
    parse::draft::{Param, RuleDraft, TableDraft, Word},
    scheme::{
        BodyKind, Scheme, closed,
        findings::{UnknownBody, UnknownMeeting, UnknownOffice, UnknownPost, UnknownTable},
        look_up,
    },
};

use super::super::findings::{MissingParameter, ParameterType};

/// What was written for a parameter.
pub(super) enum Given<T> {
    /// Nothing.
    Absent,
    /// Something unusable, which has been reported.
    Faulty,
    /// This.
    Is(T),
}

/// The parameters of one rule, while its check is made.
pub(super) struct Params<'a> {
    pub gazetteer: &'a Gazetteer,
    pub scheme: &'a Scheme,
    rule: &'a RuleDraft,
    asked: Vec<&'static str>,
    report: &'a mut Report,
}

impl<'a> Params<'a> {
    /// The parameters of a rule of a scheme.
    pub fn new(
        gazetteer: &'a Gazetteer,
        scheme: &'a Scheme,
        rule: &'a RuleDraft,
        report: &'a mut Report,
    ) -> Self {
        Params {
            gazetteer,
            scheme,
            rule,
            asked: Vec::new(),
            report,
        }
    }

    /// The names that were asked for: all the kind has.
    pub fn asked(&self) -> Vec<&'static str> {
        self.asked.clone()
    }

    /// The required `body`.
    pub fn body(&mut self) -> Option<BodyIdx> {
        let given = self.body_given();
        self.required("body", given, None)
    }

    /// The optional `body`: `None` is faulty, `Some(None)` absent.
    pub fn body_if_given(&mut self) -> Option<Option<BodyIdx>> {
        optional(self.body_given())
    }

    /// The list `bodies`.
    pub fn bodies(&mut self) -> Option<Vec<BodyIdx>> {
        let words = self.words("bodies");
        let words = self.required("bodies", words, None)?;
        let found: Vec<_> = words.iter().map(|word| self.find_body(word)).collect();
        found.into_iter().collect()
    }

    /// The required `post` of a body.
    pub fn post(&mut self, body: Option<BodyIdx>) -> Option<PostIdx> {
        let given = self.post_given(body);
        self.required("post", given, None)
    }

    /// The optional `post` of a body.
    pub fn post_if_given(&mut self, body: Option<BodyIdx>) -> Option<Option<PostIdx>> {
        optional(self.post_given(body))
    }

    /// An office, else the default.
    pub fn office(&mut self, name: &'static str, default: Option<OfficeIdx>) -> Option<OfficeIdx> {
        let given = self.office_given(name);
        self.required(name, given, default)
    }

    /// An office that may be left out: `None` is faulty.
    pub fn office_if_given(
        &mut self,
        name: &'static str,
        default: Option<OfficeIdx>,
    ) -> Option<Option<OfficeIdx>> {
        optional(self.office_given(name)).map(|given| given.or(default))
    }

    /// A list of offices, else the default.
    pub fn offices(
        &mut self,
        name: &'static str,
        default: Vec<OfficeIdx>,
    ) -> Option<Vec<OfficeIdx>> {
        match self.words(name) {
            Given::Absent => Some(default),
            Given::Faulty => None,
            Given::Is(words) => {
                let found: Vec<_> = words.iter().map(|word| self.find_office(word)).collect();
                found.into_iter().collect()
            }
        }
    }

    /// A number, else the default.
    pub fn number(&mut self, name: &'static str, default: Option<u32>) -> Option<u32> {
        let given = self.number_given(name);
        self.required(name, given, default)
    }

    /// A number that may be left out: `None` is faulty.
    pub fn number_if_given(&mut self, name: &'static str) -> Option<Option<u32>> {
        optional(self.number_given(name))
    }

    /// A table that may be left out: `None` is faulty.
    pub fn table_if_given(&mut self, default: Option<&Word>) -> Option<Option<&'a TableDraft>> {
        let tables = &self.scheme.tables;
        let word = match self.word("table") {
            Given::Absent => default,
            Given::Faulty => return None,
            Given::Is(word) => Some(word),
        };
        let Some(word) = word else {
            return Some(None);
        };
        let names = tables.iter().map(|table| &*table.id.value);
        look_up::<UnknownTable>(word, names, self.report).map(|at| Some(&tables[at]))
    }

    /// The position of a required word in a closed set.
    pub fn one_of(&mut self, name: &'static str, allowed: &[&str]) -> Option<usize> {
        let word = self.word(name);
        let word = self.required(name, word, None)?;
        closed(word, allowed, self.report)
    }

    /// The required `meeting` of a body, with its place.
    pub fn meeting(&mut self, body: Option<BodyIdx>) -> Option<(usize, Span)> {
        let word = self.word("meeting");
        let word = self.required("meeting", word, None)?;
        let names = self
            .kind(body?)
            .meetings
            .iter()
            .map(|meeting| &*meeting.id.value);
        look_up::<UnknownMeeting>(word, names, self.report).map(|at| (at, word.span))
    }

    /// A body of the scheme.
    pub fn kind(&self, body: BodyIdx) -> &'a BodyKind {
        &self.scheme.bodies[body.at()]
    }

    /// An office of the scheme that was checked when the scheme was compiled.
    pub fn known(&self, word: Option<&Word>) -> Option<OfficeIdx> {
        self.scheme.office(&word?.value)
    }

    /// Reports that a parameter is missing.
    pub fn missing(&mut self, name: &'static str) {
        let kind = self.rule.kind.value.clone();
        self.report
            .push(self.rule.id.span, MissingParameter { kind, name });
    }

    /// Reports something about a parameter.
    pub fn report(&mut self, at: Span, finding: impl crate::diag::Finding + 'static) {
        self.report.push(at, finding);
    }

    fn required<T>(
        &mut self,
        name: &'static str,
        given: Given<T>,
        default: Option<T>,
    ) -> Option<T> {
        match given {
            Given::Is(value) => Some(value),
            Given::Faulty => None,
            Given::Absent => {
                if default.is_none() {
                    self.missing(name);
                }
                default
            }
        }
    }

    fn body_given(&mut self) -> Given<BodyIdx> {
        match self.word("body") {
            Given::Absent => Given::Absent,
            Given::Faulty => Given::Faulty,
            Given::Is(word) => self.find_body(word).map_or(Given::Faulty, Given::Is),
        }
    }

    fn post_given(&mut self, body: Option<BodyIdx>) -> Given<PostIdx> {
        match (self.word("post"), body) {
            (Given::Absent, _) => Given::Absent,
            (Given::Is(word), Some(body)) => {
                let names = self.kind(body).posts.iter().map(|post| &*post.id);
                let found = look_up::<UnknownPost>(word, names, self.report);
                found.map_or(Given::Faulty, |at| Given::Is(PostIdx::new(at)))
            }
            _ => Given::Faulty,
        }
    }

    fn office_given(&mut self, name: &'static str) -> Given<OfficeIdx> {
        match self.word(name) {
            Given::Absent => Given::Absent,
            Given::Faulty => Given::Faulty,
            Given::Is(word) => self.find_office(word).map_or(Given::Faulty, Given::Is),
        }
    }

    fn find_body(&mut self, word: &Word) -> Option<BodyIdx> {
        let names = self.scheme.bodies.iter().map(|body| &*body.id);
        look_up::<UnknownBody>(word, names, self.report).map(BodyIdx::new)
    }

    fn find_office(&mut self, word: &Word) -> Option<OfficeIdx> {
        let names = self.scheme.offices.iter().map(|office| &*office.id);
        look_up::<UnknownOffice>(word, names, self.report).map(OfficeIdx::new)
    }

    fn word(&mut self, name: &'static str) -> Given<&'a Word> {
        match self.get(name) {
            None => Given::Absent,
            Some((_, Param::Word(word))) => Given::Is(word),
            Some((at, _)) => self.wrong(name, at, ("một từ trong ngoặc kép", "a quoted word")),
        }
    }

    fn words(&mut self, name: &'static str) -> Given<&'a [Word]> {
        match self.get(name) {
            None => Given::Absent,
            Some((_, Param::Words(words))) => Given::Is(words),
            Some((_, Param::Word(word))) => Given::Is(std::slice::from_ref(word)),
            Some((at, _)) => self.wrong(name, at, ("một danh sách từ", "a list of words")),
        }
    }

    fn number_given(&mut self, name: &'static str) -> Given<u32> {
        let expected = ("số nguyên không âm", "a whole number that is not negative");
        match self.get(name) {
            None => Given::Absent,
            Some((at, Param::Number(number))) => match u32::try_from(number.value) {
                Ok(number) => Given::Is(number),
                Err(_) => self.wrong(name, at, expected),
            },
            Some((at, _)) => self.wrong(name, at, expected),
        }
    }

    fn get(&mut self, name: &'static str) -> Option<(Span, &'a Param)> {
        self.asked.push(name);
        let mut all = self.rule.params.iter();
        all.find(|(key, _)| *key.value == *name)
            .map(|(key, param)| (key.span, param))
    }

    fn wrong<T>(
        &mut self,
        name: &'static str,
        at: Span,
        expected: (&'static str, &'static str),
    ) -> Given<T> {
        self.report.push(at, ParameterType { name, expected });
        Given::Faulty
    }
}

fn optional<T>(given: Given<T>) -> Option<Option<T>> {
    match given {
        Given::Absent => Some(None),
        Given::Faulty => None,
        Given::Is(value) => Some(Some(value)),
    }
}
