//! A small HTTP/1.1 server for one reader on the same machine: GET and HEAD, one request a connection.
//!
//! The crate `httparse` reads the heads; everything else is threads and files of the standard library. Knows the folder
//! it serves and the hub; nothing of sources or builds.

mod answer;
mod find;
mod media;
mod request;
mod target;

use std::{
    io::{self, Read},
    net::{Shutdown, SocketAddr, TcpListener, TcpStream},
    path::PathBuf,
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    thread::{self, JoinHandle},
    time::Duration,
};

use super::hub::Hub;
use crate::diag::{Fault, Lang};

/// How long a browser may take to ask or to listen.
const PATIENCE: Duration = Duration::from_secs(10);

/// Connections at a time; a browser opens six.
const MOST: usize = 128;

/// What is served.
#[derive(Debug)]
pub(super) struct Site {
    /// The folder of the built site, with links resolved.
    pub folder: PathBuf,
    /// What pages are told.
    pub hub: Hub,
    /// The language of what the server itself says.
    pub lang: Lang,
}

/// A server at work; it ends when it is dropped.
#[derive(Debug)]
pub(super) struct Server {
    site: Arc<Site>,
    address: SocketAddr,
    closing: Arc<AtomicBool>,
    accepting: Option<JoinHandle<()>>,
}

impl Server {
    /// Begins to serve.
    ///
    /// # Errors
    /// When the system has no thread left.
    pub(super) fn start(
        listener: TcpListener,
        address: SocketAddr,
        site: &Arc<Site>,
    ) -> Result<Self, Fault> {
        let closing = Arc::new(AtomicBool::new(false));
        let (shared, ended) = (Arc::clone(site), Arc::clone(&closing));
        let accepting = thread::Builder::new()
            .name("serve".to_owned())
            .spawn(move || accept(&listener, &shared, &ended))
            .map_err(|error| {
                Fault::refused(
                    format!("không tạo được luồng xử lý: {error}"),
                    format!("cannot start a thread: {error}"),
                )
            })?;
        Ok(Server {
            site: Arc::clone(site),
            address,
            closing,
            accepting: Some(accepting),
        })
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.site.hub.close();
        self.closing.store(true, Ordering::SeqCst);
        // The listener waits for a connection: this one tells it to look up.
        if TcpStream::connect(self.address).is_ok()
            && let Some(accepting) = self.accepting.take()
        {
            let _ = accepting.join();
        }
    }
}

fn accept(listener: &TcpListener, site: &Arc<Site>, closing: &AtomicBool) {
    let open = Arc::new(AtomicUsize::new(0));
    for stream in listener.incoming() {
        if closing.load(Ordering::SeqCst) {
            return;
        }
        match stream {
            Ok(stream) if open.load(Ordering::Relaxed) < MOST => {
                let (site, place) = (Arc::clone(site), Place::take(&open));
                // Without a thread the connection is closed, and the browser asks again.
                let _ = thread::Builder::new().spawn(move || {
                    let _place = place;
                    // A reader who went away is nobody's fault.
                    let _ = converse(stream, &site);
                });
            }
            Ok(_) => {}
            // Out of descriptors, say; a moment later there may be some.
            Err(_) => thread::sleep(Duration::from_millis(50)),
        }
    }
}

/// One of the connections there may be at a time.
struct Place(Arc<AtomicUsize>);

impl Place {
    fn take(open: &Arc<AtomicUsize>) -> Self {
        open.fetch_add(1, Ordering::Relaxed);
        Place(Arc::clone(open))
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

fn converse(mut stream: TcpStream, site: &Site) -> io::Result<()> {
    stream.set_nodelay(true)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    let asked = request::read(&mut stream)?;
    answer::answer(asked, site, &mut stream)?;
    leave(&stream)
}

/// Closes in order: bytes the browser still sends would turn a hard close into a lost answer.
fn leave(stream: &TcpStream) -> io::Result<()> {
    stream.shutdown(Shutdown::Write)?;
    stream.set_read_timeout(Some(Duration::from_millis(200)))?;
    io::copy(&mut stream.take(1 << 16), &mut io::sink())?;
    Ok(())
}
