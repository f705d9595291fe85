//! Makes a PDF smaller: its many small objects go into object streams, and its table of places into a stream (ISO 32000-1,
//! 7.5.7 and 7.5.8). A tagged sheet is mostly small objects, so it shrinks by a third.
//!
//! Reads only what the exporter writes. Anything else comes out as it went in.

use std::{cell::RefCell, ops::Range};

use flate2::{Compress, Compression, FlushCompress, Status};

/// Objects in one stream: few enough that a viewer need not unpack a whole book to show a page.
const TOGETHER: usize = 200;

/// How hard to pack: as the exporter packs its own streams.
const LEVEL: u32 = 6;

/// A PDF with its small objects packed.
pub(super) fn pack(bytes: Vec<u8>) -> Vec<u8> {
    match Objects::read(&bytes) {
        Some(file) => file.write(),
        None => bytes,
    }
}

/// What a file is made of.
struct Objects<'f> {
    bytes: &'f [u8],
    /// Up to the first object.
    head: &'f [u8],
    /// Objects by number: where the whole stands, and what stands in it.
    objects: Vec<(usize, Range<usize>, Range<usize>)>,
    /// The entries of the trailer but for the size.
    trailer: Vec<u8>,
    size: usize,
}

/// Where an object stands in the packed file.
#[derive(Clone, Copy)]
enum Entry {
    Free,
    /// At this offset.
    At(usize),
    /// In the object stream of this number, at this place.
    In(usize, usize),
}

impl<'f> Objects<'f> {
    fn read(bytes: &'f [u8]) -> Option<Self> {
        let table_at = rfind(bytes, b"\nxref\n")? + 1;
        let trailer_at = rfind(bytes, b"trailer\n")?;
        let (size, places) = places(bytes.get(table_at..trailer_at)?)?;
        let mut starts: Vec<(usize, usize)> = places;
        starts.sort_unstable_by_key(|(_, at)| *at);
        let ends = starts.iter().skip(1).map(|(_, at)| *at);
        let ends: Vec<usize> = ends.chain([table_at]).collect();
        let mut objects = Vec::with_capacity(starts.len());
        for ((number, start), end) in starts.iter().zip(ends) {
            let inner = inner(bytes.get(*start..end)?, *number)?;
            objects.push((*number, *start..end, start + inner.start..start + inner.end));
        }
        let head = bytes.get(..starts.first()?.1)?;
        let trailer = dictionary(bytes.get(trailer_at..)?)?;
        Some(Objects {
            bytes,
            head,
            objects,
            trailer: without_size(trailer)?,
            size,
        })
    }

    fn write(&self) -> Vec<u8> {
        let mut out = Vec::with_capacity(self.bytes.len());
        let mut table = vec![Entry::Free; self.size];
        out.extend_from_slice(self.head);
        let (streams, small): (Vec<_>, Vec<_>) = self
            .objects
            .iter()
            .partition(|(_, _, inner)| self.bytes[inner.clone()].ends_with(b"endstream"));
        for (number, whole, _) in streams {
            table[*number] = Entry::At(out.len());
            out.extend_from_slice(&self.bytes[whole.clone()]);
        }
        for group in small.chunks(TOGETHER) {
            let stream = table.len();
            table.push(Entry::At(out.len()));
            let (mut index, mut bodies) = (String::new(), Vec::new());
            for (place, (number, _, inner)) in group.iter().enumerate() {
                table[*number] = Entry::In(stream, place);
                index.push_str(&format!("{number} {} ", bodies.len()));
                bodies.extend_from_slice(&self.bytes[inner.clone()]);
                bodies.push(b'\n');
            }
            let first = index.len();
            let mut all = index.into_bytes();
            all.append(&mut bodies);
            let entries = format!("/Type/ObjStm/N {}/First {first}", group.len());
            put_stream(&mut out, stream, entries.as_bytes(), &deflated(&all));
        }
        self.table(&mut out, table);
        out
    }

