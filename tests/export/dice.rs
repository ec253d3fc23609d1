//! Any record at all: every field present or not, words that do harm, spans that fit nothing.

use nienbieu_model::{
    Block, Certainty, Change, Citation, Components, Diagnostic, Directive, Disease, Edited,
    Encoding, Event, Issuer, NumberSpan, Organization, Patient, Person, Place, Publication,
    Quantity, Record, Source, Span, SpannedText, Time, Title,
};
use proptest::prelude::*;

/// Words to throw into any field.
const WORDS: [&str; 14] = [
    super::NASTY,
    "",
    "t1",
    "e1",
    "published",
    "2021-07-24",
    "2021-07-24T18:30:00",
    "2021-07-24T18:30:00+07:00",
    "2021-07-20/..",
    "XXXX-07",
    "planned",
    "MID",
    "Ngày 5/8\r\nmột\thai \u{0}\u{1b}[2J\u{fffe} 🎉",
    "+07:00",
];

pub(crate) fn record() -> impl Strategy<Value = Record> {
    (prop::collection::vec(any::<u32>(), 64..512), any::<String>())
        .prop_map(|(numbers, text)| Dice { numbers, at: 0, text }.record())
}

/// Numbers that decide everything, used round and round.
struct Dice {
    numbers: Vec<u32>,
    at: usize,
    text: String,
}

impl Dice {
    fn throw(&mut self, sides: usize) -> usize {
        self.at += 1;
        let number = self.numbers[self.at % self.numbers.len()];
        (number as usize).rotate_left((self.at % 31) as u32) % sides
    }

    fn word(&mut self) -> String {
        match self.throw(WORDS.len() + 1) {
            0 => self.text.clone(),
            i => WORDS[i - 1].to_owned(),
        }
    }

    fn maybe<T>(&mut self, of: impl FnOnce(&mut Self) -> T) -> Option<T> {
        (self.throw(3) > 0).then(|| of(self))
    }

    fn some<T>(&mut self, of: impl Fn(&mut Self) -> T) -> Vec<T> {
        (0..self.throw(4)).map(|_| of(self)).collect()
    }

    fn words(&mut self) -> Option<String> {
        self.maybe(Self::word)
    }

    fn flag(&mut self) -> bool {
        self.throw(2) == 0
    }

    fn span(&mut self) -> Span {
        let length = self.text.len() + 8;
        Span::new(self.throw(length), self.throw(length))
    }

    fn spanned(&mut self) -> SpannedText {
        SpannedText { text: self.word(), span: self.span() }
    }

    fn number(&mut self) -> f64 {
        let (whole, exponent) = (self.throw(1 << 20) as f64, self.throw(40) as i32 - 20);
        whole * 7f64.powi(exponent) - 3.3
    }

    fn publication(&mut self) -> Publication {
        Publication {
            edtf: self.words(),
            earliest: self.words(),
            latest: self.words(),
            status: self.word().as_str().into(),
            time_zone: self.words(),
            evidence: self.some(Self::span),
        }
    }

    fn certainty(&mut self) -> Certainty {
        self.word().as_str().into()
    }

    fn components(&mut self) -> Components {
        Components {
            year: self.certainty(),
            month: self.certainty(),
            day: Certainty::Inferred,
            hour: Certainty::Absent,
            minute: Certainty::Assumed,
        }
    }

    fn time(&mut self) -> Time {
        Time {
            id: self.word(),
            span: self.span(),
            text: self.word(),
            kind: ["DATE", "TIME", "DURATION", "SET", "INTERVAL", "AGE"][self.throw(6)].into(),
            value: self.words(),
            modifier: self.words().map(Into::into),
            quant: self.words().map(Into::into),
            freq: self.words(),
            edtf: self.words(),
            earliest: self.words(),
            latest: self.words(),
            grain: self.words().map(|grain| grain.as_str().into()),
            part_of_day: self.words().map(Into::into),
            begin: self.words(),
            end: self.words(),
            anchor: self.words(),
            components: self.maybe(Self::components),
            class: self.word().as_str().into(),
            calendar: self.words().map(Into::into),
            rule: self.word().into(),
        }
    }

    fn quantity(&mut self) -> Quantity {
        Quantity {
            id: self.word(),
            number: self.maybe(|dice| NumberSpan { span: dice.span() }),
            max: self.maybe(Self::number),
            comparator: self.word().into(),
            comparator_text: self.words(),
            unit: self.words(),
            metric: self.words().map(Into::into),
            aspect: self.words().map(Into::into),
            population: self.words(),
            disease: self.words(),
            time: self.words(),
            edtf: self.words(),
            time_basis: self.words().map(Into::into),
            place: self.words(),
            place_code: self.words(),
            place_basis: self.words().map(Into::into),
            part_of: self.words(),
            ..Quantity::new(self.word(), self.span(), self.number(), self.word().into())
        }
    }

