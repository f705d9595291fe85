//! Dates in figures: 01/7/2024. A zero stands before days 1 to 9 and months 1 and 2, so that no figure can be added.

use std::ops::Range;

/// Dates not written so: where they stand, and how they should be written.
pub(super) fn wrong(text: &str) -> Vec<(Range<usize>, String)> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(at) = text[from..].find(|c: char| c.is_ascii_digit()) {
        let start = from + at;
        let end = text[start..]
            .find(|c: char| !c.is_ascii_digit() && c != '/')
            .map_or(text.len(), |end| start + end);
        if let Some(right) = right(text, start..end) {
            found.push((start..end, right));
        }
        from = end;
    }
    found
}

fn right(text: &str, range: Range<usize>) -> Option<String> {
    let joined = |c: char| c.is_alphanumeric() || matches!(c, '-' | '/' | '.');
    if text[..range.start].chars().next_back().is_some_and(joined) {
        return None;
    }
    let written = &text[range];
    let mut parts = written.split('/');
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() || year.len() != 4 || day.len() > 2 || month.len() > 2 {
        return None;
    }
    let number = |part: &str, most: u32| {
        let number: u32 = part.parse().ok()?;
        (1..=most).contains(&number).then_some(number)
    };
    let (day, month) = (number(day, 31)?, number(month, 12)?);
    let month = match month {
        1 | 2 => format!("{month:02}"),
        _ => month.to_string(),
    };
    let right = format!("{day:02}/{month}/{year}");
    (right != written).then_some(right)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zeros_stand_where_a_figure_could_be_added() {
        let mended = |text: &str| -> Vec<String> {
            let found = wrong(text).into_iter();
            found
                .map(|(at, right)| format!("{} → {right}", &text[at]))
                .collect()
        };
        assert_eq!(
            mended("Từ 1/7/2024 đến 14/2/2025, 05/09/2008."),
            [
                "1/7/2024 → 01/7/2024",
                "14/2/2025 → 14/02/2025",
                "05/09/2008 → 05/9/2008"
            ]
        );
        let right =
            "01/7/2024, 14/02/2008, 31/12/2025, 30/2023/QH15, 1/2/3, 7/2024, 1/7/2024/x, 45/7/2024";
        assert_eq!(mended(right), [""; 0]);
    }
}
