"""The judge judged: `python3 -m unittest discover -s tests/peers`."""
import datetime
import unittest

import score


def gold(edtf, value=None, kind="DATE", start=0, end=5, mod=None):
    return {"type": kind, "edtf": edtf, "value": value or edtf, "mod": mod, "start": start, "end": end}


def find(*moments, start=0, end=5, stated=("year", "month", "day")):
    points = [score.Point(datetime.datetime.fromisoformat(moment), frozenset(stated))
              for moment in moments]
    return score.Find(start, end, points)


class Score(unittest.TestCase):
    def test_kinds(self):
        for wanted, time in [
            ("days", gold("2021-08-05")), ("days", gold("2021")), ("days", gold("2023-01-22~")),
            ("days", gold("2021-06-14/2021-06-20", "2021-W24")),
            ("clock", gold("2021-08-01T18", kind="TIME")), ("clock", gold(None, "T07:30", "TIME")),
            ("yearless", gold("XXXX-07-24")), ("interval", gold("2020/2022", kind="INTERVAL")),
            ("other", gold("2021-07-20/", kind="INTERVAL")), ("other", gold("2022-33")),
            ("other", gold("199X")), ("other", gold(None, "PAST_REF")),
            ("other", gold(None, "P15D", "DURATION")), ("other", gold(None, "P1D", "SET")),
            ("other", gold("2021-05-11/2021-05-20", "2021-05", mod="MID")),
        ]:
            self.assertEqual(score.kind(time), wanted, time)

    def test_a_moment_anywhere_in_the_value_is_right(self):
        month = gold("2021-02")
        self.assertTrue(score.is_right(month, find("2021-02-28T12:00")))
        self.assertFalse(score.is_right(month, find("2021-03-01T00:00")))
        self.assertEqual(score.days("2020-12")[1], datetime.date(2020, 12, 31))
        self.assertTrue(score.is_right(gold("2021-02-03"), find("2021-01-01", "2021-02-03")))

    def test_clock_times_agree_to_what_is_told(self):
        hour, minute = gold("2021-08-01T18", kind="TIME"), gold("2021-08-01T18:30:00", kind="TIME")
        self.assertTrue(score.is_right(hour, find("2021-08-01T18:30")))
        self.assertTrue(score.is_right(minute, find("2021-08-01T18:30")))
        self.assertFalse(score.is_right(minute, find("2021-08-01T18:00")))
        midnight = gold("2021-08-31T24", kind="TIME")
        self.assertTrue(score.is_right(midnight, find("2021-09-01T00:00")))

    def test_intervals_need_both_ends_and_years_must_not_be_made_up(self):
        span = gold("2021-07-12/2021-07-18", kind="INTERVAL")
        self.assertTrue(score.is_right(span, find("2021-07-12", "2021-07-18")))
        self.assertFalse(score.is_right(span, find("2021-07-12")))
        self.assertFalse(score.is_right(gold("XXXX-07-24"), find("2021-07-24")))
        self.assertTrue(score.is_right(gold("XXXX-07-24"), find("2021-07-24", stated=("day",))))

    def test_tallies(self):
        case = {"times": [gold("2021-08-05"), gold("2022-33", start=10, end=15)]}
        finds = [find("2021-08-05"), find("2022-01-01", start=12, end=14),
                 find("2021-01-01", start=20, end=21)]
        self.assertEqual(score.tally(case, finds, score.ONE_MOMENT),
                         score.Tally(times=2, expressible=1, found=1, right=1, apart_found=1,
                                     false=1))


if __name__ == "__main__":
    unittest.main()
