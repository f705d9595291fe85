//! Tables: a grid whose head comes again on every sheet, with room to write in what is empty.

use std::fmt::Write as _;

use super::{
    blanks::{WIDTH, letters},
    blocks::Writer,
    inlines::{Blanks, Look},
};
use crate::markdown::tree::{Alignment, Inline};

/// How wide a letter is in a cell, and what stands around the text of one, in twentieths of a point.
const LETTER: usize = 125;
const AROUND: usize = 200;

/// What is longer than this may stand in two lines, in letters.
const LONG: usize = 28;

/// What one writes into by hand is at least this wide, in letters.
const WRITTEN: usize = 10;

/// And no column is narrower, in letters.
const NARROW: usize = 4;

impl Writer {
    pub(super) fn table(
        &mut self,
        alignments: &[Alignment],
        caption: Option<&[Inline]>,
        head: &[Vec<Inline>],
        rows: &[Vec<Vec<Inline>>],
    ) {
        if let Some(words) = caption {
            self.raw("<w:p><w:pPr><w:pStyle w:val=\"Caption\"/><w:keepNext/></w:pPr>");
            self.inlines(words, Look::default(), Blanks::Underscores);
            self.raw("</w:p>");
        }
        let widths = widths(head, rows);
        self.raw("<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/><w:tblW w:w=\"5000\" w:type=\"pct\"/>");
        self.raw("<w:tblLayout w:type=\"fixed\"/><w:tblLook w:val=\"0020\" w:firstRow=\"1\"/></w:tblPr><w:tblGrid>");
        for width in &widths {
            let _ = write!(self.body, "<w:gridCol w:w=\"{width}\"/>");
        }
        self.raw("</w:tblGrid>");
        self.raw("<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
        for (cell, width) in head.iter().zip(&widths) {
            self.cell(cell, *width, Alignment::Center, true);
        }
        self.raw("</w:tr>");
        for row in rows {
            self.raw("<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val=\"567\" w:hRule=\"atLeast\"/></w:trPr>");
            for (at, width) in widths.iter().enumerate() {
                let cell = row.get(at).map(Vec::as_slice).unwrap_or_default();
                let alignment = alignments.get(at).copied().unwrap_or(Alignment::None);
                self.cell(cell, *width, alignment, false);
            }
            self.raw("</w:tr>");
        }
        // Two tables in a row would become one without a paragraph between them.
        self.raw("</w:tbl><w:p><w:pPr><w:pStyle w:val=\"AfterTable\"/></w:pPr></w:p>");
    }

    fn cell(&mut self, inlines: &[Inline], width: usize, alignment: Alignment, is_head: bool) {
        let side = match alignment {
            Alignment::None | Alignment::Left => "left",
            Alignment::Center => "center",
            Alignment::Right => "right",
        };
        let _ = write!(
            self.body,
            "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/><w:vAlign w:val=\"center\"/></w:tcPr><w:p><w:pPr>\
             <w:pStyle w:val=\"TableText\"/><w:jc w:val=\"{side}\"/></w:pPr>"
        );
        let look = Look {
            bold: is_head,
            ..Look::default()
        };
        self.inlines(inlines, look, Blanks::Underscores);
        self.raw("</w:p></w:tc>");
    }
}

/// The widths of the columns, which fill the sheet: what is printed takes what it needs, and what is written by hand shares
/// the rest.
fn widths(head: &[Vec<Inline>], rows: &[Vec<Vec<Inline>>]) -> Vec<usize> {
    let long = |cell: &Vec<Inline>| cell.iter().map(letters).sum::<usize>();
    let column = |(at, title): (usize, &Vec<Inline>)| {
        let cells = rows.iter().filter_map(|row| row.get(at));
        let is_written = rows.iter().any(|row| row.get(at).is_none_or(Vec::is_empty));
        // A title may stand in two lines.
        let most = cells.map(long).max().unwrap_or_default();
        let least = if is_written { WRITTEN } else { NARROW };
        let asked = most.max(long(title).div_ceil(2)).max(least).min(LONG);
        (asked * LETTER + AROUND, is_written)
    };
    let columns: Vec<(usize, bool)> = head.iter().enumerate().map(column).collect();
    let sum = |of: bool| -> usize {
        let some = columns.iter().filter(|(_, is_written)| *is_written == of);
        some.map(|(asked, _)| asked).sum()
    };
    let (printed, written) = (sum(false), sum(true));
    let stretch = written > 0 && printed + written <= WIDTH;
    let width = |(asked, is_written): &(usize, bool)| match (stretch, is_written) {
        (true, false) => *asked,
        (true, true) => (WIDTH - printed) * asked / written,
        (false, _) => WIDTH * asked / (printed + written).max(1),
    };
    columns.iter().map(width).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_fill_the_sheet_and_leave_room_to_write() {
        let text = |text: &str| vec![Inline::Text { text: text.into() }];
        let head = [text("Số"), text("Họ và tên")];
        let widths = widths(&head, &[vec![text("1"), Vec::new()]]);
        assert!(widths[1] > 3 * widths[0], "{widths:?}");
        assert!(
            (WIDTH - 2..=WIDTH).contains(&widths.iter().sum()),
            "{widths:?}"
        );
    }
}
