//! Social cards: the picture a link shows where it is shared, 1200 by 630 pixels (Open Graph).
//!
//! A card says what its page is called and whose site it is, and nothing more. It is drawn as SVG with the embedded
//! fonts alone, never with those of the machine, so that its bytes are the same everywhere.

mod cover;
mod drawing;
mod face;
mod lines;
mod picture;
mod ring;
#[cfg(test)]
mod tests;

use xxhash_rust::xxh3::xxh3_64;

use crate::{
    diag::{Diagnostic, Lang},
    plan::{Format, Inside, Key, Output, SitePlan, Spec, Subject},
    publish::{Media, Surface},
};
pub use cover::cover;
use face::Face;

/// Width of a card in pixels.
const WIDTH: u32 = 1200;

/// Height of a card in pixels.
const HEIGHT: u32 = 630;

/// Width and height in pixels; the width is even.
type Size = (u32, u32);

/// Counts up when a picture of the same drawing changes, as it may with another renderer; the drawing itself is part
/// of the key.
const PICTURE: u32 = 1;

/// Interface words that cards show, in one language.
#[derive(Debug, Default)]
pub struct Captions {
    /// What marks a site of invented people.
    pub sample: String,
    /// The section of handbooks.
    pub books: String,
    /// The campaign, where it has no page of its own that names it.
    pub campaign: String,
}

/// The format of social cards: campaign, handbooks and communes.
#[derive(Debug)]
pub struct Card {
    captions: [Captions; 2],
}

impl Card {
    /// Cards with these words, in the order of [`Lang::ALL`].
    pub const fn new(captions: [Captions; 2]) -> Self {
        Card { captions }
    }

    /// What the card of an output says, and how it is drawn.
    fn draw(&self, plan: &SitePlan, output: &Output) -> Option<(Face, String)> {
        let captions = &self.captions[output.lang as usize];
        let face = Face::of(plan, captions, output.subject, output.lang)?;
        let drawing = drawing::draw(&face);
        Some((face, drawing))
    }
}

impl Format for Card {
    fn spec(&self) -> Spec {
        Spec {
            id: "card",
            media_type: "image/png",
            extension: "png",
            surface: Surface::Page,
            media: None,
        }
    }

    fn plan(&self, plan: &SitePlan, subjects: &[(Subject, Lang)]) -> Vec<(Subject, Lang)> {
        let wanted = subjects.iter().copied();
        wanted
            .filter(|(subject, _)| face::has(plan, *subject))
            .collect()
    }

    fn key(&self, plan: &SitePlan, output: &Output) -> Option<Key> {
        let (face, drawing) = self.draw(plan, output)?;
        let version = env!("CARGO_PKG_VERSION");
        let whole = format!("{version}\n{PICTURE}\n{:?}\n{drawing}", face.ground);
        Some(Key {
            hash: xxh3_64(whole.as_bytes()),
            words: face.words(),
        })
    }

    fn render(
        &self,
        plan: &SitePlan,
        output: &Output,
        out: &mut Vec<u8>,
        inside: &mut Inside,
    ) -> Result<(), Box<Diagnostic>> {
        if let Some((face, drawing)) = self.draw(plan, output) {
            inside.push(Media::Text, face.words().as_bytes());
            picture::paint(&drawing, (WIDTH, HEIGHT), face.ground, out);
        }
        Ok(())
    }
}
