//! People on a page: a seat, who holds it, how to call, and the four states with their next step.

use std::borrow::Cow;

use chrono::NaiveDate;
use serde::Serialize;
use tera::Value;

use super::ctx::{Binding, Ctx};
use crate::{
    format::html::key::Key,
    model::Phone,
    plan::Subject,
    publish::{
        Contact, Holder, PublicBody, PublicCommune, PublicPerson, PublicSeat, PublicUnit, Surface,
    },
};

/// A number to call.
#[derive(Debug, Clone, Serialize)]
pub(in crate::format::html) struct Call<'a> {
    /// On the button.
    pub label: Cow<'a, str>,
    /// The number as printed.
    pub show: String,
    /// The target of the link.
    pub uri: String,
    /// Who answers: read out, hidden from the eye where the row shows it.
    pub whom: Cow<'a, str>,
}

/// Why there is no one, or no number: one of four states, with what to do next.
#[derive(Debug, Serialize)]
pub(in crate::format::html) struct State<'a> {
    /// `unknown`, `unset`, `vacant` or `held`.
    pub kind: &'static str,
    /// Its name.
    pub title: &'a str,
    /// What it means here and what to do.
    pub text: Cow<'a, str>,
    /// Whom to call instead.
    pub call: Option<Value>,
}

/// A seat.
#[derive(Debug, Default, Serialize)]
pub(in crate::format::html) struct Seat<'a> {
    /// Title of the post.
    pub post: &'a str,
    /// Office and dates.
    pub detail: Cow<'a, str>,
    /// The holder's name, when it may be shown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<&'a str>,
    /// The holder's number as printed, when it may be shown. It is called by the holder's name, so it needs no [`Call`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub show: Option<String>,
    /// The target of a link to call it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub uri: Option<String>,
    /// The holder's contact card, where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub card: Option<String>,
    /// Why something is missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state: Option<State<'a>>,
}

/// Which state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// No data.
    Unknown,
    /// Not set up.
    Unset,
    /// No one holds it.
    Vacant,
    /// Withheld.
    Held,
}

/// Where people are shown: the commune, and the village where there is one.
#[derive(Clone, Copy)]
pub(super) struct Around<'a> {
    pub commune: &'a PublicCommune,
    pub unit: Option<&'a PublicUnit>,
}

impl Kind {
    const fn words(self) -> (&'static str, Key) {
        match self {
            Kind::Unknown => ("unknown", Key::StateUnknown),
            Kind::Unset => ("unset", Key::StateUnset),
            Kind::Vacant => ("vacant", Key::StateVacant),
            Kind::Held => ("held", Key::StateHeld),
        }
    }
}

