//! The browser that tests run in.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::Outcome;
use crate::host::Host;

/// Without a window, without a sandbox (containers have none), without traffic of its own.
const FLAGS: [&str; 8] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
];

/// Chromium and its driver.
pub(crate) struct Browser {
    chromium: PathBuf,
    driver: PathBuf,
    settings: PathBuf,
}

impl Browser {
    /// Finds both, and writes down how the driver is to start the browser.
    pub(crate) fn new(host: &Host) -> Outcome<Self> {
        let find = |program: &str, variable: &str| {
            let named = std::env::var_os(variable).map(PathBuf::from);
            named.or_else(|| host.find(program)).ok_or_else(|| {
                format!(
                    "{program} is not on PATH; install it, or name it with {variable}=/path/to/it"
                )
            })
        };
        let chromium = find("chromium", "CHROMIUM")?;
        let driver = find("chromedriver", "CHROMEDRIVER")?;
        let settings = host.target.join("webdriver.json");
        fs::write(&settings, capabilities(&chromium.to_string_lossy()))
            .map_err(|error| format!("{}: {error}", settings.display()))?;
        Ok(Self { chromium, driver, settings })
    }

    /// Tells a command about them.
    pub(crate) fn tell<'a>(&self, command: &'a mut Command) -> &'a mut Command {
        command
            .env("CHROMIUM", &self.chromium)
            .env("CHROMEDRIVER", &self.driver)
            .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", &self.settings)
    }
}

fn capabilities(chromium: &str) -> String {
    let flags = FLAGS.map(|flag| format!("{flag:?}")).join(", ");
    format!("{{\"goog:chromeOptions\": {{\"binary\": {chromium:?}, \"args\": [{flags}]}}}}\n")
}

#[cfg(test)]
mod tests {
    #[test]
    fn capabilities_are_json() {
        let json = super::capabilities("/usr/bin/chromium");
        assert!(json.starts_with(
            "{\"goog:chromeOptions\": {\"binary\": \"/usr/bin/chromium\", \"args\": [\"--headless\", "
        ));
        assert!(json.ends_with("\"--disable-sync\"]}}\n"));
    }
}
