//! The forms of the output.

mod csv;
mod json;
mod table;

use std::io::{self, Write};

use nienbieu_model::Record;

use crate::args::Table;
use crate::config::{Parse, Target, View};
use crate::sink::Sink;

/// A form: what stands before the records, how each is written, what stands behind.
trait Form {
    fn begin(&mut self, _out: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }
    fn record(&mut self, record: &Record, out: &mut dyn Write) -> io::Result<()>;
    fn end(&mut self, _out: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }
}

/// Records on their way: each form to its sink.
pub(crate) struct Output {
    forms: Vec<(Box<dyn Form>, Sink)>,
    drop_text: bool,
}

impl Output {
    /// Opens what the run writes to.
    pub(crate) fn open(config: &Parse) -> io::Result<Self> {
        let forms = match (&config.view, &config.target) {
            (View::Csv(tables), Target::Folder(folder)) => {
                std::fs::create_dir_all(folder)?;
                let open = |table: &Table| {
                    let sink = Sink::open(Some(&folder.join(table.file_name())))?;
                    let rows = csv::Rows::new(*table, config.filter.clone());
                    Ok((Box::new(rows) as Box<dyn Form>, sink))
                };
                tables.iter().map(open).collect::<io::Result<_>>()?
            }
            (view, target) => vec![(form(view, config), Sink::open(target.path())?)],
        };
        // Table and CSV quote from the text, and never show it whole.
        let shows_text = matches!(config.view, View::Json | View::Ndjson);
        Ok(Self { forms, drop_text: shows_text && !config.keep_text })
    }

    pub(crate) fn begin(&mut self) -> io::Result<()> {
        self.forms.iter_mut().try_for_each(|(form, sink)| form.begin(sink))
    }

    /// Writes the records of one input, and sees to it that they leave.
    pub(crate) fn write(&mut self, records: Vec<Record>) -> io::Result<()> {
        for mut record in records {
            if self.drop_text {
                record.text = None;
            }
            self.forms.iter_mut().try_for_each(|(form, sink)| form.record(&record, sink))?;
        }
        self.forms.iter_mut().try_for_each(|(_, sink)| sink.flush())
    }

    pub(crate) fn end(mut self) -> io::Result<()> {
        self.forms.iter_mut().try_for_each(|(form, sink)| form.end(sink))?;
        self.forms.into_iter().try_for_each(|(_, sink)| sink.finish())
    }
}

/// The form of a view in one stream.
fn form(view: &View, config: &Parse) -> Box<dyn Form> {
    let filter = config.filter.clone();
    match view {
        View::Table(layers) => Box::new(table::Table::new(config.look, layers.clone(), filter)),
        View::Ndjson => Box::new(json::Lines),
        View::Json => Box::new(json::Array::default()),
        View::Csv(tables) => {
            Box::new(csv::Rows::new(tables.first().copied().unwrap_or_default(), filter))
        }
    }
}
