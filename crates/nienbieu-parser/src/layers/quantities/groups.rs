//! What holds for the figures of a metric: `data/metric_groups.tsv`.

use std::sync::LazyLock;

use crate::scan::classes::Classes;

/// The groups by metric.
static GROUPS: LazyLock<Classes> =
    LazyLock::new(|| Classes::read(include_str!("../../../data/metric_groups.tsv")));

/// Whether a metric is of a group; no metric is of none.
pub(super) fn is_of(metric: Option<&str>, group: &str) -> bool {
    metric.is_some_and(|metric| GROUPS.get(metric).contains(&group))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_by_metric() {
        assert!(is_of(Some("deaths"), "of_disease") && is_of(Some("deaths"), "harm"));
        assert!(is_of(Some("houses"), "going_on") && !is_of(Some("houses"), "of_people"));
        assert!(is_of(Some("weight"), "summed") && is_of(Some("weight"), "lasting"));
        assert!(is_of(Some("rate"), "state") && !is_of(Some("money"), "state"));
        assert!(!is_of(Some("other"), "going_on") && !is_of(None, "going_on"));
    }

    #[test]
    fn no_group_is_misspelt() {
        let known = [
            "going_on",
            "of_disease",
            "of_people",
            "harm",
            "lasting",
            "summed",
            "state",
            "anytime",
            "tallied",
        ];
        for metric in GROUPS.names() {
            let groups = GROUPS.get(metric);
            assert!(!groups.is_empty() && groups.iter().all(|g| known.contains(g)), "{metric}");
        }
    }
}
