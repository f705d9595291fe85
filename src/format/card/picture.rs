//! The picture of a drawing: painted with the embedded fonts, kept in sixteen steps from ground to ink, packed as PNG.

use std::sync::{Arc, LazyLock};

use png::{BitDepth, ColorType, Compression, Encoder, Filter};
use resvg::{
    tiny_skia::{Pixmap, Transform},
    usvg::{Options, Tree, fontdb::Database},
};

use super::{
    Size,
    lines::{BOLD, REGULAR},
};

/// Steps from ground to ink: four bits a pixel.
const STEPS: u16 = 16;

/// What a drawing stands on, and the ink that belongs to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ground {
    /// White on green: the campaign.
    Green,
    /// Green on mist: places and handbooks.
    Mist,
}

impl Ground {
    /// Ground and ink.
    const fn colours(self) -> [[u8; 3]; 2] {
        const GREEN: [u8; 3] = [0x04, 0x58, 0x48];
        match self {
            Ground::Green => [GREEN, [0xff; 3]],
            Ground::Mist => [[0xed, 0xf4, 0xf1], GREEN],
        }
    }

    /// The colours of all steps.
    fn palette(self) -> Vec<u8> {
        let [ground, ink] = self.colours();
        let mix = |step: u16, at: usize| {
            let (ground, ink) = (u16::from(ground[at]), u16::from(ink[at]));
            let sum = ground * (STEPS - 1 - step) + ink * step;
            u8::try_from((sum + STEPS / 2) / (STEPS - 1)).unwrap_or(u8::MAX)
        };
        (0..STEPS)
            .flat_map(|step| (0..3).map(move |at| mix(step, at)))
            .collect()
    }
}

/// Only the embedded fonts: those of a machine differ from those of the next.
static FONTS: LazyLock<Arc<Database>> = LazyLock::new(|| {
    let mut fonts = Database::new();
    fonts.load_font_data(REGULAR.to_vec());
    fonts.load_font_data(BOLD.to_vec());
    Arc::new(fonts)
});

/// Paints a drawing and appends it as PNG.
///
/// # Panics
/// On a drawing that is no SVG. We make it, so that is a fault of the program, and the build reports it as one.
pub(super) fn paint(drawing: &str, size: Size, ground: Ground, out: &mut Vec<u8>) {
    let painted = pixels(drawing, size).and_then(|pixels| pack(&pixels, size, ground, out));
    if let Err(error) = painted {
        panic!("a card cannot be painted: {error}");
    }
}

/// How much ink there is, in steps: two pixels a byte.
fn pixels(drawing: &str, (width, height): Size) -> Result<Vec<u8>, String> {
    let options = Options {
        fontdb: Arc::clone(&FONTS),
        ..Options::default()
    };
    let tree = Tree::from_str(drawing, &options).map_err(|error| error.to_string())?;
    let mut pixmap = Pixmap::new(width, height).ok_or("no room")?;
    resvg::render(&tree, Transform::identity(), &mut pixmap.as_mut());
    let step = |alpha: u8| (u16::from(alpha) * (STEPS - 1) + 127) / 255;
    let pair = |two: &[u8]| {
        let both = step(two[3]) << 4 | step(two[7]);
        u8::try_from(both).unwrap_or(u8::MAX)
    };
    Ok(pixmap.data().chunks_exact(8).map(pair).collect())
}

fn pack(
    pixels: &[u8],
    (width, height): Size,
    ground: Ground,
    out: &mut Vec<u8>,
) -> Result<(), String> {
    let mut encoder = Encoder::new(out, width, height);
    encoder.set_color(ColorType::Indexed);
    encoder.set_depth(BitDepth::Four);
    encoder.set_palette(ground.palette());
    encoder.set_compression(Compression::Fast);
    encoder.set_filter(Filter::NoFilter);
    let packed = encoder.write_header().and_then(|mut writer| {
        writer.write_image_data(pixels)?;
        writer.finish()
    });
    packed.map_err(|error| error.to_string())
}
