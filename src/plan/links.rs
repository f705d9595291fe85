//! Links between sources: resolved from source paths to subjects, and checked to the anchor.

use ecow::EcoString;
use rustc_hash::FxHashMap;

use super::{
    Library, Subject,
    findings::{DeadAnchor, DeadLink, PhotoMissing},
};
use crate::{
    check::Article,
    diag::{FileId, Lang, Report, SourceMap},
    markdown::{Link, Prepared},
    model::ArticleIdx,
    parse::{draft::Shelf, near::near},
    publish::PublicSite,
};

/// What a source path leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// A page.
    Page(Subject),
    /// An image or other file beside the Markdown, as an index into the plan's files.
    File(usize),
}

/// Source paths and what they lead to.
#[derive(Debug, Default)]
pub struct Links {
    targets: FxHashMap<EcoString, Target>,
    article_at: FxHashMap<EcoString, ArticleIdx>,
    path_of: FxHashMap<FileId, EcoString>,
}

impl Links {
    /// Gathers what can be linked to: Markdown, rosters, and files beside the Markdown.
    pub(super) fn gather(
        site: &PublicSite,
        library: &Library,
        files: &[EcoString],
        sources: &dyn SourceMap,
    ) -> Self {
        let mut links = Links::default();
        for (at, article) in site.articles.iter().enumerate() {
            let at = ArticleIdx::new(at);
            let path: EcoString = sources.path(article.file).into();
            links
                .targets
                .insert(path.clone(), Target::Page(subject(article, at, library)));
            links.article_at.insert(path.clone(), at);
            links.path_of.insert(article.file, path);
        }
        for commune in &site.communes {
            links.targets.insert(
                sources.path(commune.source).into(),
                Target::Page(Subject::Place(commune.place)),
            );
        }
        links.targets.extend(
            files
                .iter()
                .enumerate()
                .map(|(at, path)| (path.clone(), Target::File(at))),
        );
        links
    }

    /// What a link written in an article leads to, and its anchor.
    pub fn resolve<'l>(
        &self,
        from: &Article,
        target: &'l str,
    ) -> Option<(Target, Option<&'l str>)> {
        let (path, anchor) = split(target);
        let source = self.path_of.get(&from.file)?;
        if path.is_empty() {
            return Some((*self.targets.get(source)?, anchor));
        }
        Some((*self.targets.get(&*join(source, path)?)?, anchor))
    }

    /// Checks every link of every article.
    pub(super) fn check(
        &self,
        site: &PublicSite,
        library: &Library,
        prepared: &[Prepared],
        report: &mut Report,
    ) {
        for (article, read) in site.articles.iter().zip(prepared) {
            for link in &read.links {
                self.check_one(article, link, library, prepared, report);
            }
            self.check_photo(article, report);
        }
    }

    fn check_one(
        &self,
        from: &Article,
        link: &Link,
        library: &Library,
        prepared: &[Prepared],
        report: &mut Report,
    ) {
        let (path, anchor) = split(&link.target);
        let Some(source) = self.path_of.get(&from.file) else {
            return;
        };
        let joined = if path.is_empty() {
            Some(source.to_string())
        } else {
            join(source, path)
        };
        let Some(joined) = joined.filter(|joined| self.targets.contains_key(&**joined)) else {
            let near = self.near(source, path);
            report.push(
                link.target.span,
                DeadLink {
                    target: path.to_owned(),
                    near,
                },
            );
            return;
        };
        let (Some(anchor), Some(at)) = (anchor, self.article_at.get(&*joined)) else {
            return;
        };
        let read = &prepared[landing(library, *at, from.lang).at()];
        if !read.headings.iter().any(|heading| *heading.id == *anchor) {
            let near = near(anchor, read.headings.iter().map(|heading| &*heading.id))
                .map(|near| format!("#{near}"));
            let target = if path.is_empty() {
                source.to_string()
            } else {
                path.to_owned()
            };
            report.push(
                link.target.span,
                DeadAnchor {
                    target,
                    anchor: anchor.to_owned(),
                    near,
                },
            );
        }
    }

    fn check_photo(&self, article: &Article, report: &mut Report) {
        let Some(photo) = &article.story.photo else {
            return;
        };
        if let Some((Target::File(_), None)) = self.resolve(article, &photo.file) {
            return;
        }
        let source = self.path_of.get(&article.file);
        let near = source.and_then(|source| self.near(source, &photo.file));
        let file = photo.file.to_string();
        report.push(photo.file.span, PhotoMissing { file, near });
    }

    fn near(&self, source: &str, path: &str) -> Option<String> {
        let wanted = join(source, path)?;
        let known = near(&wanted, self.targets.keys().map(|key| &**key))?;
        Some(super::relative(source, known))
    }
}

/// The source a reader of `lang` lands on.
fn landing(library: &Library, at: ArticleIdx, lang: Lang) -> ArticleIdx {
    library.work_of(at).source(lang).unwrap_or(at)
}

fn subject(article: &Article, at: ArticleIdx, library: &Library) -> Subject {
    match &article.shelf {
        Shelf::Campaign => Subject::Campaign,
        Shelf::Book(id) => {
            let book = (0..).zip(&library.books).find(|(_, book)| book.id == *id);
            book.map_or(Subject::Books, |(at, _)| Subject::Book(at))
        }
        _ => Subject::Article(library.work_of(at).main),
    }
}

fn split(target: &str) -> (&str, Option<&str>) {
    match target.split_once('#') {
        Some((path, anchor)) => (path, Some(anchor).filter(|anchor| !anchor.is_empty())),
        None => (target, None),
    }
}

/// A path relative to the folder of `source`; `None` when it leaves the site folder.
fn join(source: &str, path: &str) -> Option<String> {
    let mut parts: Vec<&str> = source.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::join;

    #[test]
    fn paths_are_relative_to_the_source_and_stay_inside() {
        assert_eq!(
            join("content/handbook/a/b.md", "../c/d.md").as_deref(),
            Some("content/handbook/c/d.md")
        );
        assert_eq!(
            join("content/handbook/a/b.md", "./e.md").as_deref(),
            Some("content/handbook/a/e.md")
        );
        assert_eq!(join("content/a.md", "../../../etc/passwd"), None);
    }
}
