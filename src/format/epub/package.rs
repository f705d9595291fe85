//! The package document of a book: what it is, what it holds, in which order, and who can read it.

use std::fmt::Write as _;

use super::{Words, page::Page, resolve::Image};
use crate::{
    model::xml::escape,
    plan::{Output, SitePlan, Volume},
};

/// Where the package document is.
pub(super) const CONTAINER: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
    <container version=\"1.0\" xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\">\n\
    <rootfiles><rootfile full-path=\"EPUB/package.opf\" media-type=\"application/oebps-package+xml\"/></rootfiles>\n\
    </container>\n";

/// What every book of ours offers (Schema.org's accessibility terms).
const FEATURES: [&str; 6] = [
    "alternativeText",
    "displayTransformability",
    "longDescription",
    "readingOrder",
    "structuralNavigation",
    "tableOfContents",
];

/// The extension and the media type of an image that every reading program must show.
pub(super) fn media_type(path: &str) -> Option<(&'static str, &'static str)> {
    let (_, extension) = path.rsplit_once('.')?;
    Some(match extension.to_ascii_lowercase().as_str() {
        "png" => ("png", "image/png"),
        "jpg" | "jpeg" => ("jpg", "image/jpeg"),
        "gif" => ("gif", "image/gif"),
        "svg" => ("svg", "image/svg+xml"),
        "webp" => ("webp", "image/webp"),
        _ => return None,
    })
}

/// The package document. Its identifier is the address of the book, which never changes; its date is the site's.
pub(super) fn package(
    plan: &SitePlan,
    output: &Output,
    volume: &Volume,
    words: &Words,
    pages: &[Page],
    images: &[Image],
) -> String {
    let (info, tag) = (&plan.site.info, output.lang.tag());
    let publisher = escape(info.publisher.name.get(output.lang));
    let day = plan.site.as_of.format("%Y-%m-%d");
    let mut xml = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <package xmlns=\"http://www.idpf.org/2007/opf\" version=\"3.0\" unique-identifier=\"id\" xml:lang=\"{tag}\">\n\
         <metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n\
         <dc:identifier id=\"id\">{}</dc:identifier>\n<dc:title>{}</dc:title>\n<dc:language>{tag}</dc:language>\n\
         <dc:creator>{publisher}</dc:creator>\n<dc:publisher>{publisher}</dc:publisher>\n<dc:date>{day}</dc:date>\n",
        escape(&format!("{}{}", info.base_url, output.path)),
        escape(&volume.title),
    );
    if !volume.summary.is_empty() {
        let summary = escape(&volume.summary);
        let _ = writeln!(xml, "<dc:description>{summary}</dc:description>");
    }
    let _ = writeln!(
        xml,
        "<meta property=\"dcterms:modified\">{day}T00:00:00Z</meta>"
    );
    access(words, &mut xml);
    xml.push_str("</metadata>\n<manifest>\n");
    manifest(pages, images, &mut xml);
    xml.push_str("</manifest>\n<spine>\n");
    for n in 1..=pages.len() {
        let _ = writeln!(xml, "<itemref idref=\"p{n}\"/>");
    }
    xml.push_str("</spine>\n</package>\n");
    xml
}

/// Who can read it, and how.
fn access(words: &Words, xml: &mut String) {
    let mut meta = |property: &str, value: &str| {
        let value = escape(value);
        let _ = writeln!(xml, "<meta property=\"{property}\">{value}</meta>");
    };
    meta(
        "dcterms:conformsTo",
        "EPUB Accessibility 1.1 - WCAG 2.2 Level AA",
    );
    meta("schema:accessMode", "textual");
    meta("schema:accessMode", "visual");
    meta("schema:accessModeSufficient", "textual");
    for feature in FEATURES {
        meta("schema:accessibilityFeature", feature);
    }
    meta("schema:accessibilityHazard", "none");
    meta("schema:accessibilitySummary", &words.access);
}

fn manifest(pages: &[Page], images: &[Image], xml: &mut String) {
    xml.push_str(
        "<item id=\"style\" href=\"style.css\" media-type=\"text/css\"/>\n\
         <item id=\"cover\" href=\"cover.png\" media-type=\"image/png\" properties=\"cover-image\"/>\n",
    );
    for (n, page) in (1..).zip(pages) {
        let drawn = page.html.contains("<svg ");
        let properties = match (page.kind, drawn) {
            ("toc", _) => " properties=\"nav\"",
            (_, true) => " properties=\"svg\"",
            _ => "",
        };
        let _ = writeln!(
            xml,
            "<item id=\"p{n}\" href=\"{}\" media-type=\"application/xhtml+xml\"{properties}/>",
            page.file
        );
    }
    for (n, image) in (1..).zip(images) {
        let (_, media) = media_type(&image.file).unwrap_or_default();
        let _ = writeln!(
            xml,
            "<item id=\"i{n}\" href=\"{}\" media-type=\"{media}\"/>",
            image.file
        );
    }
}
