//! Numbers, flags, phones and cadences of the tree.

use super::{
    draft::Every,
    findings::{BadCadence, BadPhone, HiddenCharacter, NumberOutOfRange, PhoneProblem, Shape},
    tree::Value,
    walk::{Given, Kind},
};
use crate::{
    diag::Sp,
    model::{Phone, PhoneError, fold::is_hidden},
};

/// More than any commune has of anything; larger numbers are slips.
const MANY: i64 = 1_000_000;

/// A count that may be zero.
pub(super) const COUNT: Kind<u32> = Kind {
    shape: Shape::Integer,
    read: |given| given.count(0, MANY),
};

/// A count of at least one.
pub(super) const POSITIVE: Kind<u32> = Kind {
    shape: Shape::Integer,
    read: |given| given.count(1, MANY),
};

/// Dots of a cover: more could not be told apart.
pub(super) const DOTS: Kind<u32> = Kind {
    shape: Shape::Integer,
    read: |given| given.count(1, 144),
};

/// 1 leads, 2 deputises, 3 is a member.
pub(super) const RANK: Kind<u32> = Kind {
    shape: Shape::Integer,
    read: |given| given.count(1, 3),
};

/// Years of a term.
pub(super) const YEARS: Kind<u32> = Kind {
    shape: Shape::Integer,
    read: |given| given.count(1, 100),
};

/// A percentage.
pub(super) const PERCENT: Kind<u32> = Kind {
    shape: Shape::Integer,
    read: |given| given.count(0, 1000),
};

/// Any whole number.
pub(super) const INTEGER: Kind<i64> = Kind {
    shape: Shape::Integer,
    read: |given| given.integer(),
};

/// `true` or `false`.
pub(super) const FLAG: Kind<bool> = Kind {
    shape: Shape::Flag,
    read: |given| match &given.value.value {
        Value::Flag(flag) => Some(*flag),
        _ => given.wrong(Shape::Flag),
    },
};

/// Degrees of latitude.
pub(super) const LATITUDE: Kind<f64> = Kind {
    shape: Shape::Decimal,
    read: |given| given.degrees(90),
};

/// Degrees of longitude.
pub(super) const LONGITUDE: Kind<f64> = Kind {
    shape: Shape::Decimal,
    read: |given| given.degrees(180),
};

/// A phone number.
pub(super) const PHONE: Kind<Sp<Phone>> = Kind {
    shape: Shape::Phone,
    read: |given| given.phone(),
};

/// How often.
pub(super) const EVERY: Kind<Every> = Kind {
    shape: Shape::Text,
    read: |given| given.every(),
};

impl Given<'_> {
    /// A whole number.
    pub fn integer(self) -> Option<i64> {
        let Value::Integer(digits, radix) = &self.value.value else {
            return self.wrong(Shape::Integer);
        };
        let read = i64::from_str_radix(digits, *radix);
        if read.is_err() {
            self.out_of_range(i64::MIN, i64::MAX);
        }
        read.ok()
    }

    fn count(self, least: i64, most: i64) -> Option<u32> {
        let number = self.integer()?;
        if !(least..=most).contains(&number) {
            self.out_of_range(least, most);
            return None;
        }
        u32::try_from(number).ok()
    }

    fn degrees(self, most: i64) -> Option<f64> {
        let degrees = match &self.value.value {
            Value::Float(number) => number.replace('_', "").parse::<f64>().ok(),
            Value::Integer(digits, _) => digits.parse().ok(),
            _ => return self.wrong(Shape::Decimal),
        };
        let inside = degrees.filter(|degrees| degrees.abs() <= most as f64);
        if inside.is_none() {
            self.out_of_range(-most, most);
        }
        inside
    }

    fn out_of_range(self, least: i64, most: i64) {
        let key = self.name();
        self.reader
            .note(self.range(), NumberOutOfRange { key, least, most });
    }

    /// Reads the string as written, so that the caret of a wrong character is exact.
    fn phone(self) -> Option<Sp<Phone>> {
        let Value::Text(written) = &self.value.value else {
            return self.wrong(Shape::Phone);
        };
        let error = match Phone::parse(written) {
            Ok(phone) => return Some(self.at(phone)),
            Err(error) => error,
        };
        if written.contains(is_hidden) {
            return self.phone_with_hidden(written);
        }
        let (at, problem) = match error {
            PhoneError::Character(at) => {
                let found: String = written[at..].chars().take(1).collect();
                let problem = PhoneProblem::Character(self.reader.quote(&found));
                (self.character(at), problem)
            }
            PhoneError::Length(digits) => (self.range(), PhoneProblem::Length(digits)),
            // A landline short of a digit has a mobile's length; its prefix is not what is wrong.
            PhoneError::Prefix if written.trim_start().starts_with("02") => {
                let digits = written.bytes().filter(u8::is_ascii_digit).count();
                (self.range(), PhoneProblem::Length(digits))
            }
            PhoneError::Prefix => (self.range(), PhoneProblem::Prefix),
        };
        self.reader.note(at, BadPhone { problem });
        None
    }

    fn phone_with_hidden(self, written: &str) -> Option<Sp<Phone>> {
        for (at, character) in written.char_indices().filter(|(_, c)| is_hidden(*c)) {
            self.reader
                .note(self.character(at), HiddenCharacter { character });
        }
        let phone = Phone::parse(&written.replace(is_hidden, "")).ok()?;
        Some(self.at(phone))
    }

    fn every(self) -> Option<Every> {
        let text = self.string()?;
        let every = cadence(&text);
        if every.is_none() {
            let found = self.reader.quote(&text);
            self.reader.note(self.range(), BadCadence { found });
        }
        every
    }
}

fn cadence(text: &str) -> Option<Every> {
    if text == "when called" {
        return Some(Every::WhenCalled);
    }
    let (number, unit) = text.split_once(' ')?;
    let number = number.parse().ok().filter(|n| (1..=120).contains(n))?;
    match unit {
        "week" | "weeks" => Some(Every::Weeks(number)),
        "month" | "months" => Some(Every::Months(number)),
        "year" | "years" => Some(Every::Years(number)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cadences() {
        assert_eq!(cadence("1 week"), Some(Every::Weeks(1)));
        assert_eq!(cadence("3 months"), Some(Every::Months(3)));
        assert_eq!(cadence("when called"), Some(Every::WhenCalled));
        for text in ["", "0 weeks", "3", "monthly", "-1 year", "1  week"] {
            assert_eq!(cadence(text), None, "{text}");
        }
    }
}
