/// How inputs are read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// What no input may exceed.
    pub limits: Limits,
    /// Where records of JSON, CSV and Parquet have what.
    pub fields: Fields,
}

/// What no input may exceed, so that memory and time stay bounded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The most bytes that one record may have.
    pub record: usize,
    /// How many layers of compression and archives may lie one within the other.
    pub nesting: usize,
    /// How many times larger than itself compressed data may become, once past 64 MiB.
    pub ratio: u64,
    /// The most bytes that one input may become.
    pub expansion: u64,
}

impl Default for Limits {
    /// 16 MiB a record, 4 layers, 1,000 times, 1 TiB.
    fn default() -> Self {
        Self { record: 16 << 20, nesting: 4, ratio: 1000, expansion: 1 << 40 }
    }
}

/// The names that fields may have, the likeliest first; a dot leads into an object.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fields {
    /// The text: the one field that must be there.
    pub text: Vec<String>,
    /// The headline, put before a text that does not begin with it.
    pub title: Vec<String>,
    /// The page's address.
    pub url: Vec<String>,
    /// When the page was published.
    pub date: Vec<String>,
}

impl Default for Fields {
    /// The shapes that crawlers and data sets share.
    fn default() -> Self {
        let names = |names: &[&str]| names.iter().map(|&name| name.to_owned()).collect();
        Self {
            text: names(&["text", "content", "body", "maintext", "raw_content", "article"]),
            title: names(&["title", "headline"]),
            url: names(&["url", "link", "source_url"]),
            date: names(&[
                "date",
                "timestamp",
                "published",
                "published_at",
                "date_publish",
                "datePublished",
            ]),
        }
    }
}

impl Fields {
    /// The same fields with those that a text such as `text=noi_dung,date=ngay` names.
    ///
    /// ```
    /// let fields = nienbieu_input::Fields::default().with("text=noi_dung, date=meta.ngay").unwrap();
    /// assert_eq!((fields.text, fields.date), (vec!["noi_dung".into()], vec!["meta.ngay".into()]));
    /// ```
    ///
    /// # Errors
    ///
    /// Where a part is not of that form.
    pub fn with(mut self, text: &str) -> Result<Self, String> {
        for part in text.split(',') {
            let form = || {
                format!(
                    "{part:?} names no field; write text=…, title=…, url=… or date=…, apart by commas"
                )
            };
            let (of, name) = part.split_once('=').ok_or_else(form)?;
            let names = match of.trim() {
                "text" => &mut self.text,
                "title" => &mut self.title,
                "url" => &mut self.url,
                "date" => &mut self.date,
                _ => return Err(form()),
            };
            *names = vec![
                Some(name.trim()).filter(|name| !name.is_empty()).ok_or_else(form)?.to_owned(),
            ];
        }
        Ok(self)
    }
}
