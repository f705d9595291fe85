//! Files beside the Markdown, such as images: copied as they are.

use crate::{
    diag::{Diagnostic, Lang},
    plan::{Format, Inside, Output, SitePlan, Spec, Subject},
    publish::{Media, Surface},
    source::Sources,
};
use ecow::EcoString;

/// The files of `content/` that are not Markdown.
#[derive(Debug)]
pub struct Files {
    files: Vec<(EcoString, Box<[u8]>)>,
}

impl Files {
    /// Takes the files of the content folder.
    pub fn gather(sources: &Sources) -> Self {
        let own = sources
            .assets
            .iter()
            .filter(|asset| asset.path.starts_with("content/"));
        Files {
            files: own
                .map(|asset| (asset.path.clone(), asset.bytes.clone()))
                .collect(),
        }
    }

    /// Their source paths, in the order of their subjects.
    pub fn paths(&self) -> Vec<EcoString> {
        self.files.iter().map(|(path, _)| path.clone()).collect()
    }
}

impl Format for Files {
    fn spec(&self) -> Spec {
        Spec {
            id: "files",
            media_type: "application/octet-stream",
            extension: "",
            surface: Surface::Page,
            media: Some(Media::Text),
        }
    }

    fn plan(&self, plan: &SitePlan, _: &[(Subject, Lang)]) -> Vec<(Subject, Lang)> {
        let main = plan.site.info.main();
        (0..)
            .zip(&self.files)
            .map(|(at, _)| (Subject::File(at), main))
            .collect()
    }

    fn path(&self, plan: &SitePlan, subject: Subject, _: Lang) -> Option<String> {
        match subject {
            Subject::File(at) => Some(plan.file_path(at as usize)),
            _ => None,
        }
    }

    fn render(
        &self,
        _: &SitePlan,
        output: &Output,
        out: &mut Vec<u8>,
        _: &mut Inside,
    ) -> Result<(), Box<Diagnostic>> {
        if let Subject::File(at) = output.subject
            && let Some((_, bytes)) = self.files.get(at as usize)
        {
            out.extend_from_slice(bytes);
        }
        Ok(())
    }
}
