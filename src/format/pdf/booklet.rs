//! Puts small pages together so that a stack of sheets, printed on both sides and folded once, reads in order.

use typst::{
    ecow::EcoVec,
    layout::{Abs, Frame, FrameItem, Point, Size},
    model::Document as _,
};
use typst_layout::{Page, PagedDocument};

/// Sides of sheets from pages. Empty pages fill the last sheet up. Links and tags are left out: on paper no one follows
/// them, and where they led has moved.
pub(super) fn fold(pages: &PagedDocument) -> PagedDocument {
    let small = pages.pages();
    let Some(first) = small.first() else {
        return pages.clone();
    };
    let size = first.frame.size();
    let side = Size::new(size.x * 2.0, size.y);
    let mut sides = EcoVec::new();
    for (number, pair) in (1..).zip(order(small.len())) {
        let mut frame = Frame::hard(side);
        for (page, x) in pair.into_iter().zip([Abs::zero(), size.x]) {
            if let Some(page) = page.and_then(|at| small.get(at)) {
                frame.push_frame(Point::with_x(x), bare(&page.frame));
            }
        }
        sides.push(Page {
            frame,
            number,
            ..first.clone()
        });
    }
    PagedDocument::new(sides, pages.info().clone())
}

/// Which pages lie side by side on each side of the sheets, left and right, counted from 0.
fn order(pages: usize) -> Vec<[Option<usize>; 2]> {
    let all = pages.div_ceil(4) * 4;
    let page = |at: usize| (at < pages).then_some(at);
    let side = |n: usize| {
        let (low, high) = (page(n), page(all - 1 - n));
        if n.is_multiple_of(2) {
            [high, low]
        } else {
            [low, high]
        }
    };
    (0..all / 2).map(side).collect()
}

/// A frame without what leads elsewhere.
fn bare(frame: &Frame) -> Frame {
    let mut bare = frame.clone();
    strip(&mut bare);
    bare
}

fn strip(frame: &mut Frame) {
    frame.retain(|item| {
        if let FrameItem::Group(group) = item {
            strip(&mut group.frame);
        }
        !matches!(item, FrameItem::Link(..) | FrameItem::Tag(_))
    });
}

#[cfg(test)]
mod tests {
    use super::order;

    #[test]
    fn a_folded_stack_reads_in_order() {
        let said = |pages| -> Vec<[usize; 2]> {
            let sides = order(pages).into_iter();
            sides
                .map(|side| side.map(|page| page.map_or(0, |at| at + 1)))
                .collect()
        };
        assert_eq!(said(8), [[8, 1], [2, 7], [6, 3], [4, 5]]);
        assert_eq!(said(5), [[0, 1], [2, 0], [0, 3], [4, 5]]);
        assert_eq!(said(0), [[0; 2]; 0]);
    }
}
