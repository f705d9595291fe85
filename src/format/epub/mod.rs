//! Books to take along as EPUB 3.3: each handbook, and all of them in one.
//!
//! Reads like the pages: made from the same trees, with links that stay in the book where they can and are full addresses
//! where they cannot. What it says depends on the plan alone, its dates on the day the site is shown for.

mod package;
mod page;
mod resolve;
#[cfg(test)]
mod tests;

use ecow::EcoString;
use rustc_hash::FxHashMap;

use crate::{
    diag::{Diagnostic, Lang},
    markdown::Labels,
    plan::{Archive, Format, Inside, Output, Packing, SitePlan, Spec, Subject, Volume},
    publish::{Media, Surface},
    source::Sources,
};
use page::Page;

/// Paints a cover as PNG: what stands above the title, the title, the site and the mark of a sample; then the number of
/// chapters.
pub type Paint = fn([&str; 4], usize) -> Vec<u8>;

/// What books say besides their writers, in one language. Words with holes keep them.
#[derive(Debug, Clone)]
pub struct Words {
    /// What articles say besides their writer.
    pub labels: Labels,
    /// What marks a site of invented people, in short.
    pub sample: String,
    /// The same in a sentence.
    pub sample_notice: String,
    /// That the rules have been replaced.
    pub replaced: String,
    /// Since a `{date}`.
    pub since: String,
    /// The `{date}` everything is told for.
    pub as_of: String,
    /// The `{n}`th chapter in `{total}`.
    pub chapter_of: String,
    /// All handbooks.
    pub books: String,
    /// What they are for.
    pub books_lead: String,
    /// Words explained.
    pub glossary: String,
    /// What is explained.
    pub glossary_lead: String,
    /// Contents.
    pub contents: String,
    /// The cover of a `{title}`.
    pub cover: String,
    /// Where reading begins.
    pub start: String,
    /// Where the latest edition is.
    pub online: String,
    /// How the book can be read by everyone.
    pub access: String,
}

/// The format of books.
#[derive(Debug)]
pub struct Epub {
    words: [Words; 2],
    paint: Paint,
    images: FxHashMap<EcoString, Box<[u8]>>,
}

impl Epub {
    /// Books with these words, in the order of [`Lang::ALL`], these covers, and the images of the content folder.
    pub fn new(words: [Words; 2], paint: Paint, sources: &Sources) -> Self {
        let images = sources.assets.iter().filter(|asset| {
            asset.path.starts_with("content/") && package::media_type(&asset.path).is_some()
        });
        Epub {
            words,
            paint,
            images: images
                .map(|asset| (asset.path.clone(), asset.bytes.clone()))
                .collect(),
        }
    }
}

impl Format for Epub {
    fn spec(&self) -> Spec {
        Spec {
            id: "epub",
            media_type: "application/epub+zip",
            extension: "epub",
            surface: Surface::Export,
            media: None,
        }
    }

    /// Every handbook in every language it is written in, and all of them where there are several.
    fn plan(&self, plan: &SitePlan, subjects: &[(Subject, Lang)]) -> Vec<(Subject, Lang)> {
        let written = |(subject, lang): &(Subject, Lang)| match subject {
            Subject::Book(_) => true,
            Subject::Books => Volume::gather(plan, *subject, *lang, "", "").parts.len() > 1,
            _ => false,
        };
        subjects.iter().copied().filter(written).collect()
    }

    fn render(
        &self,
        plan: &SitePlan,
        output: &Output,
        out: &mut Vec<u8>,
        inside: &mut Inside,
    ) -> Result<(), Box<Diagnostic>> {
        let words = &self.words[output.lang as usize];
        let volume = Volume::gather(
            plan,
            output.subject,
            output.lang,
            &words.books,
            &words.books_lead,
        );
        let (pages, images) = page::pages(plan, output, &volume, words, &self.images);
        let info = &plan.site.info;
        let sample = if info.sample { &*words.sample } else { "" };
        let site = info.title.get(output.lang);
        let face = [volume.above.as_str(), &volume.title, site, sample];
        let cover = (self.paint)(face, volume.chapters());
        inside.push(Media::Text, face.join("\n").as_bytes());
        let mut archive = Archive::new(plan.site.as_of, inside);
        // Readers look for this at a fixed place, so it comes first and stands as it is.
        archive.add(
            "mimetype",
            Packing::Stored,
            Media::Text,
            self.spec().media_type.as_bytes(),
        );
        archive.text("META-INF/container.xml", Media::Markup, package::CONTAINER);
        let package = package::package(plan, output, &volume, words, &pages, &images);
        archive.text("EPUB/package.opf", Media::Markup, &package);
        archive.text("EPUB/style.css", Media::Text, include_str!("style.css"));
        archive.add("EPUB/cover.png", Packing::Stored, Media::Text, &cover);
        for Page { file, html, .. } in &pages {
            archive.text(&format!("EPUB/{file}"), Media::Markup, html);
        }
        for image in &images {
            if let Some(bytes) = self.images.get(&image.source) {
                let (packing, media) = if image.file.ends_with(".svg") {
                    (Packing::Deflated, Media::Markup)
                } else {
                    (Packing::Stored, Media::Text)
                };
                archive.add(&format!("EPUB/{}", image.file), packing, media, bytes);
            }
        }
        archive.finish(out)
    }
}
