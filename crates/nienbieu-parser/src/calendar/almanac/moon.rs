//! New moons, after Meeus, *Astronomical Algorithms* (2nd ed.), chapter 49.

use super::polynomial;

/// Days, power of the eccentricity, multiples of the sun's anomaly, of the moon's, and of the
/// moon's argument of latitude.
const PERIODIC: [(f64, i32, f64, f64, f64); 24] = [
    (-0.40720, 0, 0.0, 1.0, 0.0),
    (0.17241, 1, 1.0, 0.0, 0.0),
    (0.01608, 0, 0.0, 2.0, 0.0),
    (0.01039, 0, 0.0, 0.0, 2.0),
    (0.00739, 1, -1.0, 1.0, 0.0),
    (-0.00514, 1, 1.0, 1.0, 0.0),
    (0.00208, 2, 2.0, 0.0, 0.0),
    (-0.00111, 0, 0.0, 1.0, -2.0),
    (-0.00057, 0, 0.0, 1.0, 2.0),
    (0.00056, 1, 1.0, 2.0, 0.0),
    (-0.00042, 0, 0.0, 3.0, 0.0),
    (0.00042, 1, 1.0, 0.0, 2.0),
    (0.00038, 1, 1.0, 0.0, -2.0),
    (-0.00024, 1, -1.0, 2.0, 0.0),
    (-0.00007, 0, 2.0, 1.0, 0.0),
    (0.00004, 0, 0.0, 2.0, -2.0),
    (0.00004, 0, 3.0, 0.0, 0.0),
    (0.00003, 0, 1.0, 1.0, -2.0),
    (0.00003, 0, 0.0, 2.0, 2.0),
    (-0.00003, 0, 1.0, 1.0, 2.0),
    (0.00003, 0, -1.0, 1.0, 2.0),
    (-0.00002, 0, -1.0, 1.0, -2.0),
    (-0.00002, 0, 1.0, 3.0, 0.0),
    (0.00002, 0, 0.0, 4.0, 0.0),
];

/// Planets: microdays, and the argument as degrees at lunation 0 and per lunation.
const PLANETARY: [(f64, f64, f64); 14] = [
    (325.0, 299.77, 0.107408),
    (165.0, 251.88, 0.016321),
    (164.0, 251.83, 26.651886),
    (126.0, 349.42, 36.412478),
    (110.0, 84.66, 18.206239),
    (62.0, 141.74, 53.303771),
    (60.0, 207.14, 2.453732),
    (56.0, 154.84, 7.306860),
    (47.0, 34.52, 27.261239),
    (42.0, 207.19, 0.121824),
    (40.0, 291.34, 1.844379),
    (37.0, 161.72, 24.198154),
    (35.0, 239.56, 25.513099),
    (23.0, 331.55, 3.592518),
];

/// How far the formula strays at most: 14.5 seconds against 600 new moons of JPL's DE423.
pub(super) const ERROR: f64 = 20.0;

/// New moons nearer to midnight than [`ERROR`], as lunations with the seconds that JPL's DE423 gives
/// beyond the formula.
const SETTLED: [(i32, f64); 2] = [(-402, 5.9), (963, 1.5)];

/// The instant of a new moon in dynamical time, by lunations since that of 6 January 2000.
pub(super) fn new_moon(lunation: i32) -> f64 {
    let settled = SETTLED.iter().find(|(l, _)| *l == lunation).map_or(0.0, |(_, s)| *s);
    formula(f64::from(lunation)) + settled / 86400.0
}

fn formula(k: f64) -> f64 {
    let t = k / 1236.85;
    let of = |constant: f64, rate: f64, higher: [f64; 3]| {
        constant + rate * k + polynomial(&higher, t) * t * t
    };
    let mean = of(2451550.09766, 29.530588861, [0.00015437, -1.5e-7, 7.3e-10]);
    let sun = of(2.5534, 29.10535670, [-0.0000014, -1.1e-7, 0.0]);
    let moon = of(201.5643, 385.81693528, [0.0107582, 0.00001238, -5.8e-8]);
    let latitude = of(160.7108, 390.67050284, [-0.0016118, -0.00000227, 1.1e-8]);
    let node = of(124.7746, -1.56375588, [0.0020672, 0.00000215, 0.0]);
    let eccentricity: f64 = polynomial(&[1.0, -0.002516, -0.0000074], t);

    let periodic: f64 = PERIODIC
        .iter()
        .map(|&(days, e, s, m, f)| {
            days * eccentricity.powi(e) * (s * sun + m * moon + f * latitude).to_radians().sin()
        })
        .sum();
    let planetary: f64 = PLANETARY
        .iter()
        .enumerate()
        .map(|(i, &(microdays, at, rate))| {
            let bend = if i == 0 { -0.009173 * t * t } else { 0.0 };
            microdays * 1e-6 * (at + rate * k + bend).to_radians().sin()
        })
        .sum();
    mean + periodic + planetary - 0.00017 * node.to_radians().sin()
}

#[test]
fn meeus_example_49_a() {
    assert!((new_moon(-283) - 2443192.65118).abs() < 1e-5, "{}", new_moon(-283));
}

/// Within its error of midnight the formula cannot tell the day: each such new moon is settled.
#[test]
fn every_doubtful_new_moon_is_settled() {
    let doubtful: Vec<_> = super::rules::LUNATIONS
        .filter(|&l| super::from_midnight(super::local(formula(f64::from(l)))).abs() < ERROR)
        .collect();
    assert_eq!(doubtful, SETTLED.map(|(lunation, _)| lunation));
}
