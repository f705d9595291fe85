//! An address as a QR code (ISO/IEC 18004) for phones that see it on a wall.

use fast_qr::{ECL, QRBuilder};

/// Dots a module is wide, so that no viewer that smooths pictures can blur it.
const SCALE: usize = 4;

/// A picture of an address: one byte a dot, row by row, black is 0.
#[derive(Debug)]
pub(super) struct Picture {
    /// Dots of a side.
    pub side: usize,
    /// The dots.
    pub dots: Vec<u8>,
}

/// Draws an address; `None` for one that is too long for any code.
pub(super) fn draw(address: &str) -> Option<Picture> {
    // Medium correction: a sheet on a wall gets creased and rained on, but a denser code needs a nearer phone.
    let code = QRBuilder::new(address).ecl(ECL::M).build().ok()?;
    let side = code.size * SCALE;
    let mut dots = Vec::with_capacity(side * side);
    for row in 0..code.size {
        let line = code[row][..code.size].iter();
        let line: Vec<u8> = line
            .flat_map(|module| [if module.value() { 0 } else { 255 }; SCALE])
            .collect();
        (0..SCALE).for_each(|_| dots.extend_from_slice(&line));
    }
    Some(Picture { side, dots })
}
