//! Playing a log of corrections while articles are read.

use std::collections::BTreeSet;

use nienbieu_edit::{Log, apply, published};
use nienbieu_model::Record;
use nienbieu_parser::Options;

use crate::messages;

/// The log, and what became of its edits so far.
pub(crate) struct Play<'l> {
    log: &'l Log,
    found: BTreeSet<usize>,
    failed: usize,
}

impl<'l> Play<'l> {
    pub(crate) const fn new(log: &'l Log) -> Self {
        Self { log, found: BTreeSet::new(), failed: 0 }
    }

    /// The records with the corrections of each; `parse` reads their source with other options.
    pub(crate) fn on(
        &mut self,
        name: &str,
        records: Vec<Record>,
        options: &Options,
        parse: impl Fn(&Options) -> Option<Vec<Record>>,
    ) -> Vec<Record> {
        records.into_iter().map(|record| self.one(name, record, options, &parse)).collect()
    }

    fn one(
        &mut self,
        name: &str,
        record: Record,
        options: &Options,
        parse: impl Fn(&Options) -> Option<Vec<Record>>,
    ) -> Record {
        let date = published(self.log, &record);
        let again = date.and_then(|date| {
            let options = Options { published: Some(date.parse().ok()?), ..options.clone() };
            parse(&options)?.into_iter().find(|other| other.source.part == record.source.part)
        });
        let (record, report) = apply(again.unwrap_or(record), self.log);
        self.found.extend(report.outcomes.iter().map(|outcome| outcome.edit));
        for outcome in report.failed() {
            self.failed += 1;
            messages::warning(&format!("{name}: {outcome}"));
        }
        record
    }

    /// Names the edits that found no article; true where some edits do not hold.
    pub(crate) fn end(&self) -> bool {
        let is_lost = |edit: &usize| !self.found.contains(edit);
        let mut has_lost = false;
        for (number, edit) in
            self.log.edits.iter().enumerate().filter(|(number, _)| is_lost(number))
        {
            has_lost = true;
            let article = &edit.article;
            let of = article.name.as_deref().or(article.id.as_deref()).unwrap_or("another article");
            messages::warning(&format!(
                "edit {} ({}): it is of {of}, which is not among the articles read",
                number + 1,
                edit.operation.name()
            ));
        }
        self.failed > 0 || has_lost
    }
}
