//! The layers of diseases and of patients.

mod diseases;
mod patients;

use nienbieu_model::{Disease, Patient};

use super::View;

/// The diseases and the patients' numbers that an article names, in order.
///
/// The classes of contacts (F0, F1, …) are neither.
pub(super) fn read(view: &View<'_>) -> (Vec<Disease>, Vec<Patient>) {
    let (mut found, mut numbers) = (Vec::new(), Vec::new());
    for line in view.lines() {
        let base = view.range(line.span).start;
        let words = view.folded_words(line.span);
        for (range, disease) in diseases::find(words) {
            let span = view.span(base + range.start..base + range.end);
            found.push(Disease {
                id: format!("d{}", found.len() + 1),
                span,
                text: view.words(span).to_owned(),
                name: disease.name.to_owned(),
                icd10: disease.icd10.map(str::to_owned),
            });
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
    (found, numbers)
}
