//! `cargo xtask rules`: the rules of the time grammar as a table.

use nienbieu_model::Time;
use nienbieu_parser::{Reference, read_times, reference};

use crate::Outcome;
use crate::generated;

const FILE: &str = "docs/rules.md";

/// The moment that the examples are read on.
const MOMENT: &str = "2021-08-20T08:00";

/// What stands around the examples of rules that do not believe bare words.
const CONTEXTS: &[(&str, &str)] = &[("bare_year", "Olympic …"), ("bare_clock", "lúc …")];

pub(crate) fn run() -> Outcome {
    generated::write(FILE, &page()?)
}

fn page() -> Outcome<String> {
    let moment: Reference = MOMENT.parse().map_err(|error| format!("{MOMENT}: {error}"))?;
    let mut page = format!(
        "# Rules of the time grammar\n\
         \n\
         Every rule that a time's `rule` may name, with a phrase of it and what `read_times` makes of \
         that phrase, read on {MOMENT}. Of several readings of the same words the longest counts, of \
         equally long ones the first in this table. The table is written by `cargo xtask rules`.\n\
         \n\
         | Rule | Begins with | Condition | Phrase | Type | Value | EDTF |\n\
         |---|---|---|---|---|---|---|\n"
    );
    for rule in reference::rules() {
        let phrase = in_context(rule.example, rule.name);
        let mut times = read_times(&phrase, Some(&moment));
        times.retain(|time| time.rule == rule.name);
        if times.is_empty() {
            return Err(format!("rule {}: it does not read {phrase:?}", rule.name));
        }
        page.push_str(&row(&rule, &phrase, &times));
    }
    Ok(page)
}

/// The phrase with the words that its rule wants around it.
fn in_context(phrase: &str, rule: &str) -> String {
    let context = CONTEXTS.iter().find(|(name, _)| *name == rule);
    context.map_or_else(|| phrase.to_owned(), |(_, context)| context.replace('…', phrase))
}

/// The rule's row; the times of a list or a range below each other.
fn row(rule: &reference::RuleInfo, phrase: &str, times: &[Time]) -> String {
    let column = |cell: fn(&Time) -> String| {
        let cells: Vec<_> = times.iter().map(cell).collect();
        cells.join("<br>")
    };
    format!(
        "| `{}` | {} | {} | {phrase} | {} | {} | {} |\n",
        rule.name,
        rule.begins_with.join(", "),
        rule.condition,
        column(|time| time.kind.to_string()),
        column(value),
        column(|time| time.edtf.as_deref().map_or_else(|| "–".to_owned(), code)),
    )
}

fn value(time: &Time) -> String {
    let value = time.value.as_deref().map_or_else(|| "–".to_owned(), code);
    time.modifier.as_deref().map_or(value.clone(), |modifier| format!("{value} {modifier}"))
}

fn code(text: &str) -> String {
    format!("`{text}`")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_up_to_date() {
        generated::assert_current(FILE, &page().unwrap(), "rules");
    }
}
