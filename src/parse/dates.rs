//! Dates of the tree, and spans of time, whose order is checked later. A date in a wrong form is reported and still understood where it can be.

use super::{
    draft::Term,
    findings::{DateForm, DateOutOfRange, Shape},
    tree::Value,
    walk::{Given, Kind, Table},
};
use crate::diag::Sp;
use chrono::{Datelike, NaiveDate};

/// A date with its place.
pub(super) const DATE: Kind<Sp<NaiveDate>> = Kind {
    shape: Shape::Date,
    read: |given| given.date(),
};

/// A date alone.
pub(super) const DAY: Kind<NaiveDate> = Kind {
    shape: Shape::Date,
    read: |given| given.date().map(|date| date.value),
};

impl Table<'_> {
    /// `from` and `until` of this table. Whether they are in order is the check stage's work.
    pub fn period(&mut self) -> (Option<NaiveDate>, Option<NaiveDate>) {
        self.period_of("from", "until")
    }

    /// A first and a last day under other keys.
    pub fn period_of(
        &mut self,
        from: &'static str,
        until: &'static str,
    ) -> (Option<NaiveDate>, Option<NaiveDate>) {
        (self.may(from, DAY), self.may(until, DAY))
    }

    /// A span of time of which the first day is required.
    pub fn term(&mut self) -> Option<Term> {
        let from = self.need("from", DATE);
        let until = self.may("until", DATE);
        Some(Term {
            from: from?.value,
            until,
        })
    }
}

impl Given<'_> {
    fn date(self) -> Option<Sp<NaiveDate>> {
        let date = match &self.value.value {
            Value::Date(written) => {
                let Some(date) = written.date else {
                    // Neither date nor time: the TOML reader could not read it, and that is reported already.
                    return written.time.and_then(|_| self.wrong(Shape::Date));
                };
                let date =
                    NaiveDate::from_ymd_opt(date.year.into(), date.month.into(), date.day.into())?;
                if written.time.is_some() {
                    self.note_form(date);
                }
                date
            }
            Value::Text(text) => match understand(text) {
                Some(date) => {
                    self.note_form(date);
                    date
                }
                None => return self.wrong(Shape::Date),
            },
            _ => return self.wrong(Shape::Date),
        };
        if !(1900..=2100).contains(&date.year()) {
            let date = self.reader.quote(&date.to_string());
            self.reader.note(self.range(), DateOutOfRange { date });
        }
        Some(self.at(date))
    }

    fn note_form(self, date: NaiveDate) {
        let instead = self.reader.suggest(|| date.to_string());
        self.reader.note(self.range(), DateForm { instead });
    }
}

/// A date written in words' order or another separator: `2/4/2008`, `02-04-2008`, `2008-04-02`.
pub(super) fn understand(text: &str) -> Option<NaiveDate> {
    let mut parts = text.trim().split(['/', '-', '.']);
    let (first, month, last) = (parts.next()?, parts.next()?, parts.next()?);
    let month = month.trim().parse().ok()?;
    if parts.next().is_some() {
        return None;
    }
    let (year, day) = if first.trim().len() == 4 {
        (first, last)
    } else {
        (last, first)
    };
    if year.trim().len() != 4 {
        return None;
    }
    NaiveDate::from_ymd_opt(year.trim().parse().ok()?, month, day.trim().parse().ok()?)
}

#[cfg(test)]
mod tests {
    use super::understand;

    #[test]
    fn understands_how_people_write_dates() {
        for text in ["2/4/2008", "02-04-2008", "2008-04-02", " 02.04.2008 "] {
            let date = understand(text).map(|date| date.to_string());
            assert_eq!(date.as_deref(), Some("2008-04-02"), "{text}");
        }
        for text in ["", "31/02/2008", "2/4/08", "0900.000.101", "1/2/3/4"] {
            assert_eq!(understand(text), None, "{text}");
        }
    }
}
