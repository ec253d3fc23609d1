//! The forms of the output.

mod apart;
mod table;

use std::io::{self, Write};
use std::path::Path;

use nienbieu_export::{Form, Format, Language, Options, Selection, Table};
use nienbieu_model::Record;

use crate::config::{Parse, Target, View};
use crate::filter::Filter;
use crate::messages;
use crate::sink::Sink;
use apart::Apart;

/// Records on their way.
pub(crate) struct Output {
    way: Way,
    filter: Filter,
    drop_text: bool,
}

/// Which way they go.
enum Way {
    /// All of them through each form to its sink.
    Together(Vec<(Box<dyn Form>, Sink)>),
    /// Each to a file of its own.
    Apart(Apart),
    /// The first to a sink; the others are counted.
    One { format: &'static Format, form: Box<dyn Form>, sink: Sink, seen: usize },
}

impl Output {
    /// Opens what the run writes to.
    pub(crate) fn open(config: &Parse) -> io::Result<Self> {
        let way = match &config.view {
            View::Table(layers) => {
                let table = table::Table::new(config.look, layers.clone());
                Way::Together(vec![(Box::new(table), Sink::open(config.target.path())?)])
            }
            View::Export { format, language, tables } => {
                Way::open(format, *language, tables, &config.target)?
            }
        };
        let holds_rows = match &config.view {
            View::Table(_) => true,
            View::Export { format, .. } => format.holds_rows,
        };
        // What shows rows quotes from the text, and never shows it whole.
        let drop_text = !holds_rows && !config.keep_text;
        Ok(Self { way, filter: config.filter.clone(), drop_text })
    }

    pub(crate) fn begin(&mut self) -> io::Result<()> {
        match &mut self.way {
            Way::Together(forms) => forms.iter_mut().try_for_each(|(form, out)| form.begin(out)),
            Way::One { form, sink, .. } => form.begin(sink),
            Way::Apart(_) => Ok(()),
        }
    }

    /// Writes the records of one input, and sees to it that they leave.
    pub(crate) fn write(&mut self, records: Vec<Record>) -> io::Result<()> {
        for mut record in records {
            if self.drop_text {
                record.text = None;
            }
            self.way.record(&self.filter.choose(&record))?;
        }
        self.way.flush()
    }

    /// Puts everything in its place; true where something had to be left out.
    pub(crate) fn end(self) -> io::Result<bool> {
        match self.way {
            Way::Together(mut forms) => {
                forms.iter_mut().try_for_each(|(form, sink)| form.end(sink))?;
                forms.into_iter().try_for_each(|(_, sink)| sink.finish())?;
                Ok(false)
            }
            Way::Apart(_) => Ok(false),
            Way::One { format, mut form, mut sink, seen } => {
                form.end(&mut sink)?;
                sink.finish()?;
                let left = seen.saturating_sub(1);
                if left > 0 {
                    messages::warning(&format!(
                        "{left} of {seen} articles are left out: {} holds one a file; \
                         name a folder with --output",
                        format.name
                    ));
                }
                Ok(left > 0)
            }
        }
    }
}

impl Way {
    fn open(
        format: &'static Format,
        language: Language,
        tables: &[Table],
        target: &Target,
    ) -> io::Result<Self> {
        let options = |table: Table| Options { language, table };
        let first = options(tables.first().copied().unwrap_or_default());
        if let Target::Folder(folder) = target {
            std::fs::create_dir_all(folder)?;
            if !format.holds_many {
                return Ok(Self::Apart(Apart::new(format, first, folder.clone())));
            }
            let open =
                |table: &Table| open(format, &options(*table), &folder.join(table.file_name()));
            return Ok(Self::Together(tables.iter().map(open).collect::<io::Result<_>>()?));
        }
        let (form, sink) = (format.open(&first), Sink::open(target.path())?);
        Ok(if format.holds_many {
            Self::Together(vec![(form, sink)])
        } else {
            Self::One { format, form, sink, seen: 0 }
        })
    }

    fn record(&mut self, rows: &Selection<'_>) -> io::Result<()> {
        match self {
            Self::Together(forms) => {
                forms.iter_mut().try_for_each(|(form, sink)| form.record(rows, sink))
            }
            Self::Apart(apart) => apart.record(rows),
            Self::One { form, sink, seen, .. } => {
                *seen += 1;
                if *seen == 1 { form.record(rows, sink) } else { Ok(()) }
            }
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Together(forms) => forms.iter_mut().try_for_each(|(_, sink)| sink.flush()),
            Self::One { sink, .. } => sink.flush(),
            Self::Apart(_) => Ok(()),
        }
    }
}

fn open(format: &Format, options: &Options, path: &Path) -> io::Result<(Box<dyn Form>, Sink)> {
    Ok((format.open(options), Sink::open(Some(path))?))
}
