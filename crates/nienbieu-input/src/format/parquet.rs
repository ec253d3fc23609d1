//! Parquet: a row a document.

use std::io::Read;
use std::sync::Arc;

use bytes::Bytes;
use nienbieu_model::Source;
use parquet::file::reader::{FileReader, SerializedFileReader};
use parquet::record::reader::RowIter;
use parquet::record::{Field, Row};
use parquet::schema::types::Type;

use super::record::Found;
use super::too_large;
use crate::container::{Place, Reading};
use crate::{Body, Fault, Fields, Flow, Item, Stage};

/// The largest file that is held whole, where it comes as a stream.
const LARGEST: u64 = 256 << 20;

pub(super) fn read(reading: &mut Reading<'_>, place: &Place, body: Body<'_>) -> Flow {
    let reader: Result<Box<dyn FileReader>, Fault> = open(place, body);
    let reader = match reader {
        Ok(reader) => reader,
        Err(fault) => return reading.fault(fault),
    };
    let schema = reader.metadata().file_metadata().schema();
    let Some(projection) = projection(schema, &reading.settings.fields) else {
        let names = reading.settings.fields.text.join(", ");
        let message = format!("no column with texts ({names}); name it with --fields text=…");
        return reading.fault(Fault::new(place.source(), Stage::Record, "no_text_field", message));
    };
    let mut number = 0;
    for index in 0..reader.num_row_groups() {
        let group = match reader.get_row_group(index) {
            Ok(group) => group,
            Err(error) => {
                number += 1;
                reading.fault(broken(place.record(number, 0, 0), &error.to_string()))?;
                continue;
            }
        };
        let rows = match RowIter::from_row_group(Some(projection.clone()), &*group) {
            Ok(rows) => rows,
            Err(error) => {
                number += 1;
                reading.fault(broken(place.record(number, 0, 0), &error.to_string()))?;
                continue;
            }
        };
        for row in rows {
            number += 1;
            let source = Source {
                name: place.record(number, 0, 0).name,
                media_type: Some("application/vnd.apache.parquet".to_owned()),
                ..Source::default()
            };
            match row {
                Ok(row) => record(reading, source, &row)?,
                Err(error) => {
                    // Behind broken data in a group nothing of it can be found.
                    reading.fault(broken(source, &error.to_string()))?;
                    break;
                }
            }
        }
    }
    Flow::Continue(())
}

fn open(place: &Place, body: Body<'_>) -> Result<Box<dyn FileReader>, Fault> {
    let shown = |error: parquet::errors::ParquetError| broken(place.source(), &error.to_string());
    let failed = |error: std::io::Error| Fault::of_stream(place.source(), &error, 0);
    match body.seekable(LARGEST).map_err(failed)? {
        Body::File(file) => Ok(Box::new(SerializedFileReader::new(file).map_err(shown)?)),
        mut body => {
            let mut bytes = Vec::new();
            body.read_to_end(&mut bytes).map_err(failed)?;
            Ok(Box::new(SerializedFileReader::new(Bytes::from(bytes)).map_err(shown)?))
        }
    }
}

/// The columns that are asked for; `None` where no text is among them.
fn projection(schema: &Type, fields: &Fields) -> Option<Type> {
    let is_of = |names: &[String], column: &str| names.iter().any(|name| name == column);
    let names = [&fields.text, &fields.title, &fields.url, &fields.date];
    let columns: Vec<Arc<Type>> = schema
        .get_fields()
        .iter()
        .filter(|column| {
            column.is_primitive() && names.iter().any(|names| is_of(names, column.name()))
        })
        .cloned()
        .collect();
    columns.iter().any(|column| is_of(&fields.text, column.name())).then_some(())?;
    Type::group_type_builder(schema.name()).with_fields(columns).build().ok()
}

fn record(reading: &mut Reading<'_>, source: Source, row: &Row) -> Flow {
    let get = |name: &str| {
        let (_, field) = row.get_column_iter().find(|(column, _)| *column == name)?;
        text(field).filter(|text| !text.trim().is_empty())
    };
    let limit = reading.settings.limits.record;
    match Found::by(&reading.settings.fields, &get).raw(source.clone()) {
        Some(raw) if raw.bytes.len() > limit => {
            reading.fault(too_large(source, limit, 0, &raw.bytes))
        }
        Some(raw) => reading.give(Item::Record(raw)),
        None => {
            let message = "the row has no text; fill it or drop the row";
            reading.fault(Fault::new(source, Stage::Record, "no_text_field", message))
        }
    }
}

fn text(field: &Field) -> Option<String> {
    match field {
        Field::Str(text) => Some(text.clone()),
        Field::Bytes(bytes) => std::str::from_utf8(bytes.data()).ok().map(str::to_owned),
        Field::Long(number) => Some(number.to_string()),
        Field::Int(number) => Some(number.to_string()),
        Field::TimestampMillis(moment) => Some(moment.to_string()),
        Field::TimestampMicros(moment) => Some((moment / 1000).to_string()),
        Field::Date(_) => Some(field.to_string().chars().take(10).collect()),
        _ => None,
    }
}

fn broken(source: Source, error: &str) -> Fault {
    let message = format!("the Parquet data cannot be read: {error}; fetch the file again");
    Fault::new(source, Stage::Record, "corrupt", message)
}
