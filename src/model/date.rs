//! Dates as they are written in Vietnamese official documents and in English.

use chrono::{Datelike, NaiveDate};

use crate::diag::Lang;

/// A date in words of the language: `02/4/2008` (days below 10 and months 1 and 2 take a zero, as Decree 30/2020/NĐ-CP
/// asks) or `2 April 2008`.
pub fn show(date: NaiveDate, lang: Lang) -> String {
    match lang {
        Lang::Vi => vietnamese(date),
        Lang::En => date.format("%-d %B %Y").to_string(),
    }
}

/// Written digit by digit: a page has thirty of them, and formatting is slow.
fn vietnamese(date: NaiveDate) -> String {
    let (day, month) = (date.day(), date.month());
    let digit = |n: u32| char::from_digit(n % 10, 10).unwrap_or('0');
    let mut shown = String::with_capacity("00/00/0000".len());
    shown.push(digit(day / 10));
    shown.push(digit(day));
    shown.push('/');
    if month <= 2 || month >= 10 {
        shown.push(digit(month / 10));
    }
    shown.push(digit(month));
    shown.push('/');
    match u32::try_from(date.year()) {
        Ok(year @ 1000..=9999) => {
            let places = [1000, 100, 10, 1].into_iter();
            shown.extend(places.map(|place| digit(year / place)));
        }
        _ => shown.push_str(&date.year().to_string()),
    }
    shown
}

/// Full years from `born` to `on`; negative spans count as zero.
pub fn age(born: NaiveDate, on: NaiveDate) -> u32 {
    on.years_since(born).unwrap_or(0)
}

/// Whether a span of time with an optional end holds on `day` (the end itself is still inside).
pub fn holds(from: Option<NaiveDate>, until: Option<NaiveDate>, day: NaiveDate) -> bool {
    from.is_none_or(|from| from <= day) && until.is_none_or(|until| day <= until)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(y: i32, m: u32, d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(y, m, d).unwrap()
    }

    #[test]
    fn vietnamese_dates_take_a_zero_only_where_the_decree_asks() {
        assert_eq!(show(day(2008, 4, 2), Lang::Vi), "02/4/2008");
        assert_eq!(show(day(2008, 2, 14), Lang::Vi), "14/02/2008");
        assert_eq!(show(day(2008, 11, 30), Lang::Vi), "30/11/2008");
        assert_eq!(show(day(998, 10, 9), Lang::Vi), "09/10/998");
        assert_eq!(show(day(2008, 4, 2), Lang::En), "2 April 2008");
    }

    #[test]
    fn age_counts_full_years() {
        assert_eq!(age(day(1990, 7, 16), day(2008, 7, 15)), 17);
        assert_eq!(age(day(1990, 7, 15), day(2008, 7, 15)), 18);
    }
}
