//! Vietnamese phone numbers: read leniently, kept as digits, printed in one form.

use ecow::EcoString;
/// A valid phone number, kept as its national digits (`02370001000`) or as a short number (`113`).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Phone(EcoString);

/// Why a phone number is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PhoneError {
    /// A character that no phone number has, as a byte offset into the input.
    Character(usize),
    /// The number of digits fits neither a landline (11), a mobile (10), a hotline nor a short number.
    Length(usize),
    /// The first digits are no Vietnamese prefix.
    Prefix,
}

impl Phone {
    /// Reads a number: spaces, dots, hyphens and brackets are separators, `+84` and `0084` stand for the leading zero.
    ///
    /// # Errors
    /// [`PhoneError`] when it is no Vietnamese number.
    pub fn parse(input: &str) -> Result<Self, PhoneError> {
        let mut digits = String::with_capacity(12);
        for (at, c) in input.char_indices() {
            match c {
                '0'..='9' => digits.push(c),
                '+' if digits.is_empty() && at == input.len() - input.trim_start().len() => {
                    digits.push_str("00")
                }
                ' ' | '.' | '-' | '(' | ')' | '\u{a0}' | '\u{2011}' => {}
                _ => return Err(PhoneError::Character(at)),
            }
        }
        if let Some(rest) = digits.strip_prefix("0084") {
            digits = format!("0{}", rest.strip_prefix('0').unwrap_or(rest));
        }
        check(&digits)?;
        Ok(Phone(digits.into()))
    }

    /// The digits, with the leading zero.
    pub fn digits(&self) -> &str {
        &self.0
    }

    /// Whether it rings in a pocket rather than on a desk.
    pub fn is_mobile(&self) -> bool {
        self.0.len() == 10 && self.0.starts_with('0')
    }

    /// The one printed form: `0237 000 1000`, `0900 000 101`, `1900 1234`, `113`.
    pub fn show(&self) -> String {
        let gaps: &[usize] = match self.0.len() {
            10 | 11 => &[4, 7],
            8 => &[4],
            _ => &[],
        };
        let mut shown = String::with_capacity(self.0.len() + gaps.len());
        for (at, digit) in self.0.char_indices() {
            if gaps.contains(&at) {
                shown.push(' ');
            }
            shown.push(digit);
        }
        shown
    }

    /// The target of a call link: `tel:+842370001000`, or `tel:113`.
    pub fn uri(&self) -> String {
        match self.0.strip_prefix('0') {
            Some(rest) => ["tel:+84", rest].concat(),
            None => ["tel:", &*self.0].concat(),
        }
    }
}

fn check(digits: &str) -> Result<(), PhoneError> {
    let mobile = ["03", "05", "07", "08", "09"];
    let ok = match digits.len() {
        3 => digits.starts_with('1'),
        8 | 10 if digits.starts_with("1800") || digits.starts_with("1900") => true,
        10 => mobile.iter().any(|prefix| digits.starts_with(prefix)),
        11 => digits.starts_with("02"),
        other => return Err(PhoneError::Length(other)),
    };
    if ok { Ok(()) } else { Err(PhoneError::Prefix) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(input: &str) -> Result<String, PhoneError> {
        Phone::parse(input).map(|phone| phone.show())
    }

    #[test]
    fn one_form_whatever_was_typed() {
        for input in [
            "0237 000 1000",
            "0237.000.1000",
            "(0237) 000-1000",
            "+84 237 000 1000",
            "02370001000",
        ] {
            assert_eq!(shown(input).as_deref(), Ok("0237 000 1000"), "{input}");
        }
        assert_eq!(shown("0900000101").as_deref(), Ok("0900 000 101"));
        assert_eq!(shown("113").as_deref(), Ok("113"));
        assert_eq!(
            Phone::parse("0900 000 101").map(|p| p.uri()).as_deref(),
            Ok("tel:+84900000101")
        );
    }

    #[test]
    fn what_is_no_number_says_why() {
        assert_eq!(shown("0900 000 10l"), Err(PhoneError::Character(11)));
        assert_eq!(shown("0900 000 10"), Err(PhoneError::Length(9)));
        assert_eq!(shown("0100 000 101"), Err(PhoneError::Prefix));
        assert_eq!(shown("0900\u{200b} 000 101"), Err(PhoneError::Character(4)));
    }
}

#[cfg(test)]
mod properties {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn any_text_is_read_or_refused(text in "\\PC{0,30}") {
            if let Ok(phone) = Phone::parse(&text) {
                let again = Phone::parse(&phone.show());
                prop_assert_eq!(again.as_ref(), Ok(&phone));
                prop_assert!(phone.digits().chars().all(|c| c.is_ascii_digit()));
            }
        }

        #[test]
        fn separators_and_the_country_code_change_nothing(digits in "0(3|5|7|8|9)[0-9]{8}", gap in "[ .()-]") {
            let plain = Phone::parse(&digits);
            let spaced: String = digits.chars().flat_map(|c| [gap.clone(), c.to_string()]).collect();
            prop_assert_eq!(&Phone::parse(&spaced), &plain);
            prop_assert_eq!(&Phone::parse(&format!("+84{}", &digits[1..])), &plain);
            prop_assert_eq!(&Phone::parse(&format!("0084 {digits}")), &plain);
        }
    }
}
