use yew::prelude::*;

use super::{Dispatch, Shown, item_class, row_id, use_item_events, use_lang};
use crate::{
    i18n::Lang,
    layers::{Item, Layer},
    state::{Origin, Selection},
    view::{cells, columns},
};

#[derive(PartialEq, Properties)]
pub(super) struct Props {
    pub(super) article: Shown,
    pub(super) layer: Layer,
    /// The items to show, in order of position.
    pub(super) ids: Vec<String>,
    pub(super) selection: Option<Selection>,
    pub(super) dispatch: Dispatch,
}

/// The items of a layer, a row each; a row leads to its words. The roles are said aloud: on a phone
/// the rows are no longer laid out as a table, and browsers then forget that they are one.
#[component]
pub(super) fn Table(props: &Props) -> Html {
    let lang = use_lang();
    let events = use_item_events(&props.dispatch, Origin::List);
    let record = &props.article.record;
    let columns = columns(props.layer);
    if props.ids.is_empty() {
        return html! { <p class="hint">{ lang.t("filter.none") }</p> };
    }
    html! {
        <table
            class={classes!("items", props.layer.name())}
            role="table"
            aria-label={lang.label("tab", props.layer.name())}
            onclick={events.click}
            onmouseover={events.over}
            onmouseleave={events.leave}
            onfocusin={events.focus}
            onfocusout={events.blur}
        >
            <thead role="rowgroup">
                <tr role="row">
                    <th role="columnheader" scope="col">{ lang.t("tab.words") }</th>
                    { for columns.iter().map(|key| html! {
                        <th role="columnheader" scope="col">{ lang.t(key) }</th>
                    }) }
                </tr>
            </thead>
            <tbody role="rowgroup">
                { for props.ids.iter().filter_map(|id| Item::find(record, id)).map(|item| {
                    row(item, props, columns, lang)
                }) }
            </tbody>
        </table>
    }
}

fn row(item: Item<'_>, props: &Props, columns: &[&str], lang: Lang) -> Html {
    let record = &props.article.record;
    let marked = props.selection.as_ref().is_some_and(|selection| selection.is_item(item.id()));
    let cells = cells(item, record, lang);
    html! {
        <tr
            role="row"
            key={item.id().to_owned()}
            id={row_id(item.id())}
            class={classes!(marked.then_some("marked"))}
            data-item={item.id().to_owned()}
        >
            <th role="rowheader" scope="row">
                <button
                    type="button"
                    class={classes!("row-words", item_class(item))}
                    aria-pressed={marked.to_string()}
                    lang="vi"
                >
                    { item.words(record) }
                </button>
            </th>
            { for columns.iter().zip(cells).map(|(key, cell)| html! {
                <td role="cell" data-label={lang.t(key)} class={classes!(cell.is_none().then_some("nothing"))}>
                    { cell }
                </td>
            }) }
        </tr>
    }
}
