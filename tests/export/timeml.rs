//! TimeML, read by an XML parser and held to the rules of its DTD.

use std::collections::{HashMap, HashSet};

use roxmltree::{Document, Node};

use super::*;

/// How an attribute's value must look.
#[derive(Clone, Copy)]
enum Of {
    Id,
    IdRef,
    Token,
    Text,
    One(&'static [&'static str]),
}
use Of::{Id, IdRef, One, Text, Token};

/// Attributes: name, whether it must be there, form.
type Attributes = &'static [(&'static str, bool, Of)];

const FUNCTIONS: Of = One(&[
    "CREATION_TIME",
    "EXPIRATION_TIME",
    "MODIFICATION_TIME",
    "PUBLICATION_TIME",
    "RELEASE_TIME",
    "RECEPTION_TIME",
    "NONE",
]);
const MODIFIERS: Of = One(&[
    "BEFORE",
    "AFTER",
    "ON_OR_BEFORE",
    "ON_OR_AFTER",
    "LESS_THAN",
    "MORE_THAN",
    "EQUAL_OR_LESS",
    "EQUAL_OR_MORE",
    "START",
    "MID",
    "END",
    "APPROX",
]);
const RELATIONS: Of = One(&[
    "BEFORE",
    "AFTER",
    "INCLUDES",
    "IS_INCLUDED",
    "DURING",
    "DURING_INV",
    "SIMULTANEOUS",
    "IAFTER",
    "IBEFORE",
    "IDENTITY",
    "BEGINS",
    "ENDS",
    "BEGUN_BY",
    "ENDED_BY",
]);

/// The elements that may stand here, as the DTD of TimeML 1.2.1 declares them
/// (timeml.org/timeMLdocs/TimeML.dtd): each holds text alone or nothing.
const ELEMENTS: &[(&str, bool, Attributes)] = &[
    (
        "TIMEX3",
        true,
        &[
            ("tid", true, Id),
            ("type", true, One(&["DATE", "DURATION", "SET", "TIME"])),
            ("value", true, Token),
            ("anchorTimeID", false, IdRef),
            ("beginPoint", false, IdRef),
            ("endPoint", false, IdRef),
            ("freq", false, Token),
            ("functionInDocument", false, FUNCTIONS),
            ("mod", false, MODIFIERS),
            ("quant", false, Text),
            ("temporalFunction", false, One(&["false", "true"])),
            ("valueFromFunction", false, IdRef),
            ("comment", false, Text),
        ],
    ),
    (
        "EVENT",
        true,
        &[
            ("eid", true, Id),
            (
                "class",
                true,
                One(&[
                    "ASPECTUAL",
                    "I_ACTION",
                    "I_STATE",
                    "OCCURRENCE",
                    "PERCEPTION",
                    "REPORTING",
                    "STATE",
                ]),
            ),
            ("stem", false, Text),
            ("comment", false, Text),
        ],
    ),
    (
        "MAKEINSTANCE",
        false,
        &[
            ("eiid", true, Id),
            ("eventID", true, IdRef),
            ("signalID", false, IdRef),
            ("pos", true, One(&["ADJECTIVE", "NOUN", "VERB", "PREPOSITION", "NONE"])),
            (
                "tense",
                true,
                One(&["FUTURE", "INFINITIVE", "NONE", "PAST", "PASTPART", "PRESENT", "PRESPART"]),
            ),
            ("aspect", true, One(&["NONE", "PERFECTIVE", "PERFECTIVE_PROGRESSIVE", "PROGRESSIVE"])),
            ("cardinality", false, Text),
            ("polarity", true, One(&["POS", "NEG"])),
            ("modality", false, Text),
            ("comment", false, Text),
        ],
    ),
    (
        "TLINK",
        false,
        &[
            ("lid", true, Id),
            ("relType", true, RELATIONS),
            ("eventInstanceID", false, IdRef),
            ("timeID", false, IdRef),
            ("relatedToEventInstance", false, IdRef),
            ("relatedToTime", false, IdRef),
            ("signalID", false, IdRef),
            ("origin", false, Text),
            ("syntax", false, Text),
            ("comment", false, Text),
        ],
    ),
];

/// Holds a document to the DTD.
pub(crate) fn check(xml: &str) {
    let document = Document::parse(xml).unwrap();
    let root = document.root_element();
    assert_eq!(root.tag_name().name(), "TimeML");
    let mut ids = HashSet::new();
    let mut references = Vec::new();
    for node in root.children().filter(Node::is_element) {
        let name = node.tag_name().name();
        let (_, holds_text, attributes) =
            ELEMENTS.iter().find(|(known, ..)| *known == name).unwrap();
        assert!(node.children().all(|child| child.is_text() && *holds_text), "{name}");
        for (wanted, required, _) in *attributes {
            assert!(!required || node.has_attribute(*wanted), "{name} without {wanted}");
        }
        for attribute in node.attributes() {
            let value = attribute.value();
            let form = attributes.iter().find(|(known, ..)| *known == attribute.name());
            let (_, _, form) = form.unwrap_or_else(|| panic!("{name} has no {}", attribute.name()));
            match form {
                Id => assert!(is_name(value) && ids.insert(value.to_owned()), "{value} twice"),
                IdRef => references.push(value.to_owned()),
                Token => assert!(!value.is_empty() && value.chars().all(in_name), "{value}"),
                One(values) => assert!(values.contains(&value), "{value}"),
                Text => {}
            }
        }
    }
    assert!(references.iter().all(|reference| ids.contains(reference)), "{references:?}");
}

