//! Official papers, each once with all its mentions.

use nienbieu_export::Selection;
use nienbieu_export::items::{meant, paper};
use nienbieu_export::lines::Lines;
use nienbieu_export::text::one_line;
use nienbieu_model::{Citation, Issuer};

use super::{Field, Role, Section, grouped, line, plain, times};
use crate::show::date::date_of;

pub(super) fn section(chosen: &Selection<'_>, lines: &Lines) -> Section {
    let record = chosen.record;
    let groups = grouped(&chosen.citations, |mention| paper(meant(record, mention)).to_lowercase());
    let row = |group: &Vec<&Citation>| {
        let first = group.first()?;
        let best = meant(record, first);
        let any = |of: &dyn Fn(&Citation) -> Option<String>| {
            of(best).or_else(|| group.iter().find_map(|mention| of(mention))).unwrap_or_default()
        };
        Some(vec![
            Field::words(paper(best)),
            issuer(best.issuer.as_ref()),
            Field::new(Role::Date, any(&|mention| date_of(record, mention.date.as_deref()))),
            Field::note(plain(Some(best.form.as_str()))),
            times(group.len()),
            line(first.span, lines),
        ])
    };
    Section { heading: "Papers", rows: groups.iter().filter_map(row).collect() }
}

fn issuer(issuer: Option<&Issuer>) -> Field {
    let Some(issuer) = issuer else { return Field::words("") };
    match (issuer.stated.as_deref(), issuer.decoded.as_deref()) {
        (Some(stated), Some(decoded)) if issuer.conflict => Field::new(
            Role::Doubt,
            format!("{} (its symbol: {})", one_line(stated), one_line(decoded)),
        ),
        (stated, decoded) => Field::words(stated.or(decoded).map(one_line).unwrap_or_default()),
    }
}
