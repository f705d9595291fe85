//! An archive (ZIP) being packed in memory: each entry goes to the leak scan before it is packed.
//!
//! The same entries make the same bytes: they stand in the order in which they are added, at one fixed moment.

use std::io::{Cursor, Write as _};

use chrono::{Datelike, NaiveDate};
use zip::{CompressionMethod, DateTime, ZipWriter, result::ZipError, write::SimpleFileOptions};

use super::{Inside, findings::NotPacked};
use crate::{diag::Diagnostic, publish::Media};

/// An archive being packed.
pub struct Archive<'i> {
    zip: ZipWriter<Cursor<Vec<u8>>>,
    inside: &'i mut Inside,
    day: NaiveDate,
    failed: Option<ZipError>,
}

/// Whether an entry is made smaller.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Packing {
    /// It is.
    Deflated,
    /// It stands as it is: it is packed already, or others look for it by its place.
    Stored,
}

impl<'i> Archive<'i> {
    /// An archive whose entries are dated to a day, and can be read by the scan in `inside`.
    pub fn new(day: NaiveDate, inside: &'i mut Inside) -> Self {
        Archive {
            zip: ZipWriter::new(Cursor::new(Vec::new())),
            inside,
            day,
            failed: None,
        }
    }

    /// Adds an entry of text.
    pub fn text(&mut self, name: &str, media: Media, text: &str) {
        self.add(name, Packing::Deflated, media, text.as_bytes());
    }

    /// Adds an entry.
    pub fn add(&mut self, name: &str, packing: Packing, media: Media, bytes: &[u8]) {
        self.inside.push(media, bytes);
        if self.failed.is_none() {
            self.failed = self.put(name, packing, bytes).err();
        }
    }

    fn put(&mut self, name: &str, packing: Packing, bytes: &[u8]) -> Result<(), ZipError> {
        self.zip.start_file(name, options(packing, self.day))?;
        Ok(self.zip.write_all(bytes)?)
    }

    /// Appends the bytes of the archive to `out`.
    ///
    /// # Errors
    /// A finding when entries have the same name, or there is no memory for them.
    pub fn finish(self, out: &mut Vec<u8>) -> Result<(), Box<Diagnostic>> {
        let done = match self.failed {
            Some(error) => Err(error),
            None => self.zip.finish(),
        };
        match done {
            Ok(bytes) => {
                out.extend_from_slice(&bytes.into_inner());
                Ok(())
            }
            Err(error) => Err(Box::new(Diagnostic::nowhere(NotPacked {
                why: error.to_string(),
            }))),
        }
    }
}

/// How an entry is written. Nothing in it comes from the machine.
pub fn options(packing: Packing, day: NaiveDate) -> SimpleFileOptions {
    let method = match packing {
        Packing::Deflated => CompressionMethod::Deflated,
        Packing::Stored => CompressionMethod::Stored,
    };
    // Archives know no day before 1980.
    let date = || {
        let year = u16::try_from(day.year()).ok()?;
        let (month, day) = (day.month().try_into().ok()?, day.day().try_into().ok()?);
        DateTime::from_date_and_time(year, month, day, 0, 0, 0).ok()
    };
    SimpleFileOptions::default()
        .compression_method(method)
        .last_modified_time(date().unwrap_or(DateTime::DEFAULT))
        .unix_permissions(0o644)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pack(entries: &[(&str, &str)]) -> (Result<Vec<u8>, Box<Diagnostic>>, Inside) {
        let (mut inside, mut out) = (Inside::default(), Vec::new());
        let day = NaiveDate::from_ymd_opt(2008, 7, 1).unwrap();
        let mut archive = Archive::new(day, &mut inside);
        for (name, text) in entries {
            archive.text(name, Media::Markup, text);
        }
        let done = archive.finish(&mut out).map(|()| out);
        (done, inside)
    }

    #[test]
    fn the_same_entries_make_the_same_bytes_and_each_is_read() {
        let entries = [("b/c.xml", "<p>Chữ</p>"), ("a.xml", "")];
        let (bytes, inside) = pack(&entries);
        let bytes = bytes.unwrap();
        assert_eq!(bytes, pack(&entries).0.unwrap());
        let read: Vec<(Media, &[u8])> = inside.parts().collect();
        assert_eq!(
            read,
            [
                (Media::Markup, "<p>Chữ</p>".as_bytes()),
                (Media::Markup, b"")
            ]
        );
        assert!(!String::from_utf8_lossy(&bytes).contains("Chữ</p>"));
    }

    #[test]
    fn two_entries_of_one_name_are_refused() {
        let found = pack(&[("a", "1"), ("a", "2")]).0.unwrap_err();
        assert_eq!(found.finding.code(), "O006");
    }
}
