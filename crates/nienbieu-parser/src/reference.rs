//! The rules of the time grammar, as the record's `rule` field names them.
//!
//! [`rules`] lists them; the table is made from it.
//!
#![doc = include_str!("../../../docs/rules.md")]

use crate::grammar::rules::{Guard, RULES, Rule};

/// What there is to know of a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleInfo {
    /// Its name in the record's `rule` field.
    pub name: &'static str,
    /// A phrase that it reads, in lower case.
    pub example: &'static str,
    /// What its phrases begin with, in words: "a figure", "tháng".
    pub begins_with: Vec<&'static str>,
    /// What must hold around its phrases, in words.
    pub condition: &'static str,
}

/// Every rule. Of several that read the same words the longest reading counts, of equally long ones
/// the first rule's.
///
/// ```
/// use nienbieu_parser::reference::rules;
///
/// let list = rules().find(|rule| rule.name == "day_list").unwrap();
/// assert_eq!(list.example, "ngày 1, 2 và 5/8");
/// assert!(list.begins_with.contains(&"ngày"));
/// ```
pub fn rules() -> impl Iterator<Item = RuleInfo> {
    RULES.iter().map(RuleInfo::from)
}

impl From<&Rule> for RuleInfo {
    fn from(rule: &Rule) -> Self {
        Self {
            name: rule.name,
            example: rule.example,
            begins_with: rule.triggers.split(' ').map(in_words).collect(),
            condition: condition(rule.guard),
        }
    }
}

fn in_words(trigger: &'static str) -> &'static str {
    match trigger {
        "#" => "a figure",
        "+" => "a number in words",
        "~" => "a part of day",
        "*" => "a holiday's first word",
        word => word,
    }
}

const fn condition(guard: Guard) -> &'static str {
    match guard {
        Guard::None => "none",
        Guard::Point => "no street, fraction, decimal or document number",
        Guard::Clock => "no score, no length of time",
        Guard::Vague => "no part of a longer word",
        Guard::Length | Guard::Years => "not behind “số”",
        Guard::Year => "behind the name of a law or a contest",
        Guard::Holiday => "no part of another name",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_are_put_in_words() {
        for rule in rules() {
            assert!(rule.begins_with.iter().all(|words| words.chars().all(is_plain)), "{rule:?}");
        }
        let clock = rules().find(|rule| rule.name == "bare_clock").unwrap();
        assert_eq!(clock.begins_with, ["a figure", "a number in words"]);
        assert_eq!(clock.condition, "no score, no length of time");
    }

    fn is_plain(c: char) -> bool {
        c.is_alphanumeric() || c == ' ' || c == '\''
    }
}
