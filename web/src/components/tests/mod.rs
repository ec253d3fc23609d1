//! The parts in a real browser: what they put on the page, and what they answer to.

use std::rc::Rc;

use gloo_timers::future::TimeoutFuture;
use nienbieu_model::{Certainty, Components, PublicationStatus};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::{Same, article::ArticleHead, details::Details, list::List, source::Source};
use crate::{
    fixture::{event, record, time},
    i18n::Lang,
    protocol::Article,
    state::{Action, State},
};

mod layers;

wasm_bindgen_test_configure!(run_in_browser);

const TEXT: &str = "Tên bài\nTừ 12 đến 18/7, <b>họp</b>. Nay, xong.";

/// An interval with both its ends, one event on it, and one that is undated.
fn article() -> Article {
    let span = |words: &str| {
        let start = TEXT.find(words).unwrap();
        (start, start + words.len())
    };
    let mut record = record(TEXT);
    let named = |id: &str, words: &str, edtf: Option<&str>| {
        let (start, end) = span(words);
        let mut time = time(id, start, end, edtf);
        time.text = words.to_owned();
        time
    };
    record.times = vec![
        named("t1", "Từ 12 đến 18/7", Some("2021-07-12/2021-07-18")),
        named("t2", "12", Some("2021-07-12")),
        named("t3", "18/7", Some("2021-07-18")),
        named("t4", "Nay", None),
    ];
    record.times[0].begin = Some("t2".into());
    record.times[0].end = Some("t3".into());
    record.times[2].anchor = Some("published".into());
    record.times[2].components = Some(Components {
        year: Certainty::Inferred,
        month: Certainty::Stated,
        day: Certainty::Stated,
        ..Components::default()
    });
    let (start, end) = span("Từ 12 đến 18/7, <b>họp</b>.");
    record.events = vec![event("e1", Some("2021-07-12/2021-07-18"), start, end)];
    record.events[0].time = Some("t1".into());
    let (start, end) = span("Nay, xong.");
    record.events.push(event("e2", None, start, end));
    record.published.status = PublicationStatus::Unknown;
    Article { line: String::new(), record }
}

#[derive(PartialEq, Properties)]
struct Props {
    lang: Lang,
    article: Same<Article>,
}

/// The article's view on a state of its own, without a worker.
#[component]
fn View(props: &Props) -> Html {
    let article = Rc::clone(&props.article.0);
    let state = use_reducer(State::default);
    {
        let (dispatcher, article) = (state.dispatcher(), Rc::clone(&article));
        use_effect_with((), move |()| {
            dispatcher.dispatch(Action::WorkerReady);
            dispatcher.dispatch(Action::Typed("bài".into()));
            let ticket = crate::protocol::Ticket { document: 0, sequence: 1 };
            dispatcher.dispatch(Action::Answered(ticket, Ok(vec![Rc::clone(&article)])));
        });
    }
    let shown = Same(Rc::clone(&article));
    let dispatch = state.dispatcher();
    let given = state.documents.first().is_some_and(|document| !document.dates.is_empty());
    html! {
        <ContextProvider<Lang> context={props.lang}>
            <ArticleHead article={shown.clone()} {given} dispatch={dispatch.clone()} />
            <List
                article={shown.clone()}
                tab={state.tab}
                filter={state.filter.clone()}
                selection={state.selection.clone()}
                dispatch={dispatch.clone()}
            />
            <Source article={shown.clone()} selection={state.selection.clone()} {dispatch} />
            <Details article={shown} item={state.pointed.clone()} />
            <output>{ format!("{:?}", state.documents.first().map(|d| d.dates.clone())) }</output>
        </ContextProvider<Lang>>
    }
}

/// A place of its own on the page with the view in it.
async fn mount(lang: Lang) -> Element {
    mount_with(lang, article()).await
}

async fn mount_with(lang: Lang, article: Article) -> Element {
    let document = web_sys::window().unwrap().document().unwrap();
    let root = document.create_element("div").unwrap();
    document.body().unwrap().append_child(&root).unwrap();
    let props = Props { lang, article: Same(Rc::new(article)) };
    yew::Renderer::<View>::with_root_and_props(root.clone(), props).render();
    settle().await;
    root
}

