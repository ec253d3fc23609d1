//! The tables are written down where their readers look.

use std::fmt::Write;

#[test]
fn the_documentation_lists_every_column() {
    let mut listed = String::from("<!-- tables -->\n");
    for (table, columns) in nienbieu_ingest::schema() {
        let columns: Vec<String> = columns
            .iter()
            .map(|column| {
                format!("`{}` {}", column.name, format!("{:?}", column.kind).to_lowercase())
            })
            .collect();
        write!(listed, "\n- **{table}**: {}\n", columns.join(", ")).unwrap();
    }
    listed.push_str("\n<!-- end of tables -->");
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/ingest.md");
    let text = std::fs::read_to_string(path).unwrap();
    assert!(text.contains(&listed), "docs/ingest.md should have:\n{listed}");
}
