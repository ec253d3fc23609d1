//! Web Annotation: the selectors lead back to the words.

use serde_json::Value;

use super::*;

#[test]
fn positions_are_code_points_and_quotations_stand_alone() {
    let records = corpus();
    let page: Value = serde_json::from_str(&written("annotations", &records)).unwrap();
    assert_eq!(page["@context"], "http://www.w3.org/ns/anno.jsonld");
    assert_eq!(page["type"], "AnnotationPage");
    let mut items = page["items"].as_array().unwrap().iter();
    let mut ids = std::collections::HashSet::new();
    for record in &records {
        let characters: Vec<char> = record.text.as_deref().unwrap().chars().collect();
        let all = record.events.iter().map(|e| e.quote).chain(record.times.iter().map(|t| t.span));
        let others = record.quantities.len()
            + record.citations.len()
            + record.people.len()
            + record.organizations.len()
            + record.places.len()
            + record.diseases.len()
            + record.patients.len()
            + record.directives.len();
        for (i, annotation) in items.by_ref().take(all.clone().count() + others).enumerate() {
            assert!(ids.insert(annotation["id"].as_str().unwrap()), "{annotation}");
            assert_eq!(annotation["type"], "Annotation");
            let [words, position] = [0, 1].map(|i| &annotation["target"]["selector"][i]);
            let at = |name| position[name].as_u64().unwrap() as usize;
            let part = |from: usize, to: usize| -> String { characters[from..to].iter().collect() };
            let exact = part(at("start"), at("end"));
            assert_eq!(words["exact"], exact);
            assert_eq!(words["prefix"], part(at("start").saturating_sub(32), at("start")));
            assert_eq!(words["suffix"], part(at("end"), (at("end") + 32).min(characters.len())));
            if let Some(span) = all.clone().nth(i) {
                assert_eq!(span.of(record.text.as_deref().unwrap()), Some(exact.as_str()));
            }
        }
    }
    assert!(items.next().is_none());
}
