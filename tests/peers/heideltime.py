"""HeidelTime's Vietnamese rules, run as they stand in a checkout of HeidelTime.

HeidelTime itself needs a tagger for Vietnamese that is no longer to be had. Its rules are regular
expressions with tables for their values, so they can be run without it: what a rule asks of parts of
speech is left out (which lets it find more), and values that hang on a date are counted from the date
given, as HeidelTime does for news. Nothing of it is kept in this project.
"""
import calendar
import datetime
import functools
import pathlib
import re

FIELD = re.compile(r'([A-Z_]+)="(.*?)"(?=\s*(?:,|$))')
CALL = re.compile(r"%(norm\w+)\(([^()]*)\)")
SUBSTRING = re.compile(r"%SUBSTRING%\(([^()]*),(\d+),(\d+)\)")
UPPERCASE = re.compile(r"%UPPERCASE%\(([^()]*)\)")
SUM = re.compile(r"%SUM%\(([^()]*),(-?\d+)\)")
UNITS = {"day": 1, "week": 7}
MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
WEEKDAYS = [day.lower() for day in calendar.day_name]


def lines(folder, kind, stem):
    path = folder / kind / f"resources_{kind}_{stem}.txt"
    text = path.read_text(encoding="utf-8-sig") if path.exists() else ""
    return [line.rstrip("\r") for line in text.split("\n") if line.strip() and line[:2] != "//"]


class Rule:
    def __init__(self, rules, kind, fields):
        self.name, self.kind, self.rules = fields["RULENAME"], kind, rules
        self.value = fields["NORM_VALUE"]
        self.modifier = fields.get("NORM_MOD", "")
        self.offset = [int(n) for n in re.findall(r"\d+", fields.get("OFFSET", ""))]
        part = r"%(re[A-Za-z0-9]+)"
        pattern = re.sub(part, lambda found: rules.pattern(found[1]), fields["EXTRACTION"])
        self.pattern = re.compile(pattern.replace(" ", r"[\s]+"), re.ASCII)

    def expand(self, expression, match):
        """The expression with groups, tables and functions put in."""
        text = re.sub(r"group\((\d+)\)", lambda found: match[int(found[1])] or "", expression)
        for _ in range(9):
            before = text
            text = CALL.sub(lambda found: self.rules.norm(found[1], found[2]), text)
            text = SUBSTRING.sub(lambda found: found[1][int(found[2]):int(found[3])], text)
            text = UPPERCASE.sub(lambda found: found[1].upper(), text)
            text = SUM.sub(lambda found: str(int(found[1] or 0) + int(found[2])), text)
            if text == before:
                break
        return text


class Rules:
    def __init__(self, folder):
        self.folder, self.rules = pathlib.Path(folder), []
        for stem, kind in (("date", "DATE"), ("time", "TIME"), ("duration", "DURATION"), ("set", "SET")):
            for line in lines(self.folder, "rules", f"{stem}rules"):
                fields = dict(FIELD.findall(line))
                if "EXTRACTION" in fields and "NORM_VALUE" in fields:
                    self.rules.append(Rule(self, kind, fields))

    @functools.lru_cache(None)
    def pattern(self, name):
        return "(" + "|".join(lines(self.folder, "repattern", name)) + ")"

    @functools.lru_cache(None)
    def table(self, name):
        rows = (re.match(r'"(.*)","(.*)"', line) for line in lines(self.folder, "normalization", name))
        return [(row[1], row[2]) for row in rows if row]

    def norm(self, name, words):
        """A table's value for the words: its keys are words or patterns."""
        rows = self.table(name)
        exact = (value for key, value in rows if key == words)
        loose = (value for key, value in rows if re.fullmatch(key, words))
        return next(exact, None) or next(loose, "")

    def find(self, text, moment):
        """The longest matches: start, end (characters), type, value."""
        found, removed = [], []
        for rule in self.rules:
            for match in rule.pattern.finditer(text):
                start, end = match.span()
                if not bounded(text, start, end):
                    continue
                value = rule.expand(rule.value, match)
                if value == "REMOVE":
                    removed.append((start, end))
                    continue
                if len(rule.offset) == 2:
                    start, end = match.start(rule.offset[0]), match.end(rule.offset[1])
                found.append((start, end, rule.kind, resolve(value, moment)))
        found = [one for one in found if one[:2] not in removed and one[0] >= 0]
        keep = sorted(set(found), key=lambda one: (one[0] - one[1], one[0]))
        out = []
        for one in keep:
            if not any(one[0] < other[1] and other[0] < one[1] for other in out):
                out.append(one)
        return sorted(out)


def bounded(text, start, end):
    """Whether the match begins and ends where words do."""
    inside = lambda at: 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()
    return not inside(start) and not inside(end)


def resolve(value, moment):
    """The value counted from the day of writing, as HeidelTime does for news."""
    day = moment.date()
    value = re.sub(r"^UNDEF-century-?(\d\d)", lambda v: century(v[1], day), value)
    value = re.sub(r"^UNDEF-year", str(day.year), value)
    value = re.sub(r"^UNDEF-this-day", day.isoformat(), value)
    if found := re.match(r"UNDEF-REF-(\w+)-(PLUS|MINUS)-(\d+)", value):
        return off(found[1], int(found[3]) * (1 if found[2] == "PLUS" else -1), day)
    if found := re.match(r"UNDEF-(last|this|next)-year-(.+)", value):
        return f"{day.year + step(found[1])}-{found[2]}"
    if found := re.match(r"UNDEF-(last|this|next)-(day|week|month|quarter|year|decade|century)", value):
        return off(found[2], step(found[1]), day)
    if found := re.match(r"UNDEF-(?:(last|this|next)|day)-([1-7]|\w+day)(T.*)?$", value):
        return weekday(found[1] or "last", found[2].lower(), day) + (found[3] or "")
    if found := re.match(r"UNDEF-(last|this|next)-(\d\d(?:-\d\d)?|S[PU]|FA|WI)$", value):
        return f"{day.year + step(found[1])}-{found[2]}"
    return value


def step(word):
    return {"last": -1, "this": 0, "next": 1}[word]


def century(digits, day):
    here = day.year // 100
    return f"{here if int(digits) <= day.year % 100 + 5 else here - 1}{digits}"


def off(unit, count, day):
    if unit in UNITS:
        there = day + datetime.timedelta(days=UNITS[unit] * count)
        if unit == "week":
            year, week, _ = there.isocalendar()
            return f"{year}-W{week:02}"
        return there.isoformat()
    months = MONTHS.get(unit)
    if months is None:
        return f"UNDEF-{unit}"
    total = day.year * 12 + day.month - 1 + months * count
    year, month = divmod(total, 12)
    return {"month": f"{year}-{month + 1:02}", "quarter": f"{year}-Q{month // 3 + 1}",
            "year": f"{year}", "decade": f"{year // 10}", "century": f"{year // 100}"}[unit]


def weekday(which, name, day):
    number = int(name) - 1 if name.isdigit() else WEEKDAYS.index(name) if name in WEEKDAYS else None
    if number is None:
        return f"UNDEF-{name}"
    ahead = (number - day.weekday()) % 7
    if which == "next":
        return (day + datetime.timedelta(days=ahead or 7)).isoformat()
    if which == "this":
        return (day + datetime.timedelta(days=number - day.weekday())).isoformat()
    return (day - datetime.timedelta(days=(day.weekday() - number) % 7)).isoformat()
