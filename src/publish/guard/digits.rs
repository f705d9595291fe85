//! Numbers as they are written: in groups, with separators, with or without the country code.
//!
//! A number is a key made of its digits; no digits are kept.

use super::stream::Group;

/// Fewer digits than this are too common to search for.
pub(super) const FEWEST: u32 = 7;
/// A number is written in no more groups than this.
const MOST_GROUPS: usize = 12;
/// A run of a value is one number up to this length; a longer one may be several.
const ONE_NUMBER: u32 = 9;

/// Calls `visit` with the key and length of every number that these groups may be: any groups in a row that join.
pub(super) fn numbers(groups: &[Group], longest: u32, mut visit: impl FnMut(u64, u32)) {
    for (at, first) in groups.iter().enumerate() {
        let alone = groups.get(at + 1).is_none_or(|next| !next.joins);
        if alone && u32::from(first.len) < FEWEST {
            continue;
        }
        joined(&groups[at..], longest, &mut visit);
    }
}

/// The numbers a value consists of, each as its key and length, in the national form.
pub(super) fn values(groups: &[Group]) -> Vec<(u64, u32)> {
    let mut found = Vec::new();
    for run in groups.chunk_by(|_, next| next.joins) {
        if is_date(run) {
            continue;
        }
        for number in split(run) {
            let mut forms: Vec<(u64, u32)> = Vec::new();
            let total: u32 = number.iter().map(|group| u32::from(group.len)).sum();
            joined(number, total, &mut |key, len| forms.push((key, len)));
            // The form of all groups comes last, and among those the national one.
            let whole = forms.into_iter().rfind(|(_, len)| *len >= FEWEST);
            found.extend(whole.filter(|_| total >= FEWEST));
        }
    }
    found
}

/// Whether the groups of digits are a date with a year: dates are public everywhere.
fn is_date(run: &[Group]) -> bool {
    let [a, b, c] = run else { return false };
    let year = |group: &Group| group.len == 4 && (1900..=2100).contains(&group.value);
    let short = |group: &Group| group.len <= 2 && (1..=31).contains(&group.value);
    short(b) && (year(a) && short(c) || short(a) && year(c))
}

/// Takes two numbers in a row apart: the second begins with a zero once the first is long enough.
fn split(run: &[Group]) -> Vec<&[Group]> {
    let mut parts = Vec::new();
    let (mut from, mut digits) = (0, 0);
    for (at, group) in run.iter().enumerate() {
        let rest: u32 = run[at..].iter().map(|group| u32::from(group.len)).sum();
        if digits >= ONE_NUMBER && group.leads_with_zero() && rest >= FEWEST {
            parts.push(&run[from..at]);
            (from, digits) = (at, 0);
        }
        digits += u32::from(group.len);
    }
    parts.push(&run[from..]);
    parts
}

/// The numbers that begin with the first of these groups, shorter ones first, each in both forms.
fn joined(groups: &[Group], longest: u32, visit: &mut impl FnMut(u64, u32)) {
    let mut plain = (0u64, 0u32);
    let mut national: Option<(u64, u32)> = None;
    for (at, group) in groups.iter().take(MOST_GROUPS).enumerate() {
        if at > 0 && !group.joins {
            break;
        }
        national = match national {
            // The country code stood alone: the zero it replaces may follow or not.
            Some((0, 0)) if !group.leads_with_zero() => Some(append((0, 1), group)),
            Some(so_far) => Some(append(so_far, group)),
            None if at == 0 => group.without_country(),
            None => None,
        };
        plain = append(plain, group);
        if plain.1 > longest + 4 {
            break;
        }
        for (value, len) in [Some(plain), national].into_iter().flatten() {
            if len >= FEWEST {
                visit(key(value, len), len);
            }
        }
    }
}

fn append((value, len): (u64, u32), group: &Group) -> (u64, u32) {
    let shift = 10u64.wrapping_pow(u32::from(group.len));
    let value = value.wrapping_mul(shift).wrapping_add(group.value);
    (value, len + u32::from(group.len))
}

fn key(value: u64, len: u32) -> u64 {
    let mixed = (value ^ u64::from(len) << 58).wrapping_mul(0xff51_afd7_ed55_8ccd);
    (mixed ^ mixed >> 32).wrapping_mul(0xc4ce_b9fe_1a85_ec53)
}

impl Group {
    fn leads_with_zero(&self) -> bool {
        match 10u64.checked_pow(u32::from(self.len).saturating_sub(1)) {
            Some(least) => self.value < least || self.value == 0,
            None => false,
        }
    }

    /// The digits after `+84`, `0084` or `84`, with the zero in front; `(0, 0)` when there are none yet.
    fn without_country(&self) -> Option<(u64, u32)> {
        let len = u32::from(self.len);
        let prefix = if self.leads_with_zero() { 4 } else { 2 };
        let left = len.checked_sub(prefix)?;
        let below = 10u64.checked_pow(left)?;
        if self.value / below != 84 {
            return None;
        }
        let rest = self.value % below;
        let has_zero = left > 0 && rest < below / 10;
        match (left, has_zero) {
            (0, _) => Some((0, 0)),
            (_, true) => Some((rest, left)),
            (_, false) => Some((rest, left + 1)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{
        super::{letters::PLAIN, stream::Stream},
        *,
    };

    fn groups(text: &str) -> Vec<Group> {
        let mut stream = Stream::default();
        stream.run(text.as_bytes(), 0, &PLAIN);
        stream.finish();
        stream.groups
    }

    #[test]
    fn one_number_has_one_key_however_it_is_written() {
        let expected = values(&groups("0900000777"));
        assert_eq!(expected.len(), 1);
        for written in [
            "0900 000 777",
            "0900.000.777",
            "+84 900 000 777",
            "+84900000777",
            "(+84) 900-000-777",
            "0084 900 000 777",
            "+84 (0)900 000 777",
            "84900000777",
            "0 9 0 0 0 0 0 7 7 7",
        ] {
            let mut found = Vec::new();
            numbers(&groups(written), 12, |key, len| found.push((key, len)));
            assert!(found.contains(&expected[0]), "{written}");
        }
        for written in ["+84 900 000 777", "84900000777", "0900.000.777"] {
            assert_eq!(values(&groups(written)), expected, "{written}");
        }
    }

    #[test]
    fn two_numbers_in_a_row_are_two() {
        assert_eq!(values(&groups("0900 000 777 0900 000 778")).len(), 2);
        assert_eq!(values(&groups("038 080 000 011")).len(), 1);
        assert_eq!(values(&groups("0900 000 777 - 0237 000 1000")).len(), 2);
    }

    #[test]
    fn dates_and_short_numbers_are_not_searched_for() {
        for text in ["2008-04-02", "02.04.2008", "113", "123 456", "2/4/2008"] {
            assert!(values(&groups(text)).is_empty(), "{text}");
        }
    }
}
