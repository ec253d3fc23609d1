//! One database, `nienbieu.sqlite`: all tables, a full-text search, views.
//!
//! A segment is a transaction, and the database says which was the last: one that is done again, since
//! the run was stopped before its checkpoint, is not written twice.

use std::io;
use std::path::Path;

use rusqlite::types::{ToSqlOutput, Value, ValueRef};
use rusqlite::{Connection, ToSql, params_from_iter};

use super::{Article, Sink};
use crate::tables::{Cell, Kind, TABLES, Table};

const NAME: &str = "nienbieu.sqlite";

/// Searching heeds neither case nor marks: "dien bien" finds "Điện Biên". FTS5's own folding knows
/// all marks but the stroke of đ, which the text searched has without.
const SEARCH: &str = "CREATE VIRTUAL TABLE IF NOT EXISTS search USING fts5(
    title, text, tokenize = \"unicode61 remove_diacritics 2\"
);";

/// What is asked for most.
const VIEWS: &str = "
CREATE VIEW IF NOT EXISTS timeline AS
    SELECT e.earliest, e.latest, e.edtf, e.kind, e.modality, e.quote, e.place_code,
           d.title, d.outlet, d.source, d.url, e.document, e.id
    FROM events e JOIN documents d USING (document)
    WHERE e.earliest IS NOT NULL AND d.duplicate_of IS NULL
    ORDER BY e.earliest, e.latest, e.document, e.id;
CREATE VIEW IF NOT EXISTS figures AS
    SELECT q.metric, q.aspect, q.value, q.max, q.comparator, q.unit, q.edtf, q.place_code, q.text,
           d.title, d.source, q.document, q.id
    FROM quantities q JOIN documents d USING (document)
    WHERE d.duplicate_of IS NULL;
CREATE VIEW IF NOT EXISTS papers AS
    SELECT identifier, kind, COUNT(*) AS mentions, COUNT(DISTINCT document) AS documents
    FROM citations WHERE identifier IS NOT NULL GROUP BY identifier, kind;
CREATE VIEW IF NOT EXISTS copies AS
    SELECT duplicate_of, COUNT(*) AS copies FROM documents
    WHERE duplicate_of IS NOT NULL GROUP BY duplicate_of;";

pub(super) struct Database {
    connection: Connection,
    segment: u32,
    /// Whether the segment in hand is in the database already.
    is_written: bool,
}

impl Database {
    pub(super) fn open(folder: &Path) -> io::Result<Self> {
        let connection = Connection::open(folder.join(NAME)).map_err(failed)?;
        let all = || -> rusqlite::Result<()> {
            connection
                .execute_batch("PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL; BEGIN;")?;
            for table in TABLES {
                connection.execute_batch(&definition(table))?;
            }
            connection.execute_batch(SEARCH)?;
            connection.execute_batch(VIEWS)?;
            connection.execute_batch(
                "CREATE TABLE IF NOT EXISTS segments (segment INTEGER PRIMARY KEY) STRICT; COMMIT;",
            )
        };
        all().map_err(failed)?;
        Ok(Self { connection, segment: 0, is_written: false })
    }

    fn insert(&self, article: &Article<'_>) -> rusqlite::Result<()> {
        for table in TABLES {
            let mut statement = self.connection.prepare_cached(&insertion(table))?;
            for row in (table.rows)(article) {
                statement.execute(params_from_iter(row.iter()))?;
            }
        }
        let record = article.record;
        let title = record.title.as_ref().map_or("", |title| title.text.as_str());
        let text = record.text.as_deref().unwrap_or_default();
        let mut statement = self
            .connection
            .prepare_cached("INSERT INTO search (rowid, title, text) VALUES (?, ?, ?)")?;
        let number = i64::try_from(article.number).unwrap_or(i64::MAX);
        statement.execute((number, folded(title), folded(text)))?;
        Ok(())
    }
}

impl Sink for Database {
    fn begin(&mut self, segment: u32) -> io::Result<()> {
        self.segment = segment;
        let last = "SELECT COALESCE(MAX(segment), 0) FROM segments";
        let last: u32 = self.connection.query_row(last, (), |row| row.get(0)).map_err(failed)?;
        self.is_written = segment <= last;
        if self.is_written {
            Ok(())
        } else {
            self.connection.execute_batch("BEGIN").map_err(failed)
        }
    }

    fn write(&mut self, article: &Article<'_>) -> io::Result<()> {
        if self.is_written { Ok(()) } else { self.insert(article).map_err(failed) }
    }

    fn finish(&mut self) -> io::Result<()> {
        if self.is_written {
            return Ok(());
        }
        let segment = self.segment;
        let batch = format!("INSERT INTO segments (segment) VALUES ({segment}); COMMIT");
        self.connection.execute_batch(&batch).map_err(failed)
    }
}

fn definition(table: &Table) -> String {
    let columns: Vec<String> = table
        .columns
        .iter()
        .map(|column| {
            let kind = match column.kind {
                Kind::Text => "TEXT",
                Kind::Int | Kind::Flag => "INTEGER",
                Kind::Real => "REAL",
            };
            format!("\"{}\" {kind}", column.name)
        })
        .collect();
    let name = table.name;
    let index = format!("CREATE INDEX IF NOT EXISTS {name}_document ON {name} (document);");
    format!("CREATE TABLE IF NOT EXISTS {name} ({}) STRICT; {index}", columns.join(", "))
}

fn insertion(table: &Table) -> String {
    let places = vec!["?"; table.columns.len()].join(", ");
    format!("INSERT INTO {} VALUES ({places})", table.name)
}

fn folded(text: &str) -> String {
    text.replace('đ', "d").replace('Đ', "D")
}

impl ToSql for Cell<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(match self {
            Self::Null => ToSqlOutput::Owned(Value::Null),
            Self::Text(text) => ToSqlOutput::Borrowed(ValueRef::Text(text.as_bytes())),
            Self::Int(number) => ToSqlOutput::Owned(Value::Integer(*number)),
            Self::Real(number) => ToSqlOutput::Owned(Value::Real(*number)),
            Self::Flag(flag) => ToSqlOutput::Owned(Value::Integer(i64::from(*flag))),
        })
    }
}

fn failed(error: rusqlite::Error) -> io::Error {
    io::Error::other(error)
}
