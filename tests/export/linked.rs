//! JSON-LD: its own terms here; a processor reads it in `tests/readers`.

use serde_json::Value;

use super::*;

#[test]
fn an_article_says_what_it_is_about() {
    let text = "Điện Biên: Thêm 12 ca sởi\n\nBáo Mây, 14/08/2022\n\nNgày 5/8/2022, tỉnh Điện Biên ghi \
                nhận 12 ca mắc sởi mới theo Quyết định số 23/2021/QĐ-TTg. Dự kiến quý III/2022, ông Lò \
                Văn Tâm, Giám đốc Sở Y tế tỉnh Điện Biên, mở trạm mới.\n";
    let record = nienbieu_parser::parse(text, &Reading::default()).remove(0);
    let json: Value =
        serde_json::from_str(&written("jsonld", std::slice::from_ref(&record))).unwrap();
    let article = &json["@graph"][0];
    assert_eq!(article["@type"], "NewsArticle");
    assert_eq!(article["headline"], "Điện Biên: Thêm 12 ca sởi");
    assert_eq!(article["datePublished"], "2022-08-14");
    let all = |list: &str, kind: &str| -> Vec<&Value> {
        article[list].as_array().unwrap().iter().filter(|one| one["@type"] == kind).collect()
    };
    assert_eq!(all("about", "MedicalCondition")[0]["name"], "sởi");
    let events = all("about", "Event");
    assert_eq!(events.len(), record.events.len());
    let on = |date: &str| *events.iter().find(|event| event["startDate"] == date).unwrap();
    assert_eq!(on("2022-08-05")["location"]["identifier"], "VN-71");
    assert_eq!(on("2022-08-05").get("eventStatus"), None);
    let planned = on("2022-07-01");
    assert_eq!(planned["endDate"], "2022-09-30");
    assert_eq!(planned["identifier"]["value"], "2022-35");
    assert_eq!(planned["eventStatus"], "https://schema.org/EventScheduled");
    assert_eq!(all("mentions", "Person")[0]["name"], "Lò Văn Tâm");
    assert_eq!(all("mentions", "Legislation")[0]["legislationIdentifier"], "23/2021/QĐ-TTg");
    assert_eq!(all("mentions", "AdministrativeArea")[0]["name"], "Điện Biên");
}

#[test]
fn it_may_stand_in_a_page() {
    let record = nasty();
    let json = written("jsonld", std::slice::from_ref(&record));
    assert!(!json.contains(['<', '>', '&', '\u{2028}']), "{json}");
    let graph: Value = serde_json::from_str(&json).unwrap();
    let words = graph["@graph"][0]["about"][0]["description"].as_str().unwrap();
    assert!(record.events.iter().any(|event| quote(&record, event) == words), "{words}");
}
