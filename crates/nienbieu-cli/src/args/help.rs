//! What stands behind the options in `--help` and in the manual.

macro_rules! exit_codes {
    () => {
        "\
Exit codes:
  0  all is done (also when the reader of the output went away)
  1  some of the input failed, or the output could not be written; stderr says what
  2  the command line is wrong"
    };
}

pub(super) const PARSE_HELP: &str = concat!(
    "\
Examples:
  nienbieu parse article.txt                    the timeline, on the terminal
  nienbieu parse news/ -o news.ndjson           every text, page and archive below
  nienbieu parse --published 2021-07-24 a.txt   for a page that states no date
  nienbieu parse news/ --format csv > events.csv
  nienbieu parse news/ --format csv -o tables   events.csv, quantities.csv, citations.csv
  nienbieu parse --edits log.json news/         with a log of corrections played on them
  nienbieu parse -f html --language en a.txt > a.html
  nienbieu parse -f timeml -o marked news/      a file an article
  nienbieu parse -f table --kind case_report --place 'dien bien' news/
  nienbieu parse < a.txt | jq '.events[].edtf'

In the table, the words that date an event are marked, (dates in brackets) are
taken over from another sentence, and L12 is the line of the source. Below an
event stands what hangs on it; behind the events, layer by layer, what the
article names, each paper, person, body and place once (×3: three mentions).

With --kind, --place or --metric, an event is shown that has all of them (its
place or a figure's, a figure's metric), a figure by its own, and of the other
layers what hangs on these.

",
    exit_codes!()
);

pub(super) const INGEST_HELP: &str = concat!(
    "\
Examples:
  nienbieu ingest crawl/ --out records
  nienbieu ingest 'news-*.jsonl.zst' -o records -f parquet,sqlite
  nienbieu ingest page.warc.gz -o records --progress json -v
  nienbieu ingest incoming/ -o records --watch

Output is cut into files of about --shard-size; each appears whole. Stopped in
whatever way, the same command goes on from the last of them, and what comes of
it is the same to the byte. What cannot be read is a line of dead.jsonl, with
its place and its bytes; report.json says what was done.

",
    exit_codes!()
);

pub(super) const EXPLAIN_HELP: &str = concat!(
    "\
Examples:
  nienbieu explain article.txt
  nienbieu explain --published 2021-07-24 article.txt | less
  nienbieu explain --format json a.txt | jq '.lines[].items[] | select(.id == \"t3\")'

Each line stands with its number and its kind; what was found in it is marked,
with its id, and told below: its words, its value, and step by step what that
rests on. What lies within something else is told below it, further in.

",
    exit_codes!()
);

pub(super) const TIME_HELP: &str = concat!(
    "\
Examples:
  echo 'sáng 24/7' | nienbieu time --reference 2021-07-30
  nienbieu time --reference 2021-06-18T18:27+07:00 < phrases.txt
  echo 'sáng 24/7' | nienbieu time --explain --format text

",
    exit_codes!()
);

pub(super) const EXIT_CODES: &str = exit_codes!();