async fn settle() {
    TimeoutFuture::new(50).await;
}

fn all(root: &Element, selector: &str) -> Vec<HtmlElement> {
    let found = root.query_selector_all(selector).unwrap();
    (0..found.length()).map(|index| found.get(index).unwrap().unchecked_into()).collect()
}

fn texts(root: &Element, selector: &str) -> Vec<String> {
    all(root, selector).iter().map(|element| element.text_content().unwrap()).collect()
}

#[wasm_bindgen_test]
async fn the_timeline_is_grouped_and_ends_with_the_undated() {
    let root = mount(Lang::Vi).await;
    assert_eq!(texts(&root, ".date h3"), ["12/7/2021 – 18/7/2021", "Chưa rõ ngày"]);
    assert_eq!(texts(&root, ".quote"), ["Từ 12 đến 18/7, <b>họp</b>.", "Nay, xong."]);
    assert_eq!(texts(&root, ".quote b").concat(), "Từ 12 đến 18/7");
    root.remove();
}

#[wasm_bindgen_test]
async fn english_shows_english_dates() {
    let root = mount(Lang::En).await;
    assert_eq!(texts(&root, ".date h3"), ["12 July 2021 – 18 July 2021", "Undated"]);
    root.remove();
}

#[wasm_bindgen_test]
async fn markup_in_the_text_stays_text() {
    let root = mount(Lang::Vi).await;
    assert_eq!(texts(&root, ".source .line")[1], "Từ 12 đến 18/7, <b>họp</b>. Nay, xong.");
    assert!(all(&root, ".source b").is_empty());
    root.remove();
}

#[wasm_bindgen_test]
async fn nested_times_are_cut_into_pieces() {
    let root = mount(Lang::Vi).await;
    let pieces: Vec<_> = all(&root, ".line mark")
        .iter()
        .map(|mark| (mark.get_attribute("data-item").unwrap(), mark.text_content().unwrap()))
        .collect();
    let expected = [("t1", "Từ "), ("t2", "12"), ("t1", " đến "), ("t3", "18/7"), ("t4", "Nay")];
    assert_eq!(pieces, expected.map(|(id, words)| (id.to_owned(), words.to_owned())));
    assert_eq!(all(&root, ".line mark[tabindex='0']").len(), 4);
    assert_eq!(texts(&root, ".line mark.inferred"), ["18/7"]);
    root.remove();
}

#[wasm_bindgen_test]
async fn an_event_marks_its_words_and_words_their_event() {
    let root = mount(Lang::Vi).await;
    all(&root, ".event")[0].click();
    settle().await;
    assert_eq!(texts(&root, ".line mark.picked").concat(), "Từ 12 đến 18/7");
    assert_eq!(texts(&root, ".quoted").concat(), "Từ 12 đến 18/7, <b>họp</b>.");
    all(&root, "mark[data-item='t4']")[0].click();
    settle().await;
    let pressed: Vec<_> =
        all(&root, ".event").iter().map(|e| e.get_attribute("aria-pressed").unwrap()).collect();
    assert_eq!(pressed, ["false", "true"]);
    root.remove();
}

#[wasm_bindgen_test]
async fn focus_explains_a_time() {
    let root = mount(Lang::Vi).await;
    all(&root, "mark[data-item='t3']")[0].focus().unwrap();
    settle().await;
    let told = texts(&root, ".details").concat();
    for words in [
        "2021-07-18",
        "năm: suy ra",
        "tháng: ghi rõ",
        "ngày đăng",
        "“Từ 12 đến 18/7”",
        "day_month_year",
    ] {
        assert!(told.contains(words), "{words} not in {told}");
    }
    root.remove();
}

#[wasm_bindgen_test]
async fn a_missing_date_is_asked_for_and_one_click_gives_it() {
    let root = mount(Lang::Vi).await;
    assert_eq!(texts(&root, ".published.asking h3"), ["Ngày đăng"]);
    assert_eq!(texts(&root, ".chip"), ["Chủ Nhật, 18/7/2021", "Thứ Hai, 12/7/2021"]);
    all(&root, ".chip")[0].click();
    settle().await;
    assert_eq!(texts(&root, "output"), ["Some({1: \"2021-07-18\"})"]);
    root.remove();
}
