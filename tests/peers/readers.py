"""The programs compared: how each is set up and asked, and its answers in one form."""
import collections
import datetime
import hashlib
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys

import heideltime
import score

HERE = pathlib.Path(__file__).parent
# The moment that a text is read on that has none of its own; its times do not hang on it.
MOMENT = "2021-06-15T12:00"


def moment(case):
    reference = case["reference"] or MOMENT
    return reference if "T" in reference else reference + "T12:00"


def byte(text, index):
    return len(text[:index].encode())


def ask(command, lines):
    """The answers to the lines, a line each; the same in whatever zone the machine is."""
    run = subprocess.run(list(map(str, command)), input="\n".join(lines) + "\n", check=True,
                         text=True, encoding="utf-8", stdout=subprocess.PIPE,
                         env={**os.environ, "TZ": "UTC"})
    answers = [json.loads(line) for line in run.stdout.split("\n") if line]
    if len(answers) != len(lines):
        sys.exit(f"{command[0]}: {len(answers)} answers to {len(lines)} texts")
    return answers


def questions(cases):
    return [json.dumps({"text": case["text"], "reference": moment(case)}) for case in cases]


def set_up(cache, name, files, commands):
    """A folder for these files, made ready by the commands once."""
    parts = b"".join((HERE / file).read_bytes() for file in files)
    folder = cache / f"{name}-{hashlib.sha256(parts).hexdigest()[:12]}"
    if not (folder / "ready").exists():
        folder.mkdir(parents=True, exist_ok=True)
        for file in files:
            shutil.copy(HERE / file, folder)
        for command in commands:
            subprocess.run(command, cwd=folder, check=True, stdout=sys.stderr)
        (folder / "ready").touch()
    return folder


class Chrono:
    name = "chrono-node, `vi`"
    room = score.COMPONENTS

    def __init__(self, cache):
        files = ["package.json", "package-lock.json", "chrono.mjs"]
        self.folder = set_up(cache, "chrono", files, [["npm", "ci", "--ignore-scripts"]])
        self.command = ["node", self.folder / "chrono.mjs"]

    def finds(self, cases):
        for case, answer in zip(cases, ask(self.command, questions(cases))):
            yield [self.find(case["text"], find) for find in answer]

    def find(self, text, find):
        units = text.encode("utf-16-le")
        start, end = (len(units[:2 * find[at]].decode("utf-16-le").encode()) for at in
                      ("start", "end"))
        points = [score.Point(self.when(point["all"]), frozenset(point["stated"]))
                  for point in find["points"]]
        return score.Find(start, end, points)

    @staticmethod
    def when(parts):
        """The components as a moment; hour 24 and the like run over."""
        day = datetime.datetime(max(parts["year"], 1), parts["month"], 1)
        return day + datetime.timedelta(days=parts["day"] - 1, hours=parts["hour"] or 0,
                                        minutes=parts["minute"] or 0)

    right = staticmethod(score.is_right)


class DateParser:
    room = score.ONE_MOMENT
    right = staticmethod(score.is_right)

    def __init__(self, cache, strategy):
        self.name = f"dateparser, `{strategy}`"
        python = "venv/bin/python"
        commands = [[sys.executable, "-m", "venv", "venv"],
                    [python, "-m", "pip", "install", "--quiet", "--requirement",
                     "requirements.txt"]]
        folder = set_up(cache, "dateparser", ["requirements.txt", "dates.py"], commands)
        self.command = [folder / python, folder / "dates.py", strategy]

    def finds(self, cases):
        for case, answer in zip(cases, ask(self.command, questions(cases))):
            yield list(self.placed(case["text"], answer))

    @staticmethod
    def placed(text, answer):
        """The words, which come with single spaces, looked for in order."""
        at = 0
        for find in answer:
            pattern = r"\s+".join(map(re.escape, find["words"].split()))
            found = re.compile(pattern).search(text, at) or re.search(pattern, text)
            if not found:
                sys.exit(f"dateparser: {find['words']!r} is not in {text!r}")
            at = found.end()
            when = datetime.datetime.fromisoformat(find["point"])
            point = score.Point(when, frozenset())
            yield score.Find(byte(text, found.start()), byte(text, at), [point])


class HeidelTime:
    name = "HeidelTime, rules"
    room = staticmethod(score.has_value)
    right = staticmethod(score.same_value)

    def __init__(self, checkout):
        self.rules = heideltime.Rules(checkout / "resources/vietnamese")

    def finds(self, cases):
        for case in cases:
            yield self.read(case["text"], moment(case))

    def read(self, text, reference):
        when = datetime.datetime.fromisoformat(reference).replace(tzinfo=None)
        return [score.Find(byte(text, start), byte(text, end), [value])
                for start, end, _, value in self.rules.find(text, when)]


class Ours:
    name = "nienbieu"
    room = None

    def __init__(self, binary):
        self.command = [binary, "time"]

    def finds(self, cases):
        """Asks once for each reference; the answers in the order of the cases."""
        by_reference = collections.defaultdict(list)
        for number, case in enumerate(cases):
            by_reference[case["reference"]].append(number)
        answers = {}
        for reference, numbers in by_reference.items():
            command = self.command + (["--reference", reference] if reference else [])
            texts = [cases[number]["text"] for number in numbers]
            answers.update(zip(numbers, ask(command, texts)))
        for number in range(len(cases)):
            yield [score.Find(time["span"]["start"], time["span"]["end"], [time])
                   for time in answers[number]["times"]]

    def read(self, text, reference):
        """The times of one phrase."""
        return ask(self.command + ["--reference", reference], [text])[0]["times"]

    @staticmethod
    def right(gold, find):
        """Whether all that is laid down is met to the letter, the words included."""
        [time] = find.points
        fields = ("type", "value", "mod", "edtf", "earliest", "latest")
        return (time["text"] == gold["words"]
                and all(gold[field] in (None, time.get(field)) for field in fields))
