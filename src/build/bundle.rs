//! The whole site in one archive, for a stick and a hall without a network: every file as it is published, a page that says
//! where to begin, and the sums of all.
//!
//! It is the site, not an export of it: each file in it has passed the scan of its own surface, and what is added here is
//! scanned as a page. One file is held in memory at a time.

use std::{
    fmt::Write as _,
    fs,
    io::{BufWriter, Write as _},
};

use rustc_hash::FxHasher;
use sha2::{Digest, Sha256};
use std::hash::{Hash, Hasher};
use zip::{ZipWriter, result::ZipError};

use super::{
    findings::Leaked,
    render::{Files, Work},
    stage::Placed,
};
use crate::{
    diag::{Diagnostic, Fault, Lang, Report},
    format::html::Key,
    model::{date, xml::escape},
    plan::{Packing, Subject, options},
    publish::{Media, Surface},
};

/// The archive, in the output folder: "the whole set".
pub(super) const NAME: &str = "tron-bo.zip";

/// The page that says where to begin: capitals stand before everything else in a folder.
const START: &str = "BAT-DAU.html";

/// SHA-256 of every file, as `sha256sum -c` reads them.
const SUMS: &str = "SHA256SUMS";

/// What only a server can use.
const SERVED: [&str; 3] = ["robots.txt", "sitemap.xml", "sw.js"];

/// Packed already: packing it again would only take time.
const PACKED: [&str; 9] = [
    "docx", "epub", "gif", "jpg", "pdf", "png", "webp", "woff2", "xlsx",
];

/// Makes the archive of all files there are, and adds it to them.
pub(super) fn bundle(work: &Work, files: &mut Files, report: &mut Report) -> Result<(), Fault> {
    let mut entries: Vec<(String, Placed)> = files
        .iter()
        .filter(|(path, _)| !is_served(path))
        .map(|(path, placed)| (path.to_string(), *placed))
        .collect();
    entries.sort_unstable_by(|a, b| a.0.cmp(&b.0));
    let start = start(work, files);
    let leaks = work
        .guard
        .scan(Media::Markup, Surface::Page, start.as_bytes());
    for leak in leaks {
        let output = format!("{NAME}/{START}");
        report.add(Diagnostic::new(leak.source, Leaked { output }));
    }
    let key = key(work, &entries, &start);
    let placed = match work.stage.kept(NAME, key) {
        Some(placed) => placed,
        None => {
            pack(work, &entries, &start)?;
            work.stage.adopt(NAME, key)?
        }
    };
    files.insert(NAME.into(), placed);
    Ok(())
}

fn is_served(path: &str) -> bool {
    SERVED.contains(&path) || path.starts_with("sitemap-")
}

/// What its bytes depend on.
fn key(work: &Work, entries: &[(String, Placed)], start: &str) -> u64 {
    let mut hasher = FxHasher::default();
    (env!("CARGO_PKG_VERSION"), work.plan.site.as_of, start).hash(&mut hasher);
    for (path, placed) in entries {
        (path, placed.entry().hash, placed.entry().size).hash(&mut hasher);
    }
    hasher.finish()
}

fn pack(work: &Work, entries: &[(String, Placed)], start: &str) -> Result<(), Fault> {
    let target = work.stage.folder.join(NAME);
    let io = |error| Fault::io(("ghi", "write"), &target, error);
    let zipped = |error: ZipError| io(error.into());
    let file = fs::File::create(&target).map_err(io)?;
    let mut zip = ZipWriter::new(BufWriter::new(file));
    let mut sums = String::new();
    let mut put = |path: &str, bytes: &[u8]| -> Result<(), Fault> {
        let options = options(packing(path), work.plan.site.as_of);
        zip.start_file(path, options).map_err(zipped)?;
        let sum = Sha256::digest(bytes);
        sum.iter().for_each(|byte| {
            let _ = write!(sums, "{byte:02x}");
        });
        let _ = writeln!(sums, "  {path}");
        zip.write_all(bytes).map_err(io)
    };
    put(START, start.as_bytes())?;
    for (path, placed) in entries {
        let source = work.stage.place(path, *placed);
        let bytes = fs::read(&source);
        put(
            path,
            &bytes.map_err(|error| Fault::io(("đọc", "read"), source, error))?,
        )?;
    }
    let options = options(Packing::Deflated, work.plan.site.as_of);
    zip.start_file(SUMS, options).map_err(zipped)?;
    zip.write_all(sums.as_bytes()).map_err(io)?;
    let mut file = zip.finish().map_err(zipped)?;
    file.flush().map_err(io)
}

fn packing(path: &str) -> Packing {
    match path.rsplit_once('.') {
        Some((_, extension)) if PACKED.contains(&extension) => Packing::Stored,
        _ => Packing::Deflated,
    }
}

/// The page that says where to begin, in every language of the site.
fn start(work: &Work, files: &Files) -> String {
    let info = &work.plan.site.info;
    let title = escape(info.title.get(info.main()));
    let tag = info.main().tag();
    let mut html = format!(
        "<!doctype html>\n<html lang=\"{tag}\">\n<head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width\"><title>{title}</title></head>\n<body>\n<main>\n"
    );
    for lang in info.languages.iter().copied() {
        section(work, files, lang, &mut html);
    }
    html.push_str("</main>\n</body>\n</html>\n");
    html
}

fn section(work: &Work, files: &Files, lang: Lang, html: &mut String) {
    let (plan, words) = (work.plan, work.theme.words(lang));
    let head = if lang == plan.site.info.main() {
        "h1"
    } else {
        "h2"
    };
    let _ = write!(
        html,
        "<section lang=\"{}\">\n<{head}>{}</{head}>\n<p>{}</p>\n<ul>\n",
        lang.tag(),
        escape(plan.site.info.title.get(lang)),
        escape(words.get(Key::BundleLead))
    );
    for (subject, key) in [
        (Subject::Home, Key::BundleOpen),
        (Subject::Places, Key::NavPlaces),
        (Subject::Books, Key::NavBooks),
    ] {
        for (extension, form) in [("html", None), ("pdf", Some("PDF")), ("epub", Some("EPUB"))] {
            let path = plan.addresses.path(subject, lang, extension);
            let Some(path) = path.filter(|path| files.contains_key(&**path)) else {
                continue;
            };
            let form = form.map(|form| format!(" ({form})")).unwrap_or_default();
            let name = escape(&format!("{}{form}", words.get(key)));
            let _ = writeln!(html, "<li><a href=\"{}\">{name}</a></li>", escape(&path));
        }
    }
    let as_of = words.fill(Key::AsOf, &[("date", &date::show(plan.site.as_of, lang))]);
    let _ = write!(
        html,
        "</ul>\n<p>{}</p>\n<p>{}</p>\n</section>\n",
        escape(words.get(Key::BundleWhole)),
        escape(&as_of)
    );
}
