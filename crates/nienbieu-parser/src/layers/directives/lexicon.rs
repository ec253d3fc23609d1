//! The words of instructions: `data/directive_verbs.tsv` and `data/addressees.tsv`.

use std::sync::LazyLock;

use crate::text::{
    lexicon::Lexicon,
    table::{cell, rows},
};

const VERBS: &str = include_str!("../../../data/directive_verbs.tsv");
const BODIES: &str = include_str!("../../../data/addressees.tsv");

/// How a verb tells somebody to do something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verb {
    /// Whoever stands behind it is told something.
    Order,
    /// Only with what is to be done.
    Assign,
    /// The same; behind another instruction it is part of what that one says.
    Direct,
    /// An order from above, a petition from below.
    Ask,
    /// Opens a list of instructions.
    Lead,
    /// Of a paper: opens what it tells in its own words.
    State,
    /// No instruction, for all its looks.
    None,
}

/// Who speaks, as far as the words show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Giver {
    /// A body or an office.
    Authority,
    /// A paper.
    Paper,
    /// Somebody whose office is said elsewhere.
    Speaker,
    /// A company: what it asks for is no order.
    Firm,
    /// Somebody who asks and does not order.
    Petitioner,
    /// "Chúng tôi": an authority where somebody with an office speaks.
    Ours,
}

/// Who may be told something: what stands first in the name of an addressee.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Head {
    /// A body, or people.
    Body,
    /// A common name that shares the "các" of the one before it.
    Unit,
    /// One that nobody in a province gives orders to.
    High,
}

/// All tables, read once.
pub(super) struct Words {
    pub(super) verbs: Lexicon<Verb>,
    pub(super) nouns: Lexicon<()>,
    pub(super) basis: Lexicon<()>,
    /// What may begin what is to be done.
    pub(super) deeds: Lexicon<()>,
    pub(super) own: Lexicon<()>,
    pub(super) after: Lexicon<()>,
    pub(super) sequel: Lexicon<()>,
    /// What opens a sentence that looks ahead.
    pub(super) ahead: Lexicon<()>,
    /// What opens a list of what a paper tells.
    pub(super) thereby: Lexicon<()>,
    pub(super) tasks: Lexicon<()>,
    pub(super) openers: Lexicon<()>,
    pub(super) heads: Lexicon<Head>,
    pub(super) units: Lexicon<()>,
    pub(super) determiners: Lexicon<()>,
    pub(super) tails: Lexicon<()>,
    pub(super) givers: Lexicon<Giver>,
}

pub(super) static WORDS: LazyLock<Words> = LazyLock::new(|| Words {
    verbs: lexicon(
        VERBS,
        &[
            ("none", Verb::None),
            ("order", Verb::Order),
            ("assign", Verb::Assign),
            ("direct", Verb::Direct),
            ("ask", Verb::Ask),
            ("lead", Verb::Lead),
            ("state", Verb::State),
        ],
    ),
    nouns: set(VERBS, &["noun"]),
    basis: set(VERBS, &["basis"]),
    deeds: set(VERBS, &["how", "act"]),
    own: set(VERBS, &["own"]),
    after: set(VERBS, &["after"]),
    sequel: set(VERBS, &["sequel"]),
    ahead: set(VERBS, &["ahead"]),
    thereby: set(VERBS, &["thereby"]),
    tasks: set(VERBS, &["task"]),
    openers: set(VERBS, &["opener"]),
    heads: lexicon(
        BODIES,
        &[
            ("high", Head::High),
            ("unit", Head::Unit),
            ("body", Head::Body),
            ("post", Head::Body),
            ("people", Head::Body),
        ],
    ),
    units: set(BODIES, &["unit"]),
    determiners: set(BODIES, &["det"]),
    tails: set(BODIES, &["tail"]),
    givers: lexicon(
        BODIES,
        &[
            ("petitioner", Giver::Petitioner),
            ("speaker", Giver::Speaker),
            ("firm", Giver::Firm),
            ("ours", Giver::Ours),
            ("body", Giver::Authority),
            ("post", Giver::Authority),
            ("paper", Giver::Paper),
            ("place", Giver::Authority),
        ],
    ),
});

/// The phrases of some classes of a table, each with what its class means; the first class counts.
fn lexicon<T: Copy>(table: &'static str, classes: &[(&str, T)]) -> Lexicon<T> {
    let of = |&(class, value): &(&str, T)| {
        let of_class = rows(table).filter_map(move |mut row| {
            let fits = cell(row.next())? == class;
            cell(row.next()).filter(|_| fits)
        });
        of_class
            .flat_map(|phrases| phrases.split('|'))
            .map(move |phrase| (phrase, value))
            .collect::<Vec<_>>()
    };
    Lexicon::new(classes.iter().flat_map(of))
}

/// The phrases of some classes of a table.
fn set(table: &'static str, classes: &[&str]) -> Lexicon<()> {
    let classes: Vec<(&str, ())> = classes.iter().map(|&class| (class, ())).collect();
    lexicon(table, &classes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_are_read() {
        let verb = |text| WORDS.verbs.at(text).map(|(_, verb)| *verb);
        assert_eq!(verb("yêu cầu các xã"), Some(Verb::Order));
        assert_eq!(verb("giao thông vận tải"), Some(Verb::None));
        assert_eq!(verb("giao sở y tế"), Some(Verb::Assign));
        assert_eq!(WORDS.heads.at("chính phủ"), Some(("chính phủ".len(), &Head::High)));
        assert_eq!(WORDS.givers.at("cử tri"), Some(("cử tri".len(), &Giver::Petitioner)));
        assert!(WORDS.deeds.at("rà soát hồ sơ").is_some());
    }
}