impl<'a> Ctx<'a> {
    /// A state with its words.
    pub(super) fn state(
        &self,
        kind: Kind,
        text: impl Into<Cow<'a, str>>,
        call: Option<Value>,
    ) -> State<'a> {
        let (kind, title) = kind.words();
        State {
            kind,
            title: self.words.get(title),
            text: text.into(),
            call,
        }
    }

    /// Whoever always answers: the duty phone, else the first emergency number.
    pub(super) fn fallback(&self, commune: &'a PublicCommune) -> Option<Value> {
        self.kin(commune).fallback.clone()
    }

    /// The office's phone, else whoever always answers.
    pub(super) fn ask(&self, commune: &'a PublicCommune) -> Option<Value> {
        let kin = self.kin(commune);
        kin.office.clone().or_else(|| kin.fallback.clone())
    }

    /// The duty phone.
    pub(super) fn duty(&self, commune: &'a PublicCommune) -> Option<Call<'a>> {
        let phone = self.shown(commune.office.police_duty.as_ref())?;
        Some(call(
            phone,
            self.words.get(Key::CallDuty),
            self.words.get(Key::DutyWhom),
        ))
    }

    /// The office's phone.
    pub(super) fn office_call(&self, commune: &'a PublicCommune) -> Option<Call<'a>> {
        let phone = self.shown(commune.office.phone.as_ref())?;
        Some(call(
            phone,
            self.words.get(Key::CallOffice),
            self.words.get(Key::OfficeWhom),
        ))
    }

    /// The first emergency number.
    pub(super) fn emergency(&self) -> Option<Call<'a>> {
        let first = self.site.info.emergency.first()?;
        let label = self
            .words
            .fill(Key::CallNumber, &[("number", &first.number.show())]);
        Some(call(&first.number, label, self.text(&first.title)))
    }

    /// The number and the name of whoever holds a seat.
    fn number_of(&self, holder: &'a Holder) -> Option<(&'a Phone, &'a str)> {
        let Holder::Person(person) = holder else {
            return None;
        };
        let Contact::Public(phone) = &person.contact else {
            return None;
        };
        Some((self.shown(Some(phone))?, self.shown(Some(&person.name))?))
    }

    /// The number of whoever holds a seat, to be called outside of it, under a label.
    pub(super) fn holder_call(&self, holder: &'a Holder, label: Key) -> Option<Value> {
        let (phone, name) = self.number_of(holder)?;
        Some(call(phone, self.words.get(label), name).value())
    }

    /// The contact card of whoever holds a seat, as seen from the page, where cards are made.
    fn card_of(&self, holder: &Holder, commune: &'a PublicCommune) -> Option<String> {
        let Holder::Person(person) = holder else {
            return None;
        };
        let made = self.shared.has_cards && self.binding == Binding::Bound;
        if !made || person.number(Surface::Export).is_none() {
            return None;
        }
        if let Subject::Unit(..) = self.output.subject {
            return Some(format!("{}{}.vcf", self.kin(commune).cards, person.id));
        }
        let folder = self.plan.cards(commune.place)?;
        Some(self.to(&format!("{folder}{}.vcf", person.id)))
    }

    /// A seat of a body. `next` is whom to call where it is vacant.
    pub(super) fn seat(
        &self,
        body: &'a PublicBody,
        seat: &'a PublicSeat,
        around: Around<'a>,
        next: &dyn Fn() -> Option<Value>,
    ) -> Seat<'a> {
        let kind = &self.scheme(body.scheme).bodies[body.kind.at()];
        let post = self.text(&kind.posts[seat.post.at()].title);
        let mut shown = self.held(&seat.holder, post, around, next, seat.from);
        let office = seat.office.or(kind.posts[seat.post.at()].office);
        let title = match office {
            Some(office) => Some(self.office(body.scheme, office, around.commune, around.unit)),
            None => self.other_office(&seat.holder, around),
        };
        shown.detail = title.unwrap_or_default().into();
        shown
    }

    /// Someone in a post, or why there is no one.
    pub(super) fn held(
        &self,
        holder: &'a Holder,
        post: &'a str,
        around: Around<'a>,
        next: &dyn Fn() -> Option<Value>,
        from: Option<NaiveDate>,
    ) -> Seat<'a> {
        let number = self.number_of(holder).map(|(phone, _)| phone);
        let mut seat = Seat {
            post,
            detail: "".into(),
            name: None,
            show: number.map(Phone::show),
            uri: number.map(Phone::uri),
            card: self.card_of(holder, around.commune),
            state: None,
        };
        let duty = || self.fallback(around.commune);
        let words = self.words;
        seat.state = match holder {
            Holder::Vacant => {
                let text = match from {
                    Some(day) => words.fill(Key::VacantSince, &[("date", &self.date(day))]),
                    None => words.get(Key::VacantNext).to_owned(),
                };
                Some(self.state(Kind::Vacant, text, next().or_else(duty)))
            }
            Holder::Withheld => Some(self.state(Kind::Held, words.get(Key::HeldName), duty())),
            Holder::Person(person) => {
                seat.name = self.shown(Some(&person.name)).map(|name| &**name);
                self.missing_number(person, &seat, duty)
            }
        };
        seat
    }

    fn missing_number(
        &self,
        person: &PublicPerson,
        seat: &Seat<'a>,
        duty: impl Fn() -> Option<Value>,
    ) -> Option<State<'a>> {
        if seat.name.is_none() {
            return Some(self.state(Kind::Held, self.words.get(Key::HeldName), duty()));
        }
        if seat.uri.is_some() {
            return None;
        }
        let mut state = match person.contact {
            Contact::Missing => {
                self.state(Kind::Unknown, self.words.get(Key::UnknownPhone), duty())
            }
            _ => self.state(Kind::Held, self.words.get(Key::HeldPhone), duty()),
        };
        if matches!(person.contact, Contact::Missing) {
            state.title = self.words.get(Key::NoPhone);
        } else {
            state.title = self.words.get(Key::PhoneHeld);
        }
        Some(state)
    }

    fn other_office(&self, holder: &'a Holder, around: Around<'a>) -> Option<&'a str> {
        let Holder::Person(person) = holder else {
            return None;
        };
        let held = self.shown(Some(&person.offices))?.first()?;
        let unit = held.unit.map(|at| &around.commune.units[at.at()]);
        Some(self.office(
            held.scheme,
            held.office,
            around.commune,
            unit.or(around.unit),
        ))
    }
}

impl Call<'_> {
    /// Ready for a template, and cheap to repeat.
    pub(super) fn value(&self) -> Value {
        Value::from_serializable(self)
    }
}

/// A number with its label and who answers.
pub(super) fn call<'a>(
    phone: &Phone,
    label: impl Into<Cow<'a, str>>,
    whom: impl Into<Cow<'a, str>>,
) -> Call<'a> {
    Call {
        label: label.into(),
        show: phone.show(),
        uri: phone.uri(),
        whom: whom.into(),
    }
}
