//! The pages of a book as XHTML: cover, title, contents, chapters, glossary.

use std::{cell::RefCell, fmt::Write as _};

use ecow::EcoString;
use rustc_hash::FxHashMap;

use super::{
    Words,
    resolve::{Image, Links},
};
use crate::{
    check::Article,
    diag::Lang,
    markdown::{self, HtmlPolicy, Medium},
    model::{
        ArticleIdx, SchemeIdx, date,
        xml::{allows, escape},
    },
    plan::{Chapter, Explained, Output, Part, SitePlan, Volume, explained},
};

/// A page.
#[derive(Debug)]
pub(super) struct Page {
    /// Its file.
    pub file: String,
    /// What it is, as the landmarks call it; empty for a chapter after the first.
    pub kind: &'static str,
    /// What it is called there.
    pub name: String,
    /// All of it.
    pub html: String,
}

/// The file of what has this name in the volume.
pub(super) fn file(name: &str) -> String {
    format!("{name}.xhtml")
}

/// All pages in reading order, and the images they show.
pub(super) fn pages(
    plan: &SitePlan,
    output: &Output,
    volume: &Volume,
    words: &Words,
    known: &FxHashMap<EcoString, Box<[u8]>>,
) -> (Vec<Page>, Vec<Image>) {
    let images = RefCell::default();
    let binder = Binder {
        plan,
        output,
        volume,
        words,
        known,
        images: &images,
    };
    let mut pages = vec![binder.cover(), binder.title(), binder.contents()];
    let first = pages.len();
    for part in &volume.parts {
        pages.push(binder.part(part));
        for (n, chapter) in part.chapters.iter().enumerate() {
            pages.push(binder.chapter(part, n, chapter));
        }
    }
    if let Some(page) = pages.get_mut(first) {
        page.kind = "bodymatter";
        page.name.clone_from(&words.start);
    }
    let entries = explained(plan, volume, output.lang);
    if !entries.is_empty() {
        pages.push(binder.glossary(&entries));
    }
    (pages, images.into_inner())
}

struct Binder<'b> {
    plan: &'b SitePlan<'b>,
    output: &'b Output,
    volume: &'b Volume,
    words: &'b Words,
    known: &'b FxHashMap<EcoString, Box<[u8]>>,
    images: &'b RefCell<Vec<Image>>,
}

