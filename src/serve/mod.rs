//! The preview: builds into a folder of its own, serves it on this machine alone, watches the sources, and tells the
//! browser.
//!
//! Decides when to build and what the browser must know; how a site is made is the build's business, and what people
//! at the terminal are told is the caller's, who also has the clock. Never writes to the site folder: no published file
//! is touched, no address recorded.

mod bell;
mod change;
mod http;
mod hub;
mod page;
mod policy;
mod port;
mod preview;
mod scratch;
mod state;
mod tags;
mod watch;
mod words;

pub use bell::Bell;
pub use port::Port;
pub use preview::{Operator, Preview, serve};
