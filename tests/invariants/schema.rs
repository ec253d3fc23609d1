//! A record's JSON against its JSON Schema: just the keywords that the schema uses.

use std::sync::LazyLock;

use serde_json::{Map, Value};

static SCHEMA: LazyLock<Value> =
    LazyLock::new(|| serde_json::to_value(nienbieu_model::json_schema()).unwrap());

/// Keywords that ask nothing of a value.
const NOTES: &[&str] =
    &["$schema", "$defs", "title", "description", "examples", "default", "format"];

pub(crate) fn check(json: &Value) {
    assert_eq!(fault(json, &SCHEMA), None);
}

/// What is wrong with a value, and where.
fn fault(value: &Value, schema: &Value) -> Option<String> {
    let rules = schema.as_object().unwrap();
    rules.iter().find_map(|(keyword, rule)| match keyword.as_str() {
        "$ref" => fault(value, definition(rule.as_str().unwrap())),
        "anyOf" => {
            let fits = rule.as_array().unwrap().iter().any(|option| fault(value, option).is_none());
            (!fits).then(|| format!("{value} is none of {rule}"))
        }
        "type" => (!has_type(value, rule)).then(|| format!("{value} is no {rule}")),
        "required" => missing(value, rule),
        "properties" => properties(value, rule.as_object().unwrap()),
        "items" => value.as_array().into_iter().flatten().find_map(|item| fault(item, rule)),
        "minimum" => (value.as_f64() < rule.as_f64() && value.is_number())
            .then(|| format!("{value} < {rule}")),
        "maximum" => (value.as_f64() > rule.as_f64()).then(|| format!("{value} > {rule}")),
        keyword if NOTES.contains(&keyword) => None,
        keyword => panic!("the schema has come to use {keyword:?}"),
    })
}

fn definition(reference: &str) -> &'static Value {
    SCHEMA.pointer(reference.strip_prefix('#').unwrap()).unwrap()
}

fn has_type(value: &Value, wanted: &Value) -> bool {
    let is = |name: &str| match name {
        "null" => value.is_null(),
        "boolean" => value.is_boolean(),
        "integer" => value.is_i64() || value.is_u64(),
        "number" => value.is_number(),
        "string" => value.is_string(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        _ => panic!("no type {name:?}"),
    };
    match wanted {
        Value::Array(names) => names.iter().filter_map(Value::as_str).any(is),
        name => is(name.as_str().unwrap()),
    }
}

fn missing(value: &Value, required: &Value) -> Option<String> {
    let names = required.as_array().unwrap().iter().filter_map(Value::as_str);
    let mut absent = names.filter(|name| value.get(name).is_none());
    absent.next().map(|name| format!("no {name} in {value}"))
}

/// Fields fit their rules, and there is none without a rule.
fn properties(value: &Value, rules: &Map<String, Value>) -> Option<String> {
    value.as_object().into_iter().flatten().find_map(|(name, field)| match rules.get(name) {
        Some(rule) => fault(field, rule).map(|fault| format!("{name}: {fault}")),
        None => Some(format!("{name} is not in the schema")),
    })
}
