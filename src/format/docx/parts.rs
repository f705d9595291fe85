//! The parts of a Word file around its body: types, relations, styles, numbering, head and foot, what it is called.

use std::fmt::Write as _;

use chrono::NaiveDate;

use super::blocks::{BULLETS, Writer};
use crate::{diag::Lang, model::xml::escape};

const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const SPACES: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
                      xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
const RELATIONS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// What stands around the body.
pub(super) struct Frame<'f> {
    pub lang: Lang,
    pub day: NaiveDate,
    pub title: &'f str,
    pub publisher: &'f str,
    pub head: String,
    pub foot: String,
    pub page: &'f str,
}

/// All parts of a document by name, the types first, as readers expect them.
pub(super) fn parts(frame: &Frame, writer: Writer) -> Vec<(&'static str, String)> {
    vec![
        ("[Content_Types].xml", types()),
        ("_rels/.rels", relations()),
        ("docProps/core.xml", core(frame)),
        ("word/document.xml", document(&writer.body)),
        ("word/_rels/document.xml.rels", links(&writer.links)),
        ("word/styles.xml", styles(frame.lang)),
        ("word/numbering.xml", numbering(&writer.lists)),
        ("word/settings.xml", settings(frame.lang)),
        ("word/header1.xml", header(frame)),
        ("word/footer1.xml", footer(frame)),
    ]
}

/// The words of a body as they are read, a paragraph a line; entities stay as they are.
pub(super) fn words(body: &str) -> String {
    let mut words = String::with_capacity(body.len() / 4);
    for piece in body.split('<') {
        let (tag, text) = piece.split_once('>').unwrap_or(("", piece));
        match tag {
            "/w:p" => words.push('\n'),
            "w:tab/" | "w:br/" => words.push(' '),
            _ => {}
        }
        words.push_str(text);
    }
    words
}

const fn tag(lang: Lang) -> &'static str {
    match lang {
        Lang::Vi => "vi-VN",
        Lang::En => "en-GB",
    }
}

fn types() -> String {
    let word = "application/vnd.openxmlformats-officedocument.wordprocessingml";
    let mut xml = format!(
        "{XML}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
         <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>\
         <Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>"
    );
    for (part, kind) in [
        ("document", "document.main"),
        ("styles", "styles"),
        ("numbering", "numbering"),
        ("settings", "settings"),
        ("header1", "header"),
        ("footer1", "footer"),
    ] {
        let _ = write!(
            xml,
            "<Override PartName=\"/word/{part}.xml\" ContentType=\"{word}.{kind}+xml\"/>"
        );
    }
    xml + "</Types>"
}

fn relations() -> String {
    format!(
        "{XML}<Relationships xmlns=\"{RELATIONS}\">\
         <Relationship Id=\"d\" Type=\"{OFFICE}/officeDocument\" Target=\"word/document.xml\"/>\
         <Relationship Id=\"c\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" \
         Target=\"docProps/core.xml\"/></Relationships>"
    )
}

fn links(links: &[String]) -> String {
    let mut xml = format!("{XML}<Relationships xmlns=\"{RELATIONS}\">");
    for (id, part) in [
        ("styles", "styles"),
        ("numbering", "numbering"),
        ("settings", "settings"),
        ("header", "header1"),
        ("footer", "footer1"),
    ] {
        let _ = write!(
            xml,
            "<Relationship Id=\"{id}\" Type=\"{OFFICE}/{id}\" Target=\"{part}.xml\"/>"
        );
    }
    for (at, link) in links.iter().enumerate() {
        let _ = write!(
            xml,
            "<Relationship Id=\"l{at}\" Type=\"{OFFICE}/hyperlink\" Target=\"{}\" TargetMode=\"External\"/>",
            escape(link)
        );
    }
    xml + "</Relationships>"
}

fn core(frame: &Frame) -> String {
    let day = frame.day.format("%Y-%m-%dT00:00:00Z");
    format!(
        "{XML}<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">\
         <dc:title>{}</dc:title><dc:creator>{}</dc:creator><dc:language>{}</dc:language>\
         <dcterms:created xsi:type=\"dcterms:W3CDTF\">{day}</dcterms:created>\
         <dcterms:modified xsi:type=\"dcterms:W3CDTF\">{day}</dcterms:modified></cp:coreProperties>",
        escape(frame.title),
        escape(frame.publisher),
        tag(frame.lang)
    )
}

