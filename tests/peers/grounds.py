"""The examples that other readers are tested with by their own authors, read by ours.

They are read from a checkout and not kept here.
"""
import datetime
import pathlib
import re

import score

REFERENCE = "2017-02-02T03:55"
POINT = re.compile(r"examples \(datetime \((.*?)\) (\w+)\)")
SPAN = re.compile(r"examples \(datetimeInterval \(\((.*?)\), \((.*?)\)\) (\w+)\)")
ENGLISH = re.compile(r"\b(?:Early|November|about|circa|from|on|in|began|the|this|is|using|Easter\w+|to|[ap]\.m|[AP]M|[ap]m)\b.*")
PHRASE = re.compile(r'^\s*[\[,]\s+"([^"]+)"')


def duckling(checkout):
    """Duckling's Vietnamese corpus: phrase, first moment, moment past the last, grain."""
    source = (pathlib.Path(checkout) / "Duckling/Time/VI/Corpus.hs").read_text(encoding="utf-8")
    wanted = None
    for line in source.splitlines():
        if found := POINT.search(line):
            wanted = (moment(found[1]), None, found[2])
        elif found := SPAN.search(line):
            wanted = (moment(found[1]), moment(found[2]), found[3])
        if wanted and (found := PHRASE.match(line)):
            yield found[1], *wanted


def moment(numbers):
    return datetime.datetime(*map(int, numbers.split(",")))


def judge(times, first, past, grain):
    """same: the moment lies in a time's bounds; part: the clock or the length is the same and nothing
    contradicts; other: another value; none: nothing was found."""
    if not times:
        return "none"
    verdicts = [verdict(time, first, past, grain) for time in times]
    return next((word for word in ("same", "part") if word in verdicts), "other")


def verdict(time, first, past, grain):
    clock = re.search(r"T(\d\d)(?::(\d\d))?", time.get("value") or "")
    if grain in ("Hour", "Minute") and past is None and clock:
        fits = int(clock[1]) == first.hour and int(clock[2] or 0) == first.minute
        if not fits:
            return "other"
        day = (time.get("edtf") or "")[:10]
        return "same" if day == first.date().isoformat() else "other" if day else "part"
    if past and time["type"] == "DURATION":
        units = {"Second": "S", "Minute": "M", "Hour": "H", "Day": "D", "Month": "M", "Year": "Y"}
        return "part" if (time.get("value") or "").endswith(units.get(grain, "?")) else "other"
    earliest, latest = (str(time.get(end) or "")[:10] for end in ("earliest", "latest"))
    day = first.date().isoformat()
    if not earliest or not latest or not earliest <= day <= latest:
        return "other"
    return "same" if past or grain != "Day" or earliest == latest else "other"


def heideltime(checkout):
    """The phrases behind the examples of HeidelTime's rules, optional words left in."""
    rules = pathlib.Path(checkout) / "resources/vietnamese/rules"
    phrases = {}
    for path in sorted(rules.glob("*.txt")):
        for line in path.read_text(encoding="utf-8-sig").splitlines():
            found = re.match(r"//\s*EXAMPLE\s+\S+\s*:(.*)", line)
            if found and (phrase := clean(found[1])):
                phrases[phrase] = None
    return list(phrases)


def clean(example):
    """The phrase without the notes behind it and the marks of choices in it."""
    phrase = re.split(r"\t| - find|\(?find|: |\s{3,}", example.strip().replace("[,]?", ","))[0]
    phrase = ENGLISH.split(phrase)[0]
    phrase = re.sub(r"\(([^()|]*)(?:\|[^()]*)?\)\??", r" \1 ", phrase)
    phrase = re.sub(r"(\w+)(?:/[^\W\d]+)+(?:\.\.\.)?|\.\.\.", r"\1", phrase)
    phrase = " ".join(phrase.split())
    vietnamese = re.search(r"[À-ỹ]", phrase) or re.search(r"\d", phrase)
    return phrase if vietnamese and "\\" not in phrase and "TX3" not in phrase else ""
