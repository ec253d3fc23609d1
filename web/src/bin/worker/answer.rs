use nienbieu_model::Record;
use nienbieu_parser::{Error, Options, parse_bytes};
use nienbieu_web::protocol::{Outcome, Request};

/// Reads a document.
pub(crate) fn answer(request: &Request, bytes: &[u8]) -> Outcome {
    match read(request, bytes) {
        Ok(records) => Outcome::Records(records.iter().map(line).collect()),
        Err(error) => Outcome::Refused(error.to_string()),
    }
}

/// The document's records. Each article for which a publication date is given is taken from a
/// reading with that date; the others are left as they are.
fn read(request: &Request, bytes: &[u8]) -> Result<Vec<Record>, Error> {
    let source = request.source();
    let mut records = parse_bytes(bytes, &source, &Options::default())?;
    for (&part, date) in &request.dates {
        let options = Options { published: Some(date.parse()?), ..Options::default() };
        let dated = parse_bytes(bytes, &source, &options)?;
        let Some(dated) = dated.into_iter().find(|record| record.source.part == part) else {
            continue;
        };
        if let Some(record) = records.iter_mut().find(|record| record.source.part == part) {
            *record = dated;
        }
    }
    Ok(records)
}

/// One record as a line of JSON.
fn line(record: &Record) -> String {
    serde_json::to_string(record).expect("a record holds nothing that JSON cannot say")
}

#[cfg(test)]
mod tests {
    use nienbieu_model::PublicationStatus;
    use nienbieu_web::protocol::{Article, Dates, Ticket, VERSION};

    use super::*;

    fn request(name: Option<&str>, dates: &[(u32, &str)]) -> Request {
        Request {
            version: VERSION,
            ticket: Ticket { document: 1, sequence: 1 },
            name: name.map(str::to_owned),
            dates: dates.iter().map(|&(part, date)| (part, date.to_owned())).collect::<Dates>(),
        }
    }

    fn articles(outcome: Outcome) -> Vec<Record> {
        let Outcome::Records(lines) = outcome else { panic!("{outcome:?}") };
        lines.into_iter().map(|line| Article::read(line).unwrap().record).collect()
    }

    const TEXT: &str = "Khai trương trạm y tế\n\nSáng 5/8/2022, xã khai trương trạm y tế mới.\n";

    #[test]
    fn the_source_names_the_file() {
        let records = articles(answer(&request(Some("a.txt"), &[]), TEXT.as_bytes()));
        assert_eq!(records[0].source.name.as_deref(), Some("a.txt"));
        assert_eq!(records[0].source.media_type.as_deref(), Some("text/plain"));
        assert_eq!(records[0].times[0].edtf.as_deref().map(|edtf| &edtf[..10]), Some("2022-08-05"));
    }

    #[test]
    fn a_given_date_is_the_users() {
        let records = articles(answer(&request(None, &[(1, "2022-08-06")]), TEXT.as_bytes()));
        assert_eq!(records[0].published.status, PublicationStatus::User);
        assert_eq!(records[0].published.edtf.as_deref(), Some("2022-08-06"));
    }

    #[test]
    fn a_date_for_no_article_changes_nothing() {
        let plain = answer(&request(None, &[]), TEXT.as_bytes());
        assert_eq!(answer(&request(None, &[(9, "2022-08-06")]), TEXT.as_bytes()), plain);
    }

    #[test]
    fn bad_bytes_and_bad_dates_say_why() {
        let Outcome::Refused(why) = answer(&request(None, &[]), b"a\xff") else { panic!() };
        assert!(why.contains("0xFF at offset 1"), "{why}");
        let Outcome::Refused(why) = answer(&request(None, &[(1, "6/8")]), b"a") else { panic!() };
        assert!(why.contains("\"6/8\" is no date"), "{why}");
    }
}
