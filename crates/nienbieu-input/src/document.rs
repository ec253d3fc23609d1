use std::borrow::Cow;

use nienbieu_model::{Diagnostic, Encoding, Severity, Source};

use crate::encoding;
use crate::{Fault, Kind, Raw, Stage, moment};

/// A document that can be read.
#[derive(Clone, Debug, PartialEq)]
pub struct Document<'a> {
    /// Its text: the decoded bytes, or what a page or a Word file says.
    pub text: Cow<'a, str>,
    /// Where it came from, with its encoding.
    pub source: Source,
    /// When it was published, by what stands beside the text.
    pub published: Option<Published>,
    /// What was doubtful on the way.
    pub remarks: Vec<Diagnostic>,
}

/// A date of publication that is not in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    /// ISO 8601: a day, or a day with a clock time and an offset where known.
    pub moment: String,
    /// What says so, for people: "the field date", "article:published_time of the page".
    pub by: String,
}

impl Raw {
    /// Decodes the record.
    ///
    /// # Errors
    ///
    /// Where its bytes are no text in any known encoding, or no document of the kind that they seem.
    pub fn decode(&self) -> Result<Document<'_>, Fault> {
        match self.kind {
            Kind::Text => self.text(),
            #[cfg(feature = "html")]
            Kind::Html => self.html(),
            #[cfg(not(feature = "html"))]
            Kind::Html => Err(self.unread("html")),
            #[cfg(feature = "docx")]
            Kind::Docx => self.docx(),
            #[cfg(not(feature = "docx"))]
            Kind::Docx => Err(self.unread("docx")),
        }
    }

    #[cfg(not(all(feature = "html", feature = "docx")))]
    fn unread(&self, kind: &str) -> Fault {
        let message = format!("this build does not read {kind}; give the text");
        Fault::new(self.source.clone(), Stage::Decode, "unsupported", message)
    }

    fn text(&self) -> Result<Document<'_>, Fault> {
        let (text, encoding, remarks) = self.decoded()?;
        Ok(self.document(text, encoding, remarks))
    }

    #[cfg(feature = "html")]
    fn html(&self) -> Result<Document<'_>, Fault> {
        let charset = nienbieu_html::charset(&self.bytes).or_else(|| self.charset.clone());
        let (page, encoding, remarks) = self.decoded_as(charset.as_deref())?;
        let article = nienbieu_html::extract(&page, self.source.url.as_deref());
        let mut document = self.document(article.text.into(), encoding, remarks);
        document.source.url = document.source.url.or(article.url);
        let stated = article
            .published
            .into_iter()
            .find_map(|stated| Some(Published { moment: moment(&stated.text)?, by: stated.by }));
        document.published = document.published.or(stated);
        Ok(document)
    }

    #[cfg(feature = "docx")]
    fn docx(&self) -> Result<Document<'_>, Fault> {
        let text = crate::format::docx::text(&self.bytes).map_err(|message| {
            let message = format!("no Word document that can be read: {message}; save it as text");
            Fault::new(self.source.clone(), Stage::Decode, "corrupt", message).with(&self.bytes)
        })?;
        let encoding = Encoding { name: "utf-8".into(), reason: "a Word document's own".into() };
        Ok(self.document(text.into(), encoding, Vec::new()))
    }

    fn document<'a>(
        &self,
        text: Cow<'a, str>,
        encoding: Encoding,
        remarks: Vec<Diagnostic>,
    ) -> Document<'a> {
        let source = Source { encoding: Some(encoding), ..self.source.clone() };
        let published = self.given.published.as_deref().and_then(moment).map(|moment| {
            let field = self.given.by.as_deref().unwrap_or("date");
            Published { moment, by: format!("the field {field}") }
        });
        Document { text, source, published, remarks }
    }

    fn decoded(&self) -> Result<(Cow<'_, str>, Encoding, Vec<Diagnostic>), Fault> {
        self.decoded_as(self.charset.as_deref())
    }

    fn decoded_as(
        &self,
        charset: Option<&str>,
    ) -> Result<(Cow<'_, str>, Encoding, Vec<Diagnostic>), Fault> {
        let decoded = encoding::decode(&self.bytes, charset).map_err(|error| {
            Fault::new(self.source.clone(), Stage::Decode, error.code(), error.to_string())
                .at(self.source.byte_offset.unwrap_or_default() + error.offset() as u64)
                .with(&self.bytes)
        })?;
        let repaired = decoded.repaired.map(|letters| Diagnostic {
            code: "encoded_twice".into(),
            severity: Severity::Warning,
            message: format!("the text was UTF-8 encoded twice; {letters} letters were repaired"),
            span: None,
        });
        Ok((decoded.text, decoded.encoding, repaired.into_iter().collect()))
    }
}
