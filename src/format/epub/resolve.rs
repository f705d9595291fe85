//! Where the links of a text lead in a book: to another file of it, else to the full address of a page.

use std::cell::RefCell;

use ecow::EcoString;
use rustc_hash::FxHashMap;

use super::{package::media_type, page::file};
use crate::{
    check::Article,
    markdown::Resolve,
    model::SchemeIdx,
    plan::{Output, SitePlan, Subject, Target, Volume},
    scheme::anchor,
};

/// An image of the book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Image {
    /// Where it stands in the site folder.
    pub source: EcoString,
    /// Where it stands in the book.
    pub file: String,
}

/// Resolves the links of one text, and gathers the images of all.
pub(super) struct Links<'l> {
    pub plan: &'l SitePlan<'l>,
    pub output: &'l Output,
    pub volume: &'l Volume,
    pub article: &'l Article,
    /// The images there are.
    pub known: &'l FxHashMap<EcoString, Box<[u8]>>,
    /// Those that are used.
    pub images: &'l RefCell<Vec<Image>>,
}

impl Links<'_> {
    fn full(&self, path: &str) -> String {
        format!("{}{path}", self.plan.site.info.base_url)
    }
}

impl Resolve for Links<'_> {
    fn link(&self, target: &str) -> Option<String> {
        let (found, anchor) = self.plan.links.resolve(self.article, target)?;
        if let Target::Page(subject) = found
            && let Some(name) = self.volume.names.get(&subject)
        {
            let file = file(name);
            return Some(match anchor {
                Some(anchor) => format!("{file}#{anchor}"),
                None => file,
            });
        }
        let path = self.plan.target(self.article, target, self.output.lang)?;
        Some(self.full(&path))
    }

    fn clause(&self, scheme: SchemeIdx, clause: &str) -> Option<String> {
        let (page, _) = self.plan.page(Subject::Rules(scheme), self.output.lang)?;
        Some(self.full(&format!("{page}#{}", anchor(clause))))
    }

    /// An image is carried along, when it is of a kind that books may hold.
    fn image(&self, target: &str) -> Option<String> {
        let (Target::File(at), _) = self.plan.links.resolve(self.article, target)? else {
            return None;
        };
        let source = self.plan.files.get(at)?;
        let (extension, _) = media_type(source)?;
        self.known.get(source)?;
        let mut images = self.images.borrow_mut();
        if let Some(image) = images.iter().find(|image| image.source == *source) {
            return Some(image.file.clone());
        }
        let file = format!("i{}.{extension}", images.len() + 1);
        images.push(Image {
            source: source.clone(),
            file: file.clone(),
        });
        Some(file)
    }
}
