//! Which production may begin where: the one place to add a rule.

use nom::{Parser, combinator::map};

use super::{
    age,
    ast::{Expr, Point},
    cycle, distance, duration, holiday, interval,
    lex::Found,
    list, lunar, moment, month, named, night, ordinal, period, placed, range, set, vague, week,
    year,
};

/// What must hold around a match before it is believed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Guard {
    /// The words suffice.
    None,
    /// A calendar point: streets, fractions, decimals and document numbers look the same.
    Point,
    /// A clock time: scores and lengths of time look the same.
    Clock,
    /// Free words only: "hiện" but not in "thực hiện".
    Vague,
    /// A length of time: not behind "số".
    Length,
    /// Two years joined: not behind "số".
    Years,
    /// A year in figures alone: a name of a law or a contest must stand before it.
    Year,
    /// A holiday's name that may be part of another name.
    Holiday,
}

/// A production, its name, and the words it may begin with.
pub(crate) struct Rule {
    /// Its name in the record's `rule` field.
    pub(crate) name: &'static str,
    /// The words it may begin with; `#` is a digit, `+` a number in words, `~` a part of day,
    /// `*` the first word of a holiday.
    pub(crate) triggers: &'static str,
    /// What must hold around it.
    pub(crate) guard: Guard,
    /// An example of it, folded.
    pub(crate) example: &'static str,
    pub(crate) parse: fn(&str) -> Found<'_, Expr>,
}

macro_rules! rule {
    ($name:literal, $guard:ident, $triggers:literal, $example:literal, $parse:expr) => {
        Rule {
            name: $name,
            triggers: $triggers,
            guard: Guard::$guard,
            example: $example,
            parse: $parse,
        }
    };
}

