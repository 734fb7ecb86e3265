//! A PDF made longer by an incremental update that changes nothing: an object that no page refers to (ISO 32000-1, 7.5.6);
//! knows no page.

use super::Content;

/// How long a number is written in what is added: always the same, so that the length of it is known before.
const DIGITS: usize = 10;

/// `pdf`, which ends in a table of references and a trailer, made `size` bytes long; nothing when it is longer already.
pub fn padded(pdf: Vec<u8>, size: u64, seed: u64) -> Option<Content> {
    let trailer = Trailer::of(&pdf)?;
    let object = trailer.objects;
    let head = |length: u64| format!("\n{object} 0 obj\n<< /Length {length:0DIGITS$} >>\nstream\n");
    let tail = |object_at: u64, table_at: u64| {
        let mut tail = format!(
            "\nendstream\nendobj\nxref\n0 1\n0000000000 65535 f \n{object} 1\n{object_at:010} 00000 n \ntrailer\n<<\n  /Size {}\n  /Prev {}\n",
            object + 1,
            trailer.table_at
        )
        .into_bytes();
        tail.extend_from_slice(&trailer.entries);
        tail.extend_from_slice(format!("\n>>\nstartxref\n{table_at:0DIGITS$}\n%%EOF\n").as_bytes());
        tail
    };
    let drawn = pdf.len() as u64;
    let added = (head(0).len() + tail(0, 0).len()) as u64;
    let length = size.checked_sub(drawn + added)?;
    let end = drawn + head(length).len() as u64 + length;
    let beginning = [pdf, head(length).into_bytes()].concat();
    let tail = tail(drawn + 1, end + "\nendstream\nendobj\n".len() as u64);
    Some(
        Content::of(beginning)
            .then(Content::filler(seed, length))
            .then(Content::of(tail)),
    )
}

/// What the end of a PDF says.
struct Trailer {
    /// How many objects there are.
    objects: u64,
    /// Where the table of references stands.
    table_at: u64,
    /// The entries of the trailer but its size.
    entries: Vec<u8>,
}

impl Trailer {
    fn of(pdf: &[u8]) -> Option<Self> {
        let (_, end) = split_at_last(pdf, b"trailer")?;
        let (dictionary, start) = split_at_last(end, b"startxref")?;
        let table_at = std::str::from_utf8(start).ok()?.lines().nth(1)?.trim();
        let (_, inside) = split_at_first(dictionary, b"<<")?;
        let (inside, _) = split_at_last(inside, b">>")?;
        let (before, size) = split_at_first(inside, b"/Size ")?;
        let digits = size.iter().take_while(|it| it.is_ascii_digit()).count();
        Some(Self {
            objects: std::str::from_utf8(&size[..digits]).ok()?.parse().ok()?,
            table_at: table_at.parse().ok()?,
            entries: [before, &size[digits..]].concat().trim_ascii().to_vec(),
        })
    }
}

fn split_at_first<'a>(text: &'a [u8], mark: &[u8]) -> Option<(&'a [u8], &'a [u8])> {
    let at = text.windows(mark.len()).position(|it| it == mark)?;
    Some((&text[..at], &text[at + mark.len()..]))
}

fn split_at_last<'a>(text: &'a [u8], mark: &[u8]) -> Option<(&'a [u8], &'a [u8])> {
    let at = text.windows(mark.len()).rposition(|it| it == mark)?;
    Some((&text[..at], &text[at + mark.len()..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SMALL: &[u8] = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\nxref\n0 2\n0000000000 65535 f\r\n0000000009 00000 n\r\n\
        trailer\n<<\n  /Size 2\n  /Root 1 0 R\n  /ID [(a) (b)]\n>>\nstartxref\n46\n%%EOF";

    #[test]
    fn a_file_gets_the_length_that_it_is_said_to_have_and_its_references_lead_where_they_say() {
        for size in [700, 1_000, 123_456] {
            let content = padded(SMALL.to_vec(), size, 1).unwrap();
            assert_eq!(content.length(), size);
            let mut whole = Vec::new();
            while (whole.len() as u64) < size {
                whole.extend_from_slice(&content.part(whole.len() as u64, 65_536));
            }
            assert!(whole.starts_with(SMALL));
            let (update, start) = split_at_last(&whole, b"startxref\n").unwrap();
            let table_at: usize = std::str::from_utf8(&start[..10]).unwrap().parse().unwrap();
            assert!(whole[table_at..].starts_with(b"xref\n"));
            let (_, table) = split_at_last(update, b"xref\n").unwrap();
            let (_, object_at) = split_at_first(table, b"\n2 1\n").unwrap();
            let object_at = std::str::from_utf8(&object_at[..10]).unwrap();
            let object_at: usize = object_at.parse().unwrap();
            assert!(whole[object_at..].starts_with(b"2 0 obj\n"));
            let trailer = String::from_utf8_lossy(table);
            for part in ["/Size 3", "/Prev 46", "/Root 1 0 R", "/ID [(a) (b)]"] {
                assert!(trailer.contains(part), "{part} in {trailer}");
            }
        }
    }

    #[test]
    fn what_is_longer_already_or_no_such_pdf_is_left_alone() {
        assert_eq!(padded(SMALL.to_vec(), 100, 1), None);
        for nonsense in [
            &b""[..],
            b"%PDF-1.7",
            b"trailer startxref",
            b"trailer<<>>startxref\n1",
        ] {
            assert_eq!(padded(nonsense.to_vec(), 10_000, 1), None);
        }
    }
}