    /// The table of places, as the last stream.
    fn table(&self, out: &mut Vec<u8>, mut table: Vec<Entry>) {
        let (number, at) = (table.len(), out.len());
        table.push(Entry::At(at));
        let mut rows = Vec::with_capacity(table.len() * 7);
        for entry in &table {
            let (kind, place, rest) = match entry {
                Entry::Free => (0, 0, usize::from(u16::MAX)),
                Entry::At(at) => (1, *at, 0),
                Entry::In(stream, place) => (2, *stream, *place),
            };
            rows.push(kind);
            rows.extend_from_slice(&u32::try_from(place).unwrap_or(u32::MAX).to_be_bytes());
            rows.extend_from_slice(&u16::try_from(rest).unwrap_or(u16::MAX).to_be_bytes());
        }
        let mut entries = format!("/Type/XRef/W[1 4 2]/Size {}", table.len()).into_bytes();
        entries.extend_from_slice(&self.trailer);
        put_stream(out, number, &entries, &deflated(&rows));
        out.extend_from_slice(format!("startxref\n{at}\n%%EOF\n").as_bytes());
    }
}

/// Writes a stream that is packed already.
fn put_stream(out: &mut Vec<u8>, number: usize, entries: &[u8], packed: &[u8]) {
    out.extend_from_slice(format!("{number} 0 obj\n<<").as_bytes());
    out.extend_from_slice(entries);
    let length = format!("/Filter/FlateDecode/Length {}>>\nstream\n", packed.len());
    out.extend_from_slice(length.as_bytes());
    out.extend_from_slice(packed);
    out.extend_from_slice(b"\nendstream\nendobj\n\n");
}

/// How many numbers a table has, and the number and place of each object in use. Only a table of one section is read.
fn places(table: &[u8]) -> Option<(usize, Vec<(usize, usize)>)> {
    let text = std::str::from_utf8(table).ok()?;
    let mut lines = text.lines();
    let head = lines.nth(1)?;
    let size: usize = head.strip_prefix("0 ")?.trim().parse().ok()?;
    let mut found = Vec::with_capacity(size);
    for number in 0..size {
        let mut parts = lines.next()?.split_whitespace();
        let place: usize = parts.next()?.parse().ok()?;
        let generation = parts.next()?;
        match (parts.next()?, generation) {
            ("n", "00000") => found.push((number, place)),
            ("f", _) => {}
            _ => return None,
        }
    }
    lines.next().is_none().then_some((size, found))
}

/// What stands between `obj` and `endobj`.
fn inner(object: &[u8], number: usize) -> Option<Range<usize>> {
    let head = format!("{number} 0 obj\n");
    object.strip_prefix(head.as_bytes())?;
    let end = rfind(object, b"\nendobj")?;
    let clean = object
        .get(end + b"\nendobj".len()..)?
        .trim_ascii()
        .is_empty();
    (clean && head.len() <= end).then_some(head.len()..end)
}

/// The entries of a trailer.
fn dictionary(trailer: &[u8]) -> Option<&[u8]> {
    let start = find(trailer, b"<<")? + 2;
    let end = rfind(trailer, b">>")?;
    trailer.get(start..end)
}

/// Entries without the size.
fn without_size(entries: &[u8]) -> Option<Vec<u8>> {
    let at = find(entries, b"/Size ")?;
    let digits = entries.get(at + 6..)?;
    let length = digits.iter().take_while(|c| c.is_ascii_digit()).count();
    let mut rest = entries.get(..at)?.to_vec();
    rest.extend_from_slice(digits.get(length..)?);
    Some(rest)
}

fn find(bytes: &[u8], what: &[u8]) -> Option<usize> {
    memchr::memmem::find(bytes, what)
}

fn rfind(bytes: &[u8], what: &[u8]) -> Option<usize> {
    memchr::memmem::rfind(bytes, what)
}

