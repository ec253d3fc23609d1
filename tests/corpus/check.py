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
COMPARATORS = {"eq", "gt", "ge", "lt", "le", "approx", "lt_approx", "range", "approx_range",
               "range_ge_lt", "ordinal"}
ASPECTS = {"new", "cumulative", "stock", "target", "planned", "capacity", "repeat", "qualifier",
           "ordinal", "duration", "enumeration"}
METRICS = {"cases", "cases_new", "active_cases", "deaths", "recovered", "hospitalised", "severe",
           "secondary_infections", "community_cases", "first_case", "quarantined",
           "quarantine_completed", "contacts", "lockdown_areas", "tests", "samples",
           "testing_capacity", "rapid_test_samples", "rapid_tested_people", "test_results",
           "vaccine_doses", "share_vaccinated", "share", "beds", "checkpoints", "border_posts",
           "people_through_checkpoints", "health_declarations", "people_from_affected_areas",
           "vehicles_disinfected", "inspection_teams", "groups_commended",
           "individuals_commended", "money", "change", "people", "rate", "households",
           "livestock", "area", "length", "weight", "volume", "power", "houses", "injured",
           "missing", "vehicles", "passengers", "students", "companies", "products", "score",
           "temperature", "speed", "rainfall", "other"}
FORMS = {"full", "short", "anaphor", "unnumbered"}
ROLES = {"chair", "speaker", "attendee", "addressee", "signatory", "byline", "other"}
ORGANIZATION_LEVELS = {"central", "province", "district", "commune"}
STATUSES = {"resolved", "ambiguous", "unresolved"}
PLACE_LEVELS = {"country", "region", "province", "district", "commune", "hamlet", "facility",
                "road"}
EVENT_KINDS = {"publication", "case_report", "measure", "document_issued", "meeting", "statement",
               "directive", "award", "target", "period", "other"}
MODALITIES = {"fact", "planned", "target", "conditional", "negated", "reported"}
WORDS = {"line", "words", "nth"}
# A layer's keys that every item has, and those that it may have besides "optional".
LAYERS = {
    "quantities": (WORDS | {"value", "unit", "metric"},
                   {"max", "comparator", "aspect", "edtf", "edtf_accept", "place", "place_name",
                    "disease", "part_of"}),
    "citations": (WORDS | {"kind", "identifier", "form"}, {"issuer", "date"}),
    "people": (WORDS | {"title"}, {"role"}),
    "organizations": (WORDS, {"name", "level"}),
    "places": (WORDS | {"status", "level"}, {"code"}),
    "diseases": (WORDS | {"name", "icd10"}, set()),
    "patients": (WORDS | {"numbers"}, set()),
    "directives": ({"line", "marker", "addressees"}, {"deadline", "parent"}),
    "events": (WORDS | {"kind"}, {"modality"}),
}
# What an open "a|b" may be made of.
CHOICES = {
    ("quantities", "comparator"): COMPARATORS, ("quantities", "aspect"): ASPECTS,
    ("quantities", "metric"): METRICS, ("citations", "form"): FORMS, ("people", "role"): ROLES,
    ("organizations", "level"): ORGANIZATION_LEVELS, ("places", "status"): STATUSES,
    ("places", "level"): PLACE_LEVELS, ("events", "kind"): EVENT_KINDS,
    ("events", "modality"): MODALITIES,
}
CODE = re.compile(r"VN(?:-(?:\d\d|CT|DN|HN|HP|SG))?")
ICD10 = re.compile(r"[A-Z]\d\d(?:\.\d)?(?:\|[A-Z]\d\d(?:\.\d)?)*")
ARTICLE = {"title", "section", "outlet", "byline", "published", "modified", "lines", "times"}
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


def item_faults(item, lines, published):
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
    # A page that nothing dates leaves "năm ngoái" without either.
    if not item.get("edtf") and not value and published["status"] != "unknown":
        yield f"{item['words']!r}: neither edtf nor value"
    if {"DURATION", "SET"} & set(item["type"].split("|")):
        if not value or not all(DURATION.fullmatch(v) for v in value.split("/")):
            yield f"{item['words']!r}: duration {value!r}"
    dated = published["status"] != "unknown"
    if item["class"] == "vague" and item["type"] == "DATE" and dated and value not in REFS:
        yield f"{item['words']!r}: vague without a reference value"
    part = re.fullmatch(r".*T([A-Z]{2})", value)
    if part and part[1] not in PARTS:
        yield f"{item['words']!r}: part of day {part[1]}"
    fault = weekday_fault(item)
    if fault:
        yield fault


