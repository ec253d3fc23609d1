#!/usr/bin/env python3
"""Have other programs read the single time phrases: `cargo xtask peers` calls this.

Sets up the pinned packages in the cache folder, has each program read every text of
tests/times/cases.json, and writes docs/peers.md. `--show NAME` prints the
faults of the programs so named instead.
"""
import argparse
import json
import pathlib

import own_grounds
import readers
import report
import score

ROOT = readers.HERE.parents[1]


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--binary", type=pathlib.Path, required=True, help="the nienbieu command")
    parser.add_argument("--cache", type=pathlib.Path, required=True, help="where packages go")
    parser.add_argument("--heideltime", type=pathlib.Path, help="a checkout of HeidelTime")
    parser.add_argument("--duckling", type=pathlib.Path, help="a checkout of Duckling")
    parser.add_argument("--show", metavar="NAME", help="print the faults of the programs so named")
    return parser.parse_args()


def faults(program, cases, finds):
    for case, found in zip(cases, finds):
        counts = score.tally(case, found, program.room, program.right)
        if counts.right < counts.expressible or counts.false:
            print(json.dumps(case, ensure_ascii=False), *found, sep="\n    ")


def main():
    args = arguments()
    cases = json.loads((ROOT / "tests/times/cases.json").read_text(encoding="utf-8"))
    programs = [readers.Chrono(args.cache), readers.DateParser(args.cache, "split"),
                readers.DateParser(args.cache, "ngram")]
    programs += [readers.HeidelTime(args.heideltime)] if args.heideltime else []
    programs += [readers.Ours(args.binary)]
    answers = {program.name: list(program.finds(cases)) for program in programs}
    if args.show:
        for program in programs:
            if args.show in program.name:
                faults(program, cases, answers[program.name])
        return
    page = report.page(cases, programs, answers, args.binary)
    page += own_grounds.page(args.heideltime, args.duckling, programs)
    (ROOT / "docs/peers.md").write_text(page, encoding="utf-8")
    print("docs/peers.md is written")


if __name__ == "__main__":
    main()
