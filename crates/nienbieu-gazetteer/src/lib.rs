//! Vietnam's administrative units, of before and after July 2025, and countries.
//!
//! ```
//! use nienbieu_gazetteer::{communes, districts};
//!
//! let district = districts::named("tủa chùa").next().unwrap();
//! assert_eq!((district.code().as_str(), district.kind.word()), ("VN-71-098", "huyện"));
//! let commune = communes::named("tả sìn thàng").find(|unit| unit.in_force("2021-08-20")).unwrap();
//! assert_eq!(commune.parent(), Some(district));
//! let today: Vec<_> = commune.successors().iter().map(|unit| unit.code()).collect();
//! assert_eq!(today, ["VN-71-03226"]);
//! ```
//!
//! # What it holds
//!
//! The 63 provinces, the districts and the communes of 2023 (705 and 10,599) and of early 2025 (696 and
//! 10,035), the 34 provinces and 3,321 communes since 1 July 2025, and which of these the old ones became; the provinces'
//! short forms and former names; countries and regions.
//!
//! # Codes
//!
//! A province has its ISO 3166-2 code ("VN-71"), a unit of today that of the province whose name it keeps.
//! A district has the General Statistics Office's code behind it ("VN-71-094"), a commune its own behind that
//! ("VN-71-094-03127"), since July 2025 right behind the province ("VN-71-03127").
//!
//! # What it does not hold
//!
//! Days on which units of between 2019 and 2025 were merged or renamed: a unit that only one of the two states has
//! counts as possible from the one state's day to the other's end ([`Unit::first_day`], [`Unit::last_day`]).
//! Communes merged before 2023 are not in it.
//!
//! Names are looked up folded: in lower case, NFC, with the older placement of tone marks (hòa, thủy).
//! Nothing is read when the program starts; communes are found by halving the table's text.
#![forbid(unsafe_code)]

pub mod communes;
pub mod districts;
pub mod provinces;
mod table;
mod unit;
mod world;

pub use provinces::{Alias, Province};
pub use unit::{Kind, Level, Period, Unit};
pub use world::{Country, Region, countries, regions};

#[cfg(test)]
mod tests;
