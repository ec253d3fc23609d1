//! Figures, papers, people, bodies, places: chips, tables, filters, marks.

use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, Event, EventInit, HtmlInputElement, HtmlSelectElement};

use super::{all, mount, mount_with, settle, texts};
use crate::{fixture::layered, i18n::Lang, protocol::Article};

async fn full(lang: Lang) -> Element {
    mount_with(lang, Article { line: String::new(), record: layered() }).await
}

/// Says that a field was changed, as the browser does.
fn changed(field: &Element, what: &str) {
    let bubbles = EventInit::new();
    bubbles.set_bubbles(true);
    let event = Event::new_with_event_init_dict(what, &bubbles).unwrap();
    field.dispatch_event(&event).unwrap();
}

#[wasm_bindgen_test]
async fn an_event_shows_what_hangs_on_it() {
    let root = full(Lang::En).await;
    let chips: Vec<_> = all(&root, ".chips-of-event")
        .iter()
        .map(|chips| texts(chips, ".item-chip").join(" | "))
        .collect();
    assert_eq!(
        chips,
        [
            "12 ca mắc mớinew cases | 3 ca tử vongdeaths | Điện Biên | sởi",
            "320 hộ dânhouseholds | Công văn số 36/UBND-VX | Lò Văn Páo | UBND huyện Mường Nhé | \
             Mường Nhéseveral fit | phun hoá chất tại 320 hộ dân quanh nhà BN15",
        ]
    );
    root.remove();
}

#[wasm_bindgen_test]
async fn a_chip_marks_its_words_and_explains_them() {
    let root = full(Lang::Vi).await;
    let chip = &all(&root, ".item-chip[data-item='q1']")[0];
    chip.focus().unwrap();
    chip.click();
    settle().await;
    assert_eq!(texts(&root, ".line mark.picked").concat(), "12 ca mắc mới");
    assert_eq!(chip.get_attribute("aria-pressed").as_deref(), Some("true"));
    let told = texts(&root, ".details").concat();
    for words in ["ca mắc mới", "Điện Biên, VN-71 (ghi rõ)", "Thứ Bảy, 24/7/2021", "count"]
    {
        assert!(told.contains(words), "{words} not in {told}");
    }
    chip.click();
    settle().await;
    assert!(all(&root, ".line mark.picked").is_empty());
    root.remove();
}

#[wasm_bindgen_test]
async fn layers_are_told_apart_and_the_innermost_is_on_top() {
    let root = full(Lang::Vi).await;
    let pieces: Vec<_> = all(&root, ".line mark[data-item='o1'], .line mark[data-item='l2']")
        .iter()
        .map(|mark| (mark.text_content().unwrap(), mark.class_name()))
        .collect();
    assert_eq!(pieces[0], ("UBND huyện ".to_owned(), "item body starts".to_owned()));
    let inner = "item place nested in-body starts ends".to_owned();
    assert_eq!(pieces[1], ("Mường Nhé".to_owned(), inner));
    let legend = ["ghi rõ", "suy ra", "chưa rõ", "số liệu", "văn bản"];
    assert_eq!(texts(&root, ".legend")[..5], legend);
    root.remove();
}

#[wasm_bindgen_test]
async fn words_of_every_layer_show_their_event() {
    let root = full(Lang::Vi).await;
    all(&root, ".line mark[data-item='c1']")[0].click();
    settle().await;
    let pressed: Vec<_> =
        all(&root, ".event").iter().map(|e| e.get_attribute("aria-pressed").unwrap()).collect();
    assert_eq!(pressed, ["false", "true"]);
    assert!(texts(&root, ".quoted").concat().starts_with("Ông Lò Văn Páo"));
    root.remove();
}

#[wasm_bindgen_test]
async fn a_table_for_each_layer_and_none_without_items() {
    let root = full(Lang::En).await;
    assert_eq!(
        texts(&root, "[role='tab']"),
        [
            "Timeline 2",
            "Figures 3",
            "Papers 1",
            "People 1",
            "Bodies 2",
            "Places 2",
            "Diseases 2",
            "Patients 1",
            "Instructions 1",
        ]
    );
    all(&root, "#tab-paper")[0].click();
    settle().await;
    assert_eq!(texts(&root, "thead th"), ["Words", "Kind", "Issuer", "Dated"]);
    let row = ["Công văn số 36/UBND-VX", "Công văn", "UBND huyện Mường Nhé", ""];
    assert_eq!(texts(&root, "tbody th, tbody td"), row);
    all(&root, "tbody td")[1].click();
    settle().await;
    assert_eq!(texts(&root, ".line mark.picked").concat(), "Công văn số 36/UBND-VX");
    root.remove();

    let plain = mount(Lang::En).await;
    assert!(all(&plain, "[role='tab']").is_empty());
    assert_eq!(texts(&plain, "#timeline-heading"), ["TimelineEvents: 2"]);
    plain.remove();
}

#[wasm_bindgen_test]
async fn an_instruction_is_marked_as_a_whole() {
    let root = full(Lang::Vi).await;
    all(&root, "#tab-instruction")[0].click();
    settle().await;
    all(&root, ".row-words")[0].click();
    settle().await;
    let whole = "phun hoá chất tại 320 hộ dân quanh nhà BN15";
    assert_eq!(texts(&root, ".line .quoted").concat(), whole);
    root.remove();
}

#[wasm_bindgen_test]
async fn filters_combine_and_one_click_clears_them() {
    let root = full(Lang::Vi).await;
    let place: HtmlInputElement = all(&root, "#filter-place")[0].clone().unchecked_into();
    place.set_value("muong nhe");
    changed(&place, "input");
    settle().await;
    assert_eq!(texts(&root, ".filtered"), ["Hiện 1 trong 2.Bỏ lọc"]);
    assert_eq!(all(&root, ".event").len(), 1);
    let kind: HtmlSelectElement = all(&root, "#filter-kind")[0].clone().unchecked_into();
    kind.set_value("case_report");
    changed(&kind, "change");
    settle().await;
    assert_eq!(texts(&root, ".filtered"), ["Hiện 0 trong 2.Bỏ lọc"]);
    assert!(all(&root, ".event").is_empty());
    all(&root, ".filtered button")[0].click();
    settle().await;
    assert_eq!(all(&root, ".event").len(), 2);
    assert_eq!((place.value(), kind.value()), (String::new(), String::new()));
    let metric: HtmlSelectElement = all(&root, "#filter-metric")[0].clone().unchecked_into();
    metric.set_value("deaths");
    changed(&metric, "change");
    settle().await;
    assert_eq!(texts(&root, ".filtered"), ["Hiện 1 trong 2.Bỏ lọc"]);
    root.remove();
}
