"""Reads cases (one JSON a line: text, reference) from stdin with dateparser's search_dates.

Argument: the strategy ("split" or "ngram"). Writes for each case a line: a list of {words, point}; where
the words stand is not told by the package.
"""
import datetime
import json
import sys
import warnings

from dateparser.search import search_dates

warnings.simplefilter("ignore")


def read(text, reference, strategy):
    settings = {"RELATIVE_BASE": datetime.datetime.fromisoformat(reference)}
    found = search_dates(text, languages=["vi"], settings=settings, strategy=strategy)
    return [{"words": words, "point": when.replace(tzinfo=None).isoformat()}
            for words, when in found or []]


for line in sys.stdin:
    case = json.loads(line)
    print(json.dumps(read(case["text"], case["reference"], sys.argv[1])), flush=True)
