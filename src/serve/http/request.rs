//! Reads the head of a request, and decides whether it is one that is answered at all.
//!
//! **Only a browser that believes to talk to this machine is answered.** A page from elsewhere may give its own name the
//! address 127.0.0.1 and read what is served there (DNS rebinding); its requests carry that name.

use std::io::{self, Read};

use httparse::{EMPTY_HEADER, Header, Status};

/// The longest head that is read.
const LONGEST: usize = 16 << 10;

/// The most header lines.
const LINES: usize = 100;

/// A request that is answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Request {
    /// What is wanted.
    pub method: Method,
    /// The target as it was sent.
    pub target: String,
}

/// What is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Method {
    /// All of it.
    Get,
    /// The head alone.
    Head,
}

/// Why a request is not answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Refusal {
    /// It is not HTTP as it should be.
    Malformed,
    /// Its head is too long.
    TooLong,
    /// It wants something else than to read.
    Method,
    /// It was sent to another name.
    Host,
    /// It asks for a service worker, which would go on showing what it keeps of an old build.
    Worker,
}

/// Reads a request.
pub(super) fn read(stream: &mut impl Read) -> io::Result<Result<Request, Refusal>> {
    let mut head = Vec::new();
    let mut piece = [0; 2048];
    loop {
        let length = stream.read(&mut piece)?;
        if length == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        head.extend_from_slice(&piece[..length]);
        if let Some(read) = parse(&head) {
            return Ok(read);
        }
        if head.len() > LONGEST {
            return Ok(Err(Refusal::TooLong));
        }
    }
}

/// What the bytes say; `None` when there must be more.
fn parse(head: &[u8]) -> Option<Result<Request, Refusal>> {
    let mut headers = [EMPTY_HEADER; LINES];
    let mut parsed = httparse::Request::new(&mut headers);
    match parsed.parse(head) {
        Ok(Status::Partial) => None,
        Ok(Status::Complete(_)) => Some(judge(&parsed)),
        Err(httparse::Error::TooManyHeaders) => Some(Err(Refusal::TooLong)),
        Err(_) => Some(Err(Refusal::Malformed)),
    }
}

fn judge(parsed: &httparse::Request<'_, '_>) -> Result<Request, Refusal> {
    if !is_ours(parsed.headers)? {
        return Err(Refusal::Host);
    }
    let mut names = parsed.headers.iter().map(|header| header.name);
    if names.any(|name| name.eq_ignore_ascii_case("service-worker")) {
        return Err(Refusal::Worker);
    }
    let method = match parsed.method {
        Some("GET") => Method::Get,
        Some("HEAD") => Method::Head,
        _ => return Err(Refusal::Method),
    };
    let target = parsed.path.ok_or(Refusal::Malformed)?.to_owned();
    Ok(Request { method, target })
}

/// Whether the one `Host` names this machine. The port may be another's that leads here.
fn is_ours(headers: &[Header<'_>]) -> Result<bool, Refusal> {
    let mut hosts = headers
        .iter()
        .filter(|header| header.name.eq_ignore_ascii_case("host"));
    let (Some(host), None) = (hosts.next(), hosts.next()) else {
        return Err(Refusal::Malformed);
    };
    let host = std::str::from_utf8(host.value).map_err(|_| Refusal::Malformed)?;
    let (name, port) = host.split_once(':').unwrap_or((host, "0"));
    let known = name == "127.0.0.1" || name.eq_ignore_ascii_case("localhost");
    Ok(known && port.parse::<u16>().is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(head: &str) -> Result<Request, Refusal> {
        read(&mut head.as_bytes()).unwrap()
    }

    fn with_host(host: &str) -> Result<Request, Refusal> {
        asked(&format!("GET /a HTTP/1.1\r\nHost: {host}\r\n\r\n"))
    }

    #[test]
    fn only_the_names_of_this_machine_are_answered() {
        for host in ["127.0.0.1", "127.0.0.1:8375", "localhost:1", "LocalHost"] {
            assert_eq!(
                with_host(host).map(|request| request.target),
                Ok("/a".to_owned())
            );
        }
        for host in [
            "",
            "evil.example",
            "evil.example:8375",
            "127.0.0.1.evil.example",
            "localhost.evil.example:8375",
            "localhost:8375.evil.example",
            "localhost.",
            "127.0.0.1:",
            "127.0.0.1@evil.example",
            "0.0.0.0:8375",
            "[::1]:8375",
            "127.0.0.2",
        ] {
            assert_eq!(with_host(host), Err(Refusal::Host), "{host}");
        }
        let twice = "GET / HTTP/1.1\r\nHost: localhost\r\nhost: evil.example\r\n\r\n";
        assert_eq!(asked(twice), Err(Refusal::Malformed));
        assert_eq!(asked("GET / HTTP/1.0\r\n\r\n"), Err(Refusal::Malformed));
    }

    #[test]
    fn only_reading_is_answered() {
        let with = |method: &str| asked(&format!("{method} / HTTP/1.1\r\nHost: localhost\r\n\r\n"));
        assert_eq!(with("HEAD").map(|request| request.method), Ok(Method::Head));
        for method in ["POST", "PUT", "DELETE", "OPTIONS", "CONNECT", "get"] {
            assert_eq!(with(method), Err(Refusal::Method), "{method}");
        }
    }

    #[test]
    fn no_service_worker_is_given_out() {
        let head = "GET /sw.js HTTP/1.1\r\nHost: localhost\r\nService-Worker: script\r\n\r\n";
        assert_eq!(asked(head), Err(Refusal::Worker));
    }

    #[test]
    fn heads_have_an_end() {
        let long = format!(
            "GET /{} HTTP/1.1\r\nHost: localhost\r\n\r\n",
            "a".repeat(LONGEST * 2)
        );
        assert_eq!(asked(&long), Err(Refusal::TooLong));
        let many = format!("GET / HTTP/1.1\r\n{}\r\n", "a: b\r\n".repeat(LINES + 1));
        assert_eq!(asked(&many), Err(Refusal::TooLong));
        assert_eq!(
            asked("\u{16}\u{3}\u{1} no HTTP at all\r\n\r\n"),
            Err(Refusal::Malformed)
        );
        assert!(
            read(&mut "GET / HTTP/1.1\r\n".as_bytes()).is_err(),
            "half a head"
        );
    }
}
