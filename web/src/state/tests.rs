use std::rc::Rc;

use nienbieu_model::Span;

use super::*;
use crate::{
    fixture::{event, layered, record, time},
    i18n::Lang,
    protocol::Ticket,
};

/// An article whose only event is dated by `t2`, an end of the interval `t1`.
fn article(part: u32) -> Rc<Article> {
    let mut record = record("Tên bài\nTừ 12 đến 18/7, họp. Nay, xong.");
    record.source.part = part;
    record.times = vec![
        time("t1", 10, 29, Some("2021-07-12/2021-07-18")),
        time("t2", 15, 17, Some("2021-07-12")),
        time("t3", 25, 29, Some("2021-07-18")),
        time("t4", 38, 41, None),
    ];
    record.times[0].begin = Some("t2".into());
    record.times[0].end = Some("t3".into());
    record.events =
        vec![event("e1", Some("2021-07-12/2021-07-18"), 10, 37), event("e2", None, 38, 48)];
    record.events[0].time = Some("t1".into());
    Rc::new(Article { line: String::new(), record })
}

fn after(state: State, actions: impl IntoIterator<Item = Action>) -> State {
    actions.into_iter().fold(state, |state, action| state.after(action))
}

fn file(name: &str) -> Action {
    Action::FileAdded(name.into(), Some(Rc::from(*b"x")))
}

/// Sends the next job and answers it.
fn answer(state: State, outcome: Result<Vec<Rc<Article>>, Failure>) -> State {
    let ticket = state.next_job().expect("a job").request.ticket;
    after(state, [Action::Sent(ticket), Action::Answered(ticket, outcome)])
}

/// A page with one pasted article, read.
fn pasted() -> State {
    let state = after(State::default(), [Action::WorkerReady, Action::Typed("bài".into())]);
    answer(state, Ok(vec![article(1)]))
}

#[test]
fn nothing_is_sent_before_the_worker_is_up_or_while_it_is_busy() {
    let state = State::default().after(Action::Typed("bài".into()));
    assert_eq!(state.next_job(), None);
    let state = state.after(Action::WorkerReady);
    let job = state.next_job().unwrap();
    assert_eq!((job.request.name, job.content), (None, Content::Text("bài".into())));
    assert_eq!(state.after(Action::Sent(job.request.ticket)).next_job(), None);
}

#[test]
fn a_pasted_article_is_shown() {
    let state = pasted();
    assert_eq!(state.shown().unwrap().1.record.source.part, 1);
    assert_eq!((state.waiting(), state.next_job()), (0, None));
}

#[test]
fn a_stale_answer_is_dropped_and_the_newest_text_is_sent_next() {
    let state = after(State::default(), [Action::WorkerReady, Action::Typed("một".into())]);
    let old = state.next_job().unwrap().request.ticket;
    let state =
        after(state, [Action::Sent(old), Action::Typed("hai".into()), Action::Typed("ba".into())]);
    let state = state.after(Action::Answered(old, Ok(vec![article(1)])));
    assert!(state.shown().is_none());
    assert_eq!(state.next_job().unwrap().content, Content::Text("ba".into()));
}

#[test]
fn the_old_reading_stays_while_the_new_one_is_made() {
    let state = pasted().after(Action::Typed("bài mới".into()));
    assert!(state.shown().is_some());
    assert_eq!(state.waiting(), 1);
}

#[test]
fn the_same_text_is_not_read_twice_and_blank_text_is_no_document() {
    let state = pasted();
    assert_eq!(state.after(Action::Typed("bài".into())), state);
    let state = state.after(Action::Typed(" \n".into()));
    assert!(state.documents.is_empty() && state.chosen.is_none());
}

#[test]
fn files_keep_their_order_and_a_bad_one_stops_no_other() {
    let state = after(State::default(), [Action::WorkerReady, file("a"), file("b"), file("c")]);
    let state = answer(state, Ok(vec![article(1)]));
    let state = answer(state, Err(Failure::Refused("not UTF-8".into())));
    let state = answer(state, Ok(vec![article(1), article(2)]));
    let state = state.after(Action::FileAdded("d".into(), None));
    let seen: Vec<_> =
        state.documents.iter().map(|d| (d.name.as_deref().unwrap(), d.articles.len())).collect();
    assert_eq!(seen, [("a", 1), ("b", 0), ("c", 2), ("d", 0)]);
    assert_eq!(state.documents[1].status, Status::Failed(Failure::Refused("not UTF-8".into())));
    assert_eq!(state.documents[3].status, Status::Failed(Failure::Unreadable));
    assert_eq!(state.chosen, Some(ArticleRef { document: state.documents[0].id, index: 0 }));
    assert_eq!(state.next_job(), None);
}