impl Binder<'_> {
    const fn lang(&self) -> Lang {
        self.output.lang
    }

    /// A page around its body.
    fn page(&self, file: &str, kind: &'static str, title: &str, body: &str) -> Page {
        let tag = self.lang().tag();
        let name = title.to_owned();
        let title = escape(title);
        let html = format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" \
             xmlns:epub=\"http://www.idpf.org/2007/ops\" lang=\"{tag}\" xml:lang=\"{tag}\">\n<head><title>{title}</title>\
             <link rel=\"stylesheet\" href=\"style.css\"/></head>\n<body>\n{body}</body>\n</html>\n"
        );
        Page {
            file: file.to_owned(),
            kind,
            name,
            html: html.chars().filter(|c| allows(*c)).collect(),
        }
    }

    fn cover(&self) -> Page {
        let title = self.words.cover.replace("{title}", &self.volume.title);
        let body = format!(
            "<section epub:type=\"cover\" class=\"cover\"><img role=\"doc-cover\" src=\"cover.png\" alt=\"{}\"/></section>\n",
            escape(&title)
        );
        self.page("cover.xhtml", "cover", &title, &body)
    }

    /// What it is, whose, of which day, and what must be known before it is believed.
    fn title(&self) -> Page {
        let (plan, lang, words, volume) = (self.plan, self.lang(), self.words, self.volume);
        let info = &plan.site.info;
        let mut body = "<section epub:type=\"titlepage\">\n".to_owned();
        for (element, text) in [
            ("p class=\"kick\"", &volume.above),
            ("h1", &volume.title),
            ("p class=\"lead\"", &volume.summary),
        ] {
            body.push_str(&line(element, text));
        }
        for at in volume.schemes(plan) {
            let scheme = plan.site.schemes.get(at);
            let _ = writeln!(body, "<p>{}</p>", escape(scheme.title.get(lang)));
        }
        let as_of = words
            .as_of
            .replace("{date}", &date::show(plan.site.as_of, lang));
        let address = escape(&format!("{}{}", info.base_url, self.output.path));
        let _ = writeln!(
            body,
            "<p>{}<br/>{}</p>\n<p>{} <a href=\"{address}\">{address}</a></p>",
            escape(info.publisher.name.get(lang)),
            escape(&as_of),
            escape(&words.online),
        );
        if info.sample {
            let _ = writeln!(
                body,
                "<p class=\"notice\" role=\"note\">{}</p>",
                escape(&words.sample_notice)
            );
        }
        for at in volume.schemes(plan) {
            body.push_str(&self.replaced(at));
        }
        body.push_str("</section>\n");
        self.page("title.xhtml", "titlepage", &volume.title, &body)
    }

    /// The notice that a scheme has been replaced.
    fn replaced(&self, at: SchemeIdx) -> String {
        let (lang, scheme) = (self.lang(), self.plan.site.schemes.get(at));
        let Some(by) = &scheme.superseded_by else {
            return String::new();
        };
        let since = self
            .words
            .since
            .replace("{date}", &date::show(by.from, lang));
        format!(
            "<aside class=\"notice\" role=\"note\"><p><b>{}</b></p>\n<p>{} → {}, {}</p>\n<p>{}</p></aside>\n",
            escape(&self.words.replaced),
            escape(scheme.short.get(lang)),
            escape(by.title.get(lang)),
            escape(&since),
            escape(by.notice.get(lang))
        )
    }

    /// The same in a line, for the head of every chapter.
    fn reminder(&self, at: SchemeIdx) -> String {
        match &self.plan.site.schemes.get(at).superseded_by {
            Some(_) => format!(
                "<p class=\"notice\"><a href=\"title.xhtml\">{}</a></p>\n",
                escape(&self.words.replaced)
            ),
            None => String::new(),
        }
    }

    fn contents(&self) -> Page {
        let words = self.words;
        let line =
            |file: &str, title: &str| format!("<li><a href=\"{file}\">{}</a>", escape(title));
        let mut body = format!(
            "<nav epub:type=\"toc\" role=\"doc-toc\" aria-labelledby=\"_toc\">\n<h1 id=\"_toc\">{}</h1>\n<ol>\n",
            escape(&words.contents)
        );
        for part in &self.volume.parts {
            body.push_str(&line(&file(&part.name), &part.title));
            if !part.chapters.is_empty() {
                body.push_str("\n<ol>\n");
                for chapter in &part.chapters {
                    let title = &self.article(chapter.at).title;
                    body.push_str(&line(&file(&chapter.name), title));
                    body.push_str("</li>\n");
                }
                body.push_str("</ol>\n");
            }
            body.push_str("</li>\n");
        }
        let has_glossary = !explained(self.plan, self.volume, self.lang()).is_empty();
        if has_glossary {
            body.push_str(&line("glossary.xhtml", &words.glossary));
            body.push_str("</li>\n");
        }
        body.push_str("</ol>\n</nav>\n");
        body.push_str(&self.landmarks(has_glossary));
        self.page("nav.xhtml", "toc", &words.contents, &body)
    }

    /// Where the parts of a book are that reading programs ask for.
    fn landmarks(&self, has_glossary: bool) -> String {
        let words = self.words;
        let first = self.volume.parts.first();
        let first = first.map_or("title.xhtml".to_owned(), |part| file(&part.name));
        let mut marks = vec![
            ("titlepage", "title.xhtml", &self.volume.title),
            ("toc", "nav.xhtml", &words.contents),
            ("bodymatter", &first, &words.start),
        ];
        if has_glossary {
            marks.push(("glossary", "glossary.xhtml", &words.glossary));
        }
        let lines = marks.iter().map(|(kind, file, name)| {
            let name = escape(name);
            format!("<li><a epub:type=\"{kind}\" href=\"{file}\">{name}</a></li>\n")
        });
        format!(
            "<nav epub:type=\"landmarks\" hidden=\"hidden\">\n<ol>\n{}</ol>\n</nav>\n",
            lines.collect::<String>()
        )
    }

    fn part(&self, part: &Part) -> Page {
        let text = part.index.map(|at| self.text(at)).unwrap_or_default();
        let reminder = part.index.map(|at| self.reminder(self.article(at).scheme));
        let body = format!(
            "<section epub:type=\"part\" role=\"doc-part\" aria-labelledby=\"_head\">\n<h1 id=\"_head\">{}</h1>\n\
             {}{}{text}</section>\n",
            escape(&part.title),
            line("p class=\"lead\"", &part.summary),
            reminder.unwrap_or_default()
        );
        self.page(&file(&part.name), "", &part.title, &body)
    }

    fn chapter(&self, part: &Part, n: usize, chapter: &Chapter) -> Page {
        let article = self.article(chapter.at);
        let kick = self.words.chapter_of.replace("{n}", &(n + 1).to_string());
        let kick = kick.replace("{total}", &part.chapters.len().to_string());
        let mut body = format!(
            "<section epub:type=\"chapter\" role=\"doc-chapter\" aria-labelledby=\"_head\">\n<p class=\"kick\">{}</p>\n\
             <h1 id=\"_head\">{}</h1>\n",
            escape(&kick),
            escape(&article.title)
        );
        if let Some(summary) = article.summary() {
            let _ = writeln!(body, "<p class=\"lead\">{}</p>", escape(summary));
        }
        body.push_str(&self.reminder(article.scheme));
        body.push_str(&self.text(chapter.at));
        body.push_str("</section>\n");
        self.page(&file(&chapter.name), "", &article.title, &body)
    }

    fn glossary(&self, entries: &[Explained]) -> Page {
        let words = self.words;
        let mut body = format!(
            "<section epub:type=\"glossary\" role=\"doc-glossary\" aria-labelledby=\"_head\">\n<h1 id=\"_head\">{}</h1>\n\
             <p class=\"lead\">{}</p>\n<dl>\n",
            escape(&words.glossary),
            escape(&words.glossary_lead)
        );
        for entry in entries {
            let _ = writeln!(body, "<dt><dfn>{}</dfn></dt>", escape(entry.word));
            for meaning in &entry.meanings {
                let _ = writeln!(body, "<dd>{}</dd>", escape(meaning));
            }
        }
        body.push_str("</dl>\n</section>\n");
        self.page("glossary.xhtml", "glossary", &words.glossary, &body)
    }

    fn article(&self, at: ArticleIdx) -> &Article {
        &self.plan.site.articles[at.at()]
    }

    fn text(&self, at: ArticleIdx) -> String {
        let article = self.article(at);
        let links = Links {
            plan: self.plan,
            output: self.output,
            volume: self.volume,
            article,
            known: self.known,
            images: self.images,
        };
        let policy = if self.plan.site.info.html {
            HtmlPolicy::Sanitise
        } else {
            HtmlPolicy::Escape
        };
        let schemes = &self.plan.site.schemes;
        let prepared = &self.plan.prepared[at.at()];
        let labels = &self.words.labels;
        let tree = markdown::read(article, prepared, schemes, policy, &links, labels);
        markdown::write(&tree, Medium::Book, labels)
    }
}

/// A line of its own, where there is anything to say. `element` may have attributes.
fn line(element: &str, text: &str) -> String {
    let name = element.split(' ').next().unwrap_or_default();
    match text {
        "" => String::new(),
        text => format!("<{element}>{}</{name}>\n", escape(text)),
    }
}
