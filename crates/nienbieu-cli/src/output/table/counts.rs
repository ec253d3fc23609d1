//! The line at the end.

use std::fmt;

use nienbieu_export::Selection;

use crate::args::Layer;

/// How much was shown; a layer that is not shown is not counted.
pub(super) struct Counts {
    pub(super) articles: usize,
    events: Option<usize>,
    undated: usize,
    figures: Option<usize>,
    remarks: usize,
}

impl Counts {
    pub(super) fn new(layers: &[Layer]) -> Self {
        let of = |layer: Layer| layers.contains(&layer).then_some(0);
        let (events, figures) = (of(Layer::Events), of(Layer::Figures));
        Self { articles: 0, events, undated: 0, figures, remarks: 0 }
    }

    pub(super) fn add(&mut self, chosen: &Selection<'_>) {
        self.articles += 1;
        if let Some(events) = &mut self.events {
            *events += chosen.events.len();
            self.undated += chosen.events.iter().filter(|event| event.edtf.is_none()).count();
        }
        if let Some(figures) = &mut self.figures {
            *figures += chosen.quantities.len();
        }
        self.remarks += chosen.record.diagnostics.len();
    }
}

impl fmt::Display for Counts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let count = |n: usize, what: &str| format!("{n} {what}{}", if n == 1 { "" } else { "s" });
        f.write_str(&count(self.articles, "article"))?;
        if let Some(events) = self.events {
            write!(f, ", {}", count(events, "event"))?;
        }
        if self.undated > 0 {
            write!(f, " ({} without a date)", self.undated)?;
        }
        if let Some(figures) = self.figures.filter(|figures| *figures > 0) {
            write!(f, ", {}", count(figures, "figure"))?;
        }
        if self.remarks > 0 {
            write!(f, ", {}", count(self.remarks, "remark"))?;
        }
        Ok(())
    }
}
