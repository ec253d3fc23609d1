use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::Span;

/// Where a figure's digits or number words stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NumberSpan {
    /// The number alone, without its unit.
    pub span: Span,
}

/// A figure with its unit, and what it counts, when and where.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Quantity {
    /// `q1`, `q2`, … in order of position.
    pub id: String,
    /// Where the whole figure stands.
    pub span: Span,
    /// The words themselves.
    pub text: String,
    /// The number alone; absent where zero is said by negation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<NumberSpan>,
    /// The value in the unit's base; the lower end of a range.
    pub value: f64,
    /// The upper end of a range.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max: Option<f64>,
    /// eq, gt, ge, lt, le, approx, `lt_approx`, range, `approx_range`, `range_ge_lt`, ordinal.
    pub comparator: Cow<'static, str>,
    /// The word that says it ("trên", "khoảng").
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comparator_text: Option<String>,
    /// The unit as printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// What is counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub metric: Option<Cow<'static, str>>,
    /// new, cumulative, stock, target, planned, capacity, repeat, …
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub aspect: Option<Cow<'static, str>>,
    /// Whom it is counted among.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub population: Option<String>,
    /// The id of the disease.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub disease: Option<String>,
    /// The id of the time it holds for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<String>,
    /// When it holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub edtf: Option<String>,
    /// stated, inherited, published, none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time_basis: Option<Cow<'static, str>>,
    /// The id of the place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// ISO 3166-2 of the province, a district code behind it where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place_code: Option<String>,
    /// stated, inherited, none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place_basis: Option<Cow<'static, str>>,
    /// The id of the total that it is a part of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part_of: Option<String>,
    /// The rule that produced it.
    pub rule: Cow<'static, str>,
}

impl Quantity {
    /// A figure with nothing known but its words, where they stand, its value, and what read it.
    #[must_use]
    pub const fn new(text: String, span: Span, value: f64, rule: Cow<'static, str>) -> Self {
        Self {
            id: String::new(),
            span,
            text,
            number: None,
            value,
            max: None,
            comparator: Cow::Borrowed("eq"),
            comparator_text: None,
            unit: None,
            metric: None,
            aspect: None,
            population: None,
            disease: None,
            time: None,
            edtf: None,
            time_basis: None,
            place: None,
            place_code: None,
            place_basis: None,
            part_of: None,
            rule,
        }
    }
}
