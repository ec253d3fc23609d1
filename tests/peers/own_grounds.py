"""The section of the page on the examples that other readers' authors wrote."""
import collections

import grounds
import report
import score

HEAD = """
## On the others' own ground

The phrases that the authors of Duckling and of HeidelTime's Vietnamese rules give as examples, read from
checkouts of their repositories ({names}) with `cargo xtask peers` and the variables `DUCKLING` and `HEIDELTIME`
that say where these are. None of them is kept here.

"""
DUCKLING = """\
**Duckling**, `Duckling/Time/VI/Corpus.hs`, {total} phrases on {reference}, against the value that its authors want:

{table}
*Same*: the moment lies in our value's bounds, a clock time agrees. *In part*: the clock time or the length is the same,
and the day or the exact ends, which the phrase does not say, are left open or counted otherwise. *Other*: another
value, nearly all bare weekdays, months and days that Duckling looks for ahead and a newspaper means behind:
{others}. *Not read*: {none}.

"""
HEIDELTIME = """\
**HeidelTime**, the examples beside its rules, {total} phrases on {reference}: its rules give a value to
{read} of them, {values} values in all; ours gives the same value to {same} of these. Ours finds a time in {ours} of the
phrases. Where the two differ (ours, theirs): {differ}.
"""


def page(heideltime, duckling, programs):
    ours = programs[-1]
    parts = []
    if duckling:
        parts.append(on_duckling(duckling, ours))
    if heideltime:
        parts.append(on_heideltime(heideltime, ours, programs[-2]))
    names = " and ".join(name for name, given in
                         (("Duckling, BSD-3-Clause", duckling), ("HeidelTime, GPL-3.0", heideltime))
                         if given)
    return HEAD.format(names=names) + "".join(parts) if parts else ""


def quoted(phrases):
    return ", ".join(f"“{phrase}”" for phrase in phrases) or "none"


def on_duckling(checkout, ours):
    verdicts = collections.defaultdict(list)
    for phrase, *wanted in dict.fromkeys(grounds.duckling(checkout)):
        verdict = grounds.judge(ours.read(phrase, grounds.REFERENCE), *wanted)
        verdicts[verdict].append(phrase)
    total = sum(map(len, verdicts.values()))
    rows = [[report.percent(len(verdicts[word]), total) for word in ("same", "part", "other", "none")]]
    table = "| Same | In part | Other | Not read |\n| --: | --: | --: | --: |\n"
    table += "".join(f"| {' | '.join(row)} |\n" for row in rows)
    return DUCKLING.format(total=total, reference=grounds.REFERENCE, table=table,
                           others=quoted(verdicts["other"]), none=quoted(verdicts["none"]))


def on_heideltime(checkout, ours, theirs):
    phrases = grounds.heideltime(checkout)
    read = values = same = found = 0
    differ = []
    for phrase in phrases:
        times = ours.read(phrase, grounds.REFERENCE)
        mine = {score.plain(time.get("value")) for time in times} - {""}
        wanted = [find.points[0] for find in theirs.read(phrase, grounds.REFERENCE)]
        read, values, found = read + bool(wanted), values + len(wanted), found + bool(times)
        for value in wanted:
            if score.plain(value) in mine:
                same += 1
            else:
                differ.append(f"“{phrase}” ({' '.join(sorted(mine)) or '–'}, {value})")
    return HEIDELTIME.format(total=len(phrases), reference=grounds.REFERENCE, read=read, values=values,
                             same=same, ours=found, differ="; ".join(differ))