/// Packs bytes (zlib). What the packing works with is kept for the next: it is larger than most of what is packed.
fn deflated(bytes: &[u8]) -> Vec<u8> {
    thread_local! {
        static PACKER: RefCell<Compress> = RefCell::new(Compress::new(Compression::new(LEVEL), true));
    }
    PACKER.with_borrow_mut(|packer| {
        packer.reset();
        let mut out = Vec::with_capacity(bytes.len() / 3 + 64);
        loop {
            let read = usize::try_from(packer.total_in()).unwrap_or(usize::MAX);
            let rest = bytes.get(read..).unwrap_or_default();
            match packer.compress_vec(rest, &mut out, FlushCompress::Finish) {
                Ok(Status::StreamEnd) | Err(_) => return out,
                Ok(_) => out.reserve(out.capacity()),
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use flate2::read::ZlibDecoder;

    use super::*;

    /// A file as the exporter writes it.
    fn file(objects: &[&str]) -> Vec<u8> {
        let mut text = "%PDF-1.7\n\n".to_owned();
        let mut places = Vec::new();
        for (number, object) in (1..).zip(objects) {
            places.push(text.len());
            text.push_str(&format!("{number} 0 obj\n{object}\nendobj\n\n"));
        }
        let table = text.len();
        text.push_str(&format!(
            "xref\n0 {}\n0000000000 65535 f\r\n",
            places.len() + 1
        ));
        for at in &places {
            text.push_str(&format!("{at:010} 00000 n\r\n"));
        }
        text.push_str(&format!(
            "trailer\n<<\n  /Size {}\n  /Root 1 0 R\n>>\nstartxref\n{table}\n%%EOF",
            places.len() + 1
        ));
        text.into_bytes()
    }

    /// What is packed in the streams of a type.
    fn unpacked(bytes: &[u8], kind: &str) -> Vec<Vec<u8>> {
        let starts = memchr::memmem::find_iter(bytes, kind.as_bytes());
        let streams = starts.map(|at| {
            let data = at + find(&bytes[at..], b"stream\n").unwrap() + 7;
            let mut out = Vec::new();
            ZlibDecoder::new(&bytes[data..])
                .read_to_end(&mut out)
                .unwrap();
            out
        });
        streams.collect()
    }

    #[test]
    fn every_object_is_found_where_the_table_says() {
        let many: Vec<String> = (0..450).map(|n| format!("<</N {n}>>")).collect();
        let mut objects: Vec<&str> = many.iter().map(|one| &**one).collect();
        objects.insert(3, "<</Length 5>>\nstream\nendob\nendstream");
        let whole = file(&objects);
        let packed = pack(whole.clone());
        assert!(packed.len() < whole.len() / 2);
        let groups = unpacked(&packed, "/ObjStm");
        assert_eq!(groups.len(), 3);
        let rows = unpacked(&packed, "/XRef").remove(0);
        let rows: Vec<&[u8]> = rows.chunks(7).collect();
        assert_eq!(rows.len(), objects.len() + 1 + groups.len() + 1);
        let number = |bytes: &[u8]| bytes.iter().fold(0, |n, byte| n << 8 | usize::from(*byte));
        for (n, object) in (1..).zip(&objects) {
            let (place, rest) = (number(&rows[n][1..5]), number(&rows[n][5..]));
            if n == 4 {
                assert_eq!(rows[n][0], 1);
                assert!(packed[place..].starts_with(format!("4 0 obj\n{object}").as_bytes()));
                continue;
            }
            assert_eq!(rows[n][0], 2);
            let group = &groups[place - objects.len() - 1];
            let text = String::from_utf8_lossy(group);
            let index: Vec<usize> = text
                .split_whitespace()
                .map_while(|word| word.parse().ok())
                .collect();
            assert_eq!(index[rest * 2], n);
            let first = text.find("<<").unwrap();
            assert!(text[first + index[rest * 2 + 1]..].starts_with(object));
        }
        assert!(String::from_utf8_lossy(&packed).contains("/Root 1 0 R"));
        assert_eq!(pack(packed.clone()), packed, "packed once is packed");
    }

    #[test]
    fn what_is_not_understood_stays_as_it_is() {
        for text in [
            "",
            "%PDF-1.7\nxref\n0 9\ntrailer\n<<>>",
            "\nxref\n0 1\n0000000099 00000 n\ntrailer\n<< /Size 1 >>",
        ] {
            assert_eq!(pack(text.as_bytes().to_vec()), text.as_bytes());
        }
    }
}