    fn citation(&mut self) -> Citation {
        Citation {
            id: self.word(),
            span: self.span(),
            text: self.word(),
            kind: self.words(),
            identifier: self.words(),
            number: self.words(),
            year: self.maybe(|dice| dice.throw(3000) as i16),
            type_code: self.words(),
            issuer_code: self.words(),
            unit_code: self.words(),
            issuer: self.maybe(|dice| Issuer {
                decoded: dice.words(),
                stated: dice.words(),
                conflict: dice.flag(),
            }),
            date: self.words(),
            about: self.words(),
            form: self.word().as_str().into(),
            refers_to: self.words(),
        }
    }

    fn person(&mut self) -> Person {
        Person {
            id: self.word(),
            span: self.span(),
            name: self.word(),
            titles: self.some(|dice| Title {
                text: dice.word(),
                span: dice.span(),
                organization: dice.words(),
            }),
            role: self.words().map(|role| role.as_str().into()),
        }
    }

    fn organization(&mut self) -> Organization {
        Organization {
            id: self.word(),
            span: self.span(),
            text: self.word(),
            name: self.words(),
            abbreviation: self.words(),
            level: self.words(),
            place: self.words(),
        }
    }

    fn place(&mut self) -> Place {
        Place {
            id: self.word(),
            span: self.span(),
            text: self.word(),
            name: self.words(),
            level: self.words(),
            code: self.words(),
            parent: self.words(),
            status: self.word().as_str().into(),
            candidates: self.some(Self::word),
        }
    }

    fn directive(&mut self) -> Directive {
        Directive {
            id: self.word(),
            span: self.span(),
            marker: self.words(),
            level: self.maybe(|dice| dice.throw(200) as u8),
            parent: self.words(),
            addressees: self.some(Self::spanned),
            deadline: self.words(),
            source: self.words(),
        }
    }

    fn event(&mut self) -> Event {
        Event {
            id: self.word(),
            edtf: self.words(),
            earliest: self.words(),
            latest: self.words(),
            time: self.words(),
            time_basis: self.words(),
            place: self.words(),
            actors: self.some(Self::word),
            quantities: self.some(Self::word),
            citations: self.some(Self::word),
            directives: self.some(Self::word),
            diseases: self.some(Self::word),
            modality: self.words().map(|modality| modality.as_str().into()),
            sources: self.some(Self::word),
            ..Event::new(self.word().as_str().into(), self.span())
        }
    }

    fn change(&mut self) -> Change {
        let (layer, index) = (self.word().into(), self.throw(99));
        let was = serde_json::json!({"id": self.word(), "value": self.number(), "max": null});
        match self.throw(4) {
            0 => Change::Replaced { layer, index, was },
            1 => Change::Removed { layer, index, was },
            2 => Change::Added { layer, index },
            _ => Change::Accepted { layer, id: self.word() },
        }
    }

    fn source(&mut self) -> Source {
        Source {
            part: self.throw(9) as u32,
            name: self.words(),
            url: self.words(),
            captured_at: self.words(),
            media_type: self.words(),
            encoding: self
                .maybe(|dice| Encoding { name: dice.word().into(), reason: dice.word().into() }),
            byte_offset: self.maybe(|dice| dice.throw(99) as u64),
            byte_len: self.maybe(|dice| dice.throw(99) as u64),
        }
    }

    fn record(&mut self) -> Record {
        let text = self.text.clone();
        Record {
            source: self.source(),
            text: self.maybe(|_| text.into()),
            language: self.word().into(),
            title: self.maybe(Self::spanned),
            lead: self.maybe(Self::spanned),
            byline: self.maybe(Self::spanned),
            outlet: self.maybe(Self::spanned),
            section: self.maybe(Self::spanned),
            published: self.publication(),
            modified: self.maybe(Self::publication),
            blocks: self.some(|dice| Block {
                kind: dice.word().as_str().into(),
                span: dice.span(),
                marker: dice.words(),
                parent: dice.maybe(|dice| dice.throw(9)),
                reason: dice.words(),
            }),
            times: self.some(Self::time),
            quantities: self.some(Self::quantity),
            citations: self.some(Self::citation),
            people: self.some(Self::person),
            organizations: self.some(Self::organization),
            places: self.some(Self::place),
            diseases: self.some(|dice| Disease {
                id: dice.word(),
                span: dice.span(),
                text: dice.word(),
                name: dice.word(),
                icd10: dice.words(),
            }),
            patients: self.some(|dice| Patient {
                id: dice.word(),
                span: dice.span(),
                text: dice.word(),
                number: dice.maybe(|dice| dice.throw(99) as u64),
                numbers: dice.some(|dice| dice.throw(99) as u64),
            }),
            directives: self.some(Self::directive),
            events: self.some(Self::event),
            diagnostics: self.some(|dice| Diagnostic {
                code: dice.word().into(),
                severity: dice.word().as_str().into(),
                message: dice.word(),
                span: dice.maybe(Self::span),
            }),
            edits: self.some(|dice| Edited {
                edit: dice.throw(9),
                operation: dice.word().into(),
                changes: dice.some(Self::change),
            }),
            ..Record::new(self.word(), 1)
        }
    }
}
