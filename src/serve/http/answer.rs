//! Writes the answer to a request: a file, a page with the script in it, the preview's own files, or the state as it
//! changes.

use std::{
    fs::File,
    io::{self, Read, Write},
    time::Duration,
};

use super::{
    Site,
    find::{Found, find},
    media::{is_page, media_type},
    request::{Method, Refusal, Request},
    target::{raw_path, site_path},
};
use crate::serve::{
    hub::News,
    page::{self, OWN},
    words,
};

/// How often a silent stream says that it is alive; a browser that is gone is noticed then.
const PULSE: Duration = Duration::from_secs(10);

const HTML: &str = "text/html; charset=utf-8";
const TEXT: &str = "text/plain; charset=utf-8";

/// An answer before it is written.
struct Answer {
    status: &'static str,
    media: &'static str,
    /// More header lines, each with its end.
    more: String,
    body: Body,
}

enum Body {
    Bytes(Vec<u8>),
    File(File, u64),
}

/// Answers a request, or says why not.
pub(super) fn answer(
    asked: Result<Request, Refusal>,
    site: &Site,
    out: &mut impl Write,
) -> io::Result<()> {
    match asked {
        Ok(request) if raw_path(&request.target).strip_prefix(OWN) == Some("events") => {
            events(request.method, site, out)
        }
        Ok(request) => write(choose(&request, site)?, request.method, out),
        Err(refusal) => write(refuse(refusal, site), Method::Get, out),
    }
}

fn choose(request: &Request, site: &Site) -> io::Result<Answer> {
    let path = raw_path(&request.target);
    if let Some(own) = path.strip_prefix(OWN).and_then(own_file) {
        return Ok(own);
    }
    // Read before the file: should a build end between the two, the page is stale and says so, not the reverse.
    let marks = site.hub.marks();
    let Some(wanted) = site_path(&request.target) else {
        return Ok(refuse(Refusal::Malformed, site));
    };
    match find(&site.folder, &wanted) {
        Found::File(mut file, path, _) if is_page(&path) => {
            let mut text = Vec::new();
            file.read_to_end(&mut text)?;
            Ok(Answer::page("200 OK", page::with_script(&text, &marks)))
        }
        Found::File(file, path, length) => Ok(Answer {
            status: "200 OK",
            media: media_type(&path),
            more: String::new(),
            body: Body::File(file, length),
        }),
        Found::Folder => Ok(Answer {
            more: format!("Location: {path}/\r\n"),
            ..Answer::text("302 Found", "")
        }),
        Found::Nothing => not_found(site),
    }
}

/// The site's own page for what is not there; while there is no site, one that waits for it.
fn not_found(site: &Site) -> io::Result<Answer> {
    let marks = site.hub.marks();
    let lang = site.lang;
    let bare = |status, title| Answer::page(status, page::bare(title, lang.tag(), &marks));
    let of_site = site_path("/404.html").map(|path| find(&site.folder, &path));
    Ok(match of_site {
        Some(Found::File(mut file, ..)) => {
            let mut text = Vec::new();
            file.read_to_end(&mut text)?;
            Answer::page("404 Not Found", page::with_script(&text, &marks))
        }
        _ if site.folder.join("index.html").exists() => {
            bare("404 Not Found", words::not_found(lang))
        }
        _ => bare("503 Service Unavailable", words::nothing_yet(lang)),
    })
}

fn refuse(refusal: Refusal, site: &Site) -> Answer {
    let lang = site.lang;
    match refusal {
        Refusal::Malformed => Answer::text("400 Bad Request", words::refused(lang)),
        Refusal::TooLong => {
            Answer::text("431 Request Header Fields Too Large", words::refused(lang))
        }
        Refusal::Host => Answer::text("403 Forbidden", words::foreign_host(lang)),
        Refusal::Worker => Answer::text("403 Forbidden", words::refused(lang)),
        Refusal::Method => Answer {
            more: "Allow: GET, HEAD\r\n".to_owned(),
            ..Answer::text("405 Method Not Allowed", words::refused(lang))
        },
    }
}

/// The files of the preview itself.
fn own_file(name: &str) -> Option<Answer> {
    let text = match name {
        "preview.js" => include_str!("../assets/preview.js"),
        "preview.css" => include_str!("../assets/preview.css"),
        "bare.css" => include_str!("../assets/bare.css"),
        _ => return None,
    };
    Some(Answer {
        media: media_type(name),
        ..Answer::text("200 OK", text)
    })
}

impl Answer {
    fn page(status: &'static str, page: Vec<u8>) -> Self {
        Answer {
            status,
            media: HTML,
            more: String::new(),
            body: Body::Bytes(page),
        }
    }

    fn text(status: &'static str, text: &str) -> Self {
        Answer {
            media: TEXT,
            ..Answer::page(status, text.as_bytes().to_vec())
        }
    }
}

fn write(answer: Answer, method: Method, out: &mut impl Write) -> io::Result<()> {
    let length = match &answer.body {
        Body::Bytes(bytes) => bytes.len() as u64,
        Body::File(_, length) => *length,
    };
    let more = format!("Content-Length: {length}\r\n{}", answer.more);
    out.write_all(head(answer.status, answer.media, &more).as_bytes())?;
    match answer.body {
        _ if method == Method::Head => {}
        Body::Bytes(bytes) => out.write_all(&bytes)?,
        Body::File(file, length) => {
            io::copy(&mut file.take(length), out)?;
        }
    }
    out.flush()
}

/// Nothing is kept by the browser, guessed from its bytes, or given to the pages of others.
fn head(status: &str, media: &str, more: &str) -> String {
    format!(
        "HTTP/1.1 {status}\r\nContent-Type: {media}\r\n{more}Cache-Control: no-store\r\n\
         X-Content-Type-Options: nosniff\r\nCross-Origin-Resource-Policy: same-origin\r\nConnection: close\r\n\r\n"
    )
}

/// Tells the state now, and whenever it changes, until the browser or the preview is gone.
fn events(method: Method, site: &Site, out: &mut impl Write) -> io::Result<()> {
    out.write_all(head("200 OK", "text/event-stream; charset=utf-8", "").as_bytes())?;
    if method == Method::Head {
        return out.flush();
    }
    // How soon a browser comes back after the connection broke.
    out.write_all(b"retry: 1000\n\n")?;
    let mut version = 0;
    loop {
        match site.hub.wait(version, PULSE) {
            News::State(new, message) => {
                version = new;
                write!(out, "data: {message}\n\n")?;
            }
            News::None => out.write_all(b":\n\n")?,
            News::End => return out.flush(),
        }
        out.flush()?;
    }
}
