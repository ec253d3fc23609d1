//! Papers, people, bodies, places, diseases and patients: found, rightly told, and none beside them.

use nienbieu_model::{Person, PlaceStatus, Record, Span};

use super::{
    board::Board,
    gold::{self, Article, Lines, Words, allows},
};

pub(crate) fn score(article: &Article, record: &Record, lines: &Lines<'_>, board: &mut Board) {
    let page = Page { article, record, lines };
    page.citations(board);
    page.people(board);
    page.organizations(board);
    page.places(board);
    page.diseases(board);
    page.patients(board);
}

struct Page<'a> {
    article: &'a Article,
    record: &'a Record,
    lines: &'a Lines<'a>,
}

/// What is found of an item: the one reported thing that covers it best.
fn best<T>(span: Span, got: &[T], at: impl Fn(&T) -> Span) -> Option<&T> {
    let apart = |other: Span| span.start.abs_diff(other.start) + span.end.abs_diff(other.end);
    got.iter().filter(|item| at(item).overlaps(span)).min_by_key(|item| apart(at(item)))
}

fn label(at: &Words) -> String {
    format!("line {} {:?}", at.line, at.words)
}

impl Page<'_> {
    fn span(&self, at: &Words) -> Span {
        self.lines.find(at.line, &at.words, at.nth)
    }

    /// Marks what is reported in the article's own lines and is not among the items.
    fn no_others<'r>(
        &self,
        layer: &'static str,
        wanted: impl Iterator<Item = &'r Words>,
        got: impl Iterator<Item = (Span, String)>,
        board: &mut Board,
    ) {
        let wanted: Vec<Span> = wanted.map(|at| self.span(at)).collect();
        for (span, text) in got.filter(|(span, _)| self.article.holds(*span, self.lines)) {
            let expected = wanted.iter().any(|want| want.overlaps(span));
            board.mark(layer, expected, || {
                format!("line {} false {text:?}", self.lines.at(span.start))
            });
        }
    }

    fn citations(&self, board: &mut Board) {
        let Some(items) = &self.article.citations else { return };
        for item in items.iter().filter(|item| !item.at.optional) {
            let found = best(self.span(&item.at), &self.record.citations, |got| got.span);
            let numbered = matches!(item.form.as_str(), "full" | "short");
            let layer = if numbered { "citations.numbered" } else { "citations.unnumbered" };
            board.mark(layer, found.is_some(), || label(&item.at));
            let Some(got) = found else { continue };
            let note = |want: &str| {
                format!(
                    "{} want {want}, got {:?} {:?} {:?} {:?}",
                    label(&item.at),
                    got.kind,
                    got.identifier,
                    got.form,
                    got.issuer
                )
            };
            if let Some(want) = &item.identifier {
                let tight = |text: &str| text.replace([' ', '\u{a0}'], "").replace('–', "-");
                let same = got.identifier.as_deref().map(tight) == Some(tight(want))
                    || got.number.as_deref() == Some(want);
                board.mark("citations.identifier", same, || note(want));
            }
            if let Some(want) = &item.kind {
                let kind = got.kind.as_deref().unwrap_or_default();
                board.mark("citations.kind", allows(want, kind), || note(want));
            }
            board
                .mark("citations.form", allows(&item.form, got.form.as_str()), || note(&item.form));
            if let Some(want) = &item.issuer {
                let issuer = got.issuer.as_ref();
                let said = issuer.and_then(|issuer| issuer.stated.as_deref());
                let decoded = issuer.and_then(|issuer| issuer.decoded.as_deref());
                let fits = |got: &str| {
                    let got = spelt_out(got);
                    want.split('|')
                        .map(spelt_out)
                        .any(|want| got.contains(&want) || want.contains(&got))
                };
                board.mark("citations.issuer", said.into_iter().chain(decoded).any(fits), || {
                    note(want)
                });
            }
            if let Some(want) = &item.date {
                let time = got.date.as_deref().and_then(|id| self.record.time(id));
                let edtf = time.and_then(|time| time.edtf.as_deref()).unwrap_or_default();
                // The year alone is the symbol's.
                let year = got.year.is_some_and(|year| time.is_none() && *want == year.to_string());
                board.mark("citations.date", allows(want, edtf) || year, || {
                    format!("{} {edtf}", note(want))
                });
            }
        }
        let got = self.record.citations.iter().map(|got| (got.span, got.text.clone()));
        self.no_others("citations.true", items.iter().map(|item| &item.at), got, board);
    }

    fn people(&self, board: &mut Board) {
        let Some(items) = &self.article.people else { return };
        for item in items.iter().filter(|item| !item.at.optional) {
            let found = best(self.span(&item.at), &self.record.people, |got| got.span);
            let named = found.is_some_and(|got| got.name == item.at.words);
            board.mark("people.name", named, || {
                format!("{} got {:?}", label(&item.at), found.map(|got| &got.name))
            });
            let Some(got) = found else { continue };
            board.mark("people.title", has_title(item, got), || {
                let titles: Vec<_> = got.titles.iter().map(|title| &title.text).collect();
                format!("{} want {:?}, got {titles:?}", label(&item.at), item.title)
            });
            if let Some(want) = &item.role {
                let role = got.role.as_ref().map_or("other", |role| role.as_str());
                board.mark("people.role", allows(want, role), || {
                    format!("{} want {want}, got {role}", label(&item.at))
                });
            }
        }
        let got = self.record.people.iter().map(|got| (got.span, got.name.clone()));
        self.no_others("people.true", items.iter().map(|item| &item.at), got, board);
    }

    fn organizations(&self, board: &mut Board) {
        let Some(items) = &self.article.organizations else { return };
        for item in items.iter().filter(|item| !item.at.optional) {
            let found = best(self.span(&item.at), &self.record.organizations, |got| got.span);
            board.mark("organizations.found", found.is_some(), || label(&item.at));
            let Some(got) = found else { continue };
            let same = got.text.to_lowercase() == item.at.words.to_lowercase();
            board.mark("organizations.extent", same, || {
                format!("{} got {:?}", label(&item.at), got.text)
            });
            if let Some(want) = &item.name {
                let name = got.name.as_deref().unwrap_or(&got.text).to_lowercase();
                let same = want.split('|').any(|want| {
                    name.starts_with(&want.to_lowercase()) || want.to_lowercase().starts_with(&name)
                });
                board.mark("organizations.name", same, || {
                    format!("{} want {want}, got {name}", label(&item.at))
                });
            }
            if let Some(want) = &item.level {
                let level = got.level.as_deref().unwrap_or_default();
                board.mark("organizations.level", allows(want, level), || {
                    format!("{} want {want}, got {level:?}", label(&item.at))
                });
            }
        }
        let titles = self.titles();
        let outside = self
            .record
            .organizations
            .iter()
            .filter(|got| !titles.iter().any(|span| span.overlaps(got.span)));
        let got = outside.map(|got| (got.span, got.text.clone()));
        self.no_others("organizations.true", items.iter().map(|item| &item.at), got, board);
    }

    fn places(&self, board: &mut Board) {
        let Some(items) = &self.article.places else { return };
        for item in items.iter().filter(|item| !item.at.optional) {
            let found = best(self.span(&item.at), &self.record.places, |got| got.span);
            board.mark("places.found", found.is_some(), || label(&item.at));
            let Some(got) = found else { continue };
            let note = |want: &str| {
                format!(
                    "{} want {want}, got {} {:?} {:?} {:?}",
                    label(&item.at),
                    got.status.as_str(),
                    got.code,
                    got.level,
                    got.candidates
                )
            };
            board.mark("places.status", allows(&item.status, got.status.as_str()), || {
                note(&item.status)
            });
            // A road or a hamlet may be left without a code; its status says so.
            let resolved = got.status == PlaceStatus::Resolved;
            if let Some(want) = item.code.as_ref().filter(|_| resolved) {
                let code = got.code.as_deref().unwrap_or_default();
                let fits = want.split('|').any(|want| {
                    code.strip_prefix(want)
                        .is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
                });
                board.mark("places.code", fits, || note(want));
            }
            if let Some(want) = &item.level {
                let level = got.level.as_deref().unwrap_or_default();
                board.mark("places.level", allows(want, level), || note(want));
            }
        }
        // Those inside bodies, titles and papers are not judged.
        let mut inside = self.titles();
        inside.extend(self.record.organizations.iter().map(|got| got.span));
        inside.extend(self.record.citations.iter().map(|got| got.span));
        inside.extend(self.article.organizations.iter().flatten().map(|item| self.span(&item.at)));
        let outside = self
            .record
            .places
            .iter()
            .filter(|got| !inside.iter().any(|span| span.overlaps(got.span)));
        let got = outside.map(|got| (got.span, got.text.clone()));
        self.no_others("places.true", items.iter().map(|item| &item.at), got, board);
    }

    fn diseases(&self, board: &mut Board) {
        let Some(items) = &self.article.diseases else { return };
        for item in items.iter().filter(|item| !item.at.optional) {
            let found = best(self.span(&item.at), &self.record.diseases, |got| got.span);
            board.mark("diseases.found", found.is_some(), || {
                format!("{} {:?}", label(&item.at), item.name)
            });
            let (Some(got), Some(want)) = (found, &item.icd10) else { continue };
            let code = got.icd10.as_deref().unwrap_or_default();
            let fits = want
                .split('|')
                .any(|want| code.get(..3).is_some_and(|code| want.starts_with(code)));
            board.mark("diseases.icd10", fits, || {
                format!("{} want {want}, got {code:?}", label(&item.at))
            });
        }
        let got = self.record.diseases.iter().map(|got| (got.span, got.text.clone()));
        self.no_others("diseases.true", items.iter().map(|item| &item.at), got, board);
    }

    fn patients(&self, board: &mut Board) {
        let Some(items) = &self.article.patients else { return };
        for item in items.iter().filter(|item| !item.at.optional) {
            let found = best(self.span(&item.at), &self.record.patients, |got| got.span);
            let numbers = found.map(|got| match got.number {
                Some(number) if got.numbers.is_empty() => vec![number],
                _ => got.numbers.clone(),
            });
            board.mark("patients.numbers", numbers.as_ref() == Some(&item.numbers), || {
                format!("{} want {:?}, got {numbers:?}", label(&item.at), item.numbers)
            });
        }
        let got = self.record.patients.iter().map(|got| (got.span, got.text.clone()));
        self.no_others("patients.true", items.iter().map(|item| &item.at), got, board);
    }

    /// Where titles stand, by the record and by the gold.
    fn titles(&self) -> Vec<Span> {
        let told =
            self.record.people.iter().flat_map(|person| &person.titles).map(|title| title.span);
        let wanted = self.article.people.iter().flatten().filter_map(|person| {
            let line = self.lines.span(person.at.line);
            let at = self.lines.raw(person.at.line).find(person.title.as_deref()?)?;
            Some(Span::new(line.start + at, line.start + at + person.title.as_deref()?.len()))
        });
        told.chain(wanted).collect()
    }
}

/// A body's name with the abbreviations that papers' symbols share with the text spelt out.
fn spelt_out(name: &str) -> String {
    let name = name.to_lowercase();
    name.replace("ubnd", "ủy ban nhân dân").replace("hđnd", "hội đồng nhân dân")
}

/// The whole chain as one title, or its pieces.
fn has_title(item: &gold::Person, got: &Person) -> bool {
    let pieces: Vec<&str> = got.titles.iter().map(|title| title.text.as_str()).collect();
    match &item.title {
        None => pieces.is_empty(),
        Some(want) => {
            want.split('|').any(|want| pieces.contains(&want) || pieces.join(", ") == want)
        }
    }
}
