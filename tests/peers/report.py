"""The comparison as a page."""
import datetime
import json
import platform
import subprocess

import readers
import score

HEAD = """\
# Side by side with other readers of Vietnamese times

Every text of [`tests/times/cases.json`](../tests/times/README.md), {texts} texts with {times} times and {empty}
texts with none, read by each program. Written on {date} by `cargo xtask peers`.

| Program | Version | Licence | Called as |
|---|---|---|---|
| chrono-node | {chrono} on Node.js {node} | MIT | `vi.parse(text, reference)` |
| dateparser | {dateparser} on Python {python} | BSD-3-Clause | `search_dates(text, languages=["vi"])`, both strategies, the other settings as they come |
| HeidelTime | rules of its repository | GPL-3.0 | its rules run by `tests/peers/heideltime.py` |
| nienbieu | {ours} | MIT OR Apache-2.0 | `nienbieu time --reference …` |

## How it is judged

- The phrases were written for this project, and its grammar was made to read all of them: its own column shows
  that nothing is left over, not how well it reads what it has not seen. The other columns show how much of this
  ground a program covers that was made for other ground.
- **Times that it can express**: chrono-node gives a moment with stated and implied parts, or two; dateparser gives
  one moment. What a program's answer has no room for is counted apart, neither right nor wrong: lengths, sets and
  ages, quarters, seasons, decades and the like, thirds of a month, open intervals, references without a day; for
  dateparser also intervals (their ends are times of their own) and days without a year.
- **Found**: some answer overlaps the words. **Right**: such an answer lies in the value. A moment anywhere in the day,
  week, month or year meant is right, whatever clock time or modifier comes with it; a clock time must agree to the
  minute or hour, an interval at both ends. One end of chrono-node's intervals counts for a time within them.
- HeidelTime's rules are run without HeidelTime, which lacks its tagger for Vietnamese; what they ask of parts of speech
  is left out. It gives TIMEX3 values, which must be the same; intervals are apart.
- nienbieu must meet words, type, value, modifier, EDTF and bounds to the letter instead.
- **False**: answers that overlap no time, in texts with times and without.
- The others need a moment to count from; where a text has none of its own they are given {moment}.

"""


def version(*command):
    return subprocess.run(list(map(str, command)), capture_output=True, text=True,
                          check=True).stdout.split()[-1]


def head(cases, binary):
    pins = dict(line.split("==") for line in
                (readers.HERE / "requirements.txt").read_text().splitlines())
    package = json.loads((readers.HERE / "package.json").read_text())
    return HEAD.format(
        texts=sum(case["positive"] for case in cases),
        times=sum(len(case["times"]) for case in cases),
        empty=sum(not case["positive"] for case in cases),
        date=datetime.date.today(), moment=readers.MOMENT,
        chrono=package["dependencies"]["chrono-node"], node=version("node", "--version")[1:],
        dateparser=pins["dateparser"], python=platform.python_version(),
        ours=version(binary, "--version"))


def table(columns, rows):
    lines = [columns, ["---"] + ["--:"] * (len(columns) - 1), *rows]
    return "".join(f"| {' | '.join(map(str, line))} |\n" for line in lines) + "\n"


def counts(cases, program, finds):
    """The tallies by class, in the corpus's order."""
    by_class = {}
    for case, found in zip(cases, finds):
        here = by_class.setdefault((case["positive"], case["class"]), score.Tally())
        here.add(score.tally(case, found, program.room, program.right))
    return by_class


def total(tallies):
    whole = score.Tally()
    for tally in tallies:
        whole.add(tally)
    return whole


def percent(part, whole):
    return f"{part} ({100 * part / whole:.1f} %)" if whole else str(part)


def totals(cases, programs, answers, tallies):
    columns = ["Program", "Times it can express", "Found", "Right", "Apart", "… of them found",
               "False beside times", "False where there is none", "Texts with such"]
    rows = []
    for program in programs:
        by_class = tallies[program.name]
        whole = total(by_class.values())
        beside = total(tally for (positive, _), tally in by_class.items() if positive)
        texts = [bool(finds) for case, finds in zip(cases, answers[program.name])
                 if not case["positive"]]
        rows.append([
            program.name, whole.expressible, percent(whole.found, whole.expressible),
            percent(whole.right, whole.expressible), whole.times - whole.expressible,
            whole.apart_found, beside.false, whole.false - beside.false,
            percent(sum(texts), len(texts))])
    return table(columns, rows)


def positive(programs, tallies):
    columns = ["Class", "Times", *(program.name for program in programs)]
    first = tallies[programs[0].name]
    rows = []
    for key in (key for key in first if key[0]):
        cells = [cell(tallies[program.name][key]) for program in programs]
        rows.append([key[1], first[key].times, *cells])
    return table(columns, rows)


def cell(tally):
    return f"{tally.right} / {tally.found} / {tally.expressible}" if tally.expressible else "–"


def negative(cases, programs, tallies):
    columns = ["Class", "Texts", *(program.name for program in programs)]
    rows = []
    for key in (key for key in tallies[programs[0].name] if not key[0]):
        texts = sum(not case["positive"] and case["class"] == key[1] for case in cases)
        rows.append([key[1], texts, *(tallies[program.name][key].false for program in programs)])
    return table(columns, rows)


def page(cases, programs, answers, binary):
    tallies = {program.name: counts(cases, program, answers[program.name])
               for program in programs}
    return (head(cases, binary)
            + "## All together\n\n" + totals(cases, programs, answers, tallies)
            + "## By class: right / found / times it can express\n\n" + positive(programs, tallies)
            + "## Texts without a time: false answers\n\n"
            + negative(cases, programs, tallies)).rstrip("\n") + "\n"
