//! What inputs hold, whatever they are packed in, and what becomes of broken ones.

use std::io::{Cursor, Write};

use nienbieu_input::{Body, Flow, Item, Kind, Limits, Settings, read};

const A: &str = "Ngày 5/8/2022, xã Nà Hẩu khai trương trạm y tế.";
const B: &str = "Ngày 6/8/2022, xã Mường Lay có đường mới.";

/// What an input gives: names with texts, faults with their codes, and how much was skipped.
#[derive(Debug, Default, PartialEq, Eq)]
struct Got {
    texts: Vec<(String, String)>,
    faults: Vec<(String, &'static str)>,
    skipped: usize,
}

fn got(name: &str, bytes: Vec<u8>) -> Got {
    got_by(name, Body::memory(bytes), &Settings::default())
}

fn got_by(name: &str, body: Body<'_>, settings: &Settings) -> Got {
    let mut got = Got::default();
    let _ = read(name.to_owned(), body, settings, &mut |item| {
        match item {
            Item::Record(raw) => match raw.decode() {
                Ok(document) => {
                    got.texts.push((raw.source.name.clone().unwrap(), document.text.into_owned()));
                }
                Err(fault) => got.faults.push((fault.source.name.unwrap(), fault.code)),
            },
            Item::Fault(fault) => {
                assert!(!fault.message.is_empty());
                got.faults.push((fault.source.name.unwrap(), fault.code));
            }
            Item::Skipped(..) => got.skipped += 1,
        }
        Flow::Continue(())
    });
    got
}

fn texts(pairs: &[(&str, &str)]) -> Got {
    let texts = pairs.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
    Got { texts, ..Got::default() }
}

fn gz(bytes: &[u8]) -> Vec<u8> {
    let mut writer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    writer.write_all(bytes).unwrap();
    writer.finish().unwrap()
}

fn zst(bytes: &[u8]) -> Vec<u8> {
    ruzstd::encoding::compress_to_vec(bytes, ruzstd::encoding::CompressionLevel::Fastest)
}

fn bz2(bytes: &[u8]) -> Vec<u8> {
    let mut writer = bzip2::write::BzEncoder::new(Vec::new(), bzip2::Compression::default());
    writer.write_all(bytes).unwrap();
    writer.finish().unwrap()
}

fn xz(bytes: &[u8]) -> Vec<u8> {
    let options = lzma_rust2::XzOptions::with_preset(1);
    let mut writer = lzma_rust2::XzWriter::new(Vec::new(), options).unwrap();
    writer.write_all(bytes).unwrap();
    writer.finish().unwrap()
}

fn tar(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut builder = tar::Builder::new(Vec::new());
    for (name, bytes) in files {
        let mut header = tar::Header::new_gnu();
        header.set_size(bytes.len() as u64);
        header.set_mode(0o644);
        builder.append_data(&mut header, name, *bytes).unwrap();
    }
    builder.into_inner().unwrap()
}

fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        writer.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn lines() -> Vec<u8> {
    format!("{{\"text\": \"{A}\"}}\n\n{{\"id\": 7, \"content\": \"{B}\"}}\n").into_bytes()
}

fn warc(url: &str, html: &str) -> String {
    let http = format!("HTTP/1.1 200 OK\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{html}");
    format!(
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2022-08-07T00:00:00Z\r\n\
         Content-Type: application/http; msgtype=response\r\nContent-Length: {}\r\n\r\n{http}\r\n\r\n",
        http.len()
    )
}

#[test]
fn compression_and_archives_one_within_the_other() {
    let two = [gz(A.as_bytes()), gz(b"\nx")].concat();
    assert_eq!(got("a", two), texts(&[("a", &format!("{A}\nx"))]), "members");
    for (name, packed) in
        [("gz", gz(&lines())), ("zst", zst(&lines())), ("bz2", bz2(&lines())), ("xz", xz(&lines()))]
    {
        assert_eq!(got("n", packed), texts(&[("n#1", A), ("n#2", B)]), "{name}");
    }
    let frames =
        [zst(A.as_bytes()), b"\x50\x2a\x4d\x18\x02\0\0\0xx".to_vec(), zst(b"\nx")].concat();
    assert_eq!(got("a", frames), texts(&[("a", &format!("{A}\nx"))]), "frames");
    let archive = tar(&[("a.txt", A.as_bytes()), ("d/n.jsonl.gz", &gz(&lines()))]);
    let inside = [("p/a.txt", A), ("p/d/n.jsonl.gz#1", A), ("p/d/n.jsonl.gz#2", B)];
    assert_eq!(got("p", archive.clone()), texts(&inside));
    let zipped = zip(&[("t.tar.zst", &zst(&archive)), ("b.txt", B.as_bytes())]);
    let inside = [
        ("z/t.tar.zst/a.txt", A),
        ("z/t.tar.zst/d/n.jsonl.gz#1", A),
        ("z/t.tar.zst/d/n.jsonl.gz#2", B),
        ("z/b.txt", B),
    ];
    assert_eq!(got("z", zipped.clone()), texts(&inside));
    // The same as a stream, which cannot be read from here and there.
    let stream = Body::Stream(Box::new(Cursor::new(zipped)));
    assert_eq!(got_by("z", stream, &Settings::default()), texts(&inside));
}

#[test]
fn too_many_layers_are_refused() {
    let mut bytes = A.as_bytes().to_vec();
    for _ in 0..5 {
        bytes = gz(&bytes);
    }
    assert_eq!(got("a", bytes).faults, [("a".to_owned(), "nested_too_deep")]);
}

#[test]
fn what_unpacks_to_too_much_is_refused() {
    let bomb = gz(&vec![b'a'; 80 << 20]);
    assert_eq!(got("a", bomb).faults, [("a".to_owned(), "record_too_large")]);
    let limits = Limits { record: 1 << 30, ratio: 100, ..Limits::default() };
    let settings = Settings { limits, ..Settings::default() };
    for packed in [gz(&vec![b'a'; 80 << 20]), zip(&[("a", &vec![b'a'; 80 << 20])])] {
        let got = got_by("b", Body::memory(packed), &settings);
        assert_eq!(got.faults.len(), 1);
        assert_eq!(got.faults[0].1, "ratio");
    }
    let limits = Limits { expansion: 1000, ..Limits::default() };
    let settings = Settings { limits, ..Settings::default() };
    let got = got_by("c", Body::memory(gz(&[b'a'; 2000])), &settings);
    assert_eq!(got.faults, [("c".to_owned(), "expansion")]);
}

#[test]
fn json_in_every_shape() {
    assert_eq!(got("j", lines()), texts(&[("j#1", A), ("j#2", B)]));
    let array = format!(
        "[\n {{\"text\": \"{A}\"}},\n {{\"body\": \"{B}\", \"x\": [1, {{\"y\": \"]\\\"\"}}]}}\n]\n"
    );
    assert_eq!(got("j", array.into_bytes()), texts(&[("j#1", A), ("j#2", B)]));
    let one = format!("{{\n  \"title\": \"Tin\",\n  \"text\": \"{A}\"\n}}\n");
    assert_eq!(got("j", one.into_bytes()), texts(&[("j#1", &format!("Tin\n\n{A}"))]));
    let titled = format!("{{\"title\": \"Ngày 5/8\", \"text\": \"{}\"}}", "Ngày 5/8 vui");
    assert_eq!(got("j", titled.into_bytes()), texts(&[("j#1", "Ngày 5/8 vui")]));
    assert_eq!(got("j", b"{}".to_vec()).faults, [("j#1".to_owned(), "no_text_field")]);
    assert_eq!(got("j", b"[]".to_vec()), texts(&[("j", "[]")]));
}

#[test]
fn fields_can_be_named_and_say_where_and_when() {
    let line = format!(
        "{{\"noi_dung\": \"{A}\", \"m\": {{\"ngay\": 1659830400}}, \"link\": \"http://a.vn/1\"}}\n"
    );
    let fields = nienbieu_input::Fields::default().with("text=noi_dung,date=m.ngay").unwrap();
    let settings = Settings { fields, ..Settings::default() };
    let mut seen = 0;
    let _ = read("j".to_owned(), Body::memory(line.clone().into_bytes()), &settings, &mut |item| {
        let Item::Record(raw) = item else { panic!("{item:?}") };
        let document = raw.decode().unwrap();
        assert_eq!(document.published.unwrap().moment, "2022-08-07T07:00:00+07:00");
        assert_eq!(document.source.url.as_deref(), Some("http://a.vn/1"));
        assert_eq!(document.source.byte_offset, Some(0));
        assert_eq!(document.source.byte_len, Some(line.len() as u64));
        assert_eq!(document.source.encoding.unwrap().name, "utf-8");
        seen += 1;
        Flow::Continue(())
    });
    assert_eq!(seen, 1);
    for wrong in ["", "text", "text=", "body=x"] {
        assert!(nienbieu_input::Fields::default().with(wrong).is_err(), "{wrong}");
    }
}

#[test]
fn a_broken_line_is_a_fault_and_the_next_is_read() {
    let mut bytes = format!("{{\"text\": \"{A}\"}}\n{{\"text\": oops}}\n[1]\n").into_bytes();
    bytes.extend_from_slice(b"{\"text\": \"\xff\"}\n");
    bytes.extend(format!("{{\"text\": \"{B}\"}}").into_bytes());
    let got = got("j", bytes);
    assert_eq!(got.texts, texts(&[("j#1", A), ("j#5", B)]).texts);
    let codes: Vec<_> = got.faults.iter().map(|(name, code)| (name.as_str(), *code)).collect();
    assert_eq!(codes, [("j#2", "invalid_json"), ("j#3", "invalid_json"), ("j#4", "undecodable")]);
}

#[test]
fn a_record_beyond_the_limit_is_a_fault_and_the_next_is_read() {
    let long = "x".repeat(300);
    let limits = Limits { record: 200, ..Limits::default() };
    let settings = Settings { limits, ..Settings::default() };
    let by = |bytes: String| got_by("f", Body::memory(bytes.into_bytes()), &settings);
    let lines = by(format!("{{\"text\": \"{long}\"}}\n{{\"text\": \"{B}\"}}\n"));
    assert_eq!(
        (lines.faults, lines.texts),
        (vec![("f#1".into(), "record_too_large")], texts(&[("f#2", B)]).texts)
    );
    let array = by(format!("[{{\"text\": \"{long}\"}}, {{\"text\": \"{B}\"}}]"));
    assert_eq!(
        (array.faults, array.texts),
        (vec![("f#1".into(), "record_too_large")], texts(&[("f#2", B)]).texts)
    );
    let table = by(format!("id,text\n1,{long}\n2,\"{B}\"\n"));
    assert_eq!(
        (table.faults, table.texts),
        (vec![("f#1".into(), "record_too_large")], texts(&[("f#2", B)]).texts)
    );
    let archive = by(warc("http://a.vn", &long) + &warc("http://b.vn", B));
    assert_eq!(
        (archive.faults, archive.texts),
        (vec![("f#1".into(), "record_too_large")], texts(&[("f#2", B)]).texts)
    );
    assert_eq!(by(long).faults, [("f".to_owned(), "record_too_large")]);
}

#[test]
fn tables() {
    let csv = format!(
        "url,Title,Text\nhttp://a.vn,\"Tin \"\"vui\"\"\",\"{A}\nx\"\n,,{}\n",
        B.replace(',', "")
    );
    let expected = format!("Tin \"vui\"\n\n{A}\nx");
    assert_eq!(
        got("t", csv.into_bytes()),
        texts(&[("t#1", &expected), ("t#2", &B.replace(',', ""))])
    );
    let tsv = format!("id\ttext\n1\t{A}\n2\n3\t{B}\n");
    let got = got("t", tsv.into_bytes());
    assert_eq!(got.texts, texts(&[("t#1", A), ("t#3", B)]).texts);
    assert_eq!(got.faults, [("t#2".to_owned(), "uneven_row")]);
    // A quotation mark that never closes swallows no more than one record may have.
    let settings =
        Settings { limits: Limits { record: 1000, ..Limits::default() }, ..Settings::default() };
    let open = format!("id,text\n1,\"{}", "x\n".repeat(10_000));
    let got = got_by("t", Body::memory(open.into_bytes()), &settings);
    assert_eq!(got.faults, [("t#1".to_owned(), "record_too_large")]);
}

#[test]
fn web_archives() {
    let info = "WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 3\r\n\r\nx\r\n\r\n\r\n";
    let wet = format!(
        "WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Target-URI: http://c.vn\r\nContent-Type: text/plain\r\n\
         Content-Length: {}\r\n\r\n{B}\r\n\r\n",
        B.len()
    );
    let all = format!("{info}{}{wet}", warc("http://a.vn", A));
    let expected = Got { skipped: 1, ..texts(&[("w#2", A), ("w#3", B)]) };
    assert_eq!(got("w", all.clone().into_bytes()), expected);
    let _ =
        read("w".to_owned(), Body::memory(all.into_bytes()), &Settings::default(), &mut |item| {
            if let Item::Record(raw) = item {
                assert_eq!(raw.kind, Kind::Text);
                assert!(raw.source.url.is_some() && raw.source.byte_offset.unwrap() > 0);
                let is_captured = raw.source.captured_at.as_deref() == Some("2022-08-07T00:00:00Z");
                assert_eq!(is_captured, raw.source.name.as_deref() == Some("w#2"));
            }
            Flow::Continue(())
        });
}

#[test]
fn corrupt_web_archives_are_read_on() {
    let bad = warc("http://x.vn", "abc").replace("Content-Length: ", "Content-Length: x");
    let whole = warc("http://x.vn", "abcdefghij");
    let said = whole.split("Content-Length: ").nth(1).unwrap().split('\r').next().unwrap();
    let shorter = format!("Content-Length: {}", said.parse::<usize>().unwrap() - 7);
    let short = whole.replace(&format!("Content-Length: {said}"), &shorter);
    for broken in [
        bad,
        short,
        "garbage\r\nmore\r\n\r\n".to_owned(),
        "WARC/1.0\r\nno field".to_owned() + "\r\n\r\n",
    ] {
        let all = format!("{}{broken}{}", warc("http://a.vn", A), warc("http://b.vn", B));
        let got = got("w", all.into_bytes());
        assert_eq!(
            got.texts.iter().map(|(_, text)| text.as_str()).collect::<Vec<_>>(),
            [A, B],
            "{broken}"
        );
        assert_eq!(got.faults, [("w#2".to_owned(), "corrupt_warc")], "{broken}");
    }
    let mut cut = warc("http://a.vn", A) + &warc("http://b.vn", B);
    cut.truncate(cut.len() - 20);
    let got = got("w", cut.into_bytes());
    assert_eq!((got.texts.len(), got.faults), (1, vec![("w#2".to_owned(), "truncated")]));
}

#[test]
fn a_broken_member_of_a_web_archive_costs_that_record_alone() {
    let mut middle = gz(warc("http://x.vn", &"lạ ".repeat(400)).as_bytes());
    let at = middle.len() / 2;
    middle[at..at + 8].copy_from_slice(&[0xff; 8]);
    let all =
        [gz(warc("http://a.vn", A).as_bytes()), middle, gz(warc("http://b.vn", B).as_bytes())]
            .concat();
    let got = got("w", all);
    let read: Vec<_> = got.texts.iter().map(|(_, text)| text.as_str()).collect();
    assert_eq!(read, [A, B], "{:?}", got.faults);
    assert_eq!(got.faults.len(), 1);
    assert_eq!(got.faults[0].1, "corrupt");
}

#[test]
fn truncated_data_is_told_and_what_came_before_is_kept() {
    for (name, packed) in
        [("gz", gz(&lines())), ("zst", zst(&lines())), ("bz2", bz2(&lines())), ("xz", xz(&lines()))]
    {
        let cut = packed[..packed.len() - 12].to_vec();
        let got = got("n", cut);
        assert_eq!(got.faults.len(), 1, "{name}: {got:?}");
        assert_eq!(got.faults[0].1, "truncated", "{name}");
    }
    let many: String =
        (0..20_000).map(|n| format!("{{\"text\": \"{A} {n} {}\"}}\n", n * 7919 % 1000)).collect();
    let packed = gz(many.as_bytes());
    let got_many = got("n", packed[..packed.len() / 2].to_vec());
    assert!(got_many.texts.len() > 5000, "{}", got_many.texts.len());
    assert_eq!(got_many.faults.iter().map(|(_, code)| *code).collect::<Vec<_>>(), ["truncated"]);
    let archive = tar(&[("a.txt", A.as_bytes()), ("b.txt", &B.as_bytes().repeat(100))]);
    let cut = got("t", archive[..2048 + 100].to_vec());
    assert_eq!((cut.texts.len(), cut.faults), (1, vec![("t/b.txt".to_owned(), "truncated")]));
    let zipped = zip(&[("a.txt", A.as_bytes())]);
    let cut = got("z", zipped[..zipped.len() - 10].to_vec());
    assert_eq!((cut.texts.len(), cut.faults.len()), (0, 1));
}

#[test]
fn corrupt_members_leave_the_others() {
    let mut zipped = zip(&[("a.txt", A.repeat(50).as_bytes()), ("b.txt", B.as_bytes())]);
    zipped[50] ^= 0xff;
    let got_zip = got("z", zipped);
    assert_eq!(got_zip.texts, texts(&[("z/b.txt", B)]).texts);
    assert_eq!(got_zip.faults.len(), 1);
    let pdf = got("a.txt", b"%PDF-1.7 ...".to_vec());
    assert_eq!(pdf.faults, [("a.txt".to_owned(), "unknown_format")]);
    assert_eq!(got("a", b"ab\0c".to_vec()).faults, [("a".to_owned(), "binary")]);
}

#[test]
fn word_documents() {
    let xml = "<?xml version=\"1.0\"?><w:document xmlns:w=\"w\"><w:body><w:p><w:r><w:t>Khánh thành</w:t></w:r>\
               <w:r><w:t xml:space=\"preserve\"> cầu &amp; đường</w:t></w:r></w:p><w:p><w:r><w:t>Ngày 5/8</w:t>\
               <w:br/><w:t>dòng hai</w:t></w:r></w:p></w:body></w:document>";
    let docx = zip(&[("[Content_Types].xml", b"<Types/>"), ("word/document.xml", xml.as_bytes())]);
    assert_eq!(
        got("a.docx", docx),
        texts(&[("a.docx", "Khánh thành cầu & đường\n\nNgày 5/8\ndòng hai\n")])
    );
    let broken = zip(&[("word/document.xml", b"<w:p><w:t>a</w:p>")]);
    assert_eq!(got("b.docx", broken).faults, [("b.docx".to_owned(), "corrupt")]);
}

#[test]
fn it_stops_when_told_to() {
    let mut count = 0;
    let flow = read("j".to_owned(), Body::memory(lines()), &Settings::default(), &mut |_| {
        count += 1;
        Flow::Break(())
    });
    assert_eq!((count, flow), (1, Flow::Break(())));
}

proptest::proptest! {
    #[test]
    fn no_bytes_stop_it(start in 0_usize..8, bytes in proptest::collection::vec(proptest::prelude::any::<u8>(), 0..600)) {
        const STARTS: [&[u8]; 8] =
            [b"", b"\x1f\x8b\x08\0", b"\x28\xb5\x2f\xfd", b"PK\x03\x04", b"WARC/1.0\r\n", b"{\"", b"id,text\n", b"\xfd7zXZ\0"];
        got("x", [STARTS[start], &bytes].concat());
    }

    #[test]
    fn damage_stops_nothing(at in 0_usize..10_000, byte in proptest::prelude::any::<u8>(), which in 0_usize..6) {
        let mut bytes = match which {
            0 => gz(&lines()),
            1 => zst(&lines()),
            2 => tar(&[("a", A.as_bytes()), ("b", &lines())]),
            3 => zip(&[("a", A.as_bytes()), ("b", &lines())]),
            4 => (warc("u", A) + &warc("u", B)).into_bytes(),
            _ => xz(&lines()),
        };
        let at = at % bytes.len();
        bytes[at] = byte;
        got("x", bytes);
    }
}