def is_number(value):
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def quantity_faults(item, article):
    if not is_number(item["value"]):
        yield f"value {item['value']!r}"
    elif "max" in item and (not is_number(item["max"]) or item["max"] <= item["value"]):
        yield f"max {item['max']!r} of {item['value']!r}"
    if ("max" in item) != ("range" in item.get("comparator", "eq")):
        yield "max and range do not go together"
    if "part_of" in item and item["part_of"] not in [q["value"] for q in article["quantities"]]:
        yield f"part_of {item['part_of']!r} is no quantity"
    if item["unit"] == "":
        yield "unit is empty"


def place_faults(item, _article):
    if ("resolved" == item["status"]) != ("code" in item) and "|" not in item["status"]:
        yield f"{item['status']} with code {item.get('code')!r}"


def citation_faults(item, _article):
    if item["identifier"] and item["identifier"] not in item["words"]:
        yield f"identifier {item['identifier']!r} is not in the words"
    if item["form"] == "full" and not item["identifier"]:
        yield "full without an identifier"


def disease_faults(item, _article):
    if item["icd10"] and not ICD10.fullmatch(item["icd10"]):
        yield f"icd10 {item['icd10']!r}"


def event_faults(item, article):
    if not any(all(time[key] == item[key] for key in WORDS) for time in article["times"]):
        yield "words are no time of the line"


LAYER_FAULTS = {"quantities": quantity_faults, "places": place_faults,
                "citations": citation_faults, "diseases": disease_faults, "events": event_faults}


def layer_item_faults(layer, item, article, line):
    needed, allowed = LAYERS[layer]
    for key in needed - item.keys():
        yield f"no {key}"
    for key in item.keys() - needed - allowed - {"optional"}:
        yield f"unknown key {key!r}"
    if needed - item.keys():
        return
    if "words" in needed and len(occurrences(line, item["words"])) < item["nth"]:
        yield f"words not found ({item['nth']})"
    if item.get("optional", True) is not True:
        yield "optional is true or left out"
    for key, value in item.items():
        choices = CHOICES.get((layer, key))
        if choices and value is not None and not set(value.split("|")) <= choices:
            yield f"{key} {value!r}"
    for key in ("place", "code"):
        if item.get(key) and not all(CODE.fullmatch(code) for code in item[key].split("|")):
            yield f"{key} {item[key]!r}"
    dates = [item.get("edtf"), item.get("date"), item.get("deadline"), *item.get("edtf_accept", [])]
    for edtf in filter(None, dates):
        if fault := edtf_fault(edtf):
            yield fault
    yield from LAYER_FAULTS.get(layer, lambda *_: ())(item, article)


def layer_faults(layer, article, lines):
    last = (0, 0, 0)
    for item in article[layer]:
        number = item.get("line", 0)
        line = lines[number - 1] if 0 < number <= len(lines) else ""
        told = f"line {number}: {layer}: {item.get('words', item.get('marker'))!r}: "
        for fault in layer_item_faults(layer, item, article, line):
            yield told + fault
        for name in item.get("addressees", []):
            if not any(name in line for line in lines):
                yield told + f"addressee is not on the page: {name!r}"
        if article["lines"].get(str(number)) in (None, "chrome"):
            yield told + "on a line of another kind"
        words, nth = item.get("words", ""), item.get("nth", 1)
        found = occurrences(line, words) if words else []
        here = (number, found[nth - 1] if len(found) >= nth else 0, -len(words))
        if here < last or here == last and words and layer != "events":
            yield told + "out of order"
        last = here


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
        for fault in item_faults(item, lines, article["published"]):
            yield f"line {item['line']}: {fault}"
        if article["lines"].get(str(item["line"])) in (None, "chrome"):
            yield f"line {item['line']}: {item['words']!r} on a line of another kind"
        found = occurrences(lines[item["line"] - 1], item["words"])
        at = found[item["nth"] - 1] if len(found) >= item["nth"] else 0
        here = (item["line"], at, -len(item["words"]))
        if here <= last:
            yield f"line {item['line']}: {item['words']!r} out of order"
        last = here
    for layer in LAYERS.keys() & article.keys():
        yield from layer_faults(layer, article, lines)
    for key in article.keys() - ARTICLE - LAYERS.keys():
        yield f"unknown key {key!r}"


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
        for layer in LAYERS.keys() & article.keys():
            counts["with " + layer] += 1
            counts[layer] += len(article[layer])
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
