#!/usr/bin/env python3
"""Check the corpus against its own rules: `python3 tests/corpus/check.py`.

Standard library only. Prints each fault and a count by class; exits 1 on any fault.
"""
import collections
import datetime
import json
import pathlib
import re
import sys

HERE = pathlib.Path(__file__).parent
KINDS = {"title", "section", "stamp", "dateline", "description", "paragraph", "heading",
         "caption", "list_item", "table", "quote", "byline", "chrome"}
TYPES = {"DATE", "TIME", "DURATION", "SET", "INTERVAL"}
CLASSES = {"core", "vague", "age", "holiday", "named_period"}
MODS = {"START", "MID", "END", "BEFORE", "AFTER", "APPROX", "LESS_THAN", "MORE_THAN",
        "EQUAL_OR_MORE", "EQUAL_OR_LESS"}
REFS = {"PRESENT_REF", "PAST_REF", "FUTURE_REF"}
PARTS = {"MO", "MI", "AF", "EV", "NI", "DT", "DA"}
YEAR = r"(?:\d{4}|\d{3}X|\d{2}XX|XXXX)"
DAY = YEAR + r"-(?:0[1-9]|1[0-2]|XX)-(?:0[1-9]|[12]\d|3[01])"
POINT = re.compile(rf"(?:{DAY}T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?|{DAY}"
                   rf"|{YEAR}-(?:0[1-9]|1[0-2]|2[1-4]|3[3-6])|{YEAR})[~?%]?")
DURATION = re.compile(r"P(?:\d+(?:\.\d+)?[YMWD]|X[YMWD])*(?:T\d+[HMS](?:\d+[MS])*)?")
WEEKDAY = {"hai": 0, "2": 0, "ba": 1, "3": 1, "tư": 2, "4": 2, "năm": 3, "5": 3,
           "sáu": 4, "6": 4, "bảy": 5, "7": 5, "nhật": 6}


def real_day(text):
    """The calendar day that a full EDTF point starts with, or None; raises if impossible."""
    found = re.match(r"(\d{4})-(\d\d)-(\d\d)", text)
    return datetime.date(*map(int, found.groups())) if found else None


def edtf_fault(text):
    parts = text.split("/")
    if len(parts) > 2:
        return "more than two ends"
    ends = []
    for part in parts:
        if part in ("", "..") and len(parts) == 2:
            continue
        if not POINT.fullmatch(part):
            return f"not EDTF: {part!r}"
        try:
            ends.append(real_day(part))
        except ValueError as error:
            return str(error)
    if len(ends) == 2 and all(ends) and ends[0] > ends[1]:
        return "ends before it begins"
    return None


def occurrences(line, words):
    at, found = line.find(words), []
    while at >= 0:
        found.append(at)
        at = line.find(words, at + 1)
    return found


def weekday_fault(item):
    """A weekday named next to a full date must be that date's weekday."""
    found = re.search(r"(?:thứ|chủ)\s+(\w+)", item["words"].lower())
    edtf = item.get("edtf") or ""
    if not found or found[1] not in WEEKDAY or "/" in edtf:
        return None
    day = real_day(edtf)
    if day and day.weekday() != WEEKDAY[found[1]]:
        return f"{item['words']!r} is not the weekday of {day}"
    return None


