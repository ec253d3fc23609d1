use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::{Span, open_enum::open_enum};

open_enum! {
    /// TIMEX3 type, and `INTERVAL` for a phrase that names both ends.
    TimeType {
        /// A day or anything coarser.
        Date = "DATE",
        /// A part of a day or a clock time.
        Time = "TIME",
        /// A length of time.
        Duration = "DURATION",
        /// A repeated time.
        Set = "SET",
        /// A phrase with two ends; each end is an item of its own.
        Interval = "INTERVAL",
    }
}

open_enum! {
    /// How fine the value is.
    Grain {
        /// To the second.
        Second = "second",
        /// To the minute.
        Minute = "minute",
        /// To the hour.
        Hour = "hour",
        /// A part of a day.
        PartOfDay = "part_of_day",
        /// A day.
        Day = "day",
        /// A week, or a weekend.
        Week = "week",
        /// A third of a month (tuần: thượng, trung, hạ tuần).
        TenDays = "ten_days",
        /// A month.
        Month = "month",
        /// A quarter.
        Quarter = "quarter",
        /// A season.
        Season = "season",
        /// Half a year.
        HalfYear = "half_year",
        /// A year.
        Year = "year",
        /// Ten years.
        Decade = "decade",
        /// A hundred years.
        Century = "century",
    }
}

open_enum! {
    /// What kind of time expression it is.
    TimeClass {
        /// Has, or can have, a place on the calendar.
        Core = "core",
        /// nay, hiện nay, thời gian qua: refers without measuring.
        Vague = "vague",
        /// A person's age.
        Age = "age",
        /// A named feast or public holiday.
        Holiday = "holiday",
        /// A period known by name.
        NamedPeriod = "named_period",
    }
}

open_enum! {
    /// How a component of a value is known.
    Certainty {
        /// The words say it.
        Stated = "stated",
        /// Taken from another time, named by `anchor`.
        Inferred = "inferred",
        /// Taken by convention.
        Assumed = "assumed",
        /// Not known, or finer than the value.
        Absent = "absent",
    }
}

/// How each component of a value is known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[allow(missing_docs)]
pub struct Components {
    pub year: Certainty,
    pub month: Certainty,
    pub day: Certainty,
    pub hour: Certainty,
    pub minute: Certainty,
}

impl Components {
    /// The components with their names, from the year down.
    ///
    /// ```
    /// let components = nienbieu_model::Components::default();
    /// assert_eq!(components.named().map(|(name, _)| name)[..2], ["year", "month"]);
    /// ```
    #[must_use]
    pub const fn named(&self) -> [(&'static str, &Certainty); 5] {
        let Self { year, month, day, hour, minute } = self;
        [("year", year), ("month", month), ("day", day), ("hour", hour), ("minute", minute)]
    }
}

impl Default for Components {
    fn default() -> Self {
        let absent = || Certainty::Absent;
        Self { year: absent(), month: absent(), day: absent(), hour: absent(), minute: absent() }
    }
}

/// A time expression: where it stands, and what it means.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Time {
    /// `t1`, `t2`, … in order of position.
    pub id: String,
    /// Where it stands.
    pub span: Span,
    /// The words themselves.
    pub text: String,
    /// TIMEX3 type.
    #[serde(rename = "type")]
    pub kind: TimeType,
    /// TIMEX3 value: "2021-07-24TMO", "P15D", "2022-Q1", "`PRESENT_REF`".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// TIMEX3 modifier: START, MID, END, BEFORE, AFTER, APPROX, `EQUAL_OR_MORE`, …
    #[serde(rename = "mod", default, skip_serializing_if = "Option::is_none")]
    pub modifier: Option<Cow<'static, str>>,
    /// TIMEX3 quantifier of a set: EVERY.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quant: Option<Cow<'static, str>>,
    /// TIMEX3 frequency of a set: "2X".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub freq: Option<String>,
    /// EDTF level 2: what the page supports, "XXXX-07-24" where no year can be had.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub edtf: Option<String>,
    /// First day or moment of the value, inclusive (ISO 8601).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub earliest: Option<String>,
    /// Last day or moment of the value, inclusive (ISO 8601).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub latest: Option<String>,
    /// How fine the value is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub grain: Option<Grain>,
    /// TIMEX3 part of day: MO, MI, AF, EV, NI, DT; "dawn" is `DA`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part_of_day: Option<Cow<'static, str>>,
    /// Of an interval: the id of its first end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub begin: Option<String>,
    /// Of an interval: the id of its last end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<String>,
    /// The id of the time, or `published`, that completed this value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub anchor: Option<String>,
    /// How each component is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub components: Option<Components>,
    /// What kind of time expression it is.
    pub class: TimeClass,
    /// `lunar` where the words name the lunisolar calendar; Gregorian otherwise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub calendar: Option<Cow<'static, str>>,
    /// The rule that produced it.
    pub rule: Cow<'static, str>,
}

impl Time {
    /// A time with nothing known but its words, where they stand, and what read them.
    #[must_use]
    pub const fn new(
        kind: TimeType,
        class: TimeClass,
        span: Span,
        text: String,
        rule: Cow<'static, str>,
    ) -> Self {
        Self {
            id: String::new(),
            span,
            text,
            kind,
            value: None,
            modifier: None,
            quant: None,
            freq: None,
            edtf: None,
            earliest: None,
            latest: None,
            grain: None,
            part_of_day: None,
            begin: None,
            end: None,
            anchor: None,
            components: None,
            class,
            calendar: None,
            rule,
        }
    }
}