/// Every rule. Of several matches the longest counts, of equally long ones the first.
#[rustfmt::skip]
pub(crate) const RULES: &[Rule] = &[
    rule!("from_to", Point, "từ kể giai thời", "từ ngày 20/7/2021 đến nay", interval::from_to),
    rule!("between", Point, "giữa", "giữa năm 2011 và năm 2014", interval::between),
    rule!("day_range", Point, "# ngày", "12-18/7", range::day_range),
    rule!("year_range", Years, "# giai nhiệm thời niên khóa những từ năm mùa vụ đông hè thu", "giai đoạn 2021-2025", range::year_range),
    rule!("quarter_range", None, "quý quí qúy", "quý i-quý ii/2022", range::quarter_range),
    rule!("month_figures_range", Point, "#", "1/2015-6/2016", range::month_figures_range),
    rule!("month_range", None, "tháng", "tháng 5-8/2021", range::month_range),
    rule!("day_list", Point, "ngày ~", "ngày 1, 2 và 5/8", list::day_list),
    rule!("month_list", None, "tháng", "tháng 5, 6/2021", list::month_list),
    rule!("quarter_list", None, "quý quí qúy", "quý i và ii/2022", list::quarter_list),
    rule!("year_list", None, "năm", "năm 2020, 2021", list::year_list),
    rule!("lunar_date", None, "# ngày rằm tháng mùng mồng", "rằm tháng giêng", |i| point(lunar::lunar_date)(i)),
    rule!("night_between", Point, "~", "đêm 30 rạng sáng 31/7", night::night_between),
    rule!("moment", Point, "# + ~ ngày hôm thứ chủ chúa mồng mùng cùng bữa t2 t3 t4 t5 t6 t7 cn rằm tháng", "sáng thứ sáu, 18/6", |i| map(moment::moment, Expr::Point).parse(i)),
    rule!("ordinal", Point, "ngày tuần tháng", "tuần đầu tiên của tháng 9/2017", |i| point(ordinal::ordinal)(i)),
    rule!("week", Point, "tuần cuối", "tuần trước", |i| point(week::week)(i)),
    rule!("whole", Point, "cả", "cả năm ngoái", period::whole),
    rule!("placed", Point, "trước sau khoảng chừng gần hết cuối đầu giữa", "trước ngày 5/7", |i| map(placed::placed, Expr::Point).parse(i)),
    rule!("past_feast", None, "qua", "qua noel", |i| map(placed::past_feast, Expr::Point).parse(i)),
    rule!("lone_part", None, "trong gần cuối đầu nửa", "gần sáng", |i| map(placed::lone_part, Expr::Point).parse(i)),
    rule!("edge", Point, "những đầu giữa cuối hết", "những ngày cuối năm", |i| map(period::edge, |(base, edge)| Expr::Point(Point::new(base).with(Some(edge)))).parse(i)),
    rule!("holiday_by_day", None, "lễ", "lễ 30/4", |i| point(holiday::holiday_by_day)(i)),
    rule!("holiday", Holiday, "* lễ", "tết nguyên đán năm 2023", |i| point(holiday::holiday)(i)),
    rule!("named_period", None, "đợt làn", "đợt dịch lần thứ 4", |i| point(named::named)(i)),
    rule!("birth_year", Point, "sn", "sn 1990", |i| point(year::birth_year)(i)),
    rule!("cycle_year", None, "giáp ất bính đinh mậu kỷ kỉ canh tân nhâm quý quí", "tân sửu 2021", |i| point(cycle::dated_cycle)(i)),
    rule!("clock_range", Clock, "#", "5h30 - 9h30", range::clock_range),
    rule!("period", Point, "# + tuần đông vụ lễ hội tháng quý quí qúy năm niên mười nửa thượng trung hạ mùa xuân hè thu thế thập những cùng sang t1 t2 t3 t4 t5 t6 t7 t8 t9 t10 t11 t12 q1 q2 q3 q4", "quý i/2022", |i| point(period::period)(i)),
    rule!("month_figures", Point, "#", "7/2021", |i| point(month::month_figures)(i)),
    rule!("bare_year", Year, "#", "2019", |i| point(year::bare_year)(i)),
    rule!("bare_clock", Clock, "# +", "7 giờ", |i| map(moment::bare_clock, Expr::Point).parse(i)),
    rule!("age_range", None, "từ", "từ 6 tháng đến dưới 5 tuổi", age::age_range),
    rule!("age", None, "# + dưới trên hơn nhỏ lớn ít quá chưa từ đủ khoảng gần không", "18 tuổi", age::age),
    rule!("set", None, "# + hằng hàng mỗi từng định thứ chủ ngày tuần tháng mùa cứ thường ~", "hằng tháng", set::set),
    rule!("recent", Length, "# + nửa thập hơn trên dưới gần khoảng chừng chưa", "7 ngày qua", distance::recent),
    rule!("distant", Length, "# + nửa cách trước sau khoảng chừng gần hơn chưa", "3 ngày trước", distance::distant),
    rule!("duration", Length, "# + nửa hơn dưới trên khoảng gần chừng ít nhiều tối không chưa quá từ", "15 ngày", duration::duration),
    rule!("unmeasured", Length, "vài mấy nhiều hàng dăm", "vài ngày", duration::unmeasured),
    rule!("vague_recent", None, "vài mấy nhiều những các ít", "những năm gần đây", vague::vague_recent),
    rule!("vague", Vague, "hiện bây ngày giờ nay thời vừa gần mới trước lâu bấy xưa sắp tương trong lúc thuở dạo những các mấy", "thời gian qua", vague::vague),
];

/// A production of a calendar base as one of a whole expression.
fn point<'a>(
    mut base: impl FnMut(&'a str) -> Found<'a, super::ast::Base>,
) -> impl FnMut(&'a str) -> Found<'a, Expr> {
    move |i| {
        let (rest, base) = base(i)?;
        Ok((rest, Expr::Point(Point::new(base))))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_example_is_its_own_rule() {
        for rule in RULES {
            let (rest, _) = (rule.parse)(rule.example).unwrap_or_else(|_| panic!("{}", rule.name));
            assert_eq!(rest, "", "{}", rule.name);
        }
    }

    #[test]
    fn names_are_unique() {
        let mut names: Vec<_> = RULES.iter().map(|rule| rule.name).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), RULES.len());
    }
}
