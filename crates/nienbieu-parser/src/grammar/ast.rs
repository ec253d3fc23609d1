//! What the words say, before anything is known of when they were written.

use crate::calendar::CanChi;

/// A stretch of the line with what it says. Positions count the bytes that *remain* to the line's
/// end, so that a production needs to know nothing of where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Node {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) expr: Expr,
    pub(crate) rule: &'static str,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Expr {
    /// A place on the calendar or the clock.
    Point(Point),
    /// nay, thời gian qua, tương lai.
    Vague(Vague),
    /// 15 ngày, hai tuần rưỡi, 5-7 ngày.
    Duration(Duration),
    /// 7 ngày qua, 14 ngày tới: a length of time that ends or begins at a moment.
    Recent { length: Duration, dir: Dir },
    /// 3 ngày trước, hai tuần nữa, trước đó 2 ngày: a distance from a moment.
    Distant { length: Length, dir: Dir, from: From, modifier: Option<Modifier> },
    /// hằng tháng, thứ Hai hằng tuần, 2 lần/tuần.
    Set(Set),
    /// 18 tuổi, 6 tháng tuổi, 12-17 tuổi.
    Age(Duration),
    /// từ … đến …: both ends are items of their own.
    Interval(Box<Node>, Box<Node>),
    /// ngày 1, 2 và 5/8: items that share parts.
    List(Vec<Node>),
}

impl Expr {
    /// A calendar base and nothing more.
    pub(crate) const fn at(base: Base) -> Self {
        Self::Point(Point::new(base))
    }

    /// An interval of two items.
    pub(crate) fn between(begin: Node, end: Node) -> Self {
        Self::Interval(Box::new(begin), Box::new(end))
    }
}

/// A place on the calendar or the clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Point {
    pub(crate) base: Base,
    pub(crate) clock: Option<Clock>,
    pub(crate) part: Option<Part>,
    pub(crate) zone: Option<Zone>,
    pub(crate) modifier: Option<Modifier>,
}

impl Point {
    pub(crate) const fn new(base: Base) -> Self {
        Self { base, clock: None, part: None, zone: None, modifier: None }
    }

    pub(crate) fn with(self, modifier: Option<Modifier>) -> Self {
        Self { modifier: modifier.or(self.modifier), ..self }
    }
}

/// What a point is on the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Base {
    /// Only a clock time or a part of day: the day is the one spoken of.
    None,
    Day {
        year: Year,
        month: Month,
        day: u8,
        weekday: Option<u8>,
    },
    /// mùng 5: of the lunar month spoken of, where one was.
    EarlyDay(u8),
    Month {
        year: Year,
        month: Month,
    },
    Quarter {
        year: Year,
        quarter: Option<u8>,
        offset: i32,
    },
    /// The first or last N months, quarters or half of a year.
    Months {
        year: Year,
        first: u8,
        last: u8,
    },
    Year(Year),
    /// First and last year.
    SchoolYear(Year, i16),
    /// A crop or sports season or financial year, named by one year.
    Term(Year),
    /// Week 1 to 53 of a year.
    WeekOfYear {
        year: Year,
        week: u8,
    },
    /// School years from the one of writing.
    SchoolYearNear(i32),
    /// First year of ten.
    Decade(i16),
    /// 21 is 2001–2100.
    Century(u8),
    Season {
        year: Year,
        season: Season,
    },
    /// The first or last day of a month.
    DayOfMonth {
        year: Year,
        month: Month,
        last: bool,
    },
    /// Week 1 to 4 of a month, or the last (-1).
    WeekOfMonth {
        year: Year,
        month: Month,
        rank: i8,
    },
    /// A ten-day part of a month: 1 thượng tuần, 2 trung tuần, 3 hạ tuần.
    TenDays {
        year: Year,
        month: Month,
        part: u8,
    },
    /// The first (1) or second (2) half of a month.
    HalfMonth {
        year: Year,
        month: Month,
        half: u8,
    },
    /// Days from the day of writing: hôm qua is -1.
    Deictic(i32),
    /// Weeks from the week spoken of: tuần trước đó is -1.
    WeekFocus(i32),
    /// Days from the day spoken of: hôm sau is 1, cùng ngày is 0.
    Focus(i32),
    /// The same day of the year, so many years off.
    Anniversary(i32),
    /// 1 is Monday.
    Weekday {
        day: u8,
        which: Which,
    },
    Week(i32),
    Weekend(i32),
    /// An entry of the table of holidays, and so many days after its first.
    Holiday {
        index: usize,
        day: Option<u8>,
        year: Year,
    },
    /// A day of the lunisolar calendar.
    Lunar {
        year: Year,
        month: u8,
        day: Option<u8>,
        leap: bool,
    },
    /// An entry of the table of named periods.
    Named(usize),
}