fn is_name(value: &str) -> bool {
    value.starts_with(|c: char| c.is_ascii_alphabetic()) && value.chars().all(in_name)
}

fn in_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || "-._:".contains(c)
}

/// The text without its elements.
fn text(xml: &str) -> String {
    let document = Document::parse(xml).unwrap();
    document.root_element().descendants().filter(Node::is_text).map(|n| n.text().unwrap()).collect()
}

#[test]
fn every_article_of_the_corpus_is_valid_and_keeps_its_text() {
    for record in corpus() {
        let xml = written("timeml", std::slice::from_ref(&record));
        check(&xml);
        let (whole, shown) = (record.text.as_deref().unwrap(), text(&xml));
        assert!(whole.contains(shown.trim()), "{shown}");
        let document = Document::parse(&xml).unwrap();
        let count = |name| document.descendants().filter(|node| node.has_tag_name(name)).count();
        let stamps = document.descendants().filter(|n| n.attribute("tid") == Some("t0")).count();
        assert_eq!(count("TIMEX3"), record.times.len() + stamps);
        assert_eq!(count("MAKEINSTANCE"), record.events.len());
        let tied = record.events.iter().filter(|event| record.time_of(event).is_some());
        assert_eq!(count("TLINK"), tied.count());
    }
}

#[test]
fn times_say_what_the_record_says() {
    let text = "Báo Mây, 14/08/2021\n\nTừ 27/4 đến 10/5, xã họp. Cuối tháng 7, chợ mở; dự kiến ngày \
                20/8 đóng.\n";
    let record = nienbieu_parser::parse(text, &Reading::default()).remove(0);
    let xml = written("timeml", std::slice::from_ref(&record));
    check(&xml);
    let document = Document::parse(&xml).unwrap();
    let times: HashMap<_, _> = document
        .descendants()
        .filter(|node| node.has_tag_name("TIMEX3"))
        .map(|node| (node.attribute("tid").unwrap(), node))
        .collect();
    let by_words = |words: &str| *times.values().find(|n| n.text() == Some(words)).unwrap();
    let stamp = times.values().find(|n| n.attribute("functionInDocument").is_some()).unwrap();
    assert_eq!(stamp.attribute("value"), Some("2021-08-14"));
    let month = by_words("Cuối tháng 7");
    assert_eq!((month.attribute("value"), month.attribute("mod")), (Some("2021-07"), Some("END")));
    let interval = times.values().find(|n| n.attribute("beginPoint").is_some()).unwrap();
    assert_eq!(interval.attribute("value"), Some("P14D"), "27 April to 10 May");
    assert_eq!(times[interval.attribute("beginPoint").unwrap()].text(), Some("27/4"));
    assert_eq!(times[interval.attribute("endPoint").unwrap()].text(), Some("10/5"));
    let planned = document.descendants().find(|n| n.attribute("modality") == Some("planned"));
    let link = planned.unwrap().attribute("eiid").unwrap();
    let link = document.descendants().find(|n| n.attribute("eventInstanceID") == Some(link));
    let related = times[link.unwrap().attribute("relatedToTime").unwrap()];
    assert_eq!(related.attribute("value"), Some("2021-08-20"));
}

#[test]
fn nasty_words_are_text_and_line_ends_stay() {
    let record = nasty();
    let xml = written("timeml", std::slice::from_ref(&record));
    check(&xml);
    let text = text(&xml);
    assert!(text.contains(NASTY) && text.contains("họp.\r\n\r\nDự kiến"), "{text}");
}

#[test]
fn articles_of_one_text_have_their_own_lines() {
    let text = "Thời sự\nLai Châu công bố 2 dự án giao thông\nCập nhật: 09:15, 02/03/2024\n\n\
        Ngày 1/3, tỉnh công bố chủ trương đầu tư 2 dự án giao thông tại huyện Phong Thổ.\n\n\
        Hai tuyến đường dài 38 km, hoàn thành năm 2026.\n\n\
        Tin liên quan\nCầu Háng Là thông xe trước Tết (01/03/2024)\nMở đường vào bản xa nhất xã\n\n\
        Kinh tế\nGiá sắn tăng 300 đồng mỗi kg\nCập nhật: 10:40, 02/03/2024\n\n\
        Giá sắn tươi sáng 2/3 đạt 2.900 đồng/kg, tăng 300 đồng.\n\n\
        Nông dân tranh thủ thu hoạch trước mùa mưa.\n";
    let records = nienbieu_parser::parse(text, &Reading::default());
    assert_eq!(records.len(), 2);
    let [first, second] = [0, 1].map(|i| self::text(&written("timeml", &records[i..=i])));
    assert!(first.contains("Phong Thổ") && !first.contains("Giá sắn"), "{first}");
    assert!(second.contains("Giá sắn tươi") && !second.contains("Phong Thổ"), "{second}");
}

#[test]
fn without_the_text_there_is_nothing_to_mark() {
    let record = Record { text: None, ..nasty() };
    let error = written_in(Language::Vi, "timeml", &[record]).unwrap_err();
    assert_eq!(error.kind(), std::io::ErrorKind::InvalidInput);
    assert!(error.to_string().contains("its text was left out"), "{error}");
}
