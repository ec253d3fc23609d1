//! The layers of diseases and of patients.

mod diseases;
mod patients;

use nienbieu_model::{Disease, Patient, Span};

use super::View;

/// The diseases and the patients' numbers that an article names, in order.
///
/// The classes of contacts (F0, F1, …) are neither.
pub(super) fn read(view: &View<'_>) -> (Vec<Disease>, Vec<Patient>) {
    let (mut found, mut numbers) = (Vec::new(), Vec::new());
    let mut named: Vec<(Span, diseases::Disease)> = Vec::new();
    for line in view.lines() {
        let base = view.range(line.span).start;
        let words = view.folded_words(line.span);
        for (range, disease) in diseases::find(words) {
            named.push((view.span(base + range.start..base + range.end), disease));
        }
        for (range, which) in patients::find(words) {
            let span = view.span(base + range.start..base + range.end);
            let one = which.start() == which.end();
            numbers.push(Patient {
                id: format!("n{}", numbers.len() + 1),
                span,
                text: view.words(span).to_owned(),
                number: one.then_some(*which.start()),
                numbers: if one { Vec::new() } else { which.collect() },
            });
        }
    }
    for (span, disease) in &named {
        let meant = if disease.short { in_full(disease, &named) } else { Some(*disease) };
        let Some(disease) = meant else { continue };
        found.push(Disease {
            id: format!("d{}", found.len() + 1),
            span: *span,
            text: view.words(*span).to_owned(),
            name: disease.name.to_owned(),
            icd10: disease.icd10.map(str::to_owned),
        });
    }
    (found, numbers)
}

/// The one disease of an article that a short form stands for.
fn in_full(
    short: &diseases::Disease,
    named: &[(Span, diseases::Disease)],
) -> Option<diseases::Disease> {
    let long = |(_, disease): &(Span, diseases::Disease)| {
        (!disease.short && disease.name.starts_with(short.name)).then_some(*disease)
    };
    let mut all = named.iter().filter_map(long);
    let first = all.next()?;
    all.all(|other| other == first).then_some(first)
}

#[cfg(test)]
mod tests {
    use crate::{Options, parse};

    #[test]
    fn short_forms() {
        for (text, want) in [
            ("Vụ ngộ độc thực phẩm ở chợ làm 5 người bị ngộ độc.", vec!["A05.9", "A05.9"]),
            ("Năm người bị ngộ độc.", vec![]),
            ("Ngộ độc rượu, ngộ độc nấm đều là ngộ độc.", vec!["T51", "T62.0"]),
        ] {
            let record = parse(text, &Options::default()).into_iter().next().unwrap();
            let codes: Vec<_> =
                record.diseases.iter().filter_map(|disease| disease.icd10.as_deref()).collect();
            assert_eq!(codes, want, "{text}");
        }
    }
}
