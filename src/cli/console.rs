//! Where words go: the two streams, and what a reader who went away means.

use std::io::{self, Write};

use crate::diag::{Fault, Lang};

/// The two streams of a run, and the language they are written in.
pub struct Console<'a> {
    /// Results.
    pub out: &'a mut dyn Write,
    /// Findings, faults and remarks.
    pub err: &'a mut dyn Write,
    /// The language.
    pub lang: Lang,
}

impl Console<'_> {
    /// Prints a line of the result.
    ///
    /// # Errors
    /// When the stream cannot be written.
    pub fn say(&mut self, line: &str) -> Result<(), Fault> {
        written(writeln!(self.out, "{line}"))
    }

    /// Prints a remark beside the result.
    ///
    /// # Errors
    /// When the stream cannot be written.
    pub fn remark(&mut self, line: &str) -> Result<(), Fault> {
        written(writeln!(self.err, "{line}"))
    }
}

/// What writing to a stream came to. A reader who has seen enough (`| head`) is no fault.
///
/// # Errors
/// Any other failure of the stream.
pub fn written(result: io::Result<()>) -> Result<(), Fault> {
    match result {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(Fault::io(("ghi", "write"), "stdout/stderr", error))
        }
        _ => Ok(()),
    }
}
