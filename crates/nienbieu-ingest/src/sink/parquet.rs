//! A file of Parquet a table: `events-00001.parquet`. Every column is optional, text is UTF-8.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use parquet::basic::{Compression, LogicalType, Repetition, Type as Physical};
use parquet::data_type::{BoolType, ByteArray, ByteArrayType, DoubleType, Int64Type};
use parquet::errors::ParquetError;
use parquet::file::properties::{WriterProperties, WriterPropertiesPtr};
use parquet::file::writer::{SerializedFileWriter, SerializedRowGroupWriter};
use parquet::schema::types::{Type, TypePtr};

use super::{Article, Sink};
use crate::files::Pending;
use crate::tables::{Cell, Kind, TABLES, Table};

/// How many bytes of cells are held before they are written as a row group.
const GROUP: usize = 8 << 20;

pub(super) struct Tables {
    folder: PathBuf,
    segment: u32,
    files: Vec<File>,
}

struct File {
    table: &'static Table,
    writer: SerializedFileWriter<Pending>,
    /// A column each.
    columns: Vec<Values>,
    bytes: usize,
}

/// The values of a column on their way, and which rows have one.
struct Values {
    there: Vec<i16>,
    typed: Typed,
}

enum Typed {
    Text(Vec<ByteArray>),
    Int(Vec<i64>),
    Real(Vec<f64>),
    Flag(Vec<bool>),
}

impl Tables {
    pub(super) fn new(folder: &Path) -> Self {
        Self { folder: folder.to_owned(), segment: 0, files: Vec::new() }
    }
}

impl Sink for Tables {
    fn begin(&mut self, segment: u32) -> io::Result<()> {
        self.segment = segment;
        self.files.clear();
        for table in TABLES {
            self.files.push(File::create(table, &self.folder)?);
        }
        Ok(())
    }

    fn write(&mut self, article: &Article<'_>) -> io::Result<()> {
        for file in &mut self.files {
            for row in (file.table.rows)(article) {
                for (values, cell) in file.columns.iter_mut().zip(row) {
                    file.bytes += values.push(cell);
                }
            }
            if file.bytes >= GROUP {
                file.group().map_err(failed)?;
            }
        }
        Ok(())
    }

    fn finish(&mut self) -> io::Result<()> {
        for mut file in self.files.drain(..) {
            file.group().map_err(failed)?;
            let pending = file.writer.into_inner().map_err(failed)?;
            pending.finish(&format!("{}-{:05}.parquet", file.table.name, self.segment))?;
        }
        Ok(())
    }
}

impl File {
    fn create(table: &'static Table, folder: &Path) -> io::Result<Self> {
        let schema = schema(table).map_err(failed)?;
        let writer = SerializedFileWriter::new(Pending::create(folder)?, schema, properties());
        let columns = table.columns.iter().map(|column| Values::of(column.kind)).collect();
        Ok(Self { table, writer: writer.map_err(failed)?, columns, bytes: 0 })
    }

    /// Writes what is held as a row group.
    fn group(&mut self) -> Result<(), ParquetError> {
        if self.columns.first().is_none_or(|values| values.there.is_empty()) {
            return Ok(());
        }
        let mut group = self.writer.next_row_group()?;
        for values in &mut self.columns {
            values.write(&mut group)?;
        }
        group.close()?;
        self.bytes = 0;
        Ok(())
    }
}

impl Values {
    fn of(kind: Kind) -> Self {
        let typed = match kind {
            Kind::Text => Typed::Text(Vec::new()),
            Kind::Int => Typed::Int(Vec::new()),
            Kind::Real => Typed::Real(Vec::new()),
            Kind::Flag => Typed::Flag(Vec::new()),
        };
        Self { there: Vec::new(), typed }
    }

    /// Adds a cell; how many bytes it takes. What is of another kind than its column is absent.
    fn push(&mut self, cell: Cell<'_>) -> usize {
        let (is_there, size) = match (&mut self.typed, cell) {
            (Typed::Text(values), Cell::Text(text)) => {
                let size = text.len();
                values.push(ByteArray::from(text.into_owned().into_bytes()));
                (true, size + size_of::<ByteArray>())
            }
            (Typed::Int(values), Cell::Int(number)) => {
                values.push(number);
                (true, 8)
            }
            (Typed::Real(values), Cell::Real(number)) => {
                values.push(number);
                (true, 8)
            }
            (Typed::Flag(values), Cell::Flag(flag)) => {
                values.push(flag);
                (true, 1)
            }
            _ => (false, 0),
        };
        self.there.push(i16::from(is_there));
        size + 2
    }

    fn write<W: Write + Send>(
        &mut self,
        group: &mut SerializedRowGroupWriter<'_, W>,
    ) -> Result<(), ParquetError> {
        let Some(mut column) = group.next_column()? else { return Ok(()) };
        let there = Some(self.there.as_slice());
        match &mut self.typed {
            Typed::Text(values) => {
                column.typed::<ByteArrayType>().write_batch(values, there, None)?;
                values.clear();
            }
            Typed::Int(values) => {
                column.typed::<Int64Type>().write_batch(values, there, None)?;
                values.clear();
            }
            Typed::Real(values) => {
                column.typed::<DoubleType>().write_batch(values, there, None)?;
                values.clear();
            }
            Typed::Flag(values) => {
                column.typed::<BoolType>().write_batch(values, there, None)?;
                values.clear();
            }
        }
        self.there.clear();
        column.close()
    }
}

fn properties() -> WriterPropertiesPtr {
    let by = concat!("nienbieu ", env!("CARGO_PKG_VERSION")).to_owned();
    let properties = WriterProperties::builder().set_compression(Compression::SNAPPY);
    Arc::new(properties.set_created_by(by).build())
}

fn schema(table: &Table) -> Result<TypePtr, ParquetError> {
    let column = |column: &crate::tables::Column| {
        let (physical, logical) = match column.kind {
            Kind::Text => (Physical::BYTE_ARRAY, Some(LogicalType::String)),
            Kind::Int => (Physical::INT64, None),
            Kind::Real => (Physical::DOUBLE, None),
            Kind::Flag => (Physical::BOOLEAN, None),
        };
        Type::primitive_type_builder(column.name, physical)
            .with_repetition(Repetition::OPTIONAL)
            .with_logical_type(logical)
            .build()
            .map(Arc::new)
    };
    let columns = table.columns.iter().map(column).collect::<Result<Vec<_>, _>>()?;
    Ok(Arc::new(Type::group_type_builder(table.name).with_fields(columns).build()?))
}

fn failed(error: ParquetError) -> io::Error {
    match error {
        ParquetError::External(inner) => match inner.downcast::<io::Error>() {
            Ok(error) => *error,
            Err(error) => io::Error::other(error),
        },
        error => io::Error::other(error),
    }
}