/// A sheet of A4 with margins of 2 cm.
fn document(body: &str) -> String {
    format!(
        "{XML}<w:document {SPACES}><w:body>{body}<w:sectPr><w:headerReference w:type=\"default\" r:id=\"header\"/>\
         <w:footerReference w:type=\"default\" r:id=\"footer\"/><w:pgSz w:w=\"11906\" w:h=\"16838\"/>\
         <w:pgMar w:top=\"1134\" w:right=\"1134\" w:bottom=\"1134\" w:left=\"1134\" w:header=\"567\" w:footer=\"567\" \
         w:gutter=\"0\"/></w:sectPr></w:body></w:document>"
    )
}

fn header(frame: &Frame) -> String {
    format!(
        "{XML}<w:hdr {SPACES}><w:p><w:pPr><w:pStyle w:val=\"Header\"/></w:pPr>{}</w:p></w:hdr>",
        run(&frame.head)
    )
}

/// What the form rests on, and the number of the page in the number of all.
fn footer(frame: &Frame) -> String {
    let field = |name: &str| format!("<w:fldSimple w:instr=\"{name}\">{}</w:fldSimple>", run("1"));
    format!(
        "{XML}<w:ftr {SPACES}><w:p><w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr>{}</w:p>\
         <w:p><w:pPr><w:pStyle w:val=\"Footer\"/><w:jc w:val=\"right\"/></w:pPr>{}{}{}{}</w:p></w:ftr>",
        run(&frame.foot),
        run(&format!("{} ", frame.page)),
        field("PAGE"),
        run("/"),
        field("NUMPAGES")
    )
}

fn run(text: &str) -> String {
    format!(
        "<w:r><w:t xml:space=\"preserve\">{}</w:t></w:r>",
        escape(text)
    )
}

fn settings(lang: Lang) -> String {
    let tag = tag(lang);
    format!(
        "{XML}<w:settings {SPACES}><w:zoom w:percent=\"100\"/><w:themeFontLang w:val=\"{tag}\"/></w:settings>"
    )
}

/// Bullets, then a numbering for each list, so that every list begins where its writer says.
fn numbering(lists: &[(usize, u64)]) -> String {
    let level = |at: usize, format: &str, text: &str| {
        let left = 454 * (at + 1);
        format!(
            "<w:lvl w:ilvl=\"{at}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/><w:lvlText w:val=\"{text}\"/>\
             <w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"{left}\" w:hanging=\"454\"/></w:pPr></w:lvl>"
        )
    };
    let bullets: String = (0..9).map(|at| level(at, "bullet", "•")).collect();
    let numbers: String = (0..9)
        .map(|at| level(at, "decimal", &format!("%{}.", at + 1)))
        .collect();
    let mut xml = format!(
        "{XML}<w:numbering {SPACES}>\
         <w:abstractNum w:abstractNumId=\"0\"><w:multiLevelType w:val=\"hybridMultilevel\"/>{bullets}</w:abstractNum>\
         <w:abstractNum w:abstractNumId=\"1\"><w:multiLevelType w:val=\"hybridMultilevel\"/>{numbers}</w:abstractNum>\
         <w:num w:numId=\"{BULLETS}\"><w:abstractNumId w:val=\"0\"/></w:num>"
    );
    for (number, (level, start)) in (BULLETS + 1..).zip(lists) {
        let _ = write!(
            xml,
            "<w:num w:numId=\"{number}\"><w:abstractNumId w:val=\"1\"/><w:lvlOverride w:ilvl=\"{level}\">\
             <w:startOverride w:val=\"{start}\"/></w:lvlOverride></w:num>"
        );
    }
    xml + "</w:numbering>"
}

/// Word's own styles by their own names, so that whoever changes a form finds them.
fn styles(lang: Lang) -> String {
    let tag = tag(lang);
    include_str!("styles.xml").replace("{lang}", tag)
}
