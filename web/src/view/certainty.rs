use nienbieu_model::{Certainty, Components, Time, TimeClass};

/// How much of a time the words themselves say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// All of it.
    Stated,
    /// A part was taken from elsewhere.
    Inferred,
    /// It has no place on the calendar, or a part of it cannot be had.
    Open,
}

impl Reading {
    /// The name in style sheets.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Stated => "stated",
            Self::Inferred => "inferred",
            Self::Open => "open",
        }
    }
}

/// How a time was read.
#[must_use]
pub fn reading(time: &Time) -> Reading {
    let open = time.class == TimeClass::Vague
        || time.edtf.as_deref().is_none_or(|edtf| edtf.starts_with("XXXX"));
    let unsaid = |c| parts(c).any(|(_, certainty)| *certainty != Certainty::Stated);
    let inferred = time.anchor.is_some() || time.components.as_ref().is_some_and(unsaid);
    match (open, inferred) {
        (true, _) => Reading::Open,
        (false, true) => Reading::Inferred,
        (false, false) => Reading::Stated,
    }
}

/// The parts of a value with their certainty, from the year down; absent ones left out.
pub(crate) fn parts(components: &Components) -> impl Iterator<Item = (&'static str, &Certainty)> {
    components.named().into_iter().filter(|(_, certainty)| **certainty != Certainty::Absent)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::time;

    #[test]
    fn three_readings() {
        let stated = time("t1", 0, 9, Some("2021-07-24"));
        assert_eq!(reading(&stated), Reading::Stated);

        let mut inferred = stated.clone();
        inferred.components = Some(Components {
            year: Certainty::Inferred,
            month: Certainty::Stated,
            day: Certainty::Stated,
            ..Components::default()
        });
        assert_eq!(reading(&inferred), Reading::Inferred);
        let parts = parts(inferred.components.as_ref().unwrap());
        let unsaid = parts.filter(|(_, c)| **c != Certainty::Stated).map(|(name, _)| name);
        assert_eq!(unsaid.collect::<Vec<_>>(), ["year"]);

        assert_eq!(reading(&time("t1", 0, 9, Some("XXXX-07-24"))), Reading::Open);
        assert_eq!(reading(&time("t1", 0, 9, None)), Reading::Open);
        let vague = Time { class: TimeClass::Vague, ..stated };
        assert_eq!(reading(&vague), Reading::Open);
    }
}
