use std::collections::BTreeSet;

use crate::{Kind, Period, Unit, communes, countries, districts, provinces};

/// Different codes of the units of some states.
fn codes(units: impl Iterator<Item = Unit>, periods: &[Period]) -> usize {
    let kept = units.filter(|unit| periods.contains(&unit.period));
    kept.map(|unit| unit.commune.or(unit.district)).collect::<BTreeSet<_>>().len()
}

const STATE_OF_2023: &[Period] = &[Period::Ended, Period::Of2023];
const STATE_OF_2025: &[Period] = &[Period::Ended, Period::Of2025];

#[test]
fn as_many_as_the_country_had() {
    assert_eq!(provinces::all().len(), 63);
    assert_eq!(provinces::all().iter().filter(|p| p.gso_today.is_some()).count(), 34);
    assert_eq!(codes(districts::all().iter().copied(), STATE_OF_2023), 705);
    assert_eq!(codes(districts::all().iter().copied(), STATE_OF_2025), 696);
    assert_eq!(codes(communes::all(), STATE_OF_2023), 10_599);
    assert_eq!(codes(communes::all(), STATE_OF_2025), 10_035);
    assert_eq!(codes(communes::all(), &[Period::Today]), 3_321);
}

#[test]
fn every_province_has_its_iso_code() {
    let all: BTreeSet<_> = provinces::all().iter().map(|p| p.iso).collect();
    assert_eq!(all.len(), 63);
    assert!(all.iter().all(|iso| iso.starts_with("VN-") && iso.len() == 5));
    for province in provinces::all() {
        let today = provinces::by_iso(province.today).unwrap();
        assert!(today.gso_today.is_some(), "{}", province.name);
        assert_eq!(province.gso_today.is_some(), province.iso == province.today);
    }
    for alias in provinces::aliases() {
        assert!(alias.iso.iter().all(|iso| all.contains(iso)), "{}", alias.name);
    }
    let countries: BTreeSet<_> = countries().iter().map(|country| country.iso).collect();
    assert_eq!(countries.len(), crate::countries().len());
}

#[test]
fn every_old_unit_has_a_successor() {
    let today: BTreeSet<_> = communes::all()
        .filter(|unit| unit.period == Period::Today)
        .filter_map(|unit| unit.commune)
        .collect();
    let mut unknown = 0;
    for unit in communes::all().filter(|unit| unit.period != Period::Today) {
        let codes = unit.successor_codes();
        assert!(codes.iter().all(|code| today.contains(code.as_str())), "{}", unit.code());
        unknown += usize::from(codes.is_empty());
    }
    assert_eq!(unknown, 3);
    for district in districts::all() {
        assert_eq!(district.successors().len(), 1, "{}", district.code());
    }
    let gone = communes::named("phúc thành a").next().unwrap();
    assert_eq!(gone.successors(), [provinces::by_iso("VN-HP").unwrap().unit()]);
}

#[test]
fn communes_of_today_have_ancestors_in_the_same_province() {
    for unit in communes::all().filter(|unit| unit.period != Period::Today).step_by(97) {
        for successor in unit.successors() {
            assert_eq!(successor.province.iso, unit.province.today, "{}", unit.code());
        }
    }
}

#[test]
fn the_first_the_last_and_all_others_are_found() {
    for unit in communes::all().step_by(13) {
        let mut found = communes::named(&unit.name.to_lowercase());
        assert!(found.any(|other| other == unit), "{}", unit.name);
    }
    let dien_bien = provinces::by_iso("VN-71").unwrap();
    let (_, mut na_tau) =
        communes::named_in(dien_bien).find(|(name, _)| *name == "Nà Tấu").unwrap();
    assert_eq!(na_tau.next().unwrap().province, dien_bien);
    assert!(
        communes::named_in(dien_bien).all(|(_, mut units)| units.any(|u| u.province == dien_bien))
    );
    assert!(communes::named("1").count() > 20);
    assert_eq!(communes::named("ỷ la").count(), 1);
    assert_eq!(communes::named("không có xã này").count(), 0);
    assert_eq!(communes::named("").count(), 0);
}

#[test]
fn units_are_in_force_in_their_time() {
    let in_force = |name: &str, kind: Kind, date: &str| {
        districts::named(name).any(|unit| unit.kind == kind && unit.in_force(date))
    };
    assert!(in_force("bến cát", Kind::ThiXa, "2021-05-01"));
    assert!(!in_force("bến cát", Kind::ThanhPho, "2021-05-01"));
    assert!(in_force("bến cát", Kind::ThanhPho, "2025"));
    assert!(!in_force("bến cát", Kind::ThanhPho, "2025-07-01"));
    let nha_trang = |date: &str| communes::named("nha trang").filter(|u| u.in_force(date)).count();
    assert_eq!((nha_trang("2021"), nha_trang("2025"), nha_trang("2026-01-01")), (0, 1, 1));
    assert!(provinces::named("điện biên").unwrap().unit().in_force("2030"));
    assert!(!provinces::named("hà giang").unwrap().unit().in_force("2025-07-01"));
}