#[test]
fn pasted_text_comes_first_and_is_shown() {
    let state = after(State::default(), [Action::WorkerReady, file("a")]);
    let state = answer(state, Ok(vec![article(1)])).after(Action::Typed("bài".into()));
    assert_eq!(state.documents[0].id, PASTED);
    assert_eq!(state.chosen.unwrap().document, PASTED);
}

#[test]
fn taking_the_shown_document_away_shows_the_next() {
    let state = after(pasted(), [file("a")]);
    let state = answer(state, Ok(vec![article(1)]));
    let state = state.after(Action::Removed(PASTED));
    assert_eq!(state.chosen, Some(ArticleRef { document: 1, index: 0 }));
    assert_eq!(state.after(Action::Cleared).chosen, None);
}

#[test]
fn an_event_marks_its_time_and_both_ends() {
    let state = pasted().after(Action::EventPicked("e1".into()));
    let picked = state.selection.unwrap();
    assert_eq!((picked.event.as_deref(), picked.origin), (Some("e1"), Origin::List));
    assert_eq!(picked.items, ["t1", "t2", "t3"]);
}

#[test]
fn a_time_marks_the_event_it_dates_is_an_end_of_or_stands_in() {
    for (time, event) in [("t1", "e1"), ("t3", "e1"), ("t4", "e2")] {
        let picked =
            pasted().after(Action::ItemPicked(time.into(), Origin::Source)).selection.unwrap();
        assert_eq!((picked.event.as_deref(), picked.items), (Some(event), vec![time.to_owned()]));
        assert_eq!(picked.origin, Origin::Source);
    }
    assert_eq!(pasted().after(Action::ItemPicked("t9".into(), Origin::Source)).selection, None);
}

/// A page with an article of all layers.
fn full() -> State {
    let state = after(State::default(), [Action::WorkerReady, Action::Typed("bài".into())]);
    let article = Article { line: String::new(), record: layered() };
    answer(state, Ok(vec![Rc::new(article)]))
}

#[test]
fn a_chip_marks_its_words_alone_and_words_their_event_too() {
    let picked = full().after(Action::ItemPicked("q1".into(), Origin::List)).selection.unwrap();
    assert_eq!((picked.event.as_deref(), picked.origin), (None, Origin::List));
    assert!(picked.is_item("q1") && !picked.is_item("q2"));
    let again = Action::ItemPicked("q1".into(), Origin::List);
    assert_eq!(after(full(), [again.clone(), again]).selection, None);
    let picked = full().after(Action::ItemPicked("c1".into(), Origin::Source)).selection.unwrap();
    assert_eq!((picked.event.as_deref(), picked.items), (Some("e2"), vec!["c1".to_owned()]));
}

#[test]
fn a_mark_from_a_list_stays_alone_after_a_new_date() {
    let state = full().after(Action::ItemPicked("q1".into(), Origin::List));
    let before = state.selection.clone();
    let state = state.after(Action::DateSet(Some("2021-07-20".into())));
    let article = Article { line: String::new(), record: layered() };
    assert_eq!(answer(state, Ok(vec![Rc::new(article)])).selection, before);
}

#[test]
fn another_article_is_not_filtered_but_the_list_stays_picked() {
    let filter = Filter { place: "huế".into(), ..Filter::default() };
    let tab = Tab::Table(crate::layers::Layer::Figure);
    let state = after(full(), [Action::Filtered(filter.clone()), Action::TabChosen(tab)]);
    assert_eq!((&state.filter, state.tab), (&filter, tab));
    let state = state.after(Action::Chosen(ArticleRef { document: 7, index: 0 }));
    assert_eq!((state.filter, state.tab), (Filter::default(), tab));
}

#[test]
fn a_given_date_is_kept_for_its_article_and_read_anew() {
    let state = after(State::default(), [Action::WorkerReady, file("a")]);
    let state = answer(state, Ok(vec![article(1), article(2)]));
    let state = after(
        state,
        [
            Action::Chosen(ArticleRef { document: 1, index: 1 }),
            Action::DateSet(Some("2021-07-20".into())),
        ],
    );
    let request = state.next_job().unwrap().request;
    assert_eq!(request.dates.into_iter().collect::<Vec<_>>(), [(2, "2021-07-20".to_owned())]);
    let state = answer(state, Ok(vec![article(1), article(2)])).after(Action::DateSet(None));
    assert!(state.next_job().unwrap().request.dates.is_empty());
}

