//! Dynamical time less universal time, after Espenak and Meeus, *Five Millennium Canon of Solar
//! Eclipses* (2006): fitted to observation until 2005, a forecast afterwards.

use super::polynomial;

/// Until which year, from which year time is counted, and the coefficients.
const PIECES: [(f64, f64, &[f64]); 8] = [
    (1900.0, 1860.0, &[7.62, 0.5737, -0.251754, 0.01680668, -0.0004473624, 1.0 / 233174.0]),
    (1920.0, 1900.0, &[-2.79, 1.494119, -0.0598939, 0.0061966, -0.000197]),
    (1941.0, 1920.0, &[21.20, 0.84493, -0.076100, 0.0020936]),
    (1961.0, 1950.0, &[29.07, 0.407, -1.0 / 233.0, 1.0 / 2547.0]),
    (1986.0, 1975.0, &[45.45, 1.067, -1.0 / 260.0, -1.0 / 718.0]),
    (2005.0, 2000.0, &[63.86, 0.3345, -0.060374, 0.0017275, 0.000651814, 0.00002373599]),
    (2050.0, 2000.0, &[62.92, 0.32217, 0.005589]),
    // -20 + 32 ((y - 1820) / 100)² - 0.5628 (2150 - y)
    (2150.0, 1820.0, &[-205.724, 0.5628, 0.0032]),
];

/// The difference in seconds, from 1860 to 2150.
pub(super) fn seconds(year: f64) -> f64 {
    let (_, epoch, coefficients) =
        PIECES.iter().find(|(until, ..)| year < *until).expect("a year before 2150");
    polynomial(coefficients, year - epoch)
}

#[test]
fn it_is_what_was_observed() {
    // Astronomical Almanac, K8–K9: ΔT at the beginning of the year.
    for (year, observed) in
        [(1900.0, -2.72), (1950.0, 29.15), (1968.0, 38.29), (1985.0, 54.34), (2000.0, 63.83)]
    {
        assert!((seconds(year) - observed).abs() < 0.5, "{year}: {}", seconds(year));
    }
}