/// Which of a weekday's days is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Which {
    /// Nothing is said: the one near the day of writing.
    Near,
    /// Of the week so many off the present one.
    Week(i32),
    /// The next to come.
    Next,
    /// The last one gone by.
    Last,
}

/// Which year a point names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(crate) enum Year {
    #[default]
    Absent,
    Stated(i16),
    /// Years from the year of writing.
    Deictic(i32),
    /// Years from the year spoken of: năm đó, năm trước đó.
    Focus(i32),
    /// năm sau: the year after the one spoken of in the same sentence, else after this one.
    After,
    /// The first such stretch still to come: mùa hè tới, ngày 20/11 tới.
    Coming,
    /// The last such stretch gone by: tháng 3 vừa qua, ngày 30/4 vừa rồi.
    Gone,
    /// A year of the sixty-year cycle.
    Cycle(CanChi),
}

/// Which month a point names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(crate) enum Month {
    #[default]
    Absent,
    Stated(u8),
    /// Months from the month of writing.
    Deictic(i32),
    /// Months from the month spoken of: cùng tháng, tháng trước đó.
    Focus(i32),
    /// tháng sau: the month after the one spoken of in the same sentence, else after this one.
    After,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
    /// mùa khô
    Dry,
    /// mùa mưa
    Wet,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Clock {
    /// 0 to 24.
    pub(crate) hour: u8,
    pub(crate) minute: Option<u8>,
    pub(crate) second: Option<u8>,
}

/// Part of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    Dawn,
    Morning,
    Noon,
    Afternoon,
    Evening,
    Night,
}

/// What is said of the clock's zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Zone {
    /// Minutes east of UTC.
    Offset(i16),
    /// giờ địa phương
    Local,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Modifier {
    Start,
    Mid,
    End,
    Before,
    After,
    Approx,
    LessThan,
    MoreThan,
    EqualOrLess,
    EqualOrMore,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Vague {
    Present,
    Past,
    Future,
    /// trong ngày: the day at hand, whichever it is.
    WithinDay,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    /// đêm: counted like days.
    Night,
    Week,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
}

/// So many units, in halves: hai tuần rưỡi is 5 half weeks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Length {
    /// `None` where the number is not told (vài ngày).
    pub(crate) halves: Option<u32>,
    pub(crate) unit: Unit,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Duration {
    pub(crate) length: Length,
    /// What finer units add: 2 năm 6 tháng, 1 giờ 29 phút 40 giây.
    pub(crate) more: [Option<Length>; 2],
    /// Upper end of a range, in the same unit.
    pub(crate) max: Option<Length>,
    pub(crate) modifier: Option<Modifier>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Dir {
    Back,
    Ahead,
}

/// What a distance is counted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum From {
    Writing,
    Focus,
}

/// A repeated time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Set {
    pub(crate) period: Length,
    pub(crate) times: Option<u32>,
    pub(crate) on: Option<On>,
}

/// Which part of each period a set means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum On {
    Weekday(u8, Option<Part>),
    DayOfMonth(u8),
    DayOfYear { month: u8, day: u8 },
    Month(u8),
    Season(Season),
    Part(Part),
    Clock(Clock),
}