#[test]
fn a_new_text_forgets_the_given_date() {
    let state = pasted().after(Action::DateSet(Some("2021-07-20".into())));
    assert!(state.after(Action::Typed("khác".into())).next_job().unwrap().request.dates.is_empty());
}

#[test]
fn marks_survive_a_new_date() {
    let state = after(
        pasted(),
        [Action::EventPicked("e1".into()), Action::DateSet(Some("2021-07-20".into()))],
    );
    let before = state.selection.clone();
    assert_eq!(answer(state, Ok(vec![article(1)])).selection, before);
}

#[test]
fn a_shorter_reading_shows_its_last_article() {
    let state = after(State::default(), [Action::WorkerReady, Action::Typed("hai bài".into())]);
    let state = answer(state, Ok(vec![article(1), article(2)]));
    let state = state.after(Action::Chosen(ArticleRef { document: PASTED, index: 1 }));
    let state = answer(state.after(Action::Typed("một bài".into())), Ok(vec![article(1)]));
    assert_eq!(state.chosen, Some(ArticleRef { document: PASTED, index: 0 }));
}

/// The worker dies over the document at hand.
fn lose(state: State, fault: Fault) -> State {
    let state = state.after(Action::WorkerReady);
    let ticket = state.next_job().expect("a job").request.ticket;
    let generation = state.reader.generation;
    after(state, [Action::Sent(ticket), Action::WorkerLost(generation, fault)])
}

#[test]
fn a_lost_worker_is_replaced_and_the_document_tried_once_more() {
    let state = lose(State::default().after(Action::Typed("bài".into())), Fault::TimedOut);
    assert_eq!((state.reader.generation, state.reader.replaced), (1, Some(Fault::TimedOut)));
    assert_eq!(state.documents[0].status, Status::Waiting);
    let state = lose(state, Fault::Crashed);
    assert_eq!(state.documents[0].status, Status::Failed(Failure::Lost(Fault::Crashed)));
    assert_eq!(state.after(Action::NoticeSeen).reader.replaced, None);
}

#[test]
fn news_of_an_older_worker_is_no_news() {
    let state = lose(State::default().after(Action::Typed("bài".into())), Fault::TimedOut);
    assert_eq!(state.after(Action::WorkerLost(0, Fault::Crashed)), state);
}

#[test]
fn a_worker_that_keeps_dying_is_given_up_until_the_reader_asks() {
    let mut state = State::default();
    for generation in 0..5 {
        assert_eq!(state.reader.generation, generation);
        state = state.after(Action::WorkerLost(generation, Fault::Crashed));
    }
    assert_eq!(state.reader.condition, Condition::GivenUp(Fault::Crashed));
    let state = state.after(Action::Retried);
    assert_eq!((state.reader.condition, state.reader.generation), (Condition::Starting, 5));
}

#[test]
fn an_answer_in_between_forgives() {
    let mut state = after(State::default(), [Action::WorkerReady]);
    for round in 0..6 {
        state = state.after(Action::Typed(format!("bài {round}").into()));
        state = lose(state, Fault::TimedOut).after(Action::WorkerReady);
        state = answer(state, Ok(vec![article(1)]));
    }
    assert_eq!(state.reader.condition, Condition::Ready);
}

#[test]
fn another_version_is_given_up_at_once() {
    let state = State::default().after(Action::WorkerLost(0, Fault::OtherVersion));
    assert_eq!(state.reader.condition, Condition::GivenUp(Fault::OtherVersion));
}

#[test]
fn a_lost_document_can_be_tried_again() {
    let state = State::default().after(Action::Typed("bài".into()));
    let state = lose(lose(state, Fault::TimedOut), Fault::TimedOut);
    let state = after(state, [Action::WorkerReady, Action::Retried]);
    assert_eq!(state.next_job().unwrap().request.ticket, Ticket { document: PASTED, sequence: 2 });
}

#[test]
fn the_language_is_the_readers() {
    assert_eq!(State::default().lang, Lang::Vi);
    assert_eq!(State::default().after(Action::LanguageSet(Lang::En)).lang, Lang::En);
}

#[test]
fn the_fixtures_spans_are_what_they_say() {
    let article = article(1);
    let text = article.record.text.as_deref().unwrap();
    let words: Vec<_> = article.record.times.iter().map(|t| t.span.of(text)).collect();
    assert_eq!(words, [Some("Từ 12 đến 18/7"), Some("12"), Some("18/7"), Some("Nay")]);
    assert_eq!(Span::new(10, 37).of(text), Some("Từ 12 đến 18/7, họp."));
}