def item_faults(item, lines):
    line = lines[item["line"] - 1] if 0 < item["line"] <= len(lines) else ""
    if len(occurrences(line, item["words"])) < item["nth"]:
        yield f"words not found: {item['words']!r} ({item['nth']})"
    if not set(item["type"].split("|")) <= TYPES:
        yield f"type {item['type']!r}"
    if item.get("optional", True) is not True or item.get("mod", "START") not in MODS:
        yield f"{item['words']!r}: optional or mod"
    if not set(item["class"].split("|")) <= CLASSES:
        yield f"class {item['class']!r}"
    for edtf in [item.get("edtf"), *item.get("edtf_accept", [])]:
        fault = edtf_fault(edtf) if edtf else None
        if fault:
            yield f"{item['words']!r}: {fault}"
    value = item.get("value", "")
    if not item.get("edtf") and not value:
        yield f"{item['words']!r}: neither edtf nor value"
    if {"DURATION", "SET"} & set(item["type"].split("|")):
        if not value or not all(DURATION.fullmatch(v) for v in value.split("/")):
            yield f"{item['words']!r}: duration {value!r}"
    if item["class"] == "vague" and item["type"] == "DATE" and value not in REFS:
        yield f"{item['words']!r}: vague without a reference value"
    part = re.fullmatch(r".*T([A-Z]{2})", value)
    if part and part[1] not in PARTS:
        yield f"{item['words']!r}: part of day {part[1]}"
    fault = weekday_fault(item)
    if fault:
        yield fault


def published_faults(published):
    status, edtf = published["status"], published.get("edtf")
    if status not in ("stated", "inferred", "unknown"):
        yield f"published status {status!r}"
    if (status == "stated") != bool(edtf) and status != "inferred":
        yield f"published {status} with {edtf!r}"
    for key in ("edtf", "earliest", "latest"):
        fault = edtf_fault(published[key]) if published.get(key) else None
        if fault:
            yield f"published {key}: {fault}"


def article_faults(article, lines, taken):
    for number, kind in article["lines"].items():
        if not set(kind.split("|")) <= KINDS:
            yield f"line {number}: kind {kind!r}"
        if number in taken:
            yield f"line {number} belongs to two articles"
        taken.add(number)
    yield from published_faults(article["published"])
    if article["modified"] and edtf_fault(article["modified"]):
        yield f"modified {article['modified']!r}"
    joined = re.sub(r"\s+", " ", " ".join(lines))
    for field in ("title", "section", "outlet", "byline"):
        text = article[field]
        if text and re.sub(r"\s+", " ", text) not in joined:
            yield f"{field} is not on the page: {text!r}"
    last = (0, 0, 0)
    for item in article["times"]:
        for fault in item_faults(item, lines):
            yield f"line {item['line']}: {fault}"
        if article["lines"].get(str(item["line"])) in (None, "chrome"):
            yield f"line {item['line']}: {item['words']!r} on a line of another kind"
        found = occurrences(lines[item["line"] - 1], item["words"])
        at = found[item["nth"] - 1] if len(found) >= item["nth"] else 0
        here = (item["line"], at, -len(item["words"]))
        if here <= last:
            yield f"line {item['line']}: {item['words']!r} out of order"
        last = here


def file_faults(path, counts):
    gold = json.loads(path.with_suffix("").with_suffix(".gold.json").read_text("utf-8"))
    lines = path.read_bytes().decode("utf-8-sig").split("\n")
    taken = set()
    for article in gold["articles"]:
        yield from article_faults(article, lines, taken)
        counts["articles"] += 1
        counts["published " + article["published"]["status"]] += 1
        for item in article["times"]:
            counts["time " + item["type"]] += 1
            counts["class " + item["class"]] += 1
        for kind in article["lines"].values():
            counts["line " + kind] += 1
    # Python counts no-break spaces as white space and zero-width characters as text.
    full = {str(n) for n, line in enumerate(lines, 1) if line.strip()}
    for number in sorted(full ^ taken, key=int):
        yield f"line {number}: " + ("has no kind" if number in full else "is blank")
    counts["words"] += sum(len(line.split()) for line in lines)
    counts["files"] += 1


def main():
    texts = sorted(HERE.glob("*.txt"))
    golds = {p.name[:-len(".gold.json")] for p in HERE.glob("*.gold.json")}
    faults = [f"{name}: text or gold is missing" for name in golds ^ {p.stem for p in texts}]
    counts = collections.Counter()
    for path in texts:
        if path.stem in golds:
            faults += [f"{path.name}: {fault}" for fault in file_faults(path, counts)]
    for fault in faults:
        print(fault)
    for name, count in sorted(counts.items()):
        print(f"{count:6} {name}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
