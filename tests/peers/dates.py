"""Reads cases (one JSON a line: text, reference) from stdin with dateparser's search_dates.

Arguments: the strategy ("split" or "ngram"), the direction for dates without a year. Writes for each
case a line: a list of {words, point}; where the words stand is not told by the package.
"""
import datetime
import json
import sys
import warnings

from dateparser.search import search_dates

warnings.simplefilter("ignore")


def read(text, reference, strategy, direction):
    settings = {
        "RELATIVE_BASE": datetime.datetime.fromisoformat(reference),
        "PREFER_DATES_FROM": direction,
        "RETURN_TIME_AS_PERIOD": True,
    }
    found = search_dates(text, languages=["vi"], settings=settings, strategy=strategy,
                         add_period=True) or []
    return [{"words": words, "point": when.replace(tzinfo=None).isoformat(), "period": period}
            for words, when, period in found]


for line in sys.stdin:
    case = json.loads(line)
    print(json.dumps(read(case["text"], case["reference"], *sys.argv[1:])), flush=True)
