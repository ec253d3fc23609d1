"""What a time of the corpus asks of a program, and whether the program's answer meets it."""
import dataclasses
import datetime
import re

DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)$")
MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])$")
YEAR = re.compile(r"(\d{4})$")
WEEK = re.compile(r"\d{4}-W\d\d$")
CLOCK = re.compile(r"(?:(\d{4}-\d\d-\d\d))?T(\d\d)(?::(\d\d))?")
YEARLESS = re.compile(r"XXXX-(\d\d)(?:-(\d\d))?$")
# What each kind of answer has room for; "other" (quarters, sets, lengths, …) none.
ONE_MOMENT = {"days", "clock"}
COMPONENTS = ONE_MOMENT | {"yearless", "interval"}


@dataclasses.dataclass
class Point:
    """A moment as a program gives it: a datetime, and which parts of it the words stated."""
    when: datetime.datetime
    stated: frozenset


@dataclasses.dataclass
class Find:
    """A place in the text in bytes, and one point, or two for an interval."""
    start: int
    end: int
    points: list


def kind(gold):
    """The kind of value that the time has, so far as answers differ in having room for it."""
    edtf, value = gold["edtf"] or "", gold["value"] or ""
    if gold["type"] == "INTERVAL":
        ends = edtf.split("/")
        known = len(ends) == 2 and all(simple(end) in ONE_MOMENT for end in ends)
        return "interval" if known else "other"
    if gold["type"] not in ("DATE", "TIME"):
        return "other"
    if WEEK.match(value):
        return "days"
    if gold["mod"] in ("START", "MID", "END") and "/" in edtf:
        return "other"
    if gold["type"] == "TIME" and not edtf:
        return "clock" if CLOCK.match(value) else "other"
    return simple(edtf)


def simple(edtf):
    edtf = edtf.rstrip("~?%")
    if CLOCK.match(edtf):
        return "clock"
    if YEARLESS.match(edtf):
        return "yearless"
    return "days" if DAY.match(edtf) or MONTH.match(edtf) or YEAR.match(edtf) else "other"


def days(edtf):
    """First and last day of a year, a month, a day or a pair of days."""
    if "/" in edtf:
        first, last = edtf.split("/")
        return days(first)[0], days(last)[1]
    edtf = edtf.rstrip("~?%")
    if found := DAY.match(edtf):
        day = datetime.date(*map(int, found.groups()))
        return day, day
    if found := MONTH.match(edtf):
        year, month = map(int, found.groups())
        following = datetime.date(year + month // 12, month % 12 + 1, 1)
        return datetime.date(year, month, 1), following - datetime.timedelta(days=1)
    year = int(edtf)
    return datetime.date(year, 1, 1), datetime.date(year, 12, 31)


def meets(edtf, point):
    """Whether the point lies in the value: on the minute or hour, else within its days."""
    if found := CLOCK.match(edtf):
        day, hour, minute = found.groups()
        at = point.when
        if hour == "24":  # The day's end, which is the next day's beginning.
            day = day and str(datetime.date.fromisoformat(day) + datetime.timedelta(days=1))
            hour = "00"
        return ((day is None or at.date().isoformat() == day) and at.hour == int(hour)
                and (minute is None or at.minute == int(minute)))
    if found := YEARLESS.match(edtf):
        month, day = found.groups()
        return ("year" not in point.stated and point.when.month == int(month)
                and (day is None or point.when.day == int(day)))
    first, last = days(edtf)
    return first <= point.when.date() <= last


def overlaps(gold, find):
    return find.start < gold["end"] and gold["start"] < find.end


def is_right(gold, find):
    """Whether the answer gives the value; of an interval each point counts for a time within it."""
    wanted = gold["edtf"] or gold["value"]
    if kind(gold) == "interval":
        ends = wanted.split("/")
        return len(find.points) == 2 and all(map(meets, ends, find.points))
    return any(meets(wanted, point) for point in find.points)


def plain(value):
    """A TIMEX3 value as it is compared: whole minutes, no seconds."""
    value = re.sub(r"(T\d\d:\d\d):00$", r"\1", value or "")
    return re.sub(r"T(\d\d):00$", r"T\1", value)


def has_value(gold):
    """Whether TIMEX3 alone can say it: all but intervals and what has no value."""
    return gold["type"] != "INTERVAL" and bool(gold["value"])


def same_value(gold, find):
    """Whether the answer's TIMEX3 value is the one wanted."""
    return any(plain(gold["value"]) == plain(value) for value in find.points)


@dataclasses.dataclass
class Tally:
    """Counts of one class, or of all."""
    times: int = 0
    expressible: int = 0
    found: int = 0
    right: int = 0
    apart_found: int = 0
    false: int = 0

    def add(self, other):
        for field in dataclasses.fields(self):
            name = field.name
            setattr(self, name, getattr(self, name) + getattr(other, name))


def tally(case, finds, room, right=is_right):
    """Counts of one text; `room` is the kinds that the program has room for, a test of times, or None."""
    counts = Tally(times=len(case["times"]))
    for gold in case["times"]:
        near = [find for find in finds if overlaps(gold, find)]
        if not (room is None or (room(gold) if callable(room) else kind(gold) in room)):
            counts.apart_found += bool(near)
            continue
        counts.expressible += 1
        counts.found += bool(near)
        counts.right += any(right(gold, find) for find in near)
    counts.false = sum(not any(overlaps(gold, find) for gold in case["times"]) for find in finds)
    return counts
