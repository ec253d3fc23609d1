//! Hits and misses by layer, with a note for each miss.

use std::{
    collections::BTreeMap,
    fmt::{self, Write},
};

/// A layer's floor: what must hold, and what it should come to.
pub(crate) struct Floor {
    pub(crate) layer: &'static str,
    pub(crate) floor: f64,
    pub(crate) aim: f64,
}

#[derive(Default)]
pub(crate) struct Board {
    layers: BTreeMap<&'static str, (usize, usize)>,
    notes: Vec<(String, String)>,
    page: String,
}

impl Board {
    /// The page that the next marks are of.
    pub(crate) fn turn_to(&mut self, page: &str) {
        page.clone_into(&mut self.page);
    }

    /// Counts one hit or miss; a miss is noted.
    pub(crate) fn mark(&mut self, layer: &'static str, hit: bool, note: impl FnOnce() -> String) {
        let (hits, total) = self.layers.entry(layer).or_default();
        *hits += usize::from(hit);
        *total += 1;
        if !hit {
            self.notes.push((self.page.clone(), format!("{layer}: {}", note())));
        }
    }

    fn ratio(&self, layer: &str) -> f64 {
        let (hits, total) = self.layers[layer];
        #[expect(clippy::cast_precision_loss, reason = "counts of a corpus are small")]
        let ratio = hits as f64 / total as f64;
        ratio
    }

    /// The layers that are under their floor; every layer must have one.
    pub(crate) fn short(&self, floors: &[Floor]) -> Vec<String> {
        assert!(
            self.layers.keys().all(|layer| floors.iter().any(|floor| floor.layer == *layer)),
            "a layer without a floor"
        );
        let under = floors.iter().filter(|floor| self.ratio(floor.layer) < floor.floor);
        under
            .map(|floor| {
                let ratio = self.ratio(floor.layer);
                format!("{} {:.2} % < {:.2} %", floor.layer, ratio * 100.0, floor.floor * 100.0)
            })
            .collect()
    }

    /// Totals by layer, beside floor and aim.
    pub(crate) fn totals(&self, floors: &[Floor]) -> String {
        let mut table = String::new();
        for Floor { layer, floor, aim } in floors {
            let Some(&(hits, total)) = self.layers.get(layer) else { continue };
            writeln!(
                table,
                "{layer:<18} {hits:>5} / {total:<5} {:>7.2} %   floor {:>6.2} %   aim {:>5.1} %{}",
                self.ratio(layer) * 100.0,
                floor * 100.0,
                aim * 100.0,
                if self.ratio(layer) < *aim { "  short" } else { "" }
            )
            .unwrap();
        }
        table
    }
}

/// The misses, page by page.
impl fmt::Display for Board {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut page = "";
        for (here, note) in &self.notes {
            if here != page {
                writeln!(f, "{here}")?;
                page = here;
            }
            writeln!(f, "  {note}")?;
        }
        Ok(())
    }
}
