//! An address as a QR code (ISO/IEC 18004) for phones that see it on a wall.

use fast_qr::{ECL, QRBuilder};

/// Dots a module is wide, so that no viewer that smooths pictures can blur it.
const SCALE: usize = 2;

/// Draws an address as a square: one byte a dot, row by row, black is 0. Empty for one that is too long for any code.
pub(super) fn draw(address: &str) -> Vec<u8> {
    // Medium correction: a sheet on a wall gets creased and rained on, but a denser code needs a nearer phone.
    let Ok(code) = QRBuilder::new(address).ecl(ECL::M).build() else {
        return Vec::new();
    };
    let side = code.size * SCALE;
    let mut dots = Vec::with_capacity(side * side);
    for row in 0..code.size {
        let modules = code[row][..code.size].iter();
        let line: Vec<u8> = modules
            .flat_map(|module| [if module.value() { 0 } else { 255 }; SCALE])
            .collect();
        (0..SCALE).for_each(|_| dots.extend_from_slice(&line));
    }
    dots
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_square_and_begins_with_its_corner() {
        let dots = draw("https://binhyen.example/danh-ba/xa.html");
        let side = dots.len().isqrt();
        assert_eq!(side * side, dots.len());
        assert!(side.is_multiple_of(SCALE) && side >= 21 * SCALE);
        // Seven dark modules, then a light one: the mark by which readers find the corner.
        assert!(dots[..7 * SCALE].iter().all(|dot| *dot == 0));
        assert!(dots[7 * SCALE..8 * SCALE].iter().all(|dot| *dot == 255));
        assert!(draw(&"x".repeat(9999)).is_empty());
    }
}
