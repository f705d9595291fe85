//! A preview to test: a running process, a tiny HTTP client, and the stream of states.

use std::{
    fs,
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    process::{Child, Command, Stdio},
    sync::mpsc::{Receiver, channel},
    thread,
    time::{Duration, Instant},
};

use serde_json::Value;

use crate::site::Site;

/// Far longer than anything takes, so that a busy machine fails no test.
pub const PATIENCE: Duration = Duration::from_secs(30);

/// A preview at work.
pub struct Preview {
    child: Child,
    pub address: String,
    said: Receiver<String>,
}

/// What the server answered.
pub struct Answer {
    pub status: u16,
    pub head: String,
    pub body: Vec<u8>,
}

impl Preview {
    /// Starts one on any free port, with its temporary files in `tmp` of the site folder.
    pub fn start(site: &Site, arguments: &[&str]) -> Self {
        fs::create_dir_all(site.path("tmp")).expect("made");
        let mut child = Command::new(env!("CARGO_BIN_EXE_binhyen"))
            .args(["serve", "--port", "0", "--lang", "en"])
            .args(arguments)
            .current_dir(site.path(""))
            .env_remove("SOURCE_DATE_EPOCH")
            .env("TMPDIR", site.path("tmp"))
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let (sender, said) = channel();
        let streams: [Box<dyn Read + Send>; 2] = [
            Box::new(child.stdout.take().expect("piped")),
            Box::new(child.stderr.take().expect("piped")),
        ];
        for stream in streams {
            let sender = sender.clone();
            thread::spawn(move || {
                for line in BufReader::new(stream).lines().map_while(Result::ok) {
                    let _ = sender.send(line);
                }
            });
        }
        let mut preview = Preview {
            child,
            address: String::new(),
            said,
        };
        let line = preview.hear("Preview at ");
        let address = line
            .split("http://")
            .nth(1)
            .and_then(|rest| rest.split('/').next());
        preview.address = address.expect("an address").to_owned();
        preview
    }

    /// Waits for a line of the terminal.
    pub fn hear(&self, part: &str) -> String {
        let mut heard = Vec::new();
        loop {
            match self.said.recv_timeout(PATIENCE) {
                Ok(line) if line.contains(part) => return line,
                Ok(line) => heard.push(line),
                Err(_) => panic!("never said {part:?}, but {heard:#?}"),
            }
        }
    }

    /// Sends a request as it stands.
    pub fn send(&self, request: &str) -> Answer {
        let mut stream = TcpStream::connect(&self.address).expect("it listens");
        stream.set_read_timeout(Some(PATIENCE)).expect("set");
        stream.write_all(request.as_bytes()).expect("sent");
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).expect("answered");
        let end = bytes
            .windows(4)
            .position(|four| four == b"\r\n\r\n")
            .expect("a head");
        let head = String::from_utf8(bytes[..end].to_vec()).expect("text");
        let status = head.split(' ').nth(1).and_then(|code| code.parse().ok());
        Answer {
            status: status.expect("a status"),
            head,
            body: bytes[end + 4..].to_vec(),
        }
    }

    pub fn ask(&self, method: &str, target: &str) -> Answer {
        self.send(&format!(
            "{method} {target} HTTP/1.1\r\nHost: {}\r\n\r\n",
            self.address
        ))
    }

    pub fn get(&self, target: &str) -> Answer {
        self.ask("GET", target)
    }

    /// Listens as a page does.
    pub fn listen(&self) -> Events {
        let mut stream = TcpStream::connect(&self.address).expect("it listens");
        stream.set_read_timeout(Some(PATIENCE)).expect("set");
        let head = format!(
            "GET /.binhyen/events HTTP/1.1\r\nHost: {}\r\n\r\n",
            self.address
        );
        stream.write_all(head.as_bytes()).expect("sent");
        Events {
            lines: BufReader::new(stream),
        }
    }

    /// Interrupts it, and gives its exit code.
    pub fn interrupt(&mut self) -> Option<i32> {
        let kill = format!("kill -INT {}", self.child.id());
        let sent = Command::new("sh").args(["-c", &kill]).status().expect("sh");
        assert!(sent.success());
        self.child.wait().expect("it ends").code()
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Answer {
    pub fn text(&self) -> String {
        String::from_utf8(self.body.clone()).expect("UTF-8")
    }

    pub fn header(&self, name: &str) -> &str {
        let line = self.head.lines().find_map(|line| line.strip_prefix(name));
        line.and_then(|rest| rest.strip_prefix(": "))
            .unwrap_or_default()
    }

    /// The mark of the build a page was served from.
    pub fn mark(&self) -> String {
        let text = self.text();
        let mark = text
            .split("data-page=\"")
            .nth(1)
            .and_then(|rest| rest.split('"').next());
        mark.expect("the script").to_owned()
    }
}

/// The stream of states.
pub struct Events {
    lines: BufReader<TcpStream>,
}

impl Events {
    /// The next state; `None` when the stream ends, or nothing is told for too long.
    pub fn next(&mut self) -> Option<Value> {
        let began = Instant::now();
        let mut line = String::new();
        while self.lines.read_line(&mut line).ok()? > 0 && began.elapsed() < PATIENCE {
            if let Some(data) = line.strip_prefix("data: ") {
                return Some(serde_json::from_str(data).expect("JSON"));
            }
            line.clear();
        }
        None
    }

    /// Waits for a state.
    pub fn until(&mut self, what: &str, is: impl Fn(&Value) -> bool) -> Value {
        let began = Instant::now();
        let mut last = Value::Null;
        while began.elapsed() < PATIENCE {
            last = self
                .next()
                .unwrap_or_else(|| panic!("never told: {what}; the last was {last}"));
            if is(&last) {
                return last;
            }
        }
        panic!("no state for: {what}; the last was {last}");
    }

    /// Waits for a page that is newer than one.
    pub fn newer(&mut self, than: &Value, what: &str) -> Value {
        self.until(what, |now| now["page"] != than["page"])
    }
}
