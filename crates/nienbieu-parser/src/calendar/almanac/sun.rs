//! The sun's apparent longitude, after Meeus, *Astronomical Algorithms* (2nd ed.), chapter 25, with
//! the earth's terms of VSOP87 from appendix III.
//!
//! It keeps within 1″ of JPL's DE423 from 1900 to 2100: some 20 seconds of the sun's motion.

/// How many seconds the formula may stray: it did 19 at most over 2,000 instants of DE423.
pub(super) const ERROR: f64 = 24.0;

/// What the theory's precession exceeds the observed by, in arcseconds a century: the correction of
/// IAU 2000.
const PRECESSION: f64 = 0.29965;

/// Amplitude in 10⁻⁸ radians, phase, and frequency in radians per millennium.
type Term = (f64, f64, f64);

const L0: [Term; 64] = [
    (175347046.0, 0.0, 0.0),
    (3341656.0, 4.6692568, 6283.07585),
    (34894.0, 4.6261, 12566.1517),
    (3497.0, 2.7441, 5753.3849),
    (3418.0, 2.8289, 3.5231),
    (3136.0, 3.6277, 77713.7715),
    (2676.0, 4.4181, 7860.4194),
    (2343.0, 6.1352, 3930.2097),
    (1324.0, 0.7425, 11506.7698),
    (1273.0, 2.0371, 529.691),
    (1199.0, 1.1096, 1577.3435),
    (990.0, 5.233, 5884.927),
    (902.0, 2.045, 26.298),
    (857.0, 3.508, 398.149),
    (780.0, 1.179, 5223.694),
    (753.0, 2.533, 5507.553),
    (505.0, 4.583, 18849.228),
    (492.0, 4.205, 775.523),
    (357.0, 2.92, 0.067),
    (317.0, 5.849, 11790.629),
    (284.0, 1.899, 796.298),
    (271.0, 0.315, 10977.079),
    (243.0, 0.345, 5486.778),
    (206.0, 4.806, 2544.314),
    (205.0, 1.869, 5573.143),
    (202.0, 2.458, 6069.777),
    (156.0, 0.833, 213.299),
    (132.0, 3.411, 2942.463),
    (126.0, 1.083, 20.775),
    (115.0, 0.645, 0.980),
    (103.0, 0.636, 4694.003),
    (102.0, 0.976, 15720.839),
    (102.0, 4.267, 7.114),
    (99.0, 6.21, 2146.17),
    (98.0, 0.68, 155.42),
    (86.0, 5.98, 161000.69),
    (85.0, 1.30, 6275.96),
    (85.0, 3.67, 71430.70),
    (80.0, 1.81, 17260.15),
    (79.0, 3.04, 12036.46),
    (75.0, 1.76, 5088.63),
    (74.0, 3.50, 3154.69),
    (74.0, 4.68, 801.82),
    (70.0, 0.83, 9437.76),
    (62.0, 3.98, 8827.39),
    (61.0, 1.82, 7084.90),
    (57.0, 2.78, 6286.60),
    (56.0, 4.39, 14143.50),
    (56.0, 3.47, 6279.55),
    (52.0, 0.19, 12139.55),
    (52.0, 1.33, 1748.02),
    (51.0, 0.28, 5856.48),
    (49.0, 0.49, 1194.45),
    (41.0, 5.37, 8429.24),
    (41.0, 2.40, 19651.05),
    (39.0, 6.17, 10447.39),
    (37.0, 6.04, 10213.29),
    (37.0, 2.57, 1059.38),
    (36.0, 1.71, 2352.87),
    (36.0, 1.78, 6812.77),
    (33.0, 0.59, 17789.85),
    (30.0, 0.44, 83996.85),
    (30.0, 2.74, 1349.87),
    (25.0, 3.16, 4690.48),
];
const L1: [Term; 16] = [
    (628331966747.0, 0.0, 0.0),
    (206059.0, 2.678235, 6283.07585),
    (4303.0, 2.6351, 12566.1517),
    (425.0, 1.59, 3.523),
    (119.0, 5.796, 26.298),
    (109.0, 2.966, 1577.344),
    (93.0, 2.59, 18849.23),
    (72.0, 1.14, 529.69),
    (68.0, 1.87, 398.15),
    (67.0, 4.41, 5507.55),
    (59.0, 2.89, 5223.69),
    (56.0, 2.17, 155.42),
    (45.0, 0.40, 796.30),
    (36.0, 0.47, 775.52),
    (29.0, 2.65, 7.11),
    (21.0, 5.34, 0.98),
];
const L2: [Term; 3] = [(52919.0, 0.0, 0.0), (8720.0, 1.0721, 6283.0758), (309.0, 0.867, 12566.152)];
const L3: [Term; 1] = [(289.0, 5.844, 6283.076)];

/// The apparent longitude in degrees at an instant of dynamical time.
fn longitude(jde: f64) -> f64 {
    let t = (jde - 2451545.0) / 365250.0;
    let sum = |terms: &[Term]| terms.iter().map(|(a, b, c)| a * (b + c * t).cos()).sum::<f64>();
    let earth = (sum(&L0) + sum(&L1) * t + sum(&L2) * t.powi(2) + sum(&L3) * t.powi(3)) / 1e8;
    let arcseconds = nutation(10.0 * t) + aberration(10.0 * t) - 0.09033 - PRECESSION * 10.0 * t;
    (earth.to_degrees() + 180.0 + arcseconds / 3600.0).rem_euclid(360.0)
}

/// Arcseconds, by centuries since 2000.
fn nutation(t: f64) -> f64 {
    let node = (125.04452 - 1934.136261 * t).to_radians();
    let sun = (280.4665 + 36000.7698 * t).to_radians();
    let moon = (218.3165 + 481267.8813 * t).to_radians();
    -17.20 * node.sin() - 1.32 * (2.0 * sun).sin() - 0.23 * (2.0 * moon).sin()
        + 0.21 * (2.0 * node).sin()
        + 0.14 * anomaly(t).sin()
}

/// Arcseconds, by centuries since 2000.
fn aberration(t: f64) -> f64 {
    -20.4898 * (1.0 + 0.0167 * anomaly(t).cos())
}

/// The sun's mean anomaly in radians, by centuries since 2000.
fn anomaly(t: f64) -> f64 {
    (357.52911 + 35999.05029 * t).to_radians()
}

/// When in a Gregorian year the sun reaches a longitude, in dynamical time.
pub(super) fn reaches(degrees: f64, year: i16) -> f64 {
    let january = 2451544.5 + 365.2425 * f64::from(year - 2000);
    // On 1 January the sun stands near 280°.
    let mut instant = january + (degrees - 280.0).rem_euclid(360.0) / 360.0 * 365.2422;
    for _ in 0..8 {
        let short = (degrees - longitude(instant) + 180.0).rem_euclid(360.0) - 180.0;
        instant += short / 360.0 * 365.2422;
    }
    instant
}

#[test]
fn meeus_example_25_b() {
    // 13 October 1992, 0h: 199°54'21.818".
    let degrees = 199.0 + 54.0 / 60.0 + 21.818 / 3600.0;
    assert!((longitude(2448908.5) - degrees).abs() < 1.0 / 3600.0, "{}", longitude(2448908.5));
}

#[test]
fn meeus_example_27_a() {
    // The summer solstice of 1962: 21 June, 21h24m42s dynamical time, by VSOP87.
    assert!((reaches(90.0, 1962) - 2437837.39215).abs() < 30.0 / 86400.0);
}
